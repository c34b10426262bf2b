"""What must hold between the rows of a theatre: ids are there, rings are not, letters are of their script."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from typing import TypeVar

from counterclaim.theatres.fields import Row
from counterclaim.theatres.rows import Actor, Alias, Language, LoadedWord, Outlet, Party, PlaceRow

T = TypeVar("T")
Pairs = Sequence[tuple[Row, T]]  # what was read, beside the row it was read from

DOMAIN = re.compile(r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")
NONE = "none"  # the party of third parties, in every theatre


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
    """Ids are unique, `within` leads to larger areas, points are whole, owned and none of an area's."""
    _check_unique([(row, place.id) for row, place in pairs])
    types = {place.id: place.type for _, place in pairs}
    for row, place in pairs:
        if place.within is not None and types.get(place.within) != "area":
            row.fault(f"{place.id!r} is within {place.within!r}, which is no area.", "Give the id of an area.")
        _check_point(row, place)
        spellings = [(name.language, name.text) for name in place.names]
        spellings += [(name.language, name.text) for name in place.former]
        _check_script(row, spellings, languages)
    above = {place.id: {place.within} for _, place in pairs if place.within is not None}
    _check_rings({place.id: row for row, place in pairs}, above, "within")


def _check_point(row: Row, place: PlaceRow) -> None:
    given = [part for part in (place.lat, place.lon) if part is not None]
    if given and place.type == "area":
        row.fault(f"The area {place.id!r} has a point.", "Empty lat and lon: an area is never a point.")
    elif len(given) == 1:
        row.fault(f"{place.id!r} has half a point.", "Give lat and lon, or neither.")
    if given and not (place.source and place.licence):
        row.fault(f"The point of {place.id!r} has no source or licence.", "Say where it comes from, on what terms.")


def _check_script(row: Row, spellings: Iterable[tuple[str, str]], languages: Sequence[Language]) -> None:
    scripts = {language.code: language.script.upper() for language in languages}
    for code, text in spellings:
        script = scripts.get(code, "")
        strange = sorted({char for char in text if char.isalpha() and not _is_of(char, script)})
        if script and strange:
            what = f"{text!r} has letters that are not {script.title()}: {' '.join(strange)}."
            row.fault(what, f"Write them as {code} does, or name the language whose they are.")


def _is_of(char: str, script: str) -> bool:
    name = unicodedata.name(char, "")
    return name.startswith((script, "MODIFIER LETTER"))


def check_aliases(pairs: Pairs[Alias], places: Iterable[PlaceRow], languages: Sequence[Language]) -> None:
    """Each is a spelling of a place that exists, once, in the letters of its language."""
    ids = {place.id for place in places}
    _check_unique([(row, (alias.spelling, alias.language, alias.id)) for row, alias in pairs])
    for row, alias in pairs:
        if alias.id and alias.id not in ids:
            row.fault(f"The gazetteer has no {alias.id!r}.", "Give the id of one of its rows.")
        _check_script(row, [(alias.language, alias.spelling)], languages)


def check_actors(pairs: Pairs[Actor], parties: Sequence[Party]) -> None:
    """Ids are unique, parties, bodies and commanders exist, nobody is above himself."""
    _check_unique([(row, actor.id) for row, actor in pairs])
    ids = {actor.id for _, actor in pairs}
    for row, actor in pairs:
        _check_party(row, actor.party, parties)
        _check_actors(row, [office.body for office in actor.offices], ids)
        _check_actors(row, [command.actor for command in actor.under], ids)
    above = {actor.id: {command.actor for command in actor.under} for _, actor in pairs}
    _check_rings({actor.id: row for row, actor in pairs}, above, "under")


def check_outlets(pairs: Pairs[Outlet], actors: Iterable[Actor], parties: Sequence[Party], *, made_up: bool) -> None:
    """Names and domains are unique and well-formed, owners exist; a made-up outlet's domain ends in `.example`."""
    ids = {actor.id for actor in actors}
    _check_unique([(row, outlet.name) for row, outlet in pairs])
    _check_unique([(row, domain) for row, outlet in pairs for domain in outlet.domains])
    for row, outlet in pairs:
        _check_party(row, outlet.party, parties)
        _check_actors(row, [outlet.owner], ids)
        for domain in outlet.domains:
            if not DOMAIN.fullmatch(domain):
                row.fault(f"{domain!r} is no domain.", "Write it in small letters: paper.example.")
            elif made_up and not domain.endswith(".example"):
                row.fault(f"{domain!r} could be somebody's.", "End a made-up outlet's domain in .example.")


def check_loaded(pairs: Pairs[LoadedWord], parties: Sequence[Party]) -> None:
    """A party's word has one row, and its example holds the word or one of its forms."""
    _check_unique([(row, (word.word, word.used_by)) for row, word in pairs])
    for row, word in pairs:
        _check_party(row, word.used_by or None, parties)
        forms = (word.word, *word.forms)
        if not any(form.casefold() in word.example.casefold() for form in forms):
            row.fault(f"The example of {word.word!r} does not have it.", "Give words that hold it or one of its forms.")


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
