"""What one box finds beside claims and tellings: ids typed in, places by any of their names, outlets."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from counterclaim.ledger.heard import Wanted
from counterclaim.masking.shown import Shown
from counterclaim.theatres.gazetteer import SAME, Gazetteer, Named, gazetteer
from counterclaim.theatres.rows import PlaceRow
from counterclaim.theatres.theatre import names
from counterclaim.views.report_rows import reports

ID = re.compile(r"([rtci])_[0-9a-f]{16}")
KINDS = {"r": "reports", "t": "tellings", "c": "claims", "i": "issues"}
SPELLINGS = 24  # spellings of a place that are looked up
TRIED = 5  # reports of an outlet, the newest, that may show its name


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """A place that a name may mean: `how` it is its name, in which areas, how many tellings name it or may.

    `near` is from 0 to 1 (its own name).
    """

    theatre: str
    place: PlaceRow
    how: str
    near: float
    within: tuple[str, ...]
    tellings: int


def named_by_id(asked: str) -> tuple[str, str] | None:
    """What sort of thing `asked` is the id of (reports, tellings, claims, issues, places), and the id; None if none."""
    name = asked.strip()
    if found := ID.fullmatch(name):
        return KINDS[found[1]], name
    held = any(gazetteer(theatre).place(name) for theatre in names())
    return ("places", name) if held else None


def places(shown: Shown, asked: str) -> list[PlaceFound]:
    """The places that may be meant: those that are told of first, of them those whose name it is, most told first."""
    found = [(theatre, one) for theatre in names() for one in gazetteer(theatre).named(asked)]
    told = shown.store.told_at([one.place.id for _, one in found])
    made = [_place(theatre, one, told) for theatre, one in found]
    return sorted(made, key=_order)


def _order(one: PlaceFound) -> tuple[bool, bool, int, float, int, str]:
    return (
        not one.tellings, one.near < SAME, -one.tellings, -one.near, -(one.place.population or 0), one.place.id
    )  # fmt: skip


def _place(theatre: str, one: Named, told: dict[str, int]) -> PlaceFound:
    above = tuple(area.name for area in gazetteer(theatre).above(one.place))
    return PlaceFound(theatre, one.place, one.how, one.near, above, told.get(one.place.id, 0))


def also_written(shown: Shown, found: Iterable[PlaceFound], asked: str) -> list[str]:
    """Other spellings of the places found whose own name was asked for, as far as a report holds them."""
    spellings: dict[str, str] = {}
    for one in found:
        if one.near >= SAME and one.tellings:
            for spelling in _spellings(gazetteer(one.theatre), one.place):
                spellings.setdefault(spelling.casefold(), spelling)
    spellings.pop(asked.strip().strip('"').casefold(), None)
    return [spelling for spelling in list(spellings.values())[:SPELLINGS] if _is_held(shown, spelling)]


def _spellings(known: Gazetteer, place: PlaceRow) -> Iterator[str]:
    yield place.name
    yield from (alias.spelling for alias in known.spellings(place.id))
    yield from (name.text for name in place.names)
    yield from (name.text for name in place.former)


def _is_held(shown: Shown, spelling: str) -> bool:
    """Whether a report shows that very spelling."""
    quoted = '"' + spelling.replace('"', " ") + '"'
    return any(True for _ in reports(shown, Wanted(text=quoted), limit=1))


def outlets(shown: Shown, asked: str) -> list[tuple[str, int]]:
    """The outlets whose name holds what is asked, each with how many reports; one that is masked is not found."""
    wanted = asked.strip().strip('"').rstrip("*").casefold()
    held = [(name, count) for name, count in shown.store.outlets() if wanted and wanted in name.casefold()]
    return [(name, count) for name, count in held if _is_shown(shown, name)]


def _is_shown(shown: Shown, outlet: str) -> bool:
    newest = reports(shown, Wanted(outlet=outlet), limit=TRIED)
    return any(report["outlet"] == outlet for report in newest)
