"""Labels on real pages without their texts: each row finds its words again in texts that are at hand.

A row is one labelled sentence: where the page is, the first words of its window (the sentence with its neighbours), the
window's sha256, and labels whose offsets count code points of the window. Windows are compared with white space made
single, so that a page saved in another way still serves.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from counterclaim.errors import BadValueError
from counterclaim.evaluating.labelled import REMARKS, Labelled
from counterclaim.model.report import Report, text_hash
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling

LEAST = 0.8  # of the rows must be found, else no figure is given
SPACE = re.compile(r"\s+")
FIND = 6  # words that find a window again
LAYERS = ("tellings", "places", *REMARKS)
WORDS = ("text", "written")
NOT_KEPT = ("prefix", "suffix")
NOT_KEPT_OF_TELLINGS = ("id", "answers")  # they hang on the report, which is another where the page is found again


@dataclass(frozen=True, slots=True)
class Row:
    """One labelled sentence: `find` and `chars` lead to its window, `sentence` is the range labelled in it."""

    id: str
    address: str
    find: str
    chars: int
    sha256: str
    sentence: tuple[int, int]
    labels: dict[str, Any]
    head: dict[str, Any]

    def as_json(self) -> dict[str, Any]:
        """The row as a line of the file."""
        names = ("id", "address", "find", "chars", "sha256", "sentence")
        return self.head | {name: getattr(self, name) for name in names} | {"labels": self.labels}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "Row":
        """The row that `as_json` wrote. Raises BadValueError where a value is missing."""
        head = {name: value.get(name) for name in ("title", "outlet", "published", "style", "by")}
        try:
            names = ("id", "address", "find", "chars", "sha256", "labels")
            start, end = value["sentence"]
            return cls(sentence=(start, end), head=head, **{name: value[name] for name in names})
        except (KeyError, ValueError) as error:
            raise BadValueError(f"A row is not complete ({error!r}).", "Take the file as it was published.") from error


def rows(path: Path) -> list[Row]:
    """The rows of a file of labels. Raises BadValueError, OSError."""
    return [Row.from_json(json.loads(line)) for line in path.read_text("utf-8").splitlines() if line]


def row(one: Labelled, sentence: tuple[int, int]) -> Row:
    """The row of a labelled window, its words taken out, and with them the labels that begin outside `sentence`."""
    text, places = collapsed(one.report.text)
    back = {original: at for at, original in enumerate(places)}
    back[len(one.report.text)] = len(text)
    whole = one.as_json()
    kept = {name: [item for item in whole[name] if _begins(item, sentence)] for name in LAYERS}
    made = one.report
    head = {"title": made.title, "outlet": made.outlet, "published": made.published, "style": one.style, "by": one.by}
    find = " ".join(text.split(" ")[:FIND])
    labels = without_words(kept, back)
    place = back[sentence[0]], back[sentence[1] - 1] + 1
    return Row(one.id, made.url or "", find, len(text), text_hash(text), place, labels, head)


def _begins(item: dict[str, Any], within: tuple[int, int]) -> bool:
    start: int = item["content"]["start"] if "content" in item else item["start"]
    return within[0] <= start < within[1]


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


def without_words(value: Any, back: dict[int, int]) -> Any:
    """Labels with offsets mapped by `back` and the words at them left out."""
    if isinstance(value, list):
        return [without_words(one, back) for one in value]
    if not isinstance(value, dict):
        return value
    left_out = NOT_KEPT + (NOT_KEPT_OF_TELLINGS if "content" in value else ())
    made = {key: without_words(one, back) for key, one in value.items() if key not in left_out}
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
        start, end = places[value["start"]], places[value["end"] - 1] + 1
        made |= {"start": start, "end": end} | {key: text[start:end] for key in WORDS if key in made}
    return made


@dataclass(frozen=True, slots=True)
class Found:
    """A page at hand with the labels of all its rows, and the ranges of the sentences labelled."""

    gold: Labelled
    sentences: tuple[tuple[int, int], ...]

    def within(self, found: Labelled) -> Labelled:
        """What a reader made of the labelled sentences; contents are cut at their ends, as the labels are."""
        cut = ((label, self._cut(telling)) for label, telling in found.tellings.items())
        tellings = {label: telling for label, telling in cut if telling is not None}
        places = tuple(one for one in found.places if one.place.span and self._sentence(one.place.span.start))
        return replace(found, tellings=tellings, places=places)

    def _sentence(self, place: int) -> tuple[int, int] | None:
        return next((one for one in self.sentences if one[0] <= place < one[1]), None)

    def _cut(self, telling: Telling) -> Telling | None:
        parts = telling.parts or (telling.content,)
        inside = [(part, one) for part in parts for one in self.sentences if part.start < one[1] and one[0] < part.end]
        if not inside:
            return None
        text = telling.report.text
        cut = [Span.of(text, max(part.start, one[0]), min(part.end, one[1])) for part, one in inside]
        hull = Span.of(text, cut[0].start, cut[-1].end)
        return replace(telling, content=hull, parts=tuple(cut) if len(cut) > 1 else ())


def found(wanted: Iterable[Row], reports: Iterable[Report]) -> Iterator[Found]:
    """The pages among `reports` that hold windows of `wanted`, each with their labels; one window counts once."""
    left = {one.id: one for one in wanted}
    for report in reports:
        here = [(one, places) for one in left.values() if (places := _window(one, report.text)) is not None]
        if here:
            for one, _ in here:
                del left[one.id]
            yield _page(report, here)


def _window(one: Row, text: str) -> Sequence[int] | None:
    """Where each code point of the window stands in `text`, None where it does not hold it."""
    pattern = r"\s+".join(map(re.escape, one.find.split(" ")))
    for match in re.finditer(pattern, text):
        tail, places = collapsed(text[match.start() :])
        if hashlib.sha256(tail[: one.chars].encode()).hexdigest() == one.sha256:
            return [match.start() + place for place in places[: one.chars]]
    return None


def _page(report: Report, here: Sequence[tuple[Row, Sequence[int]]]) -> Found:
    value: dict[str, Any] = {name: [] for name in LAYERS}
    for one, places in here:
        labels = _with_words(one.labels, report.text, places)
        for name in value:
            value[name] += labels[name]
    for at, telling in enumerate(value["tellings"], 1):
        telling |= {"label": f"t{at}", "answers": None}
    by = here[0][0].head.get("by")
    head = {"id": here[0][0].id, "style": here[0][0].head.get("style"), "by": by, "sha256": text_hash(report.text)}
    sentences = tuple((places[one.sentence[0]], places[one.sentence[1] - 1] + 1) for one, places in here)
    return Found(Labelled.from_json(head | value, report), sentences)
