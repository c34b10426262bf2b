"""The thin English reader: cue words, quotation marks and word order; no parser, no training."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from counterclaim.model.normal import Normal
from counterclaim.model.report import Report
from counterclaim.model.source import Chain, Link, Source, SourceClass
from counterclaim.model.span import Span
from counterclaim.model.telling import Quote, Telling, Voice
from counterclaim.reading import sentences
from counterclaim.reading.attributed import Attribution, attributed
from counterclaim.reading.names import name
from counterclaim.reading.nouns import POSSESSIVE
from counterclaim.reading.quotations import Quotation, joined, outermost, quotations
from counterclaim.reading.statements import statements
from counterclaim.reading.tokens import Sort, Token

Range = tuple[int, int]  # code points of the normal text
LINE = re.compile(r"[^\n]+")
EDGES = frozenset(",;:.!?—–-")


@dataclass(frozen=True, slots=True)
class Reading:
    """A report as it is read: its normal form, its sentences and its outermost quotations."""

    report: Report
    normal: Normal
    sentences: Sequence[Range]
    quoted: Sequence[Quotation]

    def span(self, start: int, end: int) -> Span:
        """`[start, end)` of the normal text as a span of the report."""
        return Span.of(self.report.text, *self.normal.back(start, end))

    def run(self, tokens: Sequence[Token]) -> Span:
        """The words of `tokens`, without the "’s" of a possessor."""
        tail = POSSESSIVE.search(tokens[-1].text) if tokens[-1].sort is Sort.WORD else None
        return self.span(tokens[0].start, tokens[-1].end - (len(tail.group()) if tail else 0))

    def sentence(self, place: int) -> Span:
        """The sentence that holds `place` of the normal text."""
        return self.span(*self.sentences[bisect_right(self.sentences, (place, len(self.normal.text))) - 1])


@dataclass(frozen=True, slots=True)
class ThinReader:
    """Reads English by cue words and quotation marks; deterministic, in time linear in the text."""

    by: str = "thin-en/1"

    def read(self, report: Report) -> list[Telling]:
        """The tellings of `report` in the order of its text. Raises SpanError if a span does not verify."""
        normal = Normal.of(report.text)
        lines = [normal.forth(*paragraph) for paragraph in report.paragraphs] or list(_lines(normal.text))
        paragraphs = joined(normal.text, lines)
        split = [sentences.spans(normal.text, *paragraph) for paragraph in paragraphs]
        quoted = [one for one in outermost(quotations(normal.text, paragraphs)) if not _is_slip(normal.text, one)]
        reading = Reading(report, normal, [sentence for paragraph in split for sentence in paragraph], quoted)
        continued = frozenset(one.end for one in quoted if one.continued)
        found = attributed(statements(normal.text, split, quoted), continued)
        tellings = {telling.content: telling for telling in reversed([self._telling(reading, one) for one in found])}
        return [tellings[content] for content in sorted(tellings)]

    def _telling(self, reading: Reading, one: Attribution) -> Telling:
        """The telling that `one` makes, each span checked."""
        parts = [_trimmed(part) for part in one.parts]
        hull = min(start for start, _ in parts), max(end for _, end in parts)
        telling = Telling(
            report=reading.report,
            sentence=reading.sentence(hull[0]),
            content=reading.span(*hull),
            parts=tuple(reading.span(*part) for part in parts) if len(parts) > 1 else (),
            chain=_chain(reading, one),
            cue=reading.run(one.cue) if one.cue else None,
            voice=Voice.ATTRIBUTED if one.source else Voice.UNNAMED,
            quote=_quote(reading, parts),
            addressee=_addressee(reading, one.addressee) if one.addressee else None,
            by={"reading": self.by, "grounding": None},
        )
        telling.check()
        return telling


def _lines(text: str) -> Iterator[Range]:
    """Each line as a paragraph."""
    return (match.span() for match in LINE.finditer(text))


def _is_slip(text: str, quotation: Quotation) -> bool:
    """Whether a single mark that nothing closes is rather an apostrophe."""
    return quotation.open and text[quotation.start] in "‘‚" and text[max(0, quotation.start - 1)] not in "\n:"


def _trimmed(part: Sequence[Token]) -> Range:
    """The part's place, without marks at its edges."""
    kept = list(part)
    while len(kept) > 1 and kept[0].lower in EDGES:
        kept = kept[1:]
    while len(kept) > 1 and kept[-1].lower in EDGES:
        kept.pop()
    return kept[0].start, kept[-1].end


def _chain(reading: Reading, one: Attribution) -> Chain:
    """The outlet, who relays, and who claims."""
    unstated = Source(Link.CLAIMANT, None, None, SourceClass.UNSTATED)
    claimant = Source(Link.CLAIMANT, _name(reading, one.source), reading.run(one.source)) if one.source else unstated
    relays = tuple(Source(Link.RELAY, _name(reading, relay), reading.run(relay)) for relay in one.relays)
    return Chain.of(reading.report.outlet, claimant=claimant, relays=relays)


def _name(reading: Reading, phrase: Sequence[Token]) -> str | None:
    """The name in `phrase` as the report writes it."""
    found = name(phrase)
    return reading.run(phrase[slice(*found)]).text if found else None


def _addressee(reading: Reading, phrase: Sequence[Token]) -> dict[str, Any]:
    """To whom it was said, in the public shape."""
    span = reading.run(phrase)
    return {"name": _name(reading, phrase), "written": span.text, "start": span.start, "end": span.end}


def _quote(reading: Reading, parts: Sequence[Range]) -> Quote:
    """Whether all, some or none of the words stand within quotation marks."""
    pieces = [piece for part in parts for piece in _unquoted(reading, part)]
    outside = any(char.isalnum() for start, end in pieces for char in reading.normal.text[start:end])
    inside = sum(end - start for start, end in pieces) < sum(end - start for start, end in parts)
    return Quote.INDIRECT if not inside else Quote.MIXED if outside else Quote.DIRECT


def _unquoted(reading: Reading, part: Range) -> Iterator[Range]:
    """The pieces of `part` outside quotation marks."""
    start, end = part
    at = bisect_right(reading.quoted, start, key=lambda quotation: quotation.end)
    while at < len(reading.quoted) and reading.quoted[at].start < end:
        yield start, max(start, reading.quoted[at].start)
        start = reading.quoted[at].end
        at += 1
    yield start, max(start, end)
