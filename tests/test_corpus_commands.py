import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from counterclaim.cli import cli
from counterclaim.errors import BadValueError
from counterclaim.evaluating.annotation import annotated
from counterclaim.evaluating.labelled import save

ROOT = Path(__file__).parents[1]
CLAIM = {
    "id": "C1", "what": "w", "claimant": None, "kind": "strike", "tellings": ["agency-01/t1", "agency-01/t9"],
    "origin": "agency-01/t1",
}  # fmt: skip
EXAMPLE = "---\nid" + (ROOT / "corpus" / "GUIDELINES.md").read_text().split("```\n---\nid")[1].split("```")[0]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["corpus", *map(str, arguments)])


@pytest.fixture
def marked(tmp_path: Path) -> Path:
    path = tmp_path / "marked" / "agency-01.marks"
    path.parent.mkdir()
    path.write_text(EXAMPLE)
    return path


@pytest.fixture
def made(tmp_path: Path) -> Path:
    save(annotated(EXAMPLE), tmp_path / "made")
    return tmp_path / "made"


def test_marks_become_text_and_labels_and_back(marked: Path, tmp_path: Path) -> None:
    assert run("convert", marked.parent, "--to", tmp_path / "made").exit_code == 0
    before = (tmp_path / "made" / "agency-01.json").read_text()
    assert run("marks", tmp_path / "made", "--to", tmp_path / "again").exit_code == 0
    assert run("convert", tmp_path / "again", "--to", tmp_path / "made").exit_code == 0
    assert (tmp_path / "made" / "agency-01.json").read_text() == before


def test_a_faulty_file_is_named_and_the_others_are_written(marked: Path, tmp_path: Path) -> None:
    marked.with_name("bad.marks").write_text(
        EXAMPLE.replace("kind: casualties", "kind: pity").replace("agency-01", "bad")
    )
    result = run("convert", marked.parent, "--to", tmp_path / "made")
    assert (result.exit_code, "bad.marks: bad: t1: there is no kind pity" in result.output) == (1, True)
    assert sorted(path.name for path in (tmp_path / "made").iterdir()) == ["agency-01.json", "agency-01.txt"]


def test_a_second_annotator_may_not_change_the_text(marked: Path, made: Path, tmp_path: Path) -> None:
    assert run("convert", marked, "--to", tmp_path / "second", "--against", made).exit_code == 0
    marked.write_text(EXAMPLE.replace("had killed", "has killed"))
    result = run("convert", marked, "--to", tmp_path / "second", "--against", made)
    assert (result.exit_code, "the text differs at" in result.output) == (1, True)


def test_check_finds_a_label_that_was_changed_by_hand(made: Path) -> None:
    assert run("check", made).exit_code == 0
    path = made / "agency-01.json"
    path.write_text(path.read_text().replace('"control_held"', "").replace('"kind": "casualties"', '"kind": "pity"'))
    result = run("check", made)
    assert (result.exit_code, "no kind pity" in result.output) == (1, True)


def test_check_finds_a_span_that_was_shifted(made: Path) -> None:
    path = made / "agency-01.json"
    labels = json.loads(path.read_text())
    labels["tellings"][0]["cue"]["start"] += 1
    labels["tellings"][0]["cue"]["end"] += 1
    path.write_text(json.dumps(labels))
    result = run("check", made)
    assert (result.exit_code, "not the words of the span" in result.output) == (1, True)


@pytest.mark.parametrize("named", ["agency-01.json", "agency-01.txt", "."])
def test_show_prints_every_layer(made: Path, named: str) -> None:
    shown = run("show", made / named).output
    for words in ("agency_item", "Ilse Marn", "casualties, affirms/asserted", "on Tuesday = 2031-03-04", "commentary",
                  "killed >=3", "settlement: p_myrhal", "relay: the agency Velmpress"):  # fmt: skip
        assert words in shown


@pytest.mark.parametrize("command", [["check"], ["show"], ["marks", "--to", "out"]])
def test_where_nothing_is_labelled_it_is_said(command: list[str], tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no labels beside it")
    result = run(*command, tmp_path)
    assert isinstance(result.exception, BadValueError)
    assert "no labelled report" in str(result.exception)


def test_check_finds_a_story_that_names_no_telling(made: Path) -> None:
    story = {"id": "st-00", "title": "x", "claims": [CLAIM], "positions": []}
    (made / "story.yml").write_text(json.dumps(story))
    result = run("check", made)
    assert (result.exit_code, "there is no telling agency-01/t9" in result.output) == (1, True)
    (made / "story.yml").write_text(json.dumps(story).replace("t9", "t2"))
    assert run("check", made / "story.yml").exit_code == 0
    (made / "story.yml").write_text("claims: [")
    assert run("check", made).exit_code == 1
