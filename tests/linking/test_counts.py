"""Which counts are one, and when the same counts are of one claim."""

from dataclasses import replace

import pytest

from counterclaim.linking.contrary import other_numbers
from counterclaim.linking.counts import counts_in_both, sharp_counts, tell_same_counts
from counterclaim.linking.linker import Rules
from counterclaim.linking.traits import Traits, traits
from counterclaim.model.telling import Telling
from made_tellings import STAFF, TESHAR, VARDIA, Line, grouped, tell, together

Count = tuple[str, str, str]
KILLED = ("2,514 residents", "killed", ">=2514")
ROUNDED = ("2,500 residents", "killed", ">=2501")
WOUNDED = ("12,000", "wounded", ">=12001")


def line(*counts: Count, words: str = "the shelling of the towns") -> Line:
    written = " and ".join(f"{what} {metric}" for what, metric, _ in counts)
    return Line(f"{words} left {written}", VARDIA, kind="casualties", counts=counts)


def trait(*counts: Count) -> Traits:
    (one,) = traits(tell("Calinth Times", line(*counts)))
    return one


def test_a_count_and_the_same_rounded_are_no_other_numbers() -> None:
    assert len(counts_in_both(trait(KILLED), trait(ROUNDED))) == 1
    assert not other_numbers(trait(KILLED), trait(ROUNDED))


@pytest.mark.parametrize(
    "other",
    [
        ("2,519 residents", "killed", "2519"),  # as sharp, and another
        ("2,300 residents", "killed", "2300"),  # not the one rounded
        ("2,500 residents", "wounded", "2500"),  # of another thing
    ],
)
def test_other_counts_are_other_numbers(other: Count) -> None:
    assert other_numbers(trait(KILLED), trait(other))


@pytest.mark.parametrize(
    ("ours", "theirs", "tell_much"),
    [
        ([KILLED], [KILLED], True),  # one to the last digit
        ([KILLED], [ROUNDED], False),  # one that is rounded
        ([ROUNDED, WOUNDED], [KILLED, WOUNDED], True),  # two, one of them rounded
        ([WOUNDED], [WOUNDED], False),  # a round one alone
        ([("12 people", "killed", "12"), ("15", "wounded", "15")],) * 2 + (False,),  # small ones
        ([("2031 people", "killed", "2031")],) * 2 + (False,),  # what may be a year
    ],
)
def test_which_counts_two_do_not_give_by_chance(ours: list[Count], theirs: list[Count], tell_much: bool) -> None:
    assert tell_same_counts(trait(*ours), trait(*theirs)) is tell_much
    shared = sharp_counts(trait(*ours)) & sharp_counts(trait(*theirs))
    assert shared or not tell_much


def reports(who: Line, published: str) -> tuple[list[Telling], list[Telling]]:
    own = replace(line(ROUNDED, WOUNDED), who=None)
    return tell("Velm Courier", own), tell("Calinth Times", who, published=published)


def test_the_same_counts_of_nobody_named_and_of_a_claimant_are_of_one_claim() -> None:
    own, named = reports(line(KILLED, WOUNDED, words="according to its count the war"), "2031-03-11")
    assert Rules().keys(own) & Rules().keys(named)
    assert len(together(own, named)) == 1


def test_two_claimants_may_give_the_same_counts() -> None:
    ours = tell("Velm Courier", line(ROUNDED, WOUNDED))
    theirs = tell("Calinth Times", replace(line(KILLED, WOUNDED), who=TESHAR))
    assert len(together(ours, theirs)) == 2


def test_the_same_counts_weeks_later_are_told_anew() -> None:
    own, named = reports(line(KILLED, WOUNDED, words="according to its count the war"), "2031-03-30")
    assert len(together(own, named)) == 2


def test_a_report_that_gives_its_counts_twice_repeats_itself() -> None:
    shot = Line("Vardian crews shot down 408 drones", STAFF, kind="strike", counts=(("408 drones", "launched", "408"),))
    parts = replace(shot, content="of 408 drones that crews shot down most were of the Sarn type", who=None)
    told = tell("Calinth Times", line(WOUNDED), shot, parts)
    assert [len(group) for group in grouped(together(told), told)].count(2) == 1
