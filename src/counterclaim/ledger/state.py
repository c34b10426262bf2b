"""The current state: rows and index entries, each a pure function of a log entry's payload or of a telling."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from counterclaim.ledger import placed, records
from counterclaim.ledger.log import canonical
from counterclaim.ledger.schema import DROP_INDEXES, INDEXES
from counterclaim.model.report import Report
from counterclaim.model.review import Review
from counterclaim.model.telling import Telling

TELLING_COLUMNS = ("id", "report", "start", "kind", "claimant", "party", "body", "hash")


def input_key(key: bytes, *, location: str, theatre: str | None, raw: bytes) -> bytes:
    """Knows the same bytes from the same place again without reading them; keyed, so that it tells nobody else."""
    parts = (location, theatre or "", hashlib.sha256(raw).hexdigest())
    return hashlib.blake2b("\0".join(parts).encode(errors="surrogateescape"), digest_size=16, key=key).digest()


def telling_body(telling: Telling) -> dict[str, Any]:
    """What is kept of a telling: its public shape without its report's head, which the report row gives."""
    return {name: value for name, value in telling.as_json().items() if name not in ("id", "report")}


def telling_row(telling: Telling) -> tuple[Any, ...]:
    """The row of `telling`, as TELLING_COLUMNS."""
    body = canonical(telling_body(telling))
    claimant = telling.chain.claimant
    names = [claimant.name, claimant.written] if claimant else []
    searched = " / ".join(name for name in names if name).casefold() or None
    party = claimant.party if claimant else None
    digest = hashlib.sha256(body).hexdigest()
    return (telling.id, telling.report.id, telling.content.start, telling.kind, searched, party, body, digest)


def digest(hashes: Iterable[tuple[str, str]]) -> str:
    """One hash over `(telling id, hash)` pairs, whatever their order."""
    lines = "\n".join(f"{name}:{value}" for name, value in sorted(hashes))
    return hashlib.sha256(lines.encode()).hexdigest()


def sealed(reader: str | None, hashes: Iterable[tuple[str, str]]) -> str:
    """The seal of one report's reading: covers which reader read it and every telling it gave."""
    return hashlib.sha256(f"{reader};{digest(hashes)}".encode()).hexdigest()


def report_row(
    seq: int, held: tuple[Report, str | None], hashes: Iterable[tuple[str, str]], *, reader: str | None, key: bytes
) -> tuple[Any, ...]:
    """The row of the report and asked theatre `held` by entry `seq`, read by `reader` into tellings of these hashes.

    `hashes` are `(telling id, hash)` pairs.
    """
    report, theatre = held
    names = ("id", "version", "address", "outlet", "published", "title", "language", "path")
    known = input_key(key, location=report.location, theatre=theatre, raw=report.raw)
    return (seq, *(getattr(report, name) for name in names), known, reader, sealed(reader, hashes))


def insert_report(
    connection: sqlite3.Connection, seq: int, tellings: Sequence[Telling], *, reader: str | None, key: bytes
) -> None:
    """Writes the rows and index entries of the report that entry `seq` holds, and of its tellings."""
    rows = [telling_row(telling) for telling in tellings]
    held = records.report(connection, seq)
    values = report_row(seq, held, [(row[0], row[-1]) for row in rows], reader=reader, key=key)
    connection.execute(f"INSERT INTO report VALUES ({', '.join('?' * len(values))})", values)
    connection.execute("INSERT INTO report_words (rowid, title, text) VALUES (?, ?, ?)", report_words(seq, held[0]))
    for row in rows:
        insert = f"INSERT INTO telling ({', '.join(TELLING_COLUMNS)}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
        number = connection.execute(insert, row).lastrowid
        words = telling_words(number or 0, json.loads(row[-2]))
        connection.execute("INSERT INTO telling_words (rowid, sentence, content, source) VALUES (?, ?, ?, ?)", words)
    published = held[0].published
    placed.put(connection, (one for row in rows for one in _places(row, published)))


def _places(row: tuple[Any, ...], published: str | None) -> list[placed.Row]:
    """The rows of places of the telling whose row, as TELLING_COLUMNS, is given, of a report `published` then."""
    of = dict(zip(TELLING_COLUMNS, row, strict=True))
    return placed.rows(of["id"], json.loads(of["body"]), party=of["party"], published=published)


def replace_report(
    connection: sqlite3.Connection, old: int, new: int, tellings: Sequence[Telling], *, reader: str | None, key: bytes
) -> None:
    """Puts the report of entry `new`, with its tellings, in the place of the same report of entry `old`."""
    before, _ = records.report(connection, old)
    gone = "INSERT INTO telling_words (telling_words, rowid, sentence, content, source) VALUES ('delete', ?, ?, ?, ?)"
    rows = connection.execute("SELECT number, body FROM telling WHERE report = ?", (before.id,)).fetchall()
    connection.executemany(gone, (telling_words(number, json.loads(body)) for number, body in rows))
    gone = "INSERT INTO report_words (report_words, rowid, title, text) VALUES ('delete', ?, ?, ?)"
    connection.execute(gone, report_words(old, before))
    delete_report(connection, before.id)
    insert_report(connection, new, tellings, reader=reader, key=key)


def review_row(seq: int, review: Review) -> tuple[Any, ...]:
    """The row of `review`, entry `seq`."""
    return (seq, review.id, str(review.action), review.subject)


def delete_report(connection: sqlite3.Connection, name: str) -> None:
    """Removes the rows of the report `name` and of its tellings, not their index entries."""
    placed.drop(connection, name)
    connection.execute("DELETE FROM telling WHERE report = ?", (name,))
    connection.execute("DELETE FROM report WHERE id = ?", (name,))


def report_words(seq: int, report: Report) -> tuple[int, str, str]:
    """What of a report is searched."""
    return (seq, report.title or "", report.text)


def telling_words(number: int, body: dict[str, Any]) -> tuple[int, str, str, str]:
    """What of a telling is searched: sentence, content, and all sources of its chain."""
    sources = (source.get("written") or source.get("name") or "" for source in body["chain"])
    return (number, body["sentence"]["text"], body["content"]["text"], " / ".join(sources))


def rebuild_indexes(connection: sqlite3.Connection, reports: Iterable[tuple[int, Report]]) -> None:
    """Makes both indexes anew from what is held: `(seq, report)` pairs and the telling rows."""
    for statement in (DROP_INDEXES + INDEXES).split(";"):
        connection.execute(statement)
    fill_indexes(connection, reports, prefix="")


def fill_indexes(connection: sqlite3.Connection, reports: Iterable[tuple[int, Report]], *, prefix: str) -> None:
    """Fills empty indexes, whose names may begin with `prefix` (a schema), from what is held."""
    into_reports = f"INSERT INTO {prefix}report_words (rowid, title, text) VALUES (?, ?, ?)"
    connection.executemany(into_reports, (report_words(seq, report) for seq, report in reports))
    into_tellings = f"INSERT INTO {prefix}telling_words (rowid, sentence, content, source) VALUES (?, ?, ?, ?)"
    rows = connection.execute("SELECT number, body FROM telling ORDER BY number").fetchall()
    connection.executemany(into_tellings, (telling_words(number, json.loads(body)) for number, body in rows))
