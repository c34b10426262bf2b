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
    likely = _likely(output.tags, leans)
    for group in _groups(runs):
        best = _best(_stacked(likely, group))
        for (first, last), sequence in zip(group, best, strict=True):
            held = (sequence == BEGIN).any(axis=0)
            for layer, row, is_held in zip(LAYERS, sequence.T, held, strict=False):
                if is_held:
                    begin = first + output.first
                    found[layer] += ((begin + start, begin + end) for start, end in _read(row[: last - first].tolist()))
    return {layer: sorted(ranges) for layer, ranges in found.items()}


def _groups(runs: Sequence[Range], size: int = 256) -> Iterator[list[Range]]:
    """The runs with like lengths together, so that little is padded."""
    ordered = sorted(runs, key=lambda run: run[1] - run[0])
    yield from (ordered[at : at + size] for at in range(0, len(ordered), size))


def _likely(tags: Floats, leans: Sequence[float]) -> Floats:
    """Log-probabilities (tags, words, layers)."""
    scores = np.moveaxis(tags[:, : len(leans)], -1, 0).copy()
    scores[OUTSIDE] += np.asarray(leans, dtype=np.float32)
    likely: Floats = scores - np.logaddexp.reduce(scores, axis=0)
    return likely


def _stacked(likely: Floats, group: Sequence[Range]) -> Floats:
    """The numbers of each run (tags, words, runs, layers); what is padded is outside."""
    longest = max(last - first for first, last in group)
    whole = np.full((TAGS, longest, len(group), likely.shape[-1]), NEVER, dtype=np.float32)
    whole[OUTSIDE] = 0.0
    for row, (first, last) in enumerate(group):
        whole[:, : last - first, row] = likely[:, first:last]
    return whole


def _best(scores: Floats) -> np.ndarray:
    """The most likely tags (runs, words, layers)."""
    _, length, runs, layers = scores.shape
    within, before = np.zeros((2, length, runs, layers), dtype=np.int8)  # the best tag before an inside; before others
    outside, begin, inside = scores[:, 0]
    inside = np.full_like(inside, NEVER)
    for at in range(1, length):
        within[at] = np.where(inside > begin, INSIDE, BEGIN)
        goes_on = np.maximum(begin, inside)
        before[at] = np.where(goes_on > outside, within[at], OUTSIDE)
        free = np.maximum(goes_on, outside)
        outside, begin, inside = scores[OUTSIDE, at] + free, scores[BEGIN, at] + free, scores[INSIDE, at] + goes_on
    tags = np.zeros((length, runs, layers), dtype=np.int8)
    tags[-1] = np.stack([outside, begin, inside]).argmax(axis=0)
    for at in range(length - 1, 0, -1):
        tags[at - 1] = np.where(tags[at] == INSIDE, within[at], before[at])
    return tags.swapaxes(0, 1)


def _read(tags: Sequence[int]) -> Iterator[Range]:
    """Where the spans are in one sequence of tags."""
    start = None
    for at, tag in enumerate([*tags, OUTSIDE]):
        if tag != INSIDE and start is not None:
            yield start, at
            start = None
        if tag == BEGIN:
            start = at
