from contextlib import suppress
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from counterclaim.errors import BadValueError, SpanError
from counterclaim.model.span import Span
from counterclaim.model.when import Dated, PartialDate, When

FIRST_YEAR, LAST_YEAR = 1988, 2020  # years 2003 to 2006 with a leap year and the run-up to it on either side
MONTH_DAYS = [(1, 1), (1, 3), (2, 1), (2, 28), (2, 29), (3, 1), (6, 15), (12, 1), (12, 28), (12, 31)]


class Written(NamedTuple):
    """An end as the tests draw it: year (None unknown), month, day, and EDTF's suffix; or no date (`missing`)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    suffix: str = ""
    missing: str | None = None

    def __str__(self) -> str:
        if self.missing is not None:
            return self.missing
        year = "XXXX" if self.year is None else f"{self.year:04}"
        return year + "".join(f"-{part:02}" for part in (self.month, self.day) if part is not None) + self.suffix

    def has(self, day: date, year: int) -> bool:
        parts = zip((self.year or year, self.month, self.day), (day.year, day.month, day.day), strict=True)
        return all(mine is None or mine == its for mine, its in parts)


FIRST_DAY = date(FIRST_YEAR, 1, 1)
DAYS = [FIRST_DAY + timedelta(days) for days in range((date(LAST_YEAR, 12, 31) - FIRST_DAY).days + 1)]
PLACES = {
    year: [place for place, day in enumerate(DAYS) if day.year == year] for year in range(FIRST_YEAR, LAST_YEAR + 1)
}


@cache
def found(end: Written, year: int, which: int) -> int | None:
    """The place in DAYS of the first (0) or last (-1) day of `end` in `year`, by looking at every day."""
    places = [place for place in PLACES[end.year or year] if end.has(DAYS[place], year)]
    return places[which] if places else None


def brute(start: Written, end: Written) -> set[int]:
    """Every day in the window that can belong to the span, found by trying years and looking at days."""
    dated = [part for part in (start, end) if part.missing is None]
    known = dated[0].year is not None
    days: set[int] = set()
    for year in [2004] if known else range(FIRST_YEAR + 1, LAST_YEAR):
        ending = year + (not known and len(dated) == 2 and wraps(start, end))
        first = 0 if start.missing is not None else found(start, year, 0)
        last = len(DAYS) - 1 if end.missing is not None else found(end, ending, -1)
        if first is not None and last is not None:
            days.update(range(first, last + 1))
    return days


def wraps(start: Written, end: Written) -> bool:
    return (start.month or 0, start.day or 0) > (end.month or 0, end.day or 99)


def ends(*, known: bool) -> st.SearchStrategy[Written]:
    years = st.integers(2003, 2006) if known else st.none()
    suffix = st.sampled_from(["", "", "~", "?", "%"])
    day = st.builds(lambda y, md, s: Written(y, md[0], md[1], s), years, st.sampled_from(MONTH_DAYS), suffix)
    month = st.builds(lambda y, m, s: Written(y, m, None, s), years, st.sampled_from([1, 2, 12]), suffix)
    choices = day | month
    return choices | st.builds(lambda y, s: Written(y, suffix=s), years, suffix) if known else choices


def valid(pair: tuple[Written, Written]) -> bool:
    try:
        When.parse("/".join(map(str, pair)))
    except BadValueError:
        return False
    return True


missing = st.sampled_from([Written(missing=".."), Written(missing="")])
pairs = st.booleans().flatmap(
    lambda known: (
        ends(known=known).map(lambda end: (end, end))
        | st.tuples(ends(known=known), ends(known=known))
        | st.tuples(missing, ends(known=known))
        | st.tuples(ends(known=known), missing)
    )
)
spans = pairs.filter(valid)
whens = spans.map(lambda pair: When.parse("/".join(map(str, pair))))


@given(whens)
def test_its_notation_reads_back_as_itself(when: When) -> None:
    assert When.parse(str(when)) == when
    assert When.parse(str(when)).edtf == when.edtf


@pytest.mark.parametrize(
    "edtf",
    [
        "2025-12-07",
        "2025-12",
        "2025",
        "XXXX-12-01",
        "XXXX-12",
        "XXXX-02-29",
        "2025-12-07~",
        "2025-12?",
        "2025%",
        "2025-12-01/2025-12-07",
        "2025-11/2025-12-07~",
        "XXXX-12-01/XXXX-12-07",
        "XXXX-12-28/XXXX-01-03",
        "2025-12-07/..",
        "../2025-12-07",
        "2025/",
        "/2025-12",
        "XXXX-12-01/..",
        "0001-01-01",
        "9998",
    ],
)
def test_a_canonical_notation_is_printed_as_it_came(edtf: str) -> None:
    assert When.parse(edtf).edtf == edtf


@pytest.mark.parametrize(
    ("edtf", "canonical"),
    [
        ("2025-12-XX", "2025-12"),
        ("2025-XX-XX~", "2025~"),
        ("2025-XX", "2025"),
        ("XXXX-12-XX", "XXXX-12"),
        ("2025/2025", "2025"),
    ],
)
def test_other_notations_become_canonical(edtf: str, canonical: str) -> None:
    assert When.parse(edtf) == When.parse(canonical)
    assert When.parse(edtf).edtf == canonical


@pytest.mark.parametrize(
    "edtf",
    [
        "",
        "..",
        "/",
        "../..",
        "../",
        "2025-02-29",
        "2025-13",
        "2025-00-01",
        "2025-12-00",
        "0000",
        "9999",
        "25-12-07",
        "XXXX",
        "XXXX-XX-07",
        "2025-XX-07",
        "202X",
        "2025-21",
        "2025-12-07T09:00",
        "2025-12-07/2025-12-01",
        "2025~-12",
        "2025-12-07/XXXX-12-09",
        "XXXX-12-07/2025-12-09",
        "a/b",
        "1/2/3",
        " 2025",
        "2025\n",
        "٢٠٢٥",
        "XXXX-02-30",
    ],
)
def test_what_is_no_span_is_refused_with_a_remedy(edtf: str) -> None:
    with pytest.raises(BadValueError) as caught:
        When.parse(edtf)
    assert caught.value.remedy


@given(st.text(alphabet="0123456789X-/.~?%", max_size=24) | st.text(max_size=12))
def test_any_text_is_a_span_or_a_bad_value(text: str) -> None:
    with suppress(BadValueError):
        when = When.parse(text)
        assert When.parse(when.edtf) == when


@given(spans)
def test_bounds_are_the_first_and_last_day_where_known(pair: tuple[Written, Written]) -> None:
    when = When.parse("/".join(map(str, pair)))
    first, last = when.bounds()
    days = sorted(brute(*pair))
    assert first == (DAYS[days[0]] if when.year_known and pair[0].missing is None else None)
    assert last == (DAYS[days[-1]] if when.year_known and pair[1].missing is None else None)


@settings(deadline=None, max_examples=200)
@given(spans, spans)
@example((Written(None, 2, 29), Written(None, 2, 29)), (Written(2005), Written(2006)))
@example((Written(None, 12, 28), Written(None, 1, 3)), (Written(2005, 1, 1), Written(2005, 1, 1)))
@example((Written(None, 2, 29), Written(missing="..")), (Written(2003, 6, 15), Written(2003, 6, 15)))
@example((Written(missing=".."), Written(None, 2, 29)), (Written(2005, 3, 1), Written(2005, 3, 1)))
def test_compatible_is_sharing_a_day(one: tuple[Written, Written], other: tuple[Written, Written]) -> None:
    ours, theirs = (When.parse("/".join(map(str, pair))) for pair in (one, other))
    assert ours.compatible(theirs) == bool(brute(*one) & brute(*other))


@given(whens, whens)
def test_compatible_is_symmetric_and_reflexive(one: When, other: When) -> None:
    assert one.compatible(other) == other.compatible(one)
    assert one.compatible(one)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("XXXX-12-01", "2025-12-01", True),
        ("XXXX-12-01", "2025-12", True),
        ("XXXX-12-01", "2025-12-02", False),
        ("XXXX-02-29", "2025", False),
        ("XXXX-02-29", "2025-02-28", False),
        ("XXXX-02-29", "XXXX-02", True),
        ("XXXX-02-29", "1896-03-01/1904-02-28", False),
        ("XXXX-02-29", "1896-03-01/1904-03-01", True),
        ("XXXX-12-01", "XXXX-12-02", False),
        ("XXXX-12-28/XXXX-01-03", "XXXX-01-02", True),
        ("2025-12-07/..", "2031", True),
        ("2025-12-07/..", "2025-12-06", False),
        ("../2025-12-07", "XXXX-12-08", True),
        ("2025/", "/2024", False),
        ("XXXX-12-15/XXXX-12", "XXXX-06-15", False),
        ("9990/..", "XXXX-12-01", True),
        ("2025-12-07~", "2025-12-08", False),
        ("9998-12", "XXXX-12-28/XXXX-01-03", True),
    ],
)
def test_compatible_by_example(one: str, other: str, expected: bool) -> None:
    assert When.parse(one).compatible(When.parse(other)) is expected


@given(whens, st.integers(2003, 2006))
def test_a_settled_year_is_one_of_the_years_it_could_be(when: When, year: int) -> None:
    try:
        settled = when.in_year(year)
    except BadValueError:
        assert (2, 29) in {(part.month, part.day) for part in when.dates}
        return
    assert settled.year_known
    assert settled.dates[0].year == year or when.year_known
    assert settled.compatible(when)


def test_a_year_is_settled() -> None:
    assert When.parse("XXXX-12-01~").in_year(2025).edtf == "2025-12-01~"
    assert When.parse("XXXX-12-28/XXXX-01-03").in_year(2025).edtf == "2025-12-28/2026-01-03"
    assert When.parse("../XXXX-12").in_year(2025).edtf == "../2025-12"
    assert When.parse("2024-12").in_year(2025).edtf == "2024-12"


@pytest.mark.parametrize("year", [2025, 1900, 0, 9999, 10_000])
def test_29_february_is_not_settled_in_a_year_without_it(year: int) -> None:
    with pytest.raises(BadValueError):
        When.parse("XXXX-02-29").in_year(year)


def test_precision_is_the_coarser_end() -> None:
    edtfs = ("2025-12-07", "XXXX-12", "2025", "2025-12-07/2026-01", "2025-12-07/2027", "2025-12-07/..")
    assert [When.parse(edtf).precision for edtf in edtfs] == ["day", "month", "year", "month", "year", "day"]


def test_an_unknown_qualifier_is_refused() -> None:
    with pytest.raises(BadValueError):
        PartialDate(2025, 12, 7, "!")


@given(st.text(min_size=1), st.none() | whens, st.sampled_from(["text", "published"]), st.none() | st.integers(0, 99))
def test_a_date_in_words_round_trips(written: str, when: When | None, basis: str, start: int | None) -> None:
    span = None if start is None else Span(start, start + len(written), written)
    dated = Dated(written, when, basis, span)
    assert list(dated.as_json()) == ["written", "edtf", "basis", "start", "end"]
    assert Dated.from_json(dated.as_json()) == dated


def test_a_date_whose_span_has_other_words_is_refused() -> None:
    with pytest.raises(SpanError):
        Dated("on Monday", None, "text", Span(0, 10, "on Tuesday"))
