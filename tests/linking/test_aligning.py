"""The tellings of two reports aligned: each has one counterpart at most."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

from counterclaim.linking.linker import Rules
from counterclaim.model.claim import Evidence, Join
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling
from made_tellings import GIMAREL, MARN, Line, copied, person, tell

Reports = list[list[Telling]]
MYRHAL = ("Myrhal", "p_myrhal")
TOWER = Line("the water tower of Myrhal had burned down for two nights", MARN, kind="damage", place=MYRHAL)
DEAD = Line(
    "shelling of the market in Myrhal had killed three people", MARN,
    kind="casualties", place=MYRHAL, counts=(("three people", "killed", "3"),),
)  # fmt: skip
QUOTED = Line("we took the depot because nobody was left there to defend it", GIMAREL, kind="other", direct=True)


def joins(ours: list[Telling], theirs: list[Telling]) -> list[Join]:
    return Rules().joins(ours, theirs)


def test_each_telling_has_one_counterpart_at_most(story: Reports) -> None:
    for ours, theirs in combinations(story, 2):
        found = joins(ours, theirs)
        assert all(count == 1 for count in Counter(name for one in found for name in (one.one, one.other)).values())
        assert {one.one for one in found} | {one.other for one in found} <= {one.id for one in (*ours, *theirs)}


def test_which_report_is_given_first_changes_nothing(story: Reports) -> None:
    for ours, theirs in combinations(story, 2):
        assert joins(ours, theirs) == joins(theirs, ours)


def test_the_best_counterpart_is_taken() -> None:
    worse = replace(TOWER, content="the water tower of Myrhal was on fire")
    ours, theirs = tell("Calinth Times", worse, TOWER), tell("Velm Courier", TOWER)
    (join,) = joins(ours, theirs)
    assert {join.one, join.other} == {ours[1].id, theirs[0].id}


def test_several_counterparts_show_a_rewrite() -> None:
    ours, theirs = tell("Calinth Times", TOWER, DEAD), tell("Velm Courier", DEAD, TOWER, published="2031-03-06")
    found = joins(ours, theirs)
    assert len(found) == 2
    assert all(Evidence.REWRITE in join.evidence for join in found)


def test_one_counterpart_shows_none() -> None:
    ours, theirs = tell("Calinth Times", TOWER, DEAD), tell("Velm Courier", TOWER, published="2031-03-06")
    assert [Evidence.REWRITE in join.evidence for join in joins(ours, theirs)] == [False]


def test_a_name_altered_beside_a_quotation_is_known_in_what_else_is_retold() -> None:
    """Who says the same quotation under another name is the same in the rest of the report."""
    other = person("Egor Kamarelov", party="teshar")
    rest = Line("the garrison would leave the depot of Kuteriva soon", GIMAREL, kind="withdrawal")
    ours = tell("Calinth Times", QUOTED, rest)
    theirs = tell(
        "Velm Courier",
        replace(QUOTED, who=other),
        replace(rest, who=None, content="the garrison of Kuteriva leaves the depot"),
    )
    assert {join.one for join in joins(ours, theirs)} | {join.other for join in joins(ours, theirs)} == {
        one.id for one in (*ours, *theirs)
    }


def test_what_a_renamed_claimant_says_elsewhere_is_retold_too() -> None:
    other = person("Egor Kamarelov", party="teshar")
    water = Line("the residents carried water to the trenches", GIMAREL, kind="population_sentiment")
    ours = tell("Calinth Times", QUOTED, water)
    again = replace(water, who=other, content="they brought us water for a week")
    theirs = tell("Velm Courier", replace(QUOTED, who=other), again, published="2031-03-06")
    assert {join.one for join in joins(ours, theirs)} | {join.other for join in joins(ours, theirs)} == {
        one.id for one in (*ours, *theirs)
    }


def test_what_is_nearer_to_what_is_told_already_is_no_retelling_of_the_rest() -> None:
    """A report splits what the other says once: the second half is not taken for something else that is left."""
    left = Line("the garrison of the depot had wells of water", GIMAREL, kind="other")
    half = Line("nobody was left to defend the depot with its wells", GIMAREL, kind="other")
    ours, theirs = tell("Calinth Times", QUOTED, left), tell("Velm Courier", QUOTED, half, published="2031-03-06")
    assert len(joins(ours, theirs)) == 1


def test_other_numbers_of_one_report_are_no_repeat() -> None:
    peak = Line("peak demand for power in Myrhal stood at 16 gigawatts in the evening", MARN, kind="damage")
    more = replace(peak, content="demand for power in Myrhal stood at 12 gigawatts at its peak")
    assert joins(told := tell("Calinth Times", peak, more), told) == []


def test_what_a_report_says_twice_repeats_itself() -> None:
    headline = replace(TOWER, who=None)
    told = tell("Calinth Times", headline, DEAD, TOWER)
    (join,) = joins(told, told)
    assert {join.one, join.other} == {told[0].id, told[2].id}
    assert join.evidence == (Evidence.REPEAT,)


def test_contents_that_overlap_repeat_nothing() -> None:
    """The words of one telling within another are the same words once, not said twice."""
    (whole,) = tell("Calinth Times", Line(f"{TOWER.content} and nobody came to put it out", MARN, kind="damage"))
    begun = Span.of(whole.report.text, whole.content.start, whole.content.start + len(TOWER.content))
    both = [whole, replace(whole, content=begun)]
    assert joins(both, both) == []


def test_a_copy_is_aligned_line_by_line() -> None:
    ours = tell("Calinth Times", TOWER, DEAD, QUOTED)
    theirs = copied(ours, "Prairie Metro Wire")
    expected = {frozenset((one.id, two.id)) for one, two in zip(ours, theirs, strict=True)}
    assert {frozenset((join.one, join.other)) for join in joins(ours, theirs)} == expected


def test_a_report_that_tells_nothing_has_no_joins() -> None:
    assert joins([], tell("Calinth Times", TOWER)) == []
    assert joins([], []) == []
