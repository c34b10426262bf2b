"""A stance: what a claimant holds towards a proposition, and how firmly."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from counterclaim.errors import BadValueError
from counterclaim.model.span import Span


class Polarity(StrEnum):
    """Whether the proposition is put forward, rejected, or called into question."""

    AFFIRMS = "affirms"
    DENIES = "denies"
    DOUBTS = "doubts"


class Certainty(StrEnum):
    """How firmly: as fact, with a hedge, on a condition, or as a forecast."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    CONDITIONAL = "conditional"
    FORECAST = "forecast"


FIRM = frozenset({Certainty.ASSERTED, Certainty.FORECAST})  # these leave its holder no room for doubt


@dataclass(frozen=True, slots=True)
class Stance:
    """Polarity and certainty, with the words that show them in `cues`."""

    polarity: Polarity
    certainty: Certainty
    cues: tuple[Span, ...] = ()

    @classmethod
    def parse(cls, notation: str, *, cues: tuple[Span, ...] = ()) -> Self:
        """The stance that `notation` writes, as in `denies/hedged`. Raises BadValueError."""
        polarity, _, certainty = notation.partition("/")
        try:
            return cls(Polarity(polarity), Certainty(certainty), cues)
        except ValueError as error:
            remedy = f"Write one of {', '.join(Polarity)}, a slash, and one of {', '.join(Certainty)}."
            raise BadValueError(f"{notation!r} is not a stance.", remedy) from error

    def __str__(self) -> str:
        return f"{self.polarity}/{self.certainty}"

    def compatible(self, other: "Stance") -> bool:
        """Whether one claimant can hold both towards the same proposition on one occasion.

        One polarity goes with itself at any certainty, and denial with doubt. To affirm never goes with to deny,
        and goes with doubt only if hedged or conditional: who asserts or forecasts a thing does not doubt it.
        """
        polarities = {self.polarity, other.polarity}
        if polarities == {Polarity.AFFIRMS, Polarity.DOUBTS}:
            return not any(stance.polarity is Polarity.AFFIRMS and stance.certainty in FIRM for stance in (self, other))
        return polarities != {Polarity.AFFIRMS, Polarity.DENIES}

    def as_json(self) -> dict[str, Any]:
        """`{polarity, certainty, cues}`, the public shape."""
        cues = [cue.as_json() for cue in self.cues]
        return {"polarity": str(self.polarity), "certainty": str(self.certainty), "cues": cues}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Self:
        """The stance that `as_json` wrote."""
        cues = tuple(Span.from_json(cue) for cue in value["cues"])
        return cls(Polarity(value["polarity"]), Certainty(value["certainty"]), cues)
