"""Dates that name their day, month, season or year; a year left out is found from the day of the report."""

from calendar import monthrange
from dataclasses import replace
from datetime import date

from counterclaim.grounding.standpoint import Standpoint, month, one
from counterclaim.lang.shapes import Says
from counterclaim.model.when import LEAP_YEAR, PartialDate, When

SLACK = 3  # days: a day without its year may lie so far after the report, by a slip or another time zone
NEXT = 31  # days after the report where a day without its year may still lie if no word shows that it is past
BEHIND = 90  # days: what is told as to come and would lie ahead by more than the rest of a year was so long ago at most
SOON = 2  # months: a month without its year that lies so near is meant, unless it is told as past
SEASONS = {1: 3, 2: 6, 3: 9, 4: 12}  # their first months, by the weather of the north
WINTER = 4


def date_of(says: Says, at: Standpoint) -> When | None:
    """A day, days, or a month: "December 7", "March 4–6", "in May last year"."""
    number, last = says.get("day"), says.get("day2")
    year = _year(says, at, says.get("month") or says["monthnumber"], number)
    first = PartialDate(year, says.get("month") or says["monthnumber"], number)
    return one(first) if last is None else When(first, replace(first, day=last))


def slashed(says: Says, _at: Standpoint) -> When | None:
    """A day only where the order of day and month can be told: "17/3/2031"."""
    first, second = says["day"], says["day2"]
    if first != second and max(first, second) <= 12:
        return None
    number, day = (first, second) if second > 12 else (second, first)
    return one(PartialDate(says["year"], number, day))


def number(says: Says, at: Standpoint) -> When | None:
    """The last day of that number before the report: "on the fourth"."""
    day = says.get("ordinal", says.get("day", 0))
    if at.today is None or day < 1:
        return None
    found = month(at.today.year, at.today.month - (day > at.today.day))
    return one(replace(found, day=day))


def year(says: Says, _at: Standpoint) -> When:
    """A year, or the years between two."""
    return When(PartialDate(says["year"]), PartialDate(says.get("year2", says["year"])))


def decade(says: Says, _at: Standpoint) -> When | None:
    """Ten years: "the 1990s"."""
    return None if says["year"] % 10 else When(PartialDate(says["year"]), PartialDate(says["year"] + 9))


def part(says: Says, at: Standpoint) -> When | None:
    """A third, half, quarter or week of a month or year: "early December", "the first half of 2024"."""
    if "month" not in says:
        return part_of_year(says["year"], says, at)
    return part_of_month(_year(says, at, says["month"], None), says["month"], says, at)


def part_of_month(whole: int | None, number: int, says: Says, at: Standpoint) -> When | None:
    """A part of the month `number`; a middle that is an end of a longer span is the fifteenth."""
    last = monthrange(LEAP_YEAR if whole is None else whole, number)[1]
    if whole is None and number == 2:
        last = 28
    if says.get("part") == "mid" and at.opening:
        ends: tuple[int, int] | None = (15, 15)
    elif "part" in says:
        ends = {"early": (1, 10), "start": (1, 10), "mid": (11, 20)}.get(says["part"], (21, last))
    elif says["of"]:
        ends = {1: (1, 15), 2: (16, last)}.get(says["ordinal"])
    else:
        ends = {-1: (last - 6, last)}.get(says["ordinal"], (7 * says["ordinal"] - 6, 7 * says["ordinal"]))
    if ends is None or not 1 <= ends[0] <= ends[1] <= last:
        return None
    return When(PartialDate(whole, number, ends[0]), PartialDate(whole, number, ends[1]))


def part_of_year(whole: int, says: Says, at: Standpoint) -> When | None:
    """A part of a year, in months; a middle that is an end of a longer span is June."""
    if "part" not in says:
        length = 12 // says["of"] if says["of"] else 0
        if not 1 <= says["ordinal"] <= (says["of"] or 0):
            return None
        return When(month(whole, length * (says["ordinal"] - 1) + 1), month(whole, length * says["ordinal"]))
    if says["part"] == "mid" and at.opening:
        return one(month(whole, 6))
    if says["part"] == "end" and at.opening == "before":
        return one(PartialDate(whole, 12, 31))
    thirds = {"early": (1, 4), "start": (1, 1), "mid": (5, 8), "late": (9, 12), "end": (12, 12)}
    first, last = thirds[says["part"]]
    return When(month(whole, first), month(whole, last))


def season(says: Says, at: Standpoint) -> When | None:
    """Three months; None for the winter of one year, which may be either, and for an end without a day."""
    first = SEASONS[says["season"]]
    if at.opening == "before":
        return None
    if at.today is None and "year" not in says:
        return None
    if "year" in says or "years" in says:
        whole = says["year"] if "year" in says or at.today is None else at.today.year + says["years"]
        return None if says["season"] == WINTER else When(month(whole, first), month(whole, first + 2))
    if at.today is None:
        return None
    begins = _season_begins(first, says.get("steps"), at, at.today)
    return When(month(begins, first), month(begins, first + 2))


def _season_begins(first: int, steps: int | None, at: Standpoint, today: date) -> int:
    """The year in which the season meant begins."""
    index = 12 * today.year + today.month
    starts = [12 * (today.year + shift) + first for shift in (-1, 0, 1)]
    current = [start for start in starts if start <= index <= start + 2]
    ended, coming = (
        max(start for start in (*starts, starts[0] - 12) if start + 2 < index),
        min(start for start in (*starts, starts[-1] + 12) if start > index),
    )
    if steps is not None and steps < 0:
        meant = ended
    elif steps:
        meant = coming
    elif current:
        meant = current[0]
    elif steps == 0:
        meant = starts[1]
    else:
        meant = coming if at.is_ahead else ended
    return (meant - 1) // 12


def _year(says: Says, at: Standpoint, number: int, day: int | None) -> int | None:
    """The year of a day or month: as stated, else the one that lies nearest before the report, or ahead."""
    if "year" in says or at.today is None:
        return says.get("year")
    today = at.today
    if "years" in says:
        return today.year + int(says["years"])
    at = replace(at, tense=says.get("tense", at.tense))
    if day is None:
        return _year_of_month(number, at, today)
    gaps = {today.year + step: (date(today.year + step, number, min(day, 28)) - today).days for step in (1, 0, -1)}
    if at.opening == "before" and at.is_ahead:
        return min((year for year, gap in gaps.items() if gap >= 0), default=today.year)
    most = 365 - BEHIND if at.is_ahead else NEXT if at.tense is None else SLACK
    return next((year for year, gap in gaps.items() if gap <= most), today.year)


def _year_of_month(number: int, at: Standpoint, today: date) -> int:
    if at.is_ahead:
        return today.year + (number < today.month)
    away = (number - today.month) % 12
    if at.tense is None and 0 < away <= SOON:
        return today.year + (number < today.month)
    return today.year - (number > today.month)
