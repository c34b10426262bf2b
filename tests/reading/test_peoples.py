import pytest

from counterclaim.reading.peoples import contradict, is_land, lands
from counterclaim.reading.tokens import tokens
from counterclaim.reading.words import words


def test_what_a_country_is_called_too_is_a_country() -> None:
    assert {pair.split()[1] for pair in words("lands_called")} <= lands()
    assert contradict(["dutch"], ["french"])
    assert not contradict(["dutch"], ["netherlands"])


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("the US EPA", True), ("US EPA", True), ("NATO, US, EU", True), ("tell us more", False), ("TELL US MORE", False)],
)
def test_a_country_that_is_a_pronoun_in_small_letters(text: str, is_one: bool) -> None:
    found = tokens(text, 0, len(text))
    at = next(at for at, token in enumerate(found) if token.lower == "us")
    assert is_land(found, at) == is_one
