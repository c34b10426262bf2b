from collections.abc import Iterator, Sequence

import pytest

from counterclaim.views.branches import DEEPEST, Branch, branches, drawn
from counterclaim.views.tracing import Trace

import traces


def all_of(found: Sequence[Branch], depth: int = 1) -> Iterator[tuple[int, Branch]]:
    for branch in found:
        yield depth, branch
        yield from all_of(branch.alike, depth)
        yield from all_of(branch.below, depth + 1)


def fan(copies: int, **more: str) -> Trace:
    """An origin, copies of it with the same words, and one with others."""
    lines = [traces.line(number, f"Outlet {number}", "2031-02-10") for number in range(copies + 2)]
    lines[-1]["content"] = {"start": 0, "end": 6, "text": "others"}
    return traces.claim(lines, {line["id"]: lines[0]["id"] for line in lines[1:]} | more)


@pytest.mark.parametrize("number", [1, 7, 40])
def test_every_telling_stands_in_it_once(number: int) -> None:
    trace = traces.many(number)
    found = [branch.node.id for _, branch in all_of((*branches(trace.rooted), *branches(trace.loose)))]
    assert sorted(name for name in found if not name.startswith("unheld")) == sorted(trace.lines)


def test_what_says_the_same_is_folded_under_its_first() -> None:
    (origin,) = branches(fan(30).rooted)
    copies, other = origin.below
    assert len(copies.alike) == 29
    assert not other.alike
    assert {branch.under.id for branch in copies.alike if branch.under} == {origin.node.id}


def test_a_few_that_say_the_same_stand_open() -> None:
    (origin,) = branches(fan(3).rooted)
    assert [len(branch.alike) for branch in origin.below] == [0, 0, 0, 0]


def test_what_differs_or_has_others_below_it_is_not_folded() -> None:
    trace = fan(8)
    names = list(trace.lines)
    trace.claim["parents"][names[3]] = names[2]
    trace.claim["drift"].append(traces.drift(names[0], names[4], "relay_dropped", "TVA", None))
    (origin,) = branches(trace.rooted)
    open_ones = {branch.node.id for branch in origin.below}
    assert {names[2], names[4]} <= open_ones
    assert next(branch for branch in origin.below if branch.node.id == names[2]).below


def test_a_long_way_down_is_no_deep_list() -> None:
    lines = [traces.line(number, f"Outlet {number}", "2031-02-10") for number in range(300)]
    trace = traces.claim(lines, {line["id"]: lines[at]["id"] for at, line in enumerate(lines[1:])})
    found = list(all_of(branches(trace.rooted)))
    assert [branch.node.id for _, branch in found] == [line["id"] for line in lines]
    assert max(depth for depth, _ in found) == DEEPEST + 1
    assert all(branch.under and branch.under.id == lines[at]["id"] for at, (_, branch) in enumerate(found[1:]))


def test_a_picture_shows_so_many_at_most_and_always_with_what_they_hang_under() -> None:
    trace = traces.many(40)
    part = drawn(trace, 12)
    assert len(part.told) == 12
    assert part.claim["origin"] in part.lines
    for name in part.lines:
        above = trace.claim["parents"].get(name)
        assert not isinstance(above, str) or above in part.lines
    assert drawn(trace, 40) is trace


def test_a_picture_leaves_out_what_says_the_same() -> None:
    assert len(drawn(fan(30), 20).told) == 3
