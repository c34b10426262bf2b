"""Figures that follow a ledger are those that a new pass gives, whatever happened to it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from counterclaim.ledger.store import Store
from counterclaim.ledger.versions import Versions
from counterclaim.linking.linker import Rules
from counterclaim.masking.shown import Shown
from counterclaim.views.outlet_figures import Figures
from counterclaim.views.outlet_passes import Passes, Step
from made_tellings import GIMAREL, UTA, Line, made, tell

from linked_reports import keep, many, say
from word_linker import WordLinker

LINKER = WordLinker()


@contextmanager
def passes(path: Path, **known: str) -> Iterator[Passes]:
    with Store(path, write=False) as store, Versions(path) as versions:
        yield Passes(Shown(store), versions, known)


def gone_through(path: Path) -> list[dict[str, Any]]:
    """The figures of a new pass."""
    figures = Figures()
    with passes(path) as asked:
        follow(figures, asked)
    rows = figures.rows()
    figures.close()
    return rows


def follow(figures: Figures, asked: Passes) -> list[Step]:
    steps = list(asked.steps(pause=0))
    for step in steps:
        figures.take(Step.from_json(step.as_json()))
    return steps


def test_the_figures_follow_whatever_happens(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    reports = many(24)
    figures = Figures()
    with Store(path) as store, passes(path) as asked:
        for number, told in enumerate(reports):
            keep(store, told, LINKER)
            if number % 6 == 0:
                follow(figures, asked)
        assert [step.reach.done for step in follow(figures, asked)][-1]
        assert figures.rows() == gone_through(path)

        undated = next(report for report, _ in reports if report.published is None)
        filled = store.filled(replace(undated, published="2031-02-01"))
        assert filled is not None
        store.fill_in(filled, [], reader="test/1", linker=LINKER)
        follow(figures, asked)
        assert figures.rows() == gone_through(path)

        name = reports[2][0].id
        store.redact(name, by="a", reason="b", linker=LINKER)
        assert name in follow(figures, asked)[0].gone
        assert name not in figures.known()
        assert figures.rows() == gone_through(path)
    figures.close()


def test_a_change_costs_what_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    figures = Figures()
    with Store(path) as store, passes(path) as asked:
        for told in many(20):
            keep(store, told, LINKER)
        follow(figures, asked)
        (idle,) = follow(figures, asked)
        assert (idle.gone, idle.reports, idle.claims, idle.reach.done) == ((), (), (), True)
        keep(store, say("Aside", "nothing else was heard"), LINKER)
        steps = follow(figures, asked)
        assert len([part for step in steps for part in (*step.reports, *step.claims)]) == 2
        with passes(path, **figures.known()) as again:
            assert len(follow(figures, again)) == 1
    figures.close()


def test_it_says_how_far_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with Store(path) as store:
        for told in many(8):
            keep(store, told, LINKER)
    with passes(path) as asked:
        reaches = [step.reach for step in asked.steps(pause=0)]
    assert [reach.reports for reach in reaches[:8]] == list(range(1, 9))
    assert {(reach.of_reports, reach.entry) for reach in reaches} == {(8, 9)}
    assert [reach.done for reach in reaches] == [False] * (len(reaches) - 1) + [True]
    assert reaches[-1].claims == reaches[-1].of_claims > 0


def test_relays_and_parties_are_those_of_the_reports(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with Store(path) as store:
        lines = [Line("Dorn was taken", GIMAREL, relay=UTA), Line("Halm was taken", GIMAREL, relay=UTA)]
        for outlet in ("Teshar Today", "Velm Courier"):
            tellings = tell(outlet, *lines)
            store.add_report(tellings[0].report, tellings, reader="test/1", linker=Rules())
        store.add_report(made("Union Telegraph Agency", "Nothing."), [], reader="test/1", linker=Rules())
    found = {row["outlet"]: row for row in gone_through(path)}
    today, agency = found["Teshar Today"], found["Union Telegraph Agency"]
    assert today["cites"] == [{"name": "Union Telegraph Agency", "count": 1}]
    assert [by["name"] for by in agency["cited_by"]] == ["Teshar Today", "Velm Courier"]
    assert (today["party"], found["Velm Courier"]["party"]) == ("teshar", "vardia")


def test_no_masked_name_gets_into_a_part(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    report = replace(made("Oskar Venn’s notebook", "The miner Oskar Venn left Dorn, Oskar Venn said."))
    with Store(path) as store:
        store.add_report(report, [], reader="test/1", linker=LINKER)
        with Versions(path) as versions:
            assert "Venn" not in repr(list(Passes(Shown(store), versions).steps()))
            assert "Venn" in repr(list(Passes(Shown(store, names=True), versions).steps()))
