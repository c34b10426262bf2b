import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from counterclaim.cli import cli
from counterclaim.ledger.store import Store

from linked_reports import keep, say
from word_linker import WordLinker


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    """Two claims: one told by two outlets, one by one."""
    with Store(tmp_path / "ledger.db") as store:
        keep(store, say("Belmar Post", "the stone bridge was open again"), WordLinker())
        keep(store, say("Vale News", "the stone bridge stood open", published="2031-03-02"), WordLinker())
        keep(store, say("Dorn Post", "the depot burned down"), WordLinker())
    return str(tmp_path / "ledger.db")


def run(ledger: str, *arguments: str) -> Result:
    return CliRunner().invoke(cli, [*arguments, "--ledger", ledger])


def lines(done: Result) -> list[dict[str, object]]:
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_claims_are_listed_with_their_roots(ledger: str) -> None:
    found = lines(run(ledger, "claims", "--json"))
    assert sorted(len(claim["tellings"]) for claim in found) == [1, 2]  # type: ignore[arg-type]
    assert all("roots" in claim for claim in found)
    assert "2 claims" in run(ledger, "claims").stderr


def test_a_filter_finds_the_claims_of_which_it_finds_a_telling(ledger: str) -> None:
    (claim,) = lines(run(ledger, "claims", "--text", "stood", "--json"))
    assert len(claim["tellings"]) == 2  # type: ignore[arg-type]
    assert lines(run(ledger, "claims", "--text", "nowhere", "--json")) == []


def test_trace_takes_each_id_and_words(ledger: str) -> None:
    (claim,) = lines(run(ledger, "trace", "stone bridge", "--json"))
    assert lines(run(ledger, "trace", str(claim["id"]), "--json")) == [claim]
    for telling in claim["tellings"]:  # type: ignore[attr-defined]
        assert lines(run(ledger, "trace", telling, "--json")) == [claim]
    report = lines(run(ledger, "tellings", "--json"))[0]["report"]["id"]  # type: ignore[index]
    assert len(lines(run(ledger, "trace", report, "--json"))) == 1
    printed = run(ledger, "trace", "bridge").stdout
    assert "2 reports, 2 outlets" in printed
    assert "≠ detail added" in printed


def test_limits(ledger: str) -> None:
    assert len(lines(run(ledger, "trace", "mayor", "--json"))) == 2
    assert len(lines(run(ledger, "trace", "mayor", "--json", "--limit", "1"))) == 1
    assert run(ledger, "trace", "mayor", "--limit", "0").exit_code == 2
    assert "More claims were found" in run(ledger, "trace", "mayor", "--limit", "1").stderr
    assert "More claims" not in run(ledger, "trace", "mayor").stderr


def test_the_picture_is_of_the_first_and_says_so(ledger: str, tmp_path: Path) -> None:
    path = tmp_path / "a.svg"
    done = run(ledger, "trace", "mayor", "--svg", str(path))
    (first, _) = lines(run(ledger, "trace", "mayor", "--json"))
    assert done.stdout == ""
    assert f"The picture shows {first['id']}. More claims were found" in " ".join(done.stderr.split())
    drawn = path.read_text()
    assert ElementTree.fromstring(drawn).tag.endswith("svg")  # noqa: S314 our own picture
    assert run(ledger, "trace", str(first["id"]), "--svg", "-").stdout == drawn
    assert run(ledger, "trace", str(first["id"]), "--svg", "-").stderr == ""
    assert len(lines(run(ledger, "trace", "mayor", "--svg", str(path), "--json"))) == 2
    assert run(ledger, "trace", "mayor", "--svg", "-", "--json").exit_code == 2


def test_what_is_not_there_is_said_with_what_to_do(ledger: str) -> None:
    done = run(ledger, "trace", "no such words")
    assert done.exit_code == 1
    assert "`counterclaim claims` lists all" in " ".join(done.stderr.split())
    for name in ("c_0", "t_0", "r_0"):
        done = run(ledger, "trace", name)
        assert done.exception
        assert "holds no" in str(done.exception)


def test_outlets_are_counted(ledger: str) -> None:
    post, dorn, vale = lines(run(ledger, "outlets", "--json"))
    assert (post["outlet"], post["reports"], post["tellings"], post["shared"]) == ("Belmar Post", 1, 1, 1)
    assert (dorn["outlet"], dorn["shared"]) == ("Dorn Post", 0)
    assert (vale["earliest"], vale["differs"]) == (0, {"detail_added": 1})
    assert "3 outlets" in run(ledger, "outlets").stderr
