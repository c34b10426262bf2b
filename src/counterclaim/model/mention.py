"""A mention: words that name a place, or look as if they did."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from counterclaim.model.place import Place


class MentionType(StrEnum):
    """What the words name. Only a settlement, and what refers to one, is tied to a place; an area to itself."""

    SETTLEMENT = "settlement"
    AREA = "area"
    REFERENCE = "reference"
    FACILITY = "facility"
    PART = "part"
    FEATURE = "feature"
    METONYM = "metonym"
    DEMONYM = "demonym"
    NOT_PLACE = "not_place"


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a place, or look like it, with what they name and the place they mean."""

    type: str
    place: Place

    def as_json(self) -> dict[str, Any]:
        """The public shape of a place, and the type."""
        return {"type": str(self.type)} | self.place.as_json()

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "Mention":
        """The mention that `as_json` wrote."""
        return cls(value["type"], Place.from_json(value))
