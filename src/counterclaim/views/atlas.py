"""What a map shows: a disc for each settlement that tellings name, and beside it what cannot be placed.

Only ids of places and numbers come in, no word of a report; the names are the gazetteer's. Nothing is finer than a
settlement, and a telling that may mean one of several places is drawn at none of them.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from counterclaim.ledger.placed import NONE
from counterclaim.model.place import PlaceState
from counterclaim.views import placing
from counterclaim.views.calendar import Calendar, Parties
from counterclaim.views.extent import radius

KEPT = 50_000  # places kept at hand
DOUBTFUL, AREA, NO_POINT, NOT_HELD = BESIDE = ("doubtful", "area", "no_point", "not_held")
NOT_KNOWN = "not_known"  # the key of a party or kind that is not known
Row = tuple[str | None, str, str | None, str | None, int]  # place, state, party, kind, tellings


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the gazetteer with the tellings that name it, by party and kind.

    `theatre` is the one whose gazetteer has it, None where none has; `within` the areas it lies in, smallest first.
    `point` is where it lies (WGS 84 degrees), `radius` how many metres around that the settlement may reach; both None
    where it is drawn nowhere, and `why` one of BESIDE.
    """

    id: str
    name: str
    within: tuple[str, ...]
    tellings: int
    parties: Parties
    kinds: Mapping[str | None, int]
    point: tuple[float, float] | None = None
    radius: int | None = None
    why: str | None = None
    theatre: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The public shape: point and radius only where there is one."""
        value = {
            "id": self.id,
            "name": self.name,
            "within": list(self.within),
            "tellings": self.tellings,
            "parties": _keyed(self.parties),
            "kinds": _keyed(self.kinds),
        }
        if self.point is None:
            return value
        return value | {"lat": self.point[0], "lon": self.point[1], "radius_m": self.radius}


@dataclass(frozen=True, slots=True)
class Atlas:
    """Discs, and what has none. A telling that names several places is counted with each of them.

    `drawn` are settlements with a point. `beside` are, by why they are not drawn, `doubtful`: settlements that tellings
    may mean, or another of the name; `area`: areas; `no_point`: settlements whose point is not known; `not_held`: ids
    of places that no gazetteer at hand has. All with the most tellings first. `unnamed` tellings have an area known by
    its words alone ("the Dorn direction"), `unresolved` words for which no place could be found, `without` no place
    at all. `tellings` are all that were asked for, `nowhere` those of them that are tied to no settlement.
    """

    drawn: tuple[Spot, ...]
    beside: Mapping[str, tuple[Spot, ...]]
    unnamed: int
    unresolved: int
    without: int
    tellings: int
    nowhere: int

    def as_json(self) -> dict[str, Any]:
        """The public shape, as /api/map answers it."""
        return {
            "tellings": self.tellings,
            "drawn": [spot.as_json() for spot in self.drawn],
            "not_drawn": {why: [spot.as_json() for spot in self.beside[why]] for why in BESIDE}
            | {"unnamed_area": self.unnamed, "unresolved": self.unresolved, "without": self.without},
            "nowhere": self.nowhere,
        }


@dataclass(slots=True)
class _Sum:
    tellings: int = 0
    parties: Counter[str | None] = field(default_factory=Counter)
    kinds: Counter[str | None] = field(default_factory=Counter)


def atlas(rows: Iterable[Row], *, tellings: int, nowhere: int) -> Atlas:
    """The map of tellings summed up by place, state, party and kind, as `Store.by_place` gives them.

    `tellings` are all that were asked for, `nowhere` those tied to no settlement.
    """
    sums: dict[tuple[str | None, str], _Sum] = {}
    for place, state, party, kind, number in rows:
        one = sums.setdefault((place, state), _Sum())
        one.tellings += number
        one.parties[party] += number
        one.kinds[kind] += number
    spots = [_spot(place, state, one) for (place, state), one in sums.items() if place is not None]
    spots.sort(key=lambda spot: (-spot.tellings, spot.name, spot.id))
    return Atlas(
        drawn=tuple(spot for spot in spots if spot.why is None),
        beside={why: tuple(spot for spot in spots if spot.why == why) for why in BESIDE},
        unnamed=_told(sums, PlaceState.AREA),
        unresolved=_told(sums, PlaceState.UNRESOLVED) + _told(sums, PlaceState.AMBIGUOUS),
        without=_told(sums, NONE),
        tellings=tellings,
        nowhere=nowhere,
    )


def as_json(map_: Atlas, days: Calendar) -> dict[str, Any]:
    """Map and timeline in the public shape, as /api/map answers it."""
    bars = [
        {"first": bar.first.isoformat(), "last": bar.last.isoformat(), "parties": _keyed(bar.parties)}
        for bar in days.bars
    ]
    return map_.as_json() | {"timeline": {"step": days.step, "bars": bars, "undated": days.undated}}


def _spot(place: str, state: str, one: _Sum) -> Spot:
    known = _known(place)
    why = _why(state, known)
    return Spot(
        place,
        known.name if known else place,
        known.within if known else (),
        one.tellings,
        dict(one.parties),
        dict(one.kinds),
        point=known.point if known and not why else None,
        radius=known.radius if known and not why else None,
        why=why,
        theatre=known.theatre if known else None,
    )


def _why(state: str, known: "_Known | None") -> str | None:
    """Why it is not drawn; None where it is."""
    if state == PlaceState.AREA:
        return AREA
    if state == PlaceState.AMBIGUOUS:
        return DOUBTFUL
    return NOT_HELD if known is None else NO_POINT if known.point is None else None


@dataclass(frozen=True, slots=True)
class _Known:
    name: str
    within: tuple[str, ...]
    point: tuple[float, float] | None
    radius: int
    theatre: str


@lru_cache(maxsize=KEPT)
def _known(place: str) -> _Known | None:
    """What the gazetteer that has that id says of it; None where none that comes along has it."""
    found = placing.by_id(place)
    if found is None:
        return None
    within = tuple(area.name for area in found.within if area.category != "hromada")
    return _Known(found.place.name, within, found.point, radius(found.place), str(found.theatre))


def _told(sums: Mapping[tuple[str | None, str], _Sum], state: str) -> int:
    found = sums.get((None, state))
    return found.tellings if found else 0


def _keyed(numbers: Mapping[str | None, int]) -> dict[str, int]:
    """Largest first; JSON has no key for what is not known."""
    ordered = sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0] or ""))
    return {name or NOT_KNOWN: number for name, number in ordered}
