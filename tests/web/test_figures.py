"""The figures that a server keeps follow its ledger, whatever happens to the process that makes them."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from counterclaim.ledger.store import Store
from counterclaim.web import figures
from counterclaim.web.figures import KeptFigures

from linked_reports import keep, many, say
from word_linker import WordLinker

LINKER = WordLinker()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Store(tmp_path / "a.db") as store:
        for told in many(12):
            keep(store, told, LINKER)
    return tmp_path / "a.db"


@contextmanager
def kept(path: Path, **more: Any) -> Iterator[KeptFigures]:
    made = KeptFigures(path, **more)
    made.start()
    try:
        yield made
    finally:
        made.close()


def until(asked: Callable[[], Any]) -> None:
    last = time.monotonic() + 60
    while not asked():
        assert time.monotonic() < last
        time.sleep(0.05)


def outlets(made: KeptFigures) -> set[str | None]:
    return {row["outlet"] for row in made.state.rows}


def test_the_first_figures_are_waited_for_and_say_of_what_they_are(path: Path) -> None:
    with kept(path) as made:
        state = made.waited(60)
        assert (state.is_whole, state.entry) == (True, 13)
        assert state.at is not None
        assert len(state.rows) == 12
        assert made.waited() is made.state


def test_they_follow_what_comes_and_goes(path: Path) -> None:
    with kept(path) as made, Store(path) as store:
        made.waited(60)
        report, tellings = say("Late News", "the stone bridge stood open")
        keep(store, (report, tellings), LINKER)
        until(lambda: "Late News" in outlets(made) and made.state.entry == 14)
        store.redact(report.id, by="a", reason="b", linker=LINKER)
        until(lambda: "Late News" not in outlets(made))
        assert report.id not in made.figures.known()


def test_a_process_that_dies_is_started_anew_and_goes_on(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "RESTARTS", (0.05, 0.1))
    with kept(path) as made:
        made.waited(60)
        first = made._process
        assert first is not None
        first.kill()
        until(lambda: made._process is not first)
        with Store(path) as store:
            keep(store, say("Late News", "the stone bridge stood open"), LINKER)
        until(lambda: "Late News" in outlets(made))
        assert len(made.state.rows) == 13


def test_the_process_ends_with_the_server(path: Path) -> None:
    with kept(path) as made:
        made.waited(60)
        process = made._process
    assert process is not None
    assert process.poll() is not None


def test_it_may_end_before_it_began(path: Path) -> None:
    with kept(path):
        pass
    KeptFigures(path).close()


def test_without_a_ledger_there_are_no_figures(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with kept(tmp_path / "none.db") as made:
        until(lambda: made._process and made._process.poll() == 4)
        assert made.waited(0.1).rows == ()
    assert "There is no ledger" in capfd.readouterr().err


def test_names_are_masked_unless_they_are_asked_for(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        keep(store, say("Oskar Venn’s notebook", "the miner Oskar Venn had left Dorn"), LINKER)
    with kept(tmp_path / "a.db") as made:
        assert "Venn" not in repr(made.waited(60).rows)
    with kept(tmp_path / "a.db", names=True) as made:
        assert "Venn" in repr(made.waited(60).rows)
