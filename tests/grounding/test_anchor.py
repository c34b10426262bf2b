"""The day of a report, by its own clock and the theatre's."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.grounding.anchor import days_of, theatre_of
from counterclaim.model.report import Report

KYIV = "Europe/Kyiv"


@pytest.mark.parametrize(
    ("published", "zone", "days"),
    [
        (None, KYIV, []),
        ("soon", KYIV, []),
        ("2025-12-07", KYIV, [7]),
        ("2025-12-07T22:30:00", KYIV, [7]),
        ("2025-12-07T22:30:00+00:00", KYIV, [7, 8]),
        ("2025-12-07T22:30:00Z", KYIV, [7, 8]),
        ("2025-12-07T21:30:00+00:00", KYIV, [7]),
        ("2025-12-07T02:30:00+00:00", "America/New_York", [6, 7]),
        ("2025-12-07T23:30:00+02:00", KYIV, [7]),
        ("2025-12-08T00:30:00+03:00", KYIV, [8]),
        ("2025-12-07T22:30:00+00:00", None, [7]),
        ("9999-12-31T23:30:00+00:00", None, [31]),
    ],
)
def test_a_moment_in_utc_may_be_of_another_day_in_the_theatre(
    published: str | None, zone: str | None, days: list[int]
) -> None:
    assert [day.day for day in days_of(published, zone)] == days


@given(
    st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2100, 1, 1)),  # noqa: DTZ001 the offset comes next
    st.sampled_from([KYIV, "Asia/Kamchatka", "Pacific/Niue", "UTC"]),
)
def test_two_days_of_a_report_follow_one_another(moment: datetime, zone: str) -> None:
    days = days_of(moment.replace(tzinfo=UTC).isoformat(), zone)
    assert moment.date() in days
    assert 1 <= len(days) <= 2
    assert (days[-1] - days[0]).days == len(days) - 1


def test_the_theatre_of_a_report() -> None:
    found = theatre_of(Report("r", "", "r", "r", theatre="ukraine"))
    assert found is not None
    assert days_of("2025-12-07T22:30:00Z", found.time_zone) == (date(2025, 12, 7), date(2025, 12, 8))
    assert theatre_of(Report("r", "", "r", "r", theatre="/nowhere")) is None
