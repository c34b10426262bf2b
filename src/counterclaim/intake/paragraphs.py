"""The paragraphs of a text: its lines, or what blank lines part where the lines are broken at a width.

Told apart by measure: in a text wrapped at a width, a line that is broken within a sentence is one to which the next
line's first word could not be added any more. A text with one paragraph, or one sentence, to a line has no such rule.
"""

import re
from collections.abc import Iterator
from itertools import islice, pairwise

MEASURED = 2_000  # lines looked at
WIDEST = 120  # code points; beyond that nobody wraps lines
FEWEST_BREAKS = 2  # within sentences: one could be a headline above its text
FULL_SHARE = 0.8  # of the breaks within sentences, those where the next word had no room; 1 but for odd lines
BROKEN_SHARE = 0.4  # of all joins of two lines; wrapped prose has 0.6 to 0.9
WIDTH_SHARE = 0.9  # of the broken lines are no longer than the width; a long address may stick out

ENDED = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
BULLET = re.compile(r"(?:[-*•–—]|\d{1,2}[.)])\s")

Extent = tuple[int, int]


def paragraphs(text: str, *, by_line: bool | None = None) -> tuple[Extent, ...]:
    """`[start, end)` of each paragraph of `text` in order, without white space around it, none empty.

    `by_line` says where it is known that each line is one; else it is found out.
    """
    width = None if by_line else _width(text, list(islice(_lines(text), MEASURED)))
    if width is None:
        return tuple(line for line in _lines(text) if line[0] < line[1])
    return tuple(_joined(text, width))


def _lines(text: str) -> Iterator[Extent]:
    """Every line without white space around it; a blank one is empty."""
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        bare = line.lstrip()
        first = start + len(line) - len(bare)
        yield first, first + len(bare.rstrip())
        start = end + 1


def _width(text: str, lines: list[Extent]) -> int | None:
    """The width at which `lines` are wrapped, None where they are not."""
    words = [text[start:end] for start, end in lines]
    joins = [(line, after) for line, after in pairwise(words) if line and after]
    broken = [(line, after) for line, after in joins if _runs_on(line, after)]
    if len(broken) < max(FEWEST_BREAKS, BROKEN_SHARE * len(joins)):
        return None
    width = sorted(len(line) for line, _ in broken)[int(WIDTH_SHARE * (len(broken) - 1))]
    full = sum(not _has_room(line, after, width) for line, after in broken)
    return width if width <= WIDEST and full >= FULL_SHARE * len(broken) else None


def _runs_on(line: str, after: str) -> bool:
    """Whether a sentence runs on from `line` to `after`: no end before, no capital or bullet behind."""
    return not ENDED.search(line) and after[0].isalpha() and not after[0].isupper()


def _has_room(line: str, after: str, width: int) -> bool:
    return len(line) + 1 + len(after.split(None, 1)[0]) <= width


def _joined(text: str, width: int) -> Iterator[Extent]:
    start, before = -1, (0, 0)
    for line in _lines(text):
        if start >= 0 and _parts(text[slice(*before)], text[slice(*line)], width):
            yield start, before[1]
            start = -1
        if line[0] < line[1]:
            start, before = (line[0] if start < 0 else start), line
    if start >= 0:
        yield start, before[1]


def _parts(before: str, line: str, width: int) -> bool:
    """Whether `line` is not of one paragraph with the line `before`: blank, a bullet, or `before` was not filled."""
    if not line or BULLET.match(line):
        return True
    return bool(ENDED.search(before)) and _has_room(before, line, width)
