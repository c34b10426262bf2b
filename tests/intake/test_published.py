from contextlib import suppress
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import InputError
from counterclaim.intake.published import iso


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2025-12-07", "2025-12-07"),
        (" 2025-12-07 ", "2025-12-07"),
        ("2025/12/07", "2025-12-07"),
        ("2025/1/7", "2025-01-07"),
        ("07.12.2025", "2025-12-07"),
        ("7.1.2025", "2025-01-07"),
        ("7 December 2025", "2025-12-07"),
        ("7th Dec. 2025", "2025-12-07"),
        ("December 7, 2025", "2025-12-07"),
        ("Sunday, december 7 2025", "2025-12-07"),
        ("Sept 9, 2025", "2025-09-09"),
        ("13/04/2025", "2025-04-13"),
        ("04/13/2025", "2025-04-13"),
        ("05/05/2025", "2025-05-05"),
        ("2025-12-07T09:30:00+03:00", "2025-12-07T09:30:00+03:00"),
        ("2025-12-07T09:30:00.000Z", "2025-12-07T09:30:00+00:00"),
        ("2025-12-07 09:30", "2025-12-07T09:30:00"),
        ("2025-12-07T09:30-0530", "2025-12-07T09:30:00-05:30"),
        ("Sun, 07 Dec 2025 09:30:00 +0300", "2025-12-07T09:30:00+03:00"),
        ("07 Dec 2025 09:30 GMT", "2025-12-07T09:30:00+00:00"),
        ("Sun, 07 Dec 2025 09:30:00 -0000", "2025-12-07T09:30:00"),
        ("Sun, 07 Dec 2025 09:30:00 EST", "2025-12-07T09:30:00-05:00"),
        ("7 December 2025, 9:05", "2025-12-07T09:05:00"),
        ("December 7, 2025 at 09:05", "2025-12-07T09:05:00"),
        ("2024-02-29", "2024-02-29"),
    ],
)
def test_dates_are_read_as_outlets_write_them(written: str, expected: str) -> None:
    assert iso(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        *(
            "",
            "yesterday",
            "2025",
            "2025-12",
            "December 2025",
            "7 Dec",
            "20251207",
            "2025-12/07",
            "07.12.25",
            "1765092600",
        ),
        *("2025-13-01", "2025-02-30", "2023-02-29", "31.04.2025", "2025-12-07T24:00", "2025-12-07T09:60", "0001-01-01"),
        *("32/13/2025", "2025-12-07T09:30+99:99", "2025-12-07T09:30+03:75", "٢٠٢٥-١٢-٠٧", "2025-12-07 and more"),
    ],
)
def test_what_is_no_day_is_refused(written: str) -> None:
    with pytest.raises(InputError) as raised:
        iso(written)
    assert raised.value.code == "date"
    assert raised.value.remedy


def test_two_readings_are_none() -> None:
    with pytest.raises(InputError, match="two readings"):
        iso("03/04/2025")


MOMENTS = st.datetimes(datetime.fromisoformat("1900-01-01"), datetime.fromisoformat("2199-12-31"))


@given(MOMENTS, st.none() | st.integers(-14 * 60, 14 * 60))
def test_iso_comes_back_as_it_was(moment: datetime, offset: int | None) -> None:
    zone = None if offset is None else timezone(timedelta(minutes=offset))
    written = moment.replace(tzinfo=zone).isoformat(timespec="seconds")
    assert iso(written) == written
    assert iso(moment.date().isoformat()) == moment.date().isoformat()


@given(st.text(st.sampled_from("0123456789-/.:T+ Zdec7Sun,")))
def test_any_words_are_a_date_or_a_named_fault(words: str) -> None:
    with suppress(InputError):
        datetime.fromisoformat(iso(words))
