"""`counterclaim gazetteer` and `counterclaim ground`."""

import json
from typing import Any

from click.testing import CliRunner

from counterclaim.cli import cli

POKROVSK = "UA14160210010099403"


def lines(*asked: str) -> list[dict[str, Any]]:
    result = CliRunner().invoke(cli, [*asked, "--json"])
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_all_candidates_of_a_name_best_first() -> None:
    found = lines("gazetteer", "Красноармейск")
    assert found[0]["id"] == POKROVSK
    assert found[0]["within"] == ["Pokrovsk hromada", "Pokrovsk raion", "Donetsk oblast", "Ukraine"]
    assert (found[0]["source"], found[0]["licence"]) == ("GeoNames", "CC BY 4.0")
    assert len(found) > 1
    assert all(one["reasons"] for one in found)
    assert [one["near"] for one in found] == sorted((one["near"] for one in found), reverse=True)


def test_a_name_of_no_place_says_so() -> None:
    result = CliRunner().invoke(cli, ["gazetteer", "Qwertyuiop"])
    assert result.exit_code == 1
    assert "another spelling" in result.stderr


def test_a_sentence_is_explained() -> None:
    said = CliRunner().invoke(cli, ["ground", "It snowed in Krasny Armeysk and in Rovno."])
    assert said.exit_code == 0
    assert f"[{POKROVSK}]" in said.stdout
    assert "(+20)" in said.stdout
    found = lines("ground", "It snowed in Krasny Armeysk.")
    assert (found[0]["type"], found[0]["id"], found[0]["start"], found[0]["end"]) == ("settlement", POKROVSK, 13, 27)


def test_a_theatre_that_is_not_there_is_named() -> None:
    result = CliRunner().invoke(cli, ["ground", "It snowed.", "--theatre", "zzz"])
    assert result.exit_code != 0
