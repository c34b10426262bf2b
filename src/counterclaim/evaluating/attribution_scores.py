"""How well source, cue and content are found and linked.

An attribution is what one cue attributes to one claimant: several tellings where its content was split. Roles as in
PolNeAR (Newell et al. 2018); lenient, strict and "right source" as in Pareti 2015 and Johansson & Moschitti 2013,
over words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from counterclaim.evaluating.alignment import HALF, WORD, Words, aligned, overlap, words
from counterclaim.evaluating.labelled import Labelled
from counterclaim.evaluating.scores import Score, right, summed
from counterclaim.model.source import Source
from counterclaim.model.telling import Quote, Telling, Voice

BRIDGES = frozenset(("and", "but", "or", "that", "while", "then", "also"))  # between two tellings of one attribution
ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words of source, cue and content, and whether all of the content is quoted."""

    source: Words
    cue: Words
    content: Words
    direct: bool


def attributions(one: Labelled) -> list[Attribution]:
    """The attributions of a report, its outlet's own voice left out."""
    groups: dict[object, list[Telling]] = {}
    for telling in one.tellings.values():
        if telling.voice is not Voice.OUTLET:
            key = (telling.cue, _span(telling.chain.claimant)) if telling.cue else telling.id
            groups.setdefault(key, []).append(telling)
    return [_joined(group, one.report.text) for group in groups.values()]


def _span(source: Source | None) -> object:
    return source.span if source else None


def _joined(group: Sequence[Telling], text: str) -> Attribution:
    parts = sorted(part for telling in group for part in telling.pieces)
    gaps = ((one.end, other.start) for one, other in pairwise(parts))
    bridges = frozenset(place for gap in gaps for place in _bridge(text, *gap))
    claimant = group[0].chain.claimant
    return Attribution(
        words([claimant.span if claimant else None]),
        words([group[0].cue]),
        words(parts) | bridges,
        all(telling.quote is Quote.DIRECT for telling in group),
    )


def _bridge(text: str, start: int, end: int) -> Words:
    """The words of a gap that holds conjunctions alone."""
    found = list(WORD.finditer(text, start, max(start, end)))
    return frozenset(match.start() for match in found if all(one.group().lower() in BRIDGES for one in found))


def scores(gold: Labelled, found: Labelled) -> dict[str, Score]:
    """Of one report: words and exact spans by role, whole attributions, right sources."""
    ours, theirs = attributions(gold), attributions(found)
    pairs = aligned(ours, theirs, lambda one: one.content, least=0.0)
    return dict(_by_role(ours, theirs)) | dict(_whole(pairs, len(ours), len(theirs)))


def _by_role(gold: Sequence[Attribution], found: Sequence[Attribution]) -> Iterator[tuple[str, Score]]:
    for role in ROLES:
        ours, theirs = ([getattr(one, role) for one in side] for side in (gold, found))
        mine, other = frozenset[int]().union(*ours), frozenset[int]().union(*theirs)
        yield f"{role}, words", Score(len(mine & other), len(other), len(mine))
        spans = [set(side) - {frozenset()} for side in (ours, theirs)]
        yield f"{role}, exact", Score(len(spans[0] & spans[1]), len(spans[1]), len(spans[0]))


def _whole(
    pairs: Sequence[tuple[Attribution | None, Attribution | None]], gold: int, found: int
) -> Iterator[tuple[str, Score]]:
    both = [(one, other) for one, other in pairs if one and other]
    same = [(one, other) for one, other in both if _overlaps(one, other)]
    sourced = [(one, other) for one, other in same if _same_source(one, other)]
    strict = sum(all(getattr(one, role) == getattr(other, role) for role in ROLES) for one, other in both)
    lenient = sum(bool(one.cue & other.cue) or not (one.cue or other.cue) for one, other in sourced)
    yield "whole attribution, strict", Score(strict, found, gold)
    yield "whole attribution, lenient", Score(lenient, found, gold)
    yield "right source, all", Score(len(sourced), found, gold)
    quoted = [sum(bool(attribution and attribution.direct) for attribution in pair) for pair in pairs]
    asked = sum(other is not None and direct > 0 for (_, other), direct in zip(pairs, quoted, strict=True))
    hit = sum(one.direct for one, _ in sourced)
    yield "right source, direct", Score(hit, asked, sum(one is not None and one.direct for one, _ in pairs))


def _overlaps(one: Attribution, other: Attribution) -> bool:
    return overlap(one.content, other.content) >= HALF


def _same_source(one: Attribution, other: Attribution) -> bool:
    return bool(one.source & other.source) or not (one.source or other.source)


def chains(pairs: Sequence[tuple[Telling | None, Telling | None]]) -> dict[str, Score]:
    """Relays and claimant on tellings that have a relay; the name behind "he", "the minister", "the agency"."""
    return summed(_chains(pairs))


def _chains(pairs: Sequence[tuple[Telling | None, Telling | None]]) -> Iterator[tuple[str, Score]]:
    for one, other in pairs:
        if one is None or one.chain.claimant is None:
            continue
        if one.chain.relays:
            yield "chain right, relayed tellings", right(other is not None and _same_chain(one, other))
        if is_reference(one.chain.claimant):
            yield "source resolved", right(other is not None and _same_name(one, other))


def is_reference(source: Source) -> bool:
    """Whether the words do not hold the name: a pronoun, a role, a surname alone."""
    return bool(source.name and source.written and source.name.casefold() not in source.written.casefold())


def _same_chain(one: Telling, other: Telling) -> bool:
    """Each link shares words with its counterpart; an addressee not promoted to relay counts as read."""
    mine, theirs = (_links(telling) for telling in (one, other))
    if len(theirs) < len(mine) and other.addressee and other.addressee.get("start") is not None:
        start, written = other.addressee["start"], other.addressee["written"]
        added = frozenset(start + match.start() for match in WORD.finditer(written))
        theirs = [*theirs[:-1], added, *theirs[-1:]]
    if len(mine) != len(theirs):
        return False
    return all(bool(ours & found) or not (ours or found) for ours, found in zip(mine, theirs, strict=True))


def _links(telling: Telling) -> list[Words]:
    return [words([source.span]) for source in telling.chain.sources]


def _same_name(one: Telling, other: Telling) -> bool:
    """One name holds the other, surname included; a name that repeats the words as they stand is no answer."""
    ours, theirs = one.chain.claimant, other.chain.claimant
    if not (ours and theirs and ours.name and theirs.name) or theirs.name.casefold() in (ours.written or "").casefold():
        return False
    mine, found = ours.name.casefold().split(), theirs.name.casefold().split()
    return mine[-1] == found[-1] and (set(mine) <= set(found) or set(found) <= set(mine))
