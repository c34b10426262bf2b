from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from counterclaim.errors import BadValueError
from counterclaim.evaluating.story import Story, faults, load

TELLINGS = ["r1/t1", "r2/t1"]
Change = Callable[[dict[str, Any]], object]


@pytest.fixture
def value() -> dict[str, Any]:
    drift = {"from": "r1/t1", "to": "r2/t1", "slot": "name", "change": "name_altered", "was": "a", "is": "b"}
    first = {
        "id": "C1", "what": "w", "claimant": None, "kind": "strike", "tellings": ["r1/t1", "r2/t1"],
        "origin": "r1/t1", "parents": {"r2/t1": "r1/t1"}, "drift": [drift],
    }  # fmt: skip
    return {
        "id": "st-00", "title": "t", "claims": [first],
        "positions": [{"question": "q", "answer": "a", "claims": ["C1"], "roots": ["r"], "denied_by": []}],
        "look_alikes": [{"claims": ["C1"], "why": "w"}],
    }  # fmt: skip


def test_a_sound_story_has_no_fault(value: dict[str, Any]) -> None:
    assert faults(Story.from_json(value), TELLINGS) == []


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda it: it.pop("title"), "it has no title"),
        (lambda it: it.update(claims=None), "it.claims is nothing"),
        (lambda it: it.update(positions=["x"]), r"it.positions\[1\] is “x”"),
        (lambda it: it.update(look_alikes=["x"]), r"it.look_alikes\[1\] is “x”"),
        (lambda it: it["positions"][0].pop("claims"), "has no claims"),
        (lambda it: it["positions"][0].pop("roots"), "has no roots"),
        (lambda it: it["claims"][0].update(origin=None), "origin is nothing"),
        (lambda it: it["claims"][0].update(origin={"foo": "1"}), "origin has no unheld.*origin: there is no foo"),
        (lambda it: it["claims"][0].update(origin=["x"]), "origin is"),
        (lambda it: it["claims"][0].update(parents=["x"]), "parents is"),
        (lambda it: it["claims"][0].update(parents={"r2/t1": ["x"]}), "parents.r2/t1 is"),
        (lambda it: it["claims"][0].update(drift=["x"]), r"drift\[1\] is “x”"),
        (lambda it: it["claims"][0].update(kind=["x"]), "kind is"),
        (lambda it: it["claims"][0].update(tellings=[]), "tellings is"),
        (lambda it: it["claims"][0]["drift"][0].update(to={"unheld": "N"}), "to is"),
    ],
)
def test_a_story_of_another_shape_is_refused(value: dict[str, Any], change: Change, says: str) -> None:
    change(value)
    with pytest.raises(BadValueError, match=says):
        Story.from_json(value)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda it: it["claims"].append(it["claims"][0] | {"tellings": ["r3/t1"]}), "C1 is the id of 2 claims"),
        (lambda it: it["claims"][0].update(origin="r3/t1"), "its origin r3/t1 is none"),
        (lambda it: it["claims"][0].update(parents={"r1/t1": "r2/t1", "r2/t1": "r1/t1"}), "form a ring"),
        (lambda it: it["claims"][0].update(kind="pity"), "no kind pity"),
        (lambda it: it["claims"][0]["drift"][0].update({"from": "r3/t1"}), "a drift leads out"),
        (lambda it: it["claims"][0]["drift"][0].update(change="none"), "no drift name, none"),
        (lambda it: it["positions"][0].update(denied_by=["C9"]), "a position names C9"),
        (lambda it: it["look_alikes"][0].update(claims=["C9"]), "a look-alike names C9"),
    ],
)
def test_each_kind_of_fault_is_found(value: dict[str, Any], change: Change, says: str) -> None:
    change(value)
    assert any(says in fault for fault in faults(Story.from_json(value), TELLINGS))


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"id: \xe9", "not UTF-8"),
        (b"claims: [", "not YAML"),
        (b"claims: " + b"[" * 3_000, "nested too deeply"),
        (b"id: a\nid: b", "'id' stands twice"),
        (b"- a", "no story"),
        (b"", "no story"),
    ],
)
def test_a_file_that_is_no_story_is_named(tmp_path: Path, raw: bytes, says: str) -> None:
    path = tmp_path / "story.yml"
    path.write_bytes(raw)
    with pytest.raises(BadValueError, match=f"^{path}: .*{says}"):
        load(path)
