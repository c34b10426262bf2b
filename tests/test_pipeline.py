from collections.abc import Sequence
from pathlib import Path

import pytest

from counterclaim import pipeline
from counterclaim.errors import ModelError
from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store
from counterclaim.model.claim import Join
from counterclaim.model.report import Report
from counterclaim.model.telling import Telling
from counterclaim.pipeline import Asked

from word_linker import WordLinker

SAID = "Made-up report about Vardia.\nColonel Ilo Maren said that the bridge at Belmar was open again.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt").write_text(f"{SAID}Item {number}.\n")
    return folder


class Failing:
    """A reader that breaks on one report."""

    by = "failing/1"

    def read(self, report: Report) -> list[Telling]:
        if "Item 2" in report.text:
            raise ZeroDivisionError(report.text)
        return []


def test_a_fault_of_ours_is_an_issue_without_words_of_the_report(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pipeline, "reader", lambda *_asked: Failing())
    readings = list(pipeline.add(store, [str(folder)], Asked()))
    assert [reading.state for reading in readings] == ["added", "added", "failed", "added", "added"]
    (issue,) = store.issues()
    assert issue.code == "internal"
    assert "ZeroDivisionError" in issue.message
    assert "Maren" not in str(issue.as_json())


def test_an_interrupted_batch_goes_on_where_it_stopped(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readings = pipeline.add(store, [str(folder)], Asked())
    assert [next(readings).state for _ in range(2)] == ["added", "added"]
    readings.close()  # type: ignore[attr-defined]  # it is a generator
    read: list[str] = []
    whole = pipeline.read_report

    def noted(report: Report, model: Path | None) -> tuple[str | None, tuple[Telling, ...]]:
        read.append(report.path)
        return whole(report, model)

    monkeypatch.setattr(pipeline, "read_report", noted)
    assert [reading.state for reading in pipeline.add(store, [str(folder)], Asked())] == ["held"] * 2 + ["added"] * 3
    assert read == ["2.txt", "3.txt", "4.txt"]


def test_the_ledger_among_the_inputs_is_passed_over(tmp_path: Path, folder: Path) -> None:
    with Store(folder / "ledger.db") as store:
        readings = list(pipeline.add(store, [str(folder)], Asked()))
    assert [reading.state for reading in readings] == ["added"] * 5


def test_the_digest_is_equal_for_any_order_of_arrival(tmp_path: Path, folder: Path) -> None:
    digests = set()
    for turn, files in enumerate((sorted(folder.iterdir()), sorted(folder.iterdir(), reverse=True), [folder])):
        with Store(tmp_path / f"{turn}.db") as store:
            list(pipeline.add(store, [str(file) for file in files], Asked()))
            digests.add(store.status()["derived_digest"])
    assert len(digests) == 1


def test_the_theatre_is_kept_with_the_report(store: Store, folder: Path) -> None:
    (folder / "own.txt").write_text(f"---\ntheatre: vardia\n---\n{SAID}")
    list(pipeline.add(store, [str(folder / "own.txt"), str(folder / "0.txt")], Asked()))
    assert [report.theatre for report in store.reports()] == ["vardia", "ukraine"]


def test_the_same_words_with_another_date_are_said(store: Store, tmp_path: Path) -> None:
    for day in (2, 3):
        text = f"---\noutlet: Vardia Wire\npublished: 2031-03-0{day}\n---\n{SAID}"
        (tmp_path / f"{day}.txt").write_text(text)
    states = [
        reading.state for reading in pipeline.add(store, [str(tmp_path / f"{day}.txt") for day in (2, 3)], Asked())
    ]
    assert states == ["added", "held"]
    (issue,) = store.issues()
    assert (issue.code, issue.path) == ("stated", "3.txt")
    assert "published" in issue.message
    (report,) = store.reports()
    assert report.published == "2031-03-02"


def test_what_was_not_stated_is_filled_in_later(store: Store, tmp_path: Path) -> None:
    heads = ("", "published: 2031-03-02\n", "published: 2031-03-02\ntitle: A bridge\n", "")
    paths = [tmp_path / f"{number}.txt" for number in range(len(heads))]
    for path, head in zip(paths, heads, strict=True):
        path.write_text(f"---\noutlet: Vardia Wire\nurl: https://wire.example/1\n{head}---\n{SAID}")
    states = [reading.state for path in paths for reading in pipeline.add(store, [str(path)], Asked())]
    assert states == ["added", "filled in", "filled in", "held"]
    (report,) = store.reports("bridge")
    assert (report.published, report.title, report.version) == ("2031-03-02", "A bridge", 1)
    assert [line["report"]["published"] for line in store.lines(Filters(text="bridge"))] == ["2031-03-02"]
    assert not store.verify().differences
    before = store.status()
    assert [reading.state for reading in pipeline.add(store, [str(tmp_path)], Asked())][:4] == ["held"] * 4
    assert store.status()["derived_digest"] == before["derived_digest"]
    assert store.status()["log_entries"] == before["log_entries"]
    assert not store.add_report(report, list(store.tellings(Filters())), reader="attribution-en/1")
    store.redact(report.id, by="an analyst", reason="asked")
    assert not store.verify().differences
    assert b"bridge" not in store.path.read_bytes()


DATED = """Made-up report about Vardia.
On December 1 the General Staff of Vardia said that its troops had left Dorn on Sunday. Two days later the mayor of \
Dorn denied the report.
"""


def days(store: Store) -> list[tuple[str | None, str | None]]:
    """The days of the tellings held: of the saying, and of what is told."""
    lines = list(store.lines(Filters()))
    assert [telling.as_json() for telling in store.tellings(Filters())] == lines
    found = [[line[name] and line[name]["edtf"] for name in ("said", "when")] for line in lines]
    return [(said, when) for said, when in found]


def test_a_date_that_becomes_known_later_settles_the_days_of_what_is_held(tmp_path: Path) -> None:
    heads = {"bare": "", "dated": "published: 2031-12-09\n", "titled": "title: Left\n"}
    for name, head in heads.items():
        text = f"---\nurl: https://wire.example/1\ntheatre: vardia\n{head}---\n{DATED}"
        (tmp_path / f"{name}.txt").write_text(text)
    orders = (["bare", "dated"], ["dated", "bare"], ["bare", "titled", "dated"], ["titled", "dated", "bare"])
    digests = set()
    for turn, order in enumerate(orders):
        with Store(tmp_path / f"{turn}.db") as store:
            for name in order:
                (reading,) = pipeline.add(store, [str(tmp_path / f"{name}.txt")], Asked())
                assert not store.verify().differences
                if reading.report and reading.report.published is None and "dated" not in order[: order.index(name)]:
                    assert days(store) == [("XXXX-12-01", None), ("XXXX-12-03", None)]
            assert days(store) == [("2031-12-01", "2031-12-07"), ("2031-12-09", None)]
            assert len(list(store.lines(Filters(text="Dorn")))) == 2
            digests.add(store.status()["derived_digest"])
    assert len(digests) == 1


def test_a_report_that_was_blotted_out_in_part_is_not_read_from_what_comes_later(store: Store, tmp_path: Path) -> None:
    for name, head in (("bare", ""), ("dated", "published: 2031-12-09\n")):
        (tmp_path / f"{name}.txt").write_text(f"---\nurl: https://wire.example/1\n{head}---\n{DATED}")
    list(pipeline.add(store, [str(tmp_path / "bare.txt")], Asked()))
    first = next(store.lines(Filters()))
    store.redact(first["id"], by="an analyst", reason="asked")
    (reading,) = pipeline.add(store, [str(tmp_path / "dated.txt")], Asked())
    assert reading.state == "failed"
    assert first["id"] not in [line["id"] for line in store.lines(Filters())]
    assert not store.verify().differences


def test_a_model_that_cannot_be_loaded_ends_the_batch(store: Store, folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError):
        list(pipeline.add(store, [str(folder)], Asked(model=tmp_path)))
    assert list(store.issues()) == []


def test_what_is_kept_is_linked_and_what_awaits_it_too(store: Store, folder: Path) -> None:
    list(pipeline.add(store, [str(folder / "0.txt")], Asked(linker=None)))
    assert store.status()["not_linked"] == 1
    linker = WordLinker()
    list(pipeline.add(store, [str(folder)], Asked(linker=linker)))
    assert (store.status()["not_linked"], store.status()["claims"]) == (0, 1)
    (claim,) = store.claims(Filters())
    assert len(claim["tellings"]) == store.status()["tellings"]
    assert not store.verify(linker).differences
    linker.compared.clear()
    list(pipeline.add(store, [str(folder)], Asked(linker=linker)))
    assert not linker.compared


def test_what_is_filled_in_is_linked(store: Store, tmp_path: Path) -> None:
    linker = WordLinker()
    for name, head in (("bare", ""), ("dated", "published: 2031-12-09\n")):
        (tmp_path / f"{name}.txt").write_text(f"---\nurl: https://wire.example/1\ntheatre: vardia\n{head}---\n{DATED}")
        list(pipeline.add(store, [str(tmp_path / f"{name}.txt")], Asked(linker=linker)))
        assert store.status()["not_linked"] == 0
        assert not store.verify(linker).differences
    assert store._all("SELECT DISTINCT day FROM claim") == [("2031-12-09",)]


class Breaking(WordLinker):
    """A linker that breaks on what two reports share."""

    def joins(self, ours: Sequence[Telling], theirs: Sequence[Telling]) -> list[Join]:
        if ours is not theirs:
            raise ZeroDivisionError(ours[0].content.text)
        return super().joins(ours, theirs)


def test_a_report_that_cannot_be_linked_is_kept_all_the_same(store: Store, folder: Path) -> None:
    readings = list(pipeline.add(store, [str(folder)], Asked(linker=Breaking())))
    assert [reading.state for reading in readings] == ["added"] * 5
    assert [len(reading.issues) for reading in readings] == [0, 1, 1, 1, 1]
    assert store.status()["not_linked"] == 4
    assert {(issue.code, issue.path) for issue in store.issues()} == {
        ("internal", f"{name}.txt") for name in range(1, 5)
    }
    assert "bridge" not in str([issue.as_json() for issue in store.issues()])
    assert pipeline.link(store, WordLinker()) == 4
    assert store.status()["not_linked"] == 0
