import json
from pathlib import Path

import pytest

import report


@pytest.fixture
def taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(report, "MEASURES", tmp_path)
    return tmp_path


def measure(folder: Path, name: str, f1: float, gold: int = 50) -> None:
    figure = {
        "name": "cue, exact",
        "precision": f1 + 0.05,
        "recall": f1 - 0.05,
        "f1": f1,
        "low": f1 - 0.1,
        "high": f1 + 0.1,
        "gold": gold,
    }
    head = {"reports": 3, "tellings": 50, "by": "attribution-en/1"}
    (folder / f"{name}.json").write_text(json.dumps(head | {"figures": [figure]}))


@pytest.mark.parametrize(("corpus", "real"), [(0.7, 0.5), (0.5, 0.7)])
def test_the_lower_of_both_sets_is_the_result(corpus: float, real: float, taken: Path) -> None:
    measure(taken, "corpus", corpus)
    measure(taken, "pages", real)
    row, apart = [line for line in report.page().splitlines() if line.startswith("| cue, exact")]
    assert row.endswith("| 0.500 |")
    assert apart.startswith(f"| cue, exact | {corpus + 0.05:.3f} | {corpus - 0.05:.3f} | {real + 0.05:.3f}")


def test_a_figure_on_few_labels_is_not_shown(taken: Path) -> None:
    measure(taken, "corpus", 0.7, gold=report.FEWEST - 1)
    assert "\n| cue, exact" not in report.page()
    assert "0.70" not in report.picture()


def test_the_page_and_its_picture_are_what_the_figures_kept_say() -> None:
    assert report.PAGE.read_text("utf-8") == report.page(), "run `make measures`"
    assert report.PICTURE.read_text("utf-8") == report.picture()
