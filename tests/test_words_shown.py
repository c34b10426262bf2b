"""`show r_… --json` lists what is said of single words of a whole report; listings say what is claimed."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from counterclaim.cli import cli

TEXT = """---
theatre: vardia
published: 2031-03-05
---
[MADE UP] Vardia and everything in this text are invented.

The militants left Dorn on Sunday. Governor Ilse Marn said that shelling had killed dozens of people in Dorn overnight.

The phrase ‘liberation’ carries a dual meaning. Sappers found a mine planted on the road.
"""


@pytest.fixture
def ledger(tmp_path: Path) -> list[str]:
    (tmp_path / "report.txt").write_text(TEXT)
    there = ["--ledger", str(tmp_path / "ledger.db")]
    assert CliRunner().invoke(cli, ["add", str(tmp_path / "report.txt"), *there]).exit_code == 0
    return there


def lines(*arguments: str) -> list[dict[str, Any]]:
    result = CliRunner().invoke(cli, list(arguments))
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_report_is_shown_with_its_loaded_words_and_senses(ledger: list[str]) -> None:
    (report,) = lines("reports", "--json", *ledger)
    (shown,) = lines("show", str(report["id"]), "--json", *ledger)
    loaded, senses = shown["loaded"], shown["senses"]
    places = [(place["written"], place["type"], place["id"]) for place in shown["places"]]
    assert places == [("Dorn", "settlement", "p_dorn"), ("Dorn", "settlement", "p_dorn")]
    assert [(word["written"], word["use"]) for word in loaded] == [
        ("militants", "adopted"),
        ("liberation", "discussed"),
    ]
    assert loaded[0]["neutral"] == ["soldiers"]
    assert [sense["value"] for sense in senses] == ["shell/munition", "mine/weapon", "plant/laid"]


def test_a_telling_says_what_is_claimed(ledger: list[str]) -> None:
    found = lines("tellings", "--json", *ledger)
    (said,) = [line for line in found if line["kind"] == "casualties"]
    assert (said["voice"], said["knowledge"]) == ("attributed", "none_stated")
    assert said["stance"] == {"polarity": "affirms", "certainty": "asserted", "cues": []}
    (count,) = said["quantities"]
    assert (count["low"], count["high"], count["vague"]) == (24, 99, True)
    assert said["when"] == said["when"] | {"edtf": "2031-03-04/2031-03-05"}
    assert said["place"] == said["place"] | {"written": "Dorn", "state": "resolved", "id": "p_dorn"}
    card = CliRunner().invoke(cli, ["show", str(said["id"]), *ledger])
    assert "24 to 99" in card.output
