"""Counts: what words of number mean."""

import pytest

from counterclaim.grounding.counts import bounds, count, is_count
from counterclaim.model.span import Span


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("24", (24, 24, False)),
        ("at least five people", (5, None, False)),
        ("no fewer than 70 killed", (70, None, False)),
        ("up to 200 militants", (None, 200, False)),
        ("more than 1,200 men", (1201, None, False)),
        ("less than 100", (None, 99, False)),
        ("about 100", (80, 120, True)),
        ("between 10 and 20", (10, 20, False)),
        ("10–15 tanks", (10, 15, False)),
        ("dozens of soldiers", (24, 99, True)),
        ("several", (3, 9, True)),
        ("a few", (3, 9, True)),
        ("a dozen", (12, 12, False)),
        ("two dozen", (24, 24, False)),
        ("tens of thousands", (20_000, 99_999, True)),
        ("none surviving", (0, 0, False)),
        ("no one", (0, 0, False)),
        ("twenty-three residents", (23, 23, False)),
        ("three hundred and five", (305, 305, False)),
        ("2.5 million tonnes", (2_500_000, 2_500_000, False)),
        ("half a million", (500_000, 500_000, False)),
        ("the village", (None, None, False)),
    ],
)
def test_words_of_number(written: str, meant: tuple[int | None, int | None, bool]) -> None:
    assert bounds(written) == meant


def counted(words: str, kind: str, around: str) -> tuple[str | None, str | None]:
    found = count(Span.of(around, around.index(words), around.index(words) + len(words)), kind, around)
    return found.metric, found.who


def test_what_is_counted_is_said_by_the_nearest_word_else_by_the_kind() -> None:
    assert counted("nine others", "casualties", "It killed two men and wounded nine others.") == ("wounded", "others")
    assert counted("two men", "casualties", "It killed two men and wounded nine others.") == ("killed", "men")
    assert counted("two villages", "control_changed", "They took two villages.") == ("settlements", "villages")
    assert counted("40 percent", "other", "Some 40 percent of it.")[0] == "percent"


def test_an_article_and_a_word_made_with_a_number_count_nothing() -> None:
    assert not any(map(is_count, ("A", "two-story", "18-month")))
    assert all(map(is_count, ("one", "twenty-three", "10-15", "a dozen men", "none", "40,000")))
