import random

import pytest

from counterclaim.ledger import sealed
from counterclaim.ledger.store import Store


def key(number: int) -> tuple[str, str]:
    return (f"key {number}", "r_1")


@pytest.fixture(autouse=True)
def _loose(store: Store) -> None:
    store._connection.execute("PRAGMA foreign_keys = OFF")


def test_the_seal_is_that_of_the_rows_in_any_order(store: Store) -> None:
    connection, draw = store._connection, random.Random(1)
    held: set[int] = set()
    for _ in range(100):
        number = draw.randrange(10)
        if number in held:
            assert sealed.drop(connection, "link_key", "key = ?", key(number)[0]) == [key(number)]
        else:
            sealed.put(connection, "link_key", [key(number)])
        held ^= {number}
        assert sealed.kept(connection, "link_key") == sealed.found(connection, "link_key")
    assert held


def test_nothing_put_or_dropped_changes_nothing(store: Store) -> None:
    sealed.put(store._connection, "link_key", [])
    assert sealed.drop(store._connection, "link_key", "key = ?", "none") == []
    assert sealed.kept(store._connection, "link_key") == sealed.found(store._connection, "link_key") == 0


@pytest.mark.parametrize("change", ["DELETE FROM link_key", "UPDATE link_key SET key = 'x'"])
def test_a_change_that_goes_round_it_breaks_the_seal(store: Store, change: str) -> None:
    sealed.put(store._connection, "link_key", [key(1)])
    store._connection.execute(change)
    assert sealed.kept(store._connection, "link_key") != sealed.found(store._connection, "link_key")
