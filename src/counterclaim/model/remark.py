"""A remark: words of a report with one thing said of them."""

from dataclasses import dataclass
from typing import Any

from counterclaim.model.span import Span


@dataclass(frozen=True, slots=True)
class Remark:
    """Words with one thing said of them: why they are not told, how a loaded word is used, which sense a word has."""

    span: Span
    value: str

    def as_json(self) -> dict[str, Any]:
        """`{start, end, text, value}`."""
        return self.span.as_json() | {"value": self.value}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "Remark":
        """The remark that `as_json` wrote."""
        return cls(Span.from_json(value), value["value"])
