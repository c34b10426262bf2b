import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from counterclaim import read
from counterclaim.errors import BadValueError
from counterclaim.evaluating.labelled import Labelled, labelled, load, save


def test_what_is_saved_is_loaded_the_same(sample: Labelled, tmp_path: Path) -> None:
    save(sample, tmp_path)
    assert load(tmp_path / "sample-01.json").as_json() == sample.as_json()
    assert [one.id for one in labelled(tmp_path)] == ["sample-01"]


def test_its_text_is_a_report_like_any_other(sample: Labelled, tmp_path: Path) -> None:
    save(sample, tmp_path)
    told = next(iter(read(tmp_path / "sample-01.txt")))
    assert (told.report.theatre, told.report.outlet) == ("vardia", "Lirenia Press Association")
    assert told.report.text == sample.report.text


def test_a_text_that_was_changed_is_noticed(sample: Labelled, tmp_path: Path) -> None:
    save(sample, tmp_path)
    path = tmp_path / "sample-01.txt"
    path.write_text(path.read_text().replace("three", "four"))
    with pytest.raises(BadValueError, match="not the one that was labelled"):
        load(tmp_path / "sample-01.json")


def test_a_file_that_is_none_is_named(sample: Labelled, tmp_path: Path) -> None:
    save(sample, tmp_path)
    (tmp_path / "sample-01.json").write_text('{"id": "sample-01"}')
    with pytest.raises(BadValueError, match="no labelled report"):
        load(tmp_path / "sample-01.json")


Change = Callable[[dict[str, Any]], object]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda it: it.update(id=5), "it.id is “5”, not a plain name"),
        (lambda it: it.update(id="../sample-01"), "not a plain name"),
        (lambda it: it.update(id="a[/red]"), "not a plain name"),
        (lambda it: it.update(id="other"), "its id is other"),
        (lambda it: it.update(tellings=None), "it.tellings is nothing, not a list"),
        (lambda it: it.update(places=["x"]), r"it.places\[1\] is “x”"),
        (lambda it: it["tellings"][0].update(chain=[]), r"tellings\[1\].chain is “\[\]”"),
        (lambda it: it["tellings"][0].update(slots={"agent": 5}), "slots.agent is “5”"),
        (lambda it: it["tellings"][0].update(kind=["a"]), "kind is .* not text or nothing"),
        (lambda it: it["tellings"][0].update(voice="loud"), "t1: 'loud' is not a valid Voice"),
        (lambda it: it["tellings"][0].update(label="x1"), "label is “x1”"),
        (lambda it: it["tellings"][0].update(answers="t_nope"), "t1 answers t_nope, which is none"),
        (lambda it: it["tellings"][0]["said"].pop("end"), "t1: a value has no 'end'"),
        (lambda it: it["tellings"][1].update(label="t1"), "t1 stands twice"),
        (lambda it: it["places"][0].update(state="lost"), "The place “Tesharish”: 'lost' is not"),
        (lambda it: it["not_told"][0].update(start=0, end=len(it["not_told"][0]["text"])), "not the words of the span"),
        (lambda it: it["not_told"][0].update(value="\ud800"), "value is .* not text"),
    ],
)
def test_labels_of_another_shape_are_named_with_their_file(
    sample: Labelled, tmp_path: Path, change: Change, says: str
) -> None:
    save(sample, tmp_path)
    path = tmp_path / "sample-01.json"
    labels = json.loads(path.read_text())
    change(labels)
    path.write_text(json.dumps(labels))
    with pytest.raises(BadValueError, match=rf"^{path}: .*{says}"):
        load(path)


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b'{"id": "\xe9"}', "not UTF-8"),
        (b"[" * 100_000, "nested too deeply"),
        (b'{"id": "sample-01", "id": "sample-01"}', "'id' stands twice"),
        (b"9" * 5_000, "not JSON"),
        (b"{", "not JSON"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(sample: Labelled, tmp_path: Path, raw: bytes, says: str) -> None:
    save(sample, tmp_path)
    path = tmp_path / "sample-01.json"
    path.write_bytes(raw)
    with pytest.raises(BadValueError, match=rf"^{path}: .*{says}"):
        load(path)


def test_a_folder_in_the_place_of_a_file_is_named(sample: Labelled, tmp_path: Path) -> None:
    save(sample, tmp_path)
    (tmp_path / "sample-01.txt").unlink()
    (tmp_path / "sample-01.txt").mkdir()
    with pytest.raises(BadValueError, match=r"sample-01\.txt: It cannot be read"):
        load(tmp_path / "sample-01.json")
