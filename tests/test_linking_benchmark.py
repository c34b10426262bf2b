"""The made-up war that linking is measured on: sound tellings, and claims that are joined again."""

from itertools import takewhile
from pathlib import Path

import pytest

from counterclaim.kinds.kinds import kinds
from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store
from counterclaim.linking.linker import Rules
from counterclaim.theatres.gazetteer import gazetteer

from linking import Counted, Run, picture, table
from made_up_war import NOTICE, Told, war

FEW = 60


@pytest.fixture(scope="module")
def told() -> list[Told]:
    held = 0

    def more(one: Told) -> bool:
        nonlocal held
        held += len(one.tellings)
        return held - len(one.tellings) < FEW

    return list(takewhile(more, war()))


@pytest.fixture
def run(told: list[Told], store: Store) -> Run:
    made = Run(store, Counted(Rules()))
    for one in told:
        made.add(one)
    return made


def test_every_telling_is_sound(told: list[Told]) -> None:
    tellings = [telling for one in told for telling in one.tellings]
    assert len({telling.id for telling in tellings}) == len(tellings) >= FEW
    for telling in tellings:
        telling.check()
        assert telling.kind in kinds()
        assert telling.place is not None
        assert gazetteer("vardia").place(telling.place.id or "") is not None
        assert telling.content.contains(telling.quantities[0].span or telling.sentence)
        assert telling.sentence.contains(telling.content)


def test_every_report_says_it_is_made_up(told: list[Told]) -> None:
    assert all(one.report.text.startswith(NOTICE) for one in told)
    assert all(one.report.text[first:last].strip() for one in told for first, last in one.report.paragraphs)


def test_a_seed_gives_one_war_in_the_order_of_days(told: list[Told]) -> None:
    assert [one.report for one, _ in zip(war(), told, strict=False)] == [one.report for one in told]
    assert next(war(seed=2)).report != told[0].report
    days = [one.report.published or "" for one in told]
    assert days == sorted(days)


def test_more_tellings_are_more_days_not_denser_ones() -> None:
    per_day: dict[str, int] = {}
    for one in takewhile(lambda one: (one.report.published or "") < "2031-01-21", war()):
        day = one.report.published or ""
        per_day[day] = per_day.get(day, 0) + len(one.tellings)
    later = list(per_day.values())[5:]
    assert 90 < sum(later) / len(later) < 125


def test_claims_told_by_several_outlets_are_joined(run: Run) -> None:
    assert sum(cost.joins for cost in run.costs) > 0
    assert any(len(claim["tellings"]) > 1 for claim in run.store.claims(Filters()))
    figures = run.figures(200, 1.0)
    assert figures["B3 recall"] > 0.8
    assert figures["B3 precision"] > 0.8
    assert run.store.verify().differences == ()


def test_figures_are_shown_and_drawn(run: Run) -> None:
    figures = run.figures(200, 1.0)
    assert table([figures]).row_count == len(figures) - 1
    assert picture([*run.curve(), {"tellings": 1000, "all": 2.0, "linker": 1.0, "p90": 3.0}]).startswith("<svg")


def test_what_was_measured_last_is_kept() -> None:
    folder = Path(__file__).parents[1] / "benchmarks"
    assert (folder / "linking.svg").read_text("utf-8").startswith("<svg")
