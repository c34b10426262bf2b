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
from word_linker import WordLinker

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


OTHER = """Made-up text about the invented country Vardia.
The council said Oskar Venn had called the old bridge open again."""


@pytest.fixture
def claimed(store: Store, held: Report, make_report: MakeReport) -> dict[str, Any]:
    """A claim told in two reports, of which one says who Venn is and the other names him alone."""
    other = make_report(OTHER, outlet="Vale News", name="b.txt")
    words = "Oskar Venn had called the old bridge open again"
    store.add_report(other, [tell(other, words, who="The council")], reader="test/1")

    class OneClaim(WordLinker):
        def claims(self, tellings: Any, joins: Any, reports: Any) -> Any:  # noqa: ARG002
            return [self._claim(list(tellings), joins)] if tellings else []

    list(store.link(OneClaim()))
    (claim,) = store.claims(Filters())
    return claim


def test_a_name_masked_in_one_report_is_masked_in_the_whole_claim(store: Store, claimed: dict[str, Any]) -> None:
    shown = Shown(store)
    found = shown.claim(claimed["id"])
    assert len(found["tellings"]) == 2
    assert "Venn" not in str((found, shown.told(found)))
    assert "█" in str(found["drift"])
    assert "█" in str(found["joins"])
    assert list(shown.claims(Filters())) == [found]


def test_with_names_a_claim_is_as_it_is_held_and_has_roots(store: Store, claimed: dict[str, Any]) -> None:
    shown = Shown(store, names=True)
    found = shown.claim(claimed["id"])
    assert found == claimed | {name: found[name] for name in ("roots", "agrees", "pairs")}
    assert shown.told(found) == {name: store.telling(name) for name in claimed["tellings"]}


def test_a_claim_is_not_found_by_who_is_masked_in_it(store: Store, claimed: dict[str, Any]) -> None:
    assert [claim["id"] for claim in Shown(store).found("bridge")] == [claimed["id"]]
    assert not list(Shown(store).claims(Filters(claimant="venn")))
    assert list(Shown(store, names=True).found("Venn bridge"))


def test_a_claim_that_is_not_held_is_said(store: Store) -> None:
    with pytest.raises(NotFoundError):
        Shown(store).claim("c_0")
