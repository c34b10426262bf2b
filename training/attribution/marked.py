"""Examples as arrays: the windows that the network is shown, with the labels of each word."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

import numpy as np

from counterclaim.reading.interface import Scheme
from counterclaim.reading.layout import Layout, Range
from counterclaim.reading.linker import Attribution
from counterclaim.reading.network import CUE_TYPES, LAYERS, LINKS, SAYING, SLOTS, inputs
from counterclaim.reading.pieces import Vocabulary
from counterclaim.reading.windows import Window, Words

from examples import Example, Told

EDGES = frozenset(",;:.!?—–-")
UNLABELLED = -100  # what torch passes over
OUTSIDE, BEGIN, INSIDE = range(3)


@dataclass(frozen=True, slots=True)
class MarkedTelling:
    """A telling in a window: its words, in runs; its span, by layer and number; the numbers of its slots' spans.

    `claimant` is the run of words whose class `meanings` gives.
    """

    runs: tuple[Range, ...]
    layer: str
    number: int
    slots: Mapping[str, frozenset[int]]
    meanings: Mapping[str, int]
    claimant: Range | None


@dataclass(slots=True)
class Marked:
    """One window as arrays: `ids` and `types` by piece; the rest by word, `firsts` saying where a word begins.

    `tags` has a row a layer, UNLABELLED where nobody labelled it. `spans` are runs of words in the window by
    layer; `links` are pairs of their numbers by name, −1 for nobody.
    """

    ids: np.ndarray
    types: np.ndarray
    firsts: np.ndarray
    scheme: int
    tags: np.ndarray
    spans: dict[str, list[Range]]
    links: dict[str, list[tuple[int, int]]]
    cue_types: list[int]
    tellings: list[MarkedTelling]
    size: int = field(init=False)

    def __post_init__(self) -> None:
        self.size = len(self.ids)


def marked(examples: Iterable[Example], vocabulary: Vocabulary, limit: int) -> Iterator[Marked]:
    """The windows of all examples."""
    for example in examples:
        words = Words.of(Layout.of(example.report), vocabulary, limit)
        run = partial(_run, words)
        found = [_in_words(one, run) for one in example.attributions]
        tellings = [_told_in_words(one, run) for one in example.tellings]
        places = [place for place in map(run, example.places) if place]
        for window in words.windows:
            yield _window(words, window, example, _InWords(found, tellings, places))


def _run(words: Words, place: Range | None) -> Range | None:
    """The words of a place, without marks at its edges."""
    if place is None:
        return None
    first, last = words.run(*words.layout.normal.forth(*place))
    while last - first > 1 and words.text(first) in EDGES:
        first += 1
    while last - first > 1 and words.text(last - 1) in EDGES:
        last -= 1
    return (first, last) if last > first else None


def _in_words(one: Attribution, run: Callable[[Range | None], Range | None]) -> Attribution:
    """The same with runs of words instead of code points."""
    runs = [run(place) for place in (one.cue, one.claimant, one.addressee)]
    contents = tuple(place for place in map(run, one.contents) if place)
    relays = tuple(place for place in map(run, one.relays) if place)
    return Attribution(contents, runs[0], one.cue_type, runs[1], relays, runs[2])


def _told_in_words(one: Told, run: Callable[[Range | None], Range | None]) -> Told:
    """The same with runs of words instead of code points."""
    spans = {layer: tuple(place for place in map(run, places) if place) for layer, places in one.spans.items()}
    return Told(spans, one.meanings, run(one.claimant))


@dataclass(frozen=True, slots=True)
class _InWords:
    """The labels of a whole report, in runs of words."""

    attributions: Sequence[Attribution]
    tellings: Sequence[Told]
    places: Sequence[Range]


@dataclass(slots=True)
class _Labels:
    """The labels of one window, gathered one by one; `inside` numbers its words from 0."""

    window: Window
    inside: dict[int, int]
    spans: dict[str, list[Range]] = field(default_factory=lambda: {layer: [] for layer in LAYERS})
    links: dict[str, set[tuple[int, int]]] = field(default_factory=lambda: {name: set() for name in LINKS})
    cue_types: dict[int, int] = field(default_factory=dict)

    def add(self, one: Attribution) -> None:
        """Takes in what lies in the window of one attribution."""
        cue, claimant = self.number("cue", one.cue), self.number("source", one.claimant)
        relays = [self.number("source", relay) for relay in one.relays]
        addressee = self.number("addressee", one.addressee)
        if cue >= 0:
            self.links["source"].add((cue, claimant))
            if one.cue_type in CUE_TYPES:
                self.cue_types[cue] = CUE_TYPES.index(one.cue_type)
        for content in (self.number("content", place) for place in one.contents):
            if content >= 0:
                self.links["cue"].add((content, cue))
                self.links["claimant"].add((content, claimant))
                self.links["addressee"].add((content, addressee))
                self.links["relay"] |= {(content, relay) for relay in relays if relay >= 0}

    def number(self, layer: str, place: Range | None) -> int:
        """The number of the span of `layer` at `place`, one with any that it overlaps; −1 for none in the window."""
        cut = self.cut(place)
        if cut is None:
            return -1
        start, end = cut
        for at, (first, last) in enumerate(self.spans[layer]):
            if first < end and start < last:
                self.spans[layer][at] = min(first, start), max(last, end)
                return at
        self.spans[layer].append((start, end))
        return len(self.spans[layer]) - 1

    def cut(self, place: Range | None) -> Range | None:
        """A run of words as the window has it; None where it begins elsewhere."""
        if place is None or place[0] not in self.inside:
            return None
        run_end = next(last for first, last in self.window.runs if first <= place[0] < last)
        return self.inside[place[0]], self.inside[min(place[1], run_end) - 1] + 1

    def told(self, one: Told) -> MarkedTelling | None:
        """The telling as the window has it; None where it begins elsewhere."""
        layer = next(layer for layer in ("content", "own") if layer in one.spans)
        runs = tuple(cut for cut in map(self.cut, one.spans[layer]) if cut)
        numbers = [self.number(layer, place) for place in one.spans[layer]]
        slots = {
            slot: frozenset(number for place in one.spans.get(slot, ()) if (number := self.number(slot, place)) >= 0)
            for slot in (*SLOTS, "place")
        }
        if not runs or numbers[0] < 0:
            return None
        return MarkedTelling(runs, layer, numbers[0], slots, one.meanings, self.cut(one.claimant))


def _window(words: Words, window: Window, example: Example, all_of: "_InWords") -> Marked:
    """One window with the labels that lie in it."""
    ids, types, firsts, numbers = inputs(words, window, example.scheme)
    labels = _Labels(window, {word: at for at, word in enumerate(numbers)})
    for one in all_of.attributions:
        labels.add(one)
    told = [made for one in all_of.tellings if (made := labels.told(one))]
    for place in all_of.places:
        labels.number("place", place)
    tags = np.full((len(LAYERS), len(numbers)), OUTSIDE, dtype=np.int64)
    for row, layer in enumerate(LAYERS):
        for start, end in labels.spans[layer]:
            tags[row, start:end] = INSIDE
            tags[row, start] = BEGIN
    _unlabel(tags, [words.text(word) for word in numbers], example)
    cue_types = [labels.cue_types.get(cue, UNLABELLED) for cue in range(len(labels.spans["cue"]))]
    links = {name: sorted(pairs) for name, pairs in labels.links.items()}
    return Marked(ids, types, firsts, int(example.scheme), tags, labels.spans, links, cue_types, told)


def _unlabel(tags: np.ndarray, texts: Sequence[str], example: Example) -> None:
    """Blots out what nobody labelled: all but attributions in PolNeAR, names of places that nothing told lies in."""
    if example.scheme is Scheme.POLNEAR:
        tags[LAYERS.index("addressee")] = UNLABELLED
        tags[len(SAYING) :] = UNLABELLED
    elif not example.tellings and not example.sparse:  # told anew: attributions alone
        tags[len(SAYING) :] = UNLABELLED
    elif example.sparse:
        row = tags[LAYERS.index("place")]
        for at, word in enumerate(texts):
            if row[at] == OUTSIDE and (word[0].isupper() or word in ("there", "city", "town", "village", "settlement")):
                row[at] = UNLABELLED
