"""What one report, and one claim, add to the figures of outlets."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from counterclaim.ledger.versions import Frame
from counterclaim.model.report import Report
from counterclaim.theatres.roster import Roster, roster
from counterclaim.theatres.rows import Actor, Outlet
from counterclaim.theatres.theatre import names

Json = Mapping[str, Any]
DAY = len("2025-12-07")


@dataclass(frozen=True, slots=True)
class Publisher:
    """What the roster knows of an outlet: its party, the actor that it is or belongs to, who owns or commands it today.

    `owner` are `(actor, name)`; `checked` says that somebody opened the page that the roster's rows name.
    """

    party: str | None = None
    actor: str | None = None
    owner: tuple[tuple[str, str], ...] = ()
    checked: bool = False


@dataclass(frozen=True, slots=True)
class ReportPart:
    """A report's part, as it may be shown; `cites` are `(who is meant, name)`, each once."""

    id: str
    seal: str
    outlet: str | None
    published: str | None
    language: str | None
    tellings: int
    publisher: Publisher
    cites: tuple[tuple[str, str], ...]

    @property
    def day(self) -> str | None:
        """When it was published, without the hour."""
        return self.published and self.published[:DAY]

    @property
    def head(self) -> "Head":
        """What a claim's part needs of it."""
        return Head(self.outlet, self.published)

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "ReportPart":
        """The part that `asdict` and JSON made."""
        publisher = value["publisher"] | {"owner": _pairs(value["publisher"]["owner"])}
        return cls(**value | {"publisher": Publisher(**publisher), "cites": _pairs(value["cites"])})


@dataclass(frozen=True, slots=True)
class Head:
    """Which outlet published a report, and when (ISO 8601)."""

    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class ClaimPart:
    """A claim's part: the known outlets that tell it, which of them has it earliest, what differs in which telling.

    `day` is the earliest day on which it was told; `differs` are `(outlet, change, telling, how often)`.
    """

    id: str
    seal: str
    day: str | None
    outlets: tuple[str, ...]
    earliest: str | None
    differs: tuple[tuple[str | None, str, str, int], ...]

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "ClaimPart":
        """The part that `asdict` and JSON made."""
        return cls(**value | {"outlets": tuple(value["outlets"]), "differs": _pairs(value["differs"])})


def _pairs(found: Iterable[Sequence[Any]]) -> tuple[Any, ...]:
    return tuple(map(tuple, found))


def as_json(part: ReportPart | ClaimPart) -> dict[str, Any]:
    """The part as JSON, for `from_json`."""
    return asdict(part)


def report_part(report: Report, lines: Sequence[Json], seal: str) -> ReportPart:
    """The part of a report with its tellings, both as they may be shown."""
    cites: dict[str, str] = {}
    for line in lines:
        for whom, name in _cited(line):
            cites.setdefault(whom, name)
    known = publisher(report.theatre, report.url, report.outlet)
    head = (report.outlet, report.published, report.language)
    return ReportPart(report.id, seal, *head, len(lines), known, tuple(cites.items()))


def _cited(line: Json) -> Iterator[tuple[str, str]]:
    """Relays, and media that are claimants, where they are named or known."""
    for source in line["chain"][1:]:
        name = source.get("name")
        whom = source.get("actor") or (name or "").casefold()
        if whom and (source["as"] == "relay" or source.get("class") == "media"):
            yield whom, name or source["written"] or whom


@lru_cache(maxsize=4096)
def publisher(theatre: str, url: str | None, outlet: str | None) -> Publisher:
    """Who publishes, by the address, else by the outlet's name."""
    if theatre not in names():
        return Publisher()
    known = roster(theatre)
    row = known.outlet(url) or (known.outlet_named(outlet) if outlet else None)
    return _published_by(known, row, outlet) if row else Publisher()


def _published_by(known: Roster, row: Outlet, outlet: str | None) -> Publisher:
    own = known.actor(row.owner)
    if own is None:
        return Publisher(row.party, checked=row.checked)
    is_itself = own.name.casefold() in (row.name.casefold(), (outlet or "").casefold())
    owners = _above(known, own) if is_itself else [own]
    checked = row.checked and (own.checked or not owners)
    return Publisher(row.party, own.id, tuple((one.id, one.name) for one in owners), checked)


def _above(known: Roster, actor: Actor) -> list[Actor]:
    """Whom an actor is under today."""
    found = (known.actor(link.actor) for link in actor.under if link.term.until is None)
    return [one for one in found if one]


def claim_part(frame: Frame, heads: Mapping[str, Head]) -> ClaimPart:
    """The part of a claim; `heads` are those of the reports that tell it, one that is not among them is passed."""
    told = {telling: heads[report] for telling, report in frame.tellings.items() if report in heads}
    outlets = sorted({head.outlet for head in told.values() if head.outlet})
    first = _earliest(frame, told) if len(outlets) > 1 else set()
    counts: dict[tuple[str | None, str, str], int] = {}
    for telling, change in frame.drift:
        if telling in told:
            key = (told[telling].outlet, change, telling)
            counts[key] = counts.get(key, 0) + 1
    days = [head.published[:DAY] for head in told.values() if head.published]
    differs = tuple((*key, count) for key, count in counts.items())
    alone = first.pop() if len(first) == 1 else None
    return ClaimPart(frame.id, frame.seal, min(days, default=None), tuple(outlets), alone, differs)


def _earliest(frame: Frame, told: Mapping[str, Head]) -> set[str | None]:
    """The outlets that have the earliest dated telling; several where days alone do not tell."""
    dated = {name: head.published for name, head in told.items() if head.published}
    day = min((published[:DAY] for published in dated.values()), default="")
    of_day = {name: published for name, published in dated.items() if published[:DAY] == day}
    if all(len(published) > DAY for published in of_day.values()):
        moments = {name: datetime.fromisoformat(published) for name, published in of_day.items()}
        if len({moment.tzinfo is not None for moment in moments.values()}) == 1:
            first = min(moments.values())
            return {told[name].outlet for name, moment in moments.items() if moment == first}
    origin = frame.origin
    if origin in of_day and all(origin in _above_telling(frame, name) for name in of_day):
        return {told[origin].outlet}
    return {told[name].outlet for name in of_day}


def _above_telling(frame: Frame, name: str) -> Iterator[str]:
    """A telling and those it derives from, nearest first."""
    seen: set[str] = set()
    end: str | None = name
    while end is not None and end not in seen:
        seen.add(end)
        yield end
        end = frame.parents.get(end)
