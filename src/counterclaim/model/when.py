"""When: a span of days with a precision, written in EDTF; and a date as a report writes it.

Source: Extended Date/Time Format, Library of Congress 2019 (ISO 8601-2:2019), levels 0 and 1: days, months, years
and intervals. Times of day, seasons, decades and qualified components are refused.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from typing import Any, Literal, Self

from counterclaim.errors import BadValueError, SpanError
from counterclaim.model.span import Span

LAST_YEAR = 9998  # one less than datetime.date holds, so that a span over New Year has an end
LEAP_GAP = 8  # years; the longest stretch between two 29 Februaries, as from 1896 to 1904
LEAP_YEAR = 2004  # any would do: it stands in where every year is as good
NOTATION = re.compile(r"([0-9]{4}|XXXX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([~?%]?)")
REMEDY = "Write 2025-12-07, 2025-12, 2025, XXXX-12-07 (no year), A/B, A/.. or ../B; ~, ? or % may follow a date."

Precision = Literal["day", "month", "year"]
Missing = Literal["..", ""]  # an end without a date: the span goes on for ever, or nobody said


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, month or year; the year of a day or month may be unknown.

    `qualifier` is EDTF's: `?` may be wrong, `~` about, `%` both, or none. Raises BadValueError where the calendar
    (proleptic Gregorian, years 1 to 9998) lacks the date.
    """

    year: int | None
    month: int | None = None
    day: int | None = None
    qualifier: str = ""

    def __post_init__(self) -> None:
        if self.month is None and (self.year is None or self.day is not None):
            raise BadValueError("A date needs its year or its month, and a day needs its month.", REMEDY)
        try:
            known = self.days(LEAP_YEAR)[0].year <= LAST_YEAR
        except ValueError:
            known = False
        if not known or self.qualifier not in ("", "?", "~", "%"):
            raise BadValueError(f"No calendar has the date {self}.", REMEDY)

    def days(self, year: int) -> tuple[date, date]:
        """First and last day, in `year` if its own is unknown. Raises ValueError where that year lacks it."""
        whole = year if self.year is None else self.year
        first, last = (1, 12) if self.month is None else (self.month, self.month)
        ends = (1, monthrange(whole, last)[1]) if self.day is None else (self.day, self.day)
        return date(whole, first, ends[0]), date(whole, last, ends[1])

    def __str__(self) -> str:
        year = "XXXX" if self.year is None else f"{self.year:04}"
        parts = [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join([year, *parts]) + self.qualifier


@dataclass(frozen=True, slots=True)
class When:
    """The days from `start` to `end`, both included; one date is a span that starts and ends with it.

    `A/A` is the same value as `A`. Years are known for both ends or neither; without them an end earlier in the
    calendar than its start lies in the following year. Raises BadValueError for any other span, for one without a
    date, and for one that ends before it begins.
    """

    start: PartialDate | Missing
    end: PartialDate | Missing

    def __post_init__(self) -> None:
        if len({part.year is None for part in self.dates}) != 1:
            raise BadValueError("A span needs a date, and the years of both its ends or of neither.", REMEDY)
        first, last = self.bounds()
        if first and last and first > last:
            raise BadValueError(f"The span {self} ends before it begins.", "Write the earlier date first.")

    @classmethod
    def parse(cls, edtf: str) -> Self:
        """The span that `edtf` writes; `XX` as month or day gives the coarser date. Raises BadValueError."""
        start, slash, end = edtf.partition("/")
        return cls(_end(start), _end(end if slash else start))

    @property
    def edtf(self) -> str:
        """Its canonical notation; `When.parse` reads it back as the same value."""
        return str(self.start) if self.start == self.end else f"{self.start}/{self.end}"

    def __str__(self) -> str:
        return self.edtf

    @property
    def dates(self) -> tuple[PartialDate, ...]:
        """The ends that are dates."""
        return tuple(part for part in (self.start, self.end) if not isinstance(part, str))

    @property
    def year_known(self) -> bool:
        """Whether its years are stated."""
        return self.dates[0].year is not None

    @property
    def precision(self) -> Precision:
        """How finely it is given: the coarser of its ends."""
        months, days = zip(*((part.month, part.day) for part in self.dates), strict=True)
        return "year" if None in months else "month" if None in days else "day"

    @property
    def over_new_year(self) -> bool:
        """Whether, its years being unknown, it runs into the year after the one it begins in."""
        start, end = self.dates[0], self.dates[-1]
        return not self.year_known and (start.month or 1, start.day or 1) > (end.month or 12, end.day or 31)

    def bounds(self) -> tuple[date | None, date | None]:
        """Its first and last day; None for an end without a date, and for both where the year is unknown."""
        first, last = (self.days(LEAP_YEAR) if self.year_known else None) or (None, None)
        return (None if isinstance(self.start, str) else first), (None if isinstance(self.end, str) else last)

    def days(self, year: int) -> tuple[date, date] | None:
        """First and last day, in `year` if its own is unknown: None if that lacks it, `date.min` or `max` if open."""
        try:
            first = date.min if isinstance(self.start, str) else self.start.days(year)[0]
            last = date.max if isinstance(self.end, str) else self.end.days(year + self.over_new_year)[1]
        except ValueError:
            return None
        return first, last

    def days_near(self, other: "When") -> list[tuple[date, date]]:
        """Its `days` in every year that can matter beside `other`."""
        known = other.days(LEAP_YEAR) if other.year_known else None
        first, last = (day.year for day in known) if known else (LEAP_YEAR, LEAP_YEAR)
        until = min(last, first + LEAP_GAP) + LEAP_GAP
        years = (LEAP_YEAR,) if self.year_known else range(max(1, first - LEAP_GAP), until + 1)
        return [days for days in map(self.days, years) if days]

    def compatible(self, other: "When") -> bool:
        """Whether some day can belong to both: an unknown year may be any, a missing end has no limit.

        Qualifiers do not widen a span (EDTF gives them no width): `2025-12-07~` and `2025-12-08` share none.
        """
        pairs = product(self.days_near(other), other.days_near(self))
        return any(ours[0] <= theirs[1] and theirs[0] <= ours[1] for ours, theirs in pairs)

    def in_year(self, year: int) -> Self:
        """The same span, begun in `year` if its own was unknown. Raises BadValueError for a 29 February it lacks."""
        if self.year_known:
            return self
        if self.days(year) is None:
            raise BadValueError(f"{self} does not exist in {year}.", "Choose a year that has the day.")
        return type(self)(_settled(self.start, year), _settled(self.end, year + self.over_new_year))


def _end(edtf: str) -> PartialDate | Missing:
    if edtf in ("", ".."):
        return ".." if edtf else ""
    match = NOTATION.fullmatch(edtf)
    if not match:
        raise BadValueError(f"{edtf!r} is not a date.", REMEDY)
    year, month, day = (None if not part or part[0] == "X" else int(part) for part in match.groups()[:3])
    return PartialDate(year, month, day, match[4])


def _settled(part: PartialDate | Missing, year: int) -> PartialDate | Missing:
    return part if isinstance(part, str) else replace(part, year=year)


@dataclass(frozen=True, slots=True)
class Dated:
    """How a report writes a date, and the days it means.

    `when` is None where the words are no date we can read; `basis` is what they were read from ("text",
    "published"); `span` None where they stand outside the text. Raises SpanError where it holds other words.
    """

    written: str
    when: When | None
    basis: str
    span: Span | None = None

    def __post_init__(self) -> None:
        if self.span and self.span.text != self.written:
            raise SpanError("The span of a date does not hold the words written.")

    def as_json(self) -> dict[str, Any]:
        """`{written, edtf, basis, start, end}`, the public shape."""
        edtf = self.when.edtf if self.when else None
        place = {"start": self.span.start if self.span else None, "end": self.span.end if self.span else None}
        return {"written": self.written, "edtf": edtf, "basis": self.basis} | place

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> Self:
        """The date that `as_json` wrote."""
        written, start = value["written"], value.get("start")
        when = None if value["edtf"] is None else When.parse(value["edtf"])
        return cls(written, when, value["basis"], None if start is None else Span(start, value["end"], written))
