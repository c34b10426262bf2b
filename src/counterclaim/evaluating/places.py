"""Places as labels write them: a type and the ids of a gazetteer."""

from collections.abc import Mapping
from typing import Any

from counterclaim.errors import BadValueError
from counterclaim.model.place import Candidate, Place, PlaceState
from counterclaim.model.span import Span

TYPES = (
    "settlement", "area", "reference", "facility", "part", "feature", "metonym", "demonym", "not_place",
)  # fmt: skip
GROUNDED = ("settlement", "reference")  # only these are tied to a place; an area to itself
IDENTITY = ("id", "ids", "name")  # what a label says of the gazetteer's place


def place_of(span: Span, fact: Mapping[str, Any]) -> Place:
    """The place that a label means: resolved with one id, ambiguous with several, else as its type says.

    Raises BadValueError where a place of its type cannot have what the label says.
    """
    place = _place(span, fact)
    kept = place_facts(fact["type"], place)
    if lost := [key for key in IDENTITY if fact.get(key) and kept.get(key) != fact[key]]:
        remedy = "An id belongs to a settlement, a reference or an area, a name to the id of one of the former."
        raise BadValueError(
            f"“{span.text}”: a place of type {fact['type']} cannot have {', '.join(lost)} here.", remedy
        )
    return place


def place_facts(type_: str, place: Place) -> dict[str, Any]:
    """What a label says of a place, the inverse of `place_of`; what it does not say is left out."""
    ids = [other.id for other in place.alternatives]
    facts = {"type": type_, "id": place.id, "ids": ids or None, "name": place.name, "part": place.part}
    return {key: one for key, one in facts.items() if one is not None}


def _place(span: Span, fact: Mapping[str, Any]) -> Place:
    part = fact.get("part")
    if fact["type"] == "area":
        return Place(span.text, span, PlaceState.AREA, id=fact.get("id"), part=part)
    if fact["type"] in GROUNDED and fact.get("id"):
        return Place(span.text, span, PlaceState.RESOLVED, id=fact["id"], name=fact.get("name"), part=part)
    if fact["type"] in GROUNDED and fact.get("ids"):
        others = tuple(Candidate(one, one) for one in fact["ids"])
        return Place(span.text, span, PlaceState.AMBIGUOUS, part=part, alternatives=others)
    return Place(span.text, span, PlaceState.UNRESOLVED, part=part)
