"""The start page: what is new since the cut-off, grouped by origin, echoes folded."""

import re
from dataclasses import replace
from urllib.parse import parse_qs, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from counterclaim.errors import NotFoundError
from counterclaim.masking.shown import Shown
from counterclaim.views import news as views
from counterclaim.views.news import LONGEST, News
from counterclaim.web.api import LIMIT, listed
from counterclaim.web.asked import Part, entry
from counterclaim.web.endpoints import query, reading, served
from counterclaim.web.rendering import page

GROUPS = 25  # on a page
CLAIMS = 5  # of a group, before it has a page of its own
MOST = 500  # reports that one page can be about; older ones that came since the cut-off have their own
DAY = re.compile(r"\d{4}-\d\d-\d\d")
YEAR = 365 * 24 * 3600  # seconds that a browser keeps the mark


def start(request: Request, shown: Shown) -> Response:
    """What came since the cut-off: asked for, else marked as seen before, else the newest report's day."""
    values, seen = query(request), _seen(request, shown)
    since = values.get("since") or (str(seen) if seen is not None else None)
    found = views.news(shown, views.cut_off(shown, since), upto=entry(values.get("upto")), most=MOST)
    part = Part.of(request, limit=GROUPS, most=GROUPS)
    if "origin" in values:
        return _origin(request, shown, found, values["origin"])
    groups, more = part.cut(found.groups[part.offset :])
    return page(
        request,
        "start.html",
        news=found,
        moment=_written(found.since),
        day_asked=since if since and DAY.fullmatch(since) else "",
        seen=seen,
        last=(shown.store.last_came() or "")[:10],
        groups=[views.line(shown, found, group, most=CLAIMS) for group in groups],
        links=_links(found, part, more=more),
        around=_around(found),
        within=urlencode({"after": found.window.after, "upto": found.window.upto}),
        older=None if found.window.is_whole else _address(found, upto=found.window.after),
    )


def _origin(request: Request, shown: Shown, found: News, claim: str) -> Response:
    """One origin with all its claims."""
    group = views.from_claim(found, claim)
    if group is None:
        raise NotFoundError(f"No claim {claim} is new since then.", "The start page lists what is new.")
    part = Part.of(request, limit=GROUPS, most=GROUPS)
    claims, more = part.cut(group.claims[part.offset :])
    line = views.line(shown, found, replace(group, claims=tuple(claims))) if claims else None
    links = _links(found, part, more=more, origin=claim)
    return page(
        request, "origin.html", line=line, total=len(group.claims), links=links, back=_address(found)
    )  # fmt: skip


def new_json(request: Request, shown: Shown) -> Response:
    """`counterclaim new --json`, of the newest reports that came (MOST) up to the entry `upto`."""
    values, part = query(request), Part.of(request, limit=LIMIT)
    found = views.news(shown, views.cut_off(shown, values.get("since")), upto=entry(values.get("upto")), most=MOST)
    groups = found.groups[part.offset : part.offset + part.limit + 1]
    return listed(request, (views.line(shown, found, group) for group in groups), part)


def _around(found: News, **more: object) -> str:
    """A query that means this very window again, whatever comes meanwhile."""
    return urlencode({"since": found.after, "upto": found.window.upto} | more)


def _address(found: News, **more: object) -> str:
    return f"/?{_around(found, **more)}"


def _links(found: News, part: Part, *, more: bool, **kept: object) -> dict[str, str]:
    """Addresses of the parts before and after, within the same window."""
    kept |= {"limit": part.limit} if part.limit != GROUPS else {}
    return part.linked(lambda offset: _address(found, **kept, offset=offset), more=more)


def _written(moment: str | None) -> str:
    """A moment to the minute, as a person writes it."""
    return f"{moment[:10]} {moment[11:16]} UTC" if moment else ""


def _name(shown: Shown) -> str:
    """The cookie's name: browsers keep one for all ledgers that are served on this machine, each has its own."""
    return f"seen_{shown.store.mark()[:16]}"


def _seen(request: Request, shown: Shown) -> int | None:
    """The entry up to which all was marked as seen in this browser; None where none was, or no such entry is held."""
    value = request.cookies.get(_name(shown), "")
    known = value.isascii() and value.isdigit() and len(value) <= LONGEST and int(value) <= shown.store.state()[0]
    return int(value) if known else None


async def mark(request: Request) -> Response:
    """Remembers in the browser up to which entry all is seen (`entry`), or forgets it (without); back to the start."""
    given = parse_qs((await request.body()).decode("ascii", errors="replace")).get("entry", [""])[0]
    name, wanted = await run_in_threadpool(_named, request), entry(given)
    answer = RedirectResponse("/", status_code=303)
    if wanted is None:
        answer.delete_cookie(name, httponly=True, samesite="strict")
    else:
        answer.set_cookie(name, str(wanted), max_age=YEAR, httponly=True, samesite="strict")
    return answer


def _named(request: Request) -> str:
    """The cookie's name; a free reading may have to be waited for."""
    with served(request).lent() as shown:
        return _name(shown)


routes = [
    Route("/", reading(start)),
    Route("/seen", mark, methods=["POST"]),
    Route("/api/new", reading(new_json)),
]
