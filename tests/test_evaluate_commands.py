import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from counterclaim.cli import cli
from counterclaim.errors import BadValueError
from counterclaim.evaluating.from_marks import annotated, labelled, taken_apart
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
    assert json.loads(result.stdout)["by"] == "reading-en/5"
    assert "whole attribution, lenient" in run("corpus", made).output


def test_one_annotator_is_scored_against_the_other(made: Path, tmp_path: Path) -> None:
    save(annotated(EXAMPLE.replace("kind: displacement", "kind: other")), tmp_path / "second")
    scored = figures(run("corpus", made, "--second", tmp_path / "second", "--json"))
    assert scored["kind, of those found"]["f1"] == 0.5
    assert scored["whole attribution, strict"]["f1"] == 1


def refused(result: Result) -> str:
    """What the error says that ends the command with exit code 1."""
    assert isinstance(result.exception, BadValueError)
    assert result.exception.remedy
    return str(result.exception)


def test_reports_that_one_annotator_alone_labelled_are_counted(made: Path, tmp_path: Path) -> None:
    save(annotated(EXAMPLE.replace("id: agency-01", "id: agency-02")), made)
    save(annotated(EXAMPLE), tmp_path / "second")
    result = run("corpus", made, "--second", tmp_path / "second", "--json")
    assert "1 of 2 reports are labelled in both." in result.stderr
    assert (json.loads(result.stdout)["reports"], json.loads(result.stdout)["reports_left_out"]) == (1, 1)
    turned = run("corpus", tmp_path / "second", "--second", made)
    assert "1 of 1 reports are labelled in both; 1 more in the second set alone." in turned.stderr


def test_labels_of_two_texts_are_not_compared(made: Path, tmp_path: Path) -> None:
    save(annotated(EXAMPLE.replace("hard to answer", "not hard to answer")), tmp_path / "second")
    said = refused(run("corpus", made, "--second", tmp_path / "second"))
    assert "different texts" in said
    assert str(made / "agency-01.txt") in said
    assert str(tmp_path / "second" / "agency-01.txt") in said


def test_two_sets_without_a_report_in_common_are_not_compared(made: Path, tmp_path: Path) -> None:
    save(annotated(EXAMPLE.replace("id: agency-01", "id: agency-02")), tmp_path / "second")
    assert "None of the reports" in refused(run("corpus", made, "--second", tmp_path / "second"))


def test_a_report_labelled_twice_is_not_measured_twice(made: Path) -> None:
    save(annotated(EXAMPLE), made / "again")
    said = refused(run("corpus", made))
    assert str(made / "agency-01.txt") in said
    assert str(made / "again" / "agency-01.txt") in said
    assert "corpus/test" in said


@pytest.mark.parametrize("which", [["EMPTY"], ["made", "--second", "EMPTY"]])
def test_a_folder_without_labels_gives_no_figures(which: list[str], made: Path, tmp_path: Path) -> None:
    (tmp_path / "EMPTY").mkdir()
    folders = [tmp_path / name if name.isalpha() else name for name in which]
    assert "There is no labelled report" in refused(run("corpus", *folders))


@pytest.fixture
def window() -> str:
    return EXAMPLE.replace("{s1:Governor", "{z:{s1:Governor").replace("people}}. {c2", "people}}.} {c2")


def _row(window: str, name: str = "agency-01") -> dict[str, Any]:
    marked = taken_apart(window.replace("id: agency-01", f"id: {name}"))
    return row(labelled(marked), marked.spans["z"][0]).as_json()


def _rows(window: str, path: Path) -> None:
    _write([_row(window)], path)


def _write(made: list[dict[str, Any]], path: Path) -> None:
    path.write_text("".join(json.dumps(one) + "\n" for one in made))


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "page.txt").write_text("A heading\n\n" + text_file(annotated(EXAMPLE).report).split("---\n")[2])
    return folder


@pytest.fixture
def both(window: str, tmp_path: Path) -> tuple[Path, Path]:
    """Two sentences of a page by one annotator; by the other in the opposite order, one as another kind."""
    later = EXAMPLE.replace("{c2:", "{z:{c2:").replace("{q2:added}.", "{q2:added}.}")
    ours, theirs = tmp_path / "rows.jsonl", tmp_path / "second.jsonl"
    _write([_row(window, "one"), _row(later, "two")], ours)
    _write([_row(later.replace("displacement", "other"), "two"), _row(window, "one")], theirs)
    return ours, theirs


def test_rows_of_two_annotators_are_compared_by_their_ids(both: tuple[Path, Path], texts: Path) -> None:
    scored = figures(run("real", both[0], "--texts", texts, "--second", both[1], "--json"))
    assert scored["kind, of those found"]["f1"] == 0.5
    assert scored["whole attribution, strict"]["f1"] == scored["place mentions"]["f1"] == 1


def test_rows_that_one_annotator_alone_labelled_are_counted(both: tuple[Path, Path], texts: Path) -> None:
    both[1].write_text(both[1].read_text().splitlines()[0])
    result = run("real", both[0], "--texts", texts, "--second", both[1], "--json")
    assert "1 of 2 rows are labelled in both." in result.stderr
    assert (json.loads(result.stdout)["rows"], json.loads(result.stdout)["rows_left_out"]) == (1, 1)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"sha256": "0"}, "different sentences"),
        ({"sentence": [0, 9]}, "different sentences"),
        ({"id": "three"}, "None of the rows"),
    ],
)
def test_rows_of_other_windows_are_not_compared(
    change: dict[str, Any], said: str, both: tuple[Path, Path], texts: Path
) -> None:
    first = json.loads(both[1].read_text().splitlines()[0])
    _write([first | change], both[1])
    assert said in refused(run("real", both[0], "--texts", texts, "--second", both[1]))


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_a_file_without_rows_gives_no_figures(content: str, texts: Path, tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text(content)
    assert "there is no row here" in refused(run("real", tmp_path / "rows.jsonl", "--texts", texts))


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


ARTICLE = "Made-up article. Mayor Tessa Quill said that the bridge at Belmar had fallen."


def gold(tmp_path: Path, split: str = "dev") -> Path:
    def place(words: str) -> list[list[int]]:
        return [[ARTICLE.index(words), ARTICLE.index(words) + len(words)]]

    roles = {"source": "Mayor Tessa Quill", "cue": "said", "content": "that the bridge at Belmar had fallen"}
    one = {role: place(words) for role, words in roles.items()}
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps({"doc_id": "a", "split": split, "text": ARTICLE, "attributions": [one]}) + "\n")
    return path


def test_attributions_are_read_kept_and_compared(tmp_path: Path) -> None:
    path, out = gold(tmp_path), tmp_path / "found.jsonl"
    result = run("attribution", path, "--split", "dev", "--out", out, "--json")
    assert figures(result)["whole attribution, strict"]["f1"] == 1
    assert {"set": "dev", "articles": 1, "scheme": "polnear", "by": "reading-en/5"}.items() <= json.loads(
        result.stdout
    ).items()
    kept = json.loads(out.read_text())
    assert kept == {
        key: value for key, value in json.loads(path.read_text()).items() if key in ("doc_id", "attributions")
    }
    ours = figures(run("attribution", path, "--scheme", "guidelines", "--json"))
    assert ours["source, exact"]["f1"] == 1
    assert ours["content, exact"]["f1"] == 0


def test_a_part_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert "of the part “test”" in refused(run("attribution", gold(tmp_path), "--split", "test"))
