"""Tellings that may mean a place, or another of its name: which others, how often, and why it is open."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from counterclaim.masking.shown import Shown
from counterclaim.printing import places_of

Json = Mapping[str, Any]
MOST = 200  # doubtful tellings of a place that are gone through


@dataclass(frozen=True, slots=True)
class Doubt:
    """A telling (`line`) with the place that is open: the words, the candidates with reasons, why none was chosen."""

    line: Json
    place: Json

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why it is open."""
        return tuple(self.place["reasons"])


@dataclass(frozen=True, slots=True)
class Other:
    """A place that doubtful tellings may mean: in how many, and what speaks for and against it, most often told first.

    `reasons` has a pair for each: the reason, in how many of the tellings it was given.
    """

    id: str
    name: str
    tellings: int
    reasons: tuple[tuple[str, int], ...]


def doubtful(shown: Shown, place: str) -> list[Doubt]:
    """The tellings that may mean a place, or another: the MOST that were published last, the latest first."""
    found = (_doubt(shown.telling(name), place) for name in shown.store.open_at(place, limit=MOST))
    return [one for one in found if one]


def _doubt(line: Json, place: str) -> Doubt | None:
    for one in places_of(line):
        if one["id"] is None and any(other["id"] == place for other in one["alternatives"]):
            return Doubt(line, one)
    return None


def others(doubts: Iterable[Doubt]) -> list[Other]:
    """All places that these tellings may mean, the likeliest most often first."""
    names: dict[str, str] = {}
    told: Counter[str] = Counter()
    first: Counter[str] = Counter()
    reasons: dict[str, Counter[str]] = {}
    for doubt in doubts:
        for at, other in enumerate(doubt.place["alternatives"]):
            names.setdefault(other["id"], other["name"])
            told[other["id"]] += 1
            first[other["id"]] += at == 0
            reasons.setdefault(other["id"], Counter()).update(other["reasons"])
    order = sorted(told, key=lambda name: (-told[name], -first[name], name))
    return [Other(name, names[name], told[name], tuple(reasons[name].most_common())) for name in order]
