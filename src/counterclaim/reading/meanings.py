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

    def labels(self, runs: Sequence[Range]) -> Mapping[str, str]:
        """By head the likeliest label for the words of `runs`: that of the highest logit, a mean over the words."""
        mean = np.concatenate([self.logits[first:last] for first, last in runs]).mean(axis=0)
        return {head: MEANINGS[head][int(mean[part].argmax())] for head, part in PARTS.items()}
