"""The days of tellings, against the day of the report and the text before. All reports are made up."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.grounding.dates import with_days
from counterclaim.lang.shapes import shapes
from counterclaim.model.report import Report
from counterclaim.model.source import Chain
from counterclaim.model.span import Span
from counterclaim.model.stance import Stance
from counterclaim.model.telling import Quote, Telling
from counterclaim.model.when import LEAP_YEAR, Dated

PUBLISHED = "2031-12-09"  # a Tuesday


def told(text: str, *, said: str | None = None, when: str | None = None, **given: Any) -> Telling:
    """A telling of the whole of `text`, with the last of these words as its days."""
    report = Report(
        "r", text, "r", "r", published=given.pop("published", PUBLISHED), theatre=given.pop("theatre", "vardia")
    )

    def dated(words: str | None) -> Dated | None:
        if words is None:
            return None
        start = text.rindex(words)
        return Dated(words, None, "text", Span.of(text, start, start + len(words)))

    span = Span.of(text, text.rindex(given.pop("content", text)), len(text))
    made = Telling(report, span, span, Chain.of(None, claimant=None), {}, said=dated(said), when=dated(when))
    return replace(made, stance=Stance.parse(given.pop("stance", "affirms/asserted")), **given)


def days(telling: Telling) -> tuple[str | None, str | None]:
    (found,) = with_days([telling])
    said, when = (one.when.edtf if one and one.when else None for one in (found.said, found.when))
    return said, when


@pytest.mark.parametrize(
    ("text", "when", "value"),
    [
        ("The mill had been lost by Friday", "by Friday", "../2031-12-05"),
        ("The mill could be lost by Friday", "by Friday", "../2031-12-12"),
        ("The mill, which was lost in May, will reopen in January", "in January", "2032-01"),
        ("The mill, which will reopen in January, was lost in May", "in May", "2031-05"),
        ("Two drones came down tonight", "tonight", "2031-12-08/2031-12-09"),
        ("We leave Dorn tonight", "tonight", "2031-12-09/2031-12-10"),
    ],
)
def test_the_words_around_a_date_tell_whether_it_is_past(text: str, when: str, value: str) -> None:
    assert days(told(text, when=when)) == (None, value)


def test_what_is_foretold_lies_ahead_whatever_participles_stand_beside_it() -> None:
    text = "The occupied mill is ours by Friday"
    assert days(told(text, when="by Friday"))[1] == "../2031-12-05"
    assert days(told(text, when="by Friday", stance="affirms/forecast"))[1] == "../2031-12-12"


@pytest.mark.parametrize(
    ("text", "when", "value"),
    [
        ("On 3 December Dorn fell. Two days earlier it had been quiet", "Two days earlier", "2031-12-01"),
        ("On 3 December Dorn fell. The next day Halm fell. The next day Karsk fell", "The next day", "2031-12-05"),
        ("On 3 December Dorn fell. The day before it held. He said the day before", "the day before", "2031-12-02"),
        ("In May Dorn fell; on Sunday Halm did. That day Karsk burned", "That day", "2031-12-07"),
        ("In May Dorn fell. A month later Halm did", "A month later", "2031-06"),
        ("Since 2029 it is dark. That day Karsk burned", "That day", None),
        ("That day Karsk burned. On Sunday it rained", "That day", None),
        ("Two days ago Karsk burned. On 3 December it rained", "Two days ago", "2031-12-07"),
        (f"On Sunday Dorn fell. {'Nothing more is known. ' * 50}The next day Halm fell", "The next day", None),
    ],
)
def test_a_date_told_from_another_is_told_from_the_nearest_before_it(text: str, when: str, value: str | None) -> None:
    assert days(told(text, when=when)) == (None, value)


def test_a_speaker_quoted_tells_yesterday_from_the_day_he_spoke() -> None:
    text = "On Sunday she said: “They left yesterday, and in May too”"
    spoken = {"said": "On Sunday", "content": "“They left yesterday, and in May too”"}
    assert days(told(text, when="yesterday", quote=Quote.DIRECT, **spoken)) == ("2031-12-07", "2031-12-06")
    assert days(told(text, when="in May", quote=Quote.DIRECT, **spoken)) == ("2031-12-07", "2031-05")
    assert days(told(text, when="yesterday", quote=Quote.INDIRECT, **spoken)) == ("2031-12-07", "2031-12-08")


def test_without_the_day_of_the_report_relative_words_stay_unknown() -> None:
    assert days(
        told("On December 1 he said it fell on Sunday", said="On December 1", when="on Sunday", published=None)
    ) == (
        "XXXX-12-01",
        None,
    )


def test_a_moment_in_utc_leaves_both_days_of_the_theatre() -> None:
    text, moment = "Kyiv was hit today", "2031-12-09T22:30:00+00:00"
    assert days(told(text, when="today", published=moment, theatre="ukraine"))[1] == "2031-12-09/2031-12-10"
    assert days(told(text, when="today", published=moment, theatre="vardia"))[1] == "2031-12-09"


@pytest.mark.parametrize(
    ("text", "said", "when", "notes"),
    [
        ("It was so in 1943", None, "in 1943", ["when: 1943 lies before the war of this theatre (2029-02)"]),
        (
            "In 2040 it will end",
            None,
            "In 2040",
            ["when: 2040 lies more than five years after the report (2031-12-09)"],
        ),
        (
            "On 11 December he said",
            "On 11 December",
            None,
            ["said: 2031-12-11 lies after the day of the report (2031-12-09)"],
        ),
        ("It was so in 2030", None, "in 2030", []),
    ],
)
def test_days_outside_the_war_or_far_from_the_report_are_noted(
    text: str, said: str | None, when: str | None, notes: list[str]
) -> None:
    (found,) = with_days([told(text, said=said, when=when, notes=("unverified",))])
    assert list(found.notes) == ["unverified", *notes]
    (again,) = with_days([found])
    assert again.notes == found.notes


def test_nothing_was_said_after_the_day_of_the_report() -> None:
    assert days(told("He will speak next month", said="next month")) == (None, None)
    assert days(told("He spoke on Monday", said="on Monday")) == ("2031-12-08", None)
    assert days(told("He said on 11 December", said="on 11 December", published=None)) == ("XXXX-12-11", None)


def test_other_languages_are_read_by_their_own_calendar() -> None:
    text = "Накануне, 3 декабря, мост был открыт"
    telling = told(text, when="3 декабря")
    (found,) = with_days([replace(telling, report=replace(telling.report, language="ru"))])
    assert found.when is not None
    assert str(found.when.when) == "2031-12-03"


EXAMPLES = [row["example"] for table, row in shapes("en").examples if table == "shapes"]


@given(st.sampled_from(EXAMPLES), st.integers(1900, 2099), st.sampled_from(["said", "when"]), st.booleans())
def test_no_day_outside_the_window_goes_unnoted(example: str, year: int, name: str, in_year: bool) -> None:
    words = f"in {year}" if in_year else example
    (found,) = with_days([told(f"On 1 December 2031 it was so. He said so {words}", **{name: words})])
    one = getattr(found, name)
    if one is None:
        assert any("after the day of the report" in note for note in found.notes)
        return
    if one.when is None or not one.when.year_known:
        assert not found.notes
        return
    first, last = one.when.dates[0].days(LEAP_YEAR)[0], one.when.dates[-1].days(LEAP_YEAR)[1]
    limit = date(2031, 12, 9) if name == "said" else date(2036, 12, 9)
    assert bool(found.notes) == (last < date(2029, 2, 1) or first > limit)
