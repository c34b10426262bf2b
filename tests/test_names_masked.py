"""No command that opens a ledger shows who holds no office, unless it is asked to; whoever adds one is asked here."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from counterclaim.cli import cli
from counterclaim.export.exports import formats
from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store
from counterclaim.linking.linker import Rules
from counterclaim.model.issue import Issue
from counterclaim.model.place import Candidate, Place, PlaceState
from counterclaim.model.quantity import Quantity
from counterclaim.model.report import Report, report_id
from counterclaim.model.source import Chain, Link, Source, SourceClass
from counterclaim.model.span import Span
from counterclaim.model.stance import Certainty, Polarity, Stance
from counterclaim.model.telling import Quote, Telling, Voice
from counterclaim.model.when import Dated

NAMES = ("oskar", "venn", "оскар", "венн")
TEXT = """[MADE UP] Vardia and everything in this text are invented.

The miner Oskar Venn told Oskar Venn’s sons that Oskar Venn had left Venn’s house. Venn wept in Dorn.
"""
TOLD_AGAIN = TEXT.replace("told Oskar", "told again Oskar").replace("wept", "wept again")
CYRILLIC = "[ВЫДУМАНО] Вардия и всё в этом тексте выдуманы. Житель Оскар Венн уехал. Венна ждут дома."


def leaves(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command below `command`, with the words that call it."""
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            yield from leaves(below, (*path, name))
    else:
        yield path, command


def options(command: click.Command) -> set[str]:
    return {str(parameter.name) for parameter in command.params}


OPENING = {path: command for path, command in leaves(cli) if "ledger" in options(command)}
SHOWING: dict[tuple[str, ...], list[list[str]]] = {
    ("tellings",): [[], ["--json"], ["--kind", "displacement"]],
    ("reports",): [[], ["--json"]],
    ("issues",): [[], ["--json"]],
    ("claims",): [[], ["--json"], ["--kind", "displacement"], ["--text", "miner sons", "--json"]],
    ("trace",): [
        *([name, *more] for name in ("CLAIM", "TELLING", "REPORT") for more in ([], ["--json"], ["--svg", "-"])),
        *(["miner sons", *more] for more in ([], ["--json"], ["--svg", "-"])),
    ],
    ("new",): [[], ["--json"], ["--since", "all"]],
    ("control",): [],  # tests/test_control_commands.py runs it: the reports here say nothing of control
    ("outlets",): [[], ["--json"]],
    ("show",): [
        *([name, *more] for name in ("TELLING", "REPORT", "RUSSIAN", "ISSUE") for more in ([], ["--json"])),
        *([name, "--text"] for name in ("REPORT", "RUSSIAN")),
    ],
    ("export", "tellings"): [["--format", form] for form in formats()],
    ("demo",): [],  # run by itself: its reports are others
    ("serve",): [],  # runs until it is ended: tests/web asks its pages
}  # what is run of each command that shows words of the ledger
SILENT: dict[tuple[str, ...], list[list[str]]] = {
    ("init",): [[]],
    ("add",): [["OTHER"], ["OTHER", "--json"]],
    ("status",): [[], ["--json"]],
    ("verify",): [[], ["--json"]],
    ("review", "list"): [[], ["--json"]],
    ("review", "redact"): [["TELLING", "--by", "a", "--reason", "b", "--json"]],
}  # those that show none: no --names


def each(runs: dict[tuple[str, ...], list[list[str]]]) -> list[tuple[tuple[str, ...], list[str]]]:
    return [(path, arguments) for path, listed in runs.items() for arguments in listed]


def place_of(text: str, words: str, after: int = 0) -> Span:
    start = text.index(words, after)
    return Span.of(text, start, start + len(words))


def everywhere(report: Report) -> Telling:
    """A telling of which every field that can hold words holds the name."""
    text = report.text
    name = place_of(text, "Oskar Venn")
    miner = place_of(text, "The miner Oskar Venn")
    sons, house = place_of(text, "Oskar Venn’s sons"), place_of(text, "Venn’s house")
    content = place_of(text, "Oskar Venn had left Venn’s house")
    place = Place(house.text, house, PlaceState.AMBIGUOUS, alternatives=(Candidate("p", "Venn", ("like Venn",)),))
    who: dict[str, Any] = {"name": "Oskar Venn", "written": sons.text, "start": sons.start, "end": sons.end}
    slot: dict[str, Any] = {"written": house.text, "start": house.start, "end": house.end, "actor": "a_venn"}
    claimant = Source(
        Link.CLAIMANT, "Oskar Venn", miner, SourceClass.NAMED_PERSON, role="brother of Venn", reasons=("Venn is Venn",)
    )
    return Telling(
        report,
        sentence=next(iter([place_of(text, text.split("\n")[2])])),
        content=content,
        parts=(place_of(text, "Oskar Venn had"), house),
        cue=name,
        chain=Chain.of("Oskar Venn’s notebook", claimant=claimant, relays=(Source(Link.RELAY, "Venn", name),)),
        by={"reading": "test/1", "grounding": None},
        quote=Quote.INDIRECT,
        voice=Voice.ATTRIBUTED,
        kind="displacement",
        addressee=who,
        stance=Stance(Polarity.DENIES, Certainty.HEDGED, (name,)),
        said=Dated(name.text, None, "text", name),
        when=Dated(sons.text, None, "text", sons),
        place=place,
        places=(place, place),
        quantities=(Quantity("other", "sons of Venn", sons.text, 2, 2, False, sons),),
        slots={"agent": slot, "affected": slot | {"start": None, "end": None}},
        loaded=({"written": name.text, "use": "adopted", "start": name.start, "end": name.end},),
        notes=("of Oskar Venn",),
    )


@pytest.fixture
def ledger(tmp_path: Path) -> dict[str, str]:
    """A ledger whose reports name a private person in every field, and what stands for the words of SHOWING."""
    made = []
    heads = ((TEXT, "oskar-venn.txt", "Oskar Venn weeps"), (CYRILLIC, "оскар.txt", "Житель Венн"))
    for text, name, title in (*heads, (TOLD_AGAIN, "told-again.txt", "Told again")):
        address = f"https://venn.example/oskar-venn/{name}"
        identity = report_id(text, outlet="Oskar Venn’s notebook", address=address, location=f"/venn/{name}")
        made.append(
            Report(
                identity, text, name, f"/venn/{name}", outlet="Oskar Venn’s notebook", url=address, address=address,
                published="2031-03-02", title=title, language="ru" if text is CYRILLIC else "en", theatre="vardia",
                raw=text.encode(),
            )
        )  # fmt: skip
    english, russian, again = made
    telling = everywhere(english)
    remedy = f"`counterclaim show {english.id}` shows it."
    issue = Issue("stated", "oskar-venn.txt", "oskar-venn.txt is held.", remedy, "/venn/oskar-venn.txt")
    with Store(tmp_path / "ledger.db") as store:
        store.add_report(english, [telling], reader="test/1", linker=Rules())
        store.add_report(russian, [], reader=None)
        store.add_report(again, [everywhere(again)], reader="test/1", linker=Rules())
        store.add_issue(issue)
        (claim,) = store.claims(Filters(telling=telling.id))
    (tmp_path / "other.txt").write_text("[MADE UP] Vardia is invented. Governor Ilse Marn said that Dorn was calm.")
    return {
        "LEDGER": str(tmp_path / "ledger.db"),
        "TELLING": telling.id,
        "CLAIM": claim["id"],
        "REPORT": english.id,
        "RUSSIAN": russian.id,
        "ISSUE": issue.id,
        "OTHER": str(tmp_path / "other.txt"),
    }


def run(path: tuple[str, ...], arguments: list[str], ledger: dict[str, str], *more: str) -> Result:
    words = [ledger.get(word, word) for word in arguments]
    done = CliRunner().invoke(cli, [*path, *words, "--ledger", ledger["LEDGER"], *more])
    assert done.exit_code == 0, done.output
    return done


def shown(done: Result) -> set[str]:
    """The words of the name that were printed."""
    printed = (done.stdout + done.stderr).casefold()
    return {name for name in NAMES if name in printed}


def test_each_command_that_opens_a_ledger_is_run_here() -> None:
    assert OPENING.keys() == SHOWING.keys() | SILENT.keys(), "say in this file how to run the new command"


def test_whatever_shows_the_ledger_takes_names_and_nothing_else_does() -> None:
    assert {path for path, command in OPENING.items() if "names" in options(command)} == set(SHOWING)


@pytest.mark.parametrize(("path", "arguments"), each(SHOWING), ids=str)
def test_names_are_shown_if_asked_for(path: tuple[str, ...], arguments: list[str], ledger: dict[str, str]) -> None:
    assert not shown(run(path, arguments, ledger))
    assert shown(run(path, arguments, ledger, "--names"))


@pytest.mark.parametrize(("path", "arguments"), each(SILENT), ids=str)
def test_other_commands_show_none(path: tuple[str, ...], arguments: list[str], ledger: dict[str, str]) -> None:
    assert not shown(run(path, arguments, ledger))


def test_who_is_masked_is_not_found_by_name(ledger: dict[str, str]) -> None:
    for arguments in (["--text", "Venn"], ["--text", "osk*"], ["--text", '"Oskar Venn"'], ["--claimant", "venn"]):
        assert not run(("tellings",), ["--json", *arguments], ledger).stdout
        assert run(("tellings",), ["--json", *arguments, "--names"], ledger).stdout
    for arguments in (["--text", "miner sons"], ["--claimant", "miner"]):
        assert run(("tellings",), ["--json", *arguments], ledger).stdout
    for arguments in (["--text", "Venn"], ["--text", "osk*"], ["--claimant", "venn"]):
        assert not run(("claims",), ["--json", *arguments], ledger).stdout
        assert run(("claims",), ["--json", *arguments, "--names"], ledger).stdout
    for asked in ("Venn", "osk*", '"Oskar Venn"'):
        assert CliRunner().invoke(cli, ["trace", asked, "--ledger", ledger["LEDGER"]]).exit_code == 1
        assert run(("trace",), [asked, "--names"], ledger).stdout
    assert not run(("reports",), ["--json", "--text", "Венн"], ledger).stdout
    assert run(("reports",), ["--json", "--text", "Житель"], ledger).stdout


def test_where_there_are_no_rules_it_is_said(ledger: dict[str, str], tmp_path: Path) -> None:
    with Store(ledger["LEDGER"]) as store:
        report = store.report(ledger["REPORT"])
        store.add_report(replace(report, id="r_de", text="Oskar", language="de", raw=b""), [], reader=None)
    assert "Nobody is masked" in run(("reports",), [], ledger).stderr
    assert "Nobody is masked" not in run(("reports",), [], ledger, "--names").stderr


def test_the_demo_masks_fighters_and_shows_officials(tmp_path: Path) -> None:
    ledger = {"LEDGER": str(tmp_path / "demo.db")}
    assert {"names"} <= options(OPENING["demo",])
    printed = run(("demo",), [], ledger).stdout + run(("tellings",), ["--json"], ledger).stdout
    printed += (
        run(("reports",), ["--json"], ledger).stdout + run(("export", "tellings"), ["--format", "csv"], ledger).stdout
    )
    fighters = {"Ivekeev", "Ivekeeev", "Electro", "Ивекеев", "Ходыкин", "ivekeev", "khodykin"}
    assert {name for name in fighters if name in printed} == set()
    officials = {"Gerasimov", "Peskov", "Belousov", "Kimakovski", "Syrsk", "Putin", "Zelensk", "Герасимов", "Сирськ"}
    assert {name for name in officials if name not in printed} == set()
    assert "Ivekeev" in run(("tellings",), ["--names"], ledger).stdout
