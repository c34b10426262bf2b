import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model.normal import DROPPED, SPACES, Normal

AWKWARD = st.text(
    st.sampled_from("aeй é\u0301\u0306\u00a0\u202f\u00ad\u200b\u200dи한ᄒ\u1161\u11abक\u093cো\u09c7\u09be‘’“”\n.")
)


def test_plain_text_is_its_own_normal_form() -> None:
    normal = Normal.of("The port of Belmar.\n")
    assert normal.text == "The port of Belmar.\n"
    assert normal.starts is None
    assert normal.back(4, 8) == normal.forth(4, 8) == (4, 8)


@pytest.mark.parametrize(
    ("original", "text", "words", "found"),
    [
        ("ten\u00a0men", "ten men", "ten men", "ten\u00a0men"),
        ("20\u202f000 men", "20 000 men", "20 000", "20\u202f000"),
        ("Bel\u00admar fell", "Belmar fell", "Belmar", "Bel\u00admar"),
        ("\u200bBelmar\u200b fell", "Belmar fell", "Belmar", "Belmar"),
        ("Cafe\u0301 Vardia", "Café Vardia", "Café", "Cafe\u0301"),
        ("Cafe\u0301 Vardia", "Café Vardia", "Vardia", "Vardia"),
        ("и\u0306\u00adод", "йод", "й", "и\u0306"),
    ],
)
def test_a_changed_text_leads_back_to_the_words_as_given(original: str, text: str, words: str, found: str) -> None:
    normal = Normal.of(original)
    start = normal.text.index(words)
    first, last = normal.back(start, start + len(words))
    assert normal.text == text
    assert original[first:last] == found


@given(st.text() | AWKWARD)
def test_the_normal_form_is_normal(original: str) -> None:
    text = Normal.of(original).text
    assert unicodedata.is_normalized("NFC", text)
    assert not DROPPED.search(text)
    assert not any(ord(char) in SPACES for char in text)
    assert text == unicodedata.normalize("NFC", DROPPED.sub("", original.translate(SPACES)))


def test_marks_that_are_put_in_order_are_taken_back_together() -> None:
    normal = Normal.of("0\u0300\u093c")  # a mark below comes before one above
    assert normal.text == "0\u093c\u0300"
    assert normal.back(0, 2) == (0, 3)


@given(st.text() | AWKWARD, st.data())
def test_the_way_back_covers_exactly_the_words(original: str, data: st.DataObject) -> None:
    normal = Normal.of(original)
    start = data.draw(st.integers(0, len(normal.text)))
    end = data.draw(st.integers(start, len(normal.text)))
    first, last = normal.back(start, end)
    assert 0 <= first <= last <= len(original)
    composed = Normal.of(original[first:last]).text
    assert normal.text[start:end] in composed
    assert (first == last) == (start == end)


@given(st.text() | AWKWARD, st.data())
def test_forth_and_back_hold_the_same_words(original: str, data: st.DataObject) -> None:
    normal = Normal.of(original)
    start = data.draw(st.integers(0, len(original)))
    end = data.draw(st.integers(start, len(original)))
    there = normal.forth(start, end)
    assert 0 <= there[0] <= there[1] <= len(normal.text)
    if there[0] < there[1]:
        assert normal.forth(*normal.back(*there)) == there


def test_a_long_run_of_marks_takes_linear_time() -> None:
    assert len(Normal.of("a\u0323" + "\u0301" * 200_000 + "й\u00ad" * 50_000).text) > 200_000
