import pytest

from counterclaim.reading.words import words


def test_classes_are_lower_case_words() -> None:
    assert {"the", "no"} <= words("determiners")
    assert "on" in words("prepositions")
    assert all(word == word.lower() for word in words("agents"))


def test_several_classes_are_one() -> None:
    assert words("articles", "joins") == words("articles") | words("joins")


def test_an_unknown_class_is_an_error() -> None:
    with pytest.raises(KeyError):
        words("colours")
