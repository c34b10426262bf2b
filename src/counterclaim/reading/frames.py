"""Frames: the kind of a proposition by its words, for kinds that no network knows."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from counterclaim.kinds.kinds import OTHER
from counterclaim.lang.data import either, rows

GAP = r"(?:\W+[\w’'-]+){0,6}?\W+"


@dataclass(frozen=True, slots=True)
class Frame:
    """Words that make a proposition of a kind; `example` shows them."""

    kind: str
    written: str
    words: re.Pattern[str]
    example: str


@cache
def frames(language: str = "en") -> tuple[Frame, ...]:
    """The frames of a language."""
    held: Mapping[str, list[dict[str, str]]] = rows(language, "frames")
    return tuple(
        Frame(kind, row["frame"], _pattern(row["frame"]), row["example"])
        for kind, listed in held.items()
        for row in listed
    )


def _pattern(written: str) -> re.Pattern[str]:
    """The words of a frame: `|` parts words that serve alike, `+` joins what follows at once, `…` within six words."""
    made = ""
    for part in re.split(r"([+…])", written):
        made += {"+": r"\W+", "…": GAP}.get(part, f"(?:{either(map(str.strip, part.split('|')))})")
    return re.compile(rf"(?<!\w){made}(?!\w)")


def kinds_by_frames(text: str, language: str = "en") -> dict[str, int]:
    """How many words of each kind's frames `text` holds, for the kinds whose frames fire."""
    lower = text.lower()
    found: dict[str, int] = {}
    for frame in frames(language):
        match = frame.words.search(lower)
        if match:
            found[frame.kind] = found.get(frame.kind, 0) + len(match.group().split())
    return found


def kind_by_frames(text: str, language: str = "en") -> str:
    """The kind whose frames fire most; `other` where none does."""
    return unlearned(text, (), language) or OTHER


def unlearned(text: str, learned: Iterable[str], language: str = "en") -> str | None:
    """The kind whose frames fire most of those that no network has learned; None where none of theirs fires."""
    known = frozenset(learned)
    found = {kind: count for kind, count in kinds_by_frames(text, language).items() if kind not in known}
    return max(found, key=found.__getitem__, default=None)


def dead_rows(language: str = "en") -> Iterator[str]:
    """Frames that do not fire on their own example."""
    for frame in frames(language):
        if not frame.words.search(frame.example.lower()):
            yield f"{frame.kind}: {frame.written} / {frame.example}"
