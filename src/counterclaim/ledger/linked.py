"""Links kept in the ledger: keys, joins and claims, so that one more report costs its own candidates.

Claims are a pure function of the tellings held, their joins and the linker: whenever a telling comes or goes, all that
joins connect with it is clustered again, in canonical order. A group that joins connect has either all its claims or,
where something went and no linker was at hand, none: its reports are then `broken` until the next linking.
"""

import hashlib
import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from counterclaim.errors import BadValueError
from counterclaim.ledger import sealed
from counterclaim.ledger.held import CANONICAL, Held
from counterclaim.ledger.log import canonical
from counterclaim.model.claim import Claim, Join
from counterclaim.model.linker import Linker
from counterclaim.model.telling import Telling

LISTED = "IN (SELECT value FROM json_each(?))"
OF_REPORTS = f"IN (SELECT id FROM telling WHERE report {LISTED})"


@dataclass(frozen=True, slots=True)
class Lost:
    """An id that no longer is a claim's, with the tellings, best first, whose claim is meant by it from now on."""

    claim: str
    tellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Made:
    """The row of a claim, and the rows of its tellings."""

    row: tuple[Any, ...]
    members: tuple[tuple[str, str, int], ...]

    @classmethod
    def of(cls, claim: Claim, published: str | None) -> "Made":
        """The rows of `claim`, whose first telling's report was `published` then."""
        body = canonical(claim.as_json())
        row = (claim.id, claim.kind, day(published), body, hashlib.sha256(body).hexdigest())
        return cls(row, tuple((name, claim.id, place) for place, name in enumerate(claim.tellings)))


def pending(connection: sqlite3.Connection, by: str | None = None) -> list[str]:
    """The reports not linked, or not wholly, in canonical order; with `by`, those linked by another linker too."""
    other = "OR linked.linker != ?" if by is not None else ""
    query = f"""SELECT report.id FROM report LEFT JOIN linked ON linked.report = report.id
                WHERE linked.report IS NULL OR NOT linked.whole {other} ORDER BY {CANONICAL}"""
    return [name for (name,) in connection.execute(query, (by,) if by is not None else ()).fetchall()]


def relink(held: Held, linker: Linker, report: str) -> bool:
    """Links `report` if it is held and pending; False where nothing was to do."""
    connection = held.connection
    if not connection.execute("SELECT 1 FROM report WHERE id = ?", (report,)).fetchone():
        return False
    row = connection.execute("SELECT linker, whole FROM linked WHERE report = ?", (report,)).fetchone()
    if row == (linker.by, 1):
        return False
    if row == (linker.by, 0):
        mend(held, linker, report)
        return True
    settle(connection, unlink(connection, [report]) if row else [])
    link(held, linker, report)
    return True


def link(held: Held, linker: Linker, report: str) -> None:
    """Keeps the keys, joins and claims of `report`, which is not linked, within the open transaction.

    Raises BadValueError where the linker gives what its protocol rules out.
    """
    connection, ours = held.connection, held.tellings(report)
    sealed.put(connection, "linked", [(report, linker.by, 1)])
    if not ours:
        return
    sealed.put(connection, "link_key", [(key, report) for key in sorted(linker.keys(ours))])
    found = list(_joins(held, linker, report))
    rows = [(join.one, join.other, canonical(join.as_json())) for join in found]
    sealed.put(connection, "telling_join", rows)
    cluster(held, linker, [telling.id for telling in ours])


def _joins(held: Held, linker: Linker, report: str) -> Iterator[Join]:
    """What joins the tellings of `report` with those of each candidate and its own; the canonically first goes first.

    So that nothing hangs on the order of arrival.
    """
    query = f"""SELECT report.id FROM report WHERE report.id = ?1 OR report.id IN (
                  SELECT theirs.report FROM link_key AS ours JOIN link_key AS theirs USING (key)
                  JOIN linked ON linked.report = theirs.report WHERE ours.report = ?1 AND linked.linker = ?2)
                ORDER BY {CANONICAL}"""
    candidates = [name for (name,) in held.connection.execute(query, (report, linker.by)).fetchall()]
    place, ours = candidates.index(report), held.tellings(report)
    for number, name in enumerate(candidates):
        theirs = ours if name == report else held.tellings(name)
        first, second = (theirs, ours) if number < place else (ours, theirs)
        found = linker.joins(first, second)
        _check_joins(found, first, second)
        yield from found


def _check_joins(joins: Sequence[Join], first: Sequence[Telling], second: Sequence[Telling]) -> None:
    if not joins:
        return
    ours, theirs = {telling.id for telling in first}, {telling.id for telling in second}
    for join in joins:
        across = (join.one in ours and join.other in theirs) or (join.one in theirs and join.other in ours)
        if not (across and join.one < join.other):
            raise BadValueError(f"The linker joins {join.one} and {join.other}, which were not compared so.")
    if len({(join.one, join.other) for join in joins}) != len(joins):
        raise BadValueError("The linker joins two tellings twice.")


def cluster(held: Held, linker: Linker, touched: Iterable[str]) -> None:
    """Makes the claims of all that joins connect with the tellings `touched` anew."""
    seen: set[str] = set()
    for name in touched:
        if name not in seen:
            group, joins = connected(held.connection, [name])
            seen |= group
            _replace_claims(held.connection, group, made_claims(held, linker, group, joins))
    whole = """NOT whole AND NOT EXISTS (SELECT 1 FROM telling WHERE telling.report = linked.report
               AND telling.id NOT IN (SELECT telling FROM claim_telling))"""
    _set_whole(held.connection, sealed.drop(held.connection, "linked", whole), whole=1)


def mend(held: Held, linker: Linker, report: str | None = None) -> None:
    """Gives each telling that lost its claim another: of `report`, or of every report that `linker` linked."""
    query = """SELECT telling.id FROM linked JOIN telling ON telling.report = linked.report
               WHERE NOT linked.whole AND linked.linker = ? AND linked.report = coalesce(?, linked.report)
               AND telling.id NOT IN (SELECT telling FROM claim_telling) ORDER BY telling.id"""
    cluster(held, linker, [name for (name,) in held.connection.execute(query, (linker.by, report)).fetchall()])


def connected(connection: sqlite3.Connection, names: Collection[str]) -> tuple[set[str], dict[tuple[str, str], bytes]]:
    """All tellings that joins connect with these, themselves too, and the joins' bodies by the ids they join."""
    query = " UNION ALL ".join(f"SELECT one, other, body FROM telling_join WHERE {end} {LISTED}" for end in ENDS)
    group, edge, joins = set(names), set(names), {}
    while edge:
        listed = json.dumps(sorted(edge))
        rows = connection.execute(query, (listed, listed)).fetchall()
        joins.update({(one, other): body for one, other, body in rows})
        edge = {name for one, other, _ in rows for name in (one, other)} - group
        group |= edge
    return group, joins


ENDS = ("one", "other")


def made_claims(
    held: Held, linker: Linker, group: Collection[str], joins: dict[tuple[str, str], bytes]
) -> dict[str, Made]:
    """The claims of a connected group, by their ids. Raises BadValueError."""
    tellings = held.in_order(group)
    reports = [held.tellings(name) for name in dict.fromkeys(telling.report.id for telling in tellings)]
    claims = linker.claims(tellings, [held.join(joins[ends]) for ends in sorted(joins)], reports)
    _check_claims(claims, tellings)
    published = {telling.id: telling.report.published for telling in tellings}
    return {claim.id: Made.of(claim, published[claim.tellings[0]]) for claim in claims}


def day(published: str | None) -> str | None:
    """The day of an ISO 8601 date or instant."""
    return published and published[:10]


def _check_claims(claims: Sequence[Claim], tellings: Sequence[Telling]) -> None:
    places = {telling.id: place for place, telling in enumerate(tellings)}
    told = [name for claim in claims for name in claim.tellings]
    if sorted(told) != sorted(places) or not all(claim.tellings for claim in claims):
        raise BadValueError("The linker does not put each telling into exactly one claim.")
    if any(list(claim.tellings) != sorted(claim.tellings, key=places.__getitem__) for claim in claims):
        raise BadValueError("The linker does not keep the order of tellings.")
    if len({claim.id for claim in claims}) != len(claims):
        raise BadValueError("The linker gives two claims one id.")


def _replace_claims(connection: sqlite3.Connection, group: Collection[str], new: dict[str, Made]) -> None:
    """Puts the claims of a connected group in the place of those its tellings had; those that are equal stay."""
    listed = json.dumps(_claims_of(connection, group))
    old = {row[0]: row for row in connection.execute(f"SELECT * FROM claim WHERE id {LISTED}", (listed,)).fetchall()}
    lost = _drop_claims(connection, [name for name, row in old.items() if name not in new or new[name].row != row])
    fresh = [made for name, made in new.items() if old.get(name) != made.row]
    sealed.put(connection, "claim", [made.row for made in fresh])
    sealed.put(connection, "claim_telling", [member for made in fresh for member in made.members])
    sealed.drop(connection, "redirect", f"claim {LISTED}", json.dumps([made.row[0] for made in fresh]))
    settle(connection, lost)


def _drop_claims(connection: sqlite3.Connection, names: Sequence[str]) -> list[Lost]:
    if not names:
        return []
    listed = json.dumps(names)
    members: dict[str, list[tuple[int, str]]] = {name: [] for name in names}
    for telling, claim, place in sealed.drop(connection, "claim_telling", f"claim {LISTED}", listed):
        members[claim].append((place, telling))
    sealed.drop(connection, "claim", f"id {LISTED}", listed)
    return [Lost(name, tuple(telling for _, telling in sorted(told))) for name, told in members.items()]


def unlink(connection: sqlite3.Connection, reports: Collection[str]) -> list[Lost]:
    """Drops what `reports` have of keys and joins, and every claim that these had a part in; returns the ids that went.

    Tellings of other reports that thereby lost their claim await another; the ids are for `settle`, once the
    reports' tellings are what they will be.
    """
    listed = json.dumps(sorted(reports))
    claimed = connection.execute(f"SELECT telling FROM claim_telling WHERE telling {OF_REPORTS}", (listed,)).fetchall()
    group, _ = connected(connection, [name for (name,) in claimed])
    lost = _drop_claims(connection, _claims_of(connection, group))
    tellings = {name: gone.tellings for gone in lost for name in gone.tellings}
    meant = sealed.drop(connection, "redirect", f"telling {OF_REPORTS}", listed)
    lost += [Lost(claim, (name, *tellings.get(name, ()))) for claim, name in meant]
    sealed.drop(connection, "telling_join", f"one {OF_REPORTS} OR other {OF_REPORTS}", listed, listed)
    sealed.drop(connection, "link_key", f"report {LISTED}", listed)
    sealed.drop(connection, "linked", f"report {LISTED}", listed)
    others = f"whole AND report IN (SELECT report FROM telling WHERE id {LISTED})"
    _set_whole(connection, sealed.drop(connection, "linked", others, json.dumps(sorted(group))), whole=0)
    return lost


def _claims_of(connection: sqlite3.Connection, tellings: Collection[str]) -> list[str]:
    query = f"SELECT DISTINCT claim FROM claim_telling WHERE telling {LISTED} ORDER BY claim"
    return [name for (name,) in connection.execute(query, (json.dumps(sorted(tellings)),)).fetchall()]


def _set_whole(connection: sqlite3.Connection, rows: Iterable[tuple[Any, ...]], *, whole: int) -> None:
    sealed.put(connection, "linked", [(report, by, whole) for report, by, _ in rows])


def settle(connection: sqlite3.Connection, lost: Iterable[Lost]) -> None:
    """Keeps for each id that went, and is no claim's, the first telling still held by which its claim is found."""
    for gone in lost:
        sealed.drop(connection, "redirect", "claim = ?", gone.claim)
        if not connection.execute("SELECT 1 FROM claim WHERE id = ?", (gone.claim,)).fetchone():
            held = "SELECT 1 FROM telling WHERE id = ?"
            still = (name for name in gone.tellings if connection.execute(held, (name,)).fetchone())
            sealed.put(connection, "redirect", [(gone.claim, name) for name in still][:1])
