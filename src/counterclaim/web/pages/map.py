"""Map and timeline: where the places lie that tellings name, when they were published, and what cannot be placed."""

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, partial
from importlib.resources import files
from typing import Any
from urllib.parse import urlencode, urlsplit

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from counterclaim.drawing.map_svg import SEEN, SHADES, WIDE, base_svg, map_svg
from counterclaim.drawing.mercator import View, view
from counterclaim.drawing.timeline_svg import timeline_svg
from counterclaim.errors import NotFoundError
from counterclaim.kinds.kinds import kinds
from counterclaim.ledger.search import Filters
from counterclaim.ledger.spread import WHY
from counterclaim.masking.shown import Shown
from counterclaim.printing import places_of, says
from counterclaim.theatres import theatre
from counterclaim.theatres.gazetteer import gazetteer
from counterclaim.theatres.rows import PlaceRow
from counterclaim.views import atlas
from counterclaim.views.atlas import Spot
from counterclaim.views.calendar import Bar, Calendar
from counterclaim.web.asked import Part, filters
from counterclaim.web.endpoints import query, reading, served
from counterclaim.web.rendering import page, segment
from counterclaim.web.surveys import Survey, Surveys
from counterclaim.web.words import words

WANTED = ("kind", "party", "since", "until")
ROWS, TELLINGS = 50, 25  # on a page
TOWNS = 40  # the largest in the picture
BESIDE = 60  # places listed beside the map, of each sort
VENDOR = "vendor"
BASE, WATER = "/static/vendor/base.json", "/map/water.svg"
SURVEYS = Surveys()


def map_(request: Request, shown: Shown) -> Response:
    """The map, the timeline and the tables."""
    wanted = _wanted(request)
    found = SURVEYS.of(shown, wanted)
    part = Part.of(request, limit=ROWS, most=ROWS)
    rows, more = part.cut(found.atlas.drawn[part.offset :])
    tiles = served(request).tiles
    return page(
        request,
        "map.html",
        atlas=found.atlas,
        calendar=found.calendar,
        wanted=wanted,
        filtered=bool(_address("", wanted)),
        kinds=sorted({*kinds(), *([wanted.kind] if wanted.kind else [])}),
        parties=_parties(found, wanted),
        party_name=_party,
        ordered=_ordered,
        timeline=_timeline(found.calendar, wanted),
        bar_address=partial(_bar_address, wanted=wanted),
        rows=rows,
        links=part.links(request, more=more),
        tellings_at=lambda spot: _address("/claims", wanted, place=spot.id),
        nowhere=lambda why: _address("/map/nowhere", wanted, why=why),
        most_beside=BESIDE,
        tile_host=urlsplit(tiles).hostname if tiles else None,
        **_drawn(found, wanted),
    )


def _drawn(found: Survey, wanted: Filters) -> dict[str, Any]:
    """The picture, and what the script needs to make a map of it that can be moved."""
    made = files("counterclaim.web").joinpath("static", VENDOR, "leaflet.js").is_file()
    if not found.atlas.drawn:
        return {"picture": None, "vendor": made}
    window = _window(found.atlas.drawn)
    west, south, east, north = window.bounds
    base, towns = _base(), _towns(found.atlas.drawn, window)
    picture = map_svg(
        found.atlas.drawn,
        window,
        label=words().text("map.map_label"),
        titled=_title,
        address=lambda spot: f"/places/{segment(spot.id)}",
        base=(WATER, base["bbox"]) if base else None,
        towns=towns,
    )
    inside = sum(_within(spot, west, south, east, north) for spot in found.atlas.drawn)
    script = {
        "places": _address("/api/map", wanted),
        "base": BASE if base else "",
        "bounds": json.dumps([[south, west], [north, east]]),
        "seen": SEEN,
        "shades": json.dumps(SHADES),
        "towns": json.dumps([[town.name, town.lat, town.lon] for town in towns]),
        "parties": json.dumps({party or atlas.NOT_KNOWN: _party(party) for party in _seen(found)}),
    }
    return {
        "picture": Markup(picture),  # noqa: S704 drawn from numbers, and from words that are escaped
        "vendor": made,
        "base": bool(base),
        "outside": len(found.atlas.drawn) - inside,
        "script": script,
    }


def _timeline(days: Calendar, wanted: Filters) -> Markup:
    parties = sorted({party for bar in days.bars for party in bar.parties}, key=_place_in_order)
    picture = timeline_svg(
        days,
        [(party, _party(party)) for party in parties],
        label=words().text("map.timeline_label", step=words().text(f"map.step_{days.step}")),
        titled=_bar_title,
        address=partial(_bar_address, wanted=wanted),
    )
    return Markup(picture)  # noqa: S704 drawn from numbers, and from words that are escaped


def _wanted(request: Request) -> Filters:
    asked = filters(request)
    return Filters(**{name: getattr(asked, name) for name in WANTED})


def _address(path: str, wanted: Filters, **more: str) -> str:
    """An address that asks for the same tellings."""
    values = {name: getattr(wanted, name) for name in WANTED} | more
    asked = urlencode({name: value for name, value in values.items() if value is not None})
    return f"{path}?{asked}" if asked else path


def _bar_address(bar: Bar, wanted: Filters) -> str:
    days = replace(wanted, since=bar.first.isoformat(), until=bar.last.isoformat())
    return _address("/map", days)


def _window(spots: tuple[Spot, ...]) -> View:
    """The part of the map that is drawn: all that lies on the base map or, where nothing does, all there is."""
    base = _base()
    points = [spot.point for spot in spots if spot.point]
    on_base = [spot.point for spot in spots if spot.point and base and _within(spot, *base["bbox"])]
    return view(on_base or points, WIDE)


def _towns(spots: tuple[Spot, ...], window: View) -> list[PlaceRow]:
    """Towns that help to find one's way, of the theatre of the place most told of."""
    return gazetteer(spots[0].theatre).towns(*window.bounds)[:TOWNS] if spots[0].theatre else []


def _within(spot: Spot, west: float, south: float, east: float, north: float) -> bool:
    lat, lon = spot.point or (0.0, 0.0)
    return west <= lon <= east and south <= lat <= north


@cache
def _base() -> dict[str, Any] | None:
    """The base map; None where `make assets` did not make it."""
    found = files("counterclaim.web").joinpath("static", VENDOR, "base.json")
    if not found.is_file():
        return None
    value: dict[str, Any] = json.loads(found.read_text("utf-8"))
    return value


def _parties(found: Survey, wanted: Filters) -> list[str]:
    """The parties that can be asked for: those that speak, and all of the theatres that the places are of."""
    seen = {party for party in (*_seen(found), wanted.party) if party}
    theatres = {spot.theatre for spot in found.atlas.drawn if spot.theatre}
    return sorted(seen | {party.id for name in theatres for party in theatre.outline(name).parties})


def _seen(found: Survey) -> set[str | None]:
    return {party for bar in found.calendar.bars for party in bar.parties} | {
        party for spot in found.atlas.drawn for party in spot.parties
    }


def _place_in_order(party: str | None) -> tuple[bool, bool, str]:
    """Parties by name, third parties behind them, who is not known last."""
    return party is None, party == "none", party or ""


def _party(party: str | None) -> str:
    if party is None:
        return words().text("map.party_unknown")
    return words().text("map.party_none") if party == "none" else party


def _ordered(numbers: Mapping[str | None, int]) -> list[tuple[str | None, int]]:
    """The largest first."""
    return sorted(numbers.items(), key=lambda pair: (-pair[1], pair[0] or ""))


def _shares(parties: Mapping[str | None, int]) -> str:
    return ", ".join(f"{_party(party)} {number:,}" for party, number in _ordered(parties))


def _title(spot: Spot) -> str:
    name = ", ".join((spot.name, *spot.within))
    return f"{name}: {words().counted('map.tellings', spot.tellings)} ({_shares(spot.parties)})"


def _bar_title(bar: Bar) -> str:
    first, last = bar.first.isoformat(), bar.last.isoformat()
    days = first if first == last else words().text("map.days", first=first, last=last)
    return f"{days}: {words().counted('map.tellings', bar.tellings)} ({_shares(bar.parties)})"


def nowhere(request: Request, shown: Shown) -> Response:
    """The tellings that are tied to no place for one reason, the latest first."""
    why, wanted = query(request).get("why", WHY[0]), _wanted(request)
    if why not in WHY:
        raise NotFoundError(f"“{why}” is no reason why a telling is not placed.", f"Ask for {', '.join(WHY)}.")
    part = Part.of(request, limit=TELLINGS, most=TELLINGS)
    names, more = part.cut(shown.store.untied(why, wanted, limit=part.limit + 1, offset=part.offset))
    lines = [shown.telling(name) for name in names]
    return page(
        request,
        "nowhere.html",
        why=why,
        lines=lines,
        says=says,
        places_of=places_of,
        links=part.links(request, more=more),
        back=_address("/map", wanted),
    )


def water(_request: Request) -> Response:
    """The water of the base map as a picture."""
    base = _base()
    if base is None:
        raise NotFoundError("The base map is not here.", "`make assets` makes it.")
    return Response(_water(), media_type="image/svg+xml", headers={"Cache-Control": "max-age=3600"})


@cache
def _water() -> str:
    return base_svg(_base() or {})


def api(request: Request, shown: Shown) -> Response:
    """Map and timeline as JSON."""
    found = SURVEYS.of(shown, _wanted(request))
    return JSONResponse(atlas.as_json(found.atlas, found.calendar))


routes = [
    Route("/map", reading(map_)),
    Route("/map/nowhere", reading(nowhere)),
    Route(WATER, water),
    Route("/api/map", reading(api)),
]
