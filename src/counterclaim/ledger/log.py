"""The log: each entry's hash covers the one before; it holds a salted hash of its payload, which lies beside it.

So a payload can be removed, for a person's protection, while the chain still closes.
"""

import hashlib
import json
import secrets
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

FIRST = "0" * 64
SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log: `kind` is created, report, issue or review; `subject` the id it is about."""

    seq: int
    at: str
    kind: str
    subject: str
    payload_hash: str
    previous: str

    @property
    def hash(self) -> str:
        """SHA-256 over all fields, the hash of the entry before among them."""
        fields = [self.seq, self.at, self.kind, self.subject, self.payload_hash, self.previous]
        return hashlib.sha256(canonical(fields)).hexdigest()


def canonical(value: Any) -> bytes:
    """The bytes by which a JSON value is stored and hashed: UTF-8, no spaces, the order of keys kept."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def payload_hash(salt: bytes, body: bytes, raw: bytes) -> str:
    """SHA-256 over salt, body's length, body and raw bytes: nobody without the salt can try a guess against it."""
    return hashlib.sha256(salt + len(body).to_bytes(8, "big") + body + raw).hexdigest()


def now() -> str:
    """This second, UTC, ISO 8601."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def head(connection: sqlite3.Connection) -> tuple[int, str]:
    """Number and hash of the last entry; `(0, "00…")` before the first."""
    row = connection.execute("SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1").fetchone()
    return row or (0, FIRST)


def append(connection: sqlite3.Connection, kind: str, subject: str, value: Any, raw: bytes = b"") -> int:
    """Adds an entry and its payload within the open transaction; returns its number."""
    last, previous = head(connection)
    salt, body = secrets.token_bytes(SALT_BYTES), canonical(value)
    entry = Entry(last + 1, now(), kind, subject, payload_hash(salt, body, raw), previous)
    row = (entry.seq, entry.at, kind, subject, entry.payload_hash, previous, entry.hash)
    connection.execute("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?)", row)
    connection.execute("INSERT INTO payload VALUES (?, ?, ?, ?)", (entry.seq, salt, body, raw))
    return entry.seq


def payload(connection: sqlite3.Connection, seq: int) -> Any:
    """The JSON value of entry `seq`; None where it was redacted."""
    row = connection.execute("SELECT body FROM payload WHERE seq = ?", (seq,)).fetchone()
    return None if row is None else json.loads(row[0])
