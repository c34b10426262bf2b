"""Who has it from whom: evidence alone makes a parent."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations, permutations

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from counterclaim.linking.linker import Rules, link
from counterclaim.model.claim import Claim, Evidence, Join, Unheld
from counterclaim.model.telling import Telling
from made_tellings import GIMAREL, UTA, Line, copied, made, medium, read, tell, together

KUTERIVA = ("Kuteriva", "p_kuteriva")
DEPOT = "Tesharish troops had captured the northern railway depot of Kuteriva after heavy street fighting"
REWORDED = "the railway depot in the north of Kuteriva was captured by Tesharish soldiers after street fighting"
TAKEN = "Tesharish troops had taken the railway depot of Kuteriva"
COURIER, TIMES = medium("Velm Courier"), medium("Calinth Times")
HELD = Unheld("Union Telegraph Agency", "a_uta")


def depot(outlet: str, words: str = DEPOT, relay: object = None, published: str | None = "2031-03-05") -> Telling:
    assert relay is None or isinstance(relay, type(UTA))
    line = Line(words, GIMAREL, relay, place=KUTERIVA, said="2031-03-04")
    return tell(outlet, line, published=published)[0]


def one_claim(*tellings: Telling) -> Claim:
    (claim,) = link(tellings)
    return claim


@pytest.mark.parametrize("published", ["2031-03-04", "2031-03-05", "2031-03-06"])
def test_who_cites_an_outlet_that_is_held_has_it_from_there(published: str) -> None:
    agency = depot("Union Telegraph Agency")
    retold = depot("Velm Courier", REWORDED, UTA, published)
    claim = one_claim(agency, retold)
    assert (claim.origin, claim.parents, claim.unheld) == (agency.id, {retold.id: agency.id}, ())


@pytest.mark.parametrize("first", [True, False])
def test_a_citation_counts_whatever_the_ids_are(first: bool) -> None:
    said = "Izar Gimarel {} that Tesharish troops had captured the railway depot of Kuteriva."
    (agency,) = read("Union Telegraph Agency", said.format("said"))
    tail = (said.format("told the Union Telegraph Agency") + "\n" * number for number in range(50))
    words = next(text for text in tail if (made("Velm Courier", text).id < agency.report.id) is first)
    (retold,) = read("Velm Courier", words)
    assert (retold.report.id < agency.report.id) is first
    claim = one_claim(agency, retold)
    assert (claim.origin, claim.parents) == (agency.id, {retold.id: agency.id})


def test_a_chain_of_citations_is_a_chain() -> None:
    agency, courier = depot("Union Telegraph Agency"), depot("Velm Courier", REWORDED, UTA)
    times = depot("Calinth Times", TAKEN, COURIER)
    claim = one_claim(times, courier, agency)
    assert (claim.origin, claim.parents) == (agency.id, {courier.id: agency.id, times.id: courier.id})


def test_a_relay_that_is_not_held_stands_above_all_who_cite_it() -> None:
    one, other = depot("Calinth Times", DEPOT, UTA), depot("Velm Courier", REWORDED, UTA, "2031-03-09")
    claim = one_claim(one, other)
    assert (claim.origin, claim.unheld) == (HELD, (HELD,))
    assert claim.parents == {one.id: HELD, other.id: HELD}


def test_a_relay_in_two_spellings_is_one_that_is_not_held() -> None:
    one, other = depot("Calinth Times", DEPOT, UTA), depot("Velm Courier", REWORDED, medium("UTA", "a_uta"))
    assert len(one_claim(one, other).unheld) == 1


def test_a_relay_that_comes_to_be_held_is_no_longer_missing() -> None:
    one, agency = depot("Calinth Times", REWORDED, UTA), depot("Union Telegraph Agency", published="2031-03-08")
    assert one_claim(one).origin == HELD
    claim = one_claim(one, agency)
    assert (claim.origin, claim.unheld) == (agency.id, ())


@pytest.mark.parametrize("days", [("2031-03-04", "2031-03-06"), ("2031-03-06", "2031-03-04"), ("2031-03-05",) * 2])
def test_whoever_was_earlier_is_no_parent(days: tuple[str, str]) -> None:
    fallen, hands = "the northern depot of {} had fallen to {} soldiers", "{}'s northern depot was now with {} troops"
    one = depot("Calinth Times", fallen.format("Kuteriva", "Tesharish"), published=days[0])
    other = depot("Velm Courier", hands.format("Kuteriva", "Tesharish"), published=days[1])
    claim = one_claim(one, other)
    assert list(claim.parents.values()) == [None]


def test_a_copied_passage_makes_a_parent_of_the_earlier() -> None:
    one, other = depot("Calinth Times"), depot("Velm Courier", published="2031-03-07")
    claim = one_claim(other, one)
    assert (claim.origin, claim.parents) == (one.id, {other.id: one.id})
    assert Evidence.PASSAGE in claim.joins[0].evidence


def test_a_shared_quotation_makes_a_parent_of_the_earlier() -> None:
    words = "“We took the depot because nobody was left there to defend it,” {} said."
    one = read("Calinth Times", words.format("Izar Gimarel"), "2031-03-05")
    other = read("Velm Courier", words.format("the adviser Izar Gimarel"), "2031-03-06")
    (claim,) = together(one, other)
    assert claim.parents == {other[0].id: one[0].id}
    assert Evidence.QUOTATION in claim.joins[0].evidence


def test_copies_of_a_held_report_hang_under_it() -> None:
    agency = depot("Union Telegraph Agency", published="2031-03-04")
    copies = [copied([agency], f"Outlet {number}", "2031-03-06")[0] for number in range(5)]
    assert set(one_claim(agency, *copies).parents.values()) == {agency.id}


@contextmanager
def ending_soon(seconds: float = 0.5) -> Iterator[None]:
    """Raises TimeoutError, as tests/conftest.py has it, where the body does not end: of a ring nobody finds the top."""
    before, _ = signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, before)


def test_who_copies_an_outlet_and_cites_it_may_be_dated_before_it() -> None:
    said = "Izar Gimarel {} on Tuesday that Tesharish troops had captured the northern railway depot of Kuteriva."
    agency = read("Union Telegraph Agency", said.format("said"), "2031-03-05")
    courier = read("Velm Courier", said.format("told the Union Telegraph Agency"), "2031-03-04")
    with ending_soon():
        (claim,) = together(agency, courier)
    assert (claim.origin, claim.parents) == (agency[0].id, {courier[0].id: agency[0].id})


def is_acyclic(claim: Claim) -> bool:
    for name in claim.tellings:
        seen, end = set[str](), claim.parents.get(name)
        while isinstance(end, str):
            if end in seen:
                return False
            seen.add(end)
            end = claim.parents.get(end)
    return True


def test_reports_that_cite_one_another_form_no_ring() -> None:
    claim = one_claim(depot("Calinth Times", DEPOT, COURIER), depot("Velm Courier", REWORDED, TIMES))
    assert is_acyclic(claim)
    assert len(claim.parents) == 2 - isinstance(claim.origin, str)


def test_three_that_cite_one_another_in_turn_form_no_ring() -> None:
    names = ("Calinth Times", "Velm Courier", "Druvan Gazette")
    told = [
        depot(name, words, medium(names[(number + 1) % 3]))
        for number, (name, words) in enumerate(zip(names, (DEPOT, REWORDED, TAKEN), strict=True))
    ]
    trees = {str(one_claim(*order).as_json()) for order in permutations(told)}
    assert len(trees) == 1
    assert is_acyclic(one_claim(*told))


@pytest.mark.xfail(strict=True, reason="of two that cite one another one outlet is held and called unheld at once")
def test_an_outlet_that_is_held_is_not_called_unheld() -> None:
    claim = one_claim(depot("Calinth Times", DEPOT, COURIER), depot("Velm Courier", REWORDED, TIMES))
    assert not {one.name for one in claim.unheld} & {"Calinth Times", "Velm Courier"}


PHASES = (Phase.explicit, Phase.reuse, Phase.generate)  # what hangs is not hung up on to make it smaller
OUTLETS = ("Calinth Times", "Velm Courier", "Druvan Gazette", "Kestriva Observer", "Union Telegraph Agency")


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[list[Telling]], list[Join]]:
    """Reports that cite one another at will, on any days, and any joins of them."""
    reports = []
    for name in OUTLETS:
        relay = draw(st.sampled_from((None, *OUTLETS, "Coastline Radio")))
        day = draw(st.sampled_from((None, "2031-03-04", "2031-03-05", "2031-03-05T09:00:00Z")))
        line = Line(draw(st.sampled_from((DEPOT, REWORDED))), GIMAREL, medium(relay) if relay else None)
        reports.append(tell(name, line, published=day))
    joins = []
    for one, other in combinations(sorted(report[0].id for report in reports), 2):
        if draw(st.booleans()):
            evidence = draw(st.sampled_from(list(Evidence)))
            joins.append(Join(one, other, draw(st.integers(8, 20)), (evidence,), ()))
    return reports, joins


def claims_of(reports: list[list[Telling]], joins: list[Join]) -> list[Claim]:
    with ending_soon():
        return Rules().claims([report[0] for report in reports], joins, reports)


@settings(max_examples=150, deadline=None, phases=PHASES)
@given(cases())
def test_any_joins_give_a_tree(case: tuple[list[list[Telling]], list[Join]]) -> None:
    reports, joins = case
    for claim in claims_of(reports, joins):
        assert is_acyclic(claim)
        for end in claim.parents.values():
            assert end is None or end in claim.tellings or end in claim.unheld
        assert set(claim.unheld) == {end for end in claim.parents.values() if isinstance(end, Unheld)}
        without = set(claim.tellings) - set(claim.parents)
        assert without == ({claim.origin} if isinstance(claim.origin, str) else set())


@settings(max_examples=150, deadline=None, phases=PHASES)
@given(cases())
def test_who_cites_nobody_and_copies_nothing_has_no_parent(case: tuple[list[list[Telling]], list[Join]]) -> None:
    reports, joins = case
    shown = {*Evidence} - {Evidence.CITATION, Evidence.WORDING, Evidence.OCCASION}  # what repeats may copy
    for claim in claims_of(reports, joins):
        copies = {name for join in claim.joins if shown & set(join.evidence) for name in (join.one, join.other)}
        for report in reports:
            without = not any(one.chain.relays or one.id in copies for one in report)
            if without and report[0].id in claim.parents:
                assert claim.parents[report[0].id] is None


def test_what_a_report_repeats_hangs_under_the_telling_that_names_most_of_the_chain() -> None:
    bare, full = tell(
        "Velm Courier",
        Line(DEPOT, None, place=KUTERIVA, said="2031-03-04"),
        Line(REWORDED, GIMAREL, UTA, place=KUTERIVA, said="2031-03-04"),
        published="2031-03-06",
    )
    agency = depot("Union Telegraph Agency")
    claim = one_claim(bare, full, agency)
    assert (claim.origin, claim.parents) == (agency.id, {full.id: agency.id, bare.id: full.id})
    assert {item.to for item in claim.drift} <= {full.id}
