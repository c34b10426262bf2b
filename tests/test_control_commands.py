"""`counterclaim control`, on the demo's ledger and on made-up reports."""

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from counterclaim.cli import cli
from counterclaim.ledger.store import Store
from counterclaim.linking.linker import Rules
from counterclaim.model.source import SourceClass
from made_tellings import Line, Who, tell

POKROVSK, RIVNE = "UA14160210010099403", "UA14160150030092191"


def run(ledger: Path, *asked: str) -> Result:
    return CliRunner().invoke(cli, ["--ledger", str(ledger), "control", *asked])


def lanes(ledger: Path, *asked: str) -> list[dict[str, Any]]:
    done = run(ledger, *asked, "--json")
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("name", [POKROVSK, "Pokrovsk", "Krasnoarmeysk", "Покровськ", "Красноармейск"])
def test_any_spelling_finds_the_one_place_that_the_ledger_tells_of(demo_ledger: Path, name: str) -> None:
    found = lanes(demo_ledger, name)
    assert {lane["place"]["id"] for lane in found} == {POKROVSK}
    assert {lane["party"] for lane in found} == {"russia", "ukraine", "none", None}


def test_a_lane_has_what_the_docs_say(demo_ledger: Path) -> None:
    docs = (Path(__file__).parents[1] / "docs" / "control.md").read_text()
    for lane in lanes(demo_ledger, RIVNE):
        assert lane.keys() == {"place", "claimant", "party", "marks"}
        assert lane["claimant"].keys() - {"masked"} == {"label", "name", "written", "class", "actor", "outlet"}
        for mark in lane["marks"]:
            assert all(f"`{name}`" in docs or f"`marks[].{name}`" in docs for name in mark)
            assert mark["claim"].startswith("c_")


def test_several_places_of_one_name_are_listed(demo_ledger: Path) -> None:
    done = run(demo_ledger, "Rovno")
    assert done.exit_code == 1
    assert done.stdout.startswith(RIVNE)
    assert "tellings may mean it" in done.stdout
    assert "give the id" in done.stderr


def test_no_place_and_no_claims_are_said(demo_ledger: Path) -> None:
    nowhere = run(demo_ledger, "Qwertyuiop")
    assert (nowhere.exit_code, "No place is called" in nowhere.stderr) == (1, True)
    quiet = run(demo_ledger, "Bakhmut")
    assert (quiet.exit_code, quiet.stdout) == (0, "")
    assert "0 claims by 0 claimants" in quiet.stderr


def test_the_table_says_who_when_and_how_firmly(demo_ledger: Path) -> None:
    done = run(demo_ledger, "Pokrovsk")
    assert done.exit_code == 0
    for words in ("Valery", "Gerasimov", "denied", "inferred", "of a part", "by whom is", "2 Dec 2025"):
        assert words in done.stdout, words
    assert "claimants" in done.stderr


def test_days_are_those_of_reports(demo_ledger: Path) -> None:
    assert len(lanes(demo_ledger, "Pokrovsk", "--since", "2025-12-09")) < len(lanes(demo_ledger, "Pokrovsk"))
    assert not lanes(demo_ledger, "Pokrovsk", "--until", "2025-11-01")
    assert run(demo_ledger, "Pokrovsk", "--since", "yesterday").exit_code == 2


def test_the_picture(demo_ledger: Path, tmp_path: Path) -> None:
    drawn = run(demo_ledger, "Pokrovsk", "--svg", str(tmp_path / "a.svg"))
    assert (drawn.exit_code, drawn.stdout) == (0, "")
    assert "written" in drawn.stderr
    written = (tmp_path / "a.svg").read_text()
    assert ElementTree.fromstring(written).tag.endswith("svg")  # noqa: S314 our own picture
    assert run(demo_ledger, "Pokrovsk", "--svg", "-").stdout == written
    assert run(demo_ledger, "Pokrovsk", "--svg", "-", "--json").exit_code == 2


def test_a_theatre_narrows_where_it_is_looked_for(demo_ledger: Path) -> None:
    assert run(demo_ledger, "Pokrovsk", "--theatre", "vardia").exit_code == 1
    assert lanes(demo_ledger, "Pokrovsk", "--theatre", "ukraine")


@pytest.mark.parametrize("more", [(), ("--json",), ("--svg", "-")])
def test_who_holds_no_office_is_masked(tmp_path: Path, more: tuple[str, ...]) -> None:
    miner = Who("Oskar Venn", source_class=SourceClass.NAMED_PERSON, written="the miner Oskar Venn")
    slots = {"holder": {"written": "Oskar Venn", "party": None, "actor": None, "start": None, "end": None}}
    line = Line("Oskar Venn’s friends held Dorn", miner, kind="control_held", place=("Dorn", "p_dorn"), slots=slots)
    told = tell("Post", line)
    with Store(tmp_path / "a.db") as store:
        store.add_report(told[0].report, told, reader="test/1", linker=Rules())
    hidden, shown = (run(tmp_path / "a.db", "p_dorn", *more, *names) for names in ((), ("--names",)))
    assert (hidden.exit_code, shown.exit_code) == (0, 0)
    assert "Venn" not in hidden.output
    assert "Venn" in shown.output
