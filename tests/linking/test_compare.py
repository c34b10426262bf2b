"""Two tellings compared: the same either way, with reasons that add up."""

from dataclasses import replace
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.linking.compare import compared, longest_run
from counterclaim.linking.traits import Traits, traits
from counterclaim.model.claim import Evidence
from counterclaim.model.telling import Telling
from made_tellings import GIMAREL, TESHAR, VARDIA, Line, tell

Reports = list[list[Telling]]
WORDS = st.lists(st.sampled_from("abcd"), max_size=12)
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


@given(WORDS, WORDS)
def test_the_longest_run_is_in_both_and_no_longer_one_is(ours: list[str], theirs: list[str]) -> None:
    def runs(words: list[str]) -> set[tuple[str, ...]]:
        return {tuple(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}

    found = tuple(longest_run(ours, theirs))
    both = runs(ours) & runs(theirs)
    assert len(found) == max(map(len, both), default=0)
    assert not found or found in both
    assert len(longest_run(theirs, ours)) == len(found)
