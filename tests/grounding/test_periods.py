"""In how long a count came together."""

import pytest

from counterclaim.grounding.periods import PERIODS, period
from counterclaim.lang.data import rows


def per(text: str, words: str, language: str = "en") -> str | None:
    start = text.index(words)
    return period(text, start, start + len(words), (0, len(text)), language)


@pytest.mark.parametrize(
    ("text", "words", "language", "meant"),
    [
        ("They lose 1,140 men a day.", "1,140 men", "en", "day"),
        ("Some 900 loaves go to the front each day.", "Some 900 loaves", "en", "day"),
        ("Over the past 24 hours they fired 20 shells.", "20 shells", "en", "day"),
        ("Twelve trucks a week will be lost.", "Twelve trucks", "en", "week"),
        ("They lost 40 men a month, 2,000 in total.", "40 men", "en", "month"),
        ("They lost 40 men a month, 2,000 in total.", "2,000", "en", "total"),
        ("A total of 20 have died since the start of the war.", "20", "en", "total"),
        ("In a day they lost 5 men; 20 left.", "20", "en", None),
        ("They lost 20 men on Monday.", "20 men", "en", None),
        ("За сутки уничтожено 30 боевиков.", "30 боевиков", "ru", "day"),
        ("С начала войны погибли 2000 человек.", "2000 человек", "ru", "total"),
        ("За добу відбито 14 атак.", "14 атак", "uk", "day"),
        ("Усього загинуло 20 людей.", "20 людей", "uk", "total"),
    ],
)
def test_words_near_the_count_say_it(text: str, words: str, language: str, meant: str | None) -> None:
    assert per(text, words, language) == meant


@pytest.mark.parametrize("language", ["en", "ru", "uk"])
def test_every_word_of_a_period_says_it(language: str) -> None:
    held = rows(language, "counts")["per"]
    assert list(held) == list(PERIODS)
    for name, words in held.items():
        for said in words:
            assert per(f"20 x {said.replace('*', '')} y", "20 x", language) == name, said
