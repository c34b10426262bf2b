"""A span: where words stand in a stored text, and which words they are."""

from dataclasses import dataclass
from typing import Any

from counterclaim.errors import SpanError

CONTEXT = 32  # code points either side; the W3C Web Annotation model's TextQuoteSelector leaves the length open


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words at `[start, end)` of a text, in code points. The text itself is kept so that a shift is noticed.

    Raises SpanError where the place is empty or is not as long as the words.
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if self.start < 0 or not self.text or self.end - self.start != len(self.text):
            raise SpanError(f"No {len(self.text)} code points stand at {self.start}:{self.end}.")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> "Span":
        """The span `[start, end)` of `text`. Raises SpanError where `text` has no such, or an empty, place."""
        if not 0 <= start < end <= len(text):
            raise SpanError(f"No span {start}:{end} in a text of {len(text)} code points.")
        return cls(start, end, text[start:end])

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "Span":
        """The span that `as_json` wrote."""
        return cls(value["start"], value["end"], value["text"])

    def as_json(self) -> dict[str, Any]:
        """`{start, end, text}`, the public shape."""
        return {"start": self.start, "end": self.end, "text": self.text}

    def check(self, text: str) -> None:
        """Raises SpanError unless `text` holds exactly these words at exactly this place."""
        if text[self.start : self.end] != self.text:
            raise SpanError(f"The words at {self.start}:{self.end} are not the words of the span.")

    def contains(self, other: "Span") -> bool:
        """Whether `other` lies within."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def context(self, text: str) -> tuple[str, str]:
        """Up to 32 code points before and after in `text`: with them a span is found again in a changed text."""
        return text[max(0, self.start - CONTEXT) : self.start], text[self.end : self.end + CONTEXT]
