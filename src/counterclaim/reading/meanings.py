"""What the network says of a proposition as a whole: the labels of the heads that look at all its words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from counterclaim.reading.layout import Range
from counterclaim.reading.network import MEANINGS, PARTS, Floats


@dataclass(frozen=True, slots=True)
class Meanings:
    """The logits (words, labels) of all words of a report, in the order of MEANINGS."""

    logits: Floats

    def scores(self, name: str, runs: Sequence[Range]) -> Mapping[str, float]:
        """How likely each label of the head `name` is for the words of `runs`: logits, a mean over the words."""
        words = np.concatenate([self.logits[first:last, PARTS[name]] for first, last in runs])
        return dict(zip(MEANINGS[name], map(float, words.mean(axis=0)), strict=True))

    def label(self, name: str, runs: Sequence[Range]) -> str:
        """The likeliest label."""
        scores = self.scores(name, runs)
        return max(scores, key=scores.__getitem__)
