"""The labels on real pages are as many as their rule says, and hold no text."""

import json
from pathlib import Path
from typing import Any

import pytest

from counterclaim.evaluating.realset import FIND, Row, rows
from counterclaim.evaluating.story import Story, faults
from counterclaim.kinds.kinds import kinds

REAL = Path(__file__).parents[1] / "benchmarks" / "real"
ROWS, FIRST, SECOND = (rows(REAL / f"{name}.jsonl") for name in ("sentences", "first", "second"))
STORIES = [json.loads(line) for line in (REAL / "stories.jsonl").read_text("utf-8").splitlines()]
MOST_WORDS = 8  # of a wording that a story's drift compares


def strings(value: Any, at: str = "") -> list[tuple[str, str]]:
    """Every string in `value`, with the key it stands under."""
    if isinstance(value, dict):
        return [found for key, one in value.items() for found in strings(one, key)]
    if isinstance(value, list):
        return [found for one in value for found in strings(one, at)]
    return [(at, value)] if isinstance(value, str) else []


def test_there_are_as_many_as_the_rule_says() -> None:
    assert len(ROWS) >= 200
    assert len({one.address for one in ROWS}) >= 60
    assert len({one.head["outlet"] for one in ROWS}) >= 25
    assert len(STORIES) >= 6
    assert all(4 <= len(story["reports"]) <= 8 for story in STORIES)


def test_a_third_is_labelled_twice_in_the_same_windows() -> None:
    windows = {one.id: (one.sha256, one.sentence, one.chars) for one in ROWS}
    assert len(SECOND) * 3 >= len(ROWS)
    for one, other in zip(FIRST, SECOND, strict=True):
        assert (one.id, one.head["by"] != other.head["by"]) == (other.id, True)
        assert windows[one.id] == (one.sha256, one.sentence, one.chars) == (other.sha256, other.sentence, other.chars)


@pytest.mark.parametrize("one", [*ROWS, *FIRST, *SECOND], ids=lambda one: f"{one.id} {one.head['by']}")
def test_a_row_holds_labels_and_no_text(one: Row) -> None:
    assert len(one.find.split()) <= FIND
    assert {telling["kind"] for telling in one.labels["tellings"]} <= set(kinds())
    told = [text for key, text in strings(one.labels) if key in ("text", "written")]
    assert told == []
    assert all(len(text.split()) <= FIND for key, text in strings(one.labels) if key != "name")


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["id"])
def test_a_story_is_sound_and_its_wordings_are_few_words(story: dict[str, Any]) -> None:
    assert faults(Story.from_json(story), [telling["id"] for telling in story["tellings"]]) == []
    drift = [item for claim in story["claims"] for item in claim["drift"]]
    assert max(len(str(item[side]).split()) for item in drift for side in ("was", "is")) <= MOST_WORDS
