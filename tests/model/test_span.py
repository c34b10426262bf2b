import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import SpanError
from counterclaim.model.span import CONTEXT, Span


@st.composite
def placed(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(st.text(min_size=1))
    start = draw(st.integers(0, len(text) - 1))
    return text, Span.of(text, start, draw(st.integers(start + 1, len(text))))


small = st.builds(lambda start, size: Span(start, start + size, "x" * size), st.integers(0, 6), st.integers(1, 6))


@given(placed())
def test_a_span_holds_its_words_and_round_trips(drawn: tuple[str, Span]) -> None:
    text, span = drawn
    span.check(text)
    assert span.text == text[span.start : span.end]
    assert Span.from_json(span.as_json()) == span


@given(placed(), st.text(min_size=1))
def test_a_shifted_text_is_noticed_unless_the_words_stand_there_too(drawn: tuple[str, Span], before: str) -> None:
    text, span = drawn
    shifted = before + text
    if shifted[span.start : span.end] != span.text:
        with pytest.raises(SpanError):
            span.check(shifted)


@pytest.mark.parametrize(("start", "end"), [(-1, 1), (0, 4), (2, 2), (2, 1), (3, 4)])
def test_no_span_stands_outside_its_text(start: int, end: int) -> None:
    with pytest.raises(SpanError):
        Span.of("abc", start, end)


def test_offsets_count_code_points() -> None:
    assert Span.of("🕊 мир", 2, 5).text == "мир"


@given(small, small)
def test_overlap_and_containment_are_those_of_sets_of_code_points(one: Span, other: Span) -> None:
    ours, theirs = set(range(one.start, one.end)), set(range(other.start, other.end))
    assert one.overlaps(other) == bool(ours & theirs)
    assert one.contains(other) == (theirs <= ours)


@given(placed())
def test_the_context_finds_the_span_again(drawn: tuple[str, Span]) -> None:
    text, span = drawn
    before, after = span.context(text)
    assert len(before) == min(CONTEXT, span.start)
    assert len(after) == min(CONTEXT, len(text) - span.end)
    assert before + span.text + after in text
