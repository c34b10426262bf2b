"""The JSON API: the shapes that the command line prints, under /api/.

A list is a JSON array of what the command prints as lines, or those lines where `application/x-ndjson` is asked for;
`limit` (100, at most 1,000) and `offset` choose a part, the header `Link` leads to the next one.
"""

import json
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from counterclaim.errors import BadValueError, NotFoundError
from counterclaim.masking.shown import Shown
from counterclaim.web.asked import Part, filters
from counterclaim.web.endpoints import query, reading

LIMIT = 100
LINES = "application/x-ndjson"


def listed(request: Request, rows: Iterable[Any], part: Part) -> Response:
    """The answer that lists `rows`, which begin with the part that was asked for."""
    found, more = part.cut(rows)
    links = {"Link": f'<{part.links(request, more=True)["next"]}>; rel="next"'} if more else {}
    return answered(request, found, links)


def answered(request: Request, rows: Iterable[Any], headers: Mapping[str, str] | None = None) -> Response:
    """The answer that gives these rows: as an array or, where they are asked for, as lines."""
    lines = [_json(row) for row in rows]
    if LINES in request.headers.get("accept", ""):
        return Response("".join(f"{line}\n" for line in lines), media_type=LINES, headers=headers)
    body = ",\n ".join(lines)
    return Response(f"[{body}]", media_type="application/json", headers=headers)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False).encode(errors="backslashreplace").decode()


def tellings(request: Request, shown: Shown) -> Response:
    """`counterclaim tellings --json`."""
    part = Part.of(request, limit=LIMIT)
    return listed(request, shown.lines(filters(request), limit=part.limit + 1, offset=part.offset), part)


def telling(request: Request, shown: Shown) -> Response:
    """`counterclaim show t_… --json`."""
    return JSONResponse(shown.telling(request.path_params["name"]))


def claims(request: Request, shown: Shown) -> Response:
    """`counterclaim claims --json`."""
    part = Part.of(request, limit=LIMIT)
    return listed(request, shown.claims(filters(request), limit=part.limit + 1, offset=part.offset), part)


def claim(request: Request, shown: Shown) -> Response:
    """A claim, as `counterclaim trace c_… --json` gives it."""
    return JSONResponse(shown.claim(request.path_params["name"]))


def trace(request: Request, shown: Shown) -> Response:
    """`counterclaim trace TEXT --json`."""
    part, text = Part.of(request, limit=LIMIT), query(request).get("q")
    if not text:
        raise BadValueError("Nothing was asked for.", "Give the words: /api/trace?q=Rovno.")
    return listed(request, islice(shown.found(text), part.offset, None), part)


def reports(request: Request, shown: Shown) -> Response:
    """`counterclaim reports --json`."""
    part = Part.of(request, limit=LIMIT)
    found = shown.reports(query(request).get("text"), limit=part.limit + 1, offset=part.offset)
    return listed(request, (report.as_public_json() | {"title": report.title} for report in found), part)


def report(request: Request, shown: Shown) -> Response:
    """`counterclaim show r_… --json`, without what reading it again would tell."""
    found = shown.report(request.path_params["name"])
    return JSONResponse(found.as_json() | {"version": found.version})


def issues(request: Request, shown: Shown) -> Response:
    """`counterclaim issues --json`."""
    part = Part.of(request, limit=LIMIT)
    return listed(request, islice(shown.issues(), part.offset, None), part)


def issue(request: Request, shown: Shown) -> Response:
    """`counterclaim show i_… --json`."""
    name = request.path_params["name"]
    if found := shown.issue(name):
        return JSONResponse(found)
    raise NotFoundError(f"The ledger holds no issue {name}.", "/api/issues lists those it holds.")


def reviews(request: Request, shown: Shown) -> Response:
    """`counterclaim review list --json`."""
    part = Part.of(request, limit=LIMIT)
    found = (review.as_json() for review in shown.store.reviews())
    return listed(request, islice(found, part.offset, None), part)


def status(_request: Request, shown: Shown) -> Response:
    """`counterclaim status --json`, without the ledger's place on this machine."""
    found = shown.store.status()
    return JSONResponse({name: value for name, value in found.items() if name != "ledger"})


routes = [
    Route(f"/api/{path}", reading(endpoint))
    for path, endpoint in (
        ("tellings", tellings),
        ("tellings/{name}", telling),
        ("claims", claims),
        ("claims/{name}", claim),
        ("trace", trace),
        ("reports", reports),
        ("reports/{name}", report),
        ("issues", issues),
        ("issues/{name}", issue),
        ("reviews", reviews),
        ("status", status),
    )
]
