"""What goes into the network and what comes out of it: numbers for each word of a report."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from counterclaim.reading.interface import Scheme
from counterclaim.reading.pieces import BEGIN, SEPARATOR
from counterclaim.reading.windows import PLACES, SHAPES, Window, Words

LAYERS = ("source", "addressee", "cue", "content")  # each is tagged by itself: spans of two layers may overlap
TAGS = 3  # outside, begin, inside
CUE_TYPES = ("speech", "evidence", "belief", "intention", "decree")
LINKS = ("source", "cue", "claimant", "relay", "addressee")  # cue → source; content → cue, claimant, relay, addressee
LINK_SIZE = 64  # numbers of the vector by which a word asks, or answers, for one sort of link
MARK_TYPE = 4  # the type of the marks of begin, end and paragraph: that of a mark outside quotations

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Output:
    """Numbers for the words of some windows that follow one another, `first` being the number of the first word.

    `tags` (words, layers, tags) and `cue_types` (words, types) are logits; `asks` and `answers` (words, links, size)
    are the vectors whose inner product says how well two words are linked.
    """

    first: int
    tags: Floats
    cue_types: Floats
    asks: Floats
    answers: Floats


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


def gathered(rows: Sequence[tuple[Sequence[int], Floats, Floats, Floats]]) -> Output:
    """The numbers of windows that follow one another: for each which words they are of, tags, cue types and links."""
    links = np.concatenate([row[3] for row in rows]).reshape(-1, 2, len(LINKS), LINK_SIZE)
    tags = np.concatenate([row[1] for row in rows]).reshape(-1, len(LAYERS), TAGS)
    return Output(rows[0][0][0], tags, np.concatenate([row[2] for row in rows]), links[:, 0], links[:, 1])
