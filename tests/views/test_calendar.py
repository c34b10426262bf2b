from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.views.calendar import EARLIEST, LATEST, MOST, calendar


def day(number: int) -> str:
    return (date(2031, 1, 1) + timedelta(days=number)).isoformat()


def test_days_without_tellings_are_left_blank_and_not_left_out() -> None:
    found = calendar([("2031-03-01", "a", 2), ("2031-03-01", None, 1), ("2031-03-04T23:10:00Z", "b", 5)])
    assert found.step == "day"
    assert [(bar.first.isoformat(), bar.last.isoformat(), bar.tellings) for bar in found.bars] == [
        ("2031-03-01", "2031-03-01", 3),
        ("2031-03-02", "2031-03-02", 0),
        ("2031-03-03", "2031-03-03", 0),
        ("2031-03-04", "2031-03-04", 5),
    ]
    assert found.bars[0].parties == {"a": 2, None: 1}


@pytest.mark.parametrize(
    ("days", "step"), [(MOST, "day"), (MOST + 1, "week"), (MOST * 7 + 14, "month"), (365 * 16, "year")]
)
def test_a_long_time_has_longer_bars(days: int, step: str) -> None:
    found = calendar([(day(0), "a", 1), (day(days - 1), "a", 1)])
    assert found.step == step
    assert 2 <= len(found.bars) <= MOST


def test_what_has_no_day_is_said() -> None:
    found = calendar(
        [(None, "a", 3), ("2031", "a", 2), ("soon", None, 1), ("0001-01-01", "a", 1), ("9999-12-31", "a", 1)]
    )
    assert (found.bars, found.undated) == ((), 8)


def test_weeks_begin_on_monday_and_months_on_their_first() -> None:
    weeks = calendar([(day(0), "a", 1), (day(400), "a", 1)]).bars
    assert {bar.first.weekday() for bar in weeks} == {0}
    months = calendar([(day(0), "a", 1), (day(2000), "a", 1)]).bars
    assert {bar.first.day for bar in months} == {1}
    assert months[0].last == date(2031, 1, 31)


@given(st.lists(st.tuples(st.dates().map(date.isoformat), st.sampled_from(["a", "b", None]), st.integers(1, 9))))
def test_nothing_is_lost_and_no_bar_meets_another(rows: list[tuple[str, str | None, int]]) -> None:
    found = calendar(rows)
    assert len(found.bars) <= MOST
    total: Counter[str | None] = Counter()
    for bar in found.bars:
        total.update(bar.parties)
        assert bar.first <= bar.last
    wanted: Counter[str | None] = Counter()
    for published, party, number in rows:
        if EARLIEST.isoformat() <= published <= LATEST.isoformat():
            wanted[party] += number
    assert total == wanted
    assert all(one.last + timedelta(days=1) == other.first for one, other in pairwise(found.bars))
