"""Settlements taken, lost or held one by one: a telling for each, though they share the verb (guidelines, 3.22)."""

import re
from collections.abc import Iterator, Sequence
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
    spans = [place.span for place in telling.places if place.span]
    apart = telling.kind in rows("en", "lists")["kinds"] and len(spans) > 1 and not telling.quantities
    whole = next((part for part in telling.pieces if apart and _is_list(telling.report.text, part, spans)), None)
    if whole is None:
        yield telling
        return
    text = telling.report.text
    for place, span in zip(telling.places, spans, strict=True):
        cut = {whole: _pieces(text, whole, spans[0], spans[-1], span)}
        pieces = [piece for part in telling.pieces for piece in cut.get(part, [part])]
        content = Span.of(text, pieces[0].start, pieces[-1].end)
        yield replace(telling, content=content, parts=tuple(pieces[1:] and pieces), place=place, places=())


def _is_list(text: str, part: Span, spans: Sequence[Span]) -> bool:
    """Whether `part` holds the places, and nothing but commas and "and" stands between them."""
    inside = part.start <= spans[0].start and spans[-1].end <= part.end
    return inside and all(
        one.end < other.start and JOIN.match(text, one.end, other.start) for one, other in pairwise(spans)
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
