"""What verification looks at in keys, joins and claims, with the linker at hand or without."""

import json
import sqlite3
from collections.abc import Iterator
from typing import Any

from counterclaim.ledger import linked, sealed
from counterclaim.ledger.difference import Difference
from counterclaim.ledger.held import Held
from counterclaim.ledger.log import canonical
from counterclaim.model.claim import Claim, Join
from counterclaim.model.linker import Linker

FAULTS = (ValueError, KeyError, TypeError, AttributeError, IndexError)


def seals(connection: sqlite3.Connection) -> Iterator[Difference]:
    """The sum over each table's rows, and that what a row names is held."""
    for table in sealed.TABLES:
        if sealed.found(connection, table) != sealed.kept(connection, table):
            yield Difference(f"table {table}", "has a row that was changed, added or lost")
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchall():
        yield Difference(f"table {table}", f"names a {parent} that is not held")


def claims(connection: sqlite3.Connection) -> Iterator[Difference]:
    """Each claim's row against its body, its tellings and its joins."""
    for row in connection.execute("SELECT * FROM claim").fetchall():
        try:
            same = _is_whole(connection, row)
        except FAULTS as error:
            yield Difference(f"claim {row[0]}", f"cannot be read: {type(error).__name__}")
            continue
        if not same:
            yield Difference(f"claim {row[0]}", "does not match its hash, its tellings or its joins")


def _is_whole(connection: sqlite3.Connection, row: tuple[Any, ...]) -> bool:
    claim = Claim.from_json(json.loads(row[3]))
    query = "SELECT published FROM telling JOIN report ON report.id = telling.report WHERE telling.id = ?"
    (published,) = connection.execute(query, (claim.tellings[0],)).fetchone()
    query = "SELECT telling, claim, place FROM claim_telling WHERE claim = ? ORDER BY place"
    members = tuple(connection.execute(query, (row[0],)).fetchall())
    return linked.Made.of(claim, published) == linked.Made(row, members) and _has_joins(connection, claim)


def _has_joins(connection: sqlite3.Connection, claim: Claim) -> bool:
    query = "SELECT body FROM telling_join WHERE one = ? AND other = ?"
    kept = {join: connection.execute(query, (join.one, join.other)).fetchone() for join in claim.joins}
    return all(
        row == (canonical(join.as_json()),) and {join.one, join.other} <= set(claim.tellings)
        for join, row in kept.items()
    )


def joins(connection: sqlite3.Connection) -> Iterator[Difference]:
    """Each join's row against its body; it joins tellings of reports that one linker linked and that share a key."""
    query = """SELECT one, other, telling_join.body,
               ours.linker = theirs.linker AND (ours.report = theirs.report OR EXISTS (
                 SELECT 1 FROM link_key AS key JOIN link_key AS same USING (key)
                 WHERE key.report = ours.report AND same.report = theirs.report))
                 AND (one IN (SELECT telling FROM claim_telling)) = (other IN (SELECT telling FROM claim_telling))
               FROM telling_join LEFT JOIN telling AS first ON first.id = one LEFT JOIN telling AS second
               ON second.id = other LEFT JOIN linked AS ours ON ours.report = first.report
               LEFT JOIN linked AS theirs ON theirs.report = second.report"""
    for one, other, body, linked_so in connection.execute(query).fetchall():
        try:
            join = Join.from_json(json.loads(body))
            same = (join.one, join.other, canonical(join.as_json())) == (one, other, body) and one < other
        except FAULTS:
            same = False
        if not same or not linked_so:
            yield Difference(f"join of {one} and {other}", "is not one that linking gives")


def places(connection: sqlite3.Connection) -> Iterator[Difference]:
    """Each telling of a report linked is of one claim, of others none; keys and redirects are of what they may be."""
    query = """SELECT telling.id FROM telling LEFT JOIN linked USING (report)
               LEFT JOIN claim_telling ON claim_telling.telling = telling.id
               WHERE (linked.whole AND claim IS NULL) OR (linked.report IS NULL AND claim IS NOT NULL)"""
    for (name,) in connection.execute(query).fetchall():
        yield Difference(f"telling {name}", "is not of one claim, or of one before its report is linked")
    query = "SELECT DISTINCT report FROM link_key WHERE report NOT IN (SELECT report FROM linked)"
    for (name,) in connection.execute(query).fetchall():
        yield Difference(f"report {name}", "has keys and is not linked")
    for (name,) in connection.execute("SELECT claim FROM redirect WHERE claim IN (SELECT id FROM claim)").fetchall():
        yield Difference(f"redirect {name}", "is a claim that is held")


def relinked(held: Held, linker: Linker | None) -> Iterator[Difference]:
    """The keys and claims of the reports that `linker` linked, made anew from tellings and joins."""
    if linker is None:
        return
    seen: set[str] = set()
    query = "SELECT report FROM linked WHERE linker = ? ORDER BY report"
    for (report,) in held.connection.execute(query, (linker.by,)).fetchall():
        tellings = held.tellings(report)
        kept = held.connection.execute("SELECT key FROM link_key WHERE report = ?", (report,)).fetchall()
        if {key for (key,) in kept} != (linker.keys(tellings) if tellings else frozenset()):
            yield Difference(f"report {report}", "does not have the keys that the linker gives")
        for telling in tellings:
            if telling.id not in seen:
                group, found = linked.connected(held.connection, [telling.id])
                seen |= group
                yield from _group(held, linker, group, found)


def _group(held: Held, linker: Linker, group: set[str], found: dict[tuple[str, str], bytes]) -> Iterator[Difference]:
    query = f"SELECT * FROM claim WHERE id IN (SELECT claim FROM claim_telling WHERE telling {linked.LISTED})"
    kept = {row[0]: row for row in held.connection.execute(query, (json.dumps(sorted(group)),)).fetchall()}
    made = {name: one.row for name, one in linked.made_claims(held, linker, group, found).items()} if kept else {}
    for name in sorted(kept.keys() | made.keys()):
        if kept.get(name) != made.get(name):
            yield Difference(f"claim {name}", "is not what the linker gives")


CHECKS = (seals, claims, joins, places)
