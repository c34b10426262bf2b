import sqlite3
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from counterclaim.errors import CounterclaimError, LedgerBusyError, LedgerError, NotFoundError, SpanError
from counterclaim.ledger import sealed
from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store
from counterclaim.model.issue import Issue
from counterclaim.model.report import Report

from conftest import MakeReport, tell
from word_linker import WordLinker


def keep(store: Store, report: Report) -> bool:
    return store.add_report(report, [tell(report)], reader="test/1")


def test_a_report_comes_back_as_it_was(store: Store, make_report: MakeReport) -> None:
    report = make_report()
    assert keep(store, report)
    assert store.report(report.id) == report
    assert list(store.tellings(Filters())) == [tell(report)]


def test_adding_twice_changes_nothing(store: Store, make_report: MakeReport) -> None:
    keep(store, make_report())
    before = store.status()
    assert not keep(store, make_report())
    assert store.status() == before


def test_what_was_not_stated_is_filled_in_once(store: Store, make_report: MakeReport) -> None:
    stated = make_report()
    bare = replace(stated, published=None)
    keep(store, bare)
    whole = store.filled(stated)
    assert whole is not None
    assert whole == stated
    with pytest.raises(SpanError):
        store.fill_in(whole, [tell(make_report(outlet="Vardia Wire"))], reader="test/2")
    told = [tell(whole), tell(whole, "old bridge")]
    assert store.fill_in(whole, told, reader="test/2")
    assert list(store.tellings(Filters())) == told
    assert not store.fill_in(whole, [], reader="test/2")
    assert store.filled(stated) is None
    assert store.filled(bare) is None
    assert not store.verify().differences
    assert len(list(store.tellings(Filters(text="bridge")))) == 2


def test_two_outlets_copies_are_two_reports(store: Store, make_report: MakeReport) -> None:
    keep(store, make_report(outlet="Belmar Post"))
    keep(store, make_report(outlet="Vardia Wire"))
    assert store.status()["reports"] == 2


def test_same_address_with_new_text_is_the_next_version(store: Store, make_report: MakeReport) -> None:
    first = make_report(address="https://belmar.example/1")
    second = make_report(first.text + "\nCorrected.", address="https://belmar.example/1")
    other = make_report(first.text, address="https://belmar.example/2")
    for report in (first, second, other):
        keep(store, report)
    assert [store.report(report.id).version for report in (first, second, other)] == [1, 2, 1]


def test_digest_is_equal_for_any_order(tmp_path: Path, make_report: MakeReport) -> None:
    reports = [make_report(outlet=f"Outlet {number}") for number in range(5)]
    digests = set()
    for turn in range(3):
        with Store(tmp_path / f"{turn}.db") as store:
            for report in reports[turn:] + reports[:turn]:
                keep(store, report)
            digests.add(store.status()["derived_digest"])
    assert len(digests) == 1


def test_a_telling_with_wrong_words_is_never_kept(store: Store, make_report: MakeReport) -> None:
    telling = tell(make_report())
    with pytest.raises(SpanError):
        store.add_report(make_report("Made-up text: something else entirely."), [telling], reader="test/1")
    assert store.status()["reports"] == 0


def test_search_finds_latin_and_cyrillic_words_phrases_and_beginnings(store: Store, make_report: MakeReport) -> None:
    keep(store, make_report())
    for query in ("bridge", "МОСТ", "Белмар*", '"old bridge"', "belmar жителей"):
        assert [report.outlet for report in store.reports(query)] == ["Belmar Post"], query
    for query in ("Белмар", '"bridge old"', "tunnel"):
        assert not list(store.reports(query)), query


@pytest.mark.parametrize("query", ['"', "AND", "a OR", "NEAR(", "*", "", "x:y", "-z", "(", "'; DROP TABLE log", "\0"])
def test_search_takes_anything_for_words(store: Store, make_report: MakeReport, query: str) -> None:
    keep(store, make_report())
    assert list(store.lines(Filters(text=query))) == []


def test_filters_narrow(store: Store, make_report: MakeReport) -> None:
    keep(store, make_report())
    kept = [Filters(), Filters(claimant="MAYOR"), Filters(since="2025-12-07"), Filters(text="Belmar bridge")]
    lost = [Filters(claimant="minister"), Filters(since="2025-12-08"), Filters(kind="strike"), Filters(party="x")]
    assert [len(list(store.lines(wanted))) for wanted in kept] == [1] * len(kept)
    assert [len(list(store.lines(wanted))) for wanted in lost] == [0] * len(lost)


def test_issues_are_kept_once(store: Store) -> None:
    issue = Issue("empty", "a.txt", "is empty.", "Leave it out.", "/made/up/a.txt")
    assert [store.add_issue(issue), store.add_issue(issue)] == [True, False]
    assert list(store.issues()) == [issue]


def test_unknown_ids_are_named(store: Store) -> None:
    with pytest.raises(NotFoundError, match="r_0"):
        store.report("r_0")
    with pytest.raises(NotFoundError, match="t_0"):
        store.telling("t_0")


def test_known_bytes_are_known_again(store: Store, make_report: MakeReport) -> None:
    report = make_report()
    keep(store, report)
    assert store.held(location=report.location, theatre=None, raw=report.raw) == report.id
    assert store.held(location=report.location, theatre="vardia", raw=report.raw) is None
    assert store.held(location=report.location, theatre=None, raw=report.raw + b".") is None


def test_a_ledger_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    Store(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(LedgerError, match=r"newer counterclaim \(format 99"):
        Store(path)


BEFORE_3 = """DROP TABLE telling_place; DROP INDEX report_order; DROP INDEX telling_report;
CREATE INDEX telling_report ON telling (report, start); PRAGMA user_version = 2;"""
BEFORE_2 = "PRAGMA user_version = 1;"


def made_older(path: Path, format_: int) -> None:
    """Takes from a ledger what later formats brought."""
    with sqlite3.connect(path) as connection:
        connection.executescript(BEFORE_3)
        connection.execute("DELETE FROM seal WHERE name = 'telling_place'")
        if format_ == 1:
            for table in (*(name for name in reversed(sealed.TABLES) if name != "telling_place"), "seal"):
                connection.execute(f"DROP TABLE {table}")
            connection.executescript(BEFORE_2)
    connection.close()


@pytest.mark.parametrize("format_", [1, 2])
def test_an_older_ledger_is_brought_up_to_date_by_who_may_write(
    tmp_path: Path, make_report: MakeReport, format_: int
) -> None:
    path, linker = tmp_path / "ledger.db", WordLinker()
    with Store(path) as store:
        for outlet in ("Belmar Post", "Dorn Times"):
            report = make_report(outlet=outlet)
            store.add_report(report, [tell(report)], reader="test/1", linker=linker)
        before = store.status()
        places = store._all("SELECT * FROM telling_place ORDER BY telling")
    made_older(path, format_)
    with pytest.raises(LedgerError, match=rf"older counterclaim \(format {format_}.*counterclaim init"):
        Store(path, write=False)
    with Store(path) as store:
        assert store.upgraded
        assert len(store.not_linked()) == (2 if format_ == 1 else 0)
        list(store.link(linker))
        assert store.status() == before
        assert store._all("SELECT * FROM telling_place ORDER BY telling") == places
        assert not store.verify(linker).differences
    with Store(path) as store:
        assert not store.upgraded


def test_what_is_no_ledger_is_said(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("not a database, but long enough to look at " * 30)
    with sqlite3.connect(tmp_path / "other.db") as connection:
        connection.execute("CREATE TABLE other (x)")
    connection.close()
    (tmp_path / "folder.db").mkdir()
    for name, words in (
        ("text.db", "not a ledger"),
        ("other.db", "another program"),
        ("folder.db", "no file"),
    ):
        with pytest.raises(LedgerError, match=words):
            Store(tmp_path / name)
    with pytest.raises(LedgerError, match="no ledger"):
        Store(tmp_path / "none.db", write=False)
    assert not (tmp_path / "none.db").exists()


def test_a_full_disk_is_said_and_loses_nothing(tmp_path: Path, make_report: MakeReport) -> None:
    with Store(tmp_path / "ledger.db") as store:
        keep(store, make_report())
        (pages,) = store._connection.execute("PRAGMA page_count").fetchone()
        store._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(LedgerError, match=r"disk is full.*Free some space"):
            keep(store, make_report(make_report().text + " Made-up text." * 50_000, outlet="Vardia Wire"))
    with Store(tmp_path / "ledger.db") as store:
        assert store.status()["reports"] == 1
        assert not store.verify().differences


def test_a_writer_waits_for_another_and_says_so_when_it_gives_up(tmp_path: Path, make_report: MakeReport) -> None:
    with Store(tmp_path / "ledger.db") as first, Store(tmp_path / "ledger.db", wait=0.1) as second:
        first._connection.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerBusyError, match="another process"):
            keep(second, make_report())
        first._connection.execute("ROLLBACK")
        assert keep(second, make_report())


def test_many_writers_and_readers_at_once(tmp_path: Path, make_report: MakeReport) -> None:
    path = tmp_path / "ledger.db"
    failures: list[CounterclaimError] = []

    def work(name: int) -> None:
        try:
            for number in range(10):
                with Store(path) as store:
                    keep(store, make_report(outlet=f"Outlet {name}.{number}"))
                with Store(path, write=False) as store:
                    list(store.lines(Filters()))
        except CounterclaimError as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    with Store(path, write=False) as store:
        assert store.status()["reports"] == 40
        assert not store.verify().differences
