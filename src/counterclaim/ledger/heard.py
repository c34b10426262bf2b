"""What the ledger got lately: which reports came, what claims they tell, and whom each of these is first heard from."""

import json
import sqlite3
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from counterclaim.ledger import database
from counterclaim.ledger.search import condition, expression

TOLD = """WITH came AS MATERIALIZED (
  SELECT claim_telling.claim AS claim, max(report.seq) AS latest FROM report
  JOIN telling ON telling.report = report.id JOIN claim_telling ON claim_telling.telling = telling.id
  WHERE report.seq > ? AND report.seq <= ? GROUP BY 1),
begun AS (SELECT came.claim, came.latest, CAST(claim.body AS TEXT) AS body,
  (SELECT min(report.seq) FROM claim_telling JOIN telling ON telling.id = claim_telling.telling
   JOIN report ON report.id = telling.report WHERE claim_telling.claim = came.claim) AS earliest
  FROM came JOIN claim ON claim.id = came.claim)
SELECT begun.claim, begun.latest, begun.earliest, telling.report, begun.body ->> '$.origin.unheld'
FROM begun LEFT JOIN telling ON telling.id = begun.body ->> '$.origin'"""
TELLERS = """SELECT telling.id, report.id, report.seq, report.outlet, report.path FROM claim_telling
JOIN telling ON telling.id = claim_telling.telling JOIN report ON report.id = telling.report
WHERE claim_telling.claim = ? ORDER BY claim_telling.place"""
QUIET = """SELECT coalesce(language, 'unknown'), reader IS NOT NULL, count(*) FROM report WHERE seq > ? AND seq <= ?
AND NOT EXISTS (SELECT 1 FROM telling WHERE telling.report = report.id) GROUP BY 1, 2 ORDER BY 3 DESC, 1"""
TELLS = "EXISTS (SELECT 1 FROM telling WHERE telling.report = report.id)"
STATES = {
    "tells": TELLS,
    "tells_nothing": f"reader IS NOT NULL AND NOT {TELLS}",
    "not_read": "reader IS NULL",
}


@dataclass(frozen=True, slots=True)
class Window:
    """The entries after `after` up to `upto`; `reports` came in them, and `whole` since the cut-off that was asked."""

    after: int
    upto: int
    reports: int
    whole: int

    @property
    def is_whole(self) -> bool:
        """Whether no older report that came since the cut-off is left out."""
        return self.reports == self.whole


@dataclass(frozen=True, slots=True)
class Told:
    """A claim that a report in a window tells, and from whom it is first heard.

    `latest` is the newest entry in the window that tells it, `earliest` the oldest of all. `report` is the id of the
    report of its origin, or `unheld` the name of the source that is cited and not held.
    """

    claim: str
    latest: int
    earliest: int
    report: str | None
    unheld: str | None


@dataclass(frozen=True, slots=True)
class Teller:
    """A telling of a claim: its report, the entry by which that came, and the outlet, else the path."""

    telling: str
    report: str
    entry: int
    outlet: str


@dataclass(frozen=True, slots=True)
class Quiet:
    """So many reports of a language of which the ledger has no telling: they tell nothing, or are not read yet."""

    language: str
    is_read: bool
    reports: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which reports are wanted. All that is given must hold.

    `after` and `upto` are log entries; `since` and `until` ISO 8601 days of publication, both included; `outlet` and
    `language` (ISO 639-1, or "unknown") are exact; `text` is as in `Filters`; `state` is a key of STATES.
    """

    after: int | None = None
    upto: int | None = None
    language: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    text: str | None = None
    state: str | None = None

    def where(self) -> tuple[str, list[object]]:
        """A condition over `report`, and its parameters."""
        match = None if self.text is None else expression(self.text)
        tests: list[tuple[str, object]] = [
            ("report.seq > ?", self.after),
            ("report.seq <= ?", self.upto),
            ("coalesce(report.language, 'unknown') = ?", self.language),
            ("report.outlet = ?", self.outlet),
            ("report.published >= ?", self.since),
            ("substr(report.published, 1, 10) <= ?", self.until),
            ("report.seq IN (SELECT rowid FROM report_words WHERE report_words MATCH ?)", match),
        ]
        where, values = condition(tests)
        return (f"{where} AND {STATES[self.state]}" if self.state else where), values


@dataclass(frozen=True, slots=True)
class Came:
    """A report that came: the entry by which it did, when (UTC), its id, whether it was read, how much it tells."""

    entry: int
    at: str
    report: str
    is_read: bool
    tellings: int


class Heard:
    """What a ledger tells of what came. All methods raise LedgerError where the file cannot be used as asked."""

    path: Path
    _connection: sqlite3.Connection

    def entry_at_start(self, moment: str) -> int:
        """The last log entry before an ISO 8601 day or instant in UTC; 0 where there is none."""
        with database.read_back(self.path):
            row = self._connection.execute("SELECT max(seq) FROM log WHERE at < ?", (moment,)).fetchone()
        return int(row[0] or 0)

    def moment(self, entry: int) -> str | None:
        """When that entry was made (ISO 8601, UTC); None where there is no such entry."""
        with database.read_back(self.path):
            row = self._connection.execute("SELECT at FROM log WHERE seq = ?", (entry,)).fetchone()
        return str(row[0]) if row else None

    def last_came(self) -> str | None:
        """When the newest report came (ISO 8601, UTC); None where none is held."""
        query = "SELECT at FROM report JOIN log USING (seq) ORDER BY report.seq DESC LIMIT 1"
        with database.read_back(self.path):
            row = self._connection.execute(query).fetchone()
        return str(row[0]) if row else None

    def window(self, after: int, upto: int | None = None, most: int | None = None) -> Window:
        """The entries after `after` up to `upto` (the last one), narrowed to the newest that hold `most` reports."""
        with database.read_back(self.path):
            (last,) = self._connection.execute("SELECT max(seq) FROM log").fetchone()
            end = last if upto is None else min(upto, last)
            within, bounds = "FROM report WHERE seq > ? AND seq <= ?", (after, end)
            (whole,) = self._connection.execute(f"SELECT count(*) {within}", bounds).fetchone()
            if most is None or whole <= most:
                return Window(after, end, whole, whole)
            query = f"SELECT seq {within} ORDER BY seq DESC LIMIT 1 OFFSET {most}"
            return Window(self._connection.execute(query, bounds).fetchone()[0], end, most, whole)

    def told_in(self, window: Window) -> list[Told]:
        """The claims that reports in the window tell."""
        with database.read_back(self.path):
            return [Told(*row) for row in self._connection.execute(TOLD, (window.after, window.upto))]

    def tellings_in(self, window: Window) -> int:
        """How many tellings reports in the window have."""
        query = "SELECT count(*) FROM report JOIN telling ON telling.report = report.id WHERE seq > ? AND seq <= ?"
        with database.read_back(self.path):
            return int(self._connection.execute(query, (window.after, window.upto)).fetchone()[0])

    def quiet_in(self, window: Window) -> list[Quiet]:
        """The reports in the window of which the ledger has no telling, by language, the most first."""
        with database.read_back(self.path):
            rows = self._connection.execute(QUIET, (window.after, window.upto))
            return [Quiet(language, bool(is_read), reports) for language, is_read, reports in rows]

    def tellers(self, claim: str) -> list[Teller]:
        """Who tells a claim, in its order."""
        with database.read_back(self.path):
            rows = self._connection.execute(TELLERS, (claim,))
            return [Teller(telling, report, entry, outlet or path) for telling, report, entry, outlet, path in rows]

    def came(self, wanted: Wanted, *, limit: int | None = None, offset: int = 0) -> Iterator[Came]:
        """The reports wanted, the newest first, from the `offset`th on, at most `limit`."""
        where, values = wanted.where()
        query = f"""SELECT report.seq, log.at, report.id, reader IS NOT NULL,
                    (SELECT count(*) FROM telling WHERE telling.report = report.id)
                    FROM report JOIN log USING (seq) WHERE {where} ORDER BY report.seq DESC LIMIT ? OFFSET ?"""
        with database.read_back(self.path):
            part = (-1 if limit is None else limit, offset)
            for entry, at, report, is_read, tellings in self._connection.execute(query, [*values, *part]):
                yield Came(entry, at, report, bool(is_read), tellings)

    def mark(self) -> str:
        """What tells this ledger from any other: the hash of its first entry."""
        with database.read_back(self.path):
            return str(self._connection.execute("SELECT hash FROM log WHERE seq = 1").fetchone()[0])

    def told_at(self, places: Collection[str]) -> dict[str, int]:
        """Of each of these gazetteer ids how many tellings name it, or a place that may be it; others are left out."""
        query = """SELECT place, count(DISTINCT telling) FROM telling_place
                   WHERE place IN (SELECT value FROM json_each(?)) GROUP BY place"""
        with database.read_back(self.path):
            return dict(self._connection.execute(query, (json.dumps(list(places)),)))

    def outlets(self) -> list[tuple[str, int]]:
        """The outlets of the reports held, each with how many reports, in alphabetical order."""
        query = "SELECT outlet, count(*) FROM report WHERE outlet IS NOT NULL GROUP BY outlet ORDER BY outlet"
        with database.read_back(self.path):
            return list(self._connection.execute(query))

    def languages(self) -> list[tuple[str, bool, int]]:
        """The languages of the reports held ("unknown" without one), whether they are read, how many; most first."""
        query = """SELECT coalesce(language, 'unknown'), reader IS NOT NULL, count(*) FROM report
                   GROUP BY 1, 2 ORDER BY 3 DESC, 1"""
        with database.read_back(self.path):
            return [(name, bool(is_read), count) for name, is_read, count in self._connection.execute(query)]

    def made_by(self) -> list[tuple[str, int]]:
        """By which readers and linkers reports were read and linked, each with how many reports."""
        query = """SELECT reader, count(*) FROM report WHERE reader IS NOT NULL GROUP BY 1
                   UNION ALL SELECT linker, count(*) FROM linked GROUP BY 1"""
        with database.read_back(self.path):
            return list(self._connection.execute(query))
