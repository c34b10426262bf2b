"""Tellings wanted, in canonical order: found in the indexes alone, so that only what is shown is read.

Reports are gone through in the order of `report_order`, and of each its tellings as `telling_report` has them; both
indexes hold all that is asked for. A first page ends as soon as it is full; what is rare costs one way through them.
Where words or a place are asked for that few tellings have, these are looked up and put in order.
"""

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from counterclaim.ledger.held import CANONICAL, IN_REPORT
from counterclaim.ledger.search import Filters, expression
from counterclaim.model.report import Report

ALL = -1  # SQLite's limit where there is none
FEW = 1000  # tellings: looking up so many, each by itself, takes some 8 ms, a way through 100,000 in order 30 ms
IN_ORDER = "FROM report CROSS JOIN telling ON telling.report = report.id"
LOOKED_UP = "FROM telling CROSS JOIN report ON report.id = telling.report"
HITS = "SELECT 1 FROM telling_words WHERE telling_words MATCH ?"
THERE = "SELECT 1 FROM telling_place WHERE place = ?"
ORDER = f"ORDER BY {CANONICAL}, {IN_REPORT}"
CLAIMED = "CROSS JOIN claim_telling ON claim_telling.telling = telling.id"


def lines(
    connection: sqlite3.Connection, filters: Filters, *, limit: int | None = None, offset: int = 0
) -> Iterator[dict[str, Any]]:
    """The tellings wanted, in the public shape, from the `offset`th on, at most `limit`."""
    where, values = filters.where()
    query = f"SELECT telling.number, report.seq {_told(connection, filters)} WHERE {where} {ORDER} LIMIT ? OFFSET ?"
    last, head = 0, {}
    for number, seq in connection.execute(query, [*values, ALL if limit is None else limit, offset]):
        if seq != last:
            last, head = seq, _head(connection, seq)
        name, body = connection.execute("SELECT id, body FROM telling WHERE number = ?", (number,)).fetchone()
        yield {"id": name, "report": dict(head)} | json.loads(body)


def _head(connection: sqlite3.Connection, seq: int) -> dict[str, Any]:
    """What a line says of the report of entry `seq`."""
    (body,) = connection.execute("SELECT body FROM payload WHERE seq = ?", (seq,)).fetchone()
    kept = json.loads(body)
    return Report.from_json(kept["report"], raw=b"", version=kept["version"]).as_public_json()


def claimed(connection: sqlite3.Connection, filters: Filters) -> Iterator[tuple[str, str]]:
    """The tellings wanted that are of a claim, by id, each with the claim's id."""
    where, values = filters.where()
    query = f"SELECT telling.id, claim {_told(connection, filters)} {CLAIMED} WHERE {where} {ORDER}"
    for telling, claim in connection.execute(query, values):  # noqa: UP028 `yield from` closes rows of a closed ledger
        yield telling, claim


def _told(connection: sqlite3.Connection, filters: Filters) -> str:
    """Reports with their tellings, to be gone through in order or, where only few can be wanted, looked up."""
    words = None if filters.text is None else expression(filters.text)
    asked = [(query, value) for query, value in ((HITS, words), (THERE, filters.place)) if value is not None]
    return LOOKED_UP if any(_are_few(connection, *one) for one in asked) else IN_ORDER


def _are_few(connection: sqlite3.Connection, query: str, value: str) -> bool:
    (found,) = connection.execute(f"SELECT count(*) FROM ({query} LIMIT {FEW + 1})", (value,)).fetchone()
    return int(found) <= FEW
