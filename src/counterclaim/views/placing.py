"""A place of any theatre that comes with the program: by its id, or by a name in any spelling."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from counterclaim.theatres import theatre
from counterclaim.theatres.gazetteer import SAME, Gazetteer, Named, distance, gazetteer
from counterclaim.theatres.rows import PlaceRow

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """A place, the theatre it is of, and its gazetteer; of a place that no gazetteer at hand has, no theatre."""

    theatre: str | Path | None
    place: PlaceRow
    places: Gazetteer

    @property
    def within(self) -> tuple[PlaceRow, ...]:
        """What it lies in, the smallest first."""
        return tuple(self.places.above(self.place))

    @property
    def full_name(self) -> str:
        """Its name with raion, oblast and country, which tell it from others of that name."""
        above = (area.name for area in self.within if area.category != "hromada")
        return ", ".join((self.place.name, *above))

    @property
    def point(self) -> tuple[float, float] | None:
        """Where its own point lies (WGS 84 degrees); None where it has none that may be shown."""
        place = self.place
        return None if place.lat is None or place.lon is None else (place.lat, place.lon)

    def parties(self) -> dict[str, str]:
        """The names of its theatre's parties by id."""
        known = theatre.outline(self.theatre).parties if self.theatre else ()
        return {party.id: party.name for party in known}


@dataclass(frozen=True, slots=True)
class Meant:
    """A place that a name may mean, and by what; `km` from the place it is shown beside, None where that is unknown."""

    found: Found
    named: Named
    km: float | None = None

    @property
    def is_own(self) -> bool:
        """Whether it is a name of the place, and not only like one."""
        return self.named.near >= SAME


def theatres(asked: str | Path | None = None) -> list[str | Path]:
    """The theatre asked for, else all that come with the program."""
    return [asked] if asked else list(theatre.names())


def by_id(name: str, asked: str | Path | None = None) -> Found | None:
    """The place of that id."""
    for one in theatres(asked):
        places = gazetteer(theatre.folder(one))
        place = places.place(name)
        if place:
            return Found(one, place, places)
    return None


def without_gazetteer(id_: str, name: str) -> Found:
    """A place that tellings have from a gazetteer that is not at hand."""
    return Found(None, PlaceRow(id_, "settlement", "settlement", name), Gazetteer((), (), ()))


def by_name(name: str, asked: str | Path | None = None) -> list[Meant]:
    """The places that a name may mean, those it fits best first, as `counterclaim gazetteer` has them."""
    found = [
        Meant(Found(one, named.place, places), named)
        for one in theatres(asked)
        for places in (gazetteer(theatre.folder(one)),)
        for named in places.named(name)
    ]
    return sorted(found, key=lambda one: (-one.named.near, -(one.named.place.population or 0)))


def namesakes(found: Found) -> list[Meant]:
    """Other places of its theatre that one of its names may mean as their own, the nearest first; areas left out."""
    others: dict[str, Named] = {}
    for spelling in spellings(found):
        for named in found.places.named(spelling):
            if named.near >= SAME and named.place.type == "settlement" and named.place.id != found.place.id:
                others.setdefault(named.place.id, named)
    made = (Meant(Found(found.theatre, one.place, found.places), one, _km(found, one.place)) for one in others.values())
    return sorted(made, key=lambda one: (one.km is None, one.km or 0.0, one.found.place.id))


def aliases(found: Found) -> list[Json]:
    """Its curated spellings: `{language, text, note}`, in the order of the theatre's table."""
    rows = found.places.spellings(found.place.id)
    return [{"language": row.language, "text": row.spelling, "note": row.note} for row in rows]


def spellings(found: Found) -> Iterator[str]:
    """All its names, each once: today's in all languages, its curated spellings, former ones."""
    place = found.place
    names = (place.name, *(one.text for one in place.names), *(row["text"] for row in aliases(found)))
    yield from dict.fromkeys((*names, *(one.text for one in place.former)))


def row(found: Found) -> Json:
    """What the gazetteer knows of a place, in the public shape."""
    place = found.place
    return {
        "id": place.id, "name": place.name, "type": place.type, "category": place.category,
        "within": [area.name for area in found.within], "lat": place.lat, "lon": place.lon,
        "population": place.population, "source": place.source, "licence": place.licence,
        "names": [{"language": name.language, "text": name.text} for name in place.names],
        "former": [
            {"language": name.language, "text": name.text, "until": name.until.edtf if name.until else None}
            for name in place.former
        ],
    }  # fmt: skip


def candidate(meant: Meant) -> Json:
    """The same of a place that a name may mean, with how near the name is and why: as `gazetteer --json` prints it."""
    return row(meant.found) | {"near": round(meant.named.near, 2), "reasons": [meant.named.how]}


def _km(found: Found, other: PlaceRow) -> float | None:
    if found.point is None or other.lat is None or other.lon is None:
        return None
    return distance(found.point, (other.lat, other.lon))


def settlements(meant: Iterable[Meant]) -> list[Meant]:
    """Those that are settlements and bear the name as their own."""
    return [one for one in meant if one.is_own and one.found.place.type == "settlement"]


def likely(meant: Iterable[Meant], told: Collection[str]) -> Meant | None:
    """The one place that is meant: the only one of that name, else the only one of which something is `told` (ids)."""
    found = settlements(meant) or [one for one in meant if one.is_own]
    if len(found) == 1:
        return found[0]
    held = [one for one in found if one.found.place.id in told]
    return held[0] if len(held) == 1 else None
