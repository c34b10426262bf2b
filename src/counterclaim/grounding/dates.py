"""The days of tellings: when it was said, and when it was, against the day of the report and the text before."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from counterclaim.grounding.anchor import days_of, theatre_of
from counterclaim.grounding.days import FROM_TEXT, meant_on
from counterclaim.grounding.standpoint import Standpoint, Tense
from counterclaim.grounding.window import lies_after, odd_days
from counterclaim.lang.calendar import Calendar, Expression, calendar
from counterclaim.lang.shapes import LANGUAGES
from counterclaim.model.report import Report
from counterclaim.model.stance import Certainty
from counterclaim.model.telling import Quote, Telling
from counterclaim.model.when import Dated, When

AHEAD = frozenset((Certainty.FORECAST, Certainty.CONDITIONAL))  # what is to come, or may
TENSES: dict[str | None, Tense] = {"ahead": "ahead", "past": "past", "perhaps": "past"}
FROM_SPEAKER = ("shift", "night", "stretch")  # kinds that a quoted speaker tells from his own day
POINTS = ("date", "slashed", "number", "weekday", "shift", "night", "offset", "same")  # kinds told from by others
FAR = 800  # code points: a date that is told so long before is not what "the day before" is told from


def with_days(tellings: Iterable[Telling]) -> Iterator[Telling]:
    """The tellings with their days read, and notes on those that are odd."""
    held: dict[str, ReportDays] = {}
    for telling in tellings:
        found = held.setdefault(telling.report.id, ReportDays.of(telling.report))
        yield found.read(telling)


@dataclass(frozen=True, slots=True)
class Told:
    """A date that a text tells: where it ends, the days it means, whether it was told from another date itself."""

    end: int
    when: When
    is_offset: bool


@dataclass(frozen=True)
class ReportDays:
    """One report: the days it may be of, the period of its theatre, and the dates its text tells."""

    report: Report
    days: tuple[date, ...]
    period: When | None
    language: str
    calendar: Calendar = field(hash=False)

    @classmethod
    def of(cls, report: Report) -> "ReportDays":
        """The days of `report`."""
        theatre = theatre_of(report)
        language = report.language if report.language in LANGUAGES else LANGUAGES[0]
        days = days_of(report.published, theatre.time_zone if theatre else None)
        return cls(report, days, theatre.period if theatre else None, language, calendar(language))

    def read(self, telling: Telling) -> Telling:
        """A telling with its days, and notes on those that are odd. Nothing was said after the report's own day."""
        last = self.days[-1] if self.days else None
        stated = self._settled(telling.said, self.days, "said")
        said = None if stated and lies_after(stated.when, last) else stated
        when = self._settled(telling.when, self._spoken_on(telling, said), self._tense(telling))
        notes = (
            note
            for name, one in (("said", stated), ("when", when))
            for note in odd_days(name, one.when if one else None, last, self.period)
        )
        return replace(telling, said=said, when=when, notes=tuple(dict.fromkeys((*telling.notes, *notes))))

    def _settled(self, one: Dated | None, days: tuple[date, ...], tense: Tense | None) -> Dated | None:
        if one is None:
            return None
        at = Standpoint(None, tense, self._told_before(one))
        return replace(one, when=meant_on(one.written, days, at, self.language))

    def _tense(self, telling: Telling) -> Tense | None:
        """Whether what is told was or is to come, by its certainty and the words around its date."""
        if telling.when is None or telling.when.span is None:
            return None
        shown = self.calendar.tense(telling.content.text, telling.when.span.start - telling.content.start)
        if telling.stance and telling.stance.certainty in AHEAD and shown != "past":
            return "ahead"
        return TENSES.get(shown)

    def _spoken_on(self, telling: Telling, said: Dated | None) -> tuple[date, ...]:
        """The day from which "yesterday" is told: in a quotation that of the saying, where it is known."""
        if telling.quote is not Quote.DIRECT or telling.when is None or said is None or said.when is None:
            return self.days
        first, last = said.when.bounds()
        found = self.calendar.find(telling.when.written)
        own = first is not None and first == last and bool(found) and found[0].kind in FROM_SPEAKER
        return (first,) if own and first else self.days

    def _told_before(self, one: Dated) -> When | None:
        """The date told last before this one, if this one is told from another."""
        found = self.calendar.find(one.written)
        if one.span is None or not found or found[0].kind not in FROM_TEXT:
            return None
        return self._last_before(one.span.start, found[0], self._told)

    def _last_before(self, place: int, one: Expression, told: list[Told]) -> When | None:
        """The date told last before `place`, a day rather than a month.

        "The day before", told twice, is twice the same: what is told as earlier is told from no such date.
        """
        back = one.cores[0].says.get("sign") == -1
        near = [
            each.when
            for each in told[: bisect_right(told, place, key=lambda each: each.end)]
            if each.end > place - FAR and not (back and each.is_offset)
        ]
        days = [value for value in near if value.precision == "day"]
        return next(iter((*reversed(days), *reversed(near))), None)

    @cached_property
    def _told(self) -> list[Told]:
        """The dates that the text tells, but for those of open or unknown days."""
        told: list[Told] = []
        for one in self.calendar.find(self.report.text):
            if one.kind not in POINTS:
                continue
            at = Standpoint(None, "past", self._last_before(one.start, one, told))
            value = meant_on(self.report.text[one.start : one.end], self.days, at, self.language)
            if value and ".." not in (value.start, value.end):
                told.append(Told(one.end, value, one.kind == "offset"))
        return told
