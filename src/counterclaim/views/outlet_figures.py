"""What outlets do with claims: whom they cite, who cites them, who has a claim earliest, what differs.

The figures are sums of what each report and each claim adds, so that a change costs no more than what changed.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from threading import Lock
from typing import Any

from counterclaim.views.outlet_parts import ClaimPart, ReportPart
from counterclaim.views.outlet_passes import Step

TABLES = """
CREATE TABLE report (
  id TEXT PRIMARY KEY, seal TEXT, outlet TEXT, day TEXT, language TEXT, tellings INTEGER, actor TEXT, known TEXT
) WITHOUT ROWID;
CREATE INDEX report_outlet ON report (outlet, day);
CREATE TABLE cite (report TEXT, whom TEXT, name TEXT, PRIMARY KEY (report, whom)) WITHOUT ROWID;
CREATE INDEX cite_whom ON cite (whom);
CREATE TABLE claim (id TEXT PRIMARY KEY, seal TEXT, day TEXT) WITHOUT ROWID;
CREATE TABLE teller (
  outlet TEXT, claim TEXT, shared INTEGER, earliest INTEGER, PRIMARY KEY (outlet, claim)
) WITHOUT ROWID;
CREATE INDEX teller_claim ON teller (claim);
CREATE TABLE differ (
  outlet TEXT, change TEXT, claim TEXT, telling TEXT, count INTEGER, PRIMARY KEY (outlet, change, claim, telling)
) WITHOUT ROWID;
CREATE INDEX differ_claim ON differ (claim);
CREATE TABLE called (whom TEXT PRIMARY KEY, name TEXT, held TEXT) WITHOUT ROWID;
CREATE INDEX called_name ON called (name);
CREATE INDEX called_held ON called (held);
"""
OF_PART = {"report": "id", "cite": "report", "claim": "id", "teller": "claim", "differ": "claim"}
CITING = "FROM cite JOIN report ON report.id = cite.report JOIN called USING (whom)"
UNKNOWN = ""  # an outlet that is not known, in the tables

BEHIND = {
    "claims": ("teller.claim FROM teller", "teller.outlet = :outlet"),
    "shared": ("teller.claim FROM teller", "teller.outlet = :outlet AND teller.shared"),
    "earliest": ("teller.claim FROM teller", "teller.outlet = :outlet AND teller.earliest"),
    "differs": ("DISTINCT differ.claim FROM differ", "differ.outlet = :outlet AND differ.change = :of"),
    "cites": (f"DISTINCT report.id {CITING}", "report.outlet = :outlet AND called.name = :of"),
    "cited_by": (
        f"DISTINCT report.id {CITING}",
        "called.held = :outlet AND report.outlet = :of AND report.outlet != called.held",
    ),
}
"""What can be asked behind a number, and what gives it: claims, or reports for OF_REPORTS."""
OF_REPORTS = ("cites", "cited_by")


class Figures:
    """The figures of what it took so far. Threads may use it in turns."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._connection = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._connection.executescript(TABLES)

    def close(self) -> None:
        """Drops it all."""
        with self._lock:
            self._connection.close()

    def take(self, step: Step) -> None:
        """Adds what a pass found, in the place of what it replaces."""
        with self._lock, self._connection as connection:
            connection.execute("BEGIN")
            _drop(connection, [*step.gone, *(part.id for part in step.reports), *(part.id for part in step.claims)])
            for report in step.reports:
                _put_report(connection, report)
            for claim in step.claims:
                _put_claim(connection, claim)

    def known(self) -> dict[str, str]:
        """The seals of all parts held, by id."""
        return dict(self._all("SELECT id, seal FROM report UNION ALL SELECT id, seal FROM claim"))

    def rows(self) -> list[dict[str, Any]]:
        """One row for each outlet, most reports first; reports without a known outlet share the row `outlet: null`.

        `shared` are the claims it tells that another outlet tells too; `earliest` those of them of which it alone has
        the earliest dated telling held. On one day without hours the origin's outlet has it only where all others of
        that day derive from it. `differs` counts the changes told of its tellings, `cites` and `cited_by` reports.
        """
        self._name()
        query = "SELECT outlet, count(*), sum(tellings), min(day), max(day) FROM report GROUP BY 1"
        heads = sorted(self._all(query), key=lambda head: (-head[1], -head[2], head[0]))
        query = "SELECT outlet, sum(shared), sum(earliest) FROM teller GROUP BY 1"
        told = {outlet: counts for outlet, *counts in self._all(query)}
        cites = self._counts(f"SELECT outlet, called.name, count(DISTINCT report.id) {CITING} GROUP BY 1, 2")
        others = "WHERE held != outlet AND outlet != ''"
        cited_by = self._counts(f"SELECT held, outlet, count(DISTINCT report.id) {CITING} {others} GROUP BY 1, 2")
        differs = self._counts("SELECT outlet, change, sum(count) FROM differ GROUP BY 1, 2")
        query = "SELECT outlet, language, count(*) FROM report WHERE language IS NOT NULL GROUP BY 1, 2"
        languages, known = self._counts(query), self._publishers()
        return [
            {"outlet": outlet or None, "reports": reports, "tellings": tellings}
            | dict(zip(("shared", "earliest"), told.get(outlet, (0, 0)), strict=True))
            | {"cites": _named(cites[outlet]), "cited_by": _named(cited_by[outlet]), "differs": differs[outlet]}
            | known.get(outlet, {"party": None, "owner": [], "checked": False})
            | {"languages": languages[outlet], "first": first, "last": last}
            for outlet, reports, tellings, first, last in heads
        ]

    def behind(
        self, outlet: str | None, number: str, of: str | None = None, *, limit: int, offset: int = 0
    ) -> tuple[list[str], int]:
        """The ids of the claims, or reports, behind a number of an outlet's row, latest first, and how many there are.

        `number` is a key of BEHIND; `of` the change that differs, the name cited, or the outlet that cites.
        """
        found, where = BEHIND[number]
        values = {"outlet": outlet or UNKNOWN, "of": of, "limit": limit, "offset": offset}
        table = "report" if number in OF_REPORTS else "claim"
        asked = f"SELECT id, count(*) OVER () FROM {table} WHERE id IN (SELECT {found} WHERE {where})"  # noqa: S608 our own words
        rows = self._all(f"{asked} ORDER BY day IS NULL, day DESC, id LIMIT :limit OFFSET :offset", values)
        return [name for name, _ in rows], rows[0][1] if rows else 0

    def differing(self, outlet: str | None, change: str, claims: Iterable[str]) -> dict[str, set[str]]:
        """The outlet's tellings of these claims in which that differs, by claim."""
        query = """SELECT claim, telling FROM differ WHERE outlet = ? AND change = ?
                   AND claim IN (SELECT value FROM json_each(?))"""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for claim, telling in self._all(query, (outlet or UNKNOWN, change, json.dumps(list(claims)))):
            found[claim].add(telling)
        return found

    def _name(self) -> None:
        """Gives everybody cited the name that most reports give, and the outlet held that is meant, if one is."""
        query = (
            "SELECT whom, name FROM (SELECT whom, name, count(*) AS n FROM cite GROUP BY 1, 2) ORDER BY n, name DESC"
        )
        names = dict(self._all(query))  # of several rows the last one stays: the most, and of equals the first name
        query = "SELECT outlet, actor FROM report WHERE outlet != '' GROUP BY 1, 2 ORDER BY count(*), outlet DESC"
        held = self._all(query)
        by_name = {outlet.casefold(): outlet for outlet, _ in held}
        by_actor = {actor: outlet for outlet, actor in held if actor}
        rows = [(whom, name, by_name.get(name.casefold()) or by_actor.get(whom)) for whom, name in names.items()]
        with self._lock, self._connection as connection:
            connection.execute("BEGIN")
            connection.execute("DELETE FROM called")
            connection.executemany("INSERT INTO called VALUES (?, ?, ?)", rows)

    def _publishers(self) -> dict[str, dict[str, Any]]:
        """What the roster knows of each outlet, as most of its reports have it."""
        query = "SELECT outlet, known FROM report GROUP BY 1, 2 ORDER BY count(*), known"
        return {outlet: json.loads(known) for outlet, known in self._all(query)}

    def _counts(self, query: str) -> defaultdict[str, dict[str, int]]:
        """Rows of outlet, name and number as counts for each outlet, the largest first."""
        found: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for outlet, name, count in sorted(self._all(query), key=lambda row: (-row[2], row[1])):
            found[outlet][name] = count
        return found

    def _all(self, query: str, values: Any = ()) -> list[Any]:
        with self._lock:
            return self._connection.execute(query, values).fetchall()


def _named(counts: Mapping[str, int]) -> list[dict[str, Any]]:
    return [{"name": name, "count": count} for name, count in counts.items()]


def _drop(connection: sqlite3.Connection, names: Iterable[str]) -> None:
    asked = json.dumps(list(names))
    for table, column in OF_PART.items():
        connection.execute(f"DELETE FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))", (asked,))  # noqa: S608 our own names


def _put_report(connection: sqlite3.Connection, part: ReportPart) -> None:
    by = part.publisher
    owner = [{"actor": actor, "name": name} for actor, name in by.owner]
    known = json.dumps({"party": by.party, "owner": owner, "checked": by.checked}, ensure_ascii=False)
    head = (part.id, part.seal, part.outlet or UNKNOWN, part.day, part.language, part.tellings, by.actor, known)
    connection.execute("INSERT INTO report VALUES (?, ?, ?, ?, ?, ?, ?, ?)", head)
    connection.executemany("INSERT INTO cite VALUES (?, ?, ?)", ((part.id, *cited) for cited in part.cites))


def _put_claim(connection: sqlite3.Connection, part: ClaimPart) -> None:
    connection.execute("INSERT INTO claim VALUES (?, ?, ?)", (part.id, part.seal, part.day))
    shared = len(part.outlets) > 1
    tellers = ((outlet, part.id, shared, outlet == part.earliest) for outlet in part.outlets)
    connection.executemany("INSERT INTO teller VALUES (?, ?, ?, ?)", tellers)
    differs = ((outlet or UNKNOWN, change, part.id, *rest) for outlet, change, *rest in part.differs)
    connection.executemany("INSERT INTO differ VALUES (?, ?, ?, ?, ?)", differs)
