"""Places as labels write them: a type and the ids of a gazetteer."""

from collections.abc import Mapping
from typing import Any

from counterclaim.model.place import Candidate, Place, PlaceState
from counterclaim.model.span import Span

TYPES = (
    "settlement", "area", "reference", "facility", "part", "feature", "metonym", "demonym", "not_place",
)  # fmt: skip
GROUNDED = ("settlement", "reference")  # only these are tied to a place; an area to itself


def place_of(span: Span, fact: Mapping[str, Any]) -> Place:
    """The place that a label means: resolved with one id, ambiguous with several, else as its type says."""
    ids = list(fact.get("ids") or ())
    part = fact.get("part")
    if fact["type"] == "area":
        return Place(span.text, span, PlaceState.AREA, id=fact.get("id"), part=part)
    if fact["type"] in GROUNDED and fact.get("id"):
        return Place(span.text, span, PlaceState.RESOLVED, id=fact["id"], name=fact.get("name"), part=part)
    if ids:
        others = tuple(Candidate(one, one) for one in ids)
        return Place(span.text, span, PlaceState.AMBIGUOUS, part=part, alternatives=others)
    return Place(span.text, span, PlaceState.UNRESOLVED, part=part)
