"""What a card says of a telling, in the words of the report."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from counterclaim.masking.names import BLOCK
from counterclaim.views import tracing
from counterclaim.web.cards import Bounds, Card, bounds, cards
from counterclaim.web.rendering import marks

SENTENCE = {"start": 0, "end": 60, "text": f"TASS said, citing {BLOCK * 4}, that the ministry took two bridges."}


def line(*chain: dict[str, Any], **more: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {
        "id": "t_1", "sentence": SENTENCE, "content": {"start": 0, "end": 4, "text": "TASS"}, "addressee": None,
        "chain": [{"as": "outlet", "name": "Belmar Post"}, *chain], "slots": {}, "place": None, "said": None,
        "when": None, "quantities": [], "by": {"reading": "reading-en/5", "grounding": None},
    }  # fmt: skip
    return empty | more


def source(link: str, words: str | None, **more: Any) -> dict[str, Any]:
    return {
        "as": link, "name": None, "written": words, "class": None, "role": None, "actor": None, "party": None,
        "start": 0, "end": 4, "reasons": [],
    } | more  # fmt: skip


def test_the_chain_in_the_words_of_the_report() -> None:
    found = Card(1, line(source("relay", "TASS"), source("claimant", "he", name="Ilka Marn", party="vardia")))
    assert found.outlet.words == "Belmar Post"
    assert [relay.words for relay in found.relays] == ["TASS"]
    assert found.claimant is not None
    assert (found.claimant.words, found.claimant.party) == ("he (Ilka Marn)", "vardia")


def test_an_outlet_in_its_own_voice() -> None:
    found = Card(1, line())
    assert (found.relays, found.claimant) == ((), None)


def test_an_outlet_that_is_not_known_and_a_claimant_not_named() -> None:
    found = Card(
        1, line(source("claimant", None)) | {"chain": [{"as": "outlet", "name": None}, source("claimant", None)]}
    )
    assert found.claimant is not None
    assert (found.outlet.words, found.claimant.words) == ("", "")


def test_who_is_masked_stands_as_the_masked_sentence_has_it() -> None:
    found = Card(1, line(source("claimant", None, masked=True, start=18, end=22)))
    assert found.claimant is not None
    assert (found.claimant.words, found.claimant.masked) == (BLOCK * 4, True)
    assert Card(1, line(source("claimant", None, masked=True, start=90, end=94))).claimant.words == "name masked"  # type: ignore[union-attr]


def test_slots_and_who_is_inferred() -> None:
    slots = {
        "agent": {"written": "the ministry", "start": 1, "end": 2, "actor": None, "party": "vardia"},
        "means": None,
    }
    slots["holder"] = {"party": "vardia", "inferred": "party of the claimant"}
    found = Card(1, line(slots=slots)).slots
    assert [(slot.role, slot.words, slot.party, slot.inferred) for slot in found] == [
        ("agent", "the ministry", "vardia", None), ("holder", "", "vardia", "party of the claimant"),
    ]  # fmt: skip


def test_all_places_of_a_collective_count_else_the_one() -> None:
    one, other = {"written": "Belmar"}, {"written": "Dorn"}
    assert [place["written"] for place in Card(1, line(place=one)).places] == ["Belmar"]
    assert [place["written"] for place in Card(1, line(place=one, places=[one, other])).places] == ["Belmar", "Dorn"]
    assert list(Card(1, line()).places) == []


def test_the_day_of_what_is_claimed_before_the_day_it_was_said() -> None:
    day = {"written": "on Monday", "edtf": None}
    assert [name for name, _ in Card(1, line(said=day, when=day)).days] == ["when", "said"]


@pytest.mark.parametrize(
    ("low", "high", "form"),
    [(5, 5, "one"), (5, 9, "range"), (5, None, "least"), (None, 9, "most"), (None, None, "none"), (0, 9, "range")],
)
def test_bounds_of_a_count(low: int | None, high: int | None, form: str) -> None:
    assert bounds({"low": low, "high": high, "vague": True}) == Bounds(form, low, high, vague=True)


def test_cards_know_their_claims() -> None:
    found = cards({3: line(), 4: line(id="t_2")}, {"t_1": ("c_1", 7)})
    assert [(card.number, card.id, card.claim, card.reports) for card in found] == [
        (3, "t_1", "c_1", 7), (4, "t_2", None, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "expected"), [("“It fell”", ""), ('"It fell', ""), ("it fell", "words"), ("", "words")]
)
def test_words_in_quotation_marks_of_their_own_get_no_others(content: str, expected: str) -> None:
    assert marks(content) == expected


def test_a_third_party_is_called_so(demo_client: TestClient) -> None:
    told = next(line for line in demo_client.get("/api/tellings?party=none&limit=1").json())
    page = demo_client.get(f"/reports/{told['report']['id']}").text
    assert '<span class="party">third party</span>' in page
    assert '<span class="party">none</span>' not in page


def test_who_is_not_named_is_called_alike_everywhere_and_is_no_outlets_own_voice(demo_client: TestClient) -> None:
    claims = demo_client.get("/api/claims?limit=1000").json()
    unnamed = next(claim for claim in claims if claim["claimant"] and claim["claimant"]["class"] == "unstated")
    own = next(claim for claim in claims if claim["claimant"] is None)
    assert "<h1>not named" in demo_client.get(f"/claims/{unnamed['id']}").text
    assert "<h1>outlet’s own voice" in demo_client.get(f"/claims/{own['id']}").text
    report = demo_client.get(f"/api/tellings/{unnamed['tellings'][0]}").json()["report"]["id"]
    card = demo_client.get(f"/reports/{report}").text.split(f'id="{unnamed["tellings"][0]}"')[1]
    assert "not named" in card.split("</article>")[0]


def test_a_place_that_is_carried_from_another_sentence_says_so(demo_client: TestClient) -> None:
    told = [line for line in demo_client.get("/api/tellings?limit=1000").json() if line["place"]]
    carried = next(line for line in told if tracing.is_carried(line["place"], line))
    page = demo_client.get(f"/tellings/{carried['id']}").text
    card = page.split(f'id="{carried["id"]}"')[1].split("</article>")[0]
    assert "named in another sentence" in card
    own = next(line for line in told if not tracing.is_carried(line["place"], line) and "places" not in line)
    card = demo_client.get(f"/tellings/{own['id']}").text.split(f'id="{own["id"]}"')[1].split("</article>")[0]
    assert "named in another sentence" not in card
    alone = next(
        claim["id"]
        for claim in demo_client.get("/api/claims?limit=1000").json()
        if claim["tellings"] == [carried["id"]]
    )
    assert "named in another sentence" in demo_client.get(f"/claims/{alone}").text
