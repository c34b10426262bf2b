"""A place: its names, who said that it is held by whom and when, claims there, doubtful tellings; and all places."""

from collections import Counter
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from counterclaim.drawing.lanes_svg import lanes_svg
from counterclaim.errors import NotFoundError
from counterclaim.kinds.kinds import kinds
from counterclaim.ledger.search import Filters
from counterclaim.masking.shown import Shown
from counterclaim.model.place import PlaceState
from counterclaim.views import claim_rows, doubts, placing, spoken
from counterclaim.views.control import Control, control, latest
from counterclaim.views.placing import Found
from counterclaim.web.api import LIMIT, listed
from counterclaim.web.asked import Part, day
from counterclaim.web.endpoints import query, reading
from counterclaim.web.rendering import page

DRAWN = 120  # claims up to which all stand in the picture
DAYS = 31  # of which the claims are drawn where there are more
MOST = 60  # claims of a kind in a picture, however many the days have
CLAIMS, PLACES, DOUBTS = 25, 50, 10  # rows of a page
NAMESAKES = 12  # other places of the name that stand open
SVG = {"Content-Security-Policy": "default-src 'none'; sandbox", "X-Content-Type-Options": "nosniff"}


def place(request: Request, shown: Shown) -> Response:
    """The page of a place."""
    found, told = _found(request, shown), tellings(shown)
    lanes, asked = _control(request, shown, found)
    mine = told.get(found.place.id, Counter())
    open_ = doubts.doubtful(shown, found.place.id) if mine[PlaceState.AMBIGUOUS] else []
    part = Part.of(request, limit=CLAIMS, most=CLAIMS)
    kind = query(request).get("kind")
    claims, more = _claims(shown, Filters(place=found.place.id, kind=kind), part)
    return page(
        request,
        "place.html",
        found=found,
        place=found.place,
        aliases=placing.aliases(found),
        point=found.point,
        namesakes=placing.namesakes(found) if found.theatre else [],
        namesakes_open=NAMESAKES,
        told=told,
        mine=mine,
        control=lanes,
        asked_days=asked,
        days=_address(asked),
        picture=_picture(lanes),
        spoken=spoken,
        doubts=open_,
        doubts_open=DOUBTS,
        others=doubts.others(open_),
        claims=claims,
        kind=kind,
        kinds=sorted(kinds()),
        links=part.links(request, more=more),
    )


def _found(request: Request, shown: Shown) -> Found:
    """The place in the address: one of a gazetteer, or one that the ledger tells of. Raises NotFoundError."""
    name = request.path_params["name"]
    found = placing.by_id(name)
    if found:
        return found
    for line in shown.lines(Filters(place=name), limit=1):
        each = [one for one in line.get("places") or [line["place"]] if one]
        names = [one["name"] for one in (*each, *(other for one in each for other in one["alternatives"]))
                 if one["id"] == name]  # fmt: skip
        return placing.without_gazetteer(name, names[0] or name if names else name)
    raise NotFoundError(
        f"No place {name} is known: no gazetteer at hand has it, and the ledger tells nothing of it.",
        "/places?name=… finds a place by its name, in any spelling.",
    )


def _control(request: Request, shown: Shown, found: Found) -> tuple[Control, Filters]:
    """The lanes of the days asked for, else of the latest; and which days those are."""
    asked = _days(request)
    if not (asked.since or asked.until) and query(request).get("days") != "all":
        asked = latest(shown, found.place.id, most=DRAWN, days=DAYS)
    return control(shown, found, asked, most=MOST), asked


def _days(request: Request) -> Filters:
    """The days that the address asks for. Raises BadValueError for what is no day."""
    since, until = (query(request).get(name) for name in ("since", "until"))
    return Filters(since=day(since) if since else None, until=day(until) if until else None)


def _address(asked: Filters) -> str:
    """The same days for another address; all, where none were asked for."""
    days = {name: value for name, value in (("since", asked.since), ("until", asked.until)) if value}
    return "?" + urlencode(days or {"days": "all"})


def _picture(lanes: Control) -> Markup | None:
    """The lanes as a part of the page; nothing where there are none."""
    if not lanes.lanes:
        return None
    return Markup(lanes_svg(lanes, on_page=True))  # noqa: S704 made of numbers and of words that are escaped


def _claims(shown: Shown, filters: Filters, part: Part) -> tuple[list[dict[str, Any]], bool]:
    """The rows of claims there, and whether more follow."""
    found = shown.claims(filters, limit=part.limit + 1, offset=part.offset, standing=False)
    claims, more = part.cut(found)
    return list(claim_rows.rows(shown, (shown.store.claim(claim["id"]) for claim in claims))), more


def tellings(shown: Shown) -> Mapping[str, Counter[str]]:
    """How many tellings name each place, by state: resolved, area; ambiguous where they may mean another."""
    found: dict[str, Counter[str]] = {}
    for name, state, _, _, number in shown.store.by_place(Filters()):
        if name is not None:
            found.setdefault(name, Counter())[state] += number
    return found


def places(request: Request, shown: Shown) -> Response:
    """What a name may mean, best first; without a name, all places that the ledger tells of, most tellings first."""
    name, told = query(request).get("name"), tellings(shown)
    part = Part.of(request, limit=PLACES, most=PLACES)
    if name:
        meant, more = part.cut(placing.by_name(name)[part.offset :])
        return page(
            request, "places.html", name=name, meant=meant, rows=[], told=told, links=part.links(request, more=more)
        )
    order = sorted(told, key=lambda one: (-told[one].total(), one))
    ids, more = part.cut(order[part.offset :])
    rows = [(one, placing.by_id(one), told[one]) for one in ids]
    return page(request, "places.html", name=None, meant=[], rows=rows, told=told, total=len(told),
                links=part.links(request, more=more))  # fmt: skip


def picture(request: Request, shown: Shown) -> Response:
    """The lanes as a file of its own, as `counterclaim control ID --svg` writes it."""
    lanes, _ = _control(request, shown, _found(request, shown))
    return Response(lanes_svg(lanes).encode(), media_type="image/svg+xml", headers=SVG)


def lanes_json(request: Request, shown: Shown) -> Response:
    """`counterclaim control ID --json`."""
    part = Part.of(request, limit=LIMIT)
    found = list(control(shown, _found(request, shown), _days(request)).as_json())
    return listed(request, found[part.offset :], part)


def named_json(request: Request, _shown: Shown) -> Response:
    """`counterclaim gazetteer NAME --json`, of all theatres that come with the program."""
    part, name = Part.of(request, limit=LIMIT), query(request).get("name", "")
    return listed(request, [placing.candidate(one) for one in placing.by_name(name)][part.offset :], part)


def place_json(request: Request, shown: Shown) -> Response:
    """What the gazetteer knows of a place, how many tellings mean it, and how many may."""
    found = _found(request, shown)
    mine = tellings(shown).get(found.place.id, Counter())
    doubtful = mine[PlaceState.AMBIGUOUS]
    return JSONResponse(placing.row(found) | {"tellings": mine.total() - doubtful, "doubtful": doubtful})


routes = [
    Route("/places", reading(places)),
    Route("/places/{name}", reading(place)),
    Route("/places/{name}/control.svg", reading(picture)),
    Route("/api/places", reading(named_json)),
    Route("/api/places/{name}", reading(place_json)),
    Route("/api/places/{name}/control", reading(lanes_json)),
]
