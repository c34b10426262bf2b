"""Dates of publication, from the ways outlets write them to ISO 8601.

A day is needed: a year or a month alone is no date here. What has two readings is left out with a warning.
"""

import re
from datetime import date, datetime, timedelta, timezone

from counterclaim.errors import InputError

MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
ZONES = {"z": 0, "utc": 0, "gmt": 0, "ut": 0}
ZONES |= {"est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7}  # RFC 822
FIRST_YEAR, LAST_YEAR = 1900, 2199  # outside lie the zero dates of databases and slips of the hand

_NAME = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY, _YEAR = r"(?P<day>\d{1,2})", r"(?P<year>\d{4})"
_TIME = (
    r"(?:(?:t|,?\s+|,?\s+at\s+)(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?P<zone>z|utc|gmt|ut|[ecmp][sd]t|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?"
)
SHAPES = tuple(
    re.compile(shape + _TIME, re.I | re.A)
    for shape in (
        rf"{_YEAR}(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark){_DAY}",
        rf"{_DAY}\.(?P<month>\d{{1,2}})\.{_YEAR}",
        rf"{_WEEKDAY}{_DAY}(?:st|nd|rd|th)?\s+{_NAME},?\s+{_YEAR}",
        rf"{_WEEKDAY}{_NAME}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
    )
)
SLASHED = re.compile(rf"(?P<one>\d{{1,2}})(?P<mark>[/-])(?P<two>\d{{1,2}})(?P=mark){_YEAR}{_TIME}", re.A | re.I)
REMEDY = "State it as `2025-12-07` or `2025-12-07T09:30:00+03:00`."


def iso(written: str) -> str:
    """`written` as `2025-12-07`, or with its time as `2025-12-07T09:30:00+03:00`; the offset only where stated.

    Raises InputError `date` where it cannot be read, is no day of the calendar, or has two readings (03/04/2025).
    """
    written = written.strip()
    for shape in SHAPES:
        if match := shape.fullmatch(written):
            found = match.groupdict()
            month = found.get("month") or MONTHS.index(found["name"][:3].lower()) + 1
            return _iso(found, int(month), int(found["day"]))
    if match := SLASHED.fullmatch(written):
        return _iso(match.groupdict(), *_month_and_day(int(match["one"]), int(match["two"])))
    raise InputError("date", "The date of publication cannot be read; it was left out.", REMEDY)


def _month_and_day(one: int, two: int) -> tuple[int, int]:
    if one != two and one <= 12 and two <= 12:
        raise InputError("date", "The date of publication has two readings (day or month first).", REMEDY)
    return (two, one) if one > 12 else (one, two)


def _iso(found: dict[str, str | None], month: int, day: int) -> str:
    try:
        when = date(int(found["year"] or 0), month, day)
        if not FIRST_YEAR <= when.year <= LAST_YEAR:
            raise ValueError
        return when.isoformat() if found["hour"] is None else _with_time(when, found)
    except ValueError:
        raise InputError("date", "The date of publication is no possible day or time.", REMEDY) from None


def _with_time(when: date, found: dict[str, str | None]) -> str:
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    moment = datetime(when.year, when.month, when.day, hour, minute, second, tzinfo=_zone(found["zone"]))
    return moment.isoformat()


def _zone(written: str | None) -> timezone | None:
    if written is None or written == "-0000":  # RFC 5322: -0000 says that the offset is not known
        return None
    if written.lower() in ZONES:
        return timezone(timedelta(hours=ZONES[written.lower()]))
    digits = written[1:].replace(":", "").ljust(4, "0")
    if int(digits[2:]) > 59:
        raise ValueError(written)
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-offset if written[0] == "-" else offset)
