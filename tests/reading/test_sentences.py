from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.reading.sentences import abbreviations, spans


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in spans(text, 0, len(text))]


@pytest.mark.parametrize(
    "sentences",
    [
        ["The bridge fell.", "Nobody was hurt."],
        ["Gen. Arn Belov left at 5 a.m. on Jan. 3 with Lt. Col. Ost.", "He came back."],
        ["Mr. J. R. Vale saw No. 5 St. Anne Road.", "It was shut."],
        ["The U.S. forces left.", "The U.K. stayed."],
        ["They met in the U.S.", "The talks failed."],
        ["It cost 3.5 million.", "It rose by 1.2 percent."],
        ["An approach with what he called ‘calm.’", "This approach, he claimed, works."],
        ["“We stay.”", "He left."],
        ["He waited… and left.", "Who knows?", "Nobody!"],
        ["“Why?” he asked.", "No answer came."],
        ["Is that so?", "“Yes.”"],
        ["The answer was no.", "They left."],
        ["A line\nwrapped here goes on.", "A second\none too."],
    ],
)
def test_sentences_end_where_they_end(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


def test_a_run_of_stops_is_looked_at_once() -> None:
    assert len(split("The army said " + "." * 200_000)) == 1
    assert len(split("The army said " + "?!" * 100_000)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Gazeta.Ru wrote so.",
        "Online.UA wrote so.",
        "The U.S. left.",
        "He read Vale.News and left.",
        "at example.Zan wrote",
    ],
)
def test_a_name_with_a_stop_stays_whole(text: str) -> None:
    assert split(text) == [text]


def test_a_sentence_ends_where_a_space_is_missing() -> None:
    assert split("It stood on his channel.Vardian officials left.") == [
        "It stood on his channel.",
        "Vardian officials left.",
    ]


def test_white_space_around_a_sentence_is_not_its_own() -> None:
    assert split("  One.  \n Two. \n") == ["One.", "Two."]


def test_only_the_paragraph_is_split() -> None:
    text = "One. Two.\n\nThree. Four."
    assert [text[start:end] for start, end in spans(text, 11, len(text))] == ["Three.", "Four."]


def test_abbreviations_that_may_end_a_sentence_are_kept_apart() -> None:
    never, may = abbreviations("en")
    assert "gen" in never
    assert "u.s" in may
    assert not never & may


@given(st.text(st.sampled_from('aB .!?…’”"(\n1')))
def test_sentences_are_in_order_in_bounds_and_lose_no_word(text: str) -> None:
    found = spans(text, 0, len(text))
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(end <= start for (_, end), (start, _) in pairwise(found))
    assert "".join("".join(text[start:end].split()) for start, end in found) == "".join(text.split())
