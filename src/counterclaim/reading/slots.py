"""What is told in a window, as the network marks it: each proposition with what fills its slots and where it lies."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.reading.layout import Range
from counterclaim.reading.linker import Spans
from counterclaim.reading.network import SLOTS
from counterclaim.reading.overlaps import overlap

PLACE = "place"
INSIDE, OUTSIDE = -3.0, 0.5  # logits above which a span within a proposition, or elsewhere in its window, belongs to it


@dataclass(frozen=True, slots=True)
class Filler:
    """A run of words that fills a slot, and how surely: a logit."""

    run: Range
    score: float


@dataclass(frozen=True, slots=True)
class Proposition:
    """A run of words that is told, whether in the outlet's own voice, and by slot what fills it, the surest first."""

    run: Range
    own: bool
    slots: Mapping[str, tuple[Filler, ...]]


def propositions(found: Spans) -> Iterator[Proposition]:
    """What is told in a window, with its slots, `place` among them."""
    for layer in ("content", "own"):
        for run in found.found[layer]:
            slots = {slot: tuple(_fillers(found, run, slot)) for slot in (*SLOTS, PLACE)}
            yield Proposition(run, layer == "own", slots)


def _fillers(found: Spans, run: Range, slot: str) -> Sequence[Filler]:
    """What fills a slot of the proposition `run`."""
    if not found.found[slot]:
        return ()
    link = "place" if slot == PLACE else "slot"
    scored = zip(found.scores(link, run, slot), found.found[slot], strict=True)
    fillers = [Filler(span, float(score)) for score, span in scored]
    belonging = [one for one in fillers if one.score > (INSIDE if overlap(one.run, run) else OUTSIDE)]
    return sorted(belonging, key=lambda one: -one.score)
