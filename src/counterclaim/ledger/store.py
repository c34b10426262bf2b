"""The ledger's store: what comes in, and what can be asked. One writer, many readers."""

import json
import secrets
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from counterclaim.errors import LedgerBusyError, LedgerError, NotFoundError, RedactedError, SpanError
from counterclaim.ledger import database, fingerprint, log, records, redaction, state, verification
from counterclaim.ledger.schema import FORMAT, INDEXES, SETTINGS, TABLES
from counterclaim.ledger.search import Filters, expression
from counterclaim.model.issue import Issue
from counterclaim.model.report import Report
from counterclaim.model.review import Action, Review
from counterclaim.model.telling import Telling

STATED = ("outlet", "published", "title")  # what two arrivals of the same report may differ in
LINES = """SELECT telling.id, telling.body, payload.body FROM telling
JOIN report ON report.id = telling.report JOIN payload ON payload.seq = report.seq
WHERE {where} ORDER BY report.published IS NULL, report.published, report.id, telling.start, telling.id"""


class Store:
    """A ledger file at `path`. Without `write` it must exist and is never changed.

    Every change is one transaction: a process killed at any moment leaves whole reports or none of them. All
    methods raise LedgerError where the file cannot be used as asked.
    """

    def __init__(self, path: str | Path, *, write: bool = True, wait: float = database.WAIT) -> None:
        self.path = Path(path)
        self.created = False
        self._connection = database.connect(self.path, write=write, wait=wait)
        try:
            with database.read_back(self.path):
                self._prepare(write=write, wait=wait)
        except BaseException:
            self._connection.close()
            raise

    def _prepare(self, *, write: bool, wait: float) -> None:
        if not database.is_ledger(self._connection, self.path):
            if not write:
                raise LedgerError(f"{self.path} is empty.", "Make a ledger of it with `counterclaim init`.")
            database.use_wal(self._connection, wait)
            with database.transaction(self._connection, self.path):
                if not database.is_ledger(self._connection, self.path):
                    self._create()
        if write and redaction.is_pending(self._connection):
            with suppress(LedgerBusyError):
                redaction.scrub(self._connection, self.path, wait_ms=0)

    def _create(self) -> None:
        for statement in (TABLES + INDEXES + SETTINGS).split(";"):
            self._connection.execute(statement)
        log.append(self._connection, "created", "ledger", {"format": FORMAT, "key": secrets.token_hex(32)})
        self.created = True

    @cached_property
    def _key(self) -> bytes:
        """The secret by which inputs and redacted words are known again; made with the ledger."""
        with database.read_back(self.path):
            return bytes.fromhex(log.payload(self._connection, 1)["key"])

    def files(self) -> set[str]:
        """The full names of the ledger's file and the side files that it has while it is written."""
        return {self.path.resolve().as_posix() + ending for ending in ("", "-wal", "-shm", "-journal")}

    def close(self) -> None:
        """Closes the file; the last one to close it leaves one file without side files."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # What comes in

    def add_report(
        self, report: Report, tellings: Sequence[Telling], *, reader: str | None, theatre: str | None = None
    ) -> bool:
        """Keeps `report` with its tellings; False where it is held already.

        `reader` is None for a language that is not read yet; `theatre` is what was asked for beside the input. The
        report gets its version here. Raises RedactedError where its words were redacted, SpanError where a telling's
        words do not stand in the report.
        """
        _check(report, tellings)
        with database.transaction(self._connection, self.path):
            self._refuse_redacted(report)
            if self._all("SELECT 1 FROM report WHERE id = ?", report.id):
                return False
            value = {"report": report.as_json(), "version": self._next_version(report), "theatre": theatre}
            seq = log.append(self._connection, "report", report.id, value, report.raw)
            state.insert_report(self._connection, seq, tellings, reader=reader, key=self._key)
        return True

    def filled(self, report: Report) -> Report | None:
        """The report as held, with what `report` states and was not stated when the same words came first.

        Outlet, date and title; what was stated stays. None where there is nothing to fill in.
        """
        with database.read_back(self.path):
            return self._filled(report)[1]

    def fill_in(
        self, whole: Report, tellings: Sequence[Telling], *, reader: str | None, theatre: str | None = None
    ) -> bool:
        """Keeps a report that `filled` gave, and what was read from it anew: its days hang on the date stated.

        Both arrivals stay in the log. False where there is nothing to fill in any more. Raises SpanError where a
        telling's words do not stand in the report.
        """
        _check(whole, tellings)
        with database.read_back(self.path), database.transaction(self._connection, self.path):
            old, now = self._filled(whole)
            if now is None:
                return False
            value = {"report": now.as_json(), "version": now.version, "theatre": theatre}
            seq = log.append(self._connection, "report", now.id, value, now.raw)
            state.replace_report(self._connection, old, seq, tellings, reader=reader, key=self._key)
        return True

    def _filled(self, report: Report) -> tuple[int, Report | None]:
        """The entry of the report as held, and the report with what was not stated."""
        ((seq,),) = self._all("SELECT seq FROM report WHERE id = ?", report.id)
        held, _ = records.report(self._connection, seq)
        new = {name: getattr(report, name) for name in STATED if getattr(held, name) is None}
        new = {name: value for name, value in new.items() if value is not None}
        if not new:
            return seq, None
        return seq, replace(held, **new, path=report.path, location=report.location, raw=report.raw)

    def _refuse_redacted(self, report: Report) -> None:
        seq = fingerprint.redacted_by(self._connection, report, self._key)
        if seq is None:
            return
        review = records.review(self._connection, seq)
        raise RedactedError(
            f"holds words that {review.by} redacted on {review.at[:10]} (reason: {review.reason}).",
            "It was not added: redacted words do not return.",
        )

    def _next_version(self, report: Report) -> int:
        (last,) = self._all("SELECT max(version) FROM report WHERE address = ?", report.address)[0]
        return (last or 0) + 1

    def add_issue(self, issue: Issue) -> bool:
        """Keeps `issue`; False where the same fault at the same place is on record."""
        with database.transaction(self._connection, self.path):
            if self._all("SELECT 1 FROM issue WHERE id = ?", issue.id):
                return False
            seq = log.append(self._connection, "issue", issue.id, issue.as_json())
            self._connection.execute("INSERT INTO issue VALUES (?, ?)", (seq, issue.id))
        return True

    def redact(self, name: str, *, by: str, reason: str) -> redaction.Redaction:
        """Removes the words of a report or telling for good, wherever the ledger holds them. Raises NotFoundError.

        Who, when and why stay. Raises LedgerBusyError where a reader keeps the old bytes open: the redaction stands
        and the next writer finishes it.
        """
        review = Review(Action.REDACT, name, by=by, at=log.now(), reason=reason)
        with database.read_back(self.path), database.transaction(self._connection, self.path):
            done = redaction.redact(self._connection, review, self._key)
        redaction.scrub(self._connection, self.path)
        return done

    # What can be asked

    def held(self, *, location: str, theatre: str | None, raw: bytes) -> str | None:
        """The id of the report that these very bytes from this place became, None if they are new."""
        key = state.input_key(self._key, location=location, theatre=theatre, raw=raw)
        found = self._all("SELECT id FROM report WHERE input_key = ?", key)
        return found[0][0] if found else None

    def report(self, name: str) -> Report:
        """The report `name`. Raises NotFoundError, or RedactedError saying who redacted it and why."""
        found = self._all("SELECT seq FROM report WHERE id = ?", name)
        with database.read_back(self.path):
            if found:
                return records.report(self._connection, found[0][0])[0]
            redaction.check_not_redacted(self._connection, name)
        raise NotFoundError(f"The ledger holds no report {name}.", "`counterclaim reports` lists those it holds.")

    def reports(self, text: str | None = None) -> Iterator[Report]:
        """All reports, or those whose title or text holds the words of `text`, in the order they came."""
        match = "WHERE seq IN (SELECT rowid FROM report_words WHERE report_words MATCH ?)" if text is not None else ""
        values = [] if text is None else [expression(text)]
        for (seq,) in self._all(f"SELECT seq FROM report {match} ORDER BY seq", *values):
            with database.read_back(self.path):
                report, _ = records.report(self._connection, seq)
            yield report

    def lines(self, filters: Filters) -> Iterator[dict[str, Any]]:
        """The tellings wanted, in the public shape, by date of publication, report and place in it."""
        where, values = filters.where()
        with database.read_back(self.path):
            rows = self._connection.execute(LINES.format(where=where), values)
            for name, body, payload in rows:
                kept = json.loads(payload)
                head = Report.from_json(kept["report"], raw=b"", version=kept["version"]).as_public_json()
                yield {"id": name, "report": head} | json.loads(body)

    def tellings(self, filters: Filters) -> Iterator[Telling]:
        """The same as values."""
        report: Report | None = None
        for line in self.lines(filters):
            if report is None or report.id != line["report"]["id"]:
                report = self.report(line["report"]["id"])
            with database.read_back(self.path):
                telling = Telling.from_json(line, report)
            yield telling

    def telling(self, name: str) -> dict[str, Any]:
        """The telling `name` in the public shape. Raises NotFoundError, or RedactedError saying who and why."""
        for line in self.lines(Filters(telling=name)):
            return line
        redaction.check_not_redacted(self._connection, name)
        raise NotFoundError(f"The ledger holds no telling {name}.", "`counterclaim tellings` lists those it holds.")

    def issues(self) -> Iterator[Issue]:
        """All inputs that could not be taken, or not wholly, in the order they came."""
        with database.read_back(self.path):
            yield from records.issues(self._connection)

    def reviews(self) -> Iterator[Review]:
        """All decisions of people, in the order they were made."""
        with database.read_back(self.path):
            yield from (review for _, review in records.reviews(self._connection))

    def status(self) -> dict[str, Any]:
        """What is held, in numbers; `derived_digest` is equal for any order of arrival, `head` seals the log."""
        with database.read_back(self.path):
            return self._status()

    def _status(self) -> dict[str, Any]:
        seq, head = self._all("SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1")[0]
        languages = self._all("SELECT language, reader IS NOT NULL, count(*) FROM report GROUP BY 1, 2 ORDER BY 3 DESC")
        not_read = Counter({language or "unknown": count for language, read, count in languages if not read})
        read = Counter({language or "unknown": count for language, read, count in languages if read})
        counts = {
            table: self._all(f"SELECT count(*) FROM {table}")[0][0]
            for table in ("report", "telling", "issue", "review")
        }
        return {
            "ledger": str(self.path),
            "format": FORMAT,
            **{f"{table}s": count for table, count in counts.items()},
            "read": dict(read),
            "not_read": dict(not_read),
            "log_entries": seq,
            "head": head,
            "derived_digest": state.digest(self._all("SELECT id, hash FROM telling")),
        }

    def verify(self) -> verification.Verification:
        """Recomputes every hash and every span, and compares every row and index with the record."""
        with database.plain_faults(self.path):
            return verification.verify(self._connection)

    def _all(self, query: str, *values: object) -> list[Any]:
        with database.plain_faults(self.path):
            return self._connection.execute(query, values).fetchall()


def _check(report: Report, tellings: Sequence[Telling]) -> None:
    """Raises SpanError for a telling of another report, or whose words do not stand in it."""
    for telling in tellings:
        telling.check()
        if telling.report.id != report.id:
            raise SpanError(f"A telling of {telling.report.id} cannot be kept with {report.id}.")
