"""The places of a theatre, found by name in any spelling: Latin or Cyrillic, present or former, bent by a case.

`gazetteer.tsv` holds a row a place. Of a large theatre `gazetteer.keys` says beforehand which rows the key of a name
leads to (a line a key, sorted), so that opening it costs no more than reading two files; rows are parsed when asked
for.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from hashlib import sha256
from itertools import pairwise
from math import asin, cos, degrees, radians, sin, sqrt
from pathlib import Path

from counterclaim.errors import TheatreError
from counterclaim.lang.name_key import ENDING, Heard, closeness, is_cyrillic, name_key, name_keys, uprights
from counterclaim.theatres import records, tables
from counterclaim.theatres.fields import Fault, Row
from counterclaim.theatres.rows import Alias, PlaceRow
from counterclaim.theatres.theatre import folder

TABLE, KEYS, ALIASES = "gazetteer.tsv", "gazetteer.keys", "aliases.tsv"
COLUMNS = records.PLACE
ENGLISH = "en"
KNOWN = 20_000  # people from which a town is known beyond its region
EARTH = 6371.0  # km, its mean radius
ROUNDING = 1e-9  # by which fractions that are the same may differ
DEGREE = 110  # km, somewhat less than a degree of latitude has
SAME = ENDING  # closeness from which two spellings are one name
WITHIN, LAT, LON, PEOPLE = map(COLUMNS.index, ("within", "lat", "lon", "population"))


@dataclass(frozen=True, slots=True)
class Named:
    """A place that a name may mean, and how the name is its: `how` for a person, `near` from 0 to 1 (its own).

    `is_alias`: the spelling is one of the curated ones.
    """

    place: PlaceRow
    how: str
    near: float
    is_alias: bool = False

    @property
    def is_current(self) -> bool:
        """Whether it is a name of the place today."""
        also = self.how.startswith("is also")
        return not self.is_alias and not also and self.near >= SAME and self.how.startswith("is ")

    @property
    def is_large(self) -> bool:
        """Whether the place has so many people that readers of the news know it."""
        return (self.place.population or 0) >= KNOWN

    @property
    def is_known(self) -> bool:
        """Whether readers of the news know the place by that name."""
        return self.is_large or self.is_alias


class Gazetteer:
    """The places of one theatre by name and by id."""

    def __init__(self, lines: Sequence[str], keys: Sequence[str], aliases: Sequence[Alias]) -> None:
        self._lines = lines
        self._keys = keys
        self._curated = aliases
        self._aliases: dict[str, list[Alias]] = defaultdict(list)
        for alias in aliases:
            self._aliases[name_key(alias.spelling)].append(alias)
        self._rows: dict[int, PlaceRow] = {}
        self._known: dict[str, list[Named]] = {}  # by the name asked for

    def __len__(self) -> int:
        return len(self._lines)

    def named(self, name: str) -> list[Named]:
        """The places that may be meant by `name`, in any case and script, those it fits best first."""
        if name not in self._known:
            found = self._looked_up(name)
            for id_, one in (pair for upright in uprights(name) for pair in self._looked_up(upright).items()):
                if one.near >= SAME and (id_ not in found or found[id_].near < SAME):
                    found[id_] = replace(one, near=SAME)
            best_first = sorted(found.values(), key=lambda one: (-one.near, -(one.place.population or 0), one.place.id))
            self._known[name] = best_first
        return self._known[name]

    def _looked_up(self, name: str) -> dict[str, Named]:
        found: dict[str, Named] = {}
        for key in name_keys(name):
            for place in map(self._row, self._numbers(key)):
                found.setdefault(place.id, _named(place, name))
            for alias in self._aliases.get(key, ()):
                one = self.place(alias.id)
                near = closeness(alias.spelling, name)
                held = found.get(one.id) if one else None
                as_written = alias.spelling.casefold() == name.casefold()
                bent = near == SAME and is_cyrillic(name)
                if one and (held is None or as_written or bent or near > held.near):
                    how = f"is called {alias.spelling} ({alias.note or 'curated'})"
                    found[one.id] = Named(one, how, near, is_alias=True)
        return found

    def around(self, points: Sequence[tuple[float, float]], km: float) -> list[tuple[PlaceRow, float]]:
        """Settlements within `km` of some of `points`, and how many km they lie from the last of these."""
        found: dict[int, float] = {}
        for point in dict.fromkeys(reversed(points)):
            south, north = ((point[0] + way * km / DEGREE,) for way in (-1, 1))
            wide = _wide(point[0], km)
            for lat, lon, number in self._placed[bisect_left(self._placed, south) : bisect_left(self._placed, north)]:
                near = number not in found and abs((lon - point[1] + 180) % 360 - 180) <= wide
                if near and (off := distance(point, (lat, lon))) <= km:
                    found[number] = off
        return [(self._row(number), off) for number, off in found.items()]

    def near_misses(self, name: str, around: Iterable[tuple[PlaceRow, float]]) -> list[Named]:
        """Of settlements `around` those whose name is one letter, or syllable, from `name`, the closest first."""
        heard = Heard(name)
        letters = len(heard.sound)
        least = letters / (letters + 2) - ROUNDING
        found = []
        for place, off in around:
            best = max(heard.closeness(spelling, least) for spelling in _spellings(place))
            if best < SAME and best * (letters + 2) >= letters:  # some two letters in a name of twelve
                how = f"sounds nearly like {place.name}, {off:.0f} km from a place of the report"
                found.append(Named(place, how, best))
        return sorted(found, key=lambda one: (-one.near, one.place.id))

    def place(self, id_: str) -> PlaceRow | None:
        """The place of that id."""
        at = bisect_left(self._ids, id_)
        return self._row(at) if at < len(self._ids) and self._ids[at] == id_ else None

    def spellings(self, id_: str) -> list[Alias]:
        """The curated spellings of the place of that id, in the order of their table."""
        return [alias for alias in self._curated if alias.id == id_]

    def above(self, place: PlaceRow) -> list[PlaceRow]:
        """The areas it lies in, the smallest first."""
        found: list[PlaceRow] = []
        while place.within and (one := self.place(place.within)) and one not in found:
            found.append(one)
            place = one
        return found

    def point(self, place: PlaceRow) -> tuple[tuple[float, float], bool] | None:
        """Where it lies, and whether that is its own point; else the middle of its neighbours in the same area."""
        if place.lat is not None and place.lon is not None:
            return (place.lat, place.lon), True
        if place.type == "settlement" and place.within:
            middle = self._middles.get(place.within)
            return (middle, False) if middle else None
        return None

    @cached_property
    def _ids(self) -> list[str]:
        return [line[: line.index("\t")] for line in self._lines]

    def _numbers(self, key: str) -> list[int]:
        at = bisect_left(self._keys, f"{key}\t")
        if at < len(self._keys) and self._keys[at].startswith(f"{key}\t"):
            return [int(number) for number in self._keys[at][len(key) + 1 :].split(",")]
        return []

    def _row(self, number: int) -> PlaceRow:
        if number not in self._rows:
            self._rows[number] = _parsed(number, self._lines[number])
        return self._rows[number]

    def towns(self, west: float, south: float, east: float, north: float) -> list[PlaceRow]:
        """Settlements of KNOWN people and more whose own point lies within these degrees, the largest first."""
        found = [at for lat, lon, at in self._towns if west <= lon <= east and south <= lat <= north]
        return sorted(map(self._row, found), key=lambda place: (-(place.population or 0), place.id))

    @cached_property
    def _middles(self) -> dict[str, tuple[float, float]]:
        """By the id of an area the middle of what lies right in it, as far as it has points."""
        found: dict[str, list[tuple[float, float]]] = defaultdict(list)
        for line in self._lines:
            cells = line.split("\t", LON + 1)
            if cells[LAT] and cells[LON]:
                found[cells[WITHIN]].append((float(cells[LAT]), float(cells[LON])))
        return {area: _middle(points) for area, points in found.items()}

    @cached_property
    def _towns(self) -> list[tuple[float, float, int]]:
        return [row for row in self._placed if int(self._lines[row[2]].split("\t")[PEOPLE] or 0) >= KNOWN]

    @cached_property
    def _placed(self) -> list[tuple[float, float, int]]:
        """Where each settlement lies, and the number of its row, from south to north."""
        found = []
        for number, line in enumerate(self._lines):
            cells = line.split("\t")
            if cells[1] == "settlement" and cells[LAT]:
                found.append((float(cells[LAT]), float(cells[LON]), number))
        return sorted(found)


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres between two points (WGS 84 degrees) on a sphere."""
    lat1, lon1, lat2, lon2 = map(radians, (*one, *other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))


def _wide(lat: float, km: float) -> float:
    """Degrees of longitude from a point at latitude `lat` within which all lies that is within `km` of it."""
    sine = sin(km / EARTH) / cos(radians(lat))
    return degrees(asin(sine)) if sine < 1 else 180.0


def index(table: Path) -> list[str]:
    """The lines of `gazetteer.keys`: a name's key, a tab, the numbers of the table's rows that have such a name.

    The first line is the mark of the table they were made from. Raises TheatreError where it is no table.
    """
    written = tables.text(table, []) or ""
    return [_mark(written), *_index(_body(written))]


@cache
def gazetteer(name_or_path: str | Path) -> Gazetteer:
    """The places of a theatre. Raises TheatreError where there is no such theatre."""
    return _of(folder(name_or_path).resolve())


@cache
def _of(path: Path) -> Gazetteer:
    """The places of the theatre in that folder, whichever way it was asked for."""
    written = tables.text(path / TABLE, []) or ""
    lines = _body(written)
    keys = path / KEYS
    known = keys.read_text("utf-8").splitlines() if keys.exists() else []
    if not known or known[0] != _mark(written):  # of another table
        known = _index(lines)
    found: list[Fault] = []
    aliases = [records.alias(row) for row in tables.table(path / ALIASES, records.ALIAS, found)]
    return Gazetteer(lines, known, aliases)


def _mark(table: str) -> str:
    """What says that keys belong to a table; it sorts before all keys."""
    return f"!\t{sha256(table.encode()).hexdigest()}"


def _body(text: str) -> list[str]:
    """The rows of a table in the order of their ids, without remarks and header; cells in the order of COLUMNS."""
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    header = lines[0].split("\t") if lines else []
    if sorted(header) != sorted(COLUMNS) or any(line.count("\t") != len(COLUMNS) - 1 for line in lines):
        message = f"{TABLE} is not a table with the columns {', '.join(COLUMNS)}."
        raise TheatreError(message, "`counterclaim theatre check FOLDER` says where it is not.")
    if tuple(header) != COLUMNS:
        order = [header.index(column) for column in COLUMNS]
        lines = ["\t".join(line.split("\t")[at] for at in order) for line in lines]
    rows = lines[1:]
    return rows if all(one < other for one, other in pairwise(rows)) else sorted(rows)


def _index(lines: Sequence[str]) -> list[str]:
    found: dict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        for key in filter(None, dict.fromkeys(map(name_key, _spellings(_parsed(number, line))))):
            found[key].append(number)
    return [f"{key}\t{','.join(map(str, numbers))}" for key, numbers in sorted(found.items())]


def _parsed(number: int, line: str) -> PlaceRow:
    cells = (cell or None for cell in line.split("\t"))
    return records.place(Row(TABLE, number, dict(zip(COLUMNS, cells, strict=True)), []))


def _spellings(place: PlaceRow) -> list[str]:
    return [place.name, *(name.text for name in place.names), *(name.text for name in place.former)]


def _named(place: PlaceRow, name: str) -> Named:
    """How a name that shares a key with one of a place's is its own."""
    ways = [(place.name, f"is {place.name}")]
    official = {one.language: one for one in reversed(place.names) if one.language != ENGLISH}.values()
    first = place.names if place.type == "area" else tuple(official)
    ways += [(one.text, f"is {one.text} ({one.language})") for one in first]
    ways += [(one.text, f"is also written {one.text}") for one in place.names if one not in first]
    for old in place.former:
        until = f" until {old.until}" if old.until else ""
        ways.append((old.text, f"was called {old.text} ({old.language}){until}"))
    near, order = max((closeness(spelling, name), -at) for at, (spelling, _) in enumerate(ways))
    how = ways[-order][1]
    near = min(near, SAME) if how.startswith("is also") else near
    return Named(place, how if near >= SAME else how.replace("is ", "may be ", 1), near)


def _middle(points: Sequence[tuple[float, float]]) -> tuple[float, float]:
    return sum(lat for lat, _ in points) / len(points), sum(lon for _, lon in points) / len(points)
