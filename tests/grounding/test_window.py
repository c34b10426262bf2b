"""Days that a person should look at."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.grounding.window import odd_days
from counterclaim.model.when import When

PERIOD, PUBLISHED = When.parse("2029-02/.."), date(2031, 12, 9)
BEFORE = "lies before the war of this theatre (2029-02)"


def odd(name: str, edtf: str) -> list[str]:
    return list(odd_days(name, When.parse(edtf), PUBLISHED, PERIOD))


@pytest.mark.parametrize(
    ("name", "edtf", "notes"),
    [
        ("when", "1943", [f"when: 1943 {BEFORE}"]),
        ("when", "2029-01-31", [f"when: 2029-01-31 {BEFORE}"]),
        ("when", "1991/..", [f"when: 1991/.. {BEFORE}"]),
        ("when", "../2028", [f"when: ../2028 {BEFORE}"]),
        ("when", "2029", []),
        ("when", "2028/2030", []),
        ("when", "2029-02-01", []),
        ("when", "XXXX-01-05", []),
        ("said", "2031-12-10", ["said: 2031-12-10 lies after the day of the report (2031-12-09)"]),
        ("said", "2031-12", []),
        ("said", "2031-12-01/2031-12-10", []),
        ("when", "2031-12-10", []),
        ("when", "2036-12-09", []),
        ("when", "2036-12-10", ["when: 2036-12-10 lies more than five years after the report (2031-12-09)"]),
        ("when", "../2040", ["when: ../2040 lies more than five years after the report (2031-12-09)"]),
    ],
)
def test_what_lies_outside_is_said(name: str, edtf: str, notes: list[str]) -> None:
    assert odd(name, edtf) == notes


def test_what_is_not_known_is_not_judged() -> None:
    assert list(odd_days("when", None, PUBLISHED, PERIOD)) == []
    assert list(odd_days("said", When.parse("2050"), None, PERIOD)) == []
    assert list(odd_days("when", When.parse("1943"), PUBLISHED, None)) == []
    assert list(odd_days("when", When.parse("2037-03-01"), date(2032, 2, 29), None)) != []


@given(st.dates(min_value=date(1000, 1, 1), max_value=date(9000, 1, 1)), st.sampled_from(["said", "when"]))
def test_a_day_is_odd_where_it_lies_outside_and_nowhere_else(day: date, name: str) -> None:
    last = PUBLISHED if name == "said" else date(2036, 12, 9)
    assert len(odd(name, day.isoformat())) == (day < date(2029, 2, 1) or day > last)
