"""Makes a theatre's gazetteer from a GeoNames extract (`UA.txt` of download.geonames.org/export/dump; CC BY 4.0).

Its columns are those of GeoNames' readme: id, name, ASCII name, other names, point, class and code of the feature,
country, …, levels of administration, …, population. Settlements (class P) and areas of the first two levels are kept.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from counterclaim.errors import TheatreError
from counterclaim.lang.name_key import name_key
from counterclaim.theatres.gazetteer import COLUMNS, KEYS, TABLE, index
from counterclaim.theatres.rows import Language
from counterclaim.theatres.theatre import outline

FIELDS = 19
ID, NAME, ASCII, OTHERS, LAT, LON, CLASS, CODE, COUNTRY, FIRST, SECOND, PEOPLE = 0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 14
AREAS = {"ADM1": "oblast", "ADM2": "raion"}
GONE = ("PPLH", "PPLQ", "PPLW", "PPLX")  # historical, abandoned and destroyed places, quarters
CITY, TOWN = 50_000, 5_000  # people: GeoNames has no categories of settlements


def imported(extract: Path, folder: Path) -> int:
    """Writes `gazetteer.tsv` and its keys into a theatre's folder; how many places that are.

    Raises TheatreError where the file is no GeoNames extract, or there is no theatre in the folder.
    """
    languages = outline(folder).languages
    rows = [cells for line in extract.read_text("utf-8").splitlines() if (cells := _cells(line, extract))]
    areas = {_area(cells): cells[ID] for cells in rows if cells[CLASS] == "A" and cells[CODE] in AREAS}
    made = sorted(_row(cells, areas, languages) for cells in _kept(rows))
    (folder / TABLE).write_text("\n".join(["\t".join(COLUMNS), *made]) + "\n", "utf-8")
    (folder / KEYS).write_text("\n".join(index(folder / TABLE)) + "\n", "utf-8")
    return len(made)


def _cells(line: str, extract: Path) -> list[str]:
    cells = line.split("\t")
    if line and len(cells) != FIELDS:
        message = f"{extract.name} is no GeoNames extract: a line has {len(cells)} cells, not {FIELDS}."
        raise TheatreError(message, "Take a country's file of download.geonames.org/export/dump, unpacked.")
    return cells if line else []


def _kept(rows: Sequence[list[str]]) -> Iterator[list[str]]:
    for cells in rows:
        if (cells[CLASS] == "P" and cells[CODE] not in GONE) or (cells[CLASS] == "A" and cells[CODE] in AREAS):
            yield cells


def _area(cells: Sequence[str]) -> tuple[str, ...]:
    """What names an area of the first or the second level: its country and codes."""
    codes = (cells[COUNTRY], cells[FIRST], cells[SECOND])
    return codes if cells[CODE] == "ADM2" else codes[:2]


def _row(cells: Sequence[str], areas: dict[tuple[str, ...], str], languages: Sequence[Language]) -> str:
    settlement = cells[CLASS] == "P"
    people = int(cells[PEOPLE] or 0)
    size = "city" if people >= CITY else "town" if people >= TOWN else "village"
    codes = (cells[COUNTRY], cells[FIRST], cells[SECOND])
    above = areas.get(codes) if settlement else None
    above = above or (areas.get(codes[:2]) if settlement or cells[CODE] == "ADM2" else None)
    row = {
        "id": f"gn{cells[ID]}",
        "type": "settlement" if settlement else "area",
        "category": size if settlement else AREAS[cells[CODE]],
        "name": cells[ASCII] or cells[NAME],
        "names": "|".join(_names(cells, languages)),
        "within": f"gn{above}" if above else "",
        "population": str(people or ""),
    }
    if settlement:
        row |= {"lat": cells[LAT], "lon": cells[LON], "source": "GeoNames", "licence": "CC BY 4.0"}
    return "\t".join(row.get(column, "") for column in COLUMNS)


def _names(cells: Sequence[str], languages: Sequence[Language]) -> Iterator[str]:
    """Other spellings in a script that the theatre has, one for each key."""
    seen = {name_key(cells[ASCII] or cells[NAME])}
    for name in cells[OTHERS].split(","):
        scripts = {unicodedata.name(char, "?").split()[0].capitalize() for char in name if char.isalpha()}
        code = "en" if scripts == {"Latin"} else next((one.code for one in languages if {one.script} == scripts), None)
        if code and "|" not in name and (key := name_key(name)) not in seen:
            seen.add(key)
            yield f"{code}:{name.strip()}"
