"""The list of claims, by the filters that the command line has."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from counterclaim.kinds.kinds import kinds
from counterclaim.masking.shown import Shown
from counterclaim.theatres.gazetteer import gazetteer
from counterclaim.theatres.theatre import names, outline
from counterclaim.views import search
from counterclaim.views.claim_rows import of_shown
from counterclaim.web.asked import FILTERS, Part, filters
from counterclaim.web.endpoints import query, reading
from counterclaim.web.rendering import page

ROWS = 25


def claims(request: Request, shown: Shown) -> Response:
    """The claims of which a telling fits."""
    values, part = query(request), Part.of(request, limit=ROWS)
    place = _place(values.get("place"))
    maybe = search.places(shown, values["place"])[:ROWS] if "place" in values and place is None else []
    found = shown.claims(filters(request), limit=part.limit + 1, offset=part.offset, standing=False)
    rows, more = part.cut(of_shown(shown, claim) for claim in found) if "place" not in values or place else ([], False)
    return page(
        request,
        "claims.html",
        rows=rows,
        values={name: values.get(name, "") for name in FILTERS},
        filtered=any(name in values for name in FILTERS),
        kinds=list(kinds()),
        parties=_parties(),
        place=place,
        maybe=maybe,
        links=part.links(request, more=more),
    )


def _place(asked: str | None) -> Any:
    """The row of the place of that id; None where it is none."""
    found = (gazetteer(theatre).place(asked) for theatre in names()) if asked else ()
    return next((row for row in found if row), None)


def _parties() -> list[tuple[str, str]]:
    """The parties of all theatres, each by id and name."""
    return [(party.id, party.name) for theatre in names() for party in outline(theatre).parties]


routes = [Route("/claims", reading(claims))]
