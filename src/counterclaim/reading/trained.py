"""The trained English reader: a network marks and links who says what; the lexer of quotations has the last word."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from counterclaim.model.report import Report
from counterclaim.model.telling import Quote, Telling, Voice
from counterclaim.reading.chains import addressee, chain, cue_of, heard, listener
from counterclaim.reading.contents import told
from counterclaim.reading.interface import Scheme
from counterclaim.reading.layout import Layout, Range
from counterclaim.reading.linker import Attribution, attributions
from counterclaim.reading.network import Network
from counterclaim.reading.onnx_network import OnnxNetwork
from counterclaim.reading.resolving import Resolver
from counterclaim.reading.speakers import across, spoken_on
from counterclaim.reading.typography import attributed, merged
from counterclaim.reading.windows import Words

SHIPPED = Path(__file__).parents[1] / "lang" / "en" / "attribution"
LEANS = {  # of source, addressee, cue and content to "outside", as they did best on the development parts
    Scheme.POLNEAR: (-0.5, 0.0, -0.5, 0.3),
    Scheme.GUIDELINES: (-0.5, 0.0, -0.5, 0.0),
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
        """Name and version of the model: `attribution-en/1`."""
        return self.network.name

    def read(self, report: Report) -> list[Telling]:
        """The tellings of `report` in the order of its text. Raises SpanError if a span does not verify."""
        words = Words.of(Layout.of(report), self.network.vocabulary)
        found = spoken_on(words, found_in(words, self.network, Scheme.GUIDELINES))
        resolver = Resolver(words.layout, sorted(_aside(words, found)))
        told_to = (listener(words, heard(words, one), resolver) for one in found)
        tellings = [telling for one in told_to for telling in self._tellings(words, one, resolver)]
        by_content = {telling.content: telling for telling in reversed(tellings)}
        return [by_content[content] for content in sorted(by_content)]

    def roles(self, report: Report, scheme: Scheme) -> Iterator[dict[str, tuple[Range, ...]]]:
        """Where source, cue and content of each attribution stand in the text of `report`, by the rules of `scheme`."""
        words = Words.of(Layout.of(report), self.network.vocabulary)
        for one in found_in(words, self.network, scheme):
            runs = {"source": (one.claimant,), "cue": (one.cue,), "content": one.contents}
            yield {role: tuple(_back(words, run) for run in given if run) for role, given in runs.items()}

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


def found_in(words: Words, network: Network, scheme: Scheme) -> list[Attribution]:
    """The attributions of a report, some windows at a time."""
    found: list[Attribution] = []
    for at in range(0, len(words.windows), AT_ONCE):
        windows = words.windows[at : at + AT_ONCE]
        found += attributions(words, windows, network.output(words, windows, scheme), LEANS[scheme])
    whole = across(words, found, one_speech=scheme is Scheme.POLNEAR)
    return merged(whole, attributed(words, scheme))


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
