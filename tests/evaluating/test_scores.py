import json

import pytest

from counterclaim.evaluating.scores import Score, figures, right, total


def test_shares() -> None:
    score = Score(hit=6, found=8, gold=12)
    assert (score.precision, score.recall, score.f1) == (0.75, 0.5, 0.6)
    assert (Score().precision, Score().recall, Score().f1) == (None, None, None)
    assert (right(True) + right(False)).f1 == 0.5


def test_scores_of_reports_add_up() -> None:
    assert total([{"a": Score(1, 1, 2)}, {"a": Score(1, 2, 2), "b": Score(0, 0, 1)}]) == {
        "a": Score(2, 3, 4), "b": Score(0, 0, 1),
    }  # fmt: skip


def test_an_interval_holds_the_figure_and_narrows_with_more_reports() -> None:
    few = [{"a": Score(hit, 1, 1)} for hit in (0, 1, 1, 1) * 2]
    (small,), (large,) = figures(few), figures(few * 25)
    assert small.score.f1 == large.score.f1 == 0.75
    assert small.low is not None
    assert small.high is not None
    assert large.low is not None
    assert large.high is not None
    assert small.low < large.low < 0.75 < large.high <= small.high


def test_the_same_reports_give_the_same_interval() -> None:
    reports = [{"a": Score(hit, 1, 1)} for hit in (0, 1, 1, 0, 1)]
    assert figures(reports) == figures(reports)


def test_one_report_gives_no_interval() -> None:
    (only,) = figures([{"a": Score(1, 2, 2)}])
    assert (only.low, only.high) == (None, None)
    assert only.as_json() == {
        "name": "a", "precision": 0.5, "recall": 0.5, "f1": 0.5, "low": None, "high": None, "gold": 2, "found": 2,
    }  # fmt: skip


@pytest.mark.parametrize(("hit", "low", "high"), [(1, 0.566, 1), (0, 0, 0.434)])
def test_where_all_reports_are_alike_there_is_still_doubt(hit: int, low: float, high: float) -> None:
    (only,) = figures([{"a": Score(hit, 1, 1)}] * 5)
    assert (round(only.low or 0, 3), round(only.high or 0, 3)) == (low, high)
    (more,) = figures([{"a": Score(hit, 1, 1)}] * 50)
    assert (more.high or 0) - (more.low or 0) < high - low


def test_a_figure_that_few_reports_ask_for_has_no_interval() -> None:
    reports = [{"a": Score(1, 1, 1)}] * 6
    reports[0] = {"a": Score(1, 1, 1), "b": Score(1, 1, 1)}
    assert [(figure.name, figure.low is None) for figure in figures(reports)] == [("a", False), ("b", True)]


def test_one_question_alone_is_counted_as_one() -> None:
    (only,) = figures([{"asked once": Score(True, True, True)}])
    assert json.dumps(only.as_json()["gold"]) == json.dumps(only.as_json()["found"]) == "1"
