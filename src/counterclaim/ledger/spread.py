"""How tellings are spread over places and days, in numbers; and which are tied to no place. No word of a report."""

import json
import sqlite3
from pathlib import Path
from typing import Any

from counterclaim.ledger import database
from counterclaim.ledger.placed import NONE
from counterclaim.ledger.search import Filters, condition

# One row of each telling: that of its first place or, while it is open which that is, of the first that may be meant.
FIRST = """number = 0 AND (state <> 'ambiguous' OR place IS (
    SELECT min(place) FROM telling_place AS other WHERE other.telling = one.telling AND number = 0))"""
# Why a telling is tied to no place: it names none; its words could not be tied; they are an area that has no id.
WITHOUT, UNRESOLVED, UNNAMED = WHY = ("without", "unresolved", "unnamed")
STATES = {WITHOUT: (NONE,), UNRESOLVED: ("unresolved", "ambiguous"), UNNAMED: ("area",)}
LATEST = "ORDER BY day DESC, telling"
UNTIED = "place IS NULL AND state IN (SELECT value FROM json_each(?))"


class Spread:
    """What an open ledger answers about how its tellings are spread. All methods raise LedgerError.

    Of the filters `kind`, `party`, `since` and `until` count, the others are not looked at.
    """

    path: Path
    _connection: sqlite3.Connection

    def by_place(self, filters: Filters) -> list[tuple[str | None, str, str | None, str | None, int]]:
        """Tellings by place, state, party and kind: `(place, state, party, kind, tellings)`.

        The place is None where it is unresolved, an area known by its words alone, or none is named (state "none").
        A telling is counted with each of its places and, where a place is open, with each that may be meant.
        """
        return self._counted("SELECT place, state, party, kind, count(*) FROM telling_place WHERE {where} "
                             "GROUP BY place, state, kind, party", filters)  # fmt: skip

    def by_day(self, filters: Filters) -> list[tuple[str | None, str | None, int]]:
        """Tellings by the day their report was published, None where that is not known, and party."""
        query = f"SELECT day, party, count(*) FROM telling_place AS one WHERE {FIRST} AND {{where}} GROUP BY day, party"
        return self._counted(query, filters)

    def tied_to_none(self, filters: Filters) -> int:
        """How many tellings are tied to no settlement."""
        query = """SELECT count(DISTINCT telling) FROM telling_place AS one WHERE state <> 'resolved' AND {where}
            AND NOT EXISTS (SELECT 1 FROM telling_place AS other
                            WHERE other.telling = one.telling AND other.state = 'resolved')"""
        return int(self._counted(query, filters)[0][0])

    def untied(self, why: str, filters: Filters, *, limit: int, offset: int = 0) -> list[str]:
        """The ids of tellings with a place that is tied to none for the reason `why`, one of WHY, the latest first."""
        where, values = _where(filters)
        query = f"SELECT DISTINCT telling FROM telling_place WHERE {UNTIED} AND {where} {LATEST} LIMIT ? OFFSET ?"
        with database.read_back(self.path):
            rows = self._connection.execute(query, [json.dumps(STATES[why]), *values, limit, offset]).fetchall()
        return [name for (name,) in rows]

    def _counted(self, query: str, filters: Filters) -> list[Any]:
        where, values = _where(filters)
        with database.read_back(self.path):
            return self._connection.execute(query.format(where=where), values).fetchall()


def _where(filters: Filters) -> tuple[str, list[Any]]:
    tests = (("kind = ?", filters.kind), ("party = ?", filters.party), ("day >= ?", filters.since),
             ("day <= ?", filters.until))  # fmt: skip
    return condition(tests)
