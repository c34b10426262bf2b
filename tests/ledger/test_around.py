"""When a report came, its versions, the claims it tells, what people decided, what was wrong with it."""

from dataclasses import replace

import pytest

from counterclaim.ledger.store import Store
from counterclaim.linking.linker import Rules
from counterclaim.model.issue import Issue

from conftest import MakeReport, tell
from linked_reports import keep, say


def test_when_it_came_and_its_versions(store: Store, make_report: MakeReport) -> None:
    address = "https://post.example/bridge"
    first = make_report(address=address)
    second = make_report(text="Made-up text: the bridge at Belmar is shut.", address=address)
    for report in (first, second):
        store.add_report(report, [], reader="test/1")
    found = store.around(first.id)
    assert [arrival.seq for arrival in found.arrivals] == [2]
    assert found.arrivals[0].at.endswith("Z")
    assert [(each.report, each.version) for each in found.versions] == [(first.id, 1), (second.id, 2)]
    assert found.reader == "test/1"
    store.add_report(make_report(name="b.txt", outlet="Other"), [], reader=None)
    assert store.around(make_report(name="b.txt", outlet="Other").id).versions == ()


def test_what_came_twice_has_both_entries(store: Store, make_report: MakeReport) -> None:
    report = replace(make_report(), published=None)
    store.add_report(report, [], reader="test/1")
    whole = store.filled(replace(report, published="2031-03-01"))
    assert whole
    store.fill_in(whole, [], reader="test/1")
    assert [arrival.seq for arrival in store.around(report.id).arrivals] == [2, 3]


def test_claims_count_the_reports_that_tell_them(store: Store) -> None:
    told = [say("One", "the old stone bridge over the river was open again"), say("Two", "a mill burned down")]
    told.append(say("Three", "the old stone bridge over the river was open again"))
    for each in told:
        keep(store, each, Rules())
    for report, tellings in told:
        claims = store.around(report.id).claims
        for telling in tellings:
            claim = store.claim(telling.id)
            reports = {store.telling(name)["report"]["id"] for name in claim["tellings"]}
            assert claims[telling.id] == (claim["id"], len(reports))


def test_nothing_is_known_around_what_is_not_held(store: Store) -> None:
    found = store.around("r_0000000000000000")
    assert (found.arrivals, found.versions, dict(found.claims), found.reader) == ((), (), {}, None)
    assert store.reviews_of("r_0000000000000000") == []


@pytest.mark.parametrize("subject", ["report", "telling"])
def test_redactions_of_a_report_and_of_words_in_it(store: Store, make_report: MakeReport, subject: str) -> None:
    report, other = make_report(), make_report(name="b.txt", outlet="Other")
    for each in (report, other):
        store.add_report(each, [tell(each)], reader="test/1")
    name = report.id if subject == "report" else tell(report).id
    store.redact(name, by="Dana Made-Up", reason="asked for")
    assert [found.subject for found in store.reviews_of(report.id)] == [name]
    assert [found.subject for found in store.reviews_of(other.id)] == [name]


def test_issues_of_its_place_and_of_itself(store: Store, make_report: MakeReport) -> None:
    report = make_report()
    store.add_report(report, [], reader="test/1")
    there = Issue("address", report.path, "The address is none.", "State it.", report.location)
    itself = Issue("stated", "c.txt", "is held already.", f"`counterclaim show {report.id}` shows it.", "/c.txt")
    for issue in (there, itself, Issue("empty", "d.txt", "No words.", "Look.", "/d.txt")):
        store.add_issue(issue)
    assert store.issues_of(report.id, report.location) == [there, itself]


def test_tellings_are_counted_by_where_they_begin(store: Store) -> None:
    report, tellings = say("One", "a mill burned down", "the bridge was open", "the depot stood")
    keep(store, (report, tellings), None)
    first, second, third = sorted(telling.content.start for telling in tellings)
    assert store.counted(report.id, second, third) == (1, 1, 3)
    assert store.counted(report.id, 0, len(report.text)) == (0, 3, 3)
    assert store.counted(report.id, first, first) == (0, 0, 3)
    assert store.counted("r_0", 0, 9) == (0, 0, 0)
