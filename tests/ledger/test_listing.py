"""Parts of listings, and what can be asked for."""

from itertools import pairwise
from typing import Any

import pytest

from counterclaim.ledger import listing
from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store

from linked_reports import keep, many, say
from word_linker import WordLinker

MANY = many(24)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = Store(tmp_path_factory.mktemp("listing") / "ledger.db")
    for told in MANY:
        keep(store, told, WordLinker(shared=3))
    return store


def canonical(line: dict[str, Any]) -> tuple[object, ...]:
    head = line["report"]
    return head["published"] is None, head["published"] or "", head["id"], line["content"]["start"], line["id"]


def ids(found: Any) -> list[str]:
    return [one.id if hasattr(one, "id") else one["id"] for one in found]


def test_tellings_come_in_canonical_order(filled: Store) -> None:
    lines = list(filled.lines(Filters()))
    assert lines == sorted(lines, key=canonical)
    assert len(lines) == sum(len(told) for _, told in MANY)
    assert {line["report"]["id"] for line in lines} == {report.id for report, told in MANY if told}


@pytest.mark.parametrize("filters", [Filters(), Filters(text="bridge"), Filters(since="2031-03-02"), Filters(text="x")])
def test_parts_of_a_listing_are_the_whole(filled: Store, filters: Filters) -> None:
    for ask in (filled.lines, filled.claims):
        whole = ids(ask(filters))
        assert whole == [name for at in range(0, 60, 3) for name in ids(ask(filters, limit=3, offset=at))]
        assert ids(ask(filters, offset=5)) == whole[5:]
        assert ids(ask(filters, limit=0)) == []


def test_parts_of_what_is_found_and_of_reports_are_the_whole(filled: Store) -> None:
    for ask, text in ((filled.found, "bridge"), (filled.reports, "bridge"), (filled.reports, None)):
        whole = ids(ask(text))  # type: ignore[arg-type]  # words are always given where they must be
        assert len(whole) >= 4
        assert ids(ask(text, limit=3, offset=2)) == whole[2:5]  # type: ignore[arg-type]
        assert ids(ask(text, offset=4)) == whole[4:]  # type: ignore[arg-type]


def test_claims_come_by_the_first_telling_that_is_wanted_each_once(filled: Store) -> None:
    for filters in (Filters(), Filters(since="2031-03-02"), Filters(text="mill")):
        wanted = {line["id"]: place for place, line in enumerate(filled.lines(filters))}
        claims = list(filled.claims(filters))
        places = [min(wanted[name] for name in claim["tellings"] if name in wanted) for claim in claims]
        assert all(one < other for one, other in pairwise(places))
        assert sum(len(set(claim["tellings"]) & wanted.keys()) for claim in claims) == len(wanted)


def test_hits_are_the_tellings_that_hold_the_words(filled: Store) -> None:
    wanted = set(ids(filled.lines(Filters(text="stone bridge"))))
    hits = list(filled.hits("stone bridge"))
    assert wanted == {name for names, _ in hits for name in names}
    for names, claim in hits:
        assert set(names) <= set(filled.claim(claim)["tellings"])
    assert [len(names) for names, _ in hits] == sorted((len(names) for names, _ in hits), reverse=True)


def test_new_filters_narrow(store: Store) -> None:
    told = [say("A", "the mill stood", published="2031-03-01T22:00:00Z"), say("B", "the mill burned", published=None)]
    told.append(say("C", "the mill fell", published="2031-03-02"))
    for one in told:
        keep(store, one, WordLinker())
    entry = store.state()[0]
    keep(store, say("D", "the mill rose", published="2031-03-03"), WordLinker())

    def outlets(filters: Filters) -> str:
        return "".join(line["report"]["outlet"] for line in store.lines(filters))

    assert outlets(Filters()) == "ACDB"
    assert outlets(Filters(until="2031-03-01")) == "A"
    assert outlets(Filters(since="2031-03-01", until="2031-03-02")) == "AC"
    assert outlets(Filters(until="2031-02-28")) == ""
    assert outlets(Filters(outlet="C")) == "C"
    assert outlets(Filters(outlet="c")) == ""
    assert outlets(Filters(after=entry)) == "D"
    assert outlets(Filters(after=0, text="mill")) == "ACDB"
    assert outlets(Filters(report=told[1][0].id)) == "B"
    assert outlets(Filters(telling=told[2][1][0].id)) == "C"
    assert [claim["content"] for claim in store.claims(Filters(outlet="B"))] == ["the mill burned"]


@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(kind="strike", party="vardia", claimant="mayor"),
        Filters(since="2031-03-01", until="2031-03-02", outlet="A", after=3),
        Filters(text="bridge", place="p_x"),
    ],
)
def test_a_listing_reads_nothing_but_indexes(filled: Store, filters: Filters, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a page of 50 costs little among 100,000, whatever is asked for."""
    monkeypatch.setattr(listing, "FEW", -1)
    asked: list[str] = []
    filled._connection.set_trace_callback(asked.append)
    list(filled.lines(filters, limit=1))
    filled._connection.set_trace_callback(None)
    query = next(one for one in asked if "ORDER BY" in one)
    plan = [row[3] for row in filled._all(f"EXPLAIN QUERY PLAN {query}")]
    read = [line for line in plan if line.startswith(("SCAN", "SEARCH")) and "VIRTUAL TABLE" not in line]
    assert len(read) >= 2
    assert all("COVERING INDEX" in line for line in read), plan
    assert not any("FOR ORDER BY" in line for line in plan)


@pytest.mark.parametrize(
    "filters", [Filters(text="bridge"), Filters(text="stone", since="2031-03-02"), Filters(text="x")]
)
def test_few_are_looked_up_and_come_as_many_do(
    filled: Store, filters: Filters, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = []
    for few in (-1, 2, 1000):
        monkeypatch.setattr(listing, "FEW", few)
        found.append([list(asked(filters, limit=5, offset=1)) for asked in (filled.lines, filled.claims)])
    assert found[0] == found[1] == found[2]
