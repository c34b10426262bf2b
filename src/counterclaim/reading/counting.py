"""Where a telling counts: what a network marks, made whole, and what it passes over."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from counterclaim.lang.counted_nouns import noun_behind, only_leads
from counterclaim.lang.data import rows
from counterclaim.lang.numerals import Numeral
from counterclaim.lang.uncounted import counted
from counterclaim.reading.layout import Range
from counterclaim.reading.overlaps import overlap

COUNTABLE = frozenset(("soldier", "person", "unit", "equipment", "weapon", "settlement", "building"))
PERCENT = re.compile(r"\s?%")


def counting(text: str, marks: Sequence[Range], pieces: Sequence[Range], language: str = "en") -> list[Range]:
    """Where `text` counts within `pieces`, in its order: the number, what qualifies it, and the noun if it follows.

    Every number counts that is no day, age, name or the like; "one" where what it counts follows, "both" or "some" only
    where a mark holds them. A mark without a number counts nothing; "three of five mains" in one mark is one count.
    """
    return sorted({run for piece in pieces for run in _within(text, marks, piece, language)})


def _within(text: str, marks: Sequence[Range], piece: Range, language: str) -> Iterator[Range]:
    taken = piece[0]
    every = counted(text, *piece, language)
    for numeral, after in zip_longest(every, every[1:]):
        held = [mark for mark in marks if overlap(mark, (numeral.start, numeral.end))]
        if numeral.start >= taken and (numeral.sure or held or _is_single(text, numeral, piece[1], language)):
            ends = [numeral, after] if after and _is_whole(text, numeral, after, held, language) else [numeral]
            taken = max(_end(text, one, piece[1], language) for one in ends)
            yield numeral.start, taken


def _is_whole(text: str, part: Numeral, whole: Numeral, held: Sequence[Range], language: str) -> bool:
    """Whether a mark takes a number and that of which it is a part for one count."""
    together = any(overlap(mark, (whole.start, whole.end)) for mark in held)
    return together and not part.rate and only_leads(text, part.end, whole.start, language)


def _is_single(text: str, numeral: Numeral, stop: int, language: str) -> bool:
    """Whether "one" counts somebody or something: "one soldier", not "one of the sides"."""
    if text[numeral.start : numeral.end].lower() not in rows(language, "numbers")["singles"]:
        return False
    noun = noun_behind(text, numeral.end, stop, language)
    return noun is not None and noun.start == numeral.end + 1 and bool(noun.classes & COUNTABLE)


def _end(text: str, numeral: Numeral, stop: int, language: str) -> int:
    """Where the words of a count end: behind its noun."""
    noun = noun_behind(text, numeral.end, stop, language)
    sign = PERCENT.match(text, numeral.end, stop)
    return max(one for one in (numeral.end, sign and sign.end(), noun and noun.end) if one)
