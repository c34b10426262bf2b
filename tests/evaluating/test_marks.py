from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import BadValueError
from counterclaim.evaluating.marks import marked, unmarked

TEXT = "The mayor said the bridge fell."


def test_marks_are_taken_off_and_say_where_they_stood() -> None:
    assert unmarked("{s1:The mayor} {q1:said} {c1:the {p1:bridge} fell}.") == (
        TEXT, {"s1": [(0, 9)], "q1": [(10, 14)], "c1": [(15, 30)], "p1": [(19, 25)]},
    )  # fmt: skip


def test_one_mark_may_stand_in_two_pieces() -> None:
    text, spans = unmarked("{c1:“We held,”} he said, {c1:“all night.”}")
    assert [text[start:end] for start, end in spans["c1"]] == ["“We held,”", "“all night.”"]


@pytest.mark.parametrize("bad", ["a } b", "a { b", "{s1:a", "{s1:}", "{1s:a}"])
def test_a_brace_that_is_no_mark_is_named(bad: str) -> None:
    with pytest.raises(BadValueError, match=r"near|not closed"):
        unmarked(bad)


def test_crossing_marks_are_refused() -> None:
    with pytest.raises(BadValueError, match="cross"):
        marked(TEXT, {"a1": [(0, 10)], "a2": [(5, 15)]})


@pytest.mark.parametrize("text", ["a { b", "a } b", "the {q1:town} fell"])
def test_a_text_with_braces_is_refused(text: str) -> None:
    with pytest.raises(BadValueError, match="brace of the text would be read as a mark, near"):
        marked(text, {"c1": [(0, 1)]})


@st.composite
def nested(draw: st.DrawFn) -> tuple[str, dict[str, list[tuple[int, int]]]]:
    """A text and ranges none of which cross."""
    text = draw(st.text(st.characters(exclude_characters="{}", exclude_categories=["Cs"]), min_size=4, max_size=40))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=6)))
    spans = {f"c{at}": [pair] for at, pair in enumerate(pairwise(cuts))}
    return text, spans | {"s1": [(cuts[0], cuts[-1])]}


@given(nested())
def test_what_is_written_is_read_back(given_: tuple[str, dict[str, list[tuple[int, int]]]]) -> None:
    text, spans = given_
    assert unmarked(marked(text, spans)) == (text, spans)
