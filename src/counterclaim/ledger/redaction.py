"""Redaction: words leave the ledger for good; who, when and why stay, and the chain still closes.

A report is removed whole, with every verbatim copy. A telling's sentence is blotted out wherever a report holds it, in
whatever case, spacing or punctuation, by as many blots as it had code points, so that every other offset stays true.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from counterclaim.errors import LedgerBusyError, NotFoundError, RedactedError, SpanError
from counterclaim.ledger import database, linked, log, records, state
from counterclaim.ledger.fingerprint import Letters, Mark, wordings
from counterclaim.model.report import Report
from counterclaim.model.review import Review
from counterclaim.model.telling import Telling

BLOT = "█"
SCRUB_WAIT_MS = 40_000  # how long a reader may keep us from dropping the old bytes; a page of serve takes at most 30 s


@dataclass(frozen=True, slots=True)
class Redaction:
    """What a redaction did: the review kept of it, reports removed whole, reports with words blotted out."""

    review: Review
    removed: tuple[str, ...]
    blotted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """The `words` to remove, and the mark by which the ledger's `key` knows them in any case and spacing."""

    words: str
    mark: Mark
    key: bytes

    def is_all_of(self, report: Report) -> bool:
        """Whether the text of `report` is just these words."""
        return Letters.of(report.text).mark(self.key) == self.mark

    def is_in(self, report: Report) -> bool:
        """Whether `report` holds these words anywhere; words that stand in many texts by chance are not looked for."""
        texts = () if self.mark.is_short else wordings(report)
        return any(True for text in texts for _ in Letters.of(text).held(self.mark, self.key))

    def blotted(self, text: str) -> str:
        """`text` with a blot for each code point of the words but their line breaks, wherever they stand."""
        letters = list(text.replace(self.words, "".join(_blot(char) for char in self.words)))
        for start, end in Letters.of(text).held(self.mark, self.key):
            letters[start:end] = [_blot(char) for char in letters[start:end]]
        return "".join(letters)


def _blot(char: str) -> str:
    return "\n" if char == "\n" else BLOT


def redact(connection: sqlite3.Connection, review: Review, key: bytes) -> Redaction:
    """Carries out `review` within the open transaction; what it touched is then to be linked anew.

    Raises NotFoundError where its subject is not held, RedactedError where it was redacted before.
    """
    own, words = _subject(connection, review.subject)
    passage = Passage(words, Letters.of(words).mark(key), key)
    whole, parts = [], []
    for seq, report in records.reports(connection):
        if own == review.subject and (report.id == own or passage.is_all_of(report)):
            whole.append(report.id)
        elif report.id == own or passage.is_in(report):
            parts.append((seq, report))
    blotted = [report.id for _, report in parts]
    entries = _entries(connection, whole + blotted)
    kept = _record(connection, review, passage.mark, reports=whole, entries=entries)
    lost = linked.unlink(connection, whole + blotted)
    for name in whole:
        state.delete_report(connection, name)
    for seq, report in parts:
        _put_blotted(connection, seq, report, passage)
    linked.settle(connection, lost)
    _forget(connection, entries)
    return Redaction(kept, tuple(whole), tuple(blotted))


def _subject(connection: sqlite3.Connection, name: str) -> tuple[str, str]:
    """The id of the report that `name` is or is a telling of, and the words to remove."""
    check_not_redacted(connection, name)
    found = connection.execute("SELECT seq FROM report WHERE id = ?", (name,)).fetchone()
    if found:
        return name, records.report(connection, found[0])[0].text
    query = (
        "SELECT report.seq, telling.body FROM telling JOIN report ON report.id = telling.report WHERE telling.id = ?"
    )
    found = connection.execute(query, (name,)).fetchone()
    if not found:
        remedy = "Give the id of a report (r_…) or a telling (t_…) that is held."
        raise NotFoundError(f"The ledger holds no {name}.", remedy)
    report, _ = records.report(connection, found[0])
    telling = Telling.from_json(json.loads(found[1]), report)
    start = min(telling.sentence.start, telling.content.start)
    return report.id, report.text[start : max(telling.sentence.end, telling.content.end)]


def check_not_redacted(connection: sqlite3.Connection, name: str) -> None:
    """Raises RedactedError, saying who and why, where the report or telling `name` was redacted."""
    for _, review in records.reviews(connection):
        if name == review.subject or name in review.detail.get("reports", ()):
            who = f"{name} was redacted by {review.by} on {review.at[:10]}."
            raise RedactedError(who, f"Reason given: {review.reason}")


def _put_blotted(connection: sqlite3.Connection, seq: int, report: Report, passage: Passage) -> None:
    """Puts a blotted version in the place of `report`; tellings that touch the words go with them."""
    blotted = replace(
        report,
        text=passage.blotted(report.text),
        title=report.title and passage.blotted(report.title),
        outlet=report.outlet and passage.blotted(report.outlet),
        url=report.url and passage.blotted(report.url),
        address=report.address and passage.blotted(report.address),
        path=passage.blotted(report.path),
        location=passage.blotted(report.location),
        raw=b"",
    )
    theatre = records.report(connection, seq)[1]
    (reader,) = connection.execute("SELECT reader FROM report WHERE seq = ?", (seq,)).fetchone()
    rows = connection.execute("SELECT body FROM telling WHERE report = ? ORDER BY number", (report.id,)).fetchall()
    tellings = list(_still_true(Telling.from_json(json.loads(body), blotted) for (body,) in rows))
    state.delete_report(connection, report.id)
    value = {"report": blotted.as_json(), "version": report.version, "theatre": theatre}
    new = log.append(connection, "report", report.id, value)
    state.insert_report(connection, new, tellings, reader=reader, key=passage.key)


def _still_true(tellings: Iterable[Telling]) -> Iterator[Telling]:
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
    connection: sqlite3.Connection, review: Review, mark: Mark, *, reports: list[str], entries: list[int]
) -> Review:
    """Logs the review with what it removed, and keeps the mark by which the words are known again."""
    detail = {"reports": reports, "entries": entries, "mark": [mark.letters, mark.digest.hex()]}
    kept = replace(review, detail=detail)
    seq = log.append(connection, "review", review.subject, kept.as_json())
    connection.execute("INSERT INTO review VALUES (?, ?, ?, ?)", state.review_row(seq, kept))
    connection.execute("INSERT INTO fingerprint VALUES (?, ?, ?)", (mark.letters, mark.digest, seq))
    return kept


def _forget(connection: sqlite3.Connection, entries: list[int]) -> None:
    """Drops payloads with their salts, and every index entry made of them."""
    connection.executemany("DELETE FROM payload WHERE seq = ?", ((seq,) for seq in entries))
    state.rebuild_indexes(connection, records.reports(connection))
    connection.execute("INSERT OR IGNORE INTO pending VALUES ('scrub')")


def is_pending(connection: sqlite3.Connection) -> bool:
    """Whether a redaction's old bytes may still lie in the files."""
    return connection.execute("SELECT 1 FROM pending").fetchone() is not None


def scrub(connection: sqlite3.Connection, path: Path, *, wait_ms: int | None = None) -> None:
    """Writes the file anew without the free pages in which removed words may lie, and empties the side file.

    Raises LedgerBusyError where a reader keeps the old bytes open; the next writer tries again.
    """
    with database.plain_faults(path):
        (before,) = connection.execute("PRAGMA busy_timeout").fetchone()
        connection.execute(f"PRAGMA busy_timeout = {SCRUB_WAIT_MS if wait_ms is None else wait_ms}")
        try:
            connection.execute("VACUUM")
            (busy, *_) = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            connection.execute(f"PRAGMA busy_timeout = {before}")
    if busy:
        raise LedgerBusyError(
            f"The redaction stands, but another process still reads the old bytes of {path}.",
            "End it, then run `counterclaim init` on this ledger: each command that writes removes them first.",
        )
    with database.transaction(connection, path):
        connection.execute("DELETE FROM pending")
