import json
from dataclasses import replace

import pytest

from counterclaim.ledger import placed as module
from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store
from counterclaim.model.place import Place

from linked_reports import Told, say
from placing import AREA, BELMAR, LOST, OPEN, placed
from word_linker import WordLinker


def told(*places: Place, outlet: str = "Post", what: str = "bridge") -> Told:
    report, (telling,) = say(outlet, f"the {what} was hit", published="2031-03-01T10:00:00Z")
    return report, [placed(telling, *places)]


def keep(store: Store, one: Told) -> None:
    store.add_report(one[0], one[1], reader="test/1", linker=WordLinker())


def rows(store: Store) -> list[tuple[object, ...]]:
    return store._all("SELECT * FROM telling_place ORDER BY telling, number, place")


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ((BELMAR,), [(0, "p_belmar", "resolved")]),
        ((AREA,), [(0, "p_east", "area")]),
        ((OPEN,), [(0, "p_dorn", "ambiguous"), (0, "p_old", "ambiguous")]),
        ((LOST,), [(0, None, "unresolved")]),
        ((replace(OPEN, alternatives=()),), [(0, None, "ambiguous")]),
        ((), [(0, None, "none")]),
        ((BELMAR, LOST, AREA), [(0, "p_belmar", "resolved"), (1, None, "unresolved"), (2, "p_east", "area")]),
        ((BELMAR, OPEN, BELMAR), [(0, "p_belmar", "resolved"), (1, "p_dorn", "ambiguous"), (1, "p_old", "ambiguous")]),
    ],
)
def test_a_telling_has_a_row_for_each_place_it_may_be_of(
    store: Store, places: tuple[Place, ...], expected: list[tuple[object, ...]]
) -> None:
    one = told(*places)
    keep(store, one)
    name = one[1][0].id
    assert rows(store) == [(name, *row, "strike", "vardia", "2031-03-01") for row in expected]
    assert not store.verify(WordLinker()).differences


def test_tellings_and_claims_are_found_by_a_place_they_may_be_of(store: Store) -> None:
    for outlet, place in (("A", BELMAR), ("B", OPEN), ("C", LOST), ("D", AREA)):
        keep(store, told(place, outlet=outlet))

    def outlets(place: str) -> list[str]:
        return [line["report"]["outlet"] for line in store.lines(Filters(place=place))]

    assert [outlets(place) for place in ("p_belmar", "p_old", "p_dorn", "p_east", "p_x")] == [
        ["A"], ["B"], ["B"], ["D"], [],
    ]  # fmt: skip
    assert len(list(store.claims(Filters(place="p_belmar")))) == 1
    assert not list(store.claims(Filters(place="p_x")))


def test_the_rows_follow_what_is_filled_in(store: Store) -> None:
    one = told(OPEN)
    bare = replace(one[0], published=None)
    keep(store, (bare, [replace(telling, report=bare) for telling in one[1]]))
    assert [row[-1] for row in rows(store)] == [None, None]
    whole = store.filled(one[0])
    assert whole
    store.fill_in(whole, [placed(one[1][0], BELMAR)], reader="test/2", linker=WordLinker())
    assert [(row[2], row[-1]) for row in rows(store)] == [("p_belmar", "2031-03-01")]
    assert not store.verify(WordLinker()).differences


def test_the_rows_go_with_what_is_redacted(store: Store) -> None:
    one, other = told(BELMAR), told(AREA, what="harbour")
    keep(store, one)
    keep(store, other)
    store.redact(one[0].id, by="an analyst", reason="asked", linker=WordLinker())
    assert [row[2] for row in rows(store)] == ["p_east"]
    store.redact(other[1][0].id, by="an analyst", reason="asked", linker=WordLinker())
    assert rows(store) == []
    assert not store.verify(WordLinker()).differences


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE telling_place SET place = 'p_dorn'",
        "UPDATE telling_place SET state = 'area'",
        "UPDATE telling_place SET day = '2031-03-02'",
        "UPDATE telling_place SET party = NULL",
        "DELETE FROM telling_place",
        "INSERT INTO telling_place SELECT telling, 1, place, state, kind, party, day FROM telling_place",
    ],
)
def test_a_row_changed_added_or_lost_is_found(store: Store, change: str) -> None:
    keep(store, told(BELMAR))
    store._connection.execute(change)
    found = store.verify().differences
    assert {one.where.split()[0] for one in found} == {"table", "telling"}


def test_rows_under_a_true_seal_are_held_against_the_bodies(store: Store) -> None:
    keep(store, told(BELMAR))
    module.drop(store._connection, told(BELMAR)[0].id)
    (telling,) = told(BELMAR)[1]
    body = json.loads(json.dumps(telling.as_json())) | {"place": AREA.as_json()}
    module.put(store._connection, module.rows(telling.id, body, party="vardia", published="2031-03-01"))
    (found,) = store.verify().differences
    assert found.where == f"telling {telling.id}"
