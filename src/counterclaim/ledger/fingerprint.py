"""Fingerprints of redacted words: enough to know them again, nothing to read them from.

A passage is marked as a whole, by one keyed hash over its letters and digits: case, spacing, punctuation, markup and
invisible characters do not count. Hashes of overlapping pieces would notice reworded copies and excerpts too, but
could be solved word by word by whoever holds the file; so they are not kept.
"""

import hashlib
import sqlite3
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape

from counterclaim.model.report import Report

SHORT = 25  # fewer letters than this stand in many texts by chance: then only a text of just these is refused
KEPT = frozenset("LN")  # of the Unicode categories, letters and numbers; marks and invisible characters are passed over


@dataclass(frozen=True, slots=True)
class Mark:
    """A passage of `letters` letters, known by `digest`."""

    letters: int
    digest: bytes

    @property
    def is_short(self) -> bool:
        """Whether other texts may well hold the same letters by chance."""
        return self.letters < SHORT


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of a text, folded; `places` say where each stands, `starts` which of them begin a word."""

    folded: str
    places: list[int] = field(repr=False)
    starts: list[int] = field(repr=False)

    @classmethod
    def of(cls, text: str) -> "Letters":
        """The letters of `text`."""
        folded: list[str] = []
        places: list[int] = []
        starts: list[int] = []
        between = True
        for place, char in enumerate(text):
            kept = _folded(char)
            if kept:
                if between:
                    starts.append(len(places))
                folded.append(kept)
                places += [place] * len(kept)
            if kept is not None:
                between = not kept
        return cls("".join(folded), places, starts)

    def mark(self, key: bytes) -> Mark:
        """The mark of the whole under the ledger's `key`."""
        return Mark(len(self.folded), _digest(self.folded, key))

    def held(self, mark: Mark, key: bytes) -> Iterator[tuple[int, int]]:
        """Where in the text the passage of `mark` stands, as `[start, end)`."""
        if mark.is_short:
            if mark == self.mark(key) and mark.letters:
                yield self.places[0], self.places[-1] + 1
            return
        for start in self.starts:
            end = start + mark.letters
            if end <= len(self.folded) and _digest(self.folded[start:end], key) == mark.digest:
                yield self.places[start], self.places[end - 1] + 1


@lru_cache(maxsize=4096)
def _folded(char: str) -> str | None:
    """What counts of a character: its letters; nothing of a space or stop; None for what is passed over unseen."""
    category = unicodedata.category(char)
    if category in {"Cf", "Mn", "Me", "Mc"}:
        return None
    kept = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", char).casefold())
    return "".join(part for part in kept if unicodedata.category(part)[0] in KEPT)


def wordings(report: Report) -> Iterator[str]:
    """Everything of `report` in which words could come back: its text, what it states, its bytes as they stand."""
    yield report.text
    yield from (value for value in (report.title, report.outlet, report.url, report.path) if value)
    raw = report.raw.decode(errors="ignore")
    if raw and raw != report.text:
        yield raw
        if "&" in raw:
            yield unescape(raw)


def redacted_by(connection: sqlite3.Connection, report: Report, key: bytes) -> int | None:
    """The number of the review that redacted `report` or words it holds, None if there is none."""
    query = "SELECT seq FROM review WHERE action = 'redact' AND subject = ?"
    whole = connection.execute(query, (report.id,)).fetchone()
    if whole:
        return int(whole[0])
    marks = connection.execute("SELECT letters, mark, review FROM fingerprint").fetchall()
    texts = [Letters.of(wording) for wording in wordings(report)] if marks else []
    for letters, digest, seq in marks:
        if any(True for text in texts for _ in text.held(Mark(letters, digest), key)):
            return int(seq)
    return None


def _digest(letters: str, key: bytes) -> bytes:
    return hashlib.blake2b(letters.encode(), digest_size=16, key=key).digest()
