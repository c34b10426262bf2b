"""Settlements taken, lost or held one by one: a telling for each, though they share the verb (guidelines, 3.22)."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from counterclaim.lang.data import rows
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling

JOIN = re.compile(r"\s*(?:,|;)?\s*(?:and|as well as|&)?\s*(?:the )?(?:(?:village|town|settlement|city)s? of )?\Z")


def one_by_one(telling: Telling) -> Iterator[Telling]:
    """`telling`, or one telling for each place of its list where its kind is said of each.

    “took A and B” is `took A`, and `took` … `B` in two pieces.
    """
    places = telling.places
    apart = telling.kind in rows("en", "lists")["kinds"] and len(places) > 1 and not telling.quantities
    text = telling.report.text
    if not apart or not _is_list(telling, text):
        yield telling
        return
    spans = [place.span for place in places if place.span]
    first, last = spans[0], spans[-1]
    for place in places:
        assert place.span is not None  # noqa: S101 _is_list looked
        pieces = []
        for part in telling.pieces:
            if part.start <= first.start and last.end <= part.end:
                pieces += _pieces(text, part, first, last, place.span)
            else:
                pieces.append(part)
        parts = tuple(pieces) if len(pieces) > 1 else ()
        content = Span.of(text, pieces[0].start, pieces[-1].end)
        yield replace(telling, content=content, parts=parts, place=place, places=())


def _is_list(telling: Telling, text: str) -> bool:
    """Whether nothing but commas and "and" parts the places, all in one piece of the content."""
    spans = [place.span for place in telling.places]
    if any(span is None for span in spans):
        return False
    held = [span for span in spans if span is not None]
    inside = any(part.start <= held[0].start and held[-1].end <= part.end for part in telling.pieces)
    return inside and all(
        JOIN.match(text, one.end, other.start) and one.end < other.start for one, other in pairwise(held)
    )


def _pieces(text: str, part: Span, first: Span, last: Span, one: Span) -> list[Span]:
    """The words before the list, the one place of it, the words behind it; pieces that touch are one."""
    kept = [(part.start, first.start), (one.start, one.end), (last.end, part.end)]
    joined: list[tuple[int, int]] = []
    for start, end in kept:
        words = text[start:end]
        begin, stop = start + len(words) - len(words.lstrip(" ,")), end - (len(words) - len(words.rstrip(" ,")))
        if begin >= stop:
            continue
        if joined and not text[joined[-1][1] : begin].strip():
            joined[-1] = joined[-1][0], stop
        else:
            joined.append((begin, stop))
    return [Span.of(text, start, end) for start, end in joined]
