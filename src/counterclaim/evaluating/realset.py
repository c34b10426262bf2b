"""Labels on real pages without their texts: each row finds its words again in texts that are at hand.

A row is one labelled sentence: where the page is, the first words of its window (the sentence with its neighbours), the
window's sha256, and labels whose offsets count code points of the window. Windows are compared with white space made
single, so that a page saved in another way still serves.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from counterclaim.errors import BadValueError, CounterclaimError, SpanError
from counterclaim.evaluating.files import json_value, lines
from counterclaim.evaluating.labelled import REMARKS, Labelled
from counterclaim.evaluating.schemas.differences import differences
from counterclaim.intake.inputs import LIMIT
from counterclaim.model.report import Report, text_hash
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling

LEAST = 0.8  # of the rows must be found, else no figure is given
SPACE = re.compile(r"\s+")
FIND = 6  # words that find a window again
LAYERS = ("tellings", "places", *REMARKS)
WORDS = ("text", "written")
SHORTENED = ("role", "who")  # facts in the words of the text: FIND of them at most
NOT_KEPT = ("prefix", "suffix")
NOT_KEPT_OF_TELLINGS = ("id", "answers")  # they hang on the report, which is another where the page is found again
REMEDY = "Take the file as it was published."

Extent = tuple[int, int]  # [start, end), in code points


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled sentence: `find` and `chars` lead to its window, `sentence` is the range labelled in it."""

    id: str
    address: str
    find: str
    chars: int
    sha256: str
    sentence: Extent
    labels: dict[str, Any]
    head: dict[str, Any]

    def as_json(self) -> dict[str, Any]:
        """The row as a line of the file."""
        names = ("id", "address", "find", "chars", "sha256")
        return (
            self.head
            | {name: getattr(self, name) for name in names}
            | {"sentence": [*self.sentence], "labels": self.labels}
        )

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "Row":
        """The row that `as_json` wrote. Raises BadValueError where it cannot be measured with, whatever its page."""
        if found := differences(value, "row"):
            raise BadValueError(f"{'; '.join(found)}.", REMEDY)
        head = {name: value.get(name) for name in ("title", "outlet", "published", "style", "by")}
        names = ("id", "address", "find", "chars", "sha256", "labels")
        start, end = value["sentence"]
        made = cls(sentence=(start, end), head=head, **{name: value[name] for name in names})
        made._check()
        return made

    def _check(self) -> None:
        if self.chars > LIMIT:
            raise BadValueError("A window is longer than a report can be.", REMEDY)
        for start, end in (self.sentence, *_extents(self.labels)):
            if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= self.chars):
                raise BadValueError(f"{start} to {end} is no place in a window of {self.chars} code points.", REMEDY)
        try:  # labels are sound if they can be put on a text of the window's length
            _labelled(Report("", "x" * self.chars, "", ""), [(self, range(self.chars))])
        except CounterclaimError as error:
            raise BadValueError(error.message, REMEDY) from error

    def check_window(self, other: "Row") -> None:
        """Raises BadValueError unless both label the same sentence of the same window."""
        if any(getattr(self, name) != getattr(other, name) for name in ("sha256", "chars", "sentence")):
            raise BadValueError(
                f"{self.id}: the two rows label different sentences.", "Compare labels of the same text."
            )


def rows(path: Path) -> list[Row]:
    """The rows of a file of labels. Raises BadValueError with the line, or where there is no row; OSError."""
    found: dict[str, Row] = {}
    for where, line in lines(path):
        one = _row(line, where)
        if one.id in found:
            raise BadValueError(f"{where}: the row {one.id} is there twice.", REMEDY)
        found[one.id] = one
    if not found:
        raise BadValueError(f"{path}: there is no row here.", "Give a file of rows, as `benchmarks/real` has them.")
    return list(found.values())


def _row(line: str, where: Path) -> Row:
    try:
        return Row.from_json(json_value(line))
    except BadValueError as error:
        raise BadValueError(f"{where}: {error.message}", error.remedy) from error


def row(one: Labelled, sentence: Extent) -> Row:
    """The row of a labelled window, its words taken out; of its labels it keeps what lies `within` the sentence."""
    text, places = collapsed(one.report.text)
    back = {original: at for at, original in enumerate(places)}
    back[len(one.report.text)] = len(text)
    whole = within(one, [sentence]).as_json()
    made = one.report
    head = {"title": made.title, "outlet": made.outlet, "published": made.published, "style": one.style, "by": one.by}
    find = " ".join(text.split(" ")[:FIND])
    labels = without_words({name: whole[name] for name in LAYERS}, back)
    place = back[sentence[0]], back[sentence[1] - 1] + 1
    return Row(one.id, made.url or "", find, len(text), text_hash(text), place, labels, head)


def within(one: Labelled, sentences: Sequence[Extent]) -> Labelled:
    """What of `one` lies in `sentences`, each by itself, as an annotator labels who is given it alone.

    A content is cut at their ends, so that one of two sentences becomes two; of places and remarks those are kept that
    begin in a sentence.
    """
    cut = [_cut(telling, sentence) for sentence in sentences for telling in one.tellings.values()]
    tellings = {f"t{at}": telling for at, telling in enumerate((one for one in cut if one), 1)}
    places = tuple(mention for mention in one.places if _begins(mention.place.span, sentences))
    remarks = {
        name: tuple(remark for remark in found if _begins(remark.span, sentences))
        for name, found in one.remarks.items()
    }
    return replace(one, tellings=tellings, places=places, remarks=remarks)


def _begins(span: Span | None, sentences: Sequence[Extent]) -> bool:
    return span is not None and any(start <= span.start < end for start, end in sentences)


def _cut(telling: Telling, sentence: Extent) -> Telling | None:
    start, end = sentence
    inside = [part for part in telling.pieces if part.start < end and start < part.end]
    if not inside:
        return None
    text = telling.report.text
    cut = [Span.of(text, max(part.start, start), min(part.end, end)) for part in inside]
    hull = Span.of(text, cut[0].start, cut[-1].end)
    return replace(telling, content=hull, parts=tuple(cut) if len(cut) > 1 else ())


def collapsed(text: str) -> tuple[str, list[int]]:
    """`text` with white space made single, and where each code point of that stands in `text`."""
    pieces: list[str] = []
    places: list[int] = []
    at = 0
    for match in SPACE.finditer(text):
        pieces.append(text[at : match.start()])
        places.extend(range(at, match.start()))
        if pieces != [""] and match.end() < len(text):
            pieces.append(" ")
            places.append(match.start())
        at = match.end()
    pieces.append(text[at:])
    places.extend(range(at, len(text)))
    return "".join(pieces), places


def _extents(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every `start` and `end` in labels."""
    if isinstance(value, list):
        yield from (extent for one in value for extent in _extents(one))
    elif isinstance(value, dict):
        if value.get("start") is not None:
            yield value["start"], value.get("end")
        yield from (extent for one in value.values() for extent in _extents(one))


def without_words(value: Any, back: dict[int, int]) -> Any:
    """Labels with offsets mapped by `back`, without the words at them; SHORTENED ones keep their first words."""
    if isinstance(value, list):
        return [without_words(one, back) for one in value]
    if not isinstance(value, dict):
        return value
    left_out = NOT_KEPT + (NOT_KEPT_OF_TELLINGS if "content" in value else ())
    made = {key: without_words(one, back) for key, one in value.items() if key not in left_out}
    made |= {key: " ".join(made[key].split()[:FIND]) for key in SHORTENED if made.get(key)}
    if made.get("start") is not None:
        made["start"], made["end"] = back[value["start"]], back[value["end"] - 1] + 1
        made |= {key: None for key in WORDS if key in made}
    return made


def _with_words(value: Any, text: str, places: Sequence[int]) -> Any:
    """The inverse: offsets of `text`, and the words at them."""
    if isinstance(value, list):
        return [_with_words(one, text, places) for one in value]
    if not isinstance(value, dict):
        return value
    made = {key: _with_words(one, text, places) for key, one in value.items()}
    if made.get("start") is not None:
        start, end = _extent((value["start"], value["end"]), places)
        made |= {"start": start, "end": end} | {key: text[start:end] for key in WORDS if key in made}
    return made


def _extent(extent: Extent, places: Sequence[int]) -> Extent:
    start, end = extent
    if not 0 <= start < end <= len(places):
        raise SpanError(f"No span {start}:{end} in a window of {len(places)} code points.")
    return places[start], places[end - 1] + 1


@dataclass(frozen=True, slots=True)
class Found:
    """A page at hand with the labels of all its rows.

    `windows` are the rows, each with where the code points of its window stand in the page.
    """

    gold: Labelled
    windows: tuple[tuple[Row, Sequence[int]], ...]

    @property
    def sentences(self) -> tuple[Extent, ...]:
        """The ranges labelled."""
        return tuple(_extent(one.sentence, places) for one, places in self.windows)

    def within(self, found: Labelled) -> Labelled:
        """What a reader made of the labelled sentences."""
        return within(found, self.sentences)

    def labelled_by(self, others: Mapping[str, Row]) -> Labelled:
        """What another annotator labelled in the same windows; their rows by id."""
        return _labelled(self.gold.report, [(others[one.id], places) for one, places in self.windows])


def found(wanted: Iterable[Row], reports: Iterable[Report]) -> Iterator[Found]:
    """The pages among `reports` that hold windows of `wanted`, each with their labels; one window counts once."""
    left = {one.id: one for one in wanted}
    for report in reports:
        here = [(one, places) for one in left.values() if (places := _window(one, report.text)) is not None]
        if here:
            for one, _ in here:
                del left[one.id]
            yield Found(_labelled(report, here), tuple(here))


def _window(one: Row, text: str) -> Sequence[int] | None:
    """Where each code point of the window stands in `text`, None where it does not hold it."""
    pattern = r"\s+".join(map(re.escape, one.find.split(" ")))
    for match in re.finditer(pattern, text):
        tail, places = collapsed(text[match.start() :])
        if text_hash(tail[: one.chars]) == one.sha256:
            return [match.start() + place for place in places[: one.chars]]
    return None


def _labelled(report: Report, here: Sequence[tuple[Row, Sequence[int]]]) -> Labelled:
    value: dict[str, Any] = {name: [] for name in LAYERS}
    for one, places in here:
        labels = _with_words(one.labels, report.text, places)
        for name in value:
            value[name] += labels[name]
    for at, telling in enumerate(value["tellings"], 1):
        telling |= {"label": f"t{at}", "answers": None}
    first = here[0][0]
    head = {"id": first.id, "style": first.head.get("style"), "by": first.head.get("by")}
    return Labelled.from_json(head | {"sha256": text_hash(report.text)} | value, report)
