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
        return dict(zip(MEANINGS[name], map(float, self._means(name, runs)), strict=True))

    def label(self, name: str, runs: Sequence[Range]) -> str:
        """The likeliest label."""
        return MEANINGS[name][int(self._means(name, runs).argmax())]

    def _means(self, name: str, runs: Sequence[Range]) -> Floats:
        parts = [self.logits[first:last, PARTS[name]] for first, last in runs]
        words = parts[0] if len(parts) == 1 else np.concatenate(parts)
        means: Floats = np.add.reduce(words, axis=0) / np.float32(len(words))
        return means
