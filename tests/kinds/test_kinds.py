import re
from pathlib import Path

import pytest

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


ACLED = {  # event and sub-event types, codebook of October 2024: https://acleddata.com/knowledge-base/codebook
    "Battles": {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"},
    "Protests": {"Excessive force against protesters", "Protest with intervention", "Peaceful protest"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Explosions/Remote violence": {
        *("Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack"),
        *("Remote explosive/landmine/IED", "Grenade"),
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Strategic developments": {
        *("Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Other"),
        *("Headquarters or base established", "Looting/property destruction", "Non-violent transfer of territory"),
    },
}
PLOVER = {  # event types, manual draft 2.0: https://github.com/openeventdata/PLOVER, PLOVER_MANUAL.tex
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT"),
    *("THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
UCDP = {  # type_of_violence of the Georeferenced Event Dataset, 1 to 3: https://doi.org/10.1177/0022343313484347
    *("state-based conflict", "non-state conflict", "one-sided violence"),
}
KILLS_NOBODY = {  # what these kinds tell kills nobody by itself: UCDP has no type for it
    *("assessment", "capture_surrender", "control_held", "damage", "displacement", "force_posture_concealment"),
    *("humanitarian_access", "other", "political_statement", "population_sentiment", "withdrawal"),
}


@pytest.mark.parametrize("name", sorted(kinds()))
def test_a_kind_is_mapped_to_names_of_the_fields_codebooks(name: str) -> None:
    mapping = kinds()[name].mapping
    for written in mapping.acled:
        event, _, sub_event = written.partition(": ")
        assert sub_event in ACLED[event]
    assert set(mapping.plover) <= PLOVER
    assert mapping.ucdp is None if name in KILLS_NOBODY else mapping.ucdp in UCDP
    assert len(set(mapping.acled)) == len(mapping.acled)
    assert len(set(mapping.plover)) == len(mapping.plover)


def test_the_lists_of_names_are_whole() -> None:
    assert (len(ACLED), sum(map(len, ACLED.values())), len(PLOVER), len(UCDP)) == (6, 25, 16, 3)
