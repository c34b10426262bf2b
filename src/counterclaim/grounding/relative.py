"""Dates told from the day of the report: "on Sunday", "yesterday", "last week", "over the past 24 hours"."""

from calendar import monthrange
from datetime import date, timedelta

from counterclaim.grounding import named
from counterclaim.grounding.standpoint import Standpoint, days, month, one
from counterclaim.lang.shapes import Says
from counterclaim.model.when import PartialDate, When

WEEK = 7
LENGTHS = {"day": 1, "night": 1, "week": WEEK, "fortnight": 2 * WEEK}  # in days
PARTS_OF_WEEK = {"early": (0, 1), "start": (0, 1), "mid": (2, 3), "late": (4, 6), "end": (4, 6)}


def weekday(says: Says, at: Standpoint) -> When | None:
    """A day of the week: the last one, today's included, unless it lies ahead or the words say which."""
    if at.today is None:
        return None
    if "weeks" in says:
        found = _monday(at.today) + timedelta(days=WEEK * says["weeks"] + says["weekday"])
        return days(found, found)
    back = (at.today.weekday() - says["weekday"]) % WEEK
    steps = says.get("steps", 0)
    if steps > 0 or (not steps and at.is_ahead and back):
        found = at.today + timedelta(days=WEEK - back)
    else:
        found = at.today - timedelta(days=back or (WEEK if steps else 0))
    return days(found, found)


def shift(says: Says, at: Standpoint) -> When | None:
    """So many days, weeks, months or years before or after the report."""
    return None if at.today is None else shifted(at.today, says)


def shifted(today: date, says: Says) -> When | None:
    """The same from any day: a month or year where it is told in months or years."""
    count = says["number"] * says.get("sign", 1)
    if says["unit"] in LENGTHS:
        then = today + timedelta(days=count * LENGTHS[says["unit"]])
        return days(then, then + timedelta(days=says["unit"] == "night"))
    if says["unit"] == "month":
        return one(month(today.year, today.month + count))
    return one(PartialDate(today.year + count)) if says["unit"] == "year" else None


def night(says: Says, at: Standpoint) -> When | None:
    """Last night and tonight; "tonight" of what was is the night that ended with the day of the report."""
    if at.today is None:
        return None
    steps = -1 if at.tense == "past" else 0 if at.tense == "ahead" else says["steps"]
    first = at.today + timedelta(days=steps)
    return days(first, first + timedelta(days=1))


def period(says: Says, at: Standpoint) -> When | None:
    """This, the last or the next week, weekend, month or year."""
    return None if at.today is None else period_of(at.today, says["period"], says["steps"], at)


def period_of(today: date, unit: str, steps: int, at: Standpoint) -> When:
    """The week, weekend, month or year that lies `steps` after that of `today`."""
    if unit == "year":
        return one(PartialDate(today.year + steps))
    if unit == "month":
        return one(month(today.year, today.month + steps))
    monday = _monday(today) + timedelta(days=WEEK * steps)
    if unit == "week":
        return days(monday, monday + timedelta(days=WEEK - 1))
    saturday = monday + timedelta(days=5)
    if not steps and saturday > today and not at.is_ahead:
        saturday -= timedelta(days=WEEK)
    return days(saturday, saturday + timedelta(days=1))


def part_of(says: Says, at: Standpoint) -> When | None:
    """A part of this, the last or the next week, month or year."""
    if at.today is None:
        return None
    if says["period"] == "week":
        monday = _monday(at.today) + timedelta(days=WEEK * says["steps"])
        first, last = PARTS_OF_WEEK[says["part"]]
        return days(monday + timedelta(days=first), monday + timedelta(days=last))
    if says["period"] == "year":
        return named.part_of_year(at.today.year + says["steps"], says, at)
    whole = month(at.today.year, at.today.month + says["steps"])
    return named.part_of_month(whole.year, whole.month or 1, says, at) if says["period"] == "month" else None


def so_far(says: Says, at: Standpoint) -> When | None:
    """From the beginning of a week, month or year to the report."""
    if at.today is None:
        return None
    begins = {"month": at.today.replace(day=1), "year": at.today.replace(month=1, day=1)}
    return days(begins.get(says["period"], _monday(at.today)), at.today)


def stretch(says: Says, at: Standpoint) -> When | None:
    """The time that ends or begins with the report: "the past 24 hours", "the next three days"."""
    if at.today is None:
        return None
    other = _away(at.today, says.get("number", 1), says["unit"], says["sign"])
    return days(*sorted((other, at.today)))


def within(says: Says, at: Standpoint) -> When | None:
    """Ahead of the report; of what was, so many days up to its own: "in three days", "within a week".

    "In three days" of which neither shows may be a length of time: None.
    """
    if at.today is None:
        return None
    if at.is_past:
        back = {**says, "number": says["number"] - (says["unit"] == "day"), "sign": -1}
        return stretch(back, at) if says.get("after") else None
    if says.get("after"):
        return shifted(at.today, says) if at.tense == "ahead" else None
    return stretch({**says, "sign": 1}, at)


def _away(today: date, number: int, unit: str, sign: int) -> date:
    """The day that lies so many hours (a day for each begun 24), days, weeks, months or years away."""
    if unit == "hour":
        return today + timedelta(days=sign * -(-number // 24))
    if unit in LENGTHS:
        return today + timedelta(days=sign * number * LENGTHS[unit])
    there = month(today.year, today.month + sign * number * {"year": 12}.get(unit, 1))
    year, number = there.year or today.year, there.month or today.month
    return date(year, number, min(today.day, monthrange(year, number)[1]))


def _monday(today: date) -> date:
    return today - timedelta(days=today.weekday())
