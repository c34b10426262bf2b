"""How tellings are spread: by place, by day, and those that are tied to none."""

from collections import Counter
from dataclasses import replace

import pytest

from counterclaim.ledger.search import Filters
from counterclaim.ledger.spread import WHY
from counterclaim.ledger.store import Store
from counterclaim.model.place import Place

from linked_reports import say
from placing import AREA, BELMAR, LOST, OPEN, placed
from word_linker import WordLinker

UNNAMED = replace(AREA, id=None, name=None)
BARE = replace(OPEN, alternatives=())
TOLD: tuple[tuple[str, str | None, str, str | None, tuple[Place, ...]], ...] = (
    ("A", "2031-03-01T10:00:00Z", "strike", "vardia", (BELMAR,)),
    ("B", "2031-03-01", "strike", "teshar", (OPEN,)),
    ("C", "2031-03-02", "damage", "teshar", (BELMAR, OPEN, AREA)),
    ("D", "2031-03-04", "strike", "vardia", (AREA,)),
    ("E", "2031-03-04", "strike", None, (UNNAMED,)),
    ("F", None, "strike", "vardia", (LOST,)),
    ("G", "2031-03-05", "damage", "none", ()),
    ("H", "2031-03-06", "damage", "none", (BARE,)),
)


@pytest.fixture
def told(store: Store) -> Store:
    for outlet, published, kind, party, places in TOLD:
        report, (telling,) = say(outlet, f"the {outlet} bridge was hit", published=published)
        store.add_report(report, [placed(telling, *places, kind=kind, party=party)], reader="t/1", linker=WordLinker())
    return store


def outlets(store: Store, why: str, filters: Filters = Filters()) -> list[str]:  # noqa: B008 a frozen value
    return [store.telling(name)["report"]["outlet"] for name in store.untied(why, filters, limit=9)]


def test_each_telling_is_counted_with_each_of_its_places_and_all_that_may_be_meant(told: Store) -> None:
    found: Counter[tuple[str | None, str]] = Counter()
    for place, state, _, _, number in told.by_place(Filters()):
        found[place, state] += number
    assert found == {
        ("p_belmar", "resolved"): 2,
        ("p_dorn", "ambiguous"): 2,
        ("p_old", "ambiguous"): 2,
        ("p_east", "area"): 2,
        (None, "area"): 1,
        (None, "unresolved"): 1,
        (None, "none"): 1,
        (None, "ambiguous"): 1,
    }


def test_each_telling_is_counted_once_on_its_day(told: Store) -> None:
    assert Counter({(day, party): number for day, party, number in told.by_day(Filters())}) == {
        ("2031-03-01", "vardia"): 1,
        ("2031-03-01", "teshar"): 1,
        ("2031-03-02", "teshar"): 1,
        ("2031-03-04", "vardia"): 1,
        ("2031-03-04", None): 1,
        ("2031-03-05", "none"): 1,
        ("2031-03-06", "none"): 1,
        (None, "vardia"): 1,
    }


def test_who_is_tied_to_no_settlement(told: Store) -> None:
    assert told.tied_to_none(Filters()) == 6
    assert {why: outlets(told, why) for why in WHY} == {"without": ["G"], "unresolved": ["H", "F"], "unnamed": ["E"]}
    assert told.untied("unresolved", Filters(), limit=1, offset=1) == told.untied("unresolved", Filters(), limit=9)[1:]


@pytest.mark.parametrize(
    ("filters", "tellings"),
    [
        (Filters(kind="damage"), "CGH"),
        (Filters(party="teshar"), "BC"),
        (Filters(since="2031-03-02"), "CDEGH"),
        (Filters(until="2031-03-01"), "AB"),
        (Filters(kind="strike", party="vardia", since="2031-03-01", until="2031-03-03"), "A"),
        (Filters(kind="withdrawal"), ""),
    ],
)
def test_the_filters_leave_what_they_leave_of_a_listing(told: Store, filters: Filters, tellings: str) -> None:
    assert "".join(sorted(line["report"]["outlet"] for line in told.lines(filters))) == tellings
    assert sum(number for _, _, number in told.by_day(filters)) == len(tellings)
    without = [outlet for outlet, *_, places in TOLD if outlet in tellings and BELMAR not in places]
    assert told.tied_to_none(filters) == len(without)
