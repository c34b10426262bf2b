"""Where tellings lie, as rows: kept beside them under a seal, so that a place, a map and days are asked of an index."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any

from counterclaim.ledger import sealed
from counterclaim.ledger.difference import Difference

TABLE = "telling_place"
NONE = "none"  # the state of a telling that names no place

Row = tuple[Any, ...]


def rows(telling: str, body: dict[str, Any], *, party: str | None, published: str | None) -> list[Row]:
    """The rows of a telling: one for each place that one of its places is or, where that is open, may be.

    `body` is its public shape, `party` its claimant's, `published` its report's. A place that is unresolved, and a
    telling that names none, has a row without an id. What two places of a telling both are is told once.
    """
    places = body.get("places") or ([body["place"]] if body["place"] else [])
    found = [(at, name, one["state"]) for at, one in enumerate(places) for name in _ids(one)] or [(0, None, NONE)]
    day = published and published[:10]
    each = {(name, state): at for at, name, state in reversed(found)}
    return [(telling, at, name, state, body["kind"], party, day) for (name, state), at in each.items()]


def _ids(place: dict[str, Any]) -> Iterable[str | None]:
    if place["id"] is not None:
        return (place["id"],)
    meant = place["alternatives"] if place["state"] == "ambiguous" else ()
    return dict.fromkeys(other["id"] for other in meant) or (None,)


def put(connection: sqlite3.Connection, found: Iterable[Row]) -> None:
    """Keeps these rows."""
    sealed.put(connection, TABLE, list(found))


def drop(connection: sqlite3.Connection, report: str) -> None:
    """Drops the rows of the tellings of `report`."""
    sealed.drop(connection, TABLE, "telling IN (SELECT id FROM telling WHERE report = ?)", report)


def fill(connection: sqlite3.Connection) -> None:
    """Makes the rows of all tellings that are held, into the empty table."""
    put(connection, (row for _, found in _made(connection) for row in found))


def places(connection: sqlite3.Connection) -> Iterator[Difference]:
    """The rows of each telling's places, against those that its body gives; that there are no others, its seal says."""
    query = f"SELECT * FROM {TABLE} WHERE telling = ?"
    for name, found in _made(connection):
        if set(connection.execute(query, (name,))) != set(found):
            yield Difference(f"telling {name}", "does not have the places that its body gives")


def _made(connection: sqlite3.Connection) -> Iterator[tuple[str, list[Row]]]:
    """Each telling by id, with the rows it is to have."""
    query = """SELECT telling.id, telling.body, telling.party, report.published
               FROM telling JOIN report ON report.id = telling.report"""
    for name, body, party, published in connection.execute(query):
        yield name, rows(name, json.loads(body), party=party, published=published)
