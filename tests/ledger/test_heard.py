"""What came: windows of the log, the reports in them, what changes when one is completed or redacted."""

from dataclasses import replace
from pathlib import Path

import pytest

from counterclaim.errors import LedgerDamagedError, LedgerError
from counterclaim.ledger.heard import Quiet, Wanted, Window
from counterclaim.ledger.store import Store

from linked_reports import Told, keep, say
from word_linker import WordLinker

BRIDGE = say("Belmar Post", "the stone bridge stood open")
AGAIN = say("Vale News", "the stone bridge stood open again", published="2031-03-02")
UNDATED = say("Dorn Post", "the grain depot burned down", published=None)


@pytest.fixture
def held(store: Store) -> Store:
    for report in (BRIDGE, AGAIN, UNDATED):
        keep(store, report, WordLinker())
    return store


def ids(store: Store, wanted: Wanted) -> list[str]:
    return [one.report for one in store.came(wanted)]


def names(*reports: Told) -> list[str]:
    return [report.id for report, _ in reports]


def test_windows(held: Store) -> None:
    assert held.window(0) == Window(0, 4, 3, 3)
    assert held.window(2) == Window(2, 4, 2, 2)
    assert held.window(0, most=2) == Window(2, 4, 2, 3)
    assert held.window(0, upto=2, most=2) == Window(0, 2, 1, 1)
    assert held.window(0, upto=99) == held.window(0)
    assert held.window(99).reports == held.window(3, upto=2).reports == 0
    assert not held.window(0, most=1).is_whole


def test_the_claims_that_a_window_tells(held: Store) -> None:
    (told,) = held.told_in(held.window(0, upto=3))
    assert (told.latest, told.earliest, told.report, told.unheld) == (3, 2, BRIDGE[0].id, None)
    assert [one.entry for one in held.tellers(told.claim)] == [2, 3]
    assert held.tellings_in(held.window(0)) == 3
    assert held.told_in(held.window(4)) == []


def test_reports_wanted_the_newest_first(held: Store) -> None:
    assert ids(held, Wanted()) == names(UNDATED, AGAIN, BRIDGE)
    assert ids(held, Wanted(after=2, upto=3)) == names(AGAIN)
    assert ids(held, Wanted(outlet="Dorn Post", language="en")) == names(UNDATED)
    assert ids(held, Wanted(since="2031-03-02")) == names(AGAIN)
    assert ids(held, Wanted(until="2031-03-01")) == names(BRIDGE)
    assert ids(held, Wanted(text="bridge again")) == names(AGAIN)
    assert ids(held, Wanted(state="not_read")) == ids(held, Wanted(state="tells_nothing")) == []
    assert [one.report for one in held.came(Wanted(), limit=1, offset=1)] == names(AGAIN)


def test_a_report_that_is_completed_has_come_again(held: Store) -> None:
    dated = replace(UNDATED[0], published="2031-03-03")
    whole = held.filled(dated)
    assert whole
    held.fill_in(whole, [replace(one, report=whole) for one in UNDATED[1]], reader="test/1", linker=WordLinker())
    assert ids(held, Wanted(after=4)) == names(UNDATED)
    assert held.window(4).reports == 1


def test_what_is_redacted_did_not_come(held: Store) -> None:
    held.redact(AGAIN[0].id, by="An editor", reason="asked to", linker=WordLinker())
    assert ids(held, Wanted()) == names(UNDATED, BRIDGE)
    assert held.window(0).reports == 2
    assert all(one.report != AGAIN[0].id for told in held.told_in(held.window(0)) for one in held.tellers(told.claim))


def test_reports_of_which_there_is_no_telling(held: Store) -> None:
    unread, _ = say("Third Voice")
    held.add_report(replace(unread, language=None), [], reader=None)
    assert held.quiet_in(held.window(0)) == [Quiet("unknown", False, 1)]
    assert held.languages() == [("en", True, 3), ("unknown", False, 1)]
    assert ids(held, Wanted(language="unknown", state="not_read")) == names((unread, []))


def test_moments_and_marks(held: Store, tmp_path: Path) -> None:
    assert held.moment(4) == held.last_came()
    assert held.moment(5) is None
    assert held.entry_at_start("0001-01-01") == 0
    assert held.entry_at_start("9998-01-01") == 4
    with Store(tmp_path / "other.db") as other:
        assert other.last_came() is None
        assert other.mark() != held.mark() == held.mark()


def test_what_made_it(held: Store) -> None:
    assert held.made_by() == [("test/1", 3), ("words/1", 3)]
    assert held.outlets() == [("Belmar Post", 1), ("Dorn Post", 1), ("Vale News", 1)]
    assert held.told_at(["UA01"]) == {}


def test_a_damaged_ledger_is_said_to_be(held: Store) -> None:
    held._connection.execute("UPDATE claim SET body = ?", (b"{",))
    with pytest.raises((LedgerDamagedError, LedgerError)):
        held.told_in(held.window(0))
