"""What the words of a report show by themselves: in which sentence they stand, how much of them is quoted."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.intake.paragraphs import paragraphs
from counterclaim.model.normal import Normal
from counterclaim.model.report import Report
from counterclaim.model.span import Span
from counterclaim.model.telling import Quote
from counterclaim.reading import sentences
from counterclaim.reading.quotations import joined, outermost, quotations


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one report, looked through once: its sentences, and which code points stand in quotation marks."""

    report: Report
    sentences: Sequence[tuple[int, int]]
    quoted: frozenset[int]

    @classmethod
    def of(cls, report: Report) -> "Words":
        """Those of `report`."""
        language = "en" if report.language is None else report.language
        extents = paragraphs(report.text)
        split = [one for extent in extents for one in sentences.spans(report.text, *extent, language)]
        normal = Normal.of(report.text)
        lines = [normal.forth(*extent) for extent in extents]
        found = outermost(quotations(normal.text, joined(normal.text, lines)))
        quoted = frozenset(place for one in found for place in range(*normal.back(one.start, one.end)))
        return cls(report, split, quoted)

    def sentence(self, place: int) -> Span:
        """The sentence that holds the code point at `place`."""
        text = self.report.text
        return Span.of(text, *self.sentences[max(0, bisect_right(self.sentences, (place, len(text))) - 1)])

    def quote(self, parts: Sequence[Span]) -> Quote:
        """Whether all, some or none of the words stand within quotation marks."""
        places = [part.start + at for part in parts for at, char in enumerate(part.text) if char.isalnum()]
        inside = sum(place in self.quoted for place in places)
        return Quote.INDIRECT if not inside else Quote.DIRECT if inside == len(places) else Quote.MIXED
