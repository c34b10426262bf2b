"""A place as a report names it, tied to the gazetteer as far as the words allow."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from counterclaim.errors import BadValueError, SpanError
from counterclaim.model.span import Span


class PlaceState(StrEnum):
    """How far the words are tied to the world: to one place, to several, to a region, or not."""

    RESOLVED = "resolved"
    AMBIGUOUS = "ambiguous"
    AREA = "area"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A gazetteer place the words may mean, with reasons a person can read."""

    id: str
    name: str
    reasons: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """`{id, name, reasons}`, the public shape."""
        return {"id": self.id, "name": self.name, "reasons": list(self.reasons)}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Self:
        """The candidate that `as_json` wrote."""
        return cls(value["id"], value["name"], tuple(value["reasons"]))


@dataclass(frozen=True, slots=True)
class Place:
    """The words for a place, and the place they mean.

    `id` and `name` are the gazetteer's; `within` its units, smallest first; `part` the words for a part of it
    ("the north"); `lat`, `lon` WGS 84 degrees with their `precision` in a word ("settlement"); `alternatives` the
    places not chosen or, where none was, all of them, likeliest first. Raises BadValueError where the state
    disagrees with `id` or point, or the point is not on the globe; SpanError where `span` is not `written`.
    """

    written: str
    span: Span | None
    state: PlaceState
    id: str | None = None
    name: str | None = None
    within: tuple[str, ...] = ()
    part: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str | None = None
    reasons: tuple[str, ...] = ()
    alternatives: tuple[Candidate, ...] = ()

    def __post_init__(self) -> None:
        self._check_state()
        self._check_point()
        if self.span and self.span.text != self.written:
            raise SpanError("The span of a place does not hold the words written.")

    def _check_state(self) -> None:
        if self.state is PlaceState.RESOLVED and self.id is None:
            raise BadValueError("A resolved place has no id.", "Give the id, or call it unresolved.")
        open_ = self.state in (PlaceState.AMBIGUOUS, PlaceState.UNRESOLVED)
        if open_ and (self.id, self.lat, self.lon) != (None, None, None):
            raise BadValueError(f"An {self.state} place has an id or a point.", "Put the id in `alternatives`.")

    def _check_point(self) -> None:
        if self.lat is None and self.lon is None:
            return
        if self.lat is None or self.lon is None or not (-90 <= self.lat <= 90 and -180 <= self.lon <= 180):
            remedy = "Give `lat` within ±90 and `lon` within ±180, or neither."
            raise BadValueError("A point is not on the globe.", remedy)

    @property
    def candidates(self) -> frozenset[str]:
        """The ids it can be: its own where it has one, else those of its alternatives."""
        return frozenset((self.id,) if self.id is not None else (other.id for other in self.alternatives))

    @property
    def names(self) -> frozenset[str]:
        """The names it can go by, casefolded: as written, the gazetteer's and, without an id, its alternatives'."""
        others = () if self.id is not None else tuple(other.name for other in self.alternatives)
        return frozenset(_folded(name) for name in (self.written, self.name, *others) if name is not None)

    def compatible(self, other: "Place") -> bool:
        """Whether both can be one place: they share a candidate or, where one has none, a name but for case.

        So two unresolved places are compatible if written alike. `part` is not compared, and an area is itself
        only, not what lies within it: that is refinement, which linking decides.
        """
        if self.candidates and other.candidates:
            return not self.candidates.isdisjoint(other.candidates)
        return not self.names.isdisjoint(other.names)

    def as_json(self) -> dict[str, Any]:
        """The public shape: the fields in order, the span as `start` and `end`."""
        return {
            "written": self.written,
            "start": self.span.start if self.span else None,
            "end": self.span.end if self.span else None,
            "state": str(self.state),
            "id": self.id,
            "name": self.name,
            "within": list(self.within),
            "part": self.part,
            "lat": self.lat,
            "lon": self.lon,
            "precision": self.precision,
            "reasons": list(self.reasons),
            "alternatives": [other.as_json() for other in self.alternatives],
        }

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Self:
        """The place that `as_json` wrote."""
        written, start = value["written"], value["start"]
        return cls(
            written=written,
            span=None if start is None else Span(start, value["end"], written),
            state=PlaceState(value["state"]),
            within=tuple(value["within"]),
            reasons=tuple(value["reasons"]),
            alternatives=tuple(Candidate.from_json(other) for other in value["alternatives"]),
            **{name: value[name] for name in PLAIN},
        )


PLAIN = ("id", "name", "part", "lat", "lon", "precision")


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
