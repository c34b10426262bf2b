"""What can be asked of the claims held."""

import json
import sqlite3
from collections.abc import Collection, Iterator
from typing import Any

from counterclaim.errors import NotFoundError
from counterclaim.ledger import redaction
from counterclaim.ledger.held import CANONICAL, IN_REPORT
from counterclaim.ledger.search import expression

RANKED = 3000  # tellings that hold the words; ranking so many takes some 30 ms, and nobody reads on to more
ORDER = f"{CANONICAL}, {IN_REPORT}"
FIRST = """JOIN claim_telling AS first ON first.claim = claim.id AND first.place = 0
JOIN telling ON telling.id = first.telling JOIN report ON report.id = telling.report"""
THERE = """EXISTS (SELECT 1 FROM claim_telling AS told JOIN telling_place USING (telling) WHERE told.claim = claim.id
AND (telling_place.place IS NULL OR telling_place.place IN (SELECT value FROM json_each(?))))"""
BEST = f"""WITH hit AS MATERIALIZED (SELECT rowid AS number, bm25(telling_words) AS score FROM telling_words
  WHERE telling_words MATCH ? ORDER BY rowid DESC LIMIT {RANKED}),
best AS (SELECT claim, count(*) AS hits, min(hit.score) AS score, json_group_array(telling.id) AS tellings FROM hit
  CROSS JOIN telling USING (number) CROSS JOIN claim_telling ON claim_telling.telling = telling.id GROUP BY 1)
SELECT best.claim, best.tellings FROM best CROSS JOIN claim_telling AS first
ON first.claim = best.claim AND first.place = 0 JOIN telling ON telling.id = first.telling
JOIN report ON report.id = telling.report ORDER BY best.hits DESC, best.score, {ORDER}"""


def body(connection: sqlite3.Connection, name: str) -> dict[str, Any]:
    """The claim of that id, which is held."""
    (kept,) = connection.execute("SELECT body FROM claim WHERE id = ?", (name,)).fetchone()
    claim: dict[str, Any] = json.loads(kept)
    return claim


def found(connection: sqlite3.Connection, text: str) -> Iterator[tuple[list[str], str]]:
    """The claims with tellings that hold all words of `text`, by id, each with the ids of these tellings.

    Most such tellings first, then the closest to the words. Of words that more than RANKED tellings hold, only those
    that came last are looked at.
    """
    for claim, tellings in connection.execute(BEST, (expression(text),)):
        yield json.loads(tellings), claim


def near(
    connection: sqlite3.Connection,
    kinds: Collection[str],
    first: str | None,
    last: str | None,
    places: Collection[str] = (),
) -> Iterator[dict[str, Any]]:
    """The claims of any of `kinds` first told from the day `first` to `last`, both included; without days, undated.

    With `places`, those with a telling that may be of one of them, or of a place not known.
    """
    marks = ", ".join("?" * len(kinds))
    days, values = ("day BETWEEN ? AND ?", [first, last]) if first and last else ("day IS NULL", [])
    there, listed = (f"AND {THERE}", [json.dumps(sorted(places))]) if places else ("", [])
    query = (
        f"SELECT claim.body FROM claim {FIRST} WHERE claim.kind IN ({marks}) AND claim.{days} {there} ORDER BY {ORDER}"
    )
    for (body,) in connection.execute(query, [*sorted(kinds), *values, *listed]):
        yield json.loads(body)


def named(connection: sqlite3.Connection, name: str) -> dict[str, Any]:
    """The claim of that id, or that took its place, or that holds the telling of that id.

    Raises NotFoundError, or RedactedError saying who redacted the telling and why.
    """
    query = """SELECT body FROM claim WHERE id = ?1 OR id IN (SELECT claim FROM claim_telling WHERE telling
               IN (SELECT ?1 UNION ALL SELECT telling FROM redirect WHERE claim = ?1))"""
    row = connection.execute(query, (name,)).fetchone()
    if row:
        found: dict[str, Any] = json.loads(row[0])
        return found
    redaction.check_not_redacted(connection, name)
    query = "SELECT 1 FROM telling WHERE id = ?1 UNION ALL SELECT 1 FROM redirect WHERE claim = ?1"
    if connection.execute(query, (name,)).fetchone():
        raise NotFoundError(f"{name} is not linked yet.", "Run `counterclaim add` again: it links what is pending.")
    remedy = "`counterclaim claims` lists those it holds; a telling's id (t_…) finds the claim it is of."
    raise NotFoundError(f"The ledger holds no claim {name}.", remedy)
