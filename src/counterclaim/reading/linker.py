"""From spans to attributions: which content is of which cue, who claims it, through whom, to whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from counterclaim.reading.decoding import EVEN, spans
from counterclaim.reading.layout import Range
from counterclaim.reading.network import CUE_TYPES, LINK_SIZE, LINKS, SLOTS, Floats, Output
from counterclaim.reading.overlaps import overlap
from counterclaim.reading.windows import Window, Words
from counterclaim.reading.words import words as classes

LEADING = frozenset(("by", "of", "from"))  # words that somebody is named behind
ROOT = np.float32(np.sqrt(LINK_SIZE))
RELAYED = 0.0  # a source whose score as relay is above this is one: the logit of one half


@dataclass(frozen=True, slots=True)
class Attribution:
    """What one cue attributes, in runs of words; None and () where there is none. `contents` stand in text order."""

    contents: tuple[Range, ...]
    cue: Range | None = None
    cue_type: str | None = None
    claimant: Range | None = None
    relays: tuple[Range, ...] = ()
    addressee: Range | None = None

    @property
    def is_alone(self) -> bool:
        """Whether nobody is named for its contents, and no word attributes them."""
        return self.cue is None and self.claimant is None


@dataclass(frozen=True, slots=True)
class Spans:
    """The spans of one window by layer, and the numbers that link them.

    `answers` are the vectors (spans, links, size) by which the spans of a layer that has some answer: the mean of a
    span's first and last word.
    """

    words: Words
    output: Output
    found: dict[str, list[Range]]
    answers: dict[str, Floats]

    def best(self, link: str, asking: Range, layer: str, outside: Sequence[Range] = ()) -> tuple[Range | None, float]:
        """The span of `layer` that `asking` is linked to most, and how well; None where nobody is likelier.

        A span that overlaps one of `outside` is none.
        """
        scored = zip(self.scores(link, asking, layer), self.found[layer], strict=True)
        likely = [(float(score), run) for score, run in scored if score > 0 and not _overlaps(run, outside)]
        score, run = max(likely, default=(0.0, None))
        return run, score

    def scores(self, link: str, asking: Range, layer: str) -> Floats:
        """How well each span of `layer` is linked to `asking`; nobody has zero."""
        if layer not in self.answers:
            return np.zeros(0, np.float32)
        kind, first, last = LINKS.index(link), asking[0] - self.output.first, asking[1] - 1 - self.output.first
        ask = (self.output.asks[first, kind] + self.output.asks[last, kind]) / 2
        scores: Floats = self.answers[layer][:, kind] @ ask / ROOT
        return scores

    def cue_type(self, cue: Range) -> str:
        """What sort of cue it is."""
        return CUE_TYPES[int(self.output.cue_types[cue[0] - self.output.first].argmax())]


def marked(words: Words, windows: Sequence[Window], output: Output, leans: Sequence[float] = EVEN) -> Iterator[Spans]:
    """The spans of each of `windows` of `words`, whose numbers are `output`."""
    whole = spans(windows, output, leans)
    for window in windows:
        first, last = window.runs[0][0], window.runs[-1][1]
        inside = {layer: [run for run in runs if first <= run[0] < last] for layer, runs in whole.items()}
        found = {
            layer: [run for run in runs if layer in SLOTS or not _is_article(words, run)]
            for layer, runs in inside.items()
        }
        found["source"] = [run for run in found["source"] if _is_somebody(words, run)]
        yield Spans(words, output, found, {layer: _answers(output, runs) for layer, runs in found.items() if runs})


def _answers(output: Output, runs: Sequence[Range]) -> Floats:
    first, end = (np.array(runs) - output.first).T
    mean: Floats = (output.answers[first] + output.answers[end - 1]) / 2
    return mean


def attributions(found: Spans) -> list[Attribution]:
    """The attributions of a window in the order of the text.

    A cue without a content is given too: its content may stand in another window.
    """
    return sorted(_in_window(found), key=_begins)


def _is_article(words: Words, run: Range) -> bool:
    """Whether nothing but "the" was found of a span; what fills a slot is then made whole (`Filling`)."""
    return run[1] - run[0] == 1 and words.text(run[0]).lower() in classes("articles")


def _is_somebody(words: Words, run: Range) -> bool:
    """Whether somebody is named, rather than led to ("a statement by"), and not in a dateline."""
    leads = words.text(run[1] - 1).lower() in LEADING
    return not leads and not words.layout.is_dateline(words.place(run)[0])


def _begins(one: Attribution) -> Range:
    """By what it is sorted: its first content, else its cue."""
    return one.contents[0] if one.contents else one.cue or (0, 0)


def _in_window(found: Spans) -> Iterator[Attribution]:
    by_cue: dict[Range, list[Range]] = {cue: [] for cue in found.found["cue"]}
    for content in found.found["content"]:
        cue, _ = found.best("cue", content, "cue")
        if cue is None or not _is_reached(found.words, content, cue):
            yield _of_content(found, content)
        else:
            by_cue[cue].append(content)
    yield from (_of_cue(found, cue, contents) for cue, contents in by_cue.items())


def _is_reached(words: Words, content: Range, cue: Range) -> bool:
    """Whether a cue, or a source, is a content's: in its paragraph, before a colon, where a quotation runs on to."""
    layout, start = words.layout, words.place(content)[0]
    own, other = layout.paragraph(start), layout.paragraph(words.place(cue)[0])
    if own == other:
        return True
    if own > other:
        return all(layout.text[paragraph[-1][1] - 1] == ":" for paragraph in layout.paragraphs[other:own])
    quotation = layout.quotation_at(start)
    return quotation is not None and quotation.continued


def _of_cue(found: Spans, cue: Range, contents: Sequence[Range]) -> Attribution:
    """What the cue attributes."""
    claimant, _ = found.best("source", cue, "source", outside=contents)
    relays, addressee = _relays(found, contents, claimant, cue), _addressee(found, contents)
    return Attribution(tuple(contents), cue, found.cue_type(cue), claimant, relays, addressee)


def _of_content(found: Spans, content: Range) -> Attribution:
    """A content without a cue: a quotation beside a name, or one that goes on."""
    claimant, _ = found.best("claimant", content, "source", outside=[content])
    claimant = claimant if claimant and _is_reached(found.words, content, claimant) else None
    relays, addressee = _relays(found, [content], claimant, None), _addressee(found, [content])
    return Attribution((content,), None, None, claimant, relays, addressee)


def _relays(found: Spans, contents: Sequence[Range], claimant: Range | None, cue: Range | None) -> tuple[Range, ...]:
    """Who passes the contents on, in the order of the text; beside a cue, in its sentence or a content's."""
    near = {found.words.sentence(run[0]) for run in (cue, *contents) if run and cue}
    relays: set[Range] = set()
    for content in contents:
        for score, run in zip(found.scores("relay", content, "source"), found.found["source"], strict=True):
            apart = run != claimant and not _overlaps(run, contents)
            if score > RELAYED and apart and (not near or found.words.sentence(run[0]) in near):
                relays.add(run)
    return tuple(sorted(relays))


def _addressee(found: Spans, contents: Sequence[Range]) -> Range | None:
    ranked = [found.best("addressee", content, "addressee", outside=contents) for content in contents]
    return max(ranked, key=lambda one: one[1])[0] if ranked else None


def _overlaps(run: Range, others: Sequence[Range]) -> bool:
    return any(overlap(run, other) for other in others)
