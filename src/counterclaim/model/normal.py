"""A text in normal form, with the way back to the text as given."""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Self

SPACES = {
    ord(char): " "
    for char in "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
}
DROPPED = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+")


@dataclass(frozen=True, slots=True)
class Normal:
    """`text` in normal form: NFC, every kind of space a plain one, soft hyphens and zero-width characters dropped.

    Line breaks and tabs stay. `starts` and `ends` say, for each code point of `text`, which code points of the
    original it stands for; both are None where the two run one to one.
    """

    text: str
    length: int
    starts: "array[int] | None" = field(default=None, repr=False)
    ends: "array[int] | None" = field(default=None, repr=False)

    @classmethod
    def of(cls, original: str) -> Self:
        """The normal form of `original`, and the way back."""
        text = original.translate(SPACES)
        if unicodedata.is_normalized("NFC", text) and not DROPPED.search(text):
            return cls(text, len(text))
        pieces, starts, ends = [], array("L"), array("L")
        for start, end, piece in _composed(text, _kept(text)):
            pieces.append(piece)
            one_to_one = piece == text[start:end]  # else composed, or its marks put in order
            starts.extend(range(start, end) if one_to_one else [start] * len(piece))
            ends.extend(range(start + 1, end + 1) if one_to_one else [end] * len(piece))
        return cls("".join(pieces), len(original), starts, ends)

    def back(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the original that `text[start:end]` stands for.

        What was dropped is taken in between the words, never at their edges.
        """
        if self.starts is None or self.ends is None:
            return start, end
        first = self.starts[start] if start < len(self.starts) else self.length
        return first, self.ends[end - 1] if end > start else first

    def forth(self, start: int, end: int) -> tuple[int, int]:
        """Where the original's `[start, end)` stands in `text`."""
        if self.starts is None or self.ends is None:
            return start, end
        first = bisect_right(self.ends, start)
        return first, max(first, bisect_left(self.starts, end))


def _kept(text: str) -> list[int]:
    """The places in `text` of the characters that are not dropped."""
    kept: list[int] = []
    start = 0
    for match in DROPPED.finditer(text):
        kept.extend(range(start, match.start()))
        start = match.end()
    kept.extend(range(start, len(text)))
    return kept


def _composed(text: str, kept: list[int]) -> list[tuple[int, int, str]]:
    """The kept characters in the smallest pieces that compose by themselves: `(start, end, composed)`."""
    pieces: list[tuple[int, int, str]] = []
    piece: list[str] = []
    start = end = 0
    for place in kept:
        char = text[place]
        if piece and not _joins(piece, char):
            pieces.append((start, end, unicodedata.normalize("NFC", "".join(piece))))
            piece = []
        start = start if piece else place
        piece.append(char)
        end = place + 1
    if piece:
        pieces.append((start, end, unicodedata.normalize("NFC", "".join(piece))))
    return pieces


def _joins(piece: list[str], char: str) -> bool:
    """Whether `char` may compose with the piece before it."""
    if char.isascii():
        return False
    if unicodedata.combining(char):
        return True
    last = "".join(piece[-3:])  # a Hangul syllable, the longest chain of starters that compose, has three
    both = unicodedata.normalize("NFC", last + char)
    return both != unicodedata.normalize("NFC", last) + unicodedata.normalize("NFC", char)
