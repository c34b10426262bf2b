"""Days: what the words of a date mean."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.grounding.days import day, meant

TUESDAY = date(2031, 12, 9)


@pytest.mark.parametrize(
    ("written", "edtf"),
    [
        ("on Sunday", "2031-12-07"),
        ("on Tuesday", "2031-12-09"),
        ("last Tuesday", "2031-12-02"),
        ("on Sunday night", "2031-12-07/2031-12-08"),
        ("overnight", "2031-12-08/2031-12-09"),
        ("yesterday", "2031-12-08"),
        ("two days earlier", "2031-12-07"),
        ("a week ago", "2031-12-02"),
        ("last week", "2031-12-01/2031-12-07"),
        ("this month", "2031-12"),
        ("in May", "2031-05"),
        ("in 2014", "2014"),
        ("since 2014", "2014/.."),
        ("since Sunday", "2031-12-07/.."),
        ("by Friday", "../2031-12-12"),
        ("on the morning of December 7", "2031-12-07"),
        ("on 1 December", "2031-12-01"),
        ("March 4–6", "2031-03-04/2031-03-06"),
        ("between 3 and 5 May 2022", "2022-05-03/2022-05-05"),
        ("Feb. 24, 2022", "2022-02-24"),
        ("over the past 24 hours", "2031-12-08/2031-12-09"),
        ("before dawn on Monday", "2031-12-08"),
        ("at noon", None),
        ("recently", None),
    ],
)
def test_words_of_dates(written: str, edtf: str | None) -> None:
    found = meant(written, TUESDAY)
    assert (found.edtf if found else None) == edtf


def test_without_the_reports_day_a_day_keeps_its_year_open_and_relative_words_mean_none() -> None:
    found = meant("On December 1", None)
    assert found is not None
    assert found.edtf == "XXXX-12-01"
    assert meant("on Sunday", None) is None


def test_what_is_to_come_lies_ahead() -> None:
    found = meant("on Sunday", TUESDAY, ahead=True)
    assert found is not None
    assert found.edtf == "2031-12-14"


def test_the_day_of_a_report() -> None:
    assert day("2031-12-09T10:00:00Z") == TUESDAY
    assert day(None) is None


@given(st.text(max_size=40), st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)))
def test_no_words_break_it(written: str, anchor: date) -> None:
    meant(written, anchor)
    meant(written, None)
