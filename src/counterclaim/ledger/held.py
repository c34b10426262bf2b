"""Tellings and joins as the ledger holds them, read back as values; those used last are kept at hand."""

import json
import sqlite3
from collections import OrderedDict
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

from counterclaim.ledger import database
from counterclaim.model.claim import Join
from counterclaim.model.report import Report
from counterclaim.model.telling import Telling

KEPT = 512  # reports; a batch compares with the same ones again and again
KEPT_JOINS = 30_000  # some 30 MB; all that hang together are asked for with each report that joins them
CANONICAL = "report.published IS NULL, report.published, report.id"
IN_REPORT = "telling.start, telling.id"


class Held:
    """Tellings of the ledger at `path`, each with its report but without that report's raw bytes.

    What is kept at hand is known by the entry's salted hash and the seal of its tellings, so that it is never older
    than the ledger. `join` gives the join of a body, and keeps those asked for last at hand, too.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, *, kept: int = KEPT) -> None:
        self.connection = connection
        self.path = path
        self._size = kept
        self._kept: OrderedDict[tuple[str, str], tuple[Telling, ...]] = OrderedDict()
        self.join = lru_cache(maxsize=KEPT_JOINS)(_join)

    def tellings(self, report: str) -> tuple[Telling, ...]:
        """The tellings of `report` in the order of their contents; none where it is not held."""
        query = """SELECT report.seq, log.payload_hash, report.tellings
                   FROM report JOIN log USING (seq) WHERE report.id = ?"""
        with database.read_back(self.path):
            row = self.connection.execute(query, (report,)).fetchone()
            if row is None:
                return ()
            key = row[1:]
            if key not in self._kept:
                self._kept[key] = self._read(row[0], report)
        self._kept.move_to_end(key)
        found = self._kept[key]
        if len(self._kept) > self._size:
            self._kept.popitem(last=False)
        return found

    def in_order(self, names: Collection[str]) -> list[Telling]:
        """The tellings of these ids in canonical order: published (unknown last), report id, place in the report."""
        query = f"""SELECT telling.id, telling.report FROM telling JOIN report ON report.id = telling.report
                    WHERE telling.id IN (SELECT value FROM json_each(?)) ORDER BY {CANONICAL}, {IN_REPORT}"""
        rows = self.connection.execute(query, (json.dumps(sorted(names)),)).fetchall()
        reports = dict.fromkeys(report for _, report in rows)
        tellings = {telling.id: telling for report in reports for telling in self.tellings(report)}
        return [tellings[name] for name, _ in rows]

    def forget(self) -> None:
        """Drops what is kept at hand."""
        self._kept.clear()
        self.join.cache_clear()

    def _read(self, seq: int, report: str) -> tuple[Telling, ...]:
        (body,) = self.connection.execute("SELECT body FROM payload WHERE seq = ?", (seq,)).fetchone()
        value = json.loads(body)
        whole = Report.from_json(value["report"], raw=b"", version=value["version"])
        rows = self.connection.execute(f"SELECT body FROM telling WHERE report = ? ORDER BY {IN_REPORT}", (report,))
        return tuple(Telling.from_json(json.loads(told), whole) for (told,) in rows.fetchall())


def _join(body: bytes) -> Join:
    """The join that has this body."""
    return Join.from_json(json.loads(body))
