import pytest

from counterclaim.reading.nouns import agrees, has_verb, head, is_agent, is_source
from counterclaim.reading.tokens import Token, tokens


def read(text: str) -> list[Token]:
    return tokens(text, 0, len(text), [])


@pytest.mark.parametrize("text", ["he", "the mayor", "officials", "Vardia", "Ilka Marn, the mayor", "some of us"])
def test_who_may_be_a_source(text: str) -> None:
    assert is_source(read(text))


@pytest.mark.parametrize(
    "text",
    ["there", "the", "Vardia’s", "in the port", "runs the port", "him", "and", "Monday", "the 12", "which he"],
)
def test_what_is_none(text: str) -> None:
    assert not is_source(read(text))


def test_the_word_a_phrase_is_about() -> None:
    assert head(read("the mayor of Belmar")).text == "mayor"
    assert is_agent(read("the mayor of Belmar"))
    assert not is_agent(read("the depth of the river"))


@pytest.mark.parametrize(
    ("text", "verb", "plural", "fits"),
    [
        ("officials", "claim", True, True),
        ("a police", "report", True, False),
        ("the mayor", "claims", False, True),
        ("army forces", "adds", False, False),
        ("the army and the council", "say", True, True),
        ("the mayor", "said", False, True),
    ],
)
def test_number(text: str, verb: str, plural: bool, fits: bool) -> None:
    assert agrees(read(text), read(verb)[0], plural=plural) is fits


def test_a_clause_has_a_verb() -> None:
    assert has_verb(read("the port was shut"))
    assert not has_verb(read("the old port of Belmar"))
