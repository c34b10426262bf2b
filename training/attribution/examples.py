"""What the network learns from: PolNeAR, our corpus and our sketches as one sort of example.

In an example all places, those of an Attribution too, count code points of the text, not words.
"""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from counterclaim.evaluating import realset
from counterclaim.evaluating.attribution_rows import Article, articles
from counterclaim.evaluating.labelled import Labelled, labelled
from counterclaim.intake.inputs import Input, inputs
from counterclaim.intake.report import report
from counterclaim.model.report import Report
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling, Voice, written_span
from counterclaim.reading.interface import Scheme
from counterclaim.reading.layout import Range
from counterclaim.reading.linker import Attribution
from counterclaim.reading.network import MEANINGS, SLOTS
from sketches import Sketch, Sketched, sketches

PLACES = ("settlement", "area", "reference", "facility", "part", "feature")  # mentions that say where something is
Move = Callable[[int], int]


@dataclass(frozen=True, slots=True)
class Told:
    """One telling: its spans by layer (`content`, or `own` in the outlet's voice; its slots; `place`).

    `meanings` are numbers of labels of MEANINGS, without those that nobody labelled. `claimant` is the span that has a
    class.
    """

    spans: Mapping[str, tuple[Range, ...]]
    meanings: Mapping[str, int]
    claimant: Range | None = None

    def moved(self, move: Move) -> "Told":
        """With each end of each span where `move` says."""
        spans = {layer: moved_spans(places, move) for layer, places in self.spans.items()}
        return Told(spans, self.meanings, moved_span(self.claimant, move))


@dataclass(frozen=True, slots=True)
class Example:
    """A report and its attributions, labelled by the rules of `scheme`; its tellings and places, where labelled.

    Of a `sparse` one those places alone are labelled in which something told lies.
    """

    report: Report
    attributions: tuple[Attribution, ...]
    scheme: Scheme
    tellings: tuple[Told, ...] = ()
    places: tuple[Range, ...] = ()
    sparse: bool = False

    def moved(self, text: str, move: Move) -> "Example":
        """The same over `text`, where each place is where `move` says."""
        return Example(
            article(self.report.id, text),
            tuple(moved(one, move) for one in self.attributions),
            self.scheme,
            tuple(one.moved(move) for one in self.tellings),
            moved_spans(self.places, move),
            self.sparse,
        )


def article(name: str, text: str) -> Report:
    """A text as the measure takes it: empty lines part paragraphs."""
    return Article(name, text, ()).report


def moved_span(place: Range | None, move: Move) -> Range | None:
    """A span where `move` says."""
    return (move(place[0]), move(place[1])) if place else None


def moved_spans(places: Sequence[Range], move: Move) -> tuple[Range, ...]:
    """Spans where `move` says."""
    return tuple((move(start), move(end)) for start, end in places)


def moved(one: Attribution, move: Move) -> Attribution:
    """`one` with each end of each span where `move` says."""
    contents, relays = moved_spans(one.contents, move), moved_spans(one.relays, move)
    cue, claimant, addressee = (moved_span(place, move) for place in (one.cue, one.claimant, one.addressee))
    return Attribution(contents, cue, one.cue_type, claimant, relays, addressee)


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


def paged(labels: Sequence[Path], texts: Path) -> Iterator[Example]:
    """The labelled excerpts of real pages whose texts lie in a folder. Raises ValueError where one is not found."""
    rows = [row for path in labels for row in realset.rows(path)]
    found = 0
    for page in realset.found(rows, (report(given)[0] for given in inputs([str(texts)]) if isinstance(given, Input))):
        for _, places in page.windows:
            found += 1
            start, end = places[0], places[-1] + 1
            inside = _labelled(realset.within(page.gold, [(start, end)]))
            yield inside.moved(page.gold.report.text[start:end], (-start).__add__)
    if found < len(rows):
        raise ValueError(f"Of {len(rows)} excerpts {found} are in {texts}.")


def _labelled(one: Labelled) -> Example:
    """Every telling that is not the outlet's own is an attribution too."""
    attributed = (telling for telling in one.tellings.values() if telling.voice is not Voice.OUTLET)
    places = _places([mention.place.span for mention in one.places if mention.type in PLACES])
    tellings = tuple(map(_told, one.tellings.values()))
    return Example(one.report, tuple(map(_attribution, attributed)), Scheme.GUIDELINES, tellings, places)


def _attribution(telling: Telling) -> Attribution:
    claimant = telling.chain.claimant
    return Attribution(
        _places(telling.pieces),
        *(_places([telling.cue]) or (None,)),
        telling.cue_type,
        *(_places([claimant.span if claimant else None]) or (None,)),
        _places([relay.span for relay in telling.chain.relays]),
        *(_places([written_span(telling.addressee) if telling.addressee else None]) or (None,)),
    )


def _told(telling: Telling) -> Told:
    spans = {"own" if telling.voice is Voice.OUTLET else "content": _places(telling.pieces)}
    spans |= {role: _places([written_span(slot)]) for role, slot in telling.slots.items()}
    spans["place"] = _places([place.span for place in telling.all_places])
    spans |= {name: _places([day.span]) for name in ("when", "said") if (day := getattr(telling, name))}
    spans["quantity"] = _places([quantity.span for quantity in telling.quantities])
    said: dict[str, object] = {"kind": telling.kind, "background": telling.background}
    if telling.stance:
        spans["hedge"] = _places(telling.stance.cues)
        said |= {"polarity": telling.stance.polarity, "certainty": telling.stance.certainty}
    claimant = telling.chain.claimant
    if claimant and claimant.span:
        said["class"] = claimant.source_class
        return Told(spans, _numbers(said), (claimant.span.start, claimant.span.end))
    return Told(spans, _numbers(said))


def _places(spans: Sequence[Span | None]) -> tuple[Range, ...]:
    return tuple((span.start, span.end) for span in spans if span is not None)


def _numbers(said: Mapping[str, object]) -> dict[str, int]:
    """The numbers of labels."""
    return {name: MEANINGS[name].index(str(label)) for name, label in said.items()}


def sketched(folder: Path, seed: int, authors: tuple[str, ...] = ()) -> Iterator[Example]:
    """The sketches under `folder`, a few at a time as the paragraphs of one report, at random.

    Only files whose name begins with one of `authors`, where any are given.
    """
    draw = random.Random(seed)
    files = [path for path in sorted(folder.glob("*.txt")) if not authors or path.name.startswith(authors)]
    found = [sketch for path in files for sketch in sketches(path)]
    draw.shuffle(found)
    while found:
        size = draw.randint(1, 4)
        yield _together(found[:size])
        found = found[size:]


def _together(found: Sequence[Sketch]) -> Example:
    text = ""
    attributions: list[Attribution] = []
    tellings: list[Told] = []
    for sketch in found:
        for one in sketch.tellings.values():
            spans = {layer: moved_spans(places, len(text).__add__) for layer, places in one.spans.items()}
            cited = "cue" in spans or "claimant" in spans
            if cited:
                attributions.append(_cited(spans))
            kept = {layer: spans[layer] for layer in (*SLOTS, "place") if layer in spans}
            tellings.append(Told({"content" if cited else "own": spans["content"]} | kept, _meant(one)))
        text += sketch.text + "\n\n"
    places = tuple(place for one in tellings for place in one.spans.get("place", ()))
    report = article("sketches", text)
    return Example(report, tuple(attributions), Scheme.GUIDELINES, tuple(tellings), places, sparse=True)


def _cited(spans: Mapping[str, tuple[Range, ...]]) -> Attribution:
    cue, claimant, addressee = (next(iter(spans.get(layer, ())), None) for layer in ("cue", "claimant", "addressee"))
    return Attribution(spans["content"], cue, None, claimant, spans.get("relay", ()), addressee)


def _meant(one: Sketched) -> dict[str, int]:
    said = {"kind": one.kind, "background": one.background}
    return _numbers(said | {"polarity": one.stance.polarity, "certainty": one.stance.certainty})
