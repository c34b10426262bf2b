"""A browser and two real servers, made once: one over the demo's ledger, one over hostile reports."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from _pytest.terminal import TerminalReporter
from playwright.sync_api import Browser, sync_playwright

from counterclaim.ledger.store import Store

from browsed import ARGUMENTS, Browsed, browsing, chromium, missing
from crawled import Answer, crawled
from hostile import smuggle, write
from served_ledger import command, serving


def pytest_terminal_summary(terminalreporter: TerminalReporter) -> None:
    """Says aloud that no page was opened."""
    if reason := missing():
        terminalreporter.write_sep("!", "the pages were not opened in a browser", yellow=True)
        terminalreporter.write_line(f"tests/browser was skipped: {reason}.", yellow=True)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if reason := missing():
        pytest.skip(reason)
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS) as launched,
    ):
        yield launched


@pytest.fixture(scope="session")
def demo(demo_ledger: Path) -> Iterator[str]:
    """Where the demo's ledger is shown."""
    with serving(demo_ledger) as home:
        yield home


@pytest.fixture(scope="session")
def hostile_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports that mean harm, as files."""
    folder = tmp_path_factory.mktemp("hostile")
    write(folder)
    return folder


@pytest.fixture(scope="session")
def hostile(hostile_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a ledger of hostile reports is shown, with the names in it."""
    ledger = tmp_path_factory.mktemp("ledger") / "hostile.db"
    command("add", hostile_folder, ledger=ledger)
    with Store(ledger) as store:
        smuggle(store)
    with serving(ledger, "--names") as home:
        yield home


@pytest.fixture(scope="session")
def demo_answers(demo: str) -> dict[str, Answer]:
    """What every address answers to which the demo's pages lead, by address."""
    return crawled(demo, "/search?q=Rovno", "/search?q=Ровно", "/search?q=nothing+like+it")


@pytest.fixture(scope="session")
def hostile_answers(hostile: str) -> dict[str, Answer]:
    """The same for the hostile ledger."""
    return crawled(hostile, "/search?q=Pokrovsk", "/search?q=Outlet")


@pytest.fixture
def page(browser: Browser, demo: str) -> Iterator[Browsed]:
    """A page over the demo's ledger."""
    with browsing(browser, demo) as browsed:
        yield browsed


@pytest.fixture
def attacked(browser: Browser, hostile: str) -> Iterator[Browsed]:
    """A page over the hostile ledger."""
    with browsing(browser, hostile) as browsed:
        yield browsed
