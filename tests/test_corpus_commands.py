import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from counterclaim.cli import cli
from counterclaim.errors import BadValueError
from counterclaim.evaluating.from_marks import annotated
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


@pytest.mark.parametrize("name", ["../escaped", "/absolute", "a/b", "a" * 101])
def test_nothing_is_written_outside_the_folder(marked: Path, made: Path, tmp_path: Path, name: str) -> None:
    marked.write_text(EXAMPLE.replace("id: agency-01", f"id: {name}"))
    labels = made / "agency-01.json"
    labels.write_text(labels.read_text().replace('"agency-01"', json.dumps(name)))
    before = sorted(tmp_path.rglob("*"))
    for result in (run("convert", marked, "--to", tmp_path / "to" / "in"), run("marks", made, "--to", tmp_path / "to")):
        assert (result.exit_code, "not a plain name" in result.output) == (1, True)
    assert sorted(tmp_path.rglob("*")) == [*before, tmp_path / "to"]


def test_an_id_that_is_not_the_name_of_its_file_is_a_fault(marked: Path, made: Path, tmp_path: Path) -> None:
    other = marked.rename(marked.with_name("other.marks"))
    result = run("convert", other, "--to", tmp_path / "to")
    assert (result.exit_code, "other.marks: its id is agency-01" in result.output) == (1, True)
    for suffix in (".json", ".txt"):
        (made / f"agency-01{suffix}").rename(made / f"other{suffix}")
    result = run("check", made)
    assert (result.exit_code, "other.json: its id is agency-01" in result.output) == (1, True)


def test_of_two_files_with_one_name_neither_is_converted(marked: Path, tmp_path: Path) -> None:
    folder = marked.parent
    (folder / "again").mkdir()
    (folder / "again" / marked.name).write_text(EXAMPLE)
    (folder / "agency-02.marks").write_text(EXAMPLE.replace("agency-01", "agency-02"))
    result = run("convert", folder, "--to", tmp_path / "to")
    assert (result.exit_code, result.output.count("2 files bear the name agency-01")) == (1, 2)
    assert sorted(path.name for path in (tmp_path / "to").iterdir()) == ["agency-02.json", "agency-02.txt"]
    assert run("convert", marked, marked, "--to", tmp_path / "one").exit_code == 0


def test_of_two_reports_with_one_name_neither_is_marked(made: Path, tmp_path: Path) -> None:
    save(annotated(EXAMPLE), made / "again")
    save(annotated(EXAMPLE.replace("agency-01", "agency-02")), made)
    result = run("marks", made, "--to", tmp_path / "to")
    assert (result.exit_code, result.output.count("2 files bear the name agency-01")) == (1, 2)
    assert [path.name for path in (tmp_path / "to").iterdir()] == ["agency-02.marks"]


def test_check_finds_a_lost_half_of_a_report(made: Path) -> None:
    for name in ("README.md", "figures.tsv"):
        (made / name).write_text("no labels")
    assert run("check", made).exit_code == 0
    (made / "k2.json").write_text((made / "agency-01.json").read_text())
    (made / "k3.txt").write_text((made / "agency-01.txt").read_text())
    result = run("check", made)
    assert result.exit_code == 1
    assert f"{made / 'k2.json'}: there is no k2.txt beside it" in result.output
    assert f"{made / 'k3.txt'}: there is no k3.json beside it" in result.output
    assert "1 reports, 0 stories, 2 faults" in result.output


def test_a_marked_report_that_cannot_be_read_does_not_stop_the_others(marked: Path, tmp_path: Path) -> None:
    marked.with_name("a-folder.marks").mkdir()
    marked.with_name("a-latin.marks").write_bytes("é".encode("latin-1"))
    marked.with_name("a-ring.marks").write_text(EXAMPLE.replace("agency-01", "a-ring").replace("same: s1", "same: s3"))
    result = run("convert", marked.parent, "--to", tmp_path / "to")
    assert result.exit_code == 1
    for words in ("a-folder.marks: It cannot be read", "a-latin.marks: It is not UTF-8", "a-ring.marks: t2: `same`"):
        assert words in result.output
    assert sorted(path.name for path in (tmp_path / "to").iterdir()) == ["agency-01.json", "agency-01.txt"]


@pytest.mark.parametrize("command", [["check"], ["show"], ["marks", "--to"]])
def test_labels_that_cannot_be_read_do_not_stop_the_others(made: Path, tmp_path: Path, command: list[object]) -> None:
    for name in ("a-folder", "a-latin", "a-list"):
        (made / f"{name}.txt").write_text((made / "agency-01.txt").read_text())
    (made / "a-folder.json").mkdir()
    (made / "a-latin.json").write_bytes(b'"\xe9"')
    (made / "a-list.json").write_text("[]")
    result = run(*command, *([tmp_path / "to"] if "--to" in command else []), made)
    assert result.exit_code == 1
    for words in (
        "a-folder.json: It cannot be read",
        "a-latin.json: It is not UTF-8",
        "a-list.json: It is no labelled",
    ):
        assert words in result.output
    assert command != ["show"] or "casualties, affirms/asserted" in result.output
    assert "--to" not in command or (tmp_path / "to" / "agency-01.marks").exists()


def test_marks_that_cross_are_named_with_their_file(made: Path, tmp_path: Path) -> None:
    save(annotated(EXAMPLE.replace("agency-01", "agency-02")), made)
    path = made / "agency-01.json"
    labels, text = json.loads(path.read_text()), annotated(EXAMPLE).report.text
    start = labels["tellings"][0]["content"]["start"]
    crossing = {"start": start - 5, "end": start + 5, "text": text[start - 5 : start + 5], "value": "topic"}
    path.write_text(json.dumps(labels | {"not_told": [*labels["not_told"], crossing]}))
    result = run("marks", made, "--to", tmp_path / "to")
    assert result.exit_code == 1
    assert f"{path}: The marks" in result.output
    assert [found.name for found in (tmp_path / "to").iterdir()] == ["agency-02.marks"]


def test_a_text_that_is_not_there_to_be_kept_is_named(marked: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run("convert", marked, "--to", tmp_path / "to", "--against", tmp_path / "empty")
    assert (result.exit_code, "agency-01.txt: It cannot be read" in result.output) == (1, True)


def test_a_theatre_that_is_not_there_is_a_fault_and_none_is_not(marked: Path, tmp_path: Path) -> None:
    text = EXAMPLE.replace("id: p_myrhal", "id: p_elsewhere")
    marked.write_text(text.replace("theatre: vardia", "theatre: vardai"))
    result = run("convert", marked, "--to", tmp_path / "to")
    assert (result.exit_code, "there is no theatre vardai" in result.output) == (1, True)
    marked.write_text(text.replace("theatre: vardia\n", ""))
    assert run("convert", marked, "--to", tmp_path / "to").exit_code == 0
    assert run("check", tmp_path / "to").exit_code == 0


def test_a_mark_around_a_blank_is_not_converted(marked: Path, tmp_path: Path) -> None:
    marked.write_text(EXAMPLE.replace("answer.}", "answer.}{x2: }").replace("x1: comm", "x2: topic\nx1: comm"))
    result = run("convert", marked, "--to", tmp_path / "to")
    assert (result.exit_code, "stands on no words" in result.output) == (1, True)


def test_a_story_that_cannot_be_read_is_named_and_the_reports_are_checked(made: Path) -> None:
    (made / "story.yml").write_bytes(b"\xe9")
    result = run("check", made)
    assert (result.exit_code, "story.yml: It is not UTF-8" in result.output) == (1, True)
    assert "1 reports, 1 stories, 1 faults" in result.output
