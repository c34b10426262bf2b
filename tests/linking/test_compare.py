"""Two tellings compared: the same either way, with reasons that add up."""

from dataclasses import replace
from itertools import pairwise, product

import pytest

from counterclaim.linking.compare import compared
from counterclaim.linking.contrary import opposed
from counterclaim.linking.traits import Traits, traits
from counterclaim.model.claim import Evidence
from counterclaim.model.telling import Telling
from made_tellings import GIMAREL, TESHAR, VARDIA, Line, person, tell

Reports = list[list[Telling]]
TAKEN = Line("Tesharish troops had taken Kuteriva", GIMAREL, place=("Kuteriva", "p_kuteriva"))


def one(line: Line, outlet: str = "Calinth Times", published: str | None = "2031-03-05") -> Traits:
    (found,) = traits(tell(outlet, line, published=published))
    return found


def points(line: Line, other: Line) -> int:
    return compared(one(line), one(other, "Velm Courier")).points


def test_it_is_the_same_whichever_comes_first(story: Reports) -> None:
    for ours, theirs in pairwise(story):
        for first, second in product(traits(ours), traits(theirs)):
            there, back = compared(first, second), compared(second, first)
            assert (there.points, there.evidence, there.joined) == (back.points, back.evidence, back.joined)
            assert sum(int(reason[reason.rindex("(") + 1 : -1]) for reason in there.reasons) == there.points


@pytest.mark.parametrize(
    "worse",
    [
        replace(TAKEN, who=VARDIA),
        replace(TAKEN, who=None),
        replace(TAKEN, kind="casualties"),
        replace(TAKEN, content="Tesharish troops had taken Petlin", place=("Petlin", "p_petlin")),
        replace(TAKEN, stance="denies/asserted"),
        replace(TAKEN, content="shells had hit the market of Kuteriva"),
    ],
    ids=["claimant", "nobody", "kind", "place", "polarity", "words"],
)
def test_what_differs_speaks_against_one_claim(worse: Line) -> None:
    assert points(TAKEN, worse) < points(TAKEN, TAKEN)


def test_another_claimant_speaks_against_one_claim_more_than_nobody_named() -> None:
    assert points(TAKEN, replace(TAKEN, who=VARDIA)) < points(TAKEN, replace(TAKEN, who=None))


def test_another_day_and_another_number_speak_against_one_claim() -> None:
    dead = replace(
        TAKEN, content="shelling had killed three people in Kuteriva", counts=(("three people", "killed", "3"),)
    )
    more = replace(dead, content=dead.content.replace("three", "nine"), counts=(("nine people", "killed", "9"),))
    assert points(dead, more) < points(dead, dead)
    early, late = replace(TAKEN, said="2031-03-03"), replace(TAKEN, said="2031-03-04")
    assert points(early, late) < points(early, early)


def test_one_claimant_on_one_day_at_one_place_is_an_occasion() -> None:
    other = replace(TAKEN, content="Tesharish soldiers had captured Kuteriva")
    found = compared(one(TAKEN), one(other, "Velm Courier"))
    assert Evidence.OCCASION in found.evidence
    late = compared(one(TAKEN), one(other, "Velm Courier", "2031-03-15"))
    assert Evidence.OCCASION not in late.evidence


def test_without_any_day_there_is_no_occasion() -> None:
    other = replace(TAKEN, content="Tesharish soldiers had captured Kuteriva")
    assert Evidence.OCCASION not in compared(one(TAKEN), one(other, "Velm Courier", None)).evidence


def test_two_claimants_are_contradicted_and_nobody_is_not() -> None:
    assert compared(one(TAKEN), one(replace(TAKEN, who=TESHAR))).contradicted
    assert not compared(one(TAKEN), one(replace(TAKEN, who=None))).contradicted


SWAM = Line("our people were in the water for an hour", None, kind=None, direct=True)


def test_a_quotation_in_nearly_the_same_words_is_told_again() -> None:
    longer = replace(SWAM, content=SWAM.content.replace("an hour", "two hours"))
    found = compared(one(SWAM), one(longer, "Velm Courier"))
    assert Evidence.TRANSLATED_QUOTATION in found.evidence
    other = replace(SWAM, content="our people were in the mine when it was shelled")
    assert Evidence.TRANSLATED_QUOTATION not in compared(one(SWAM), one(other, "Velm Courier")).evidence


def test_whoever_is_said_to_have_admitted_it_denied_it_in_the_same_words() -> None:
    denied = Line("Tesharish guns had opened fire on the station", GIMAREL, kind="strike", stance="denies/asserted")
    admitted = replace(denied, content="Union guns had indeed opened fire on the station", stance="affirms/asserted")
    assert compared(one(denied), one(admitted, "Velm Courier", "2031-03-08")).joined


def test_what_is_told_without_its_claimant_a_week_later_is_still_the_same_where_the_words_are() -> None:
    water = Line("residents carried water to the trenches of Petlin after dark", GIMAREL, kind="population_sentiment")
    late = compared(one(water), one(replace(water, who=None), "Velm Courier", "2031-03-12"))
    assert late.joined
    turned = replace(water, who=None, content="after dark residents of Petlin carried water to the trenches")
    assert compared(one(water), one(turned, "Velm Courier", "2031-03-12")).joined
    assert not compared(one(water), one(turned, "Velm Courier", "2031-03-25")).joined


def test_who_is_named_with_other_numbers_gives_a_count_of_his_own() -> None:
    dry = Line("About 130,000 people in Karsk and Myrhal have no water", None, kind="humanitarian_access")
    count = replace(dry, content="Some 90,000 people in Karsk and Myrhal are without water", who=TESHAR)
    assert not compared(one(dry), one(count, "Velm Courier", "2031-03-07")).joined
    assert compared(one(replace(count, who=None)), one(dry, "Velm Courier", "2031-03-07")).joined


@pytest.mark.parametrize(("written", "same"), [("the Kelhat rail bridge", True), ("the Petlin bridge", False)])
def test_a_place_that_is_a_phrase_is_known_by_the_name_in_it(written: str, same: bool) -> None:
    span = replace(TAKEN, content="the Kelhat bridge was blown up", place=("the Kelhat bridge", None))
    again = replace(TAKEN, content=f"{written} was blown up", place=(written, None))
    found = compared(one(span), one(again, "Velm Courier"))
    assert any("the same place" in reason for reason in found.reasons) is same


def test_a_person_whom_one_report_takes_for_the_other_partys_is_not_opposed_to_himself() -> None:
    unknown = replace(TAKEN, who=person("Igor Gimarel", None, "vardia"))
    assert not opposed(one(TAKEN), one(unknown, "Velm Courier"))
    assert opposed(one(TAKEN), one(replace(TAKEN, who=person("Ilse Marn", "a_marn", "vardia")), "Velm Courier"))


def test_the_same_words_of_another_day_speak_against_one_claim_more_with_every_day() -> None:
    first = one(TAKEN)
    apart = [compared(first, one(TAKEN, "Velm Courier", f"2031-03-{day:02}")) for day in (5, 9, 11, 14, 25)]
    given = [pair.points for pair in apart]
    assert given[0] == given[1] > given[2] > given[3] > given[4]
    assert f"published days apart ({given[2] - given[0]:+})" in apart[2].reasons
    assert compared(first, one(TAKEN, "Velm Courier", None)).points >= given[0]
