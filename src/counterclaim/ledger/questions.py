"""What can be asked of a ledger: reports, tellings, claims, issues, reviews, numbers."""

import json
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any, NoReturn

from counterclaim.errors import NotFoundError
from counterclaim.ledger import claims, database, linked, listing, log, records, redaction, state, verification
from counterclaim.ledger.held import Held
from counterclaim.ledger.schema import FORMAT
from counterclaim.ledger.search import Filters, expression
from counterclaim.model.issue import Issue
from counterclaim.model.linker import Linker
from counterclaim.model.report import Report
from counterclaim.model.review import Review
from counterclaim.model.telling import Telling

COUNTED = ("report", "telling", "claim", "issue", "review")


class Questions:
    """What an open ledger answers. All methods raise LedgerError where the file cannot be used as asked."""

    path: Path
    _connection: sqlite3.Connection

    @cached_property
    def _key(self) -> bytes:
        """The secret by which inputs and redacted words are known again; made with the ledger."""
        with database.read_back(self.path):
            return bytes.fromhex(log.payload(self._connection, 1)["key"])

    @contextmanager
    def snapshot(self) -> Iterator[tuple[int, str]]:
        """All that is asked within is answered from one state of the ledger, which `state` gives, whoever writes.

        What is asked for is to be used up within, listings too: an old state that is kept open keeps a redaction from
        dropping the bytes it removed.
        """
        with database.snapshot(self._connection, self.path):
            yield self.state()

    def state(self) -> tuple[int, str]:
        """Number and hash of the log's last entry. Linking what was pending is no entry, so it changes neither."""
        with database.read_back(self.path):
            ((seq, head),) = self._all("SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1")
            return seq, head

    def held(self, *, location: str, theatre: str | None, raw: bytes) -> str | None:
        """The id of the report that these very bytes from this place became, None if they are new."""
        key = state.input_key(self._key, location=location, theatre=theatre, raw=raw)
        found = self._all("SELECT id FROM report WHERE input_key = ?", key)
        return found[0][0] if found else None

    def report(self, name: str) -> Report:
        """The report `name`. Raises NotFoundError, or RedactedError saying who redacted it and why."""
        found = self._all("SELECT seq FROM report WHERE id = ?", name)
        with database.read_back(self.path):
            return records.report(self._connection, found[0][0])[0] if found else self._not_held(name)

    def reading_of(self, report: str) -> tuple[str, str]:
        """The salted hash of the report's entry and the seal of its tellings: what is made of both is known by them.

        Raises NotFoundError, or RedactedError saying who redacted it and why.
        """
        query = "SELECT log.payload_hash, report.tellings FROM report JOIN log USING (seq) WHERE report.id = ?"
        (reading,) = self._all(query, report) or self._not_held(report)
        payload, seal = reading
        return payload, seal

    def _not_held(self, report: str) -> NoReturn:
        with database.read_back(self.path):
            redaction.check_not_redacted(self._connection, report)
        raise NotFoundError(f"The ledger holds no report {report}.", "`counterclaim reports` lists those it holds.")

    def reports_of(self, tellings: Collection[str]) -> list[str]:
        """The ids of the reports that the tellings of these ids stand in, sorted."""
        query = "SELECT DISTINCT report FROM telling WHERE id IN (SELECT value FROM json_each(?)) ORDER BY report"
        return [name for (name,) in self._all(query, json.dumps(list(tellings)))]

    def reports(self, text: str | None = None, *, limit: int | None = None, offset: int = 0) -> Iterator[Report]:
        """All reports, or those whose title or text holds the words of `text`, in the order they came.

        From the `offset`th on, at most `limit`.
        """
        match = "WHERE seq IN (SELECT rowid FROM report_words WHERE report_words MATCH ?)" if text is not None else ""
        values = [] if text is None else [expression(text)]
        query = f"SELECT seq FROM report {match} ORDER BY seq LIMIT ? OFFSET ?"
        for (seq,) in self._all(query, *values, listing.ALL if limit is None else limit, offset):
            with database.read_back(self.path):
                report, _ = records.report(self._connection, seq)
            yield report

    def newest(self) -> list[str]:
        """The ids of all reports, the one that came last first."""
        return [name for (name,) in self._all("SELECT id FROM report ORDER BY seq DESC")]

    def lines(self, filters: Filters, *, limit: int | None = None, offset: int = 0) -> Iterator[dict[str, Any]]:
        """The tellings wanted, in the public shape, by date of publication, report and place in it.

        From the `offset`th on, at most `limit`.
        """
        with database.read_back(self.path):
            yield from listing.lines(self._connection, filters, limit=limit, offset=offset)

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

    def claims(self, filters: Filters, *, limit: int | None = None, offset: int = 0) -> Iterator[dict[str, Any]]:
        """The claims with a telling that is wanted, in the public shape, in the canonical order of the first of these.

        From the `offset`th on, at most `limit`.
        """
        for name in islice(_each(claim for _, claim in self.claimed(filters)), offset, _end(limit, offset)):
            with database.read_back(self.path):
                claim = claims.body(self._connection, name)
            yield claim

    def claimed(self, filters: Filters) -> Iterator[tuple[str, str]]:
        """The tellings wanted that are of a claim, by id, each with the claim's id, in canonical order."""
        with database.read_back(self.path):
            yield from listing.claimed(self._connection, filters)

    def found(self, text: str, *, limit: int | None = None, offset: int = 0) -> Iterator[dict[str, Any]]:
        """The claims with tellings that hold all words of `text`, in the public shape, best first, as `hits` has them.

        From the `offset`th on, at most `limit`.
        """
        for _, name in islice(self.hits(text), offset, _end(limit, offset)):
            with database.read_back(self.path):
                claim = claims.body(self._connection, name)
            yield claim

    def hits(self, text: str) -> Iterator[tuple[list[str], str]]:
        """The ids of tellings of one claim that hold all words of `text`, and the claim's, the best claim first.

        Best is with most such tellings, then closest to the words (BM25), then the canonically first. Of words that
        more than 3,000 tellings hold, those that came last are looked at.
        """
        with database.read_back(self.path):
            yield from claims.found(self._connection, text)

    def claims_near(
        self, kinds: Collection[str], first: str | None, last: str | None, places: Collection[str] = ()
    ) -> Iterator[dict[str, Any]]:
        """The claims of `kinds` first told from the day `first` to `last`; without days, those of an unknown day.

        With `places`, gazetteer ids: those with a telling that may be of one of them, or of a place not known.
        """
        with database.read_back(self.path):
            yield from claims.near(self._connection, kinds, first, last, places)

    def claim(self, name: str) -> dict[str, Any]:
        """The claim `name` in the public shape: of that id, in the place of what had it, or that holds that telling.

        Raises NotFoundError, or RedactedError saying who redacted the telling and why.
        """
        with database.read_back(self.path):
            return claims.named(self._connection, name)

    def not_linked(self, linker: Linker | None = None) -> list[str]:
        """The ids of reports that await linking; those that another than `linker` linked too, where it is given."""
        with database.read_back(self.path):
            return linked.pending(self._connection, linker.by if linker else None)

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
            seq, head = self.state()
            hashes = self._all("SELECT id, hash FROM telling UNION ALL SELECT id, hash FROM claim")
            return (
                {"ledger": str(self.path), "format": FORMAT}
                | self.counts()
                | {"log_entries": seq, "head": head, "derived_digest": state.digest(hashes)}
            )

    def counts(self) -> dict[str, Any]:
        """The same without what takes time: how many reports, tellings, claims, issues and reviews are held.

        `read` and `not_read` count reports by language, `not_linked` those that await linking.
        """
        languages = self._all("SELECT language, reader IS NOT NULL, count(*) FROM report GROUP BY 1, 2 ORDER BY 3 DESC")
        not_read = Counter({language or "unknown": count for language, read, count in languages if not read})
        read = Counter({language or "unknown": count for language, read, count in languages if read})
        counts = {f"{table}s": self._all(f"SELECT count(*) FROM {table}")[0][0] for table in COUNTED}
        return counts | {"read": dict(read), "not_read": dict(not_read), "not_linked": len(self.not_linked())}

    def verify(self, linker: Linker | None = None) -> verification.Verification:
        """Recomputes every hash and every span, and compares every row and index with the record.

        With the `linker` that linked the reports, their keys and claims are made anew and compared too.
        """
        with database.plain_faults(self.path):
            return verification.verify(self._connection, Held(self._connection, self.path), linker)

    def _all(self, query: str, *values: object) -> list[Any]:
        with database.plain_faults(self.path):
            return self._connection.execute(query, values).fetchall()


def _end(limit: int | None, offset: int) -> int | None:
    return None if limit is None else offset + limit


def _each(names: Iterable[str]) -> Iterator[str]:
    """Each name once, where it comes first."""
    seen: set[str] = set()
    for name in names:
        if name not in seen:
            seen.add(name)
            yield name
