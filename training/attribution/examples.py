"""What the network learns from: PolNeAR and our corpus as one sort of example, and examples as arrays.

In an example the places of an Attribution count code points of the text, not words.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from counterclaim.evaluating.attribution_rows import Article, articles
from counterclaim.evaluating.labelled import Labelled, labelled
from counterclaim.model.report import Report
from counterclaim.model.span import Span
from counterclaim.model.telling import Voice
from counterclaim.reading.interface import Scheme
from counterclaim.reading.layout import Layout, Range
from counterclaim.reading.linker import Attribution
from counterclaim.reading.network import CUE_TYPES, LAYERS, LINKS, inputs
from counterclaim.reading.pieces import Vocabulary
from counterclaim.reading.windows import Window, Words

EDGES = frozenset(",;:.!?—–-")
UNLABELLED = -100  # what torch passes over


@dataclass(frozen=True, slots=True)
class Example:
    """A report and its attributions, labelled by the rules of `scheme`."""

    report: Report
    attributions: tuple[Attribution, ...]
    scheme: Scheme


def article(name: str, text: str) -> Report:
    """A text as the measure takes it: empty lines part paragraphs."""
    return Article(name, text, ()).report


def moved(one: Attribution, move: Callable[[int], int]) -> Attribution:
    """`one` with each end of each span where `move` says."""

    def span(place: Range | None) -> Range | None:
        return (move(place[0]), move(place[1])) if place else None

    contents, relays = (
        tuple((move(start), move(end)) for start, end in places) for places in (one.contents, one.relays)
    )
    return Attribution(contents, span(one.cue), one.cue_type, span(one.claimant), relays, span(one.addressee))


def polnear(path: Path, *, primary: bool = True) -> Iterator[Example]:
    """The articles of a converted PolNeAR file; with `primary` false those of the further annotators alone."""
    for one in articles(path, primary=primary):
        found = (
            Attribution(each.content, *each.cue[:1] or (None,), None, *each.source[:1] or (None,))
            for each in one.attributions
        )
        yield Example(one.report, tuple(found), Scheme.POLNEAR)


def corpus(folder: Path) -> Iterator[Example]:
    """The labelled reports under `folder`."""
    return (_labelled(one) for one in labelled(folder))


def _labelled(one: Labelled) -> Example:
    """Tellings of one cue, one chain and one content are one attribution; the outlet's own voice is none."""
    found = []
    for telling in one.tellings.values():
        if telling.voice is Voice.OUTLET:
            continue
        to = telling.addressee
        found.append(
            Attribution(
                tuple((part.start, part.end) for part in telling.pieces),
                _place(telling.cue),
                telling.cue_type,
                _place(telling.chain.claimant.span if telling.chain.claimant else None),
                tuple((relay.span.start, relay.span.end) for relay in telling.chain.relays if relay.span),
                (to["start"], to["end"]) if to and to.get("start") is not None else None,
            )
        )
    return Example(one.report, tuple(found), Scheme.GUIDELINES)


def _place(span: Span | None) -> Range | None:
    return (span.start, span.end) if span else None


@dataclass(slots=True)
class Marked:
    """One window as arrays: `ids` and `types` by piece; the rest by word, `firsts` saying where a word begins.

    `tags` has a row a layer, UNLABELLED where the scheme does not label it. `spans` are runs of words in the window by
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
    size: int = field(init=False)

    def __post_init__(self) -> None:
        self.size = len(self.ids)


def marked(examples: Iterable[Example], vocabulary: Vocabulary, limit: int) -> Iterator[Marked]:
    """The windows of all examples."""
    for example in examples:
        layout = Layout.of(example.report)
        words = Words.of(layout, vocabulary, limit)
        found = [_in_words(one, words) for one in example.attributions]
        for window in words.windows:
            yield _window(words, window, found, example.scheme)


def _in_words(one: Attribution, words: Words) -> Attribution:
    """The same with runs of words instead of code points."""

    def run(place: Range | None) -> Range | None:
        if place is None:
            return None
        first, last = words.run(*words.layout.normal.forth(*place))
        while last - first > 1 and words.text(first) in EDGES:
            first += 1
        while last - first > 1 and words.text(last - 1) in EDGES:
            last -= 1
        return (first, last) if last > first else None

    runs = [run(place) for place in (one.cue, one.claimant, one.addressee)]
    contents = tuple(place for place in map(run, one.contents) if place)
    relays = tuple(place for place in map(run, one.relays) if place)
    return Attribution(contents, runs[0], one.cue_type, runs[1], relays, runs[2])


@dataclass(slots=True)
class _Labels:
    """The labels of one window, gathered attribution by attribution; `inside` numbers its words from 0."""

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
        if place is None or place[0] not in self.inside:
            return -1
        start = self.inside[place[0]]
        end = self.inside[min(place[1], _run_end(self.window, place[0])) - 1] + 1
        for at, (first, last) in enumerate(self.spans[layer]):
            if first < end and start < last:
                self.spans[layer][at] = min(first, start), max(last, end)
                return at
        self.spans[layer].append((start, end))
        return len(self.spans[layer]) - 1


def _window(words: Words, window: Window, found: Sequence[Attribution], scheme: Scheme) -> Marked:
    """One window with the attributions whose spans lie in it."""
    ids, types, firsts, numbers = inputs(words, window, scheme)
    labels = _Labels(window, {word: at for at, word in enumerate(numbers)})
    for one in found:
        labels.add(one)
    tags = np.zeros((len(LAYERS), len(numbers)), dtype=np.int64)
    for row, layer in enumerate(LAYERS):
        for start, end in labels.spans[layer]:
            tags[row, start:end] = 2
            tags[row, start] = 1
    if scheme is Scheme.POLNEAR:
        tags[LAYERS.index("addressee")] = UNLABELLED
    cue_types = [labels.cue_types.get(cue, UNLABELLED) for cue in range(len(labels.spans["cue"]))]
    links = {name: sorted(pairs) for name, pairs in labels.links.items()}
    return Marked(ids, types, firsts, int(scheme), tags, labels.spans, links, cue_types)


def _run_end(window: Window, word: int) -> int:
    return next(last for first, last in window.runs if first <= word < last)
