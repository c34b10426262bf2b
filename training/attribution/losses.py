"""The loss of each head over a batch of windows.

All words of a batch are laid one after the other, and what is asked of each head is gathered first, so that the
network's numbers are touched by a few calls however many tellings there are.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from counterclaim.reading.interface import Scheme
from counterclaim.reading.layout import Range
from counterclaim.reading.network import LAYERS, LINK_SIZE, LINKS, PARTS, SAYING
from marked import Marked

LINKED = {  # by name: the layer that asks and the layer that answers
    "source": ("cue", "source"),
    "cue": ("content", "cue"),
    "claimant": ("content", "source"),
    "relay": ("content", "source"),
    "addressee": ("content", "addressee"),
}
ONLY_OURS = ("relay", "addressee")  # PolNeAR does not label them
SMOOTH = 0.05  # of the labels of meanings

Network = Callable[[Tensor, Tensor], tuple[Tensor, Tensor, Tensor, Tensor]]


@dataclass(frozen=True, slots=True)
class Asking:
    """A span that asks by one link, the spans that may answer, and which of them do.

    Spans are of words of the whole batch. `weight` is the share of this one in what is averaged as one.
    """

    link: str
    span: Range
    answers: Sequence[Range]
    right: Sequence[int]
    weight: float


def padded(batch: Sequence[Marked]) -> tuple[Tensor, Tensor]:
    """Ids and types of a batch."""
    longest = max(window.size for window in batch)
    ids, types = (torch.zeros((len(batch), longest), dtype=torch.int64) for _ in range(2))
    for row, window in enumerate(batch):
        ids[row, : window.size] = torch.from_numpy(window.ids)
        types[row, : window.size] = torch.from_numpy(window.types)
    return ids, types


def loss(network: Network, batch: Sequence[Marked], smooth: float) -> dict[str, Tensor]:
    """The loss of each head, a mean over what it was asked."""
    ids, types = padded(batch)
    words = torch.from_numpy(np.concatenate([window.firsts + row * ids.shape[1] for row, window in enumerate(batch)]))
    tags, cue_types, links, meanings = (
        part.flatten(0, 1).index_select(0, words).float() for part in network(ids, types)
    )
    begins = list(accumulate((len(window.firsts) for window in batch), initial=0))
    within = list(zip(begins, batch, strict=False))
    found = {}
    tags = tags.view(-1, len(LAYERS), 3)
    right = torch.from_numpy(np.concatenate([window.tags.T for window in batch]))
    for name, layers in (("tags", slice(0, len(SAYING))), ("fillers", slice(len(SAYING), None))):
        logits, labels = tags[:, layers].reshape(-1, 3), right[:, layers].reshape(-1)
        if (labels >= 0).any():
            found[name] = functional.cross_entropy(logits, labels, ignore_index=-100, label_smoothing=smooth)
    cues = [
        (begin + start, label)
        for begin, window in within
        for (start, _), label in zip(window.spans["cue"], window.cue_types, strict=True)
        if label >= 0
    ]
    if cues:
        at, wanted = torch.tensor(cues).T
        found["types"] = functional.cross_entropy(cue_types[at], wanted)
    found |= _of_meanings(meanings, within)
    vectors = links.view(-1, 2, len(LINKS), LINK_SIZE)
    for name, asked in (("link", _chosen(within)), ("relay", _relayed(within)), *_filled(within)):
        if rows := list(asked):
            found[name] = _of_links(vectors, rows, one=name == "link")
    return found


def _of_meanings(numbers: Tensor, within: Sequence[tuple[int, Marked]]) -> Iterator[tuple[str, Tensor]]:
    """The loss by head: a proposition's, or a claimant's, numbers are the mean of its words'."""
    for name, part in PARTS.items():
        runs: list[list[Range]] = []
        labels: list[int] = []
        for begin, window in within:
            for telling in window.tellings:
                if name not in telling.meanings or (name == "class" and telling.claimant is None):
                    continue
                whole = [telling.claimant] if name == "class" and telling.claimant else telling.runs
                runs.append([(begin + start, begin + end) for start, end in whole])
                labels.append(telling.meanings[name])
        if labels:
            logits = _means(numbers[:, part], runs)
            yield name, functional.cross_entropy(logits, torch.tensor(labels), label_smoothing=SMOOTH)


def _means(numbers: Tensor, runs: Sequence[Sequence[Range]]) -> Tensor:
    """Of each group of runs the mean of its words' numbers."""
    words = [[word for run in group for word in range(*run)] for group in runs]
    sizes = torch.tensor([len(group) for group in words])
    of = torch.repeat_interleave(torch.arange(len(words)), sizes)
    whole = numbers[torch.tensor([word for group in words for word in group])]
    return numbers.new_zeros(len(words), numbers.shape[1]).index_add(0, of, whole) / sizes[:, None]


def _chosen(within: Iterable[tuple[int, Marked]]) -> Iterator[Asking]:
    """Links of which one span or none is right."""
    for begin, window in within:
        for name, (asking, answering) in LINKED.items():
            pairs = window.links[name]
            if not pairs or (name in ONLY_OURS and window.scheme == Scheme.POLNEAR):
                continue
            asks, answers = _moved(begin, window.spans[asking]), _moved(begin, window.spans[answering])
            for ask, answer in pairs:
                yield Asking(name, asks[ask], answers, [answer + 1], 1 / len(pairs))


def _relayed(within: Iterable[tuple[int, Marked]]) -> Iterator[Asking]:
    """Each content with each source of its window: a relay of it or not."""
    for begin, window in within:
        contents, sources = _moved(begin, window.spans["content"]), _moved(begin, window.spans["source"])
        if window.scheme == Scheme.GUIDELINES and contents and sources:
            for number, content in enumerate(contents):
                relays = [source for asks, source in window.links["relay"] if asks == number]
                yield Asking("relay", content, sources, relays, 1 / len(contents))


def _filled(within: Sequence[tuple[int, Marked]]) -> Iterator[tuple[str, list[Asking]]]:
    """Each telling with each span of each slot's layer: it belongs to it or not; slots and places apart."""
    found: dict[str, list[Asking]] = {"slot": [], "place": []}
    for begin, window in within:
        for telling in window.tellings:
            (span,) = _moved(begin, [window.spans[telling.layer][telling.number]])
            for slot, numbers in telling.slots.items():
                name = "place" if slot == "place" else "slot"
                if answers := _moved(begin, window.spans[slot]):
                    found[name].append(Asking(name, span, answers, sorted(numbers), 1.0))
    yield from found.items()


def _moved(begin: int, spans: Sequence[Range]) -> list[Range]:
    return [(begin + start, begin + end) for start, end in spans]


def _of_links(vectors: Tensor, rows: Sequence[Asking], *, one: bool) -> Tensor:
    """The weighted mean of the loss of each row, of which one span or none (`one`), or any number, is right."""
    link = torch.tensor([LINKS.index(row.link) for row in rows])
    many = max(1, *(len(row.answers) for row in rows))
    spans = torch.zeros((len(rows), many, 2), dtype=torch.int64)
    there = torch.zeros((len(rows), many), dtype=torch.bool)
    wanted = torch.zeros((len(rows), many))
    for at, row in enumerate(rows):
        if row.answers:
            spans[at, : len(row.answers)] = torch.tensor(row.answers)
            there[at, : len(row.answers)] = True
        if not one:
            wanted[at, row.right] = 1.0
    spans[..., 1] -= there.long()
    asks = _edges(vectors[:, 0], torch.tensor([row.span for row in rows]) - torch.tensor([0, 1]), link)
    answers = _edges(vectors[:, 1], spans, link[:, None])
    scores = (answers @ asks[:, :, None])[..., 0] / math.sqrt(LINK_SIZE)
    if one:
        none = torch.cat([scores.new_zeros(len(rows), 1), scores.masked_fill(~there, -torch.inf)], dim=1)
        each = functional.cross_entropy(none, torch.tensor([row.right[0] for row in rows]), reduction="none")
    else:
        each = functional.binary_cross_entropy_with_logits(scores, wanted, reduction="none")
        each = (each * there).sum(dim=1) / there.sum(dim=1)
    weights = torch.tensor([row.weight for row in rows])
    return (each * weights).sum() / weights.sum()


def _edges(vectors: Tensor, spans: Tensor, link: Tensor) -> Tensor:
    """The mean of the vectors of each span's first and last word."""
    return (vectors[spans[..., 0], link] + vectors[spans[..., 1], link]) / 2
