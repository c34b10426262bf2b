import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import gate

FLOORS = {"labels": "one", "floors": {"cue, exact": 0.5, "source, exact": 0.4}}


@pytest.mark.parametrize(
    ("labels", "value", "said"),
    [
        ("one", 0.5, []),
        ("one", 0.4999, ["corpus: cue, exact is 0.4999, its floor 0.5000"]),
        ("other", 0.5, ["corpus: the labels are not those the floors were set on"]),
    ],
)
def test_a_figure_below_its_floor_and_other_labels_are_named(labels: str, value: float, said: list[str]) -> None:
    assert gate.problems("corpus", labels, {"cue, exact": value, "source, exact": 0.9}, FLOORS) == said


def test_a_figure_that_is_no_longer_taken_is_below_its_floor() -> None:
    assert gate.problems("corpus", "one", {"cue, exact": 0.5}, FLOORS) != []


def test_floors_are_lifted_and_only_the_named_one_is_let_down() -> None:
    values = {"cue, exact": 0.3, "source, exact": 0.2}
    assert gate.renewed("one", values, FLOORS, [])["floors"] == FLOORS["floors"]
    lowered = gate.renewed("one", values, FLOORS, ["cue, exact"])["floors"]
    assert lowered == {"cue, exact": 0.295, "source, exact": 0.4}
    assert gate.renewed("one", {"cue, exact": 0.9}, FLOORS, [])["floors"]["cue, exact"] == 0.895


@pytest.fixture
def floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "floors.json"
    path.write_text(gate.FLOORS.read_text("utf-8"), "utf-8")
    monkeypatch.setattr(gate, "FLOORS", path)
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(gate.main, list(arguments))


def test_the_gate_passes_as_committed_and_fails_one_step_above(floors: Path) -> None:
    assert run().exit_code == 0
    kept = json.loads(floors.read_text("utf-8"))
    kept["corpus"]["floors"]["content, exact"] += 2 * gate.SLACK
    floors.write_text(json.dumps(kept))
    result = run()
    assert (result.exit_code, "content, exact" in result.output) == (1, True)
