"""Joins put together to claims: any joins, never two tellings of one report that do not repeat one another."""

from collections.abc import Sequence
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.linking.linker import Rules
from counterclaim.model.claim import Evidence, Join
from counterclaim.model.source import SourceClass
from counterclaim.model.telling import Telling
from made_tellings import GIMAREL, MARN, Line, nobody, person, tell

CONTENTS = ("the mill had burned down", "the bridge was open again", "the market was closed")
REPORTS = [
    tell(f"Outlet {number}", *(Line(words, GIMAREL) for words in CONTENTS), published=f"2031-03-0{number + 1}")
    for number in range(4)
]
TELLINGS = [telling for report in REPORTS for telling in report]
IDS = sorted(telling.id for telling in TELLINGS)
REPORT_OF = {telling.id: telling.report.id for telling in TELLINGS}
PAIRS = list(combinations(IDS, 2))


def join(one: str, other: str, points: int = 10) -> Join:
    same = REPORT_OF[one] == REPORT_OF[other]
    evidence = Evidence.REPEAT if same else Evidence.WORDING
    return Join(min(one, other), max(one, other), points, (evidence,), (f"made up ({points:+})",))


def made_up(one: str, other: str, evidence: Evidence) -> Join:
    return Join(min(one, other), max(one, other), 10, (evidence,), ())


@st.composite
def joins(draw: st.DrawFn) -> list[Join]:
    pairs = draw(st.lists(st.sampled_from(PAIRS), unique=True, max_size=25))
    return [join(*pair, draw(st.integers(8, 30))) for pair in pairs]


def groups(found: Sequence[Join], tellings: Sequence[Telling] = TELLINGS) -> list[tuple[str, ...]]:
    return [claim.tellings for claim in Rules().claims(tellings, found, REPORTS)]


@given(joins())
def test_tellings_of_one_report_share_a_claim_only_where_they_repeat_one_another(found: list[Join]) -> None:
    repeats = {(one.one, one.other) for one in found if Evidence.REPEAT in one.evidence}
    for group in groups(found):
        for one, other in combinations(sorted(group), 2):
            assert REPORT_OF[one] != REPORT_OF[other] or (one, other) in repeats


@given(joins())
def test_every_telling_is_in_one_claim(found: list[Join]) -> None:
    assert sorted(name for group in groups(found) for name in group) == IDS


@given(joins())
def test_only_what_joins_connect_is_one_claim(found: list[Join]) -> None:
    for group in groups(found):
        reached, edge = {group[0]}, {group[0]}
        while edge:
            ends = {end for one in found for end in (one.one, one.other) if {one.one, one.other} & edge}
            edge = (ends & set(group)) - reached
            reached |= edge
        assert reached == set(group)


@given(joins(), st.randoms(use_true_random=False))
def test_the_order_of_joins_and_tellings_changes_nothing(found: list[Join], draw: object) -> None:
    assert hasattr(draw, "sample")
    mixed, others = draw.sample(found, len(found)), draw.sample(TELLINGS, len(TELLINGS))
    assert groups(mixed, others) == groups(found)


@given(joins())
def test_claims_and_their_tellings_stand_in_canonical_order(found: list[Join]) -> None:
    order = {one.id: (one.report.published, one.report.id, one.content.start) for one in TELLINGS}
    made = groups(found)
    assert made == sorted(made, key=lambda group: order[group[0]])
    assert all(list(group) == sorted(group, key=order.__getitem__) for group in made)


def test_the_stronger_of_two_joins_to_one_report_holds() -> None:
    lone, (first, second, _) = REPORTS[0][0].id, (telling.id for telling in REPORTS[1])
    made = groups([join(lone, first, 9), join(lone, second, 12)])
    assert (lone, second) in made
    assert (first,) in made


def test_no_joins_make_a_claim_of_each_telling() -> None:
    assert sorted(groups([])) == [(name,) for name in IDS]


def test_what_nobody_is_named_for_makes_no_claim_of_two_claimants() -> None:
    nemo = nobody("an official", SourceClass.UNNAMED_OFFICIAL)
    lines = (Line(CONTENTS[0], MARN), Line(CONTENTS[0], nemo), Line(CONTENTS[0], person("Anselm Velk", None, "vardia")))
    told = [tell(f"Outlet {number}", line)[0] for number, line in enumerate(lines)]
    reports = [[one] for one in told]
    names = [one.id for one in told]
    pairs = [made_up(names[0], names[1], Evidence.WORDING), made_up(names[1], names[2], Evidence.WORDING)]
    assert len(Rules().claims(told, pairs, reports)) == 2
    renamed = [*pairs, made_up(names[0], names[2], Evidence.QUOTATION)]
    assert len(Rules().claims(told, renamed, reports)) == 1
