"""What is wrong with an answer, line by line."""

from dataclasses import replace

from counterclaim.evaluating.story_answers import Linked
from counterclaim.evaluating.story_faults import faults, shown
from made_story import FOUND, ONE, RAISED, STORY, THREE, TWO, claim, roots


def test_a_perfect_answer_has_no_fault() -> None:
    assert faults(Linked(STORY, FOUND, {}, [ONE, TWO, THREE]), roots) == []


def test_each_fault_is_named() -> None:
    short = claim("a/t1 b/t1", "t_a/t1", {"b/t1": None}, RAISED, replace(RAISED, to="t_a/t1"))
    joined = replace(TWO, tellings=(*TWO.tellings, "t_c/t1"), parents=TWO.parents | {"t_c/t1": None})
    found = {name: id_ for name, id_ in FOUND.items() if name != "c/t2"}
    assert faults(Linked(STORY, found, {}, [short, joined]), roots) == [
        "C1 is split: a/t1, b/t1 | c/t1",
        "C1 + C2 are one: C1: c/t1 | C2: a/t2, b/t2",
        "parent of b/t1: a/t1, not none",
        "drift missing: c/t1 attribution_dropped",
        "drift too much: a/t1 number_raised",
        "roots of who? teshar: Ministry of Teshar, none, not Tesharish Ministry",
    ]


def test_ends_are_shown_in_a_line() -> None:
    assert shown([]) == "nobody"
    assert shown({"unheld": "Halm News Agency"}) == "[Halm News Agency]"
    assert shown(None) == "none"
