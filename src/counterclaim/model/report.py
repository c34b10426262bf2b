"""A report: one published text, with where it came from."""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

PUBLIC = ("outlet", "url", "published", "language")


def text_hash(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes, in hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def report_id(text: str, *, outlet: str | None, address: str | None, location: str) -> str:
    """`r_` and 16 hex digits, from outlet, address and words; with neither known, from words and `location`.

    Two outlets' verbatim copies are two reports; the same file read twice is one.
    """
    known = [outlet, address] if outlet or address else [None, None, location]
    key = json.dumps([*known, text_hash(text)], ensure_ascii=False)
    return "r_" + hashlib.sha256(key.encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Report:
    """One published text we read. Offsets everywhere count code points of `text`.

    `path` is what a listing shows, `location` the full place it was read from; `address` is the `url` without
    tracking and fragment, by which versions of one report are known; `published` is ISO 8601; `language` ISO 639-1.
    `paragraphs` are `[start, end)` pairs. `raw` is every byte as given.
    """

    id: str
    text: str
    path: str
    location: str
    format: str = "text"
    outlet: str | None = None
    url: str | None = None
    address: str | None = None
    published: str | None = None
    title: str | None = None
    language: str | None = None
    theatre: str = "ukraine"
    version: int = 1
    paragraphs: tuple[tuple[int, int], ...] = ()
    raw: bytes = field(default=b"", repr=False)

    def as_public_json(self) -> dict[str, Any]:
        """What each telling's line says of its report: id, version, path, outlet, url, published, language."""
        head = {"id": self.id, "version": self.version, "path": self.path}
        return head | {name: getattr(self, name) for name in PUBLIC}

    def as_json(self) -> dict[str, Any]:
        """Everything but the raw bytes and the version, which is the ledger's to give."""
        names = (name for name in self.__slots__ if name not in ("raw", "version"))
        return {name: getattr(self, name) for name in names}

    @classmethod
    def from_json(cls, value: dict[str, Any], *, raw: bytes, version: int) -> "Report":
        """The report that `as_json` wrote."""
        paragraphs = tuple((start, end) for start, end in value["paragraphs"])
        return cls(**(value | {"paragraphs": paragraphs}), raw=raw, version=version)
