"""The pages of outlets: all of them with their figures, and one with what stands behind each number."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from counterclaim.errors import BadValueError, NotFoundError, RedactedError
from counterclaim.masking.shown import Shown
from counterclaim.views import claim_rows
from counterclaim.views.outlet_figures import BEHIND, OF_REPORTS
from counterclaim.views.outlet_table import RISING, SORTS, Row, fitting, parties, picture, ranked
from counterclaim.web.api import LIMIT, listed
from counterclaim.web.asked import Part
from counterclaim.web.endpoints import query, served
from counterclaim.web.figures import KeptFigures, State
from counterclaim.web.rendering import page
from counterclaim.web.words import words

ROWS = 25
AGAIN = {"Retry-After": "5"}


def kept(request: Request) -> KeptFigures:
    """The figures that this server keeps."""
    found: KeptFigures = request.app.state.figures
    return found


@dataclass(frozen=True, slots=True)
class Order:
    """By what the rows are ordered, and the addresses that order them otherwise."""

    by: str
    down: bool
    asked: dict[str, Any]

    @classmethod
    def of(cls, request: Request) -> "Order":
        """The order asked for; most reports first if none is. Raises BadValueError."""
        asked = query(request)
        by = asked.get("sort", "reports")
        if by not in SORTS:
            raise BadValueError(f"Outlets cannot be ordered by “{by}”.", f"Order them by one of {', '.join(SORTS)}.")
        return cls(by, asked.get("order", _usual(by)) == "down", asked)

    def address(self, by: str) -> str:
        """The same rows by that column; the other way round where they are ordered by it already."""
        down = not self.down if by == self.by else _usual(by) == "down"
        kept = {name: value for name, value in self.asked.items() if name not in ("offset", "sort", "order")}
        return f"/outlets?{urlencode(kept | {'sort': by, 'order': 'down' if down else 'up'})}"

    def aria(self, by: str) -> str | None:
        """What a column's head says of itself."""
        return ("descending" if self.down else "ascending") if by == self.by else None


def _usual(by: str) -> str:
    return "up" if by in RISING else "down"


def outlets(request: Request) -> Response:
    """All outlets, a part of them."""
    state, part, order = kept(request).waited(), Part.of(request, limit=ROWS, most=200), Order.of(request)
    asked = query(request)
    found = ranked(fitting(state.rows, asked.get("named"), asked.get("party")), order.by, down=order.down)
    shown, more = part.cut(found[part.offset :])
    return page(
        request,
        "outlets.html",
        state=state,
        progress=progress(state),
        rows=shown,
        whole=len(found),
        order=order,
        parties=parties(state.rows),
        picture=picture(found) if not part.offset else None,
        links=part.links(request, more=more),
        detail=detail,
        pairs=pairs,
    )


def outlet(request: Request) -> Response:
    """One outlet, and what stands behind one of its numbers. Raises NotFoundError where no report of it is held."""
    name = query(request).get("name")
    state, part = kept(request).waited(), Part.of(request, limit=ROWS, most=100)
    row = _row(state, name)
    number, of = _number(request)
    if row is None and state.is_whole:
        raise NotFoundError(f"No report of an outlet named “{name}” is held.", "/outlets lists those of which one is.")
    figures = kept(request).figures
    ids, whole = figures.behind(name, number, of, limit=part.limit, offset=part.offset)
    told = figures.differing(name, of or "", ids)
    with served(request).lent() as shown:
        rows = list(_reports(shown, ids)) if number in OF_REPORTS else _claims(shown, ids, told, of)
    return page(
        request,
        "outlet.html",
        state=state,
        progress=progress(state),
        row=row,
        name=name,
        number=number,
        of=of,
        rows=rows,
        whole=whole,
        of_reports=number in OF_REPORTS,
        links=part.links(request, more=part.offset + part.limit < whole),
        detail=detail,
        pairs=pairs,
    )


def detail(name: str | None, number: str | None = None, of: str | None = None) -> str:
    """The address of an outlet's page, or of what stands behind a number there."""
    values = {"name": name or "", "number": number, "of": of}
    address = "/outlets/detail?" + urlencode({key: value for key, value in values.items() if value is not None})
    return f"{address}#behind" if number else address


def pairs(counts: Iterable[Mapping[str, Any]]) -> list[tuple[str, int]]:
    """Names with their counts."""
    return [(one["name"], one["count"]) for one in counts]


def _row(state: State, name: str | None) -> Row | None:
    return next((row for row in state.rows if row["outlet"] == name), None)


def _number(request: Request) -> tuple[str, str | None]:
    """The number asked for, and of what. Raises BadValueError."""
    asked = query(request)
    number = asked.get("number", "claims")
    if number not in BEHIND:
        raise BadValueError(f"“{number}” is no number of an outlet.", f"Ask for one of {', '.join(BEHIND)}.")
    return number, asked.get("of")


def _claims(shown: Shown, ids: Iterable[str], told: Mapping[str, set[str]], change: str | None) -> list[dict[str, Any]]:
    """These claims as far as they are held still, as a list shows them.

    `told` are tellings by claim: the differences of that kind in them stand with it.
    """
    held = list(_held(shown, ids))
    small = [
        {"tellings": claim["tellings"], "drift": [item for item in claim["drift"] if item["change"] == change]}
        for claim in held
    ]
    found = zip(claim_rows.rows(shown, held), shown.outlined(small), strict=True)
    return [row | {"items": [item for item in one["drift"] if item["to"] in told[row["id"]]]} for row, one in found]


def _held(shown: Shown, ids: Iterable[str]) -> Iterator[dict[str, Any]]:
    for name in ids:
        with suppress(NotFoundError, RedactedError):  # it went since the figures were made
            yield shown.store.claim(name)


def _reports(shown: Shown, ids: Iterable[str]) -> Iterator[dict[str, Any]]:
    """These reports as far as they are held still."""
    for name in ids:
        with suppress(NotFoundError, RedactedError):
            report = shown.report(name)
            yield report.as_public_json() | {"title": report.title}


def progress(state: State) -> str:
    """Of what state of the ledger the figures are, or how far the first ones are."""
    text, reach = words().text, state.reach
    if state.entry is not None and state.at is not None:
        day = f"{state.at:%Y-%m-%d}"
        return text("outlets.as_of", entry=f"{state.entry:,}", time=f"{state.at:%H:%M}", day=day)
    if reach is None:
        return text("outlets.not_begun")
    if reach.reports < reach.of_reports:
        return text("outlets.reports_read", n=f"{reach.reports:,}", of=f"{reach.of_reports:,}")
    return text("outlets.claims_read", n=f"{reach.claims:,}", of=f"{reach.of_claims:,}")


def api_outlets(request: Request) -> Response:
    """`counterclaim outlets --json`, each line with `as_of`; 503 while the first figures are being made."""
    state, part = kept(request).waited(), Part.of(request, limit=LIMIT)
    rows = (row | {"as_of": state.entry} for row in state.rows[part.offset :])
    return listed(request, rows, part) if state.is_whole else _not_yet(state)


def api_outlet(request: Request) -> Response:
    """The line of one outlet; without a name, of the reports whose outlet is not known."""
    state = kept(request).waited()
    name = query(request).get("name")
    row = _row(state, name)
    if row is None and state.is_whole:
        raise NotFoundError(f"No report of an outlet named “{name}” is held.", "/api/outlets lists those it holds.")
    return JSONResponse({**row, "as_of": state.entry}) if row and state.is_whole else _not_yet(state)


def _not_yet(state: State) -> Response:
    told = {"message": progress(state), "remedy": words().text("outlets.again")}
    return JSONResponse({"error": told}, status_code=503, headers=AGAIN)


routes = [
    Route("/outlets", outlets),
    Route("/outlets/detail", outlet),
    Route("/api/outlets", api_outlets),
    Route("/api/outlets/detail", api_outlet),
]
