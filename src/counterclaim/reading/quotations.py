"""Quotations: a deterministic lexer for quotation marks, in linear time."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

CLOSER = {"“": "”", "„": "“”", "‘": "’", "‚": "‘’", "«": "»", "‹": "›", '"': '"', "'": "'"}
MIXED = {'"': "“", "”": '"'}  # a closing mark → the opening mark of another style that it may answer
MARK = re.compile(r"''|[“”\"‘’'«»„‚‹›]")
SINGLE = "‘’'"
FARTHEST = 5  # paragraphs after the one in which a quotation is left open, where its end is looked for
DEEPEST = 8  # marks nested deeper are garbage, and are ignored
CLIPPED = re.compile(r"n[’']|(?:\d0s|em|til|tis|twas|cause)\b", re.IGNORECASE)  # ’90s, rock ’n’ roll, ’em
LOWER_WORD = re.compile(r"\s[a-z]")
MEASURE = re.compile(r"\d\s?[’'′]\s?\d+\Z")  # 5'10", 55°45'
MEASURE_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks: `[start, end)` with the marks, `[inner_start, inner_end)` without.

    `depth` is 0 for the outermost. A quotation that no mark closes ends with its paragraph: it is `continued` where
    the next paragraph begins with an opening mark, else `open`.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int = 0
    open: bool = False
    continued: bool = False


class Mark(NamedTuple):
    """One mark: where it stands, its form ('' counts as \"), whether it can open or close."""

    start: int
    end: int
    form: str
    opens: bool
    closes: bool


def joined(text: str, paragraphs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The paragraphs, made one where a quotation left open has its end in a later one, as that one's first mark."""
    marks = [[mark for mark in _marks(text, *place) if mark.form not in SINGLE] for place in paragraphs]
    whole: list[tuple[int, int]] = []
    at = 0
    while at < len(paragraphs):
        first, seen = at, marks[at]
        while on := _paragraphs_on(text, seen, marks[at + 1 : at + 1 + FARTHEST], paragraphs[at][1]):
            at += on
            seen = marks[at][1:]
        whole.append((paragraphs[first][0], paragraphs[at][1]))
        at += 1
    return whole


def _paragraphs_on(text: str, marks: list[Mark], later: Sequence[Sequence[Mark]], end: int) -> int:
    """How many paragraphs on the quotation that `marks` leave open at `end` is closed; 0 where none is."""
    _, unclosed = _paired(text, marks, end)
    on, following = next(((on, found[0]) for on, found in enumerate(later, 1) if found), (0, None))
    if unclosed is None or following is None or following.opens:
        return 0
    closed = following.form in CLOSER[text[unclosed.start : unclosed.inner_start].replace("''", '"')]
    return on if closed else 0


def quotations(text: str, paragraphs: Iterable[tuple[int, int]]) -> list[Quotation]:
    """The quotations of `text`, paragraph by paragraph, by where they start."""
    found: list[Quotation] = []
    pending: Quotation | None = None
    for start, end in paragraphs:
        marks = _marks(text, start, end)
        if pending is not None:
            found[-1] = _carried(pending, text, marks[0] if marks else None, start)
        here, unclosed = _paired(text, marks, end)
        found.extend(here)
        pending = unclosed
        if unclosed is not None:
            found.append(unclosed)
    return nested(found)


def _carried(quotation: Quotation, text: str, first: Mark | None, start: int) -> Quotation:
    """The unclosed `quotation`, continued if the next paragraph, at `start`, begins with such a mark."""
    again = first is not None and first.opens and not text[start : first.start].strip()
    same = first is not None and first.form == text[quotation.start : quotation.inner_start].replace("''", '"')
    return replace(quotation, open=False, continued=True) if again and same else quotation


def _paired(text: str, marks: list[Mark], end: int) -> tuple[list[Quotation], Quotation | None]:
    """The closed quotations among `marks`, and the one that is open where the paragraph ends."""
    closed: list[Quotation] = []
    stack: list[Mark] = []
    waiting = dict.fromkeys(CLOSER, 0)
    for mark in marks:
        opener = next((form for form in CLOSER if waiting[form] and mark.form in CLOSER[form]), None)
        mixed = MIXED.get(mark.form, "")
        if opener is None and waiting.get(mixed) and not mark.opens:
            opener = mixed
        if mark.closes and opener:
            while stack:
                top = stack.pop()
                waiting[top.form] -= 1
                if top.form == opener:
                    closed.append(Quotation(top.start, mark.end, top.end, mark.start))
                    break
        elif mark.opens and len(stack) < DEEPEST:
            stack.append(mark)
            waiting[mark.form] += 1
    return closed, _unclosed(text, stack, closed, end)


def _unclosed(text: str, stack: list[Mark], closed: list[Quotation], end: int) -> Quotation | None:
    """The quotation left open at the paragraph's end; a mark with whole quotations after it was a slip."""
    last = {text[quotation.start]: quotation.start for quotation in sorted(closed, key=_start)}
    left = [mark for mark in stack if mark.start > last.get(text[mark.start], -1) and mark.form != "'"]
    stop = end - (len(text[left[0].end : end]) - len(text[left[0].end : end].rstrip())) if left else end
    if not left or stop <= left[0].end:
        return None
    return Quotation(left[0].start, stop, left[0].end, stop, open=True)


def nested(found: Iterable[Quotation]) -> list[Quotation]:
    """`found` with each one's depth."""
    ends: list[int] = []
    deep: list[Quotation] = []
    for quotation in sorted(found, key=_start):
        while ends and ends[-1] <= quotation.start:
            ends.pop()
        deep.append(replace(quotation, depth=len(ends)))
        ends.append(quotation.end)
    return deep


def _marks(text: str, start: int, end: int) -> list[Mark]:
    """The marks of the paragraph `text[start:end]`, without apostrophes, feet and inches."""
    sure = False  # whether a mark that surely closes a single quotation follows before the next opening one
    marks = []
    for match in reversed(list(MARK.finditer(text, start, end))):
        mark = _mark(text, match, start, end)
        if mark is None:
            continue
        if mark.form in "’'" and not mark.opens and _is_possessive(text, match):
            if sure:
                continue
        elif mark.form in SINGLE:
            sure = mark.closes and not mark.opens
        marks.append(mark)
    return marks[::-1]


def _mark(text: str, match: re.Match[str], start: int, end: int) -> Mark | None:
    """The mark at `match`, or None where it is an apostrophe or a measure."""
    form = match.group() if match.group() != "''" else '"'
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    free = not before.isalnum() and before not in ".,!?;:…%°"
    if form in "’'‘" and ((before.isalnum() and after.isalnum()) or (free and CLIPPED.match(text, match.end()))):
        return None
    if form in "'\"" and MEASURE.search(text[max(start, match.start() - MEASURE_LENGTH) : match.start()]):
        return None
    if form in "\"'":
        opens = free and not after.isspace() and not (before in "”’»" and not after.isalnum())
        nested = opens and (before.isspace() or before in "([")
        return Mark(match.start(), match.end(), form, opens, not nested and (not before.isspace() or form == '"'))
    if form == "’":
        return Mark(match.start(), match.end(), form, False, not before.isspace())
    return Mark(match.start(), match.end(), form, form in "“‘„‚«‹", form in "“”‘»›")


def _is_possessive(text: str, match: re.Match[str]) -> bool:
    """Whether the mark may be that of "the soldiers’ positions"."""
    return text[match.start() - 1 : match.start()] in ("s", "z", "x") and bool(LOWER_WORD.match(text, match.end()))


def _start(quotation: Quotation) -> int:
    """Where it starts, to sort by."""
    return quotation.start


def outermost(found: Iterable[Quotation]) -> Iterator[Quotation]:
    """Those within no other."""
    return (quotation for quotation in found if quotation.depth == 0)
