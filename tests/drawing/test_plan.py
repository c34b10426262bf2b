from itertools import combinations

import pytest

from counterclaim.drawing.plan import MARGIN, STUB, Plan, plan

import traces

Box = tuple[float, float, float, float]


def boxes(spots: Plan) -> list[Box]:
    """Left, top, right, bottom of everything that is drawn as a box."""
    found = []
    for spot in spots.placed.values():
        card = spot.card
        found.append((spot.x, spot.y, spot.right, spot.y + card.block.height))
        right, top = spot.x - 12 - (STUB if card.loose else 0), spot.middle - card.stack / 2
        for badge in card.badges:
            found.append((right - badge.width, top, right, top + badge.height))
            top += badge.height + 4
    return found


def meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@pytest.mark.parametrize("number", [1, 2, 5, 12, 16, 40])
def test_nothing_stands_over_anything_else(number: int) -> None:
    spots = plan(traces.many(number))
    found = boxes(spots)
    assert not [pair for pair in combinations(found, 2) if meet(*pair)]
    assert all(left >= MARGIN / 2 and top >= 0 for left, top, _, _ in found)
    assert all(right <= spots.width and bottom <= spots.height for _, _, right, bottom in found)


def test_days_run_to_the_right_and_what_is_not_known_stands_last() -> None:
    lines = [
        traces.line(0, "A", "2031-02-10"),
        traces.line(1, "B", "2031-02-10T08:00:00Z"),
        traces.line(2, "C", "2031-02-13"),
        traces.line(3, "D", None),
    ]
    first, same_day, later, undated = (one["id"] for one in lines)
    spots = plan(traces.claim(lines, {same_day: first, later: first}))
    lefts = [spots.placed[name].x for name in (first, same_day, later, undated)]
    assert lefts == sorted(set(lefts))
    assert [(day.label, day.skipped) for day in spots.days] == [
        ("10 Feb 2031", 0), ("13 Feb 2031", 2), ("day not known", 0),
    ]  # fmt: skip
    assert len(spots.edges) == 2


def test_an_outlet_has_one_lane_and_a_source_that_is_not_held_none() -> None:
    lines = [traces.line(number, "A", f"2031-02-1{number}") for number in range(3)]
    lines[1]["report"]["outlet"] = "B"
    spots = plan(traces.claim(lines, {lines[2]["id"]: {"unheld": "TVA"}}))
    assert len(spots.lanes) == 2
    assert spots.placed["unheld TVA"].x == MARGIN
    assert spots.placed["unheld TVA"].middle == pytest.approx(spots.placed[lines[2]["id"]].middle)


def test_a_report_dated_before_the_one_it_has_it_from_is_drawn_all_the_same() -> None:
    lines = [traces.line(0, "A", "2031-02-11"), traces.line(1, "B", "2031-02-10")]
    spots = plan(traces.claim(lines, {lines[1]["id"]: lines[0]["id"]}))
    ((above, below),) = spots.edges
    assert above.x > below.right
