"""Redaction: words leave the ledger for good; who, when and why stay, and the chain still closes.

A report is removed whole, with every verbatim copy. A telling's sentence is blotted out wherever a report holds it,
by as many blots as it had code points, so that every other offset stays true.
"""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from counterclaim.errors import LedgerBusyError, NotFoundError, SpanError
from counterclaim.ledger import database, fingerprint, log, records, state
from counterclaim.model.report import Report
from counterclaim.model.review import Review
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling

BLOT = "█"
SCRUB_WAIT_MS = 10_000  # how long a reader may keep us from dropping the old bytes before we say so


@dataclass(frozen=True, slots=True)
class Redaction:
    """What a redaction did: the review kept of it, reports removed whole, reports with words blotted out."""

    review: Review
    removed: tuple[str, ...]
    blotted: tuple[str, ...]


def redact(connection: sqlite3.Connection, review: Review, key: bytes) -> Redaction:
    """Carries out `review` within the open transaction. Raises NotFoundError where its subject is not held."""
    if review.subject.startswith("t_"):
        return _redact_passage(connection, review, key)
    found = connection.execute("SELECT seq FROM report WHERE id = ?", (review.subject,)).fetchone()
    if not found:
        raise NotFoundError(
            f"The ledger holds no {review.subject}.",
            "Give the id of a report (r_…) or a telling (t_…) that is held.",
        )
    mark = fingerprint.mark(records.report(connection, found[0])[0].text, key)
    copies = [report.id for _, report in records.reports(connection) if fingerprint.mark(report.text, key) == mark]
    entries = _entries(connection, copies)
    kept = _record(connection, review, mark, reports=copies, entries=entries)
    for name in copies:
        state.delete_report(connection, name)
    _forget(connection, entries)
    return Redaction(kept, tuple(copies), ())


def _redact_passage(connection: sqlite3.Connection, review: Review, key: bytes) -> Redaction:
    found = connection.execute("SELECT report, body FROM telling WHERE id = ?", (review.subject,)).fetchone()
    if not found:
        raise NotFoundError(
            f"The ledger holds no {review.subject}.",
            "Give the id of a report (r_…) or a telling (t_…) that is held.",
        )
    (seq,) = connection.execute("SELECT seq FROM report WHERE id = ?", found[:1]).fetchone()
    report = records.report(connection, seq)[0]
    telling = Telling.from_json(json.loads(found[1]), report)
    passage = _passage(telling)
    holders = [
        (seq, held)
        for seq, held in records.reports(connection)
        if passage.text in held.text + "\0" + (held.title or "")
    ]
    entries = _entries(connection, [held.id for _, held in holders])
    marked = fingerprint.mark(passage.text, key)
    kept = _record(connection, review, marked, reports=[], entries=entries)
    for seq, held in holders:
        _blot(connection, seq, held, passage.text, key)
    _forget(connection, entries)
    return Redaction(kept, (), tuple(held.id for _, held in holders))


def _passage(telling: Telling) -> Span:
    """The hull of a telling's sentence and content."""
    start = min(telling.sentence.start, telling.content.start)
    return Span.of(telling.report.text, start, max(telling.sentence.end, telling.content.end))


def _blot(connection: sqlite3.Connection, seq: int, report: Report, words: str, key: bytes) -> None:
    """Puts a blotted version in the place of `report`; tellings that touch the words go with them."""
    blots = "".join("\n" if letter == "\n" else BLOT for letter in words)
    title = report.title and report.title.replace(words, blots)
    blotted = replace(report, text=report.text.replace(words, blots), title=title, raw=b"")
    theatre = records.report(connection, seq)[1]
    (reader,) = connection.execute("SELECT reader FROM report WHERE seq = ?", (seq,)).fetchone()
    rows = connection.execute("SELECT body FROM telling WHERE report = ? ORDER BY number", (report.id,)).fetchall()
    tellings = list(_still_true(Telling.from_json(json.loads(body), blotted) for (body,) in rows))
    state.delete_report(connection, report.id)
    value = {"report": blotted.as_json(), "version": report.version, "theatre": theatre}
    new = log.append(connection, "report", report.id, value)
    state.insert_report(connection, new, tellings, reader=reader, key=key)


def _still_true(tellings: Iterable[Telling]) -> Iterable[Telling]:
    for telling in tellings:
        try:
            telling.check()
        except SpanError:
            continue
        yield telling


def _entries(connection: sqlite3.Connection, reports: list[str]) -> list[int]:
    """The numbers of all entries whose payloads hold these reports' words."""
    query = "SELECT seq FROM log JOIN payload USING (seq) WHERE kind = 'report' AND subject = ?"
    return [seq for name in reports for (seq,) in connection.execute(query, (name,)).fetchall()]


def _record(
    connection: sqlite3.Connection,
    review: Review,
    mark: fingerprint.Mark,
    *,
    reports: list[str],
    entries: list[int],
) -> Review:
    """Logs the review with what it removed, and keeps the mark by which the words are known again."""
    detail: dict[str, Any] = {"reports": reports, "entries": entries, "mark": [mark.words, mark.digest.hex()]}
    kept = replace(review, detail=detail)
    seq = log.append(connection, "review", review.subject, kept.as_json())
    connection.execute("INSERT INTO review VALUES (?, ?, ?, ?)", state.review_row(seq, kept))
    connection.execute("INSERT INTO fingerprint VALUES (?, ?, ?)", (mark.words, mark.digest, seq))
    return kept


def _forget(connection: sqlite3.Connection, entries: list[int]) -> None:
    """Drops payloads with their salts, and every index entry made of them."""
    connection.executemany("DELETE FROM payload WHERE seq = ?", ((seq,) for seq in entries))
    state.rebuild_indexes(connection, records.reports(connection))
    connection.execute("INSERT OR IGNORE INTO pending VALUES ('scrub')")


def is_pending(connection: sqlite3.Connection) -> bool:
    """Whether a redaction's old bytes may still lie in the files."""
    return connection.execute("SELECT 1 FROM pending").fetchone() is not None


def scrub(connection: sqlite3.Connection, path: Path) -> None:
    """Writes the file anew without the free pages in which removed words may lie, and empties the side file.

    Raises LedgerBusyError where a reader keeps the old bytes open; the next writer tries again.
    """
    with database.plain_faults(path):
        (before,) = connection.execute("PRAGMA busy_timeout").fetchone()
        connection.execute(f"PRAGMA busy_timeout = {SCRUB_WAIT_MS}")
        try:
            connection.execute("VACUUM")
            (busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            connection.execute(f"PRAGMA busy_timeout = {before}")
    if busy:
        raise LedgerBusyError(
            f"The redaction stands, but another process still reads the old bytes of {path}.",
            "End it, then run `counterclaim add` or `review redact` once more: the next writer removes them.",
        )
    with database.transaction(connection, path):
        connection.execute("DELETE FROM pending")
