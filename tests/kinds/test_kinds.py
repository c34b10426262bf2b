import re
from pathlib import Path

from counterclaim.kinds.kinds import OTHER, family, kinds
from counterclaim.model.vocabulary import ROLES

GUIDELINES = (Path(__file__).parents[2] / "corpus" / "GUIDELINES.md").read_text()


def test_there_are_eighteen_kinds_and_other() -> None:
    assert len(kinds()) == 19
    assert OTHER in kinds()


def test_the_guidelines_describe_each() -> None:
    table = GUIDELINES.split("### 2.5 Kind")[1].split("### 2.6")[0]
    assert set(re.findall(r"^\| (\w+) \|", table, re.M)) - {"kind"} == set(kinds())


def test_slots_are_roles() -> None:
    assert all(set(kind.slots) <= {*ROLES, "place", "when", "quantity"} for kind in kinds().values())


def test_a_kind_has_the_slots_that_the_guidelines_call_its_main_ones() -> None:
    table = GUIDELINES.split("### 2.5 Kind")[1].split("### 2.6")[0]
    main = {
        name: set(re.findall(r"[a-z]+", slots)) for name, slots in re.findall(r"^\| (\w+) \|.*\| (.*) \|$", table, re.M)
    }
    known = {*ROLES, "place", "when", "quantity"}
    assert {name: (main[name] & known) - set(kind.slots) for name, kind in kinds().items() if name in main} == {
        name: set() for name in main if name != "kind"
    }


def test_a_kind_says_what_an_event_of_it_asks_and_what_answers() -> None:
    for kind in kinds().values():
        assert kind.question.endswith("?")
        assert kind.answer_slot in (*kind.slots, "polarity")
        assert set(kind.identity_slots) <= set(kind.slots)
        assert kind.against_interest_of in (*kind.slots, "claimant", None)
        assert kind.span_days > 0
        assert len(kind.examples) >= 4


def test_what_is_felt_or_judged_cannot_be_observed() -> None:
    assert {kind.name for kind in kinds().values() if not kind.observable} == {"population_sentiment", "assessment"}


def test_neighbouring_kinds_are_one_family() -> None:
    assert family("control_held") == family("control_changed") == "control"
    assert family("made_up") == "made_up"
