"""Days: what the words of a date mean, against the day of the report and the dates told before in its text."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import reduce

from counterclaim.errors import BadValueError
from counterclaim.grounding import named, relative, told
from counterclaim.grounding.standpoint import Standpoint, Tense, moved
from counterclaim.lang.calendar import Core, Expression, calendar
from counterclaim.lang.shapes import Says
from counterclaim.model.when import Missing, PartialDate, When

Settles = Callable[[Says, Standpoint], When | None]
KINDS: Mapping[str, Settles] = {
    "date": named.date_of, "slashed": named.slashed, "number": named.number, "year": named.year,
    "decade": named.decade, "part": named.part, "season": named.season,
    "weekday": relative.weekday, "shift": relative.shift, "night": relative.night, "period": relative.period,
    "partof": relative.part_of, "sofar": relative.so_far, "stretch": relative.stretch, "within": relative.within,
    "offset": told.offset, "same": told.same, "then": told.then, "through": told.through, "unknown": told.unknown,
}  # fmt: skip
FROM_TEXT = ("offset", "same", "then", "through")  # kinds that hang on a date told before
NAMED = ("date", "weekday", "year", "number", "part", "season")  # of two days of a report the nearer is meant
YEAR = ("year", "years")


def day(published: str | None) -> date | None:
    """The day of a report, as written; None where it is not known."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def meant(
    written: str,
    anchor: date | None,
    *,
    ahead: bool = False,
    tense: Tense | None = None,
    told_before: When | None = None,
    language: str = "en",
) -> When | None:
    """The days that `written` means in a report of the day `anchor`.

    `ahead` where it tells of what is to come, or `tense` (Standpoint says which); `told_before` is the date that the
    text tells before it. None where the words are no date, or hang on a day that is not known: a day without a year
    keeps it open where `anchor` is None.
    """
    at = Standpoint(anchor, "ahead" if ahead else tense, told_before)
    found = calendar(language).find(written)
    return settled(_opened(written, found[0], language), at) if found else None


def meant_on(written: str, anchors: Sequence[date], at: Standpoint, language: str = "en") -> When | None:
    """The same where the report may be of either of two days: what is told from it is the span of what both give.

    A date by its own name is that which lies nearer to the report.
    """
    days: Sequence[date | None] = anchors or [None]
    every = [meant(written, each, tense=at.tense, told_before=at.told, language=language) for each in days]
    values = [value for value in every if value]
    if len(values) < len(every) or len(set(values)) == 1:
        return values[0] if values and len(values) == len(every) else None
    kind = calendar(language).find(written)[0].kind
    return min(values, key=lambda one: _distance(one, anchors)) if kind in NAMED else reduce(_hull, values)


def settled(one: Expression, at: Standpoint) -> When | None:
    """What a date means from a standpoint."""
    at = replace(at, opening=one.opening)
    try:
        ends = [KINDS[core.shape.kind](says, at) for core, says in zip(one.cores, _says(one.cores), strict=True)]
        found = _span(ends, back=bool(set(YEAR) & one.cores[-1].says.keys() - one.cores[0].says.keys()))
        if found and one.night and len(ends) == 1:
            found = _night(found, one, at)
        return found and _bounded(found, one)
    except (BadValueError, ValueError, OverflowError):
        return None


def _bounded(found: When, one: Expression) -> When:
    """A span with an end open, or as not exact, where it is told so."""
    start, end = (_about(end) if one.about else end for end in (found.start, found.end))
    return When(".." if one.opening == "before" else start, ".." if one.opening == "after" else end)


def _about(end: PartialDate | Missing) -> PartialDate | Missing:
    return end if isinstance(end, str) else replace(end, qualifier="~")


def _opened(written: str, found: Expression, language: str) -> Expression:
    """A date whose span a word before it opens, if the words begin with one: "since the siege began in May"."""
    opening = calendar(language).opening(written) if found.start and not found.opening else None
    return replace(found, opening=opening) if opening else found


def _says(cores: Sequence[Core]) -> list[Says]:
    """What each end of a span says; the first takes the year of the last."""
    years = {name: cores[-1].says[name] for name in YEAR if name in cores[-1].says}
    return [core.says if set(YEAR) & core.says.keys() else {**core.says, **years} for core in cores]


def _span(ends: Sequence[When | None], *, back: bool) -> When | None:
    """From the first end to the last, which lies in the year after where it would come before the first.

    Where only the last names its year, it is the first that lies in the year before (`back`).
    """
    first, last = ends[0], ends[-1]
    if first is None or last is None or len(ends) == 1:
        return first
    start, end = first.start, last.end
    if isinstance(start, str) or isinstance(end, str):
        return None
    begins, ends_on = (start.year, start.month or 0, start.day or 0), (end.year, end.month or 12, end.day or 31)
    if start.year and end.year and begins > ends_on:
        years = int(begins[1:] > ends_on[1:])
        start, end = (
            (replace(start, year=end.year - years), end) if back else (start, replace(end, year=start.year + years))
        )
    return When(start, end)


def _night(found: When, one: Expression, at: Standpoint) -> When:
    """The night that begins with a day, or ends with it; of what was, none that ends after the report."""
    first = found.start
    if isinstance(first, str) or found.start != found.end or first.day is None:
        return found
    after, before = moved(first, 1), moved(first, -1)
    if after is None or before is None:
        return found
    ends = _day(after)
    is_late = at.today is not None and ends is not None and ends > at.today and not (at.is_ahead or at.tense == "said")
    if one.night == "to" or (one.night == "over" and is_late):
        return When(before, first)
    if is_late and one.kind == "weekday" and (back := moved(first, -7)):
        return When(back, moved(first, -6) or back)
    return When(first, after)


def _day(part: PartialDate) -> date | None:
    return date(part.year, part.month, part.day) if part.year and part.month and part.day else None


def _distance(one: When, anchors: Sequence[date]) -> int:
    """Days between a span and the nearer of two days."""
    first, last = one.bounds()
    return min(max(((first or day) - day).days, (day - (last or day)).days, 0) for day in anchors)


def _hull(one: When, other: When) -> When:
    """The span from where either begins to where either ends."""
    order = sorted((one, other), key=lambda span: (span.bounds()[0] or date.min, span.bounds()[1] or date.max))
    return When(order[0].start, order[-1].end)
