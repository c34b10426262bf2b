"""A report laid out for reading: its normal form, its paragraphs, its sentences, its outermost quotations."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from counterclaim.model.normal import Normal
from counterclaim.model.report import Report
from counterclaim.model.span import Span
from counterclaim.reading import sentences
from counterclaim.reading.quotations import Quotation, joined, nested, outermost, quotations

Range = tuple[int, int]  # code points of the normal text
ENDLESS = 3000  # code points of a sentence; what is longer has no stop, and is shown in part
DATELINE = re.compile(
    r"(?:\([A-Z][\w ,.]{,40}\d\)|[A-Z]{3,}(?:[ ,./(]{1,3}(?:[A-Z]\w*|\d+)){,8}[./)]*)"
    r"(?:\s?[–—-]{1,2})\s(?=[^\s“\"‘'«])"
)
LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Layout:
    """`paragraphs` are lists of sentences, each `[start, end)` of the normal text; `quoted` the outermost quotations.

    Paragraphs that one quotation runs through are one.
    """

    report: Report
    normal: Normal
    paragraphs: Sequence[Sequence[Range]]
    quoted: Sequence[Quotation]

    @classmethod
    def of(cls, report: Report) -> Self:
        """The layout of `report`; where it has no paragraphs, each line is one."""
        normal = Normal.of(report.text)
        lines = [normal.forth(*paragraph) for paragraph in report.paragraphs] or list(_lines(normal.text))
        paragraphs = joined(normal.text, lines)
        split = [sentences.spans(normal.text, *paragraph) for paragraph in paragraphs]
        sure = [one for one in quotations(normal.text, paragraphs) if not _is_slip(normal.text, one)]
        quoted = list(outermost(nested(sure)))
        return cls(report, normal, [paragraph for paragraph in split if paragraph], quoted)

    @property
    def text(self) -> str:
        """The normal text."""
        return self.normal.text

    def span(self, start: int, end: int) -> Span:
        """`[start, end)` of the normal text as a span of the report."""
        return Span.of(self.report.text, *self.normal.back(start, end))

    def quotation_at(self, place: int) -> Quotation | None:
        """The outermost quotation that holds `place`."""
        at = bisect_right(self.quoted, place, key=lambda quotation: quotation.start) - 1
        return self.quoted[at] if at >= 0 and place < self.quoted[at].end else None

    def quotation_from(self, place: int) -> int:
        """Where the next outermost quotation after `place` begins; the end of the text where none does."""
        at = bisect_right(self.quoted, place, key=lambda quotation: quotation.start)
        return self.quoted[at].start if at < len(self.quoted) else len(self.text)

    def paragraph(self, place: int) -> int:
        """The number of the paragraph that holds `place`."""
        return max(0, bisect_right(self.paragraphs, place, key=lambda one: one[0][0]) - 1)

    def is_dateline(self, place: int) -> bool:
        """Whether `place` lies in the dateline of its paragraph: "KYIV, Ukraine — "."""
        start = self.paragraphs[self.paragraph(place)][0][0]
        match = DATELINE.match(self.text, start)
        return match is not None and place < match.end()

    def sentence(self, place: int) -> Span:
        """The sentence that holds `place` of the normal text; of one without an end, the words around `place`."""
        paragraph = self.paragraphs[self.paragraph(place)]
        start, end = paragraph[max(0, bisect_right(paragraph, place, key=lambda one: one[0]) - 1)]
        if end - start > ENDLESS:
            first, last = place - ENDLESS // 3, place + ENDLESS // 3
            start = start if first <= start else self.text.find(" ", first, place) + 1 or place
            end = end if last >= end else max(self.text.rfind(" ", place, last), place + 1)
        return self.span(start, end)


def _lines(text: str) -> Iterator[Range]:
    """Each line as a paragraph."""
    return (match.span() for match in LINE.finditer(text))


def _is_slip(text: str, quotation: Quotation) -> bool:
    """Whether a single mark that nothing closes is rather an apostrophe."""
    before = text[quotation.start - 1] if quotation.start else "\n"
    return quotation.open and text[quotation.start] in "‘‚" and before not in "\n:"
