"""Days: what the words of a date mean."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.grounding.days import KINDS, day, meant, meant_on
from counterclaim.grounding.standpoint import Standpoint, Tense
from counterclaim.lang.calendar import calendar
from counterclaim.lang.shapes import LANGUAGES, shapes
from counterclaim.model.when import LAST_YEAR, Missing, PartialDate, When

TUESDAY = date(2031, 12, 9)
TOLD = When.parse("2031-12-01")
CYCLE = 400  # years, after which days, months, leap days and weekdays come again alike
EXAMPLES = [(language, row) for language in LANGUAGES for table, row in shapes(language).examples if table == "shapes"]
BY_WEEKS = frozenset(("weekday", "shift", "night", "stretch", "within", "offset", "same"))
TENSES: tuple[Tense | None, ...] = (None, "past", "ahead", "said")


def edtf(written: str, anchor: date | None = TUESDAY, **given: Any) -> str | None:
    found = meant(written, anchor, **given)
    return found.edtf if found else None


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("on Sunday", "2031-12-07"),
        ("on Tuesday", "2031-12-09"),
        ("last Tuesday", "2031-12-02"),
        ("on Sunday night", "2031-12-07/2031-12-08"),
        ("on Tuesday night", "2031-12-02/2031-12-03"),
        ("overnight on Tuesday", "2031-12-08/2031-12-09"),
        ("overnight", "2031-12-08/2031-12-09"),
        ("yesterday", "2031-12-08"),
        ("a week ago", "2031-12-02"),
        ("last week", "2031-12-01/2031-12-07"),
        ("this month", "2031-12"),
        ("in May", "2031-05"),
        ("in 2014", "2014"),
        ("since 2014", "2014/.."),
        ("since Sunday", "2031-12-07/.."),
        ("since the siege began in May 2031", "2031-05/.."),
        ("by Friday", "../2031-12-12"),
        ("by spring", None),
        ("by the end of 2032", "../2032-12-31"),
        ("in mid-November", "2031-11-11/2031-11-20"),
        ("since mid-November", "2031-11-15/.."),
        ("on the morning of December 7", "2031-12-07"),
        ("on 1 December", "2031-12-01"),
        ("on 20 December", "2031-12-20"),
        ("on the night of December 5 to 6", "2031-12-05/2031-12-06"),
        ("March 4–6", "2031-03-04/2031-03-06"),
        ("between 3 and 5 May 2022", "2022-05-03/2022-05-05"),
        ("from late November to mid-December", "2031-11-21/2031-12-20"),
        ("from November to March", "2031-11/2032-03"),
        ("between the end of September and mid-March 2031", "2030-09-21/2031-03-20"),
        ("from 28 December to 3 January 2031", "2030-12-28/2031-01-03"),
        ("from late February through March 2022", "2022-02-21/2022-03"),
        ("between March and May 2022", "2022-03/2022-05"),
        ("in the winter of 2024", None),
        ("Feb. 24, 2022", "2022-02-24"),
        ("over the past 24 hours", "2031-12-08/2031-12-09"),
        ("before dawn on Monday", "2031-12-08"),
        ("about three weeks ago", "2031-11-18~"),
        ("more than a year ago", "../2030"),
        ("on 03/04/2031", None),
        ("on 31 June", None),
        ("29 February", None),
        ("at noon", None),
        ("recently", None),
        ("", None),
    ],
)
def test_words_of_dates(written: str, value: str | None) -> None:
    assert edtf(written) == value


@pytest.mark.parametrize(
    ("written", "tense", "value"),
    [
        ("by Friday", "past", "../2031-12-05"),
        ("by Friday", "ahead", "../2031-12-12"),
        ("on Sunday", "ahead", "2031-12-14"),
        ("before it fell on Sunday", "past", "../2031-12-07"),
        ("by Christmas", "past", "../2030-12-25"),
        ("by Christmas", None, "../2031-12-25"),
        ("in February", "ahead", "2032-02"),
        ("in February", "past", "2031-02"),
        ("in January", None, "2032-01"),
        ("in January", "said", "2031-01"),
        ("in June", None, "2031-06"),
        ("on 20 December", "past", "2030-12-20"),
        ("on 11 December", "said", "2031-12-11"),
        ("on 1 December", "ahead", "2031-12-01"),
        ("tonight", "past", "2031-12-08/2031-12-09"),
        ("tonight", None, "2031-12-09/2031-12-10"),
        ("overnight", "ahead", "2031-12-09/2031-12-10"),
        ("on Tuesday night", "said", "2031-12-09/2031-12-10"),
        ("at the weekend", "ahead", "2031-12-13/2031-12-14"),
        ("in spring", "ahead", "2032-03/2032-05"),
        ("in spring", "past", "2031-03/2031-05"),
        ("in three days", "ahead", "2031-12-12"),
        ("in three days", "past", "2031-12-07/2031-12-09"),
        ("in three days", None, None),
        ("within a week", "past", None),
    ],
)
def test_what_is_to_come_lies_ahead_and_what_was_behind(written: str, tense: Tense | None, value: str | None) -> None:
    assert edtf(written, tense=tense) == value
    if tense == "ahead":
        assert edtf(written, ahead=True) == value


@pytest.mark.parametrize(
    ("written", "told", "value"),
    [
        ("two days earlier", "2031-03-02", "2031-02-28"),
        ("two days ago", "2031-03-02", "2031-12-07"),
        ("a day later", "2031-02-28/2031-03-01", "2031-03-01"),
        ("that day", "2031-02-28/2031-03-01", None),
        ("that night", "2031-02-28", "2031-02-28/2031-03-01"),
        ("that night", "2031-02-28/2031-03-01", "2031-02-28/2031-03-01"),
        ("that week", "2031-03-05", "2031-03-03/2031-03-09"),
        ("that year", "2030-05", "2030"),
        ("a month later", "2030-12", "2031-01"),
        ("a year earlier", "2030-12-05", "2029-12"),
        ("two nights earlier", "2031-03-03", "2031-03-01/2031-03-02"),
        ("the next day", "2031-03", None),
        ("the next day", "2031-03-01/2031-03-09", None),
        ("the next day", "2031-03-01/..", None),
        ("the next day", "XXXX-12-01", "XXXX-12-02"),
        ("the next day", "XXXX-02-28", None),
        ("the next day", "XXXX-12-31", None),
        ("two weeks later", "XXXX-02-20", None),
        ("since then", "2031-03-01", "2031-03-01/.."),
        ("by then", "2031-03-01", "../2031-03-01"),
        ("the day before the attack", "2031-03-01", None),
    ],
)
def test_a_date_told_from_another_of_the_text(written: str, told: str, value: str | None) -> None:
    assert edtf(written, told_before=When.parse(told)) == value


def test_where_no_other_date_is_told_one_told_from_it_is_not_known() -> None:
    for written in ("two days earlier", "the following day", "that night", "since then"):
        assert edtf(written) is None


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("On December 1", "XXXX-12-01"),
        ("on the night of 4 March", "XXXX-03-04/XXXX-03-05"),
        ("in early December", "XXXX-12-01/XXXX-12-10"),
        ("late February", "XXXX-02-21/XXXX-02-28"),
        ("between 30 December and 2 January", "XXXX-12-30/XXXX-01-02"),
        ("since May", "XXXX-05/.."),
        ("in May 2022", "2022-05"),
        ("on Sunday", None),
        ("yesterday", None),
        ("last week", None),
        ("this winter", None),
        ("at the end of the month", None),
        ("over the past 24 hours", None),
    ],
)
def test_without_the_reports_day_a_day_keeps_its_year_open_and_relative_words_mean_none(
    written: str, value: str | None
) -> None:
    assert edtf(written, None) == value


@pytest.mark.parametrize(
    ("language", "written", "value"),
    [
        ("ru", "7 декабря", "2031-12-07"),
        ("ru", "в ночь на 8 декабря", "2031-12-07/2031-12-08"),
        ("ru", "утром 7 декабря", "2031-12-07"),
        ("ru", "в ночь с 30 ноября на 1 декабря", "2031-11-30/2031-12-01"),
        ("ru", "на прошлой неделе", "2031-12-01/2031-12-07"),
        ("ru", "позавчера", "2031-12-07"),
        ("ru", "с 2014 года", "2014/.."),
        ("ru", "к пятнице", "../2031-12-12"),
        ("ru", "в воскресенье, 7 декабря 2031 г.", "2031-12-07"),
        ("ru", "за прошедшие сутки", "2031-12-08/2031-12-09"),
        ("ru", "двумя днями ранее", "2031-11-29"),
        ("ru", "летом прошлого года", "2030-06/2030-08"),
        ("uk", "7 грудня", "2031-12-07"),
        ("uk", "у ніч на 8 грудня", "2031-12-07/2031-12-08"),
        ("uk", "минулого тижня", "2031-12-01/2031-12-07"),
        ("uk", "учора", "2031-12-08"),
        ("uk", "за минулу добу", "2031-12-08/2031-12-09"),
        ("uk", "до п'ятниці", "../2031-12-12"),
        ("uk", "з 24 лютого 2022 року", "2022-02-24/.."),
        ("uk", "із січня по березень 2031 року", "2031-01/2031-03"),
    ],
)
def test_russian_and_ukrainian(language: str, written: str, value: str | None) -> None:
    assert edtf(written, told_before=TOLD, language=language) == value
    assert edtf(written.upper(), told_before=TOLD, language=language) == value


@pytest.mark.parametrize(("written", "value"), [("через два дня", "2031-12-03"), ("через неделю", "2031-12-08")])
def test_after_so_long_is_told_from_the_text_in_the_past_and_from_the_report_ahead(written: str, value: str) -> None:
    assert edtf(written, told_before=TOLD, tense="past", language="ru") == value
    assert edtf("через два дня", told_before=TOLD, tense="ahead", language="ru") == "2031-12-11"


def test_each_kind_of_date_is_written_in_each_language_that_needs_it() -> None:
    for language in LANGUAGES:
        told = {shape.kind for shape in shapes(language).every}
        assert told <= KINDS.keys()
        assert KINDS.keys() - told <= ({"through"} if language == "en" else {"sofar"})


def test_of_two_days_of_a_report_what_is_told_from_it_is_the_span_of_both() -> None:
    both = (date(2031, 12, 6), date(2031, 12, 7))  # Saturday and Sunday

    def found(written: str) -> str | None:
        value = meant_on(written, both, Standpoint(None))
        return value.edtf if value else None

    assert found("today") == "2031-12-06/2031-12-07"
    assert found("yesterday") == "2031-12-05/2031-12-06"
    assert found("overnight") == "2031-12-05/2031-12-07"
    assert found("on Sunday") == "2031-12-07"
    assert found("on Friday") == "2031-12-05"
    assert found("in December") == "2031-12"
    assert found("since yesterday") == "2031-12-05/.."
    assert found("by tomorrow") == "../2031-12-08"
    assert found("two days earlier") is None
    assert meant_on("today", (), Standpoint(None)) is None


def test_the_day_of_a_report() -> None:
    assert day("2031-12-09T10:00:00Z") == TUESDAY
    assert day(None) is None
    assert day("soon") is None


@given(st.text(max_size=40), st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1)))
def test_no_words_break_it(written: str, anchor: date) -> None:
    for language in LANGUAGES:
        meant(written, anchor, told_before=TOLD, language=language)
        meant(written, None, language=language)


@given(st.sampled_from(EXAMPLES), st.sampled_from(["", "9999 ", "31 ", "29 February ", "2 "]), st.dates())
def test_no_day_of_a_report_breaks_it(case: tuple[str, Mapping[str, Any]], before: str, anchor: date) -> None:
    language, row = case
    meant(before + row["example"], anchor, told_before=TOLD, language=language)
    if anchor.year <= LAST_YEAR:
        meant(before + row["example"], TUESDAY, told_before=When.parse(str(anchor)), language=language)


# One expression, read from two days


def moved(value: When, change: timedelta) -> When:
    """A span of days so much later."""

    def end(part: PartialDate | Missing) -> PartialDate | Missing:
        if isinstance(part, str) or part.year is None or part.month is None or part.day is None:
            return part
        then = date(part.year, part.month, part.day) + change
        return PartialDate(then.year, then.month, then.day, part.qualifier)

    return When(end(value.start), end(value.end))


def cycles_later(value: When) -> When:
    def end(part: PartialDate | Missing) -> PartialDate | Missing:
        return part if isinstance(part, str) or part.year is None else replace(part, year=part.year + CYCLE)

    return When(end(value.start), end(value.end))


anchors = st.dates(min_value=date(1000, 1, 1), max_value=date(LAST_YEAR - 2 * CYCLE, 1, 1))
cases = st.sampled_from(EXAMPLES)


@given(cases, anchors, st.sampled_from(TENSES))
def test_four_centuries_later_the_same_words_mean_the_same_days_four_centuries_later(
    case: tuple[str, Mapping[str, Any]], anchor: date, tense: Tense | None
) -> None:
    language, row = case
    told = When.parse(str(anchor - timedelta(days=8)))
    one = meant(row["example"], anchor, tense=tense, told_before=told, language=language)
    later, told_later = anchor.replace(year=anchor.year + CYCLE), cycles_later(told)
    other = meant(row["example"], later, tense=tense, told_before=told_later, language=language)
    names_its_year = any("year" in core.says for one in calendar(language).find(row["example"]) for core in one.cores)
    assert other == (one if one is None or names_its_year else cycles_later(one))


@given(cases, anchors, st.sampled_from(TENSES), st.integers(-60, 60))
def test_weeks_later_words_told_by_weeks_and_days_mean_days_so_much_later(
    case: tuple[str, Mapping[str, Any]], anchor: date, tense: Tense | None, weeks: int
) -> None:
    language, row = case
    (one,) = calendar(language).find(row["example"])
    by_weeks = one.kind in BY_WEEKS and not {"month", "year"} & {core.says.get("unit") for core in one.cores}
    if not by_weeks or "period" in one.cores[0].says:
        return
    change = timedelta(weeks=weeks)
    values = [
        meant(row["example"], when, tense=tense, told_before=When.parse(str(when - timedelta(8))), language=language)
        for when in (anchor, anchor + change)
    ]
    assert values[1] == (values[0] and moved(values[0], change))


@given(cases, anchors, anchors, st.sampled_from(TENSES))
def test_what_names_its_year_means_the_same_from_any_day(
    case: tuple[str, Mapping[str, Any]], one: date, other: date, tense: Tense | None
) -> None:
    language, row = case
    (found,) = calendar(language).find(row["example"])
    if all("year" in core.says for core in found.cores):
        values = {meant(row["example"], when, tense=tense, language=language) for when in (one, other, None)}
        assert len(values) == 1


@given(cases, anchors)
def test_what_keeps_its_year_open_is_settled_within_a_year_or_so_of_the_report(
    case: tuple[str, Mapping[str, Any]], anchor: date
) -> None:
    language, row = case
    without = meant(row["example"], None, language=language)
    value = meant(row["example"], anchor, language=language)
    if without is None or without.year_known or value is None:
        return
    assert without.compatible(value) or "02-28" in without.edtf
    assert {abs(end.year - anchor.year) <= 1 for end in value.dates if end.year} == {True}


# What the documentation shows

DOC = Path(__file__).parents[2] / "docs" / "dates.md"
CELLS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in DOC.read_text().splitlines()
    if "`" in line and line.startswith("| ")
]


def shown(cells: list[str]) -> list[tuple[str, date | None, str | None]]:
    """The words of a row of the table, the day of the report, and the value that it shows."""
    words, *columns = (cell.split(" · ") for cell in cells)
    return [
        (written, anchor, None if value.startswith("null") else value.strip("`"))
        for anchor, column in zip((TUESDAY, None), columns, strict=True)
        for written, value in zip(words, column * (len(words) if len(column) == 1 else 1), strict=True)
    ]


@pytest.mark.parametrize(("written", "anchor", "value"), [case for cells in CELLS for case in shown(cells)])
def test_the_page_of_dates_shows_what_comes_out(written: str, anchor: date | None, value: str) -> None:
    assert edtf(written, anchor) == value
