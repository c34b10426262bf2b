"""Verification: every hash and span recomputed, every row and index compared with the record it comes from."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from counterclaim.errors import CounterclaimError
from counterclaim.ledger import link_checks, log, placed, records, state
from counterclaim.ledger.difference import Difference
from counterclaim.ledger.held import Held
from counterclaim.ledger.schema import ALL, INDEXES
from counterclaim.model.issue import Issue
from counterclaim.model.linker import Linker
from counterclaim.model.report import Report
from counterclaim.model.telling import Telling


@dataclass(frozen=True, slots=True)
class Verification:
    """The outcome: what was looked at, payloads removed by redaction, and all differences (none: clean)."""

    entries: int
    reports: int
    tellings: int
    claims: int
    redacted: int
    pending: bool
    differences: tuple[Difference, ...]

    @classmethod
    def unreadable(cls, path: str, why: str) -> "Verification":
        """The outcome for a file that does not even open as a ledger."""
        return cls(0, 0, 0, 0, 0, False, (Difference(path, why),))

    def as_json(self) -> dict[str, Any]:
        """The public shape."""
        counts = {
            name: getattr(self, name) for name in ("entries", "reports", "tellings", "claims", "redacted", "pending")
        }
        return {"clean": not self.differences} | counts | {"differences": [item.as_json() for item in self.differences]}


def verify(connection: sqlite3.Connection, held: Held, linker: Linker | None = None) -> Verification:
    """Looks at everything; damage found by one check never keeps the next from running.

    With `linker`, what can be told again of its links without comparing reports is compared too.
    """

    def relinked(_connection: sqlite3.Connection) -> Iterator[Difference]:
        return link_checks.relinked(held, linker)

    connection.text_factory = lambda data: data.decode(errors="backslashreplace")
    connection.execute("BEGIN")
    try:
        gone = redacted(connection)
        differences = tuple(found for check in (*CHECKS, relinked) for found in _guarded(check, connection))
        counts = [_count(connection, table) for table in ("log", "report", "telling", "claim", "pending")]
    finally:
        connection.execute("ROLLBACK")
        connection.text_factory = str
    entries, reports, tellings, claims, pending = counts
    return Verification(entries, reports, tellings, claims, len(gone), pending > 0, differences)


def redacted(connection: sqlite3.Connection) -> set[int]:
    """The numbers of entries whose payloads a redaction on record removed; empty where that cannot be read."""
    try:
        found = [review for _, review in records.reviews(connection) if review.action == "redact"]
        return {seq for review in found for seq in review.detail["entries"]}
    except (sqlite3.Error, ValueError, KeyError, TypeError, CounterclaimError):
        return set()


def _count(connection: sqlite3.Connection, table: str) -> int:
    try:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    except sqlite3.Error:
        return 0


def _guarded(
    check: Callable[[sqlite3.Connection], Iterator[Difference]], connection: sqlite3.Connection
) -> Iterator[Difference]:
    """What `check` finds; that it cannot go on is itself a difference."""
    try:
        yield from check(connection)
    except (
        sqlite3.Error,
        CounterclaimError,
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        OverflowError,
    ) as error:
        yield Difference(check.__name__.strip("_"), f"cannot be read on: {type(error).__name__}: {error}")


def structure(connection: sqlite3.Connection) -> Iterator[Difference]:
    """The file's pages, tables and indexes, as SQLite checks them."""
    for (line,) in connection.execute("PRAGMA integrity_check(20)"):
        if line != "ok":
            yield Difference("file", str(line))


def schema(connection: sqlite3.Connection) -> Iterator[Difference]:
    """The tables, indexes and settings, against those of a ledger made this moment: no trigger, nothing lost."""
    with closing(sqlite3.connect(":memory:")) as fresh:
        fresh.executescript(ALL)
        expected, found = (dict(_schema(database)) for database in (fresh, connection))
    for name in sorted(expected.keys() | found.keys()):
        if expected.get(name) != found.get(name):
            yield Difference(f"schema {name}", "is not as counterclaim made it")


def _schema(connection: sqlite3.Connection) -> Iterator[tuple[str, Any]]:
    for kind, name, table, made in connection.execute("SELECT type, name, tbl_name, sql FROM main.sqlite_master"):
        yield f"{kind} {name}", (table, made)
    for setting in ("application_id", "user_version"):
        yield setting, connection.execute(f"PRAGMA main.{setting}").fetchone()


def chain(connection: sqlite3.Connection) -> Iterator[Difference]:
    """The log: numbers without a gap, each entry's hash, each hash in the next entry."""
    previous = log.FIRST
    rows = connection.execute("SELECT seq, at, kind, subject, payload_hash, previous, hash FROM log ORDER BY seq")
    for number, (*fields, kept) in enumerate(rows, start=1):
        entry = log.Entry(*fields)
        if entry.seq != number:
            yield Difference(f"log entry {number}", f"is missing; {entry.seq} stands in its place")
            return
        if entry.hash != kept or entry.previous != previous:
            yield Difference(f"log entry {number}", "does not match its hash or the entry before")
        previous = kept


def payloads(connection: sqlite3.Connection) -> Iterator[Difference]:
    """Each payload against the salted hash in the log; one is missing only where a redaction says so."""
    gone = redacted(connection)
    query = """SELECT log.seq, log.subject, log.payload_hash, payload.salt, payload.body, payload.raw
               FROM log LEFT JOIN payload USING (seq) ORDER BY log.seq"""
    for seq, subject, expected, salt, body, raw in connection.execute(query):
        where = f"payload {seq} ({subject})"
        if salt is None:
            if seq not in gone:
                yield Difference(where, "is missing, and no redaction on record removed it")
        elif seq in gone:
            yield Difference(where, "was redacted, and is there")
        elif log.payload_hash(salt, body, raw) != expected:
            yield Difference(where, "does not match its hash in the log")
    for (seq,) in connection.execute("SELECT seq FROM payload WHERE seq NOT IN (SELECT seq FROM log)"):
        yield Difference(f"payload {seq}", "has no entry in the log")


def reports(connection: sqlite3.Connection) -> Iterator[Difference]:
    """Each report held has one row, and the row and its tellings' seal are what the payload and rows give."""
    key = bytes.fromhex(log.payload(connection, 1)["key"])
    last = "SELECT max(seq) FROM log JOIN payload USING (seq) WHERE kind = 'report' GROUP BY subject"
    rows = {row[0]: row for row in connection.execute("SELECT * FROM report")}
    held = {seq for (seq,) in connection.execute(last)} - redacted(connection)
    for seq in sorted(held ^ rows.keys()):
        yield Difference(f"report of entry {seq}", "is not both in the log and among the reports")
    for seq in sorted(held & rows.keys()):
        row = rows[seq]
        query = "SELECT id, hash FROM telling WHERE report = ? ORDER BY number"
        hashes = connection.execute(query, (row[1],)).fetchall()
        if state.report_row(seq, records.report(connection, seq), hashes, reader=row[-2], key=key) != row:
            yield Difference(
                f"report {row[1]}",
                "does not match its payload, or a telling of it was changed, added or lost",
            )


def tellings(connection: sqlite3.Connection) -> Iterator[Difference]:
    """Each telling's spans stand in the stored text, and its row is what its body gives."""
    columns = ", ".join(state.TELLING_COLUMNS)
    for seq, report in records.reports(connection):
        rows = connection.execute(f"SELECT {columns} FROM telling WHERE report = ?", (report.id,))
        for row in rows.fetchall():
            yield from _telling(report, row, seq)
    query = "SELECT id FROM telling WHERE report NOT IN (SELECT id FROM report)"
    for (name,) in connection.execute(query):
        yield Difference(f"telling {name}", "is of no report that is held")


def _telling(report: Report, row: tuple[Any, ...], seq: int) -> Iterator[Difference]:
    where = f"telling {row[0]} (report {report.id}, entry {seq})"
    try:
        telling = Telling.from_json(json.loads(row[-2]), report)
        telling.check()
        same = state.telling_row(telling) == row
    except (CounterclaimError, ValueError, KeyError, TypeError, AttributeError) as error:
        yield Difference(where, f"cannot be true of the stored text: {error}")
        return
    if not same:
        yield Difference(where, "does not match its hash or the stored text")


def lists(connection: sqlite3.Connection) -> Iterator[Difference]:
    """The rows of issues, reviews and fingerprints, against their payloads."""
    entries = connection.execute("SELECT seq, kind, body FROM log JOIN payload USING (seq) ORDER BY seq").fetchall()
    issues = [(seq, Issue.from_json(json.loads(body)).id) for seq, kind, body in entries if kind == "issue"]
    yield from _same("issues", issues, connection.execute("SELECT * FROM issue ORDER BY seq"))
    reviews = [(seq, records.review(connection, seq)) for seq, kind, _ in entries if kind == "review"]
    rows = (state.review_row(seq, review) for seq, review in reviews)
    yield from _same("reviews", rows, connection.execute("SELECT * FROM review ORDER BY seq"))
    redactions = [(seq, review.detail["mark"]) for seq, review in reviews if review.action == "redact"]
    marks = [(count, bytes.fromhex(mark), seq) for seq, (count, mark) in redactions]
    yield from _same("fingerprints", marks, connection.execute("SELECT * FROM fingerprint ORDER BY review"))


def indexes(connection: sqlite3.Connection) -> Iterator[Difference]:
    """Both search indexes, entry by entry, against ones made anew from what is held."""
    for statement in INDEXES.split(";"):
        connection.execute(statement.replace("CREATE VIRTUAL TABLE ", "CREATE VIRTUAL TABLE temp."))
    state.fill_indexes(connection, records.reports(connection), prefix="temp.")
    for name in ("report_words", "telling_words"):
        where = f"search index {name}"
        yield from _same(where, *(_terms(connection, schema, name) for schema in ("temp", "main")))
        sizes = (
            connection.execute(f"SELECT * FROM {schema}.{name}_docsize ORDER BY id") for schema in ("temp", "main")
        )
        yield from _same(where, *sizes)
        yield from _same(where, *_found(connection, name))


def _found(connection: sqlite3.Connection, name: str) -> list[list[tuple[Any, ...]]]:
    """For each word of an index, how many entries hold it, and how many a search for it finds."""
    connection.execute(f"CREATE VIRTUAL TABLE temp.{name}_found USING fts5vocab (main, {name}, row)")
    rows = connection.execute(f"SELECT term, doc FROM temp.{name}_found").fetchall()
    query = f"SELECT count(*) FROM main.{name} WHERE {name} MATCH ?"
    return [[(count,) for _, count in rows], [connection.execute(query, (f'"{term}"',)).fetchone() for term, _ in rows]]


def _terms(connection: sqlite3.Connection, schema: str, name: str) -> Iterable[tuple[Any, ...]]:
    vocabulary = f"{schema}_{name}_terms"
    connection.execute(f"CREATE VIRTUAL TABLE temp.{vocabulary} USING fts5vocab ({schema}, {name}, instance)")
    return connection.execute(f"SELECT term, doc, col, offset FROM temp.{vocabulary}")


def _same(where: str, expected: Iterable[tuple[Any, ...]], found: Iterable[tuple[Any, ...]]) -> Iterator[Difference]:
    """One difference at most: that two lists are not the same."""
    if any(one != other for one, other in zip_longest(expected, found)):
        yield Difference(where, "is not what the record gives")


CHECKS = (structure, schema, chain, payloads, reports, tellings, placed.places, lists, indexes, *link_checks.CHECKS)
