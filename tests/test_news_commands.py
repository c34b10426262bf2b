import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from counterclaim.cli import cli
from counterclaim.ledger.store import Store
from counterclaim.news_commands import echoes, folded

from linked_reports import keep, say
from word_linker import WordLinker


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    with Store(tmp_path / "ledger.db") as store:
        keep(store, say("Belmar Post", "the stone bridge stood open"), WordLinker())
        keep(store, say("Dorn Post", "the depot burned down", who="The garrison of Dorn"), WordLinker())
        keep(store, say("Vale News", "the stone bridge was open again", published="2031-03-02"), WordLinker())
        report, _ = say("Third Voice")
        store.add_report(report, [], reader=None)
        keep(store, say("Quiet Weekly"), WordLinker())
    return str(tmp_path / "ledger.db")


def run(ledger: str, *arguments: str) -> Result:
    done = CliRunner().invoke(cli, ["new", *arguments, "--ledger", ledger])
    assert done.exit_code == 0, done.output
    return done


def test_groups_are_printed_newest_first(ledger: str) -> None:
    done = run(ledger)
    assert done.stdout.index("Belmar Post · 2031-03-01") < done.stdout.index("Dorn Post · 2031-03-01")
    assert "new · +1 retelling · differs in 1" in done.stdout
    assert "5 reports came, with 3 tellings of 2 claims, 2 of them new. The last entry is 6." in done.stderr
    assert "1 report in en: kept, not read yet" in done.stderr
    assert "1 report that tells nothing" in done.stderr


def test_since_an_entry_only_what_came_later_counts(ledger: str) -> None:
    done = run(ledger, "--since", "3")
    assert "told before by 1 report; since then +1 retelling" in done.stdout
    assert "Dorn" not in done.stdout
    assert "since entry 3" in done.stderr
    assert run(ledger, "--since", "6").stdout == ""


def test_json_is_a_line_for_each_group(ledger: str) -> None:
    lines = [json.loads(line) for line in run(ledger, "--json", "--since", "all").stdout.splitlines()]
    assert [line["origin"]["report"]["outlet"] for line in lines] == ["Belmar Post", "Dorn Post"]
    assert set(lines[0]) == {"origin", "group", "entry", "at", "new", "more", "claims"}
    assert len(run(ledger, "--json", "--limit", "1").stdout.splitlines()) == 1
    assert "1 more group: --limit" in run(ledger, "--limit", "1").stderr


def test_a_wrong_cut_off_is_said(ledger: str) -> None:
    done = CliRunner().invoke(cli, ["new", "--since", "soon", "--ledger", ledger])
    assert done.exit_code != 0


def test_echoes_in_words() -> None:
    assert list(echoes({"copies": 7, "retellings": 1, "beside": 2})) == [
        "+7 copies", "+1 retelling", "+2 tellings, not known from where",
    ]  # fmt: skip
    since = {"reports": 1, "copies": 0, "retellings": 0, "beside": 0}
    claim = {"new": False, "reports": 3, "since": since, "drift": 0, "echoes": since}
    assert list(folded(claim)) == ["told before by 2 reports; since then an earlier telling"]
