"""Speech that the layout of a page attributes, without a word for it: signed quotations and transcripts."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from counterclaim.reading.interface import Scheme
from counterclaim.reading.layout import Layout, Range
from counterclaim.reading.linker import Attribution
from counterclaim.reading.windows import Words

NAME = r"[^\W\d_a-z][\w.’'-]*(?:[ ]+(?:[^\W\d_a-z][\w.’'-]*|de|van|von|bin|al)){0,4}"
SIGNED = re.compile(
    rf"[ \t]*\n?(?P<mark>[―—–]|--?)[ ]*(?P<name>{NAME})(?=[.,]?[ ]*(?:\n|\Z|[“\"«])|,[^\n“\"]{{0,80}}(?:\n|\Z))"
)
TURN = re.compile(r"^[“\"]?(?P<name>[A-Z][A-Z.’'-]+(?:[ ][A-Z][A-Z.’'-]*){0,3}|Q|A)(?P<mark>:)[ ]+(?=\S)", re.MULTILINE)
STATED = re.compile(r"^Source:[ ]+(?P<name>[^\n]+?)(?=,? (?:on|in|via|during|speaking)\b[^\n]*$|[ .]*$)", re.MULTILINE)
QUOTE = re.compile(r"^Quote(?P<mark>:)\s*(?=[“\"«])", re.MULTILINE)
TURNS = 3  # lines that begin with a speaker make a transcript, if one of them speaks again
SHORTEST = 20  # code points of a signed quotation


def attributed(words: Words, scheme: Scheme) -> list[Attribution]:
    """What the layout attributes, in the order of the text; PolNeAR takes the mark between for a cue."""
    found = []
    layout = words.layout
    for places in sorted((*_signed(layout), *_turns(layout), *_stated(layout)), key=lambda one: one[2]):
        claimant, mark, content = (words.run(*place) for place in places)
        if _whole(claimant, mark, content):
            cue = mark if scheme is Scheme.POLNEAR else None
            found.append(Attribution((content,), cue, "speech" if cue else None, claimant))
    return found


def _whole(*runs: Range) -> bool:
    return all(first < last for first, last in runs)


def _signed(layout: Layout) -> Iterator[tuple[Range, Range, Range]]:
    """`“…” — Ilka Marn` at the end of a line: name, mark, quotation."""
    for quotation in layout.quoted:
        match = SIGNED.match(layout.text, quotation.end)
        if match and quotation.end - quotation.start >= SHORTEST and not quotation.open:
            yield match.span("name"), match.span("mark"), (quotation.start, quotation.end)


def _turns(layout: Layout) -> Iterator[tuple[Range, Range, Range]]:
    """`MARN: We stay.` of a transcript: name, mark, all that is said until the paragraph ends or another speaks."""
    turns = list(TURN.finditer(layout.text))
    if len(turns) < TURNS or len({turn["name"] for turn in turns}) == len(turns):
        return  # labels ("PHOTO:") do not come back, speakers do
    ends = [one.start() for one in turns[1:]] + [len(layout.text)]
    for turn, end in zip(turns, ends, strict=True):
        stop = layout.paragraphs[layout.paragraph(turn.start())][-1][1]
        yield turn.span("name"), turn.span("mark"), (turn.end(), min(max(stop, turn.end()), end))


def _stated(layout: Layout) -> Iterator[tuple[Range, Range, Range]]:
    """`Source: Ilka Marn, the mayor, on Telegram` and further on `Quote: “…”`: name, mark, quotation."""
    sources = list(STATED.finditer(layout.text))
    for quote in QUOTE.finditer(layout.text) if sources else ():
        quotation = layout.quotation_at(quote.end())
        before = bisect_left(sources, quote.start(), key=lambda source: source.start())
        if quotation is not None and before:
            yield sources[before - 1].span("name"), quote.span("mark"), (quotation.start, quotation.end)


def merged(found: Iterable[Attribution], typed: Sequence[Attribution]) -> list[Attribution]:
    """`typed`, and those of `found` none of whose contents lies in what is attributed so."""
    held = [one.contents[0] for one in typed]

    def inside(run: Range) -> bool:
        at = bisect_right(held, run[1] - 1, key=lambda each: each[0]) - 1
        return at >= 0 and run[0] < held[at][1]

    kept = [one for one in found if not any(map(inside, one.contents))]
    return sorted([*kept, *typed], key=lambda one: one.contents[0])
