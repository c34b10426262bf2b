"""The timeline as a picture: heights, stacking, parties told apart without colour."""

import itertools
from xml.etree import ElementTree

import pytest

from counterclaim.drawing.timeline_svg import TALL, WIDE, _round_above, timeline_svg
from counterclaim.views.calendar import Calendar, calendar

SVG = "{http://www.w3.org/2000/svg}"
HOSTILE = '"><script>alert(1)</script>'
ROWS = [
    ("2031-03-01", "teshar", 30),
    ("2031-03-01", "vardia", 10),
    ("2031-03-01", None, 5),
    ("2031-03-03", "vardia", 60),
]


def drawn(days: Calendar, *parties: str | None) -> ElementTree.Element:
    named = [(party, party or HOSTILE) for party in parties]
    picture = timeline_svg(
        days, named, label=HOSTILE, titled=lambda bar: f"{bar.first} {HOSTILE}",
        address=lambda bar: f"/map?since={bar.first}&until={bar.last}",
    )  # fmt: skip
    return ElementTree.fromstring(picture)  # noqa: S314 our own picture


def heights(link: ElementTree.Element) -> list[float]:
    return [float(one.get("height", "")) for one in link.findall(f"{SVG}rect")[:-1]]  # the last is what is clicked


def test_bars_are_as_high_as_their_numbers_and_lead_to_their_day() -> None:
    first, last = drawn(calendar(ROWS), "teshar", "vardia", None).findall(f"{SVG}a")
    assert first.get("href") == "/map?since=2031-03-01&until=2031-03-01"
    assert heights(first) == pytest.approx([TALL * 30 / 60, TALL * 10 / 60, TALL * 5 / 60], abs=0.01)
    assert heights(last) == pytest.approx([TALL], abs=0.01)


def test_parties_stand_on_one_another_and_never_overlap() -> None:
    (first, _) = drawn(calendar(ROWS), "teshar", "vardia", None).findall(f"{SVG}a")
    rects = first.findall(f"{SVG}rect")[:-1]
    for below, above in itertools.pairwise(rects):
        assert float(above.get("y", "")) + float(above.get("height", "")) == pytest.approx(
            float(below.get("y", "")), abs=0.02
        )


def test_each_party_has_a_pattern_of_its_own_and_nobody_is_white() -> None:
    picture = drawn(calendar(ROWS), "teshar", "vardia", None)
    fills = [one.get("fill") for one in picture.find(f"{SVG}a").findall(f"{SVG}rect")[:-1]]  # type: ignore[union-attr]
    assert len(set(fills)) == 3
    assert fills[2] == "#fff"
    patterns = {f"url(#{one.get('id')})" for one in picture.iter(f"{SVG}pattern")}
    assert set(fills[:2]) <= patterns


def test_words_are_words() -> None:
    picture = drawn(calendar(ROWS), "teshar", "vardia", None)
    assert not list(picture.iter(f"{SVG}script"))
    assert HOSTILE in [one.text for one in picture.iter(f"{SVG}text")]
    assert not [one for one in picture.iter() if one.get("style") is not None]


def test_days_without_tellings_are_no_link() -> None:
    assert len(drawn(calendar(ROWS), "teshar", "vardia", None).findall(f"{SVG}a")) == 2


def test_many_bars_stay_within_the_picture() -> None:
    rows = [(f"2031-0{month}-{day:02}", "teshar", month * day) for month in range(1, 7) for day in range(1, 29)]
    picture = drawn(calendar(rows), "teshar")
    for one in picture.iter(f"{SVG}rect"):
        if one.get("x"):
            assert float(one.get("x", "")) + float(one.get("width", "")) <= WIDE + 0.01
    days = [float(one.get("x", "")) for one in picture.iter(f"{SVG}text") if (one.text or "").startswith("2031")]
    assert all(other - one > 60 for one, other in itertools.pairwise(days))


@pytest.mark.parametrize(
    ("most", "top"), [(0, 2), (1, 2), (3, 4), (45, 60), (60, 60), (61, 80), (999, 1000), (1001, 2000)]
)
def test_the_upper_end_is_a_round_number(most: int, top: int) -> None:
    assert _round_above(most) == top
