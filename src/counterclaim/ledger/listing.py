"""Tellings wanted, in canonical order: found in the indexes alone, so that only what is shown is read.

Reports are gone through in the order of `report_order`, and of each its tellings as `telling_report` has them; both
indexes hold all that is asked for. A first page ends as soon as it is full; what is rare costs one way through them.
"""

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from counterclaim.ledger.held import CANONICAL, IN_REPORT
from counterclaim.ledger.search import Filters
from counterclaim.model.report import Report

ALL = -1  # SQLite's limit where there is none
TOLD = """FROM report CROSS JOIN telling ON telling.report = report.id"""
ORDER = f"ORDER BY {CANONICAL}, {IN_REPORT}"
CLAIMED = "CROSS JOIN claim_telling ON claim_telling.telling = telling.id"


def lines(
    connection: sqlite3.Connection, filters: Filters, *, limit: int | None = None, offset: int = 0
) -> Iterator[dict[str, Any]]:
    """The tellings wanted, in the public shape, from the `offset`th on, at most `limit`."""
    where, values = filters.where()
    query = f"SELECT telling.number, report.seq {TOLD} WHERE {where} {ORDER} LIMIT ? OFFSET ?"
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
    yield from connection.execute(f"SELECT telling.id, claim {TOLD} {CLAIMED} WHERE {where} {ORDER}", values)
