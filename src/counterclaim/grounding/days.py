"""Days: what the words of a date mean, against the day of the report where that is known."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from counterclaim.errors import BadValueError
from counterclaim.lang.data import rows
from counterclaim.model.when import PartialDate, When

AHEAD = 75  # days: a day without its year that would lie further ahead of the report is last year's
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
NUMBER = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\b(?!\s*(?:a\.?m|p\.?m|:|h\b|hours?\b))", re.IGNORECASE)
SPAN = re.compile(r"\b(\d{1,2})\s*(?:[–—-]|to|and)\s*(\d{1,2})\b")
AGO = re.compile(r"\b(\w+)[ -](day|night|week|fortnight|month|year)s?[ -](?:ago|earlier|before)\b")
PAST = re.compile(r"\b(?:past|last|previous)\s+(?:(\w+)\s+)?(hours?|day|night|week|month|year)s?\b")
THIS = re.compile(r"\b(this|the|last|next|coming|past|previous)\s+(week|month|year|weekend)\b")
DAYTIME = re.compile(
    r"\b(?:before|by|until|after|since)\s+(?:dawn|noon|midday|sunrise|sunset|dusk|daybreak|nightfall)\b"
)
FIRST_WEEK = re.compile(r"\b(first|second|third|last)\s+week\s+of\b")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of dates of a language."""

    weekdays: dict[str, int]
    months: dict[str, int]
    days: dict[str, int]
    nights: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    night: re.Pattern[str]
    numbers: dict[str, int]
    feasts: dict[str, str]
    weekday: re.Pattern[str]
    month: re.Pattern[str]


@cache
def _words(language: str) -> _Words:
    held: dict[str, Any] = rows(language, "calendar")
    numbers = rows(language, "numbers")["words"]
    weekday, month = (_either(sorted(held[name], key=len, reverse=True)) for name in ("weekdays", "months"))
    return _Words(
        held["weekdays"], held["months"], held["days"], _either(held["nights"]), _opening(held["before"]),
        _opening(held["after"]), _either(held["night"]), numbers, held["feasts"], weekday, month,
    )  # fmt: skip


def _either(words: list[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, words)) + r")\b\.?")


def _opening(words: list[str]) -> re.Pattern[str]:
    return re.compile(r"^(?:" + "|".join(map(re.escape, words)) + r")\b")


def day(published: str | None) -> date | None:
    """The day of a report; None where it is not known."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def meant(written: str, anchor: date | None, *, ahead: bool = False, language: str = "en") -> When | None:
    """The days that `written` means in a report of the day `anchor`; `ahead` where it tells of what is to come.

    None where the words are no date, or hang on a day that is not known. A day without a year keeps it open where
    `anchor` is None.
    """
    words = _words(language)
    text = DAYTIME.sub("at", " ".join(written.lower().replace("’", "'").split()))
    for feast, plain in words.feasts.items():
        text = re.sub(rf"\b{feast}\b", plain, text)
    before, after = words.before.match(text), words.after.match(text)
    try:
        found = _bare(text, anchor, words, ahead=ahead or bool(before))
        if found is None:
            return None
        if before and not after:
            return When("..", found.end)
        return When(found.start, "..") if after else found
    except (BadValueError, ValueError, OverflowError):
        return None


def _bare(text: str, anchor: date | None, words: _Words, *, ahead: bool) -> When | None:
    """Without the "since" or "by" before it."""
    months = [words.months[match.group().rstrip(".")] for match in words.month.finditer(text)]
    weekdays = [words.weekdays[match.group().rstrip(".")] for match in words.weekday.finditer(text)]
    night = bool(words.night.search(text) or words.nights.search(text))
    if months and not (months == [5] and "may" in text and not re.search(r"\bmay\b", text)):
        return _month(text, months, anchor, night=night, ahead=ahead)
    year = YEAR.search(text)
    if year:
        years = [int(match.group()) for match in YEAR.finditer(text)]
        return When(PartialDate(min(years)), PartialDate(max(years)))
    if anchor is None:
        return None
    if weekdays:
        days = [_weekday(one, anchor, text, ahead=ahead) for one in weekdays]
        last = max(days) + timedelta(days=1) if night and len(days) == 1 else max(days)
        if "into" in text or re.search(r"\bnight (?:to|before)\b", text):
            last = max(days)
            days.append(last - timedelta(days=1))
        return _days(min(days), last)
    return _relative(text, anchor, words)


def _weekday(number: int, anchor: date, text: str, *, ahead: bool) -> date:
    back = (anchor.weekday() - number) % 7
    if re.search(r"\bnext\b", text) or (ahead and back):
        return anchor + timedelta(days=7 - back if back else 7)
    return anchor - timedelta(days=back or (7 if re.search(r"\blast\b", text) else 0))


def _month(text: str, months: list[int], anchor: date | None, *, night: bool, ahead: bool) -> When:
    """A day or days of a month, or the month."""
    stated = YEAR.search(text)
    rest = YEAR.sub(" ", text)
    span = SPAN.search(rest)
    numbers = [int(number) for number in (span.groups() if span else NUMBER.findall(rest))]
    numbers = [number for number in numbers if 1 <= number <= 31]
    week = FIRST_WEEK.search(text)
    if week:
        begin = {"first": 1, "second": 8, "third": 15}.get(week[1])
        numbers = [begin, begin + 6] if begin else [monthrange(2004, months[0])[1] - 6, monthrange(2004, months[0])[1]]
    first = numbers[0] if numbers else None
    year = int(stated.group()) if stated else _year(months[0], first, anchor, ahead=ahead)
    start = PartialDate(year, months[0], first)
    if len(months) > 1 or len(numbers) > 1:
        end = PartialDate(year, months[-1], numbers[-1] if numbers else None)
        return When(start, end)
    if night and first and year is not None:
        return _days(date(year, months[0], first), date(year, months[0], first) + timedelta(days=1))
    return When(start, start)


def _year(month: int, number: int | None, anchor: date | None, *, ahead: bool) -> int | None:
    """The year of a day or month that is named without it: the last before the report, unless it lies ahead."""
    if anchor is None:
        return None
    if number is None:
        later = month > anchor.month
        return (
            anchor.year - 1
            if later and not ahead
            else anchor.year + 1
            if ahead and month < anchor.month
            else anchor.year
        )
    for year in (anchor.year + 1, anchor.year, anchor.year - 1):
        gap = (date(year, month, min(number, 28)) - anchor).days
        if gap <= (AHEAD if ahead else 3):
            return year
    return anchor.year


def _relative(text: str, anchor: date, words: _Words) -> When | None:
    """Days told from the day of the report: "yesterday", "two weeks ago", "overnight", "last month"."""
    for phrase, back in words.days.items():
        if phrase in text:
            return _days(anchor - timedelta(days=back), anchor - timedelta(days=back))
    ago, period, past = AGO.search(text), THIS.search(text), PAST.search(text)
    if ago:
        return _ago(ago, anchor, words)
    if words.nights.search(text):
        return _days(anchor - timedelta(days=1), anchor)
    if period:
        return _period(period[1], period[2], anchor)
    return _past(past, anchor, words) if past else None


def _ago(ago: re.Match[str], anchor: date, words: _Words) -> When | None:
    count = int(ago[1]) if ago[1].isdigit() else words.numbers.get(ago[1])
    if count is None:
        return None
    if ago[2] in ("month", "year"):
        months = anchor.year * 12 + anchor.month - 1 - count * (12 if ago[2] == "year" else 1)
        whole = PartialDate(months // 12, months % 12 + 1 if ago[2] == "month" else None)
        return When(whole, whole)
    then = anchor - timedelta(days=count * {"week": 7, "fortnight": 14}.get(ago[2], 1))
    return _days(then, then + timedelta(days=ago[2] == "night"))


def _past(past: re.Match[str], anchor: date, words: _Words) -> When | None:
    """The time that ends with the report: "the past 24 hours", "the last three days"."""
    number = int(past[1]) if past[1] and past[1].isdigit() else words.numbers.get(past[1] or "one", 1)
    unit = past[2].rstrip("s")
    back = {"hour": number // 24, "day": number, "night": number, "week": 7 * number}.get(unit)
    return None if back is None else _days(anchor - timedelta(days=max(1, back)), anchor)


def _period(which: str, unit: str, anchor: date) -> When:
    """This, the last or the next week, month, year."""
    step = {"this": 0, "the": 0, "next": 1, "coming": 1}.get(which, -1)
    if unit == "year":
        return When(PartialDate(anchor.year + step), PartialDate(anchor.year + step))
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + step
        whole = PartialDate(months // 12, months % 12 + 1)
        return When(whole, whole)
    monday = anchor - timedelta(days=anchor.weekday()) + timedelta(days=7 * step)
    if unit == "weekend":
        saturday = monday + timedelta(days=5)
        saturday -= timedelta(days=7) if which in ("this", "the") and saturday > anchor else timedelta()
        return _days(saturday, saturday + timedelta(days=1))
    return _days(monday, monday + timedelta(days=6))


def _days(first: date, last: date) -> When:
    start, end = (PartialDate(each.year, each.month, each.day) for each in (first, last))
    return When(start, end)
