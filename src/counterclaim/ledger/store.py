"""The ledger's store: what comes in, beside what can be asked. One writer, many readers."""

import secrets
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from counterclaim.errors import LedgerBusyError, LedgerError, RedactedError, SpanError
from counterclaim.ledger import database, fingerprint, linked, log, placed, records, redaction, state
from counterclaim.ledger.around import Surroundings
from counterclaim.ledger.heard import Heard
from counterclaim.ledger.held import Held
from counterclaim.ledger.questions import Questions
from counterclaim.ledger.schema import ALL, FORMAT, SINCE, WITHOUT_PLACES
from counterclaim.ledger.spread import Spread
from counterclaim.ledger.there import There
from counterclaim.model.issue import Issue
from counterclaim.model.linker import Linker
from counterclaim.model.report import Report
from counterclaim.model.review import Action, Review
from counterclaim.model.telling import Telling

STATED = ("outlet", "published", "title")  # what two arrivals of the same report may differ in


class Store(Questions, Heard, Surroundings, Spread, There):
    """A ledger file at `path`. Without `write` it must exist and is never changed.

    A `shared` one may be used from several threads, by one at a time: who hands it out sees to that. Every change is
    one transaction: a process killed at any moment leaves whole reports or none of them. All methods raise
    LedgerError where the file cannot be used as asked.
    """

    def __init__(
        self, path: str | Path, *, write: bool = True, wait: float = database.WAIT, shared: bool = False
    ) -> None:
        self.path = Path(path)
        self.created = False
        self.upgraded = False
        self._connection = database.connect(self.path, write=write, wait=wait, shared=shared)
        try:
            self._file = database.file_at(self.path)
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
        if database.format_of(self._connection, self.path) < FORMAT:
            self._upgrade(write=write)
        if write and redaction.is_pending(self._connection):
            with suppress(LedgerBusyError):
                redaction.scrub(self._connection, self.path, wait_ms=0)

    def _create(self) -> None:
        for statement in ALL.split(";"):
            self._connection.execute(statement)
        log.append(self._connection, "created", "ledger", {"format": FORMAT, "key": secrets.token_hex(32)})
        self.created = True

    def _upgrade(self, *, write: bool) -> None:
        """Makes the tables and indexes that older formats had not; what came before format 2 awaits linking."""
        if not write:
            found = database.format_of(self._connection, self.path)
            what = (
                f"The ledger {self.path} was made by an older counterclaim (format {found}; this one reads {FORMAT})."
            )
            raise LedgerError(what, "Run `counterclaim init` on it: that brings it up to date and loses nothing.")
        with database.transaction(self._connection, self.path):
            for older in range(database.format_of(self._connection, self.path), FORMAT):
                for statement in SINCE[older].split(";"):
                    self._connection.execute(statement)
                if older == WITHOUT_PLACES:
                    placed.fill(self._connection)
            self._connection.execute(f"PRAGMA user_version = {FORMAT}")
        self.upgraded = True

    def told(self, names: Collection[str]) -> list[Telling]:
        """The tellings of these ids in canonical order, without their reports' raw bytes; an unknown one is passed."""
        return self._held.in_order(names)

    def told_by(self, report: str) -> tuple[Telling, ...]:
        """The tellings of `report` in its order, without its raw bytes; none where it is not held."""
        return self._held.tellings(report)

    @cached_property
    def _held(self) -> Held:
        return Held(self._connection, self.path)

    def is_at_its_path(self) -> bool:
        """Whether the file at `path` is the one that is open: it may have been moved, deleted or replaced."""
        return database.file_at(self.path) == self._file

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

    def add_report(
        self,
        report: Report,
        tellings: Sequence[Telling],
        *,
        reader: str | None,
        theatre: str | None = None,
        linker: Linker | None = None,
    ) -> bool:
        """Keeps `report` with its tellings, linked by `linker` if one is given; False where it is held already.

        `reader` is None for a language that is not read yet; `theatre` is what was asked for beside the input. The
        report gets its version here. Raises RedactedError where its words were redacted, SpanError where a telling's
        words do not stand in the report, and whatever the linker raises: then nothing is kept.
        """
        _check(report, tellings)
        with database.transaction(self._connection, self.path):
            self._refuse_redacted(report)
            if self._all("SELECT 1 FROM report WHERE id = ?", report.id):
                return False
            value = {"report": report.as_json(), "version": self._next_version(report), "theatre": theatre}
            seq = log.append(self._connection, "report", report.id, value, report.raw)
            state.insert_report(self._connection, seq, tellings, reader=reader, key=self._key)
            if linker:
                linked.link(self._held, linker, report.id)
        return True

    def filled(self, report: Report) -> Report | None:
        """The report as held, with what `report` states and was not stated when the same words came first.

        Outlet, date and title; what was stated stays. None where there is nothing to fill in.
        """
        with database.read_back(self.path):
            return self._filled(report)[1]

    def fill_in(
        self,
        whole: Report,
        tellings: Sequence[Telling],
        *,
        reader: str | None,
        theatre: str | None = None,
        linker: Linker | None = None,
    ) -> bool:
        """Keeps a report that `filled` gave, and what was read from it anew: its days hang on the date stated.

        Both arrivals stay in the log; `linker` links the report anew, without it that awaits `link`. False where
        there is nothing to fill in any more. Raises SpanError where a telling's words do not stand in the report.
        """
        _check(whole, tellings)
        with database.transaction(self._connection, self.path):
            with database.read_back(self.path):
                now = self._replace(whole, tellings, reader=reader, theatre=theatre)
            if now and linker:
                linked.link(self._held, linker, now.id)
                linked.mend(self._held, linker)
        return now is not None

    def _replace(
        self, whole: Report, tellings: Sequence[Telling], *, reader: str | None, theatre: str | None
    ) -> Report | None:
        """Puts the report as filled in into the place of the one held, unlinked; None where nothing is new."""
        old, now = self._filled(whole)
        if now is None:
            return None
        value = {"report": now.as_json(), "version": now.version, "theatre": theatre}
        lost = linked.unlink(self._connection, [now.id])
        seq = log.append(self._connection, "report", now.id, value, now.raw)
        state.replace_report(self._connection, old, seq, tellings, reader=reader, key=self._key)
        linked.settle(self._connection, lost)
        return now

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

    def redact(self, name: str, *, by: str, reason: str, linker: Linker | None = None) -> redaction.Redaction:
        """Removes the words of a report or telling for good, wherever the ledger holds them. Raises NotFoundError.

        Who, when and why stay. Claims that they had a part in go, too; `linker` makes those of the other tellings
        anew, without it that awaits `link`. Raises LedgerBusyError where a reader keeps the old bytes open: the
        redaction stands and the next writer finishes it.
        """
        review = Review(Action.REDACT, name, by=by, at=log.now(), reason=reason)
        self._held.forget()
        with database.transaction(self._connection, self.path):
            with database.read_back(self.path):
                done = redaction.redact(self._connection, review, self._key)
            if linker:
                for report in done.blotted:
                    linked.link(self._held, linker, report)
                linked.mend(self._held, linker)
        redaction.scrub(self._connection, self.path)
        return done

    def link(self, linker: Linker) -> Iterator[str]:
        """Links what `not_linked` gives, one transaction a report; the id of each as it is done.

        What is done is done: after an interruption the same call goes on. Raises whatever the linker raises.
        """
        for name in self.not_linked(linker):
            if self.link_report(name, linker):
                yield name

    def link_report(self, name: str, linker: Linker) -> bool:
        """Links the report `name`, in one transaction; False where it is linked by `linker`, or not held (any more)."""
        with database.transaction(self._connection, self.path):
            return linked.relink(self._held, linker, name)


def _check(report: Report, tellings: Sequence[Telling]) -> None:
    """Raises SpanError for a telling of another report, or whose words do not stand in it."""
    for telling in tellings:
        telling.check()
        if telling.report.id != report.id:
            raise SpanError(f"A telling of {telling.report.id} cannot be kept with {report.id}.")
