from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from counterclaim.model.report import Report
from counterclaim.reading.layout import Layout
from counterclaim.reading.pieces import Vocabulary
from counterclaim.reading.windows import SHAPES, Words

LETTERS = "abcdefghijklmnopqrstuvwxyz"
VOCABULARY = Vocabulary(
    {
        piece: at
        for at, piece in enumerate(
            ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *LETTERS, *(f"##{letter}" for letter in LETTERS)]
        )
    }
)
TEXT = st.lists(
    st.sampled_from(["ab", "Abc", "XY", "12", "“", "”", ".", ",", ":", " ", "\n", "\n\n", "é", "\u200b"]), max_size=120
).map("".join)


def words(text: str, limit: int) -> Words:
    return Words.of(Layout.of(Report(id="r", text=text, path="a", location="a", language="en")), VOCABULARY, limit)


@given(TEXT, st.integers(8, 40))
@example("12:\nabab", 8)  # what leads to the next line stays behind where both do not fit
@settings(max_examples=200, deadline=None)
def test_every_word_is_in_one_window_and_no_window_is_too_long(text: str, limit: int) -> None:
    made = words(text, limit)
    runs = [run for window in made.windows for run in window.runs]
    assert [number for first, last in runs for number in range(first, last)] == list(range(len(made.spans)))
    for window in made.windows:
        size = 1 + sum(1 + sum(len(made.pieces[word]) for word in range(*run)) for run in window.runs)
        assert size <= limit or sum(last - first for first, last in window.runs) == 1
    assert all(one[1] <= other[0] for one, other in pairwise(made.spans))


def test_short_paragraphs_share_a_window_and_a_long_one_is_cut_after_a_sentence() -> None:
    assert len(words("Ab c.\n\nDe f.", 40).windows) == 1
    made = words("Aa bb cc dd. " * 6, 30)
    assert len(made.windows) > 1
    assert all(made.text(window.runs[-1][1] - 1) == "." for window in made.windows)


def test_a_word_longer_than_a_window_has_one_for_itself() -> None:
    assert [window.runs for window in words("abcdefghij kl", 8).windows] == [((0, 1),), ((1, 2),)]


@pytest.mark.parametrize(("word", "shape"), [("ab", 0), ("Ab", 1), ("AB", 2), ("12", 3), (",", 4), ("aB", 5)])
def test_shapes(word: str, shape: int) -> None:
    assert words(word, 20).types == [shape]


def test_marks_and_words_of_a_quotation_are_told_apart() -> None:
    assert [one // SHAPES for one in words("ab “cd” ef", 20).types] == [0, 1, 2, 1, 0]


def test_words_of_a_place() -> None:
    made = words("ab cd, ef", 20)
    assert made.run(0, 2) == (0, 1)
    assert made.run(1, 4) == (0, 2)
    assert made.run(5, 9) == (2, 4)
    assert made.place((1, 3)) == (3, 6)


def test_a_paragraph_that_leads_to_the_next_is_not_parted_from_it() -> None:
    made = words("Aa bb cc dd ee.\n\nHe said:\n\n" + "Ff gg hh. " * 6, 30)
    texts = [[made.text(first) for first, _ in window.runs] for window in made.windows]
    assert texts[:2] == [["Aa"], ["He", "Ff"]]
