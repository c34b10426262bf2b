import json
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from counterclaim.evaluating.figures import HEADLINES

import gate

REST = {name: 0.1 for name in HEADLINES if name not in ("cue, exact", "source, exact")}
FLOORS = {"labels": "one", "floors": {"cue, exact": 0.5, "source, exact": 0.4} | REST}
VALUES = {"cue, exact": 0.5, "source, exact": 0.9} | REST


@pytest.mark.parametrize(
    ("labels", "value", "said"),
    [
        ("one", 0.5, []),
        ("one", 0.4999, ["corpus: cue, exact is 0.4999, its floor 0.5000"]),
        ("other", 0.5, ["corpus: the labels are not those the floors were set on"]),
    ],
)
def test_a_figure_below_its_floor_and_other_labels_are_named(labels: str, value: float, said: list[str]) -> None:
    assert gate.problems("corpus", labels, VALUES | {"cue, exact": value}, FLOORS) == said


@pytest.mark.parametrize("least", [0.5, 0.0])
def test_a_figure_that_is_no_longer_taken_is_below_its_floor(least: float) -> None:
    values = {name: value for name, value in VALUES.items() if name != "cue, exact"}
    floors = FLOORS | {"floors": {**REST, "cue, exact": least, "source, exact": 0.4}}
    assert gate.problems("corpus", "one", values, floors) == ["corpus: cue, exact is not measured"]


def test_a_floor_of_a_figure_that_nobody_guards_is_named() -> None:
    floors = FLOORS | {"floors": {**REST, "cue, exact": 0.5, "source, exact": 0.4, "cue, exacct": 0.4}}
    assert gate.problems("corpus", "one", VALUES, floors) == ["corpus: cue, exacct is not measured"]


@pytest.mark.parametrize("values", [VALUES, None])
def test_every_guarded_figure_has_a_floor(values: dict[str, float] | None) -> None:
    floors = {"labels": "one", "floors": REST}
    gaps = ["corpus: source, exact has no floor", "corpus: cue, exact has no floor"]
    assert gate.problems("corpus", "one", values, floors) == gaps
    assert len(gate.problems("corpus", "one", values, {"labels": "one", "floors": {}})) >= len(HEADLINES)
    assert gate.problems("corpus", "one", None, {})[0] == "corpus: the labels are not those the floors were set on"


def test_floors_are_lifted_and_only_the_named_one_is_let_down() -> None:
    values = {"cue, exact": 0.3, "source, exact": 0.2}
    assert gate.renewed("one", values, FLOORS, [])["floors"] == FLOORS["floors"]
    lowered = gate.renewed("one", values, FLOORS, ["cue, exact"])["floors"]
    assert lowered == {"cue, exact": 0.295, "source, exact": 0.4} | REST
    assert gate.renewed("one", {"cue, exact": 0.9}, FLOORS, [])["floors"]["cue, exact"] == 0.895


def test_to_let_one_floor_down_lifts_none() -> None:
    values = dict.fromkeys(HEADLINES, 0.9)
    assert gate.renewed("one", values | {"cue, exact": 0.2}, FLOORS, ["cue, exact"])["floors"] == {
        "cue, exact": 0.195, "source, exact": 0.4, **REST,
    }  # fmt: skip
    assert gate.renewed("one", values, FLOORS, ["cue, exact"]) == FLOORS


def test_the_floor_of_a_figure_that_vanished_stays() -> None:
    assert gate.renewed("one", {"source, exact": 0.9}, FLOORS, [])["floors"]["cue, exact"] == 0.5


@pytest.mark.parametrize(
    ("labels", "values"), [("other", VALUES), ("one", REST)], ids=["other labels", "two figures not measured"]
)
def test_floors_are_changed_on_the_same_labels_and_all_figures_alone(labels: str, values: dict[str, float]) -> None:
    for lower in ([], ["cue, exact"]):
        with pytest.raises(click.ClickException, match="No floor is changed"):
            gate.changed("corpus", labels, values, FLOORS, lower)


def _copy(folder: Path) -> None:
    (folder / "easy").mkdir()
    shutil.copy(folder / "a.json", folder / "easy" / "b.json")


@pytest.mark.parametrize(
    "change",
    [
        _copy,
        lambda folder: (folder / "a.json").unlink(),
        lambda folder: (folder / "a.json").write_text("changed"),
        lambda folder: (folder / "a.json").rename(folder / "c.json"),
        lambda folder: (folder / "deep" / "b.txt").rename(folder / "b.txt"),
        lambda folder: ((folder / "a.json").write_text("{"), (folder / "deep" / "b.txt").write_text("}b")),
    ],
    ids=["copied", "removed", "changed", "renamed", "moved", "a boundary moved"],
)
def test_the_digest_covers_all_that_is_measured(change: Callable[[Path], object], tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "a.json").write_text("{}")
    (tmp_path / "deep" / "b.txt").write_text("b")
    before = gate.digest(tmp_path)
    assert gate.digest(tmp_path) == before
    change(tmp_path)
    assert gate.digest(tmp_path) != before


@pytest.fixture
def floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "floors.json"
    path.write_text(gate.FLOORS.read_text("utf-8"), "utf-8")
    monkeypatch.setattr(gate, "FLOORS", path)
    return path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(gate.main, list(arguments))


def test_the_gate_passes_as_committed_and_fails_one_step_above(floors: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    measured_once = cache(lambda arguments, names, reached=gate.reached: reached(list(arguments), names))
    monkeypatch.setattr(gate, "reached", lambda arguments, names: measured_once(tuple(arguments), names))
    assert run().exit_code == 0
    kept = json.loads(floors.read_text("utf-8"))
    kept["corpus"]["floors"]["content, exact"] += 2 * gate.SLACK
    floors.write_text(json.dumps(kept))
    result = run()
    assert (result.exit_code, "content, exact" in result.output) == (1, True)


def test_joining_has_floors_of_its_own(floors: Path) -> None:
    kept = json.loads(floors.read_text("utf-8"))
    for name in ("stories", "real-stories"):
        assert set(kept[name]["floors"]) == set(gate.guarded(name)) == set(gate.JOINED)
    values = dict.fromkeys(gate.JOINED, 0.0)
    assert len(gate.problems("stories", kept["stories"]["labels"], values, kept["stories"])) == len(gate.JOINED)


@pytest.fixture
def small(floors: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The gate on one report and a made-up reach, with floors of their own."""
    for name in ("corpus", "stories"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.json").write_text("{}")
        monkeypatch.setattr(gate, name.upper(), tmp_path / name)
    monkeypatch.setattr(gate, "reached", lambda _, names: dict.fromkeys(names, 0.5))
    assert run("--labels").exit_code == 0
    return floors


def test_floors_do_not_begin_anew_where_no_label_has_changed(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = small.read_text()
    monkeypatch.setattr(gate, "reached", lambda _, names: dict.fromkeys(names, 0.1))
    result = run("--labels")
    assert (result.exit_code, small.read_text()) == (1, before)
    assert "no label has changed" in result.output


@pytest.mark.parametrize("option", [["--raise"], ["--lower", "cue, exact"]])
def test_changed_labels_pass_by_their_own_option_alone(option: list[str], small: Path) -> None:
    (gate.CORPUS / "a.json").unlink()
    (gate.CORPUS / "b.json").write_text("{}")
    before = small.read_text()
    result = run(*option)
    assert (result.exit_code, small.read_text()) == (1, before)
    assert "--labels" in result.output
    assert run().exit_code == 1
    assert run("--labels").exit_code == 0
    assert run().exit_code == 0


@pytest.mark.parametrize(
    "options", [["--lower", "nonsense"], ["--raise", "--lower", "cue, exact"], ["--raise", "--labels"]]
)
def test_an_unknown_figure_and_two_changes_at_once_are_refused(options: list[str], small: Path) -> None:
    before = small.read_text()
    assert (run(*options).exit_code, small.read_text()) == (2, before)


def test_the_set_that_is_not_measured_is_named_and_its_labels_are_looked_at(small: Path) -> None:
    result = run()
    assert (result.exit_code, "real: not measured, its texts are not given" in result.output) == (0, True)
    kept = json.loads(small.read_text())
    kept["real"]["labels"] = "stale"
    small.write_text(json.dumps(kept))
    result = run()
    assert (result.exit_code, "real: the labels are not those" in result.output) == (1, True)


def _broken(value: Any) -> str:
    return json.dumps({"corpus": {"labels": "one", "floors": value}})


@pytest.mark.parametrize(
    "text",
    [
        *("{", "[]", '{"corpus": 5}', '{"corpus": {"labels": "one"}}', _broken(None)),
        *(_broken({"cue, exact": value}) for value in (float("nan"), float("inf"), -0.1, None, "0.5")),
    ],
)
@pytest.mark.parametrize("option", [[], ["--raise"], ["--labels"]])
def test_damaged_floors_are_named_and_stay(text: str, option: list[str], small: Path) -> None:
    small.write_text(text)
    result = run(*option)
    assert (result.exit_code, small.read_text()) == (1, text)
    assert "as it was committed" in result.output


def test_floors_that_were_emptied_do_not_pass(small: Path) -> None:
    kept = json.loads(small.read_text())
    kept["corpus"]["floors"] = {}
    small.write_text(json.dumps(kept))
    result = run()
    assert (result.exit_code, "corpus: cue, exact has no floor" in result.output) == (1, True)


def test_a_measure_that_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(click.ClickException, match="There is no labelled report"):
        gate.reached(["corpus", str(tmp_path)], HEADLINES)
