"""What one box finds beside claims and tellings: ids typed in, places by any of their names, outlets."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.ledger.heard import Wanted
from counterclaim.masking.shown import Shown
from counterclaim.views import placing
from counterclaim.views.placing import Meant
from counterclaim.views.report_rows import reports

ID = re.compile(r"([rtci])_[0-9a-f]{16}")
KINDS = {"r": "reports", "t": "tellings", "c": "claims", "i": "issues"}
SPELLINGS = 24  # spellings of a place that are looked up
TRIED = 5  # reports of an outlet, the newest, that may show its name


@dataclass(frozen=True, slots=True)
class PlaceFound:
    """A place that a name may mean, and how many tellings name it, or may."""

    meant: Meant
    tellings: int


def named_by_id(asked: str) -> tuple[str, str] | None:
    """What sort of thing `asked` is the id of (reports, tellings, claims, issues, places), and the id; None if none."""
    name = asked.strip()
    if found := ID.fullmatch(name):
        return KINDS[found[1]], name
    return ("places", name) if placing.by_id(name) else None


def places(shown: Shown, asked: str) -> list[PlaceFound]:
    """The places that may be meant: those that are told of first, of them those whose name it is, most told first."""
    found = placing.by_name(asked)
    told = shown.store.told_at([one.found.place.id for one in found])
    return sorted((PlaceFound(one, told.get(one.found.place.id, 0)) for one in found), key=_order)


def _order(one: PlaceFound) -> tuple[bool, bool, int, float, int, str]:
    place, near = one.meant.found.place, one.meant.named.near
    return not one.tellings, not one.meant.is_own, -one.tellings, -near, -(place.population or 0), place.id


def also_written(shown: Shown, found: Iterable[PlaceFound], asked: str) -> list[str]:
    """Other spellings of the places found whose own name was asked for, as far as a report holds them."""
    spellings: dict[str, str] = {}
    for one in found:
        if one.meant.is_own and one.tellings:
            for spelling in placing.spellings(one.meant.found):
                spellings.setdefault(spelling.casefold(), spelling)
    spellings.pop(asked.strip().strip('"').casefold(), None)
    return [spelling for spelling in list(spellings.values())[:SPELLINGS] if _is_held(shown, spelling)]


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
