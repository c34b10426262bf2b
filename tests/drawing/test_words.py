import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.drawing.words import clean, escaped, fitted, width, wrapped


def test_what_no_xml_may_hold_is_left_out() -> None:
    assert clean("a\x00b\x1b[31mc\ud800d\u202ee\ufffff\n g") == "ab[31mcdef g"
    assert clean(None) == ""


def test_piled_accents_and_whole_phrases_in_one_letter_take_no_room_of_others() -> None:
    assert len(clean("a" + "\u0336" * 50)) == 3
    assert len(clean("\ufdfa")) > 10
    assert width("\ufdfd", 1) > 10


def test_marks_of_xml_are_words() -> None:
    assert escaped('<b a="1">&\'') == "&lt;b a=&quot;1&quot;&gt;&amp;&#x27;"


@pytest.mark.parametrize(("text", "least"), [("MMMM", 3.4), ("Ж", 1.07), ("漢字", 2), ("iiii", 1.1), ("a" * 10, 6.1)])
def test_words_are_never_measured_too_narrow(text: str, least: float) -> None:
    assert width(text, 1) >= least
    assert width(text, 10, bold=True) > width(text, 10)


def test_words_are_wrapped_and_the_rest_is_told() -> None:
    assert wrapped("one two three", 1000, 10) == ["one two three"]
    assert wrapped("one two three four", 55, 10, lines=2) == ["one two", "three…"]
    assert wrapped("", 50, 10) == []
    assert fitted("abcdef", 1, 10) == "a"


@given(st.text(max_size=200), st.integers(20, 300), st.integers(1, 4))
def test_no_line_is_too_wide_and_there_are_never_too_many(text: str, most: int, lines: int) -> None:
    found = wrapped(text, most, 10, lines=lines)
    assert len(found) <= lines
    assert all(width(line, 10) <= most or len(line) <= 2 for line in found)
    assert bool(found) == bool(clean(text))


def test_a_word_without_end_does_not_take_the_square_of_its_length() -> None:
    assert wrapped("Very" * 50_000, 200, 10, lines=2)[-1].endswith("…")  # letter by letter it took hours
