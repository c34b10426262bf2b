"""How well words outside tellings are read (places, loaded words, senses), and what is told that should not be."""

from collections.abc import Iterator, Sequence

from counterclaim.evaluating.alignment import aligned, content, overlap, words
from counterclaim.evaluating.labelled import Labelled, Mention, Remark
from counterclaim.evaluating.scores import Score, right
from counterclaim.model.telling import Telling

GROUNDED = ("settlement", "reference")


def scores(gold: Labelled, found: Labelled, pairs: Sequence[tuple[Telling | None, Telling | None]]) -> dict[str, Score]:
    """Of one report."""
    summed: dict[str, Score] = {}
    for name, score in (*_places(gold, found), *_remarks(gold, found), *_junk(gold, pairs)):
        summed[name] = summed.get(name, Score()) + score
    return summed


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
            yield "settlement grounded exactly", right(other is not None and other.place.id == place.id)
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
    """Tellings that are none, and those of them that stand on words labelled as not to be told (by what they are)."""
    traps = [(remark.value, words([remark.span])) for remark in gold.remarks.get("not_told", ())]
    alone = [content(other) for one, other in pairs if other is not None and one is None]
    for value, place in traps:
        told = any(overlap(place, one) >= 0.5 or (one and one <= place) for one in alone)
        yield f"not told: {value}", right(not told)
        yield "not told, all", right(not told)
