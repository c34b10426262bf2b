"""What words tell, and how alike two texts are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.linking.words import (
    alike,
    contained,
    in_order,
    informs,
    longest_run,
    shared,
    stem,
    token,
    tokens,
    weighed,
)

WORDS = "the of said depot bridge Kuteriva captured taken heavy cellar blankets 40 mill’s"
LETTERS = st.lists(st.sampled_from("abcd"), max_size=12)
TEXT = st.lists(st.sampled_from(WORDS.split())).map(" ".join)


@pytest.mark.parametrize("word", ["captured", "capture", "captures", "Capture", "capture’s"])
def test_forms_of_a_word_have_one_stem(word: str) -> None:
    assert stem(word) == stem("capturing")


@pytest.mark.parametrize("word", ["bed", "ring", "bus", "40", "1,200"])
def test_short_words_and_numbers_keep_their_ends(word: str) -> None:
    assert stem(word) == word


def test_synonyms_are_one_token() -> None:
    assert token("captured") == token("taken") == token("seized")
    assert token("captured") != token("shelled")


def test_a_word_in_every_report_tells_nothing_and_a_rare_one_much() -> None:
    assert informs("the") < informs(token("bridge")) < informs(token("howitzer"))
    assert "of" not in weighed("of Kuteriva")


def test_tokens_stand_in_order() -> None:
    assert tokens("The mill’s roof") == [token("the"), token("mill’s"), token("roof")]


@given(TEXT, TEXT)
def test_what_two_texts_share_hangs_on_no_order_and_is_a_share(one: str, other: str) -> None:
    ours, theirs = weighed(one), weighed(other)
    assert shared(ours, theirs) == pytest.approx(shared(theirs, ours))
    for measure in (alike, contained):
        assert measure(ours, theirs) == pytest.approx(measure(theirs, ours))
        assert -1e-9 <= measure(ours, theirs) <= 1 + 1e-9


@given(TEXT, TEXT)
def test_a_text_is_wholly_in_itself_and_in_a_longer_one(one: str, other: str) -> None:
    ours = weighed(one)
    assert alike(ours, ours) == pytest.approx(1 if ours else 0)
    assert contained(ours, weighed(f"{one} {other}")) == pytest.approx(1 if ours else 0)


def test_texts_without_a_common_word_share_nothing() -> None:
    assert shared(weighed("heavy bridge"), weighed("deep cellar")) == 0


@given(LETTERS, LETTERS)
def test_the_longest_run_is_in_both_and_no_longer_one_is(ours: list[str], theirs: list[str]) -> None:
    def runs(words: list[str]) -> set[tuple[str, ...]]:
        return {tuple(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}

    found = tuple(longest_run(ours, theirs))
    both = runs(ours) & runs(theirs)
    assert len(found) == max(map(len, both), default=0)
    assert not found or found in both
    assert len(longest_run(theirs, ours)) == len(found)


@given(LETTERS, LETTERS)
def test_words_in_the_same_order_are_no_fewer_than_those_in_a_row(ours: list[str], theirs: list[str]) -> None:
    assert len(longest_run(ours, theirs)) <= in_order(ours, theirs) == in_order(theirs, ours)
    assert in_order(ours, theirs) <= min(len(ours), len(theirs))


def test_what_stands_between_words_in_order_does_not_count() -> None:
    assert in_order("abcd", "axbyd") == 3
