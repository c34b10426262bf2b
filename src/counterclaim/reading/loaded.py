"""Words that take a side, as a theatre lists them: each use adopted, attributed or discussed.

Guidelines, 2.11: `adopted` where the outlet's own voice uses it, `attributed` within what somebody is cited for,
`discussed` where the word itself is the topic, or is put in quotation marks to keep a distance.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import cache
from typing import Any

from counterclaim.model.remark import Remark
from counterclaim.model.report import Report
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling, Voice
from counterclaim.reading.overlaps import Overlaps
from counterclaim.theatres.rows import LoadedWord

DISTANT = 4  # words that a quotation has at most, if its marks keep a distance
OPENING, CLOSING = "“\"‘'«„", "”\"’'»“"
NAMED = re.compile(
    r"\b(?:so[- ]called|self-styled|the (?:word|term|phrase|expression|slogan|label|notion)s?|terms?|words?)\W+"
    r"(?:\w+\W+){0,2}\Z",
    re.IGNORECASE,
)
TOPIC = re.compile(
    r"\A[^.!?]{0,60}?\b(?:is|was|are|remains?|carries|has become) (?:a|the|but a)? ?\w* ?"
    r"(?:word|term|phrase|meaning|dual meaning)",
    re.IGNORECASE,
)
FRAMED = re.compile(r"\b(?:fram|portray|describ|present|cast|depict)\w*\b[^.!?]{0,80}\Z", re.IGNORECASE)
LOOKED_AT = 120  # code points before and behind a word


class Use(StrEnum):
    """How a report uses a loaded word."""

    ADOPTED = "adopted"
    ATTRIBUTED = "attributed"
    DISCUSSED = "discussed"


def loaded(report: Report, tellings: Sequence[Telling], words: Iterable[LoadedWord]) -> Iterator[Remark]:
    """Every use of a word of `words` in the report, told sentences or not, in the order of its text."""
    pattern = _pattern(tuple(words))
    if pattern is None:
        return
    parts = [part for one in tellings if one.voice is not Voice.OUTLET for part in one.pieces]
    cited = Overlaps(parts, _run)
    for match in pattern.finditer(report.text):
        span = Span.of(report.text, *match.span())
        yield Remark(span, _use(report.text, span, list(cited.over(match.span()))))


@cache
def _pattern(words: tuple[LoadedWord, ...]) -> re.Pattern[str] | None:
    """Any form of any word; the longest first."""
    forms = {form for word in words for form in (word.word, *word.forms)}
    listed = sorted(map(re.escape, forms), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(listed)})(?![\w-])", re.IGNORECASE) if listed else None


def _use(text: str, span: Span, cited: Sequence[Span]) -> Use:
    before = text[max(0, span.start - LOOKED_AT) : span.start]
    behind = text[span.end : span.end + LOOKED_AT]
    inside = any(part.start <= span.start and span.end <= part.end for part in cited)
    named = bool(NAMED.search(before) or TOPIC.match(behind.lstrip(CLOSING + ",. ")))
    if _is_distant(before, behind):
        if FRAMED.search(before) and not named:
            return Use.ATTRIBUTED
        whole = inside and any(part.start < span.start - 1 and span.end + 1 < part.end for part in cited)
        return Use.ATTRIBUTED if whole and not named else Use.DISCUSSED
    if named and not inside:
        return Use.DISCUSSED
    return Use.ATTRIBUTED if inside else Use.ADOPTED


def _is_distant(before: str, behind: str) -> bool:
    """Whether the word stands in quotation marks with few others: “Liberation”, ‘complete liberation of Donbas,’."""
    opened = re.search(rf"(?:^|[\s(—–-])[{OPENING}](?:\w+ ){{0,2}}\Z", before)
    closed = re.match(rf"(?: [\w’'-]+){{0,{DISTANT - 1}}}[,.;:!?]?[{CLOSING}](?!\w)", behind)
    return bool(opened and closed)


def with_loaded(report: Report, tellings: Sequence[Telling], words: Iterable[LoadedWord]) -> Iterator[Telling]:
    """The tellings with the loaded words in their contents."""
    uses = Overlaps(list(loaded(report, tellings, words)), lambda use: _run(use.span))
    for one in tellings:
        yield replace(one, loaded=tuple(map(_as_written, uses.over(_run(one.content)))))


def _run(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _as_written(use: Remark) -> dict[str, Any]:
    return {"written": use.span.text, "use": str(use.value), "start": use.span.start, "end": use.span.end}


def explained(use: Remark, words: Iterable[LoadedWord]) -> dict[str, Any]:
    """A use with the neutral counterpart of the word and the parties whose word it is."""
    said = use.span.text.casefold()
    rows = [word for word in words if said in {form.casefold() for form in (word.word, *word.forms)}]
    return _as_written(use) | {
        "neutral": sorted({row.neutral for row in rows}),
        "used_by": sorted({row.used_by for row in rows if row.used_by}),
    }
