"""Figures of attributions against gold ones, in three views: labels without links, links, whole attributions.

The views are those of the scorer that PolNeAR's published figures were taken with: words by role and exact spans; after
a one-to-one alignment by overlap of content, strict and partial agreement (Johansson and Moschitti 2013); and whole
attributions, strict and lenient (Pareti 2015). All over words: marks at a span's edges do not count.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from counterclaim.evaluating.alignment import HALF, Words, overlap
from counterclaim.evaluating.attribution_rows import ROLES, Article, Attributed, Ranges
from counterclaim.evaluating.scores import Score

TOKEN = re.compile(r"\w+|[^\w\s]")
QUOTED = re.compile(r'“[^”\n]*(?:”|$|\n)|"[^"\n]*(?:"|$|\n)|(?<!\w)‘[^\n‘]{2,}?’(?!\w)')
WHOLE = 0.999  # of a direct quotation's letters stand in marks
KINDS = ("direct", "mixed", "indirect")

Roles = dict[str, Words]


@dataclass(frozen=True, slots=True)
class Text:
    """An article's tokens: where each begins and ends, whether it is a word."""

    tokens: tuple[tuple[int, int, bool], ...]

    @classmethod
    def of(cls, text: str) -> "Text":
        """The tokens of `text`."""
        return cls(
            tuple(
                (*match.span(), match.group()[0].isalnum() or match.group()[0] == "_") for match in TOKEN.finditer(text)
            )
        )

    def words(self, places: Ranges) -> Words:
        """The numbers of the words in `places`; of a lone mark, its own."""
        inside = {
            number
            for start, end in places
            for number, (begin, stop, _) in enumerate(self.tokens)
            if begin < end and stop > start
        }
        return frozenset(number for number in inside if self.tokens[number][2]) or frozenset(inside)


def scores(gold: Article, found: Sequence[Attributed]) -> dict[str, Score]:
    """The figures of one article."""
    text = Text.of(gold.text)
    ours, theirs = ([_roles(text, one) for one in side] for side in (gold.attributions, found))
    pairs = _aligned(ours, theirs)
    hits = dict(_linked(ours, theirs, pairs)) | dict(_whole(ours, theirs, pairs))
    return dict(_labels(text, gold.attributions, found)) | hits | _by_kind(gold, ours, theirs, pairs)


def _roles(text: Text, one: Attributed) -> Roles:
    return {role: text.words(getattr(one, role)) for role in ROLES}


def _labels(text: Text, gold: Sequence[Attributed], found: Sequence[Attributed]) -> Iterator[tuple[str, Score]]:
    """Words of each role, and its spans, each piece by itself."""
    for role in ROLES:
        pieces = [
            {text.words((place,)) for one in side for place in getattr(one, role)} - {frozenset()}
            for side in (gold, found)
        ]
        ours, theirs = (frozenset[int]().union(*spans) for spans in pieces)
        yield f"{role}, words", Score(len(ours & theirs), len(theirs), len(ours))
        yield f"{role}, exact", Score(len(pieces[0] & pieces[1]), len(pieces[1]), len(pieces[0]))


def _aligned(gold: Sequence[Roles], found: Sequence[Roles]) -> list[tuple[int, int]]:
    """Pairs one to one, by shared words of the content, then of cue and source; the best first."""
    ranked = []
    for at, one in enumerate(gold):
        for to, other in enumerate(found):
            if shared := len(one["content"] & other["content"]):
                ties = len(one["cue"] & other["cue"]), len(one["source"] & other["source"])
                ranked.append((shared, *ties, at, to))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for *_, at, to in sorted(ranked, reverse=True):
        if at not in pairs and to not in taken:
            pairs[at] = to
            taken.add(to)
    return sorted(pairs.items())


def _linked(
    gold: Sequence[Roles], found: Sequence[Roles], pairs: Iterable[tuple[int, int]]
) -> Iterator[tuple[str, Score]]:
    """Roles of aligned attributions: the same words; the share of words that are."""
    both = [(gold[at], found[to]) for at, to in pairs]
    for role in ROLES:
        ours, theirs = (sum(bool(one[role]) for one in side) for side in (gold, found))
        same = sum(bool(one[role]) and one[role] == other[role] for one, other in both)
        yield f"{role}, linked strict", Score(same, theirs, ours)
        shared = [(len(one[role] & other[role]), len(other[role]), len(one[role])) for one, other in both]
        precise = sum(hit / size for hit, size, _ in shared if size)
        yield f"{role}, linked partial (precision)", Score(precise, theirs, theirs)
        yield f"{role}, linked partial (recall)", Score(sum(hit / size for hit, _, size in shared if size), ours, ours)


def _whole(
    gold: Sequence[Roles], found: Sequence[Roles], pairs: Iterable[tuple[int, int]]
) -> Iterator[tuple[str, Score]]:
    both = [(gold[at], found[to]) for at, to in pairs]
    strict = sum(all(one[role] == other[role] for role in ROLES) for one, other in both)
    yield "whole attribution, strict", Score(strict, len(found), len(gold))
    lenient = sum(_is_found(*pair) and _is_sourced(*pair) and bool(pair[0]["cue"] & pair[1]["cue"]) for pair in both)
    yield "whole attribution, lenient", Score(lenient, len(found), len(gold))


def _by_kind(
    gold: Article, ours: Sequence[Roles], theirs: Sequence[Roles], pairs: Iterable[tuple[int, int]]
) -> dict[str, Score]:
    """Contents found and of whom, as recall, once more by how much of the content is quoted."""
    partner = dict(pairs)
    kinds = _kinds(gold)
    counted: dict[str, Score] = defaultdict(Score)
    for at, one in enumerate(ours):
        other = theirs[partner[at]] if at in partner else None
        hit = other is not None and _is_found(one, other)
        sourced = other is not None and hit and _is_sourced(one, other)
        for kind in ("all", kinds[at]):
            counted[f"content found, {kind} (recall)"] += Score(hit, 1, 1)
            counted[f"right source, {kind} (recall)"] += Score(sourced, 1, 1)
    return counted


def _is_found(one: Roles, other: Roles) -> bool:
    """Whether the contents share half of their words."""
    return overlap(one["content"], other["content"]) >= HALF


def _is_sourced(one: Roles, other: Roles) -> bool:
    """Whether the sources share a word, or neither has one."""
    return bool(one["source"] & other["source"]) or not (one["source"] or other["source"])


def _kinds(article: Article) -> list[str]:
    """Of each attribution whether all, some or none of the content's letters stand in quotation marks."""
    quoted = {place for match in QUOTED.finditer(article.text) for place in range(*match.span())}
    found = []
    for one in article.attributions:
        letters = [at for start, end in one.content for at in range(start, end) if article.text[at].isalnum()]
        inside = sum(at in quoted for at in letters)
        found.append(KINDS[0] if letters and inside >= WHOLE * len(letters) else KINDS[1] if inside else KINDS[2])
    return found


def shown_first(figure: str) -> tuple[int, str]:
    """The key that sorts figures for a person: words, exact, whole, sources, then the rest."""
    order = (", words", ", exact", "whole", "right source", "content found", "linked strict")
    return next((at for at, part in enumerate(order) if part in figure), len(order)), figure
