"""The list of reports, those in languages that are not read yet among them."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from counterclaim.errors import BadValueError
from counterclaim.ledger.heard import STATES, Wanted
from counterclaim.masking.shown import Shown
from counterclaim.views import report_rows
from counterclaim.web.asked import Part, dated, entry
from counterclaim.web.endpoints import query, reading
from counterclaim.web.rendering import page

ROWS = 25
NAMES = ("text", "outlet", "language", "since", "until", "state", "after", "upto")


def reports(request: Request, shown: Shown) -> Response:
    """The reports wanted, the newest to come first."""
    values, part = query(request), Part.of(request, limit=ROWS)
    rows, more = part.cut(report_rows.reports(shown, wanted(request), limit=part.limit + 1, offset=part.offset))
    return page(
        request,
        "reports.html",
        rows=rows,
        values={name: values.get(name, "") for name in NAMES},
        filtered=any(name in values for name in NAMES),
        languages=shown.store.languages(),
        states=list(STATES),
        links=part.links(request, more=more),
    )


def wanted(request: Request) -> Wanted:
    """The filters in the address. Raises BadValueError for what is no day, number or state."""
    values = dated(request)
    if values.get("state", "tells") not in STATES:
        raise BadValueError(f"“{values['state']}” is no state of reading.", f"Give one of {', '.join(STATES)}.")
    given: dict[str, Any] = {name: values[name] for name in NAMES if name in values}
    return Wanted(**given | {name: entry(values.get(name)) for name in ("after", "upto")})


routes = [Route("/reports", reading(reports))]
