from collections.abc import Iterable
from typing import Any

import pytest

from counterclaim.errors import NotFoundError
from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store
from counterclaim.masking import shown as module
from counterclaim.masking.masks import Mask, mask
from counterclaim.masking.shown import Shown
from counterclaim.model.report import Report

from conftest import MakeReport, tell

TEXT = "Made-up text about the invented country Vardia.\nThe miner Oskar Venn said the old bridge was open again."


@pytest.fixture
def held(store: Store, make_report: MakeReport) -> Report:
    report = make_report(TEXT)
    store.add_report(report, [tell(report, who="The miner Oskar Venn")], reader="test/1")
    return report


def test_tellings_and_reports_are_masked(store: Store, held: Report) -> None:
    shown = Shown(store)
    (line,) = shown.lines(Filters())
    assert line["chain"][-1]["masked"]
    assert shown.telling(line["id"]) == line
    assert shown.report(held.id).text == TEXT.replace("Oskar Venn", "█████ ████")
    assert shown.report(held.id).raw == b""
    assert [report.text for report in shown.reports()] == [shown.report(held.id).text]


def test_with_names_everything_is_as_it_is_held(store: Store, held: Report) -> None:
    shown = Shown(store, names=True)
    assert list(shown.lines(Filters())) == list(store.lines(Filters()))
    assert shown.report(held.id) == store.report(held.id)


def test_what_is_not_held_is_said(store: Store) -> None:
    with pytest.raises(NotFoundError):
        Shown(store).telling("t_0")


def test_who_is_private_is_found_once_for_each_report(
    store: Store, held: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = []

    def counting(report: Report, lines: Iterable[dict[str, Any]]) -> Mask:
        counted.append(report.id)
        return mask(report, lines)

    monkeypatch.setattr(module, "mask", counting)
    shown = Shown(store)
    for _ in range(3):
        list(shown.lines(Filters()))
        shown.report(held.id)
    assert counted == [held.id]


def test_masks_are_not_kept_without_end(store: Store, make_report: MakeReport, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT", 2)
    for number in range(4):
        store.add_report(make_report(f"{TEXT} {number}", name=f"{number}.txt"), [], reader=None)
    shown = Shown(store)
    assert len(list(shown.reports())) == 4
    assert len(shown._masks) == 2
