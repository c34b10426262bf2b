"""Days moved, with and without their year."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.grounding.standpoint import Standpoint, month, moved, single
from counterclaim.model.when import PartialDate

DAYS = st.dates(min_value=date(2, 1, 1), max_value=date(9997, 1, 1))


@given(DAYS, st.integers(-300, 300))
def test_a_day_is_moved_as_the_calendar_has_it(day: date, by: int) -> None:
    assert moved(single(day), by) == single(day + timedelta(days=by))


@given(DAYS, st.integers(-300, 300))
def test_a_day_without_its_year_is_moved_only_where_every_year_gives_the_same(day: date, by: int) -> None:
    found = moved(PartialDate(None, day.month, day.day), by)
    years = [2000, 2001, 2002, 2003]
    if (day.month, day.day) == (2, 29):
        assert found is None
        return
    then = [date(year, day.month, day.day) + timedelta(days=by) for year in years]
    same = {(each.month, each.day) for each in then}
    stays = len(same) == 1 and [each.year for each in then] == years
    assert found == (PartialDate(None, *same.pop()) if stays else None)


def test_what_is_no_day_is_not_moved() -> None:
    assert moved(PartialDate(2031, 12), 1) is None


@given(st.integers(1, 9000), st.integers(-30, 30))
def test_months_are_counted_on_over_new_year(year: int, number: int) -> None:
    if year + (number - 1) // 12 < 1:
        return
    found = month(year, number)
    assert (found.year or 0) * 12 + (found.month or 0) == year * 12 + number


def test_a_limit_lies_ahead_unless_it_is_told_as_past() -> None:
    assert Standpoint(None, opening="before").is_ahead
    assert Standpoint(None, "ahead").is_ahead
    assert not Standpoint(None, "past", opening="before").is_ahead
    assert not Standpoint(None, opening="after").is_ahead
    assert Standpoint(None, "said").is_past
