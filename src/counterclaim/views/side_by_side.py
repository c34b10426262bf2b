"""Two tellings slot by slot: what each says there, in words, and whether that is the same."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from counterclaim.printing import MASKED, places_of
from counterclaim.views import tracing

Json = Mapping[str, Any]
INFERRED = "inferred: "


@dataclass(frozen=True, slots=True)
class Row:
    """A part of a telling by its `name`, or with `of_kind` a slot of its kind, and what each has there, if anything."""

    name: str
    one: tuple[str, ...]
    other: tuple[str, ...]
    of_kind: bool = False

    @property
    def is_same(self) -> bool:
        """Whether both say the same in the same words, by whatever it was inferred."""
        mine, theirs = ([value for value in side if not value.startswith(INFERRED)] for side in (self.one, self.other))
        return mine == theirs


def rows(one: Json, other: Json) -> list[Row]:
    """What two tellings, in the public shape, say beside their words; what neither says is left out."""
    found = [Row(name, _filled(value(one)), _filled(value(other))) for name, value in PARTS]
    for name in dict.fromkeys((*one["slots"], *other["slots"])):
        mine, theirs = (_filled(slot(line["slots"].get(name))) for line in (one, other))
        found.append(Row(name, mine, theirs, of_kind=True))
    return [row for row in found if row.one or row.other]


def slot(value: Json | None) -> Iterator[str]:
    """What fills a slot of a kind: the words, whose party, and by what that was inferred where it was."""
    if value is None:
        return
    yield MASKED if value.get("masked") else value.get("written") or ""
    if value.get("party") not in (None, "none"):
        yield value["party"]
    if value.get("inferred"):
        yield f"{INFERRED}{value['inferred']}"


def _filled(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(value for value in values if value)


def _claimant(line: Json) -> Iterator[str]:
    last = line["chain"][-1]
    yield tracing.called(last, line["sentence"])
    if last.get("party") not in (None, "none"):
        yield str(last["party"])


def _relays(line: Json) -> Sequence[str]:
    return [tracing.called(source, line["sentence"]) for source in line["chain"][1:-1]]


def _stance(line: Json) -> Iterator[str]:
    stance = line["stance"]
    if stance:
        yield f"{stance['polarity']}, {stance['certainty']}"
        yield from (f"“{cue['text']}”" for cue in stance["cues"])


def _label(name: str) -> Callable[[Json], Sequence[str]]:
    return lambda line: [str(line[name] or "").replace("_", " ")]


def _words(name: str) -> Callable[[Json], Sequence[str]]:
    return lambda line: [line[name]["text"]] if line[name] else []


def _day(name: str) -> Callable[[Json], Sequence[str]]:
    def found(line: Json) -> Sequence[str]:
        dated = line[name]
        return [_once(dated["edtf"], dated["written"])] if dated else []

    return found


def _once(first: str | None, second: str | None) -> str:
    """The first, with the second in brackets where that is other."""
    return f"{first} ({second})" if first and second and first != second else first or second or ""


def _addressee(line: Json) -> Sequence[str]:
    return [tracing.called(line["addressee"], line["sentence"])] if line["addressee"] else []


def _places(line: Json) -> Sequence[str]:
    """As written, and which place that is: "Rovno (Rivne, Pokrovsk raion, Donetsk oblast)", "Rovno (ambiguous)"."""
    return [_once(place["written"], _which(place)) for place in places_of(line)]


def _which(place: Json) -> str:
    if place["state"] != "resolved" or not place["name"]:
        return str(place["state"])
    return ", ".join((place["name"], *place["within"][:2]))


def _quantities(line: Json) -> Sequence[str]:
    return [_once(count["written"], str(count["metric"] or "").replace("_", " ")) for count in line["quantities"]]


def _knowledge(line: Json) -> Sequence[str]:
    found = line["knowledge"]
    return [] if found in (None, "none_stated") else [found.replace("_", " ")]


def _loaded(line: Json) -> Sequence[str]:
    return [f"{word['written']} ({word['use']})" for word in line["loaded"]]


def _notes(line: Json) -> Sequence[str]:
    return [*(note.replace("_", " ") for note in line["notes"]), *(["background"] if line["background"] else [])]


PARTS: tuple[tuple[str, Callable[[Json], Iterable[str]]], ...] = (
    ("claimant", _claimant),
    ("relays", _relays),
    ("addressee", _addressee),
    ("voice", _label("voice")),
    ("quote", _label("quote")),
    ("cue", _words("cue")),
    ("kind", _label("kind")),
    ("stance", _stance),
    ("place", _places),
    ("when", _day("when")),
    ("said", _day("said")),
    ("quantities", _quantities),
    ("knowledge", _knowledge),
    ("loaded", _loaded),
    ("notes", _notes),
)
