"""Which words of a text are a date: each row of each language's calendar fires on its own example."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.grounding.days import meant
from counterclaim.lang.calendar import Calendar, calendar
from counterclaim.lang.data import rows
from counterclaim.lang.shapes import LANGUAGES, Shapes, shapes
from counterclaim.model.when import When

TUESDAY, BEFORE = date(2031, 12, 9), When.parse("2031-12-01")
TABLES = ("shapes", "leads", "tails", "joins", "tenses")
ROWS = [(language, table, row) for language in LANGUAGES for table, row in shapes(language).examples]
SHAPES = [(language, row) for language, table, row in ROWS if table == "shapes"]
BESIDE = [(language, table, row) for language, table, row in ROWS if table in ("leads", "tails", "joins")]
TENSES = [(language, row) for language, table, row in ROWS if table == "tenses"]


def named(cases: list[Any]) -> list[str]:
    return [f"{case[0]}-{case[-1]['example']}" for case in cases]


def edtf(written: str, language: str, tense: Any = None) -> str | None:
    found = meant(written, TUESDAY, tense=tense, told_before=BEFORE, language=language)
    return found.edtf if found else None


def without(language: str, table: str, row: dict[str, Any]) -> Calendar:
    """The calendar of a language without one row."""
    held = rows(language, "calendar")
    return Calendar(Shapes(held | {table: [each for each in held[table] if each is not row]}))


@pytest.mark.parametrize(("language", "row"), SHAPES, ids=named(SHAPES))
def test_a_shape_fires_on_its_example(language: str, row: dict[str, Any]) -> None:
    (one,) = calendar(language).find(row["example"])
    assert row in [core.shape.row for core in one.cores]
    assert row["example"][one.start : one.end] == row["example"]
    assert edtf(row["example"], language) == row["means"]


@pytest.mark.parametrize(("language", "table", "row"), BESIDE, ids=named(BESIDE))
def test_what_stands_beside_a_date_belongs_to_it_by_its_row(language: str, table: str, row: dict[str, Any]) -> None:
    example = row["example"]
    (one,) = calendar(language).find(example)
    assert example[one.start : one.end] == example
    assert edtf(example, language) == row["means"]
    lost = without(language, table, row).find(example)
    assert [(each.start, each.end) for each in lost] != [(one.start, one.end)]


@pytest.mark.parametrize(("language", "row"), TENSES, ids=named(TENSES))
def test_words_show_whether_it_was_or_is_to_come(language: str, row: dict[str, Any]) -> None:
    example = row["example"]
    (one,) = calendar(language).find(example)
    assert calendar(language).tense(example, one.start) == row["as"]
    tense = "past" if row["as"] == "perhaps" else row["as"]
    assert edtf(example[one.start : one.end], language, tense) == row["means"]
    assert without(language, "tenses", row).tense(example, one.start) != row["as"]


def test_languages_have_the_same_tables_and_vocabularies() -> None:
    english, *others = (rows(language, "calendar") for language in LANGUAGES)
    for other in others:
        assert set(other) == set(english)
        for table in ("leads", "joins", "tenses"):
            assert {row["as"] for row in other[table]} >= {row["as"] for row in english[table]} - {"over"}, table


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "He left on Sunday night, two days earlier.", ["on Sunday night", "two days earlier"]),
        (
            "en",
            "On Monday, Dec. 1, the mill burned; on 5 December it reopened.",
            ["On Monday, Dec. 1", "on 5 December"],
        ),
        ("en", "They may hold 300 men by noon, 24/7, at 5 p.m.", []),
        ("en", "In May he may march; in March 2,000 marched.", ["In May", "in March"]),
        ("en", "Teshar Today wrote it today, and the Sunday paper too.", ["today", "Sunday"]),
        ("en", "Sunday’s shelling and the 2014 annexation", ["Sunday"]),
        ("en", "for days, in recent weeks, recently, an hour earlier, on Mondays", []),
        ("en", "three days earlier than planned, with 45 May bells", []),
        (
            "ru",
            "В ночь на 8 декабря, а не 7 декабря утром, в среде военных",
            ["В ночь на 8 декабря", "7 декабря утром"],
        ),
        ("ru", "несколько дней назад, полтора года назад, 15 минут назад", []),
        ("uk", "Учора ввечері та у п’ятницю, кілька днів тому", ["Учора ввечері", "у п’ятницю"]),
    ],
)
def test_dates_in_a_text(language: str, text: str, found: list[str]) -> None:
    assert [text[one.start : one.end] for one in calendar(language).find(text)] == found


def test_one_language_is_one_file() -> None:
    held = {
        **{f"{name}s": {} for name in ("season", "unit", "period", "number", "ordinal", "part")},
        "weekdays": {"sondo": 6},
        "months": {"decembre": 12},
        "capital": [],
        "keys": [],
        "endings": {},
        "shapes": [{"form": "<day> <month>", "as": "date"}, {"form": "<weekday>", "as": "weekday", "led": True}],
        **{table: [{"words": ["na"], "as": "plain"}] for table in ("leads", "tails", "tenses")},
        "joins": [{"words": ["do"], "as": "to"}],
    }
    made = Calendar(Shapes(held))
    assert [(one.start, one.end, one.kind) for one in made.find("na sondo, 7 decembre")] == [
        (0, 8, "weekday"),
        (10, 20, "date"),
    ]


@given(st.text(max_size=60), st.sampled_from(LANGUAGES))
def test_dates_stand_apart_and_in_order(text: str, language: str) -> None:
    found = calendar(language).find(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= after.start for one, after in pairwise(found))


@given(
    st.lists(st.sampled_from([row["example"] for _, row in SHAPES]), max_size=4).map("; ".join),
    st.sampled_from(LANGUAGES),
)
def test_the_same_holds_of_dates_heaped_together(text: str, language: str) -> None:
    test_dates_stand_apart_and_in_order.hypothesis.inner_test(text, language)  # type: ignore[attr-defined]
