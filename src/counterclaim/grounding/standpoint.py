"""From where a date is told: the day of its report, a date told before it, whether it lies ahead."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from counterclaim.model.when import PartialDate, When

Tense = Literal["past", "ahead", "said"]
COMMON_YEARS = (2001, 2002)  # without 29 February, for days whose year is not known


@dataclass(frozen=True, slots=True)
class Standpoint:
    """`today` is the day of the report; `told` the date told before in its text; each None where not known.

    `tense` is "ahead" for what is to come, "past" for what is told as having been, "said" for the day of a saying,
    None where the words do not show it. `opening` is that of the date: "before" or "after".
    """

    today: date | None
    tense: Tense | None = None
    told: When | None = None
    opening: str | None = None

    @property
    def is_past(self) -> bool:
        """Whether it lies behind the report for sure."""
        return self.tense in ("past", "said")

    @property
    def is_ahead(self) -> bool:
        """Whether it is looked for after the day of the report: what is to come, and a limit that is not past."""
        return self.tense == "ahead" or (self.opening == "before" and not self.is_past)


def single(day: date) -> PartialDate:
    """A day as an end of a span."""
    return PartialDate(day.year, day.month, day.day)


def days(first: date, last: date) -> When:
    """The span of two days."""
    return When(single(first), single(last))


def one(part: PartialDate) -> When:
    """A span of one date."""
    return When(part, part)


def month(year: int, number: int) -> PartialDate:
    """A month, `number` counted on over New Year: 13 is January of the next year."""
    return PartialDate(year + (number - 1) // 12, (number - 1) % 12 + 1)


def moved(part: PartialDate, by: int) -> PartialDate | None:
    """The day `by` days after `part`, its year open if it was; None where that hangs on the year."""
    if part.month is None or part.day is None:
        return None
    years = COMMON_YEARS if part.year is None else (part.year,)
    if part.year is None and part.month == 2 and part.day == 29:
        return None
    found = [date(year, part.month, part.day) + timedelta(days=by) for year in years]
    if part.year is not None:
        return single(found[0])
    stays = {day.year for day in found} == set(years) and not _may_leap(part, found[0])
    return replace(single(found[0]), year=None) if stays else None


def _may_leap(part: PartialDate, moved_to: date) -> bool:
    """Whether 29 February may lie between two days of one year that is not known."""
    ends = sorted(((part.month or 0, part.day or 0), (moved_to.month, moved_to.day)))
    return ends[0] <= (2, 28) and ends[1] > (2, 28)
