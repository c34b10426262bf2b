"""What the ledger knows around one report: when it came, its versions, the claims it tells, what was decided of it."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from counterclaim.ledger import database, records
from counterclaim.model.issue import Issue
from counterclaim.model.review import Action, Review


@dataclass(frozen=True, slots=True)
class Arrival:
    """An entry of the log by which a report came: its number and the instant, ISO 8601 in UTC."""

    seq: int
    at: str


@dataclass(frozen=True, slots=True)
class Version:
    """A report at the same address."""

    report: str
    version: int
    published: str | None


@dataclass(frozen=True, slots=True)
class Around:
    """What is known around a report, none of it its words.

    `arrivals` are its entries, the earliest first (a second one filled something in, or blotted words out); `versions`
    all reports at its address, itself among them; `claims` the id of the claim of each telling, with how many reports
    tell it; `reader` who read it, None where its language is not read.
    """

    arrivals: tuple[Arrival, ...]
    versions: tuple[Version, ...]
    claims: Mapping[str, tuple[str, int]]
    reader: str | None


CAME = "SELECT seq, at FROM log WHERE kind = 'report' AND subject = ? ORDER BY seq"
TOLD_WITH = """SELECT own.id, mine.claim, count(DISTINCT other.report) FROM telling AS own
JOIN claim_telling AS mine ON mine.telling = own.id JOIN claim_telling AS all_ ON all_.claim = mine.claim
JOIN telling AS other ON other.id = all_.telling WHERE own.report = ? GROUP BY own.id"""
VERSIONS = """SELECT id, version, published FROM report
WHERE address = (SELECT address FROM report WHERE id = ?) ORDER BY version, seq"""


class Surroundings:
    """What an open ledger answers about the surroundings of a report. All methods raise LedgerError."""

    path: Path
    _connection: sqlite3.Connection

    def around(self, report: str) -> Around:
        """What is known around the report of that id; of one that is not held any more only how it came."""
        with database.read_back(self.path):
            reader = self._connection.execute("SELECT reader FROM report WHERE id = ?", (report,)).fetchone()
            return Around(
                arrivals=tuple(Arrival(*row) for row in self._connection.execute(CAME, (report,))),
                versions=tuple(Version(*row) for row in self._connection.execute(VERSIONS, (report,))),
                claims={name: (claim, tell) for name, claim, tell in self._connection.execute(TOLD_WITH, (report,))},
                reader=reader[0] if reader else None,
            )

    def counted(self, report: str, start: int, end: int) -> tuple[int, int, int]:
        """How many of a report's tellings begin before `start`, from there to before `end`, and altogether."""
        query = """SELECT count(*) FILTER (WHERE start < ?2), count(*) FILTER (WHERE start >= ?2 AND start < ?3),
        count(*) FROM telling WHERE report = ?1"""
        with database.read_back(self.path):
            before, within, all_ = self._connection.execute(query, (report, start, end)).fetchone()
            return before, within, all_

    def reviews_of(self, report: str) -> list[Review]:
        """People's decisions about a report, its tellings and their claims, and redactions of words in it."""
        with database.read_back(self.path):
            return list(_reviews(self._connection, report))

    def issues_of(self, report: str, location: str) -> list[Issue]:
        """What was wrong with the input at that place, or is told of the report of that id."""
        query = """SELECT body FROM issue JOIN payload USING (seq)
        WHERE json_extract(CAST(body AS TEXT), '$.location') = ? OR instr(CAST(body AS TEXT), ?) ORDER BY seq"""
        with database.read_back(self.path):
            rows = self._connection.execute(query, (location, report)).fetchall()
            return [Issue.from_json(json.loads(body)) for (body,) in rows]


def _reviews(connection: sqlite3.Connection, report: str) -> Iterator[Review]:
    own = {name for (name,) in connection.execute("SELECT id FROM telling WHERE report = ?", (report,))}
    claims = {claim for _, claim, _ in connection.execute(TOLD_WITH, (report,))}
    entries = {seq for seq, _ in connection.execute(CAME, (report,))}
    about = {report, *own, *claims}
    for seq, action, subject in connection.execute("SELECT seq, action, subject FROM review ORDER BY seq").fetchall():
        if subject in about:
            yield records.review(connection, seq)
        elif action == Action.REDACT:
            found = records.review(connection, seq)
            if not entries.isdisjoint(found.detail.get("entries", ())):
                yield found
