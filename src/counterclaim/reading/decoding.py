"""From the numbers of a network to spans: the best sequence of begin, inside and outside for each layer."""

from collections.abc import Iterator, Sequence

import numpy as np

from counterclaim.reading.layout import Range
from counterclaim.reading.network import LAYERS, TAGS, Floats, Output
from counterclaim.reading.windows import Window

OUTSIDE, BEGIN, INSIDE = range(TAGS)
NEVER = -1e9
EVEN = (0.0,) * len(LAYERS)


def spans(windows: Sequence[Window], output: Output, leans: Sequence[float] = EVEN) -> dict[str, list[Range]]:
    """The runs of words of each layer in `windows`, in the order of the text.

    `leans` are added to the logits of "outside", layer by layer: more finds less; layers beyond them are not looked
    for. The sequence is the most likely one (Viterbi) in which nothing is inside without a begin; it does not run over
    a window's parts.
    """
    runs = [(first - output.first, last - output.first) for window in windows for first, last in window.runs]
    found: dict[str, list[Range]] = {layer: [] for layer in LAYERS}
    for group in _groups(runs):
        best = _best(_stacked(output.tags, group, leans))
        for (first, last), sequence in zip(group, best, strict=True):
            for layer, row in zip(LAYERS, sequence.T, strict=False):
                begin = first + output.first
                found[layer] += ((begin + start, begin + end) for start, end in _read(row[: last - first].tolist()))
    return {layer: sorted(ranges) for layer, ranges in found.items()}


def _groups(runs: Sequence[Range], size: int = 256) -> Iterator[list[Range]]:
    """The runs with like lengths together, so that little is padded."""
    ordered = sorted(runs, key=lambda run: run[1] - run[0])
    yield from (ordered[at : at + size] for at in range(0, len(ordered), size))


def _stacked(tags: Floats, group: Sequence[Range], leans: Sequence[float]) -> Floats:
    """Log-probabilities (runs, words, layers, tags); what is padded is outside."""
    longest = max(last - first for first, last in group)
    whole = np.full((len(group), longest, len(leans), TAGS), NEVER, dtype=np.float32)
    whole[..., OUTSIDE] = 0.0
    for row, (first, last) in enumerate(group):
        part = tags[first:last, : len(leans)].copy()
        part[..., OUTSIDE] += np.asarray(leans, dtype=np.float32)
        whole[row, : last - first] = part - np.logaddexp.reduce(part, axis=-1, keepdims=True)
    return whole


def _best(scores: Floats) -> np.ndarray:
    """The most likely tags (runs, words, layers)."""
    runs, length, layers, _ = scores.shape
    is_out, is_longer = np.zeros((2, length, runs, layers), dtype=bool)
    outside, spanned = np.zeros((runs, layers), scores.dtype), np.full((runs, layers), NEVER, scores.dtype)
    for at, word in enumerate(np.ascontiguousarray(scores.transpose(1, 3, 0, 2))):
        likeliest = np.maximum(outside, spanned)
        outside, begin, inside = word[OUTSIDE] + likeliest, word[BEGIN] + likeliest, word[INSIDE] + spanned
        spanned = np.maximum(begin, inside)
        np.greater(inside, begin, out=is_longer[at])
        np.greater_equal(outside, spanned, out=is_out[at])
    spanning = np.where(is_longer, np.int8(INSIDE), np.int8(BEGIN))  # the best tag of a word that a span holds
    best = np.where(is_out, np.int8(OUTSIDE), spanning)
    for at in range(length - 1, 0, -1):
        best[at - 1] = np.where(best[at] == INSIDE, spanning[at - 1], best[at - 1])
    return best.transpose(1, 0, 2)


def _read(tags: Sequence[int]) -> Iterator[Range]:
    """Where the spans are in one sequence of tags."""
    if BEGIN not in tags:
        return
    start = None
    for at, tag in enumerate([*tags, OUTSIDE]):
        if tag != INSIDE and start is not None:
            yield start, at
            start = None
        if tag == BEGIN:
            start = at
