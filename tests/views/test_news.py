"""What is new, on ledgers made of made-up reports and on the demo's."""

from pathlib import Path
from typing import Any

import pytest

from counterclaim.errors import BadValueError
from counterclaim.ledger.store import Store
from counterclaim.masking.shown import Shown
from counterclaim.views import news as views
from counterclaim.views.news import News, cut_off, line, news

from linked_reports import Told, keep, say
from word_linker import WordLinker

BRIDGE = say("Belmar Post", "the stone bridge stood open")
AGAIN = say("Vale News", "the stone bridge stood open again", published="2031-03-02")
THIRD = say("Hill Herald", "the stone bridge stood wide open", published="2031-03-03")
DEPOT = say("Dorn Post", "the grain depot burned down", who="The garrison of Dorn")
SILENT = say("Quiet Weekly")


def kept(store: Store, *reports: Told) -> int:
    """Keeps them; the entry before the first."""
    before, _ = store.state()
    for report in reports:
        keep(store, report, WordLinker())
    return before


def lines(store: Store, after: int) -> list[dict[str, Any]]:
    shown = Shown(store)
    found = news(shown, after)
    return [line(shown, found, group) for group in found.groups]


def test_what_came_is_grouped_by_the_report_it_is_first_heard_from(store: Store) -> None:
    kept(store, BRIDGE, AGAIN, DEPOT)
    depot, bridge = lines(store, 0)
    assert [one["origin"]["report"]["outlet"] for one in (depot, bridge)] == ["Dorn Post", "Belmar Post"]
    (claim,) = bridge["claims"]
    assert claim["new"]
    assert (claim["reports"], claim["outlets"], claim["drift"]) == (2, 2, 1)
    assert claim["echoes"] == {"copies": 0, "retellings": 1, "beside": 0}
    assert bridge["entry"] == claim["latest"] == 3
    assert bridge["at"] == store.moment(3)


def test_a_claim_told_before_is_there_for_its_echoes_alone(store: Store) -> None:
    kept(store, BRIDGE, DEPOT)
    after = kept(store, AGAIN, THIRD)
    (group,) = lines(store, after)
    (claim,) = group["claims"]
    assert not claim["new"]
    assert group["new"] == 0
    assert claim["reports"] == 3
    assert claim["since"] == {"reports": 2, "copies": 0, "retellings": 2, "beside": 0}


def test_an_earlier_report_that_comes_late_is_the_origin(store: Store) -> None:
    kept(store, AGAIN)
    after = kept(store, BRIDGE)
    (group,) = lines(store, after)
    assert group["origin"]["report"]["outlet"] == "Belmar Post"
    assert not group["claims"][0]["new"]
    assert group["claims"][0]["since"]["reports"] == 1
    assert group["claims"][0]["since"]["retellings"] == 0


def test_what_tells_nothing_or_is_not_read_is_counted(store: Store) -> None:
    kept(store, BRIDGE, SILENT)
    unread, _ = say("Third Voice")
    store.add_report(unread, [], reader=None)
    found = news(Shown(store), 0)
    assert {(one.language, one.is_read, one.reports) for one in found.quiet} == {("en", True, 1), ("en", False, 1)}
    assert found.window.reports == 3
    assert (found.tellings, found.told, found.new) == (1, 1, 1)


def test_nothing_came(store: Store) -> None:
    found = news(Shown(store), store.state()[0])
    assert (found.groups, found.window.reports, found.window.is_whole) == ((), 0, True)


def test_a_window_takes_the_newest_and_says_what_it_leaves(store: Store) -> None:
    kept(store, BRIDGE, DEPOT, AGAIN)
    found = news(Shown(store), 0, most=2)
    assert (found.window.reports, found.window.whole, found.window.is_whole) == (2, 3, False)
    older = news(Shown(store), 0, upto=found.window.after, most=2)
    assert (older.window.reports, older.window.is_whole) == (1, True)
    assert [told.claim for group in older.groups for told in group.claims] != []


def test_the_first_claims_of_a_group_stand_for_it_and_the_rest_is_counted(store: Store) -> None:
    kept(store, say("Belmar Post", "the stone bridge stood open", "the grain depot burned down"))
    store_line = lines(store, 0)[0]
    shown = Shown(store)
    found = news(shown, 0)
    short = line(shown, found, found.groups[0], most=1)
    assert short["more"] == len(store_line["claims"]) - 1
    assert views.from_claim(found, found.groups[0].name) == found.groups[0]
    assert views.from_claim(found, "c_0") is None


@pytest.mark.parametrize("asked", ["yesterday", "2031-02-30", "-1", "", "9" * 30, "١٢", "2031-03-01T99:00"])
def test_what_is_no_cut_off_is_refused(store: Store, asked: str) -> None:
    with pytest.raises(BadValueError, match="no day, moment or entry"):
        cut_off(Shown(store), asked)


def test_cut_offs(store: Store) -> None:
    shown = Shown(store)
    assert cut_off(shown, None) == cut_off(shown, "week") == 0
    kept(store, BRIDGE, AGAIN)
    for entry, at in ((1, "2031-03-01T10:00:00Z"), (2, "2031-03-01T12:00:00Z"), (3, "2031-03-08T00:00:00Z")):
        store._connection.execute("UPDATE log SET at = ? WHERE seq = ?", (at, entry))
    asked = {
        None: 2, "week": 2, "all": 0, "0": 0, "2": 2, "2031-03-01": 0, "2031-03-02": 2, "2031-03-01T12:00": 1,
        "2031-03-01T14:30+02:00": 2, "2031-03-01T13:30+02:00": 1, "2031-03-08": 2, "2031-03-09": 3,
        "0001-01-01T00:00+10:00": 0,
    }  # fmt: skip
    assert {one: cut_off(shown, one) for one in asked} == asked


def of_demo(path: Path) -> tuple[Shown, News]:
    shown = Shown(Store(path, write=False))
    return shown, news(shown, 0)


def test_the_demos_claims_stand_each_in_one_group(demo_ledger: Path) -> None:
    shown, found = of_demo(demo_ledger)
    with shown.store:
        claims = [told.claim for group in found.groups for told in group.claims]
        assert len(claims) == len(set(claims)) == shown.store.status()["claims"]
        assert [group.entry for group in found.groups] == sorted((g.entry for g in found.groups), reverse=True)
        assert sum(one.reports for one in found.quiet if not one.is_read) == 31


def test_a_source_that_is_not_held_is_an_origin_and_copies_are_folded(demo_ledger: Path) -> None:
    shown, found = of_demo(demo_ledger)
    with shown.store:
        (tass,) = (group for group in found.groups if group.unheld == "TASS")
        written = line(shown, found, tass)
        assert written["origin"]["unheld"] == "TASS"
        mine = next(claim for claim in written["claims"] if "mine" in claim["content"])
        assert mine["echoes"] == {"copies": 0, "retellings": 2, "beside": 0}
        all_lines = (line(shown, found, group) for group in found.groups)
        counts = [claim for written in all_lines for claim in written["claims"]]
        assert all(claim["reports"] == 1 + sum(claim["echoes"].values()) for claim in counts)
        assert any(claim["echoes"]["copies"] for claim in counts)
