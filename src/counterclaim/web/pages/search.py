"""One box for everything: ids, places, claims, reports, tellings, outlets."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from counterclaim.ledger.heard import Wanted
from counterclaim.ledger.search import Filters
from counterclaim.masking.shown import Shown
from counterclaim.views import search as views
from counterclaim.views.claim_rows import of_shown
from counterclaim.views.report_rows import reports
from counterclaim.web.asked import Part
from counterclaim.web.endpoints import query, reading
from counterclaim.web.rendering import page

FEW, MANY = 5, 25  # rows of a section beside others, and alone
LONGEST = 400  # code points of what can be asked for

Find = Callable[[Shown, str, int, int], Iterable[Any]]


@dataclass(frozen=True, slots=True)
class Section:
    """What was found of one sort: `more` follow than are shown; `alone` is the address of a page of them only."""

    name: str
    rows: list[Any]
    more: bool
    alone: str


def search(request: Request, shown: Shown) -> Response:
    """What is found by the words asked for; straight there where they are an id."""
    values = query(request)
    asked = values.get("q", "")[:LONGEST]
    if found := views.named_by_id(asked):
        return RedirectResponse(_address_of(*found), status_code=303)
    only = values.get("in")
    part = Part.of(request, limit=MANY, most=MANY)
    chosen = [only] if only in SECTIONS else list(SECTIONS)
    wanted = part if only in SECTIONS else Part(FEW, 0)
    sections = [_section(shown, asked, name, wanted) for name in chosen] if asked else []
    also = views.also_written(shown, views.places(shown, asked), asked) if asked and only not in SECTIONS else []
    return page(
        request,
        "search.html",
        q=asked,
        sections=[section for section in sections if section.rows],
        also=also,
        only=only if only in SECTIONS else None,
        links=part.links(request, more=any(one.more for one in sections)) if only in SECTIONS else {},
    )


def _section(shown: Shown, asked: str, name: str, part: Part) -> Section:
    rows, more = part.cut(SECTIONS[name](shown, asked, part.limit + 1, part.offset))
    return Section(name, rows, more, f"/search?{urlencode({'q': asked, 'in': name})}")


def _claims(shown: Shown, asked: str, limit: int, offset: int) -> Iterable[Any]:
    return (of_shown(shown, claim) for claim in shown.found(asked, limit=limit, offset=offset, standing=False))


def _reports(shown: Shown, asked: str, limit: int, offset: int) -> Iterable[Any]:
    return reports(shown, Wanted(text=asked), limit=limit, offset=offset)


def _tellings(shown: Shown, asked: str, limit: int, offset: int) -> Iterable[Any]:
    return shown.lines(Filters(text=asked), limit=limit, offset=offset)


def _places(shown: Shown, asked: str, limit: int, offset: int) -> Iterable[Any]:
    return views.places(shown, asked)[offset : offset + limit]


def _outlets(shown: Shown, asked: str, limit: int, offset: int) -> Iterable[Any]:
    return views.outlets(shown, asked)[offset : offset + limit]


SECTIONS: dict[str, Find] = {
    "places": _places,
    "claims": _claims,
    "reports": _reports,
    "tellings": _tellings,
    "outlets": _outlets,
}


def _address_of(sort: str, name: str) -> str:
    if sort == "issues":
        return f"/about?{urlencode({'issue': name})}#issues"
    return f"/{sort}/{quote(name, safe='')}"


routes = [Route("/search", reading(search))]
