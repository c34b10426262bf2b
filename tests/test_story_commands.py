"""`counterclaim evaluate stories`, on stories written here."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from counterclaim.cli import cli
from counterclaim.errors import BadValueError
from counterclaim.evaluating.from_marks import annotated
from counterclaim.evaluating.labelled import save
from counterclaim.model.claim import Claim
from counterclaim.model.report import text_hash
from counterclaim.model.telling import Telling

ROOT = Path(__file__).parents[1]
EXAMPLE = "---\nid" + (ROOT / "corpus" / "GUIDELINES.md").read_text().split("```\n---\nid")[1].split("```")[0]
TEXT = "Made-up text. Mayor Tessa Quill said that the bridge at Belmar had fallen.\n"
CONTENT = [TEXT.index("the bridge"), TEXT.index(".\n")]


def run(*arguments: object) -> Result:
    return CliRunner().invoke(cli, ["evaluate", "stories", *map(str, arguments)])


def lines(result: Result) -> list[dict[str, Any]]:
    assert result.exit_code == 0, result.exception
    return [json.loads(line) for line in result.stdout.splitlines()]


def figures(line: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {figure["name"]: figure for figure in line["figures"]}


def of_one_place(tellings: Sequence[Telling]) -> list[Claim]:
    """Each report's tellings in turn, those of the same turn one claim: what the labels below say."""
    whole: dict[tuple[str, int], list[str]] = {}
    at = dict.fromkeys((one.report.id for one in tellings), 0)
    for one in tellings:
        whole.setdefault(("", at[one.report.id]), []).append(one.id)
        at[one.report.id] += 1
    return [_claim(ids) for ids in whole.values()]


def _claim(ids: list[str]) -> Claim:
    edges = dict.fromkeys(ids[1:], ids[0])
    return Claim("c", None, None, "", {}, {}, tuple(ids), ids[0], {**edges}, (), (), (), "test/1")


@pytest.fixture(autouse=True)
def _linked_by_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    """The linker's own answers are tested beside it."""
    monkeypatch.setattr("counterclaim.story_commands.link", of_one_place)


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    folder = tmp_path / "stories" / "st-00"
    save(annotated(EXAMPLE), folder)
    save(annotated(EXAMPLE.replace("agency-01", "agency-02").replace("Lirenia Press", "Halm News")), folder)
    claims = [
        {
            "id": f"C{at}", "what": "…", "claimant": "Ilse Marn", "origin": f"agency-01/t{at}",
            "tellings": [f"agency-01/t{at}", f"agency-02/t{at}"], "parents": {f"agency-02/t{at}": f"agency-01/t{at}"},
        }
        for at in (1, 2)
    ]  # fmt: skip
    position = {"question": "what?", "answer": "that", "claims": ["C1", "C2"], "roots": ["Ilse Marn"]}
    story = {"id": "st-00", "title": "Myrhal", "claims": claims, "positions": [position]}
    (folder / "story.yml").write_text(yaml.safe_dump(story))
    return tmp_path / "stories"


def real(tmp_path: Path) -> tuple[Path, Path]:
    def row(name: str, text: str) -> dict[str, Any]:
        head = {"name": "01", "address": "https://example.org/1", "outlet": "example.org", "published": "2022-04"}
        return {
            "id": name,
            "title": "a bridge",
            "reports": [head | {"sha256": text_hash(text), "chars": len(text)}],
            "tellings": [{"id": "01/a", "report": "01", "content": CONTENT}],
            "claims": [{"id": "C1", "what": "…", "claimant": "Tessa Quill", "tellings": ["01/a"], "origin": "01/a"}],
            "positions": [],
        }

    path, texts = tmp_path / "rows.jsonl", tmp_path / "texts"
    path.write_text("".join(json.dumps(one) + "\n" for one in (row("real-01", TEXT), row("real-02", "Other."))))
    texts.mkdir()
    (texts / "any.txt").write_text(TEXT)
    return path, texts


def test_labelled_tellings_are_linked_and_compared(stories: Path, tmp_path: Path) -> None:
    story, whole = lines(run(stories, "--given", "--json", "--out", tmp_path / "out.json"))
    assert (story["story"], story["reports"], story["tellings"], story["tellings_found"]) == ("st-00", 2, 4, 4)
    assert {"set": "stories", "linked": "labels", "stories": 1, "stories_left_out": 0, "claims_made": 2}.items() <= (
        whole.items()
    )
    found = figures(whole)
    assert found["claims, B³"]["f1"] == found["parent right"]["f1"] == 1
    assert {"hit": 4, "found": 4, "recalled": 4, "gold": 4}.items() <= found["claims, B³"].items()
    assert figures(story)["origin right"] == {"name": "origin right", "hit": 2, "found": 2, "recalled": 2, "gold": 2}
    assert json.loads((tmp_path / "out.json").read_text()) == whole


def test_reports_are_read_linked_and_compared(stories: Path) -> None:
    _, whole = lines(run(stories, "--json"))
    assert whole["linked"] == "read"
    assert "reading-en" in whole["by"]
    assert "test/1" in whole["by"]
    assert figures(whole)["tellings found (recall)"]["f1"] == 1
    assert figures(whole)["claims, B³, all"]["f1"] == 1


def test_a_table_shows_numerators_and_denominators(stories: Path) -> None:
    shown = run(stories, "--given").stdout
    assert "1.000 (4/4)" in shown
    assert "1 stories, 2 reports" in shown


def test_what_is_wrong_is_said_only_where_it_is_asked_for(stories: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("counterclaim.story_commands.link", lambda tellings: [_claim([one.id for one in tellings])])
    fault = "C1 + C2 are one: C1: agency-01/t1, agency-02/t1 | C2: agency-01/t2, agency-02/t2"
    assert f"st-00: {fault}" in run(stories, "--given", "--verbose").stdout
    assert fault in lines(run(stories, "--given", "--verbose", "--json"))[0]["faults"]
    assert "are one" not in run(stories, "--given").stdout
    assert "faults" not in lines(run(stories, "--given", "--json"))[0]


def test_real_stories_are_measured_where_their_texts_are_at_hand(tmp_path: Path) -> None:
    path, texts = real(tmp_path)
    result = run(path, "--texts", texts, "--json")
    story, whole = lines(result)
    assert "1 of 2 stories have all their texts" in result.stderr
    assert "not: real-02." in result.stderr
    assert (story["story"], whole["stories"], whole["stories_left_out"]) == ("real-01", 1, 1)
    assert figures(whole)["tellings found (recall)"]["f1"] == 1


def test_one_annotator_is_compared_with_another_without_texts(tmp_path: Path) -> None:
    path, texts = real(tmp_path)
    (texts / "any.txt").unlink()
    second = tmp_path / "second.jsonl"
    rows = [json.loads(line) for line in path.read_text().splitlines()]
    rows[0]["claims"][0]["origin"] = {"unheld": "TVA"}
    rows[0]["claims"][0]["parents"] = {"01/a": {"unheld": "TVA"}}
    second.write_text("".join(json.dumps(row) + "\n" for row in rows[:1]))
    *_, same = lines(run(path, "--second", path, "--json"))
    assert {"linked": "second annotator", "stories": 2, "tellings_found": 2}.items() <= same.items()
    assert figures(same)["story right: origin of its most told claim"]["f1"] == 1
    _, other = lines(run(path, "--second", second, "--json"))
    assert {"stories": 1, "stories_left_out": 1}.items() <= other.items()
    assert figures(other)["story right: origin of its most told claim"]["f1"] == 0
    assert figures(other)["claims, B³"]["f1"] == 1


def test_annotators_who_labelled_no_story_both_are_not_compared(tmp_path: Path) -> None:
    path, _ = real(tmp_path)
    second = tmp_path / "second.jsonl"
    second.write_text("")
    assert isinstance(run(path, "--second", second).exception, BadValueError)


def test_without_any_text_there_is_no_figure(tmp_path: Path) -> None:
    path, texts = real(tmp_path)
    (texts / "any.txt").unlink()
    assert isinstance(run(path, "--texts", texts).exception, BadValueError)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["rows.jsonl"], "--texts"),
        (["rows.jsonl", "--texts", "texts", "--given"], "--given"),
        (["texts", "--texts", "texts"], "--texts is for"),
        (["texts", "--second", "rows.jsonl"], "--second is for"),
    ],
)
def test_options_that_do_not_go_together_are_refused(arguments: list[str], said: str, tmp_path: Path) -> None:
    real(tmp_path)
    places = [one if one.startswith("--") else tmp_path / one for one in arguments]
    result = run(*places)
    assert result.exit_code == 2
    assert said in result.stderr
