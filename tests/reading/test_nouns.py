import pytest

from counterclaim.reading.nouns import head, is_verb
from counterclaim.reading.tokens import Token, tokens


def read(text: str) -> list[Token]:
    return tokens(text, 0, len(text))


@pytest.mark.parametrize(
    ("phrase", "word"),
    [("the mayor of Belmar", "mayor"), ("Ilka Marn, the mayor", "Marn"), ("the Command East spokesman", "spokesman")],
)
def test_the_word_a_phrase_is_about(phrase: str, word: str) -> None:
    assert head(read(phrase)).text == word


def test_what_is_surely_a_verb() -> None:
    assert [token.text for token in read("the port was shut and flooded by United troops") if is_verb(token)] == [
        "was",
        "shut",
        "flooded",
    ]
