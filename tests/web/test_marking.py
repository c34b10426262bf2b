"""A text is cut at every border of a span, and never loses or doubles a character."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.web.marking import LETTERS, ROLES, begin, marks, part_of, parts, segments

LETTERS_OF_ALL_SORTS = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("é́👩‍👩‍👧🇺🇦\u202e\t\n “”<&'\"")), max_size=120
)


def span(start: int, end: int, **more: Any) -> dict[str, Any]:
    return {"start": start, "end": end, **more}


def line(name: str, content: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A telling in the public shape, as far as its words are asked for."""
    empty: dict[str, Any] = {
        "id": name, "content": content, "stance": None, "chain": [{"as": "outlet", "name": None}], "addressee": None,
        "cue": None, "place": None, "said": None, "when": None, "quantities": [], "loaded": [],
    }  # fmt: skip
    return empty | more


@st.composite
def told(draw: st.DrawFn) -> tuple[str, list[dict[str, Any]]]:
    """A text with tellings whose spans lie in it anyhow."""
    text = draw(LETTERS_OF_ALL_SORTS.filter(bool))

    def somewhere() -> dict[str, Any]:
        start = draw(st.integers(0, len(text) - 1))
        return span(start, draw(st.integers(start + 1, len(text))))

    def several(most: int = 3) -> list[dict[str, Any]]:
        return [somewhere() for _ in range(draw(st.integers(0, most)))]

    def one() -> dict[str, Any] | None:
        return somewhere() if draw(st.booleans()) else None

    lines = []
    for number in range(draw(st.integers(0, 5))):
        content = somewhere()
        pieces = several()
        if pieces:
            content |= {"parts": pieces}
        chain = [{"as": "outlet", "name": None}, *several(), {"as": "claimant", "start": None, "end": None}]
        lines.append(
            line(
                f"t_{number}",
                content,
                chain=chain,
                stance={"cues": several()},
                cue=one(),
                place=one(),
                said=one(),
                when=one(),
                addressee=one(),
                quantities=several(),
                loaded=several(),
                places=several(),
            )
        )
    return text, lines


@given(told())
def test_the_segments_are_the_text(case: tuple[str, list[dict[str, Any]]]) -> None:
    text, lines = case
    found = segments(text, dict(enumerate(lines, 1)))
    assert "".join(segment.text for segment in found) == text
    assert all(segment.text for segment in found)
    assert [segment.start for segment in found] == [
        sum(len(other.text) for other in found[:at]) for at in range(len(found))
    ]


@given(told())
def test_each_segment_knows_all_that_covers_it(case: tuple[str, list[dict[str, Any]]]) -> None:
    text, lines = case
    all_marks = [mark for each in lines for mark in marks(each)]
    for segment in segments(text, dict(enumerate(lines, 1))):
        end = segment.start + len(segment.text)
        over = {mark for mark in all_marks if mark.start < end and segment.start < mark.end}
        assert set(segment.marks) == over
        assert all(mark.start <= segment.start and end <= mark.end for mark in over)
        assert set(segment.tellings) == {mark.telling for mark in over}
        assert segment.roles == tuple(role for role in ROLES if role in {mark.role for mark in over})


@given(told())
def test_each_telling_begins_once(case: tuple[str, list[dict[str, Any]]]) -> None:
    text, lines = case
    found = segments(text, dict(enumerate(lines, 1)))
    anchors = [(name, segment) for segment in found for name in segment.anchors]
    assert sorted(name for name, _ in anchors) == sorted(each["id"] for each in lines)
    for name, segment in anchors:
        number = int(name.removeprefix("t_")) + 1
        assert segment.start == begin(lines[number - 1])
        assert str(number) in segment.badge.split()


@given(told(), st.integers(1, 40))
def test_the_parts_are_the_text(case: tuple[str, list[dict[str, Any]]], most: int) -> None:
    text, lines = case
    cut = parts(text, [(start, start + 1) for start in range(0, len(text), 7)], most)
    assert "".join(text[start:end] for start, end in cut) == text
    assert all(0 < end - start <= most for start, end in cut)
    for place in range(len(text)):
        start, end = cut[part_of(place, cut)]
        assert start <= place < end
    for index, (start, end) in enumerate(cut):
        here = {at: each for at, each in enumerate(lines, 1) if part_of(begin(each), cut) == index}
        found = segments(text, here, start, end)
        assert "".join(segment.text for segment in found) == text[start:end]
        assert sorted(name for segment in found for name in segment.anchors) == sorted(
            each["id"] for each in here.values()
        )


def test_nested_and_overlapping_words() -> None:
    text = "The mayor said two bridges may be open."
    lines = {
        1: line("t_a", span(15, 38), chain=[{"as": "outlet"}, span(0, 9)], cue=span(10, 14), quantities=[span(15, 18)]),
        2: line("t_b", span(4, 26), stance={"cues": [span(27, 30)]}),
    }
    found = [(segment.text, segment.roles, segment.tellings, segment.badge) for segment in segments(text, lines)]
    assert found == [
        ("The ", ("source",), ("t_a",), "S"),
        ("mayor", ("content", "source"), ("t_a", "t_b"), "2"),
        (" ", ("content",), ("t_b",), ""),
        ("said", ("content", "cue"), ("t_a", "t_b"), "C"),
        (" ", ("content",), ("t_b",), ""),
        ("two", ("content", "quantity"), ("t_a", "t_b"), "1 N"),
        (" bridges", ("content",), ("t_b", "t_a"), ""),
        (" ", ("content",), ("t_a",), ""),
        ("may", ("content", "hedge"), ("t_b", "t_a"), "H"),
        (" be open", ("content",), ("t_a",), ""),
        (".", (), (), ""),
    ]


def test_a_text_without_tellings_is_one_segment() -> None:
    assert [segment.text for segment in segments("No word of it.", {})] == ["No word of it."]
    assert segments("", {}) == []


def test_white_space_alone_is_no_words() -> None:
    found = segments("a \n b", {1: line("t_a", {**span(0, 5), "parts": [span(0, 1), span(4, 5)]})})
    assert [(segment.text, segment.is_words, segment.badge) for segment in found] == [
        ("a", True, "1"), (" \n ", False, ""), ("b", True, ""),
    ]  # fmt: skip


def test_letters_and_roles_are_told_apart() -> None:
    assert len(set(LETTERS.values())) == len(LETTERS)
    assert {letter for letters in LETTERS.values() for letter in letters}.isdisjoint("0123456789")


@pytest.mark.parametrize(
    ("text", "begins", "cut"),
    [
        ("short", [], [(0, 5)]),
        ("", [], [(0, 0)]),
        ("aaaa aaaa aaaa", [], [(0, 5), (5, 10), (10, 14)]),
        ("aaaa\naa aa aaaa", [], [(0, 5), (5, 11), (11, 15)]),
        ("aaa aaa aaa", [4], [(0, 4), (4, 8), (8, 11)]),
        ("aaaaaaaaaaaaaa", [], [(0, 6), (6, 12), (12, 14)]),
    ],
)
def test_parts_end_where_a_person_would_pause(text: str, begins: list[int], cut: list[tuple[int, int]]) -> None:
    assert parts(text, [(begin, begin + 1) for begin in begins], 6) == cut
