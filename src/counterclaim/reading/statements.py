"""Statements: sentences, held together where a quotation runs on from one to the next."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.reading.found import Found
from counterclaim.reading.patterns import attributions
from counterclaim.reading.quotations import Quotation
from counterclaim.reading.tokens import Token, tokens

Range = tuple[int, int]  # code points of the normal text

DATELINE = re.compile(
    r"(?:\([A-Z][\w ,.]{,40}\d\)|[A-Z]{3,}(?:[ ,./(]{1,3}(?:[A-Z]\w*|\d+)){,8}[./)]*)"
    r"(?:\s?[–—-]{1,2}|:)\s(?=[^\s“\"‘'«])"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """What is read at once: its paragraph's number, its place, its tokens and the attributions in it."""

    paragraph: int
    tokens: tuple[Token, ...]
    found: tuple[Found, ...]

    @property
    def is_quotation(self) -> bool:
        """Whether it is nothing but quotations long enough to be speech."""
        return all(token.is_speech for token in self.tokens)


def statements(text: str, paragraphs: Sequence[Sequence[Range]], quoted: Sequence[Quotation]) -> Iterator[Statement]:
    """The statements of `text`, whose paragraphs are lists of sentences; `quoted` are its outermost quotations."""
    place = 0
    for number, sentences in enumerate(paragraphs):
        for start, end, begun in _joined(sentences, quoted, place):
            last = begun
            while last < len(quoted) and quoted[last].start < end:
                last += 1
            dateline = DATELINE.match(text, start, end)
            found = tokens(text, dateline.end() if dateline else start, end, quoted[begun:last])
            place = last
            yield Statement(number, tuple(found), tuple(attributions(found)))


def _joined(sentences: Sequence[Range], quoted: Sequence[Quotation], place: int) -> Iterator[tuple[int, int, int]]:
    """The sentences as `(start, end, number of the first quotation)`, joined where a quotation holds them."""
    start = first = None
    for begin, end in sentences:
        while place < len(quoted) and quoted[place].end <= begin:
            place += 1
        if start is None or first is None:
            start, first = begin, place
        inside = place
        while inside < len(quoted) and quoted[inside].end <= end:
            inside += 1
        if inside < len(quoted) and quoted[inside].start < end:
            continue
        yield start, end, first
        start = first = None
    if start is not None and first is not None:
        yield start, sentences[-1][1], first
