"""What goes into the network and what comes out of it: numbers for each word of a report."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from counterclaim.model.source import SourceClass
from counterclaim.model.stance import Certainty, Polarity
from counterclaim.reading.interface import Scheme
from counterclaim.reading.pieces import BEGIN, SEPARATOR
from counterclaim.reading.windows import PLACES, SHAPES, Window, Words

SAYING = ("source", "addressee", "cue", "content")  # who says what
SLOTS = ("agent", "affected", "holder", "means", "when", "said", "quantity", "hedge")  # what belongs to a proposition
LAYERS = (*SAYING, "own", "place", *SLOTS)  # `own`: told in the outlet's voice; spans of two layers may overlap
TAGS = 3  # outside, begin, inside
CUE_TYPES = ("speech", "evidence", "belief", "intention", "decree")
LINKS = ("source", "cue", "claimant", "relay", "addressee", "slot", "place")
# cue → source; content → cue, claimant, relay, addressee; a proposition → what fills a slot of it, where it lies
KINDS = (  # that the network knows; one that it does not know is read by its frames
    *("assault_advance", "assessment", "capture_surrender", "casualties", "civilian_harm_abuse", "control_changed"),
    *("control_held", "damage", "displacement", "encirclement", "force_posture_concealment", "humanitarian_access"),
    *("materiel_loss", "mine_ied_hazard", "other", "political_statement", "population_sentiment", "strike"),
    "withdrawal",
)
MEANINGS: dict[str, tuple[str, ...]] = {  # what is said of a proposition as a whole, and of a claimant: the labels
    "kind": KINDS,
    "polarity": tuple(Polarity),
    "certainty": tuple(Certainty),
    "background": (str(False), str(True)),
    "class": tuple(SourceClass),
}
ENDS = dict(zip(MEANINGS, accumulate(map(len, MEANINGS.values())), strict=True))
PARTS = {head: slice(end - len(MEANINGS[head]), end) for head, end in ENDS.items()}  # of a word's numbers, each head's
LABELS = max(ENDS.values())
LINK_SIZE = 64  # numbers of the vector by which a word asks, or answers, for one sort of link
MARK_TYPE = 4  # the type of the marks of begin, end and paragraph: that of a mark outside quotations

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Output:
    """Numbers for the words of some windows that follow one another, `first` being the number of the first word.

    `tags` (words, layers, tags), `cue_types` (words, types) and `meanings` (words, labels) are logits; `asks` and
    `answers` (words, links, size) are the vectors whose inner product says how well two words are linked.
    """

    first: int
    tags: Floats
    cue_types: Floats
    asks: Floats
    answers: Floats
    meanings: Floats


class Network(Protocol):
    """Anything that gives the numbers for the words of windows."""

    def output(self, words: Words, windows: Sequence[Window], scheme: Scheme) -> Output:
        """The numbers for each word of `windows`, which follow one another in `words`."""


def inputs(words: Words, window: Window, scheme: Scheme) -> tuple[Ints, Ints, Ints, list[int]]:
    """Of one window: pieces, their types, where each word begins among them, and which words these are."""
    ids, types = [BEGIN], [MARK_TYPE]
    firsts: list[int] = []
    numbers: list[int] = []
    for first, last in window.runs:
        for word in range(first, last):
            firsts.append(len(ids))
            ids += words.pieces[word]
            types += [words.types[word]] * len(words.pieces[word])
        numbers += range(first, last)
        ids.append(SEPARATOR)
        types.append(MARK_TYPE)
    shift = int(scheme) * SHAPES * PLACES
    return np.array(ids), np.array(types) + shift, np.array(firsts), numbers


def gathered(rows: Sequence[tuple[Sequence[int], Floats, Floats, Floats, Floats]]) -> Output:
    """The numbers of windows that follow one another: for each of which words, and what the network gives of them."""
    tags, cue_types, links, meanings = (np.concatenate(parts) for parts in list(zip(*rows, strict=True))[1:])
    links = links.reshape(-1, 2, len(LINKS), LINK_SIZE)
    return Output(rows[0][0][0], tags.reshape(-1, len(LAYERS), TAGS), cue_types, links[:, 0], links[:, 1], meanings)
