"""What must hold between the rows of a theatre: ids are there, rings are not, letters are of their script."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import TypeVar

from counterclaim.theatres.fields import Row
from counterclaim.theatres.records import CATEGORIES
from counterclaim.theatres.rows import Actor, Alias, Language, LoadedWord, Outlet, Party, PlaceRow

T = TypeVar("T")
Pairs = Sequence[tuple[Row, T]]  # what was read, beside the row it was read from

DOMAIN = re.compile(r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")
ADDRESS = re.compile(r"https?://[^\s/.]+(\.[^\s/.]+)+(/\S*)?")
NONE = "none"  # the party of third parties, in every theatre
MADE_UP = "made up"  # the source of what nobody can look up
ENGLISH = Language("en", "English", "Latin")  # the reports' language, in every theatre
NEVER_IN = {"country": CATEGORIES["area"], "oblast": ("raion", "hromada"), "raion": ("hromada",)}  # areas by size


def check_parties(row: Row, parties: Sequence[Party], languages: Sequence[Language]) -> None:
    """Ids and codes are unique, `none` is nobody's, opponents are others that exist."""
    ids = [party.id for party in parties]
    for name in _twice(ids) + _twice([language.code for language in languages]):
        row.fault(f"{name!r} stands twice.", "Give each party and each language one row.")
    if not parties or NONE in ids:
        row.fault("A theatre has parties, and none is called 'none'.", "Third parties are 'none' without a row.")
    for party in parties:
        for other in party.opposes:
            if other not in ids or other == party.id:
                row.fault(f"{party.id!r} opposes {other!r}.", f"Name others of {', '.join(ids)}.")


def check_places(pairs: Pairs[PlaceRow], languages: Sequence[Language]) -> None:
    """Ids are unique, `within` leads to larger areas, points are whole, owned and none of an area's.

    Names are in the letters of their language, the official one in Latin letters.
    """
    _check_unique([(row, place.id) for row, place in pairs])
    areas = {place.id: place for _, place in pairs if place.type == "area"}
    for row, place in pairs:
        _check_within(row, place, areas)
        _check_point(row, place)
        _check_script(row, place.name, ENGLISH.script, "Write the official name in Latin letters, others in 'names'.")
        spellings = [(name.language, name.text) for name in place.names]
        spellings += [(name.language, name.text) for name in place.former]
        _check_spellings(row, spellings, languages)
    above = {place.id: {place.within} for _, place in pairs if place.within is not None}
    _check_rings({place.id: row for row, place in pairs}, above, "within")


def _check_within(row: Row, place: PlaceRow, areas: Mapping[str, PlaceRow]) -> None:
    if place.within is None:
        return
    above = areas.get(place.within)
    if above is None:
        row.fault(f"{place.id!r} is within {place.within!r}, which is no area.", "Give the id of an area.")
    elif above.category in NEVER_IN.get(place.category, ()):
        what = f"The {place.category} {place.id!r} is within the {above.category} {above.id!r}."
        row.fault(what, "Give the id of the next larger area; a country lies in nothing.")


def _check_point(row: Row, place: PlaceRow) -> None:
    given = [part for part in (place.lat, place.lon) if part is not None]
    if given and place.type == "area":
        row.fault(f"The area {place.id!r} has a point.", "Empty lat and lon: an area is never a point.")
    elif len(given) == 1:
        row.fault(f"{place.id!r} has half a point.", "Give lat and lon, or neither.")
    if given and not (place.source and place.licence):
        row.fault(f"The point of {place.id!r} has no source or licence.", "Say where it comes from, on what terms.")


def _check_spellings(row: Row, spellings: Sequence[tuple[str, str]], languages: Sequence[Language]) -> None:
    _check_languages(row, [code for code, _ in spellings], languages)
    scripts = {language.code: language.script for language in (ENGLISH, *languages)}
    for code, text in spellings:
        remedy = f"Write them as {code} does, or name the language whose they are."
        _check_script(row, text, scripts.get(code, ""), remedy)


def _check_languages(row: Row, codes: Iterable[str | None], languages: Sequence[Language]) -> None:
    known = dict.fromkeys(language.code for language in (*languages, ENGLISH))
    for code in dict.fromkeys(codes):
        if code and code not in known:
            what = f"{code!r} is no language's code in this theatre."
            row.fault(what, f"Use {', '.join(known)}, or give the language a row in theatre.yml.")


def _check_script(row: Row, text: str, script: str, remedy: str) -> None:
    strange = sorted({char for char in text if char.isalpha() and not _is_of(char, script)})
    if strange:
        row.fault(f"{text!r} has letters that are not {script}: {' '.join(strange)}.", remedy)


def _is_of(char: str, script: str) -> bool:
    name = unicodedata.name(char, "")
    return name.startswith((script.upper(), "MODIFIER LETTER"))


def check_aliases(pairs: Pairs[Alias], places: Iterable[PlaceRow], languages: Sequence[Language]) -> None:
    """Each is a spelling of a place that exists, once, in the letters of its language."""
    ids = {place.id for place in places}
    _check_unique([(row, (alias.spelling, alias.language, alias.id)) for row, alias in pairs])
    for row, alias in pairs:
        if alias.id and alias.id not in ids:
            row.fault(f"The gazetteer has no {alias.id!r}.", "Give the id of one of its rows.")
        _check_spellings(row, [(alias.language, alias.spelling)], languages)


def check_actors(
    pairs: Pairs[Actor], parties: Sequence[Party], languages: Sequence[Language], *, made_up: bool
) -> None:
    """Ids are unique, parties, languages, bodies and commanders exist, nobody is above himself.

    What was checked has an address; in a made-up theatre it may be made up.
    """
    _check_unique([(row, actor.id) for row, actor in pairs])
    ids = {actor.id for _, actor in pairs}
    for row, actor in pairs:
        _check_party(row, actor.party, parties)
        _check_languages(row, [spelling.language for spelling in actor.spellings], languages)
        _check_source(row, actor, made_up=made_up)
        _check_actors(row, [office.body for office in actor.offices], ids)
        _check_actors(row, [command.actor for command in actor.under], ids)
    above = {actor.id: {command.actor for command in actor.under} for _, actor in pairs}
    _check_rings({actor.id: row for row, actor in pairs}, above, "under")


def check_outlets(
    pairs: Pairs[Outlet],
    actors: Iterable[Actor],
    parties: Sequence[Party],
    languages: Sequence[Language],
    *,
    made_up: bool,
) -> None:
    """Names and domains are unique and well-formed, parties, owners and languages exist.

    A made-up outlet's domain ends in `.example`; what was checked has an address, as with actors.
    """
    ids = {actor.id for actor in actors}
    _check_unique([(row, outlet.name) for row, outlet in pairs])
    _check_unique([(row, domain) for row, outlet in pairs for domain in outlet.domains])
    for row, outlet in pairs:
        _check_party(row, outlet.party, parties)
        _check_languages(row, [outlet.language], languages)
        _check_source(row, outlet, made_up=made_up)
        _check_actors(row, [outlet.owner], ids)
        for domain in outlet.domains:
            if not DOMAIN.fullmatch(domain):
                row.fault(f"{domain!r} is no domain.", "Write it in small letters: paper.example.")
            elif made_up and not domain.endswith(".example"):
                row.fault(f"{domain!r} could be somebody's.", "End a made-up outlet's domain in .example.")


def check_loaded(pairs: Pairs[LoadedWord], parties: Sequence[Party]) -> None:
    """A party's word has one row and another word as its neutral; its example holds one of its forms as a word."""
    _check_unique([(row, (word.word, word.used_by)) for row, word in pairs])
    for row, word in pairs:
        _check_party(row, word.used_by or None, parties)
        forms = [form.casefold() for form in (word.word, *word.forms)]
        if word.neutral and word.neutral.casefold() in forms:
            row.fault(f"The neutral of {word.word!r} is the word itself.", "Give a word that takes no side.")
        if not any(_holds(word.example.casefold(), form) for form in forms):
            row.fault(f"The example of {word.word!r} does not have it.", "Give words that hold it or one of its forms.")


def _holds(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def _check_source(row: Row, one: Actor | Outlet, *, made_up: bool) -> None:
    if one.checked and not ADDRESS.fullmatch(one.source) and not (made_up and one.source == MADE_UP):
        what = f"It is checked, but its source {one.source!r} is no address."
        remedy = "Give the address that was opened, https://… (in a made-up theatre: made up), or checked: false."
        row.fault(what, remedy)


def _check_party(row: Row, party: str | None, parties: Sequence[Party]) -> None:
    known = [*(one.id for one in parties), NONE]
    if party is not None and party not in known:
        row.fault(f"There is no party {party!r}.", f"Use {', '.join(known)}, or null where it is not known.")


def _check_actors(row: Row, named: Iterable[str | None], ids: set[str]) -> None:
    for name in named:
        if name and name not in ids:
            row.fault(f"There is no actor {name!r}.", "Give the id of a row of actors.yml.")


def _check_unique(keys: Sequence[tuple[Row, str | tuple[str, ...]]]) -> None:
    first: dict[str | tuple[str, ...], int] = {}
    for row, key in keys:
        if key and key in first:
            shown = key if isinstance(key, str) else " / ".join(key)
            row.fault(f"{shown!r} stands on line {first[key]} already.", "Keep one of the two, or name them apart.")
        first.setdefault(key, row.line)


def _check_rings(rows: Mapping[str, Row], above: Mapping[str, set[str]], column: str) -> None:
    left = dict(above)
    while ring := _ring(left):
        shown = " → ".join([*ring, ring[0]])
        rows[ring[0]].fault(f"{column!r} goes round in a ring: {shown}.", "Break it where it is wrong.")
        left = {name: others for name, others in left.items() if name not in ring}


def _ring(above: Mapping[str, set[str]]) -> list[str]:
    try:
        TopologicalSorter(above).prepare()
    except CycleError as error:
        found: list[str] = error.args[1]
        return found[:0:-1]
    return []


def _twice(names: Sequence[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if name and count > 1]
