"""Dates told from another date of the text: "two days earlier", "the following day", "that night", "since then"."""

from dataclasses import replace
from datetime import date

from counterclaim.grounding.relative import LENGTHS, period_of, shifted
from counterclaim.grounding.standpoint import Standpoint, moved, one
from counterclaim.lang.shapes import Says
from counterclaim.model.when import PartialDate, When


def offset(says: Says, at: Standpoint) -> When | None:
    """So many days, weeks, months or years before or after the date told; None where it is told less finely."""
    point = _point(at.told)
    if point is None:
        return None
    count = says["number"] * says["sign"]
    if says["unit"] in LENGTHS:
        then = moved(point, count * LENGTHS[says["unit"]])
        return None if then is None else _night(then) if says["unit"] == "night" else one(then)
    if point.year is None:
        return None
    if says["unit"] == "month":
        months = 12 * point.year + (point.month or 0) - 1 + count
        return None if point.month is None else one(PartialDate(months // 12, months % 12 + 1))
    return one(PartialDate(point.year + count, point.month)) if says["unit"] == "year" else None


def same(says: Says, at: Standpoint) -> When | None:
    """That very day, night, week, month or year; None where the date told is no such thing."""
    point = _point(at.told)
    if point is None or at.told is None:
        return None
    is_day = at.told.start == at.told.end and point.day is not None
    if says.get("night"):
        return _night(point) if is_day else at.told
    if "period" in says:
        return _period(point, says["period"], at)
    return one(point) if is_day else None


def _period(point: PartialDate, unit: str, at: Standpoint) -> When | None:
    """The week, weekend, month or year in which a date lies."""
    if unit == "month":
        return one(replace(point, day=None)) if point.month else None
    if unit == "year":
        return one(PartialDate(point.year)) if point.year else None
    if point.year is None or point.month is None or point.day is None:
        return None
    return period_of(date(point.year, point.month, point.day), unit, 0, at)


def then(_says: Says, at: Standpoint) -> When | None:
    """The date told, as the end of an open span."""
    return at.told if at.opening and _point(at.told) else None


def through(says: Says, at: Standpoint) -> When | None:
    """So long after the report of what is to come, after the date told of what was: "через два дня"."""
    if at.tense == "ahead":
        return None if at.today is None else shifted(at.today, says)
    return offset({**says, "sign": 1}, at) if at.is_past else None


def unknown(_says: Says, _at: Standpoint) -> None:
    """A date told from something whose own date is not looked for: "the day before the attack"."""


def _point(told: When | None) -> PartialDate | None:
    """The date told, or the first day of a night; None for a longer or open span, which is no point to count from."""
    if told is None or isinstance(told.start, str) or isinstance(told.end, str):
        return None
    if told.start == told.end:
        return told.start
    return told.start if moved(told.start, 1) == told.end else None


def _night(day: PartialDate) -> When | None:
    """The night that begins on a day."""
    after = moved(day, 1)
    return None if after is None else When(day, after)
