"""The list of claims, by the filters that the command line has."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from counterclaim.kinds.kinds import kinds
from counterclaim.masking.shown import Shown
from counterclaim.theatres.theatre import names, outline
from counterclaim.views import placing, search
from counterclaim.views.claim_rows import of_shown
from counterclaim.web.asked import FILTERS, Part, filters
from counterclaim.web.endpoints import query, reading
from counterclaim.web.rendering import page

ROWS = 25


def claims(request: Request, shown: Shown) -> Response:
    """The claims of which a telling fits."""
    values, part = query(request), Part.of(request, limit=ROWS)
    found = shown.claims(filters(request), limit=part.limit + 1, offset=part.offset, standing=False)
    rows, more = part.cut(of_shown(shown, claim) for claim in found)
    place = placing.by_id(values["place"]) if "place" in values else None
    is_name = "place" in values and not place and not rows  # of places that no gazetteer has the ledger knows the ids
    return page(
        request,
        "claims.html",
        rows=rows,
        values={name: values.get(name, "") for name in FILTERS},
        filtered=any(name in values for name in FILTERS),
        kinds=list(kinds()),
        parties=_parties(),
        place=place and place.place,
        maybe=search.places(shown, values["place"])[:ROWS] if is_name else [],
        links=part.links(request, more=more),
    )


def _parties() -> list[tuple[str, str]]:
    """The parties of all theatres, each by id and name."""
    return [(party.id, party.name) for theatre in names() for party in outline(theatre).parties]


routes = [Route("/claims", reading(claims))]
