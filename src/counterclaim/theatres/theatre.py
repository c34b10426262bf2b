"""A theatre: a conflict's parties, languages, places, actors, outlets and loaded words, read from its folder.

The format is docs/theatres.md. Reading goes on after a fault, so that one run names them all.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from counterclaim.errors import TheatreError
from counterclaim.model.when import When
from counterclaim.theatres import checks, records, tables
from counterclaim.theatres.fields import Fault, Row
from counterclaim.theatres.rows import Actor, Alias, Language, LoadedWord, Outlet, Party, PlaceRow

PACKAGE = Path(__file__).parent
FILES = ("theatre.yml", "gazetteer.tsv", "aliases.tsv", "actors.yml", "outlets.yml", "loaded.yml")
SHOWN = 5  # faults in an error's message; `faults` has them all

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Theatre:
    """A conflict's data. A made-up one has a `notice`, with which each of its reports begins.

    `regions` are areas that consist of others, by id; `held` are ids of places that others than their country have held
    for years; `third` names and peoples of third parties; `given` names and endings of `families` in Latin letters are
    those of the peoples at war; `time_zone` the IANA name of the zone by which its days are told.
    """

    name: str
    title: str
    made_up: bool
    notice: str | None
    period: When | None
    parties: tuple[Party, ...]
    languages: tuple[Language, ...]
    fought_over: tuple[str, ...] = ()
    regions: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    held: tuple[str, ...] = ()
    third: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    time_zone: str | None = None
    places: tuple[PlaceRow, ...] = ()
    aliases: tuple[Alias, ...] = ()
    actors: tuple[Actor, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    loaded: tuple[LoadedWord, ...] = ()


@cache
def names() -> tuple[str, ...]:
    """The theatres that come with the package."""
    return tuple(sorted(path.parent.name for path in PACKAGE.glob("*/theatre.yml")))


def load(name_or_path: str | Path) -> Theatre:
    """The theatre of that name in the package, or in that folder. Raises TheatreError where it is not there or faulty.

    A name wins over a folder of that name; a Path is always a folder.
    """
    theatre, found = _read(folder(name_or_path))
    if found:
        shown = [str(fault) for fault in found]
        more = f" And {len(shown) - SHOWN} more." if len(shown) > SHOWN else ""
        message = f"The theatre {theatre.name or name_or_path!s} has faults ({len(shown)}). " + " ".join(shown[:SHOWN])
        raise TheatreError(message + more, "`counterclaim theatre check FOLDER` lists them all.", tuple(shown))
    return theatre


@cache
def loaded_words(name: str) -> tuple[LoadedWord, ...]:
    """The loaded words of the theatre `name`, read alone; none where the package has no such theatre."""
    if name not in names():
        return ()
    return tuple(records.loaded(row) for row in tables.sequence(PACKAGE / name / "loaded.yml", records.LOADED, []))


@cache
def outline(name_or_path: str | Path) -> Theatre:
    """A theatre without its rows (places, actors, words), as `theatre.yml` alone tells it.

    Raises TheatreError where there is no such theatre.
    """
    return _theatre(folder(name_or_path), [])


def faults(name_or_path: str | Path) -> list[str]:
    """Everything wrong in a theatre: file, line, what, and what to do. Raises TheatreError where there is no folder."""
    return [str(fault) for fault in _read(folder(name_or_path))[1]]


def folder(name_or_path: str | Path) -> Path:
    """The folder of a theatre. Raises TheatreError where there is none."""
    if isinstance(name_or_path, str) and name_or_path in names():
        return PACKAGE / name_or_path
    path = Path(name_or_path)
    if not path.is_dir():
        message = f"There is no theatre {str(name_or_path)!r}."
        raise TheatreError(message, f"Give a folder, or one of {', '.join(names())}.")
    return path


def _read(path: Path) -> tuple[Theatre, list[Fault]]:
    found: list[Fault] = []
    theatre = _theatre(path, found)

    def rows(file: str, columns: tuple[str, ...], read: Callable[[Row], T]) -> list[tuple[Row, T]]:
        listed = tables.table if file.endswith(".tsv") else tables.sequence
        return [(row, read(row)) for row in listed(path / file, columns, found)]

    places = rows("gazetteer.tsv", records.PLACE, records.place)
    aliases = rows("aliases.tsv", records.ALIAS, records.alias)
    actors = rows("actors.yml", records.ACTOR, records.actor)
    outlets = rows("outlets.yml", records.OUTLET, records.outlet)
    loaded = rows("loaded.yml", records.LOADED, records.loaded)
    whole = replace(
        theatre,
        places=_second(places),
        aliases=_second(aliases),
        actors=_second(actors),
        outlets=_second(outlets),
        loaded=_second(loaded),
    )
    checks.check_places(places, whole.languages)
    checks.check_aliases(aliases, whole.places, whole.languages)
    checks.check_actors(actors, whole.parties, whole.languages, made_up=whole.made_up)
    checks.check_outlets(outlets, whole.actors, whole.parties, whole.languages, made_up=whole.made_up)
    checks.check_loaded(loaded, whole.parties)
    if whole.made_up:
        found += [fault for file in FILES for fault in _unmarked(path / file)]
    return whole, sorted(dict.fromkeys(found), key=lambda fault: (FILES.index(fault.file), fault.line))


def _theatre(path: Path, found: list[Fault]) -> Theatre:
    row = tables.mapping(path / "theatre.yml", found)
    row.only(records.THEATRE)
    theatre = Theatre(
        name=row.text("name"),
        title=row.text("title"),
        made_up=row.flag("made_up"),
        notice=row.optional("notice"),
        period=records.period(row),
        parties=records.parties(row),
        languages=records.languages(row),
        fought_over=row.texts("fought_over"),
        regions=records.regions(row),
        held=row.texts("held"),
        third=row.texts("third"),
        given=tuple(name.casefold() for name in row.texts("given")),
        families=row.texts("families"),
        time_zone=records.time_zone(row),
    )
    if theatre.name and theatre.name != path.resolve().name:
        row.fault(f"It is called {theatre.name!r}, its folder {path.resolve().name!r}.", "Give both one name.")
    if theatre.made_up and not _says_so(theatre.notice or ""):
        row.fault("A made-up theatre has no notice that says so.", 'Write notice: "[MADE UP] …".')
    checks.check_parties(row, theatre.parties, theatre.languages)
    return theatre


def _unmarked(path: Path) -> list[Fault]:
    written = tables.text(path, [])
    first = (written or "").partition("\n")[0]
    if written is None or (first.startswith("#") and _says_so(first)):
        return []
    return [Fault(path.name, 1, "Its first line does not say that it is made up.", "Begin it with # MADE UP.")]


def _says_so(text: str) -> bool:
    return checks.MADE_UP in text.casefold()


def _second(pairs: list[tuple[Row, T]]) -> tuple[T, ...]:
    return tuple(record for _, record in pairs)
