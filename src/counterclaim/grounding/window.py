"""Days that a person should look at: before the war of the theatre, or far from the day of the report."""

from collections.abc import Iterator
from datetime import date

from counterclaim.model.when import LEAP_YEAR, When

AFTER = 5  # years after the report, beyond which what is told to come is seldom told


def odd_days(name: str, value: When | None, published: date | None, period: When | None) -> Iterator[str]:
    """What is odd in the days of `name` ("said" or "when"), as notes for a person.

    A span lies before or after a day as a whole; one with an open end is judged by the other. History told as
    background lies before the war, and the note says so. Days whose year is open are not judged.
    """
    if value is None or not value.year_known:
        return
    first, last = value.dates[0].days(LEAP_YEAR)[0], value.dates[-1].days(LEAP_YEAR)[1]
    begun = period.bounds()[0] if period else None
    if period and begun and last < begun:
        yield f"{name}: {value} lies before the war of this theatre ({period.start})"
    if published is None:
        return
    if name == "said" and lies_after(value, published):
        yield f"{name}: {value} lies after the day of the report ({published})"
    if name == "when" and first > _years_after(published):
        yield f"{name}: {value} lies more than five years after the report ({published})"


def lies_after(value: When | None, published: date | None) -> bool:
    """Whether days lie behind that of the report as a whole. Those of an open year may not."""
    if value is None or published is None or not value.year_known:
        return False
    return value.dates[0].days(LEAP_YEAR)[0] > published


def _years_after(day: date) -> date:
    return date(day.year + AFTER, day.month, min(day.day, 28) if day.month == 2 else day.day)
