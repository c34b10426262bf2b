"""Tables under a seal: a sum over each table's rows, kept with every change, so that a row changed or lost shows.

The sum is of the rows' hashes modulo 2^256: equal for any order in which the rows came and went.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

TABLES = ("telling_place", "linked", "link_key", "telling_join", "claim", "claim_telling", "redirect")
BYTES = 32


def put(connection: sqlite3.Connection, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Adds `rows`, whole, to the sealed `table`."""
    if rows:
        connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)
        _seal(connection, table, kept(connection, table) + _sum(rows))


def drop(connection: sqlite3.Connection, table: str, where: str, *values: object) -> list[tuple[Any, ...]]:
    """Removes the rows of the sealed `table` that fit the condition; returns them."""
    rows = connection.execute(f"DELETE FROM {table} WHERE {where} RETURNING *", values).fetchall()
    if rows:
        _seal(connection, table, kept(connection, table) - _sum(rows))
    return rows


def kept(connection: sqlite3.Connection, table: str) -> int:
    """The sum that is kept for `table`."""
    row = connection.execute("SELECT total FROM seal WHERE name = ?", (table,)).fetchone()
    return int.from_bytes(row[0], "big") if row else 0


def found(connection: sqlite3.Connection, table: str) -> int:
    """The sum over the rows of `table` as they stand."""
    return _sum(connection.execute(f"SELECT * FROM {table}")) % (1 << 8 * BYTES)


def _sum(rows: Iterable[tuple[Any, ...]]) -> int:
    return sum(int.from_bytes(hashlib.sha256(ascii(tuple(row)).encode()).digest(), "big") for row in rows)


def _seal(connection: sqlite3.Connection, table: str, total: int) -> None:
    value = (total % (1 << 8 * BYTES)).to_bytes(BYTES, "big")
    connection.execute("INSERT OR REPLACE INTO seal VALUES (?, ?)", (table, value))
