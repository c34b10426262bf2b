"""Values read back from the log's payloads."""

import json
import sqlite3
from collections.abc import Iterator

from counterclaim.model.issue import Issue
from counterclaim.model.report import Report
from counterclaim.model.review import Review


def report(connection: sqlite3.Connection, seq: int) -> tuple[Report, str | None]:
    """The report of entry `seq`, and the theatre that was asked for when it was added."""
    body, raw = connection.execute("SELECT body, raw FROM payload WHERE seq = ?", (seq,)).fetchone()
    value = json.loads(body)
    return Report.from_json(value["report"], raw=raw, version=value["version"]), value["theatre"]


def reports(connection: sqlite3.Connection) -> Iterator[tuple[int, Report]]:
    """All reports held, with their entries' numbers, in the order they came."""
    for (seq,) in connection.execute("SELECT seq FROM report ORDER BY seq").fetchall():
        yield seq, report(connection, seq)[0]


def issues(connection: sqlite3.Connection) -> Iterator[Issue]:
    """All issues, in the order they came."""
    for (body,) in connection.execute("SELECT body FROM issue JOIN payload USING (seq) ORDER BY seq"):
        yield Issue.from_json(json.loads(body))


def reviews(connection: sqlite3.Connection) -> Iterator[tuple[int, Review]]:
    """All reviews, with their entries' numbers, in the order they came."""
    rows = connection.execute("SELECT seq, body FROM review JOIN payload USING (seq) ORDER BY seq")
    for seq, body in rows:
        yield seq, Review.from_json(json.loads(body))


def review(connection: sqlite3.Connection, seq: int) -> Review:
    """The review of entry `seq`."""
    (body,) = connection.execute("SELECT body FROM payload WHERE seq = ?", (seq,)).fetchone()
    return Review.from_json(json.loads(body))
