import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from counterclaim.cli import cli
from counterclaim.evaluating.annotation import annotated, labelled, taken_apart
from counterclaim.evaluating.labelled import save, text_file
from counterclaim.evaluating.realset import row

ROOT = Path(__file__).parents[1]
EXAMPLE = "---\nid" + (ROOT / "corpus" / "GUIDELINES.md").read_text().split("```\n---\nid")[1].split("```")[0]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["evaluate", *map(str, arguments)])


def figures(result: Result) -> dict[str, dict[str, float | None]]:
    return {figure["name"]: figure for figure in json.loads(result.stdout)["figures"]}


@pytest.fixture
def made(tmp_path: Path) -> Path:
    save(annotated(EXAMPLE), tmp_path / "made")
    return tmp_path / "made"


def test_the_reader_is_scored_on_labelled_reports(made: Path, tmp_path: Path) -> None:
    result = run("corpus", made, "--json", "--out", tmp_path / "figures.json")
    assert figures(result)["whole attribution, lenient"]["f1"] == 1
    assert json.loads((tmp_path / "figures.json").read_text()) == json.loads(result.stdout)
    assert json.loads(result.stdout)["by"] == "thin-en/1"
    assert "whole attribution, lenient" in run("corpus", made).output


def test_one_annotator_is_scored_against_the_other(made: Path, tmp_path: Path) -> None:
    save(annotated(EXAMPLE.replace("kind: displacement", "kind: other")), tmp_path / "second")
    scored = figures(run("corpus", made, "--second", tmp_path / "second", "--json"))
    assert scored["kind, of those found"]["f1"] == 0.5
    assert scored["whole attribution, strict"]["f1"] == 1


@pytest.fixture
def window() -> str:
    return EXAMPLE.replace("{s1:Governor", "{z:{s1:Governor").replace("people}}. {c2", "people}}.} {c2")


def _rows(window: str, path: Path) -> None:
    marked = taken_apart(window)
    path.write_text(json.dumps(row(labelled(marked), marked.spans["z"][0]).as_json()) + "\n")


def test_real_pages_are_scored_where_their_text_is_at_hand(window: str, tmp_path: Path) -> None:
    _rows(window, tmp_path / "rows.jsonl")
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "page.txt").write_text("A heading\n\n" + text_file(annotated(EXAMPLE).report).split("---\n")[2])
    result = run("real", tmp_path / "rows.jsonl", "--texts", texts, "--json")
    assert result.exit_code == 0
    assert figures(result)["content, exact"]["f1"] == 1


def test_no_figure_is_given_where_texts_are_missing(window: str, tmp_path: Path) -> None:
    _rows(window, tmp_path / "rows.jsonl")
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "page.txt").write_text("Other words altogether.")
    result = run("real", tmp_path / "rows.jsonl", "--texts", texts)
    assert result.exit_code == 1
    assert "0 of 1 rows" in result.output
    assert "No figure" in result.output
