"""A quantity: a count as a range, with what is counted and the words that give it."""

import re
from dataclasses import dataclass
from typing import Any, Self

from counterclaim.errors import BadValueError, SpanError
from counterclaim.model.span import Span

LARGEST = 10**18 - 1  # eighteen digits: more is a misreading, not a count
SLACK = 5  # "about n" is taken as n give or take a fifth, rounded up: our convention, not a measured figure
NOTATION = re.compile(r"(~?)(?:>=([0-9]{1,18})|<=([0-9]{1,18})|([0-9]{1,18})?\.\.([0-9]{1,18})?|([0-9]{1,18}))")
REMEDY = "Write 24, 24..99, >=5, <=10 or .. (nothing known); ~ before it for a vague count, as in ~100."


@dataclass(frozen=True, slots=True)
class Quantity:
    """Between `low` and `high` of something, both included.

    `metric` is what is counted ("killed"), `who` whom; None is unstated. `low` None: from nothing known; `high`
    None: no upper bound. `vague`: the words gave no figure, or "about". `per`: day, week, month or total, None
    where it is not said in how long the count came together. Raises BadValueError for a negative or
    too large bound or `low` above `high`, SpanError where `span` holds other words than `written`.
    """

    metric: str | None
    who: str | None
    written: str
    low: int | None
    high: int | None
    vague: bool = False
    span: Span | None = None
    per: str | None = None

    def __post_init__(self) -> None:
        if not 0 <= (self.low or 0) <= LARGEST or not 0 <= (self.high or 0) <= LARGEST:
            raise BadValueError(f"{self} is no count.", "A bound is a whole number from 0, of 18 digits at most.")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise BadValueError(f"{self} has its bounds reversed.", "Write the lower bound first.")
        if self.span and self.span.text != self.written:
            raise SpanError("The span of a quantity does not hold the words written.")

    @classmethod
    def parse(
        cls,
        notation: str,
        *,
        metric: str | None = None,
        who: str | None = None,
        written: str | None = None,
        span: Span | None = None,
    ) -> Self:
        """The count that `notation` writes: `24`, `24..99`, `>=5`, `<=10`, `..`, each vague after `~`.

        `~100` is 100 give or take a fifth (80 to 120: our convention), `~24..99` vague within its stated bounds.
        `written` is the notation itself unless given. Raises BadValueError.
        """
        match = NOTATION.fullmatch(notation)
        if not match:
            raise BadValueError(f"{notation!r} is not a count.", REMEDY)
        low, high = _range(match)
        return cls(metric, who, notation if written is None else written, low, high, bool(match[1]), span)

    @property
    def exact(self) -> bool:
        """Whether it is one number, stated as such."""
        return self.low is not None and self.low == self.high and not self.vague

    def __str__(self) -> str:
        return "~" + self._about() if self.vague else self._plain()

    def _about(self) -> str:
        middle = ((self.low or 0) + (self.high or 0)) // 2
        if (self.low, self.high) == _around(middle):
            return str(middle)
        return f"{self.low}..{self.high}" if self.low == self.high is not None else self._plain()

    def _plain(self) -> str:
        if self.low == self.high:
            return ".." if self.low is None else str(self.low)
        if self.high is None:
            return f">={self.low}"
        return f"<={self.high}" if self.low is None else f"{self.low}..{self.high}"

    def compatible(self, other: "Quantity") -> bool:
        """Whether one number can lie in both ranges, with nothing said against their counting the same thing.

        A metric or `who` that is unstated matches any; stated ones must be equal but for case.
        """
        same = _agree(self.metric, other.metric) and _agree(self.who, other.who)
        return same and self.overlaps(other)

    def overlaps(self, other: "Quantity") -> bool:
        """Whether one number can lie in both ranges, whatever is counted."""
        return _reaches(self.high, other.low) and _reaches(other.high, self.low)

    def as_json(self) -> dict[str, Any]:
        """`{metric, who, written, low, high, vague, per, start, end}`, the public shape."""
        start, end = (self.span.start, self.span.end) if self.span else (None, None)
        return {name: getattr(self, name) for name in PLAIN} | {"per": self.per, "start": start, "end": end}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Self:
        """The quantity that `as_json` wrote."""
        start = value.get("start")
        span = None if start is None else Span(start, value["end"], value["written"])
        return cls(**{name: value[name] for name in PLAIN}, span=span, per=value.get("per"))


PLAIN = ("metric", "who", "written", "low", "high", "vague")


def _range(match: re.Match[str]) -> tuple[int | None, int | None]:
    """The bounds of a notation: the groups are `~`, at least, at most, from, to, alone."""
    least, most, start, end, alone = (None if part is None else int(part) for part in match.groups()[1:])
    if alone is not None:
        return _around(alone) if match[1] else (alone, alone)
    return (start if least is None else least), (end if most is None else most)


def _around(middle: int) -> tuple[int, int]:
    slack = -(-middle // SLACK)
    return middle - slack, middle + slack


def _reaches(high: int | None, low: int | None) -> bool:
    return high is None or low is None or low <= high


def _agree(mine: str | None, theirs: str | None) -> bool:
    return mine is None or theirs is None or mine.casefold() == theirs.casefold()
