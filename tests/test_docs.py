"""What README and docs show is what comes out."""

import contextlib
import io
import re
import shlex
import sys
from pathlib import Path

import pytest

from counterclaim.cli import cli, main

import commands

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text()
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("benchmarks/**/*.md")])
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.M | re.S)


def lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.strip("\n").split("\n")]


@pytest.mark.parametrize("block", blocks("console"))
def test_commands_in_the_readme_print_what_it_shows(
    block: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COUNTERCLAIM_LEDGER", str(tmp_path / "ledger.db"))
    run_quietly(monkeypatch, "demo")
    command, _, shown = block.partition("\n")
    assert command.startswith("$ counterclaim ")
    capfdbinary.readouterr()
    run_quietly(monkeypatch, *shlex.split(command.removeprefix("$ counterclaim ")))
    out, _ = capfdbinary.readouterr()
    assert lines(out.decode()) == lines(shown)


def run_quietly(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    monkeypatch.setattr(sys, "argv", ["counterclaim", *arguments])
    with contextlib.suppress(SystemExit):
        main()


def test_the_python_in_the_readme_prints_what_it_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (program,), (shown,) = blocks("python"), blocks("text")
    (tmp_path / "demo").symlink_to(ROOT / "demo")
    monkeypatch.chdir(tmp_path)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(program, "README.md", "exec"), {})  # noqa: S102 our own README
    assert lines(printed.getvalue()) == lines(shown)
    assert len(program.strip().splitlines()) <= 10


def test_the_readme_shows_both() -> None:
    assert len(blocks("console")) >= 2


def test_an_abstract_in_the_readme_is_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = [block for block in re.findall(r"^> (.*)$", README, re.M) if block]
    texts = [path.read_text() for path in (ROOT / "demo").glob("*.txt")]
    assert shown
    assert any(" ".join(shown) in " ".join(text.split()) for text in texts)


def test_the_page_of_commands_is_the_programs_help() -> None:
    assert commands.PAGE.read_text() == commands.page(), "run `make docs`"


def test_each_command_is_in_the_page_of_commands() -> None:
    assert all(f"`counterclaim {name}`" in commands.PAGE.read_text() for name in cli.commands)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    assert [link for link in LINK.findall(page.read_text()) if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("path", sorted((ROOT / "demo").glob("*.txt")), ids=lambda path: path.stem)
def test_each_abstract_says_what_it_is_and_where_the_report_is(path: Path) -> None:
    head, _, text = path.read_text().removeprefix("---\n").partition("\n---\n")
    stated = dict(line.split(": ", 1) for line in head.splitlines())
    assert stated.keys() == {"outlet", "url", "published", "title", "language"}
    assert stated["url"].startswith("http")
    assert "2025-12-01" <= stated["published"] <= "2025-12-20"
    assert path.name.startswith(stated["published"])
    notice = {"en": "[Abstract in our own words", "ru": "[Изложение своими словами", "uk": "[Виклад власними словами"}
    assert text.startswith(notice[stated["language"]])
