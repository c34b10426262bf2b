"""What outlets do with claims: whom they cite, who cites them, who has a claim earliest, what differs.

Claims and tellings are in the public shape, as they may be shown.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from counterclaim.model.report import Report

Json = Mapping[str, Any]
DAY = len("2025-12-07")


@dataclass(slots=True)
class _Row:
    """The figures of an outlet while they are counted."""

    reports: int = 0
    tellings: int = 0
    shared: int = 0
    earliest: int = 0
    cites: Counter[str] = field(default_factory=Counter)
    cited_by: Counter[str] = field(default_factory=Counter)
    differs: Counter[str] = field(default_factory=Counter)

    def as_json(self, outlet: str | None) -> dict[str, Any]:
        counts = {name: getattr(self, name) for name in ("reports", "tellings", "shared", "earliest")}
        named = {name: _ranked(getattr(self, name)) for name in ("cites", "cited_by")}
        cited = {name: [{"name": one, "count": count} for one, count in found] for name, found in named.items()}
        return {"outlet": outlet} | counts | cited | {"differs": dict(_ranked(self.differs))}


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def figures(reports: Iterable[Report], lines: Iterable[Json], claims: Iterable[Json]) -> list[dict[str, Any]]:
    """One row for each outlet, most reports first; reports without a known outlet share the row `outlet: null`.

    `shared` are the claims it tells that another outlet tells too; `earliest` those of them of which it alone has the
    earliest dated telling held. On one day without hours the origin's outlet has it only where all others of that day
    derive from it. `differs` counts the changes told of its tellings.
    """
    rows: defaultdict[str | None, _Row] = defaultdict(_Row)
    for report in reports:
        rows[report.outlet].reports += 1
    told = {line["id"]: line for line in lines}
    for line in told.values():
        rows[line["report"]["outlet"]].tellings += 1
    _count_citations(rows, told.values())
    for claim in claims:
        _count_claim(rows, claim, [told[name] for name in claim["tellings"] if name in told])
    ordered = sorted(rows.items(), key=lambda pair: (-pair[1].reports, -pair[1].tellings, pair[0] or ""))
    return [row.as_json(outlet) for outlet, row in ordered]


def _count_citations(rows: defaultdict[str | None, _Row], lines: Iterable[Json]) -> None:
    """Relays, and media that are claimants, where they are named or known; each once for a report."""
    known = {(outlet or "").casefold(): outlet for outlet in rows}
    owners: dict[str, str | None] = {}
    names: dict[str, str] = {}
    citing: dict[tuple[str, str], str | None] = {}
    for line in lines:
        outlet, actor = line["report"]["outlet"], line["chain"][0].get("actor")
        if actor and outlet:
            owners.setdefault(actor, outlet)
        for source in line["chain"][1:]:
            name, whom = source.get("name"), source.get("actor") or (source.get("name") or "").casefold()
            if whom and (source["as"] == "relay" or source.get("class") == "media"):
                names.setdefault(whom, name or source["written"] or whom)
                citing[line["report"]["id"], whom] = outlet
    for (_, whom), outlet in citing.items():
        rows[outlet].cites[names[whom]] += 1
        held = owners.get(whom) or known.get(names[whom].casefold())
        if held and outlet and held != outlet:
            rows[held].cited_by[outlet] += 1


def _count_claim(rows: defaultdict[str | None, _Row], claim: Json, told: list[Json]) -> None:
    outlet_of = {line["id"]: line["report"]["outlet"] for line in told}
    for item in claim["drift"]:
        if item["to"] in outlet_of:
            rows[outlet_of[item["to"]]].differs[item["change"]] += 1
    outlets = set(outlet_of.values()) - {None}
    if len(outlets) < 2:
        return
    for outlet in outlets:
        rows[outlet].shared += 1
    first = _earliest(claim, told)
    if len(first) == 1:
        rows[first.pop()].earliest += 1


def _earliest(claim: Json, told: list[Json]) -> set[str | None]:
    """The outlets that have the earliest dated telling; several where days alone do not tell."""
    dated = [line for line in told if line["report"]["published"]]
    days = {line["report"]["published"][:DAY] for line in dated}
    of_day = [line for line in dated if line["report"]["published"][:DAY] == min(days, default="")]
    moments = {line["id"]: datetime.fromisoformat(line["report"]["published"]) for line in of_day}
    if all(len(line["report"]["published"]) > DAY for line in of_day) and len({*map(_zoned, moments.values())}) == 1:
        first = min(moments.values())
        return {line["report"]["outlet"] for line in of_day if moments[line["id"]] == first}
    ids = {line["id"] for line in of_day}
    origin = claim["origin"]
    if isinstance(origin, str) and origin in ids and all(origin in _above(claim, name) for name in ids):
        return {line["report"]["outlet"] for line in of_day if line["id"] == origin}
    return {line["report"]["outlet"] for line in of_day}


def _zoned(moment: datetime) -> bool:
    return moment.tzinfo is not None


def _above(claim: Json, name: str) -> Iterator[str]:
    """A telling and those it derives from, nearest first."""
    seen: set[str] = set()
    end: Any = name
    while isinstance(end, str) and end not in seen:
        seen.add(end)
        yield end
        end = claim["parents"].get(end)
