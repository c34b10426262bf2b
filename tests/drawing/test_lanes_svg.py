from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import Any
from xml.etree import ElementTree

import pytest

from counterclaim.drawing.lanes_plan import letters, plan
from counterclaim.drawing.lanes_svg import lanes_svg
from counterclaim.model.place import Candidate
from counterclaim.views.answers import Days, Holder
from counterclaim.views.claimants import Claimant
from counterclaim.views.control import Control, Lane, Mark

HOSTILE = "]]><script>alert('1')</script>&amp;\x00\x1b\u202e\ud800 \"x\" <!-- --> " + "a" * 10_000
PARTIES = {"teshar": "Teshar Union", "vardia": "Republic of Vardia"}
FIRST = date(2031, 3, 1)


def mark(
    number: int, day: int | None = 0, *, last: int | None = None, party: str | None = "teshar", **more: Any
) -> Mark:
    """A mark on the day after so many, or to the one after `last`; without a day where it is None."""
    ends = [None if after is None else FIRST + timedelta(after) for after in (day, day if last is None else last)]
    days = Days("said" if day is not None else None, str(ends[0]) if ends[0] else None, ends[0], ends[1], told=ends[0])
    made = Mark(
        f"c_{number:016x}", "control_changed", days, Holder(party, None, "troops"), "affirms", "asserted", None, (),
        (f"t_{number:016x}",), (f"r_{number:016x}",), "Dorn had been taken",
    )  # fmt: skip
    return replace(made, **more)


def lane(number: int, *marks: Mark, name: str = "", party: str | None = "teshar") -> Lane:
    name = name or f"Speaker {number}"
    return Lane(Claimant(("name", name), name, None, "body", None, party, None), marks)


def control(*lanes: Lane, parties: Mapping[str, str] = PARTIES) -> Control:
    return Control("p_dorn", "Dorn", "Dorn, Halm Province, Vardia", parties, lanes)


EACH = control(
    lane(1, mark(1), mark(2, 3, polarity="denies"), mark(3, None)),
    lane(2, mark(4, 1, last=9, party="vardia", part="the north"), mark(5, 4, certainty="hedged"), party="vardia"),
    lane(3, mark(6, 2, polarity="doubts", holder=None), mark(7, 2, kind="withdrawal", holder=None), party=None),
    lane(4, mark(8, 2, candidates=(Candidate("p", "Dorn", ()),)), mark(9, 2, holder=Holder("teshar", None, None, "x"))),
    lane(5, mark(10, 20, holder=Holder(None, None, "men of the 7th")), party="none"),
)


def texts(svg: str) -> str:
    return " ".join(ElementTree.fromstring(svg).itertext())  # noqa: S314 our own picture


def test_a_picture_is_sound_and_always_the_same() -> None:
    assert lanes_svg(EACH) == lanes_svg(EACH)
    assert ElementTree.fromstring(lanes_svg(EACH)).tag.endswith("svg")  # noqa: S314 our own picture
    assert "<text" in lanes_svg(control())


def test_what_stands_in_it() -> None:
    found = texts(lanes_svg(EACH))
    for words in (
        "Dorn: who said that it is held by whom, and when", "claimants of: Teshar Union", "claimants of: third parties",
        "claimants of: party not known", "1 Mar", ["day not", ""][0], "denied", "doubted",
        "hedged", "“the north”", "elsewhere?", "held by Republic of Vardia", "holder inferred, not said",
        "holder not said", "holder’s party not known", "may mean another place", "no claim of holding it",
        "it says nothing of whether it is so", "(T)",
    ):  # fmt: skip
        assert words in found, words


def test_the_legend_tells_only_of_what_is_there() -> None:
    plain = texts(lanes_svg(control(lane(1, mark(1)))))
    for words in ("inferred", "denied", "doubted", "another place", "Vardia.", "masked", "not said"):
        assert words not in plain, words
    assert "masked" in texts(lanes_svg(control(lane(1, mark(1), name="█████"))))


def test_nothing_stands_over_anything_else() -> None:
    spots = plan(EACH)
    boxes = [box for row in spots.rows for box in row.boxes]
    for one, other in combinations(boxes, 2):
        apart = one.x + one.width <= other.x or other.x + other.width <= one.x
        assert apart or one.y + one.height <= other.y or other.y + other.height <= one.y
    for row in spots.rows:
        assert all(row.y <= box.y and box.y + box.height <= row.y + row.height for box in row.boxes)
    assert all(one.x + one.width <= other.x for one, other in pairwise(spots.columns))


def test_only_days_with_a_mark_have_a_column_and_blanks_stay_blank() -> None:
    spots = plan(control(lane(1, mark(1, 0), mark(2, 9))))
    assert [column.day for column in spots.columns] == [FIRST, FIRST + timedelta(9)]
    assert [column.skipped for column in spots.columns] == [0, 8]
    assert [len(row.boxes) for row in spots.rows] == [2]


def test_a_span_reaches_from_its_first_day_to_its_last() -> None:
    spots = plan(control(lane(1, mark(1, 0, last=9), mark(2, 4))))
    span = next(box for row in spots.rows for box in row.boxes if box.mark.days.first != box.mark.days.last)
    assert (span.x, span.x + span.width) == (spots.columns[0].x, spots.columns[-1].x + spots.columns[-1].width)


def test_marks_that_look_the_same_are_one_box() -> None:
    same = control(lane(1, mark(1), mark(2), mark(3, polarity="denies")))
    boxes = plan(same).rows[0].boxes
    assert [len(box.marks) for box in boxes] == [2, 1]
    drawn = lanes_svg(same, on_page=True)
    assert 'href="#lane-1"' in drawn
    assert f'href="/claims/{mark(3).claim}"' in drawn


def test_letters_tell_parties_apart() -> None:
    found = control(lane(1, mark(1), mark(2, party="tolland"), mark(3, party="vardia")))
    assert letters(found) == {"teshar": "TE", "tolland": "TO", "vardia": "VA"}
    assert letters(EACH) == {"teshar": "T", "vardia": "V"}


@pytest.mark.parametrize("on_page", [False, True])
def test_hostile_words_stay_words(on_page: bool) -> None:
    candidate = (Candidate(HOSTILE, HOSTILE, ()),)
    one = mark(
        1, content=HOSTILE, part=HOSTILE, candidates=candidate, holder=Holder(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    )
    made = control(lane(1, one, name=HOSTILE, party=HOSTILE), parties={HOSTILE: HOSTILE})
    drawn = lanes_svg(replace(made, id=HOSTILE, name=HOSTILE, full_name=HOSTILE), on_page=on_page)
    tags = {element.tag.rpartition("}")[2] for element in ElementTree.fromstring(drawn).iter()}  # noqa: S314
    assert tags <= {"svg", "title", "desc", "defs", "pattern", "g", "a", "rect", "path", "line", "text", "circle"}
    assert not set(drawn) & {"\x00", "\x1b", "\u202e", "\ud800"}
    assert drawn.encode()


def test_it_may_stand_in_a_page_without_styles() -> None:
    drawn = lanes_svg(EACH, on_page=True)
    assert "style" not in drawn
    assert "<script" not in drawn
    assert 'role="group"' in drawn
