from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pytest

from counterclaim.errors import NotFoundError, RedactedError
from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store
from counterclaim.masking import shown as module
from counterclaim.masking.kept import Masks
from counterclaim.masking.masks import Mask, mask
from counterclaim.masking.shown import Shown
from counterclaim.masking.standing import Standing
from counterclaim.model.issue import Issue
from counterclaim.model.report import Report
from counterclaim.model.span import Span

from conftest import MakeReport, tell
from placing import BELMAR, placed
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


def test_an_issue_names_nobody_when_its_report_is_redacted(store: Store, held: Report) -> None:
    told = f"`counterclaim show {held.id}` shows it."
    store.add_issue(Issue("stated", "oskar-venn.txt", "oskar-venn.txt is held.", told, "/venn/oskar-venn.txt"))
    shown = Shown(store)
    (before,) = shown.issues()
    store.redact(held.id, by="a", reason="b")
    (after,) = shown.issues()
    assert "venn" not in f"{before}{after}"
    assert after["message"].endswith("is held.")
    assert next(Shown(store, names=True).issues())["path"] == "oskar-venn.txt"


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


def test_several_may_share_masks(store: Store, held: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    masks = Masks()
    texts = [Shown(store, masks=masks).report(held.id).text]
    monkeypatch.setattr(module, "mask", None)
    assert [Shown(store, masks=masks).report(held.id).text] == texts


def test_each_says_how_many_reports_are_not_covered(store: Store, make_report: MakeReport) -> None:
    for number in range(2):
        report = replace(make_report(f"{TEXT} {number}", name=f"{number}.txt"), id=f"r_{number}", language="xx")
        store.add_report(report, [], reader=None)
    masks = Masks()
    for _ in range(2):
        shown = Shown(store, masks=masks)
        assert not shown.uncovered
        for _ in range(2):
            list(shown.reports())
            assert shown.uncovered == {"xx": 2}


def test_what_is_filled_in_while_it_is_shown_is_shown(store: Store, held: Report) -> None:
    bare = replace(held, id="r_bare", title=None, outlet=None)
    store.add_report(bare, [tell(bare, who="The miner Oskar Venn")], reader="test/1")
    shown = Shown(store)
    assert shown.report(bare.id).title is None
    whole = store.filled(replace(held, id="r_bare", title="Oskar Venn on the bridge"))
    assert whole
    store.fill_in(whole, [tell(whole, who="The miner Oskar Venn")], reader="test/1")
    assert shown.report(bare.id).title == "█████ ████ on the bridge"
    assert {line["report"]["outlet"] for line in shown.lines(Filters())} == {held.outlet}


def test_what_is_redacted_while_it_is_shown_is_gone(store: Store, held: Report, make_report: MakeReport) -> None:
    twice = make_report(f"{TEXT}\nThe miner Oskar Venn said grain was short.", name="b.txt")
    words = ("the old bridge was open again", "grain was short")
    store.add_report(twice, [tell(twice, each, "The miner Oskar Venn") for each in words], reader="test/1")
    shown = Shown(store)
    asked = [line["id"] for line in shown.lines(Filters(report=twice.id))]
    store.redact(asked[1], by="an analyst", reason="asked")
    (line,) = shown.lines(Filters(report=twice.id))
    text = shown.report(twice.id).text
    assert "grain" not in text
    assert "Venn" not in str((line, text))
    store.redact(held.id, by="an analyst", reason="asked")
    with pytest.raises(RedactedError):
        shown.report(held.id)
    with pytest.raises(RedactedError):
        shown.telling(asked[1])


@pytest.fixture
def several(store: Store, make_report: MakeReport) -> list[str]:
    """Six reports, of which three name somebody who is masked; the ids of the tellings of the others."""
    named = []
    for number in range(6):
        who = "The miner Oskar Venn" if number % 2 else "The mayor of Belmar"
        text = f"{TEXT.splitlines()[0]} {number}\n{who} said the old bridge was open again."
        report = replace(make_report(text, name=f"{number}.txt"), published=f"2031-03-0{number + 1}")
        telling = tell(report, who=who)
        store.add_report(report, [telling], reader="test/1", linker=WordLinker())
        named += [] if number % 2 else [telling.id]
    return named


def test_parts_are_of_what_is_shown(store: Store, several: list[str]) -> None:
    shown, by_name = Shown(store), Shown(store, names=True)
    text = Filters(text="bridge")
    whole = [line["id"] for line in shown.lines(text)]
    for filters in (text, Filters()):
        assert [line["id"] for line in shown.lines(filters, limit=2, offset=1)] == whole[1:3]
    mayor = Filters(claimant="mayor")
    assert [line["id"] for line in shown.lines(mayor, limit=2, offset=1)] == several[1:]
    assert not list(shown.lines(Filters(claimant="venn"), limit=2))
    assert len(list(by_name.lines(Filters(claimant="venn"), limit=2))) == 2
    assert [report.published for report in shown.reports("bridge", limit=2, offset=1)] == ["2031-03-02", "2031-03-03"]
    assert [report.published for report in shown.reports(limit=1, offset=5)] == ["2031-03-06"]
    assert not list(shown.reports("venn"))
    claims = [claim["id"] for claim in shown.claims(text, standing=False)]
    assert [claim["id"] for claim in shown.claims(text, limit=1, offset=1, standing=False)] == claims[1:2]
    assert [claim["id"] for claim in shown.found("bridge", limit=1, standing=False)] == claims[:1]


@pytest.mark.parametrize("asked", ["lines", "claims", "found"])
def test_no_more_is_looked_at_than_a_part_needs(
    store: Store, several: list[str], monkeypatch: pytest.MonkeyPatch, asked: str
) -> None:
    made: list[str] = []

    def counting(report: Report, lines: Iterable[dict[str, Any]]) -> Mask:
        made.append(report.id)
        return mask(report, lines)

    monkeypatch.setattr(module, "mask", counting)
    shown = Shown(store)
    found: dict[str, Callable[[], Iterable[object]]] = {
        "lines": lambda: shown.lines(Filters(text="bridge"), limit=1),
        "claims": lambda: shown._with(Filters(text="bridge"), (([one], one) for one in several)),
        "found": lambda: shown._with(Filters(text="bridge"), store.hits("bridge")),
    }
    assert next(iter(found[asked]()))
    assert len(made) == 1


def test_a_place_named_as_somebody_who_is_masked_is_not_found(store: Store, make_report: MakeReport) -> None:
    report = make_report(TEXT)
    name = report.text.index("Venn")
    venn = replace(BELMAR, written="Venn", span=Span.of(report.text, name, name + 4), id="p_venn")
    for place in (venn, BELMAR):
        other = replace(make_report(f"{TEXT}{place.id}"), id=f"r_{place.id}")
        telling = placed(tell(other, who="The miner Oskar Venn"), place)
        store.add_report(other, [telling], reader="test/1")
    assert [len(list(Shown(store).lines(Filters(place=name)))) for name in ("p_venn", "p_belmar")] == [0, 1]
    assert len(list(Shown(store, names=True).lines(Filters(place="p_venn")))) == 1


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


def test_an_outline_is_masked_as_the_claim_is(store: Store, claimed: dict[str, Any]) -> None:
    shown = Shown(store)
    whole = shown.claim(claimed["id"])
    outline = {name: value for name, value in whole.items() if name not in ("roots", "agrees", "pairs")}
    assert list(shown.outlined([claimed])) == [outline]
    assert list(shown.claims(Filters(), standing=False)) == [outline]
    assert list(shown.found("bridge", standing=False)) == [outline]
    assert not list(shown.claims(Filters(claimant="venn"), standing=False))
    assert list(Shown(store, names=True).outlined([claimed])) == [claimed]


def test_an_outline_asks_for_no_other_claim(
    store: Store, claimed: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Standing, "of", None)
    assert list(Shown(store).outlined([claimed]))


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
