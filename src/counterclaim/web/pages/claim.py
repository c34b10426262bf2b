"""The page of a claim: who has it from whom, what each telling changed; and two tellings side by side."""

from functools import partial
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from counterclaim.drawing.trace_svg import inlaid, trace_svg
from counterclaim.errors import BadValueError
from counterclaim.masking.shown import Shown
from counterclaim.printing import says
from counterclaim.views import side_by_side, tracing
from counterclaim.views.branches import branches, drawn
from counterclaim.views.claim_sheet import Side, sheet, sides
from counterclaim.views.tracing import Trace
from counterclaim.views.wording import compared, differing
from counterclaim.web.endpoints import query, reading
from counterclaim.web.rendering import drawing, page

DRAWN = 25  # tellings in the picture; with more nobody finds his way
TURNS = 10  # pairs of reports whose added and dropped tellings stand open


def claim(request: Request, shown: Shown) -> Response:
    """A claim, by its id, an id that it had, or the id of a telling: the last two lead on to its own address."""
    asked = request.path_params["name"]
    name = shown.store.claim(asked)["id"]
    if name != asked:
        return RedirectResponse(f"/claims/{name}", 303)
    found = sheet(shown, name)
    part = drawn(found.trace, DRAWN)
    return page(
        request,
        "claim.html",
        sheet=found,
        trace=found.trace,
        claim=found.trace.claim,
        picture=_picture(part),
        left_out=len(found.trace.told) - len(part.told),
        rooted=branches(found.trace.rooted),
        loose=branches(found.trace.loose),
        turns=list(tracing.turns(found.trace)),
        turns_open=TURNS,
        chosen=_chosen(found.trace),
        slot=side_by_side.slot,
        says=says,
        differing=partial(differing, lines=found.trace.lines),
    )


def _picture(trace: Trace) -> Markup:
    """The picture of a claim, whose boxes lead to the tellings in the list of the page."""
    return Markup(inlaid(trace, lambda name: f"#{name}"))  # noqa: S704 made of numbers and of words that are escaped


def _chosen(trace: Trace) -> tuple[str, str]:
    """The two tellings that the form offers to compare: the first that differs and what it differs from, else two."""
    for item in trace.claim["drift"]:
        if item["from"] in trace.lines and item["to"] in trace.lines:
            return item["from"], item["to"]
    ids = [line["id"] for line in trace.told]
    return ids[0], ids[-1]


def compare(request: Request, shown: Shown) -> Response:
    """Two tellings side by side; they may be of other claims than the one in the address."""
    asked = request.path_params["name"]
    name = shown.store.claim(asked)["id"]
    ids = [query(request).get(end) for end in ("one", "other")]
    if not all(ids):
        raise BadValueError(
            "Two tellings are laid side by side, and the address names fewer.",
            f"Choose both on /claims/{name}, or write /claims/{name}/compare?one=t_…&other=t_….",
        )
    told = sides(shown, list(map(str, ids)))
    one, other = (side.line for side in told)
    return page(
        request,
        "compare.html",
        claim_id=name,
        told=told,
        contents=compared(says(one["content"]), says(other["content"])),
        sentences=compared(one["sentence"]["text"], other["sentence"]["text"]),
        rows=side_by_side.rows(one, other),
        between=_between(told),
        joins=_joins(told),
        languages=[side.line["report"]["language"] for side in told],
        differing=partial(differing, lines={side.line["id"]: side.line for side in told}),
    )


def _between(told: list[Side]) -> list[Any]:
    """The differences told between two tellings, whichever of them was held against the other."""
    ids = {side.line["id"] for side in told}
    return [item for item in _of_claim(told, "drift") if {item["from"], item["to"]} == ids]


def _joins(told: list[Side]) -> list[Any]:
    """Why two tellings are one claim, where that rests on these two."""
    ids = {side.line["id"] for side in told}
    return [join for join in _of_claim(told, "joins") if {join["one"], join["other"]} == ids]


def _of_claim(told: list[Side], part: str) -> list[Any]:
    """That part of the claim of the first telling; nothing where it awaits linking."""
    claim = told[0].claim
    return list(claim[part]) if claim else []


def picture(request: Request, shown: Shown) -> Response:
    """The picture as a file of its own, as `counterclaim trace c_… --svg` writes it."""
    asked = request.path_params["name"]
    name = shown.store.claim(asked)["id"]
    if name != asked:
        return RedirectResponse(f"/claims/{name}/trace.svg", 303)
    found = shown.claim(name)
    trace = Trace(found, shown.told(found), shown.beside(found))
    return drawing(trace_svg(trace), saved_as=f"{name}.svg")


routes = [
    Route("/claims/{name}", reading(claim)),
    Route("/claims/{name}/compare", reading(compare)),
    Route("/claims/{name}/trace.svg", reading(picture)),
]
