from pathlib import Path

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
