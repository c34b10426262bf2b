from pathlib import Path
from typing import Any

import pytest

from counterclaim.errors import BadValueError
from counterclaim.evaluating.story import Story
from counterclaim.evaluating.story_scores import scores
from counterclaim.evaluating.story_twice import linked, of_file

CLAIMS: list[dict[str, Any]] = [
    {
        "id": "C1",
        "what": "the bridge fell",
        "claimant": "Tessa Quill",
        "tellings": ["01/a", "02/a"],
        "origin": "01/a",
        "parents": {"02/a": "01/a"},
        "drift": [
            {"from": "01/a", "to": "02/a", "slot": "hedge", "change": "hedge_dropped", "was": "may", "is": "did"}
        ],
    },
    {"id": "C2", "what": "nobody died", "claimant": None, "tellings": ["02/b"], "origin": "02/b"},
]
POSITIONS: list[dict[str, Any]] = [
    {"question": "the bridge?", "answer": "fell", "claims": ["C1"], "roots": ["Tessa Quill"]},
    {"question": "deaths?", "answer": "none", "claims": ["C2"], "roots": ["unnamed officials"]},
]


def story(claims: list[dict[str, Any]] = CLAIMS) -> Story:
    return Story.from_json({"id": "real-01", "title": "a bridge", "claims": claims, "positions": POSITIONS})


def test_the_same_labels_agree_in_everything() -> None:
    found = scores(*linked(story(), story()), read=False)
    assert {name for name, score in found.items() if score.f1 != 1} == set()


def test_labels_that_differ_agree_where_they_do() -> None:
    apart = [CLAIMS[0] | {"tellings": ["01/a"], "parents": {}, "drift": []}, CLAIMS[1] | {"tellings": ["02/b", "02/a"]}]
    found = scores(*linked(story(), story(claims=apart)), read=False)
    assert found["claims, B³"].f1 is not None
    assert found["claims, B³"].f1 < 1
    assert found["parent right"].f1 == 0
    assert found["drift"].recall == 0
    assert found["roots exact"].f1 == 1


def test_a_line_that_is_no_story_is_named(tmp_path: Path) -> None:
    path = tmp_path / "second.jsonl"
    path.write_text('\n{"id": "real-01"}\n')
    with pytest.raises(BadValueError, match=r"second\.jsonl:2"):
        list(of_file(path))
