"""Where a telling counts: what a network marks, made whole, and what it passes over."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from counterclaim.lang.counted_nouns import noun_behind, only_leads
from counterclaim.lang.data import either, rows
from counterclaim.lang.numerals import Numeral
from counterclaim.lang.uncounted import counted
from counterclaim.reading.layout import Range
from counterclaim.reading.overlaps import Overlaps, overlap

COUNTABLE = frozenset(("soldier", "person", "unit", "equipment", "weapon", "settlement", "building"))
PERCENT = re.compile(r"\s?%")
NEAR = 60  # code points before a number: an adverb and the word before it


def counting(text: str, marks: Sequence[Range], pieces: Sequence[Range], language: str = "en") -> list[Range]:
    """Where `text` counts within `pieces`, in its order: the number, what qualifies it, and the noun if it follows.

    Every number counts that is no day, age, name or the like; "one" where what it counts follows, "both" or "some" only
    where a mark holds them. "Many" and "some" alone count nothing, nor does "one of the sides"; of "he is one of nine"
    the nine count. A mark without a number counts nothing; "three of five mains" in one mark is one count.
    """
    marked = Overlaps(marks, lambda mark: mark)
    return sorted({run for piece in pieces for run in _within(text, marked, piece, language)})


def _within(text: str, marks: Overlaps[Range], piece: Range, language: str) -> Iterator[Range]:
    taken = piece[0]
    every = counted(text, *piece, language)
    for numeral, after in zip_longest(every, every[1:]):
        held = list(marks.over((numeral.start, numeral.end)))
        if numeral.start < taken or _is_idle(text, numeral, after, piece, language):
            continue
        if numeral.sure or held or _is_single(text, numeral, piece[1], language):
            ends = [numeral, after] if after and _is_whole(text, numeral, after, held, language) else [numeral]
            taken = max(_end(text, one, piece[1], language) for one in ends)
            yield numeral.start, taken


def _is_whole(text: str, part: Numeral, whole: Numeral, held: Sequence[Range], language: str) -> bool:
    """Whether a mark takes a number and that of which it is a part for one count."""
    together = any(overlap(mark, (whole.start, whole.end)) for mark in held)
    return together and not part.rate and only_leads(text, part.end, whole.start, language)


def _is_idle(text: str, numeral: Numeral, after: Numeral | None, piece: Range, language: str) -> bool:
    """Whether words count nothing whoever marks them: "many", "some", "both the", "one of the sides"."""
    idle = _idle(language)
    said = text[numeral.start : numeral.end].lower()
    if numeral.low is None or said in idle.words or (said in idle.pairs and idle.article.match(text, numeral.end)):
        return True
    if said not in rows(language, "numbers")["singles"] or not idle.of.match(text, numeral.end):
        return False
    noun = noun_behind(text, numeral.end, piece[1], language)
    of_many = after is not None and only_leads(text, numeral.end, after.start, language)
    belongs = idle.copulas.search(text, max(piece[0], numeral.start - NEAR), numeral.start) is not None
    return belongs or not (of_many or (noun is not None and noun.anaphor))


@dataclass(frozen=True, slots=True)
class _Idle:
    words: frozenset[str]
    pairs: frozenset[str]
    article: re.Pattern[str]
    of: re.Pattern[str]
    copulas: re.Pattern[str]


@cache
def _idle(language: str) -> _Idle:
    held = rows(language, "numbers")
    idle = held["idle"]
    return _Idle(
        frozenset(idle["words"]),
        frozenset(idle["pairs"]),
        re.compile(rf"\s(?:{either(idle['articles'])})\s"),
        re.compile(rf"\s(?:{either(idle['of'])})\s", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{either(idle['copulas'])})\s(?:\w+ly\s)?\Z", re.IGNORECASE),
    )


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
