"""How well words outside tellings are read (places, loaded words, senses), and what is told that should not be."""

from collections.abc import Iterator, Sequence

from counterclaim.evaluating.alignment import aligned, content, words
from counterclaim.evaluating.labelled import Labelled
from counterclaim.evaluating.places import GROUNDED
from counterclaim.evaluating.scores import Score, right, summed
from counterclaim.model.mention import Mention, MentionType
from counterclaim.model.remark import Remark
from counterclaim.model.telling import Telling


def scores(gold: Labelled, found: Labelled, pairs: Sequence[tuple[Telling | None, Telling | None]]) -> dict[str, Score]:
    """Of one report."""
    return summed((*_places(gold, found), *_remarks(gold, found), *_junk(gold, pairs)))


def _places(gold: Labelled, found: Labelled) -> Iterator[tuple[str, Score]]:
    def span_of(mention: Mention) -> frozenset[int]:
        return words([mention.place.span])

    for one, other in aligned(gold.places, found.places, span_of):
        yield "place mentions", Score(one is not None and other is not None, other is not None, one is not None)
        if one and other:
            yield "type of place, of those found", right(one.type == other.type)
        if one is None:
            continue
        place = one.place
        if one.type in GROUNDED and place.id:
            exact = right(other is not None and other.place.id == place.id)
            yield "settlement grounded exactly", exact
            yield f"settlement {'referred to' if one.type == MentionType.REFERENCE else 'named'}, exactly", exact
            yield "settlement taken for no other", right(other is None or other.place.id in (None, place.id))
        elif one.type not in GROUNDED:
            wrong = other is not None and other.type in GROUNDED and other.place.id is not None
            yield "no settlement where there is none", right(not wrong)


def _remarks(gold: Labelled, found: Labelled) -> Iterator[tuple[str, Score]]:
    def span_of(remark: Remark) -> frozenset[int]:
        return words([remark.span])

    for layer in ("loaded", "senses"):
        for one, other in aligned(gold.remarks.get(layer, ()), found.remarks.get(layer, ()), span_of):
            same = bool(one and other and one.value == other.value)
            yield f"{layer}: word and use", Score(same, other is not None, one is not None)


def _junk(gold: Labelled, pairs: Sequence[tuple[Telling | None, Telling | None]]) -> Iterator[tuple[str, Score]]:
    """Words that are not to be told, by what they are: is a telling made of them, or does one take half of them in?"""
    contents = [(content(one) if one else None, content(other)) for one, other in pairs if other]
    told = frozenset[int]().union(*(content(one) for one in gold.tellings.values()))
    for remark in gold.remarks.get("not_told", ()):
        trap = words([remark.span])
        fallen = any(
            (ours is None and theirs <= trap) or 2 * len((theirs - told) & trap) >= len(trap)
            for ours, theirs in contents
        )
        yield f"not told: {remark.value}", right(not fallen)
        yield "not told, all", right(not fallen)
