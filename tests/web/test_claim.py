"""Pages of claims: of the demo's ledger, and of a made-up one where one is told by many, one by hostile reports."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from starlette.testclient import TestClient

from counterclaim.drawing.trace_svg import trace_svg
from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store
from counterclaim.masking.shown import Shown
from counterclaim.model.claim import Change
from counterclaim.pipeline import Asked, add
from counterclaim.views.side_by_side import PARTS
from counterclaim.views.tracing import Trace
from counterclaim.web.app import create
from counterclaim.web.pages.claim import DRAWN
from counterclaim.web.served import Served
from counterclaim.web.words import words

HERE = "http://127.0.0.1:8765"
MANY = 32
HOSTILE = '<script>alert(1)</script> "x" {{ 7 * 7 }} \u202e' + "Very" * 2500
STRICT = re.compile(r"<style|\sstyle=|\son\w+=|javascript:", re.IGNORECASE)


@pytest.fixture(scope="module")
def village(demo_ledger: Path) -> Trace:
    """The demo's claim with the most tellings."""
    with Store(demo_ledger, write=False) as store:
        shown = Shown(store)
        found = max(shown.claims(Filters()), key=lambda one: len(one["tellings"]))
        return Trace(found, shown.told(found), shown.beside(found))


def report(words: str, outlet: str, published: str) -> dict[str, str]:
    """A made-up report, as a line of JSON gives it."""
    text = f"Made-up text about the invented country Vardia.\n\n{words}"
    return {"text": text, "outlet": outlet, "published": published, "theatre": "vardia"}


def bridge(number: int) -> dict[str, str]:
    """One of many reports that carry the same words."""
    who = "said" if number % 4 else "told Halm News Agency"
    words = (
        f"Izar Gimarel {who} that Dorn had “no choice but to give up the stone bridge before the night”. No {number}."
    )
    return report(words, f"Outlet {number}", f"2031-03-{9 - number // 10:02d}")


def kept(store: Store, folder: Path, *reports: dict[str, str]) -> None:
    """Reads, links and keeps reports."""
    file = folder / f"{len(list(folder.iterdir()))}.jsonl"
    file.write_text("".join(json.dumps(one) + "\n" for one in reports))
    assert not [reading.issues for reading in add(store, [str(file)], Asked()) if not reading.report]


@pytest.fixture(scope="module")
def war(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[TestClient, dict[int, str]]]:
    """A ledger of a claim told by many, and of some of two hostile reports; ids by how many tellings they have."""
    folder = tmp_path_factory.mktemp("war")
    words = f"Ilse Marn said that the granary {HOSTILE} of Halm was “{HOSTILE[:60]} an empty shell of burned stones”."
    hostile = [report(words, f"{HOSTILE[:60]} {name}", "2031-03-03") for name in "AB"]
    with Store(folder / "ledger.db") as store:
        kept(
            store,
            folder,
            *map(bridge, range(MANY)),
            *(one | {"title": HOSTILE, "url": "javascript:alert(1)"} for one in hostile),
        )
        ids = {len(one["tellings"]): one["id"] for one in store.claims(Filters(claimant="Izar"))}
        ids |= {2: next(one["id"] for one in store.claims(Filters(claimant="Ilse")) if "alert" in one["content"])}
    with TestClient(create(Served(folder / "ledger.db")), base_url=HERE) as client:
        yield client, ids


def main(client: TestClient, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    assert not STRICT.search(answer.text)
    return answer.text[answer.text.index("<main") :]


def test_a_claim_shows_all_its_tellings_once_in_the_list_and_as_links_in_the_picture(
    demo_client: TestClient, village: Trace
) -> None:
    text = main(demo_client, f"/claims/{village.claim['id']}")
    for name in village.claim["tellings"]:
        assert text.count(f'id="{name}"') == 1
        assert f'<a href="#{name}"' in text
    assert "8 reports, 7 outlets; 1 independent origin" in text
    assert "RIA Novosti</span>" in text
    assert "cited, not held" in text
    assert "relay added" in text
    assert "Nothing shows where they have it from" in text
    assert "may be one of several places" in text
    assert village.claim["by"] in text


def test_a_denial_that_a_retelling_leaves_out_is_a_counterclaim_dropped(tmp_path: Path) -> None:
    told = (
        "Governor Ilse Marn said on Tuesday that Tesharish troops had captured the northern railway depot of Kuteriva"
        " after heavy street fighting. The General Staff of Teshar {} that its troops had captured the depot."
    )
    with Store(tmp_path / "ledger.db") as store:
        kept(store, tmp_path, report(told.format("denied"), "Calinth Times", "2031-03-04"))
        kept(store, tmp_path, report(told.partition(" The General")[0], "Velm Courier", "2031-03-06"))
        (shared,) = (claim for claim in store.claims(Filters()) if len(claim["tellings"]) > 1)
    with TestClient(create(Served(tmp_path / "ledger.db")), base_url=HERE) as client:
        text = main(client, f"/claims/{shared['id']}")
    assert "counterclaim dropped" in text


def test_the_picture_is_given_as_the_command_line_writes_it(demo_client: TestClient, village: Trace) -> None:
    answer = demo_client.get(f"/claims/{village.claim['id']}/trace.svg")
    assert answer.text == trace_svg(village)
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert "attachment" in answer.headers["content-disposition"]
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_an_id_of_a_telling_leads_to_its_claim(demo_client: TestClient, village: Trace) -> None:
    for tail in ("", "/trace.svg"):
        answer = demo_client.get(f"/claims/{village.claim['tellings'][-1]}{tail}", follow_redirects=False)
        assert answer.status_code == 303
        assert answer.headers["location"] == f"/claims/{village.claim['id']}{tail}"


def test_an_id_that_a_claim_had_leads_to_the_present_one(tmp_path: Path) -> None:
    with Store(tmp_path / "ledger.db") as store:
        kept(store, tmp_path, bridge(0))
        (old,) = (one["id"] for one in store.claims(Filters()) if "bridge" in one["content"])
        kept(store, tmp_path, bridge(12))
        now = store.claim(old)["id"]
    assert old != now
    with TestClient(create(Served(tmp_path / "ledger.db")), base_url=HERE) as client:
        answer = client.get(f"/claims/{old}", follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, f"/claims/{now}")


@pytest.mark.parametrize("tail", ["", "/trace.svg", "/compare?one=t_1&other=t_2"])
def test_what_is_not_held_is_not_found(demo_client: TestClient, tail: str) -> None:
    assert demo_client.get(f"/claims/c_0{tail}").status_code == 404


def test_two_tellings_side_by_side(demo_client: TestClient, village: Trace) -> None:
    item = next(item for item in village.claim["drift"] if item["change"] == "detail_added")
    text = main(demo_client, f"/claims/{village.claim['id']}/compare?one={item['from']}&other={item['to']}")
    assert "<del>" in text
    assert "<ins>" in text
    assert "detail added" in text
    assert "in the second" in text
    assert "≠ different" in text
    assert "= equal" in text
    assert "It is of another claim" not in text
    for name in (item["from"], item["to"]):
        assert f'href="/tellings/{name}"' in text
    swapped = main(demo_client, f"/claims/{village.claim['id']}/compare?one={item['to']}&other={item['from']}")
    assert "in the first" in swapped


def test_a_difference_leads_to_both_side_by_side(demo_client: TestClient, village: Trace) -> None:
    text = main(demo_client, f"/claims/{village.claim['id']}")
    addresses = {found.replace("&amp;", "&") for found in re.findall(r'href="(/claims/\w+/compare[^"]*)"', text)}
    assert len(addresses) == len({(item["from"], item["to"]) for item in village.claim["drift"]})
    for address in addresses:
        assert "What is told to differ" in main(demo_client, address)


def test_a_telling_of_another_claim_can_be_compared_and_that_is_said(
    demo_client: TestClient, demo_ledger: Path, village: Trace
) -> None:
    with Store(demo_ledger, write=False) as store:
        other = next(line["id"] for line in store.lines(Filters()) if line["id"] not in village.lines)
    one = village.claim["tellings"][0]
    text = main(demo_client, f"/claims/{village.claim['id']}/compare?one={one}&other={other}")
    assert "It is of another claim" in text
    assert "No difference between these two is on record" in text


def test_fewer_than_two_tellings_are_asked_for_again(demo_client: TestClient, village: Trace) -> None:
    answer = demo_client.get(f"/claims/{village.claim['id']}/compare?one={village.claim['tellings'][0]}")
    assert answer.status_code == 400
    assert "Two tellings" in answer.text


def test_what_answers_a_claim_is_listed(demo_client: TestClient, demo_ledger: Path) -> None:
    with Store(demo_ledger, write=False) as store:
        lines = {line["id"]: line for line in store.lines(Filters())}
        denial = next(line for line in lines.values() if line["answers"] in lines)
        denied = store.claim(denial["answers"])["id"]
    assert "Denied or doubted in the same reports" in main(demo_client, f"/claims/{denied}")
    assert "What it denies or doubts" in main(demo_client, f"/claims/{denial['id']}")


def test_every_claim_of_the_demo_can_be_shown(demo_client: TestClient, demo_ledger: Path) -> None:
    with Store(demo_ledger, write=False) as store:
        names = [claim["id"] for claim in store.claims(Filters())]
    for name in names:
        main(demo_client, f"/claims/{name}")


def test_a_claim_of_many_stays_readable(war: tuple[TestClient, dict[int, str]]) -> None:
    client, ids = war
    text = main(client, f"/claims/{ids[MANY]}")
    assert len(set(re.findall(r'<article class="telling" id="(t_\w+)"', text))) == MANY
    drawn = len(re.findall(r'<a href="#t_\w+"', text))
    assert drawn <= DRAWN
    assert f"{MANY - drawn} tellings are not drawn" in text
    assert "more with the same words" in text


def test_hostile_words_stay_words(war: tuple[TestClient, dict[int, str]]) -> None:
    client, ids = war
    text = main(client, f"/claims/{ids[2]}")
    names = re.findall(r'<article class="telling" id="(t_\w+)"', text)
    compared = main(client, f"/claims/{ids[2]}/compare?one={names[0]}&other={names[-1]}")
    for shown in (text, compared):
        assert "<script>alert" not in shown
        assert "&lt;script&gt;alert" in shown
        assert "{{ 7 * 7 }}" in shown
        assert "\u202e" not in shown
    picture = client.get(f"/claims/{ids[2]}/trace.svg").content
    assert not [one for one in ElementTree.fromstring(picture).iter() if one.tag.endswith("}script")]  # noqa: S314 ours


def test_who_holds_no_office_is_masked_wherever_a_claim_is_shown(tmp_path: Path) -> None:
    words = "A local resident, Oskar Venn, said that “Oskar Venn had seen the stone bridge of Dorn burn in the night”."
    with Store(tmp_path / "ledger.db") as store:
        kept(store, tmp_path, *(report(words, name, f"2031-03-0{day}") for day, name in enumerate("ABC", 1)))
        (claim,) = (one for one in store.claims(Filters()) if len(one["tellings"]) > 1)
    one, *_, other = claim["tellings"]
    addresses = [f"/claims/{claim['id']}{tail}" for tail in ("", f"/compare?one={one}&other={other}", "/trace.svg")]
    for names in (False, True):
        with TestClient(create(Served(tmp_path / "ledger.db", names=names)), base_url=HERE) as client:
            assert all(("Venn" in client.get(address).text) is names for address in addresses)


def test_every_change_and_every_part_has_words() -> None:
    keys = [*(f"claim.change_{change}" for change in Change), *(f"claim.row_{name}" for name, _ in PARTS)]
    assert all(words().text(key) for key in keys)
