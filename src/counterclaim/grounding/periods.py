"""In how long a count came together: in a day, a week, a month, or in total."""

import re
from collections.abc import Mapping
from functools import cache

from counterclaim.lang.data import either, rows

PERIODS = ("day", "week", "month", "total")
PARTS = re.compile(r"[;:.!?—]\s|\s–\s")


@cache
def _periods(language: str) -> Mapping[str, re.Pattern[str]]:
    held = rows(language, "counts")["per"]
    return {name: re.compile(rf"(?<!\w)(?:{either(held[name])})(?!\w)") for name in PERIODS}


def period(text: str, start: int, end: int, sentence: tuple[int, int], language: str = "en") -> str | None:
    """Which of `PERIODS` the count at `[start, end)` of `text` is of, by the nearest words of its part of the sentence.

    None where nothing is said; the day on which something happened is not meant.
    """
    first = max((part.end() for part in PARTS.finditer(text, sentence[0], start)), default=sentence[0])
    part = PARTS.search(text, end, sentence[1])
    last = part.start() if part else sentence[1]
    lower = text[first:last].lower()
    found = [
        (max(first + match.start() - end, start - first - match.end(), 0), name)
        for name, pattern in _periods(language).items()
        for match in pattern.finditer(lower)
    ]
    return min(found)[1] if found else None
