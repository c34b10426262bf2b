from typing import Any

from counterclaim.masking.masks import Mask
from counterclaim.masking.shape import masked, masked_by_all

from masked import masked as mask_of

TEXT = "The miner Oskar Venn left Dorn, Oskar Venn’s wife said to Venn."
MASK = mask_of(TEXT)


def at(words: str, after: int = 0) -> dict[str, int]:
    start = TEXT.index(words, after)
    return {"start": start, "end": start + len(words)}


def test_without_private_names_nothing_is_made_anew() -> None:
    value = {"text": "anything"}
    assert masked(value, Mask(None, "anything")) is value


def test_a_source_loses_name_words_and_actor_and_says_so() -> None:
    source: dict[str, Any] = {"as": "claimant", "name": "Oskar Venn", "written": "The miner Oskar Venn"}
    source |= {
        "role": "miner",
        "actor": "a_venn",
        "party": None,
        "reasons": ["Venn is Venn"],
        **at("The miner Oskar Venn"),
    }
    assert masked(source, MASK) == source | {
        "name": None, "written": None, "actor": None, "reasons": ["████ is ████"], "masked": True,
    }  # fmt: skip


def test_whoever_is_meant_by_a_pronoun_is_masked_as_well() -> None:
    source = {"as": "claimant", "name": "Oskar Venn", "written": "The", "actor": None, **at("The")}
    assert masked(source, MASK) == source | {"name": None, "written": None, "masked": True}


def test_others_stay() -> None:
    source = {"as": "claimant", "name": "Ilse Marn", "written": "Dorn", "actor": "a_marn", **at("Dorn")}
    assert masked(source, MASK) == source
    assert masked({"as": "outlet", "name": "Venn Valley Post"}, MASK) == {"as": "outlet", "name": "Venn Valley Post"}
    assert masked({"as": "outlet", "name": "Oskar Venn"}, MASK) == {
        "as": "outlet", "name": None, "masked": True,
    }  # fmt: skip


def test_a_slot_with_the_name_in_a_longer_phrase_is_null() -> None:
    slot: dict[str, Any] = {"written": "Oskar Venn’s wife", "actor": None, "party": None, **at("Oskar Venn’s wife")}
    assert masked(slot, MASK) == slot | {"written": None, "masked": True}
    assert masked({"party": "vardia", "inferred": "by Venn"}, MASK) == {"party": "vardia", "inferred": "by ████"}


def test_words_keep_their_place_and_their_context() -> None:
    span = {"text": "left Dorn", **at("left Dorn"), "prefix": TEXT[:21], "suffix": TEXT[30:62]}
    found = masked(span, MASK)
    assert found == span | {"prefix": MASK.text[:21], "suffix": MASK.text[30:62]}
    assert "█████ ████ " in found["prefix"]


def test_a_place_that_is_a_persons_name_is_unresolved() -> None:
    place: dict[str, Any] = {"written": "Venn", "state": "resolved", "id": "p_venn", "name": "Venn", "within": ["x"]}
    place |= {
        "lat": 1.0,
        "lon": 2.0,
        "precision": "settlement",
        "reasons": ["Venn"],
        "alternatives": [],
        **at("Venn", 30),
    }
    found = masked(place, MASK)
    assert (found["written"], found["state"], found["id"], found["lat"]) == ("████", "unresolved", None, None)
    assert found["masked"]
    town = place | {"written": "Dorn", "name": "Venn", **at("Dorn")}
    assert masked(town, MASK) == town  # the gazetteer's own name is no word of the report


def test_counts_dates_and_notes_are_masked_in_their_words() -> None:
    count = {"metric": "other", "who": "sons of Venn", "written": "Venn", "low": 1, "high": 1, **at("Venn", 30)}
    assert masked(count, MASK) == count | {"who": "sons of ████", "written": "████"}
    assert masked(["of Oskar Venn"], MASK) == ["of █████ ████"]


def test_codes_are_no_words() -> None:
    assert masked({"kind": "Venn", "id": "Venn"}, MASK) == {"kind": "Venn", "id": "Venn"}
    assert masked({"url": "https://x.example/oskar-venn"}, MASK) == {"url": "https://x.example/█████-████"}


def test_what_is_made_from_several_reports_is_masked_by_all_of_them() -> None:
    masks = [MASK, Mask(None, ""), mask_of("The nurse Ilna Vord wept in Dorn, Ilna Vord’s sister said.")]
    drift: dict[str, Any] = {"change": "name_altered", "was": "Oskar Venn", "is": "Ilna Vord"}
    assert masked_by_all(drift, masks) == drift | {"was": "█████ ████", "is": "████ ████"}
    assert masked_by_all({"reasons": ["both name Vord"]}, masks) == {"reasons": ["both name ████"]}


def test_its_words_are_not_looked_for_at_their_place_in_one_text() -> None:
    slot: dict[str, Any] = {"written": "the bridge", "start": 10, "end": 20, "actor": "a_x", "party": None}
    assert masked_by_all(slot, [MASK]) == slot
    assert masked_by_all(slot | {"written": "Venn’s"}, [MASK]) == slot | {
        "written": None,
        "actor": None,
        "masked": True,
    }


def test_a_source_that_is_not_held_and_a_place_lose_what_is_known_of_them() -> None:
    assert masked_by_all({"unheld": "Oskar Venn", "actor": "a_venn"}, [MASK]) == {
        "unheld": "█████ ████", "actor": None, "masked": True,
    }  # fmt: skip
    place: dict[str, Any] = {"written": "Venn", "state": "resolved", "id": "p", "name": "Venn", "lat": 1.0, "lon": 2.0}
    found = masked_by_all({"place": place}, [MASK])["place"]
    assert (found["written"], found["state"], found["id"], found["lat"], found["masked"]) == (
        "████", "unresolved", None, None, True,
    )  # fmt: skip
    outlet = {"as": "outlet", "name": "Venn Street News"}
    assert masked_by_all(outlet, [MASK]) == outlet
