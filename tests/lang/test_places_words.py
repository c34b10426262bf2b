"""Each class of words beside places fires on its own example, in each language that has them."""

from typing import Any

import pytest

from counterclaim.grounding.surroundings import Surroundings, tokens
from counterclaim.lang.data import rows

LANGUAGES = ("en", "ru", "uk")
CLASSES = [
    (language, name, row) for language in LANGUAGES for name, row in rows(language, "places").items() if row["words"]
]
NAMES = [f"{language}-{name}" for language, name, _ in CLASSES]


def test_languages_have_the_same_classes() -> None:
    assert set(rows("en", "places")) == set(rows("ru", "places")) == set(rows("uk", "places"))


@pytest.mark.parametrize(("language", "name", "row"), CLASSES, ids=NAMES)
def test_a_class_fires_on_its_example(language: str, name: str, row: dict[str, Any]) -> None:
    around = Surroundings(row["example"], tokens(row["example"]), language)
    assert any(around.is_of(at, name) for at in range(len(around.words)))


@pytest.mark.parametrize(("language", "name", "row"), CLASSES, ids=NAMES)
def test_words_are_small_letters_and_stand_once(language: str, name: str, row: dict[str, Any]) -> None:
    assert [word for word in row["words"] if word != word.lower()] == []
    assert len(row["words"]) == len(set(row["words"])), "a word stands twice"
