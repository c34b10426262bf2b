"""Pages from templates. Reports are hostile input: every value is escaped, none is ever marked as safe by hand."""

import unicodedata
from functools import cache
from typing import Any
from urllib.parse import quote, urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from counterclaim.printing import REPLACED
from counterclaim.views import tracing
from counterclaim.web.endpoints import served
from counterclaim.web.words import words

HARMFUL = {code: mark for code, mark in REPLACED.items() if code != ord("\t")}  # a tab is only white space on a page
OPENING = ("“", "„", "«", '"')
NAVIGATION = ("start", "claims", "reports", "places", "map", "outlets", "try", "about")


def page(request: Request, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
    """The page that `template` makes of `values`."""
    around = {"path": request.url.path, "asked": dict(request.query_params), "served": served(request)}
    return HTMLResponse(environment().get_template(template).render(around | values), status_code=status)


def drawing(svg: str, *, saved_as: str | None = None) -> Response:
    """A picture as a file of its own, by which nothing is loaded and nothing runs; its own style counts."""
    headers = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox"}
    if saved_as:
        headers["Content-Disposition"] = f'attachment; filename="{saved_as}"'
    return Response(svg.encode(), media_type="image/svg+xml", headers=headers)


@cache
def environment() -> Environment:
    """The templates, with what all of them may use."""
    made = Environment(
        loader=PackageLoader("counterclaim.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    made.globals |= {"t": words().text, "tn": words().counted, "navigation": NAVIGATION, "tracing": tracing}
    made.filters |= {
        "spaced": spaced,
        "day": day,
        "link": link,
        "segment": segment,
        "short": tracing.shortened,
        "marks": marks,
        "number": number,
    }
    return made


def _shown(value: Any) -> Any:
    """Control and direction characters, which could rewrite what stands around them, are replaced; None is empty."""
    if value is None:
        return ""
    return value.translate(HARMFUL) if type(value) is str else value


def spaced(label: str | None) -> str:
    """A label as a person writes it: "control changed"."""
    return (label or "").replace("_", " ")


def marks(content: str) -> str:
    """The class of words from a report, which puts them in quotation marks; empty where they begin with their own."""
    return "" if content[:1] in OPENING else "words"


def number(value: int) -> str:
    """A number as a person writes it: "12,345"."""
    return f"{value:,}"


def day(moment: str | None) -> str:
    """The day of an ISO 8601 date or instant; empty where it is not known."""
    return (moment or "")[:10]


def segment(name: str) -> str:
    """A name as part of an address."""
    return quote(name, safe="")


def link(address: str | None) -> str | None:
    """An address that may be made a link: http or https, to a host, without what could deceive; else None."""
    if not address or any(unicodedata.category(letter)[0] in "CZ" for letter in address):
        return None
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and host and "@" not in parts.netloc else None
