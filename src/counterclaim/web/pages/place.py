"""A place: its names, who said that it is held by whom and when, claims there, doubtful tellings; and all places."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from counterclaim.drawing.lanes_svg import lanes_svg
from counterclaim.errors import BadValueError, NotFoundError
from counterclaim.kinds.kinds import kinds
from counterclaim.lang.shapes import LANGUAGES
from counterclaim.ledger.search import Filters
from counterclaim.masking.shown import Shown
from counterclaim.model.place import PlaceState
from counterclaim.printing import places_of
from counterclaim.views import claim_rows, doubts, placing, spoken
from counterclaim.views.answers import candidates
from counterclaim.views.control import Asked, Control, control
from counterclaim.views.placing import Found, Meant
from counterclaim.web.api import LIMIT, listed
from counterclaim.web.asked import Part, dated
from counterclaim.web.endpoints import query, reading
from counterclaim.web.rendering import drawing, page

DRAWN = 50  # claims in the picture; those told last, where there are more
CLAIMS, PLACES = 25, 50  # rows of a page
REASONS = 4  # of a candidate that stand open
NAMESAKES = 8  # other places of the name that stand open


def place(request: Request, shown: Shown) -> Response:
    """The page of a place."""
    found = _found(request, shown)
    namesakes = placing.namesakes(found) if found.theatre else []
    told = shown.store.tellings_at([found.place.id, *(one.found.place.id for one in namesakes)])
    asked = _asked(request)
    lanes = control(shown, found, replace(asked, most=DRAWN))
    mine = told.get(found.place.id, Counter())
    open_ = doubts.doubtful(shown, found.place.id) if mine[PlaceState.AMBIGUOUS] else []
    part = Part.of(request, limit=CLAIMS, most=CLAIMS)
    kind = query(request).get("kind")
    claims, more = _claims(shown, found.place.id, kind, part)
    return page(
        request,
        "place.html",
        found=found,
        place=found.place,
        aliases=placing.aliases(found),
        languages=LANGUAGES,
        point=found.point,
        namesakes=sorted(namesakes, key=lambda one: one.found.place.id not in told),
        namesakes_open=NAMESAKES,
        told=told,
        mine=mine,
        control=lanes,
        asked_days=asked,
        older=DRAWN if lanes.older else 0,
        days=_address(asked),
        picture=_picture(lanes),
        spoken=spoken,
        doubts=open_,
        reasons_open=REASONS,
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
        each = places_of(line)
        names = [one["name"] for one in (*each, *(other for one in each for other in one["alternatives"]))
                 if one["id"] == name]  # fmt: skip
        return placing.without_gazetteer(name, names[0] or name if names else name)
    raise NotFoundError(
        f"No place {name} is known: no gazetteer at hand has it, and the ledger tells nothing of it.",
        "/places?name=… finds a place by its name, in any spelling.",
    )


def _asked(request: Request) -> Asked:
    """The days that the address asks for. Raises BadValueError for what is no day."""
    asked = dated(request)
    return Asked(asked.get("since"), asked.get("until"))


def _address(asked: Asked) -> str:
    """The same days for another address."""
    days = {name: value for name, value in (("since", asked.since), ("until", asked.until)) if value}
    return f"?{urlencode(days)}" if days else ""


def _picture(lanes: Control) -> Markup | None:
    """The lanes as a part of the page; nothing where there are none."""
    if not lanes.lanes:
        return None
    return Markup(lanes_svg(lanes, on_page=True))  # noqa: S704 made of numbers and of words that are escaped


def _claims(shown: Shown, place: str, kind: str | None, part: Part) -> tuple[list[dict[str, Any]], bool]:
    """The rows of claims there, those told last first, and whether more follow."""
    kinds_ = (kind,) if kind else ()
    names = shown.store.claims_at(place, kinds=kinds_, limit=part.limit + 1, offset=part.offset)
    cut, more = part.cut(names)
    claims = [claim for claim in map(shown.store.claim, cut) if _means(shown, claim, place)]
    return list(claim_rows.rows(shown, claims)), more


def _means(shown: Shown, claim: dict[str, Any], place: str) -> bool:
    """Whether a claim is of that place by what is shown of it: a place named like somebody who is masked is not."""
    told = shown.told(claim)
    return any(candidates(line, place) is not None for line in told.values())


def places(request: Request, shown: Shown) -> Response:
    """What a name may mean, told places first, then best first; without a name all that are told, by tellings."""
    name = query(request).get("name")
    part = Part.of(request, limit=PLACES, most=PLACES)
    meant: list[Meant] = []
    rows: list[tuple[str, Found | None]] = []
    if name:
        named = placing.by_name(name)
        told = shown.store.tellings_at([one.found.place.id for one in named])
        found = sorted(named, key=lambda one: -_total(told, one))
        meant, more = part.cut(found[part.offset :])
    else:
        told = shown.store.tellings_at()
        ids, more = part.cut(sorted(told, key=lambda one: (-told[one].total(), one))[part.offset :])
        rows = [(one, placing.by_id(one)) for one in ids]
    links = part.links(request, more=more)
    return page(request, "places.html", name=name, meant=meant, rows=rows, told=told, links=links)


def _total(told: Mapping[str, Counter[str]], one: Meant) -> int:
    return told[one.found.place.id].total() if one.found.place.id in told else 0


def picture(request: Request, shown: Shown) -> Response:
    """The lanes as a file of its own, as `counterclaim control ID --svg` writes it."""
    lanes = control(shown, _found(request, shown), replace(_asked(request), most=DRAWN))
    return drawing(lanes_svg(lanes))


def lanes_json(request: Request, shown: Shown) -> Response:
    """`counterclaim control ID --json`."""
    part = Part.of(request, limit=LIMIT)
    found = list(control(shown, _found(request, shown), _asked(request)).as_json())
    return listed(request, found[part.offset :], part)


def named_json(request: Request, _shown: Shown) -> Response:
    """`counterclaim gazetteer NAME --json`, of all theatres that come with the program."""
    part, name = Part.of(request, limit=LIMIT), query(request).get("name")
    if not name:
        raise BadValueError("No name was asked for.", "Give it, in any spelling: /api/places?name=Rovno.")
    return listed(request, [placing.candidate(one) for one in placing.by_name(name)][part.offset :], part)


def place_json(request: Request, shown: Shown) -> Response:
    """What the gazetteer knows of a place, how many tellings mean it, and how many may."""
    found = _found(request, shown)
    mine = shown.store.tellings_at([found.place.id]).get(found.place.id, Counter())
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
