"""Fingerprints of redacted words: enough to know them again, nothing to read them from.

A passage is marked as a whole, by one keyed hash over all its words. Hashes of overlapping pieces would notice
reworded copies too, but could be solved word by word by whoever holds the file; so they are not kept.
"""

import hashlib
import re
import sqlite3
import unicodedata
from dataclasses import dataclass

SHORT = 5  # fewer words than this stand in many texts by chance: then only a text of just these words is refused
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage of `words` words, known by `digest`."""

    words: int
    digest: bytes


def words(text: str) -> list[bytes]:
    """The words by which texts are compared: case, spacing and punctuation do not count."""
    return [word.encode() for word in _WORD.findall(unicodedata.normalize("NFKC", text).casefold())]


def mark(text: str, key: bytes) -> Mark:
    """The mark of the whole of `text` under the ledger's `key`."""
    found = words(text)
    return Mark(len(found), _digest(found, key))


def redacted_by(connection: sqlite3.Connection, name: str, text: str, key: bytes) -> int | None:
    """The number of the review that redacted the report `name` or a passage `text` holds, None if there is none."""
    whole = connection.execute("SELECT seq FROM review WHERE action = 'redact' AND subject = ?", (name,)).fetchone()
    if whole:
        return int(whole[0])
    lengths = [length for (length,) in connection.execute("SELECT DISTINCT words FROM fingerprint")]
    found = words(text) if lengths else []
    for length in lengths:
        for start in _starts(len(found), length):
            digest = _digest(found[start : start + length], key)
            query = "SELECT review FROM fingerprint WHERE words = ? AND mark = ?"
            row = connection.execute(query, (length, digest)).fetchone()
            if row:
                return int(row[0])
    return None


def _starts(total: int, length: int) -> range:
    """Where a passage of `length` words may begin in `total` words."""
    if length >= SHORT:
        return range(total - length + 1)
    return range(1 if total == length else 0)


def _digest(found: list[bytes], key: bytes) -> bytes:
    return hashlib.blake2b(b" ".join(found), digest_size=16, key=key).digest()
