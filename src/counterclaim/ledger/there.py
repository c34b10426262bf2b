"""What is told of one place, the latest first: found in the index of places alone."""

import json
import sqlite3
from collections import Counter
from collections.abc import Collection
from pathlib import Path

from counterclaim.ledger import database

CLAIMS = """SELECT claim_telling.claim FROM telling_place JOIN claim_telling USING (telling)
WHERE telling_place.place = ?1 AND (?2 IS NULL OR telling_place.kind IN (SELECT value FROM json_each(?2)))
AND (?3 IS NULL OR telling_place.day >= ?3) AND (?4 IS NULL OR telling_place.day <= ?4)
GROUP BY 1 ORDER BY max(telling_place.day) DESC, 1 LIMIT ?5 OFFSET ?6"""
OPEN = """SELECT telling FROM telling_place WHERE place = ? AND state = 'ambiguous'
GROUP BY 1 ORDER BY max(day) DESC, 1 LIMIT ?"""
COUNTS = "SELECT place, state, count(*) FROM telling_place WHERE {where} GROUP BY 1, 2"
ALL = -1  # SQLite's limit where there is none


class There:
    """What an open ledger answers about one place. All methods raise LedgerError."""

    path: Path
    _connection: sqlite3.Connection

    def claims_at(
        self,
        place: str,
        *,
        kinds: Collection[str] = (),
        since: str | None = None,
        until: str | None = None,
        limit: int | None = None,
        offset: int = 0,
    ) -> list[str]:
        """The ids of claims with a telling that means, or may mean, the place of that id; those told last first.

        That telling is of one of `kinds` where they are given, and in a report published on the days from `since` to
        `until`, both with them; without days undated ones come, last.
        """
        asked = [place, json.dumps(sorted(kinds)) if kinds else None, since, until, ALL if limit is None else limit]
        return self._named(CLAIMS, *asked, offset)

    def open_at(self, place: str, *, limit: int | None = None) -> list[str]:
        """The ids of tellings that may mean the place, or another; those published last first."""
        return self._named(OPEN, place, ALL if limit is None else limit)

    def tellings_at(self, places: Collection[str] | None = None) -> dict[str, Counter[str]]:
        """How many tellings mean each of these places, or of all, by state; `ambiguous`: or may mean another."""
        where = "place IS NOT NULL" if places is None else "place IN (SELECT value FROM json_each(?))"
        values = [] if places is None else [json.dumps(sorted(places))]
        found: dict[str, Counter[str]] = {}
        with database.read_back(self.path):
            for place, state, number in self._connection.execute(COUNTS.format(where=where), values):
                found.setdefault(place, Counter())[state] = number
        return found

    def _named(self, query: str, *values: object) -> list[str]:
        with database.read_back(self.path):
            return [name for (name,) in self._connection.execute(query, values)]
