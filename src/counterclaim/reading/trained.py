"""The trained English reader: a network marks and links who says what; the lexer of quotations has the last word."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path

import numpy as np

from counterclaim.model.report import Report
from counterclaim.model.source import Chain
from counterclaim.model.telling import Quote, Telling, Voice
from counterclaim.reading.answers import answered
from counterclaim.reading.basis import noted
from counterclaim.reading.chains import addressee, chain, cue_of, passed_on
from counterclaim.reading.contents import squared, told
from counterclaim.reading.falsity import doubting
from counterclaim.reading.filling import Filling
from counterclaim.reading.interface import Scheme
from counterclaim.reading.layout import Layout, Range
from counterclaim.reading.linker import Attribution, attributions, marked
from counterclaim.reading.listeners import heard, listener
from counterclaim.reading.lists import one_by_one
from counterclaim.reading.meanings import Meanings
from counterclaim.reading.network import LAYERS, Floats, Network
from counterclaim.reading.onnx_network import OnnxNetwork
from counterclaim.reading.overlaps import Overlaps
from counterclaim.reading.own import is_commentary, outlets_own
from counterclaim.reading.placing import carried
from counterclaim.reading.quoting import kept_whole
from counterclaim.reading.resolving import Resolver
from counterclaim.reading.slots import Proposition, propositions
from counterclaim.reading.speakers import across, spoken_on
from counterclaim.reading.typography import attributed, merged
from counterclaim.reading.windows import Words

SHIPPED = Path(__file__).parents[1] / "lang" / "en" / "attribution"
LEANS = {  # of source, addressee, cue, content and the layers after them to "outside", as did best on development parts
    Scheme.POLNEAR: (-0.5, 0.0, -0.2, 0.3),
    Scheme.GUIDELINES: tuple(
        {"source": -0.5, "cue": -0.5, "own": 0.5, "place": -0.7, "agent": -1.0}.get(layer, 0.0) for layer in LAYERS
    ),
}
AT_ONCE = 64  # windows: what is held in memory of a long report


@dataclass(frozen=True, slots=True)
class TrainedReader:
    """Reads English by a trained network."""

    network: OnnxNetwork

    @classmethod
    def load(cls, folder: Path) -> "TrainedReader":
        """The reader with the model in `folder`."""
        return cls(OnnxNetwork.load(folder))

    @property
    def by(self) -> str:
        """Name and version of the model: `reading-en/5`."""
        return self.network.name

    def read(self, report: Report) -> list[Telling]:
        """The tellings of `report` in the order of its text. Raises SpanError if a span does not verify."""
        words = Words.of(Layout.of(report), self.network.vocabulary)
        marked = marked_in(words, self.network, Scheme.GUIDELINES)
        found = spoken_on(words, marked.attributions)
        resolver = Resolver(words.layout, sorted(_aside(words, found)))
        told_to = passed_on(words, [listener(words, heard(words, one), resolver) for one in found])
        attributed = [telling for one in told_to for telling in self._tellings(words, one, resolver)]
        by_content = {telling.content: telling for telling in reversed(attributed)}
        own = [self._own(words, run) for run in outlets_own(words, marked.propositions, by_content.values())]
        by_content |= {telling.content: telling for telling in own if telling.content not in by_content}
        filling = Filling(words, Meanings(marked.meanings), Overlaps(marked.propositions, attrgetter("run")))
        filled = [doubting(filling.filled(by_content[content])) for content in sorted(by_content)]
        filled = [telling for telling in filled if not is_commentary(telling)]
        answering = list(answered(filled))
        apart = [list(one_by_one(telling)) for telling in carried(words.layout, answering)]
        named = {one.id: parts[0].id for told in (filled, answering) for one, parts in zip(told, apart, strict=True)}
        noticed = noted(words.layout, [one for parts in apart for one in parts])
        return [replace(one, answers=named.get(one.answers or "")) for one in noticed]

    def roles(self, report: Report, scheme: Scheme) -> Iterator[dict[str, tuple[Range, ...]]]:
        """Where source, cue and content of each attribution stand in the text of `report`, by the rules of `scheme`."""
        words = Words.of(Layout.of(report), self.network.vocabulary)
        for one in marked_in(words, self.network, scheme).attributions:
            runs = {"source": (one.claimant,), "cue": (one.cue,), "content": one.contents}
            yield {role: tuple(_back(words, run) for run in given if run) for role, given in runs.items()}

    def _own(self, words: Words, run: Range) -> Telling:
        """What the outlet tells in its own voice."""
        layout = words.layout
        start, end = squared(layout, words.place(run))
        return Telling(
            report=layout.report,
            sentence=layout.sentence(start),
            content=layout.span(start, end),
            chain=Chain.of(layout.report.outlet, claimant=None),
            voice=Voice.OUTLET,
            quote=_quote(layout, [(start, end)]),
            by={"reading": self.by, "grounding": None},
        )

    def _tellings(self, words: Words, one: Attribution, resolver: Resolver) -> Iterator[Telling]:
        """The tellings of one attribution, each span checked."""
        layout = words.layout
        cue = words.place(cue_of(words, one.cue)) if one.cue else None
        places = [words.place(run) for run in one.contents]
        between = [words.place(run) for run in (one.cue, one.claimant, one.addressee, *one.relays) if run]
        made = chain(words, one, resolver)
        to = addressee(words, one.addressee, resolver) if one.addressee else None
        for number, parts in enumerate(told(layout, places, cue, between)):
            sentence = layout.sentence(parts[0][0])
            span = layout.span(*cue) if cue else None
            goes_on = number > 0 and span is not None and not sentence.contains(span)  # “…,” he said. “…”
            telling = Telling(
                report=layout.report,
                sentence=sentence,
                content=layout.span(parts[0][0], parts[-1][1]),
                parts=tuple(layout.span(*part) for part in parts) if len(parts) > 1 else (),
                chain=made,
                cue=None if goes_on else span,
                cue_type=None if goes_on else one.cue_type,
                voice=Voice.ATTRIBUTED if one.claimant else Voice.UNNAMED,
                quote=_quote(layout, parts),
                addressee=None if goes_on else to,
                by={"reading": self.by, "grounding": None},
            )
            telling.check()
            yield telling


@dataclass(frozen=True, slots=True)
class Marked:
    """What the network marks in a report: who says what, what is told with its slots, the meanings of all words."""

    attributions: list[Attribution]
    propositions: list[Proposition]
    meanings: Floats


def marked_in(words: Words, network: Network, scheme: Scheme) -> Marked:
    """What a network marks in a report, some windows at a time."""
    found: list[Attribution] = []
    told: list[Proposition] = []
    meanings: list[Floats] = []
    for at in range(0, len(words.windows), AT_ONCE):
        windows = words.windows[at : at + AT_ONCE]
        output = network.output(words, windows, scheme)
        meanings.append(output.meanings)
        for spans in marked(words, windows, output, LEANS[scheme]):
            found += attributions(spans)
            told += propositions(spans) if scheme is Scheme.GUIDELINES else ()
    whole = across(words, found, one_speech=scheme is Scheme.POLNEAR)
    kept = merged(kept_whole(words, whole), attributed(words, scheme))
    return Marked(kept, told, np.concatenate(meanings) if meanings else np.zeros((0, 0), np.float32))


def _aside(words: Words, found: Iterable[Attribution]) -> Iterator[Range]:
    """Where somebody is cited, passes on or is told: who is named there is less likely meant by the next "he"."""
    for one in found:
        yield from map(words.place, (*one.contents, *one.relays, *((one.addressee,) if one.addressee else ())))


def _back(words: Words, run: Range) -> Range:
    """Where a run of words stands in the text as given."""
    return words.layout.normal.back(*words.place(run))


def _quote(layout: Layout, parts: Sequence[Range]) -> Quote:
    """Whether all, some or none of the words stand within quotation marks."""
    quoted = unquoted = False
    for start, end in parts:
        place = start
        while place < end:
            quotation = layout.quotation_at(place)
            stop = min(end, quotation.end if quotation else layout.quotation_from(place))
            if any(char.isalnum() for char in layout.text[place:stop]):
                quoted, unquoted = quoted or quotation is not None, unquoted or quotation is None
            place = stop
    return Quote.MIXED if quoted and unquoted else Quote.DIRECT if quoted else Quote.INDIRECT


def english(model: Path | None = None) -> TrainedReader:
    """The English reader with the model in the folder `model`, else with the one that travels in the package."""
    return TrainedReader.load(model or SHIPPED)
