"""How many independent sources stand behind claims: copies never make more of them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from counterclaim.lang.data import rows
from counterclaim.linking.independence import Root, roots
from counterclaim.model.source import SourceClass
from counterclaim.model.telling import Telling
from made_tellings import (
    GIMAREL,
    STAFF,
    TESHAR,
    UTA,
    VARDIA,
    Line,
    Who,
    copied,
    nobody,
    person,
    read,
    tell,
    together,
)

Reports = list[list[Telling]]
KUTERIVA = ("Kuteriva", "p_kuteriva")
DEPOT = "Tesharish troops had captured the northern railway depot of Kuteriva after heavy street fighting"
REWORDED = "the railway depot in the north of Kuteriva was captured by Tesharish soldiers after street fighting"
IMAGERY = nobody("satellite imagery", SourceClass.DOCUMENT_OR_IMAGERY)
UNSTATED = nobody("reports", SourceClass.UNSTATED)
SAID = Line(DEPOT, TESHAR, place=KUTERIVA, said="2031-03-04")
ITEM = tell("Union Telegraph Agency", SAID, published="2031-03-04")
TAKEN = "The Tesharish Defence Ministry said on Tuesday that Tesharish troops had taken Kuteriva."


def found(*reports: Sequence[Telling]) -> list[Root]:
    """The roots of all claims of these reports."""
    return roots(together(*reports), {one.id: one for report in reports for one in report})


def names(*reports: Sequence[Telling]) -> list[str | None]:
    return [root.name for root in found(*reports)]


@pytest.mark.parametrize("count", [1, 5, 30])
def test_verbatim_copies_make_no_root(count: int) -> None:
    assert names(ITEM, *(copied(ITEM, f"Outlet {number}", "2031-03-05") for number in range(count))) == [TESHAR.name]


@pytest.mark.parametrize("count", [1, 5, 30])
def test_reworded_copies_make_no_root(count: int) -> None:
    words = (DEPOT, REWORDED, DEPOT.replace("heavy", "bitter"), REWORDED.replace("soldiers", "troops"))
    claimants, relays = (TESHAR, None, UNSTATED), (None, UTA)
    lines = [
        replace(SAID, content=words[number % 4], who=claimants[number % 3], relay=relays[number % 2], said=None)
        for number in range(count)
    ]
    copies = [
        tell(f"Outlet {number}", line if line.who else replace(line, relay=None)) for number, line in enumerate(lines)
    ]
    assert names(ITEM, *copies) == [TESHAR.name]


@pytest.mark.parametrize("count", [1, 5, 30])
@pytest.mark.parametrize("who", [None, IMAGERY])
def test_a_copy_that_adds_imagery_makes_no_root(who: Who | None, count: int) -> None:
    added = Line("the capture of Kuteriva was confirmed by satellite imagery of the depot", who, place=KUTERIVA)
    if who:
        added = Line("the capture of Kuteriva was confirmed", who, place=KUTERIVA)
    assert names(ITEM, *(tell(f"Outlet {number}", SAID, added) for number in range(count))) == [TESHAR.name]


def test_imagery_that_is_read_from_words_makes_no_root() -> None:
    confirmed = "The capture of Kuteriva was confirmed by satellite imagery."
    one, other = read("Calinth Times", TAKEN), read("Harbor County Today", f"{TAKEN} {confirmed}")
    assert len(other) > 1
    assert len(found(one, other)) == 1


@pytest.mark.parametrize("count", [1, 5, 30])
def test_copies_of_a_report_of_a_story_make_no_root(stories: dict[str, Reports], count: int) -> None:
    story = stories["st-03"]
    before = len(found(*story))
    for report in story:
        copies = [copied(report, f"Outlet {number}") for number in range(count)]
        assert len(found(*story, *copies)) <= before


def test_a_copy_of_any_report_makes_no_root(story: Reports) -> None:
    before = len(found(*story))
    assert all(len(found(*story, copied(report, "Prairie Metro Wire"))) <= before for report in story)


def test_the_own_voice_of_an_outlet_is_no_root() -> None:
    assert found(tell("Harbor County Today", replace(SAID, who=None, said=None))) == []
    assert found(tell("Union Telegraph Agency", replace(SAID, who=None, said=None))) == []


def test_the_own_voice_of_who_saw_it_is_a_root() -> None:
    assert len(found(tell("Harbor County Today", replace(SAID, who=None, said=None, knowledge="saw")))) == 1


@pytest.mark.parametrize("who", [UNSTATED, IMAGERY])
def test_an_unstated_source_and_pictures_are_no_root(who: Who) -> None:
    assert found(tell("Harbor County Today", replace(SAID, who=who, said=None))) == []


@pytest.mark.parametrize("row", rows("en", "documents")["given_by"], ids=lambda row: row["words"][0])
def test_a_document_that_a_body_gave_is_the_bodys(row: dict[str, Any]) -> None:
    document = nobody(row["example"], SourceClass.DOCUMENT_OR_IMAGERY)
    (root,) = found(tell("Harbor County Today", replace(SAID, who=document, said=None)))
    assert root.actor in {"a_karsk_mine", "a_ts_defence"}


def test_a_picture_of_a_body_is_not_given_by_it() -> None:
    picture = nobody("footage of the Tesharish Defence Ministry", SourceClass.DOCUMENT_OR_IMAGERY)
    assert found(tell("Harbor County Today", replace(SAID, who=picture, said=None))) == []


def test_a_document_of_a_body_adds_no_root_to_what_the_body_says() -> None:
    letter = nobody("a letter from the Tesharish Defence Ministry", SourceClass.DOCUMENT_OR_IMAGERY)
    assert names(ITEM, tell("Velm Courier", Line("the water tower had burned down", letter))) == [TESHAR.name]


def test_unnamed_sources_together_are_one_root_at_most() -> None:
    officials = [read(outlet, words) for outlet, words in UNNAMED]
    assert len(together(*officials)) > 1
    (root,) = found(*officials)
    assert root.name is None
    assert set(root.tellings) == {one.id for report in officials for one in report}


UNNAMED = (
    ("Velm Courier", "A Vardian official said on Tuesday that the water tower of Kuteriva had burned down."),
    ("Karsk Now", "A senior official said on Wednesday that two schools near Dorn were closed."),
    ("Druvan Gazette", "A soldier said that three bridges across the Sarn were mined."),
)


def test_unnamed_sources_beside_a_named_one_add_one_root() -> None:
    assert names(ITEM, *(read(*one) for one in UNNAMED)) == [TESHAR.name, None]


@pytest.mark.parametrize(
    "who",
    [
        person("Yarmak Gelt", "a_gelt", "teshar"),
        nobody("the spokesman of the Ministry of Defence of Teshar", SourceClass.UNNAMED_OFFICIAL),
    ],
    ids=["named", "unnamed"],
)
def test_a_spokesperson_and_the_body_are_one_root(who: Who) -> None:
    other = tell("Velm Courier", Line("the water tower had burned down", who, kind="damage"))
    (root,) = found(ITEM, other)
    assert root.actor == "a_ts_defence"
    assert set(root.tellings) == {ITEM[0].id, other[0].id}


def test_a_spokesperson_and_the_body_are_one_root_as_read() -> None:
    said = "Yarmak Gelt, spokesman of the Tesharish Defence Ministry, said on Tuesday that Petlin had been captured."
    assert len(found(read("Calinth Times", TAKEN), read("Velm Courier", said))) == 1


@pytest.mark.parametrize(
    ("unit", "above"),
    [
        (Who("62nd Assault Regiment", "a_ts_62", "teshar"), TESHAR),
        (Who("Operational Command East", "a_vd_east", "vardia"), VARDIA),
        (STAFF, VARDIA),
    ],
)
def test_a_unit_and_the_ministry_that_commands_it_are_one_root(unit: Who, above: Who) -> None:
    one = tell("Calinth Times", Line("the water tower had burned down", unit, kind="damage"))
    (root,) = found(one, tell("Velm Courier", replace(SAID, who=above)))
    assert root.reasons
    assert unit.name
    assert unit.name in root.reasons[0]


def test_the_commander_of_a_unit_and_the_ministry_are_one_root() -> None:
    commander = person("Bek Kordash", "a_kordash", "teshar")
    assert len(found(ITEM, tell("Velm Courier", Line("the old mill was lost", commander)))) == 1


@pytest.mark.xfail(strict=True, reason="an office that somebody has left counts as if it were held")
def test_who_no_longer_speaks_for_a_body_is_another_root() -> None:
    """Anselm Velk spoke for the General Staff until September 2030, then for the Security Council."""
    staff = tell("Calinth Times", replace(SAID, who=STAFF))
    velk = person("Anselm Velk", "a_velk", "vardia")
    assert len(found(staff, tell("Velm Courier", Line("the old mill was lost", velk)))) == 2


def test_opposing_ministries_are_two_roots() -> None:
    words = "The {} Defence Ministry said on Tuesday that Tesharish troops had taken Kuteriva."
    one, other = read("Calinth Times", words.format("Tesharish")), read("Velm Courier", words.format("Vardian"))
    assert {root.party for root in found(one, other)} == {"teshar", "vardia"}


def test_opposing_ministries_stay_two_roots_where_an_outlet_tells_the_same_itself() -> None:
    words = "The {} Defence Ministry said on Tuesday that Tesharish troops had taken Kuteriva."
    one, other = read("Calinth Times", words.format("Tesharish")), read("Velm Courier", words.format("Vardian"))
    assert len(found(one, other, read("Harbor County Today", "Tesharish troops have taken Kuteriva."))) == 2


def test_persons_of_one_side_without_a_common_command_are_two_roots() -> None:
    other = tell("Velm Courier", Line("the water tower had burned down", GIMAREL, kind="damage"))
    assert len(found(ITEM, other)) == 2


def test_a_body_that_publishes_itself_is_a_root() -> None:
    (root,) = found(read("Ministry of Defence of Teshar", "Tesharish troops have taken Kuteriva."))
    assert (root.name, root.actor) == ("Ministry of Defence of Teshar", "a_ts_defence")


def test_a_body_that_publishes_itself_and_who_cites_it_are_one_root() -> None:
    bulletin = read("Ministry of Defence of Teshar", "Tesharish troops have taken Kuteriva.")
    assert len(found(bulletin, read("Calinth Times", TAKEN))) == 1


def test_a_claimant_who_repeats_himself_is_one_root() -> None:
    again = tell("Velm Courier", replace(SAID, content="the depot was theirs", place=None), published="2031-04-01")
    assert len(together(ITEM, again)) == 2
    assert len(found(ITEM, again)) == 1


def test_every_claim_rests_on_its_root(story: Reports) -> None:
    claims = together(*story)
    tellings = {one.id: one for report in story for one in report}
    known = {claim.id: claim for claim in claims}
    whole = roots(claims, tellings)
    held = [name for root in whole for name in root.claims]
    assert len(held) == len(set(held))
    for root in whole:
        assert {name for one in root.claims for name in known[one].tellings} == set(root.tellings)
    assert sum(root.name is None for root in whole) <= 1
    rootless = [claim for claim in claims if claim.id not in held]
    assert all(roots([claim], tellings) == [] for claim in rootless)


def test_no_claims_have_no_roots() -> None:
    assert roots([], {}) == []


def test_who_is_not_named_is_called_as_the_reports_do() -> None:
    official = nobody("a senior Tesharish official", SourceClass.UNNAMED_OFFICIAL)
    (root,) = found(tell("Calinth Times", replace(SAID, who=official)))
    assert (root.name, root.written) == (None, ("a senior Tesharish official",))
    (named,) = found(ITEM)
    assert named.written == ()
