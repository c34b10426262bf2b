"""What the words of a report show by themselves: in which sentence they stand, how much of them is quoted."""

from bisect import bisect_right
from collections.abc import Sequence

from counterclaim.intake.paragraphs import paragraphs
from counterclaim.model.normal import Normal
from counterclaim.model.report import Report
from counterclaim.model.span import Span
from counterclaim.model.telling import Quote
from counterclaim.reading import sentences
from counterclaim.reading.quotations import joined, outermost, quotations


def sentence(report: Report, place: int) -> Span:
    """The sentence that holds the code point at `place`."""
    language = "en" if report.language is None else report.language
    split = [one for extent in paragraphs(report.text) for one in sentences.spans(report.text, *extent, language)]
    return Span.of(report.text, *split[max(0, bisect_right(split, (place, len(report.text))) - 1)])


def quote(report: Report, parts: Sequence[Span]) -> Quote:
    """Whether all, some or none of the words stand within quotation marks."""
    normal = Normal.of(report.text)
    lines = [normal.forth(*extent) for extent in paragraphs(report.text)]
    found = outermost(quotations(normal.text, joined(normal.text, lines)))
    quoted = {place for one in found for place in range(*normal.back(one.start, one.end))}
    places = [part.start + at for part in parts for at, char in enumerate(part.text) if char.isalnum()]
    inside = sum(place in quoted for place in places)
    return Quote.INDIRECT if not inside else Quote.DIRECT if inside == len(places) else Quote.MIXED
