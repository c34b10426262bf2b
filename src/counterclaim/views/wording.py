"""Two wordings side by side: which words both have, which only one of them, and which stand elsewhere in the other."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from enum import StrEnum
from typing import Any
from unicodedata import normalize

from counterclaim.printing import says
from counterclaim.views.tracing import shortened

Json = Mapping[str, Any]
DETAIL = "detail"  # the slot of a difference for which only one telling has words
TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:[-'’\u0300-\u036f]+\w*)*|[^\w\s][\u0300-\u036f\u200d\ufe0f]*")
MOST = 250  # words and marks of a wording that are compared: it takes the square of their number
SMALL = 2  # words of no weight, of which so many between two differences are taken for a part of these
MOVED_WORDS, MOVED_LETTERS = 2, 8  # the least that is called moved; fewer come together again by chance


class Mark(StrEnum):
    """What a stretch of a wording is to the other one."""

    SAME = "same"
    ONLY = "only"
    MOVED = "moved"
    NOT_COMPARED = "not_compared"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that are alike in what they are to the other wording; joined, a wording's stretches are the wording."""

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class Compared:
    """Both wordings in stretches."""

    one: tuple[Stretch, ...]
    other: tuple[Stretch, ...]

    @property
    def is_same(self) -> bool:
        """Whether both have the same words and marks in the same order; the spaces between them may differ."""
        return all(stretch.mark is Mark.SAME for stretch in (*self.one, *self.other))


def compared(one: str, other: str) -> Compared:
    """Which words of each the other has: capital letters count, spaces and the shape of apostrophes do not.

    >>> [stretch.text for stretch in compared("dozens fell", "nearly a hundred fell").other]
    ['nearly a hundred', ' fell']
    """
    mine, theirs = _Side(one), _Side(other)
    keys = [[token.key for token in side.compared] for side in (mine, theirs)]
    for block in _common(keys[0], keys[1]):
        mine.mark(Mark.SAME, block.a, block.size)
        theirs.mark(Mark.SAME, block.b, block.size)
    while moved := _moved(mine, theirs):
        mine.mark(Mark.MOVED, moved.a, moved.size)
        theirs.mark(Mark.MOVED, moved.b, moved.size)
    return Compared(tuple(mine.stretches()), tuple(theirs.stretches()))


def _common(one: Sequence[str], other: Sequence[str]) -> Iterator[Match]:
    """What both have in common; a small word between two differences is no island in them."""
    *blocks, end = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    for block in blocks:
        begins = not (block.a or block.b)
        ends = (block.a + block.size, block.b + block.size) == (end.a, end.b)
        if begins or ends or block.size > SMALL or any(map(_weighs, one[block.a : block.a + block.size])):
            yield block


def _weighs(word: str) -> bool:
    """Whether a word says something by itself: a number, a name, more than three letters."""
    return len(word) > 3 or word[0].isupper() or word[0].isdigit()


def differing(item: Json, lines: Mapping[str, Json], most: int = 1000) -> Compared:
    """Both wordings of a difference, neither longer than `most` code points.

    Of a detail that only one telling has: against the words of the other. `lines` are tellings by id, in the public
    shape. What is not given is no stretch at all.
    """
    was, now = item["was"], item["is"]
    if item["slot"] == DETAIL:
        was, now = (words or _content(lines.get(item[end])) for words, end in ((was, "from"), (now, "to")))
    return compared(shortened(was or "", most), shortened(now or "", most))


def _content(line: Json | None) -> str:
    return says(line["content"]) if line else ""


@dataclass(frozen=True, slots=True)
class _Token:
    """A word, a number or a single mark, by where it stands; two are the same if their `key` is."""

    key: str
    start: int
    end: int
    is_word: bool


class _Side:
    """A wording while it is compared: its tokens, and what each is to the other wording."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = [
            _Token(normalize("NFC", found[0]).replace("’", "'"), *found.span(), is_word=found[0][0].isalnum())
            for found in TOKEN.finditer(text)
        ]
        self.compared = self._tokens[:MOST]
        self._marks = [Mark.ONLY] * len(self.compared) + [Mark.NOT_COMPARED] * len(self._tokens[MOST:])

    def mark(self, mark: Mark, start: int, size: int) -> None:
        self._marks[start : start + size] = [mark] * size

    def left(self) -> list[object]:
        """What it alone has so far, and in the place of all else something that is like nothing."""
        return [
            token.key.casefold() if mark is Mark.ONLY else object()
            for token, mark in zip(self.compared, self._marks, strict=False)
        ]

    def stretches(self) -> Iterator[Stretch]:
        """The text cut where marks change; what is the same is taken with the spaces around it."""
        at, end = 0, len(self._tokens)
        for number, (token, mark) in enumerate(zip(self._tokens, self._marks, strict=True)):
            if mark is Mark.SAME or (number and self._marks[number - 1] is mark):
                continue
            if at < token.start:
                yield Stretch(Mark.SAME, self._text[at : token.start])
            after = next((later for later in range(number, end) if self._marks[later] is not mark), end)
            at = self._tokens[after - 1].end
            yield Stretch(mark, self._text[token.start : at])
        if at < len(self._text):
            yield Stretch(Mark.SAME, self._text[at:])


def _moved(one: _Side, other: _Side) -> Match | None:
    """The longest run of words that each alone has at its place and the other elsewhere, capitals aside."""
    block = SequenceMatcher(None, one.left(), other.left(), autojunk=False).find_longest_match()
    words = [token for token in one.compared[block.a : block.a + block.size] if token.is_word]
    enough = len(words) >= MOVED_WORDS and sum(token.end - token.start for token in words) >= MOVED_LETTERS
    return block if enough else None
