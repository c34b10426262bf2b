"""What a ledger holds now, by seals alone: who keeps something made of its reports and claims asks what to redo."""

import json
import sqlite3
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from counterclaim.ledger import database, log

LISTED = "IN (SELECT value FROM json_each(?))"
REPORTS = "SELECT id, seq || ':' || tellings FROM report ORDER BY seq"
CLAIMS = "SELECT id, hash FROM claim ORDER BY id"
TOLD_IN = f"""SELECT DISTINCT claim_telling.claim FROM telling
JOIN claim_telling ON claim_telling.telling = telling.id WHERE telling.report {LISTED}"""
TELLINGS = f"""SELECT claim_telling.claim, telling.id, telling.report FROM claim_telling
JOIN telling ON telling.id = claim_telling.telling WHERE claim_telling.claim {LISTED}
ORDER BY claim_telling.claim, claim_telling.place"""


@dataclass(frozen=True, slots=True)
class Frame:
    """How a claim hangs together, without a word of it: ids and codes alone, so that there is nothing to mask.

    `tellings` are `{telling id: report id}` in canonical order; `origin` and what `parents` say of a telling are ids of
    tellings, None for what is not held or not known; `drift` are `(telling id, change)`.
    """

    id: str
    seal: str
    tellings: dict[str, str]
    origin: str | None
    parents: dict[str, str | None]
    drift: tuple[tuple[str, str], ...]


class Versions:
    """A connection of its own to the ledger at `path`, which must exist; raises LedgerError where it cannot be read."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = database.connect(path, write=False)
        self._seen: int | None = None

    def changed(self) -> bool:
        """Whether anything was written since this was asked last; True the first time."""
        ((now,),) = self._all("PRAGMA data_version")
        before, self._seen = self._seen, now
        return bool(now != before)

    def entry(self) -> int:
        """The number of the log's last entry."""
        with database.read_back(self.path):
            return log.head(self._connection)[0]

    def reports(self) -> dict[str, str]:
        """The seal of each report held: another one as soon as its words, head or tellings are others."""
        return dict(self._all(REPORTS))

    def claims(self) -> dict[str, str]:
        """The seal of each claim held. It does not cover its reports' heads."""
        return dict(self._all(CLAIMS))

    def told_in(self, reports: Collection[str]) -> set[str]:
        """The ids of the claims told in any of these reports."""
        return {claim for (claim,) in self._all(TOLD_IN, json.dumps(sorted(reports)))} if reports else set()

    def frames(self, claims: Collection[str]) -> Iterator[Frame]:
        """The frames of those of these claims that are held."""
        asked = json.dumps(sorted(claims))
        told: dict[str, dict[str, str]] = {}
        for claim, telling, report in self._all(TELLINGS, asked):
            told.setdefault(claim, {})[telling] = report
        for name, seal, body in self._all(f"SELECT id, hash, body FROM claim WHERE id {LISTED} ORDER BY id", asked):
            with database.read_back(self.path):
                yield _frame(name, seal, json.loads(body), told.get(name, {}))

    def close(self) -> None:
        """Closes the connection."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _all(self, query: str, *values: object) -> list[Any]:
        with database.plain_faults(self.path):
            cursor: sqlite3.Cursor = self._connection.execute(query, values)
            return cursor.fetchall()


def _frame(name: str, seal: str, body: dict[str, Any], tellings: dict[str, str]) -> Frame:
    return Frame(
        name,
        seal,
        tellings,
        _held(body["origin"]),
        {telling: _held(end) for telling, end in body["parents"].items()},
        tuple((item["to"], item["change"]) for item in body["drift"]),
    )


def _held(end: Any) -> str | None:
    return end if isinstance(end, str) else None
