"""Attributions as rows of a file: one article a line, `{doc_id, text, attributions: [{source, cue, content}]}`.

Each role is a list of `[start, end)` in code points of `text`; no source is an empty list. The format is that of the
converted PolNeAR corpus (Newell et al. 2018); `split` and `primary` may stand in a row too.
"""

import gzip
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from counterclaim.errors import BadValueError
from counterclaim.model.report import Report

ROLES = ("source", "cue", "content")
PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")
Ranges = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution: where its source, cue and content stand, each in pieces."""

    source: Ranges
    cue: Ranges
    content: Ranges

    def as_json(self) -> dict[str, list[list[int]]]:
        """The row's shape."""
        return {role: [list(place) for place in getattr(self, role)] for role in ROLES}


@dataclass(frozen=True, slots=True)
class Article:
    """One row: a text and its attributions."""

    id: str
    text: str
    attributions: tuple[Attributed, ...]

    @property
    def report(self) -> Report:
        """The article as a report in English; an empty line parts paragraphs."""
        paragraphs = tuple(match.span() for match in PARAGRAPH.finditer(self.text))
        return Report(id=self.id, text=self.text, path=self.id, location=self.id, language="en", paragraphs=paragraphs)


def articles(path: Path, split: str | None = None, *, primary: bool = True) -> Iterator[Article]:
    """The articles of a file of JSON Lines, gzipped or not; of `split` alone where one is named.

    Rows with `primary: false` are further annotators' versions: without `primary` they alone are given. Raises
    BadValueError, which names the line.
    """
    number = 0
    try:
        with _opened(path) as lines:
            for number, line in enumerate(lines, 1):
                row = _row(line, f"{path}, line {number}") if line.strip() else None
                if row is not None and row.get("primary", True) is primary and split in (None, row.get("split")):
                    yield _article(row, f"{path}, line {number}")
    except (EOFError, UnicodeDecodeError, gzip.BadGzipFile, zlib.error) as error:
        raise BadValueError(f"{path}, after line {number}: cannot be read ({error}).", "Take the file anew.") from error


def _opened(path: Path) -> TextIO:
    with path.open("rb") as start:
        zipped = start.read(2) == b"\x1f\x8b"
    return gzip.open(path, "rt", encoding="utf-8-sig") if zipped else path.open(encoding="utf-8-sig")


def _row(line: str, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise BadValueError(f"{where}: no JSON ({error}).", "Write one article a line.") from error
    if not isinstance(row, dict):
        raise BadValueError(f"{where}: no object.", "Write one article a line, as an object.")
    return row


def _article(row: dict[str, Any], where: str) -> Article:
    name, text, found = row.get("doc_id"), row.get("text"), row.get("attributions")
    if not (isinstance(name, str) and isinstance(text, str) and isinstance(found, list)):
        raise BadValueError(f"{where}: doc_id, text or attributions is missing.", "Each article has all three.")
    try:
        return Article(name, text, tuple(_attributed(one, len(text)) for one in found))
    except (AttributeError, TypeError, ValueError) as error:
        remedy = "Write each role as a list of [start, end), in code points of the text."
        raise BadValueError(f"{where}: an attribution of {name} cannot be read ({error}).", remedy) from error


def _attributed(one: dict[str, Any], length: int) -> Attributed:
    roles = []
    for role in ROLES:
        places = tuple((start, end) for start, end in one.get(role) or ())
        if not all(type(start) is int is type(end) and 0 <= start < end <= length for start, end in places):
            raise ValueError(f"{role} {places} is not in the text")
        roles.append(places)
    return Attributed(*roles)
