import pytest

from counterclaim.reading.stops import relative_stop, stop
from counterclaim.reading.tokens import tokens


@pytest.mark.parametrize(
    ("text", "manner", "kept"),
    [
        ("a ship sank.", "that", "a ship sank"),
        ("a ship sank, adding more", "that", "a ship sank"),
        ("a ship sank; it rained", "that", "a ship sank"),
        ("a ship sank, according to him", "that", "a ship sank"),
        ("a ship sank, though it floats", "that", "a ship sank"),
        ("a ship sank, the army said", "that", "a ship sank"),
        ("a ship sank, which the army denies", "that", "a ship sank"),
        ("a ship sank, and two boats fled", "that", "a ship sank, and two boats fled"),
        ("a ship, a big one, sank", "that", "a ship, a big one, sank"),
        ("the loss of a ship, a big one", "object", "the loss of a ship"),
    ],
)
def test_where_a_content_stops(text: str, manner: str, kept: str) -> None:
    made = tokens(text, 0, len(text), [])
    assert text[made[0].start : made[stop(made, 0, manner) - 1].end] == kept


def test_a_relative_clause_stops_before_the_main_verb() -> None:
    text = "a ship sank there, left the port"
    made = tokens(text, 0, len(text), [])
    assert text[: made[relative_stop(made, 0, len(made)) - 1].end] == "a ship sank there"


def test_a_noun_phrase_stops_before_another_attribution() -> None:
    text = "He denied the loss and the army said so"
    made = tokens(text, 0, len(text), [])
    assert text[: made[stop(made, 2, "object") - 1].end] == "He denied the loss"
