"""Tellings by the day on which they were published: as bars of days or, of a long time, of weeks, months or years."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

EARLIEST, LATEST = date(1950, 1, 1), date(2099, 12, 31)  # a report dated otherwise is dated wrongly
MOST = 180  # bars that a picture of a page's width can tell apart
Parties = Mapping[str | None, int]  # tellings by the party of their claimant; None where it is not known


@dataclass(frozen=True, slots=True)
class Bar:
    """The tellings published from the day `first` to the day `last`, by party."""

    first: date
    last: date
    parties: Parties

    @property
    def tellings(self) -> int:
        """How many."""
        return sum(self.parties.values())


@dataclass(frozen=True, slots=True)
class Calendar:
    """Bars without gaps, each a `step` long (day, week, month or year).

    `undated` tellings have no day of publication, or one before EARLIEST or after LATEST.
    """

    step: str
    bars: tuple[Bar, ...]
    undated: int


@dataclass(frozen=True, slots=True)
class Step:
    """A length of bars: the first day of the bar that holds a day, and of the bar that follows."""

    name: str
    first: Callable[[date], date]
    after: Callable[[date], date]


def calendar(rows: Iterable[tuple[str | None, str | None, int]]) -> Calendar:
    """The bars of rows `(day or instant of publication in ISO 8601, party, tellings)`.

    The shortest step is taken with which there are at most MOST bars.
    """
    days: dict[date, Counter[str | None]] = {}
    undated = 0
    for published, party, tellings in rows:
        day = _day(published)
        if day is None:
            undated += tellings
        else:
            days.setdefault(day, Counter())[party] += tellings
    if not days:
        return Calendar("day", (), undated)
    first, last = min(days), max(days)
    step = next((one for one in STEPS if _number(one, first, last) <= MOST), STEPS[-1])
    return Calendar(step.name, tuple(_bars(step, days, first, last)), undated)


def _day(published: str | None) -> date | None:
    try:
        day = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return day if EARLIEST <= day <= LATEST else None


def _number(step: Step, first: date, last: date) -> int:
    """How many bars there would be, at least; no more than MOST + 1 are counted."""
    at, number = step.first(first), 0
    while at <= last and number <= MOST:
        at, number = step.after(at), number + 1
    return number


def _bars(step: Step, days: Mapping[date, Counter[str | None]], first: date, last: date) -> Iterable[Bar]:
    found: dict[date, Counter[str | None]] = {}
    for day, parties in days.items():
        found.setdefault(step.first(day), Counter()).update(parties)
    at = step.first(first)
    while at <= last:
        after = step.after(at)
        yield Bar(at, after - timedelta(days=1), dict(found.get(at, {})))
        at = after


def _month_after(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


STEPS = (
    Step("day", lambda day: day, lambda day: day + timedelta(days=1)),
    Step("week", lambda day: day - timedelta(days=day.weekday()), lambda day: day + timedelta(days=7)),
    Step("month", lambda day: day.replace(day=1), _month_after),
    Step("year", lambda day: day.replace(month=1, day=1), lambda day: date(day.year + 1, 1, 1)),
)
