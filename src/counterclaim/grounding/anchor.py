"""The day of a report, by its own clock and by that of the theatre."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from counterclaim.grounding.days import day
from counterclaim.model.report import Report
from counterclaim.theatres.theatre import Theatre, names, outline


def theatre_of(report: Report) -> Theatre | None:
    """The theatre of a report, None where the package has none of that name."""
    return outline(report.theatre) if report.theatre in names() else None


def days_of(published: str | None, zone: str | None) -> tuple[date, ...]:
    """The days that "today" may be in a report: none where its day is not known.

    A moment with an offset is of the day as written there. One in UTC says nothing of where the report was written:
    where the theatre's clock (`zone`, an IANA name) has another day at that moment, both may be meant.
    """
    written = day(published)
    if written is None or published is None:
        return ()
    moment = _moment(published)
    if moment is None or zone is None or moment.utcoffset() != timedelta(0):
        return (written,)
    there = moment.astimezone(UTC).astimezone(ZoneInfo(zone)).date()
    return tuple(sorted({written, there}))


def _moment(published: str) -> datetime | None:
    """The moment, None where only a day is stated, or no offset."""
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
