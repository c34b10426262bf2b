from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import BadValueError, SpanError
from counterclaim.model.quantity import LARGEST, Quantity
from counterclaim.model.span import Span

TOP = 12  # the brute force counts to here; bounds lie at least one below


def ranges(top: int) -> st.SearchStrategy[tuple[int | None, int | None]]:
    bound = st.none() | st.integers(0, top)
    return st.tuples(bound, bound).map(in_order)


def in_order(pair: tuple[int | None, int | None]) -> tuple[int | None, int | None]:
    low, high = pair
    return (high, low) if low is not None and high is not None and high < low else (low, high)


def quantities(top: int) -> st.SearchStrategy[Quantity]:
    metric = st.sampled_from([None, "killed", "wounded"])
    who = st.sampled_from([None, "soldiers", "Soldiers", "civilians"])
    parts = st.tuples(metric, who, st.text(), ranges(top), st.booleans())
    return parts.map(lambda part: Quantity(part[0], part[1], part[2], *part[3], part[4]))


def counts(quantity: Quantity) -> set[int]:
    return {n for n in range(TOP) if (quantity.low or 0) <= n and (quantity.high is None or n <= quantity.high)}


@given(quantities(TOP) | quantities(LARGEST))
def test_its_notation_reads_back_as_the_same_range(quantity: Quantity) -> None:
    again = Quantity.parse(str(quantity), metric=quantity.metric, who=quantity.who, written=quantity.written)
    assert again == quantity


@pytest.mark.parametrize(
    ("notation", "low", "high", "vague"),
    [
        ("24", 24, 24, False),
        ("24..99", 24, 99, False),
        (">=5", 5, None, False),
        ("<=10", None, 10, False),
        ("..", None, None, False),
        ("~100", 80, 120, True),
        ("~3", 2, 4, True),
        ("~0", 0, 0, True),
        ("~24..99", 24, 99, True),
        ("~7..7", 7, 7, True),
        ("~..", None, None, True),
    ],
)
def test_each_notation(notation: str, low: int | None, high: int | None, vague: bool) -> None:
    quantity = Quantity.parse(notation)
    assert (quantity.low, quantity.high, quantity.vague) == (low, high, vague)
    assert str(quantity) == quantity.written == notation


@pytest.mark.parametrize(
    ("notation", "canonical"), [("5..", ">=5"), ("..5", "<=5"), ("7..7", "7"), ("~80..120", "~100"), ("007", "7")]
)
def test_other_notations_become_canonical(notation: str, canonical: str) -> None:
    assert str(Quantity.parse(notation)) == canonical


@pytest.mark.parametrize("notation", ["", "-1", "9..3", "~", "1,000", "1.5", "> 5", "dozens", "٢٤", "1" * 5000, "24\n"])
def test_what_is_no_count_is_refused_with_a_remedy(notation: str) -> None:
    with pytest.raises(BadValueError) as caught:
        Quantity.parse(notation)
    assert caught.value.remedy


@given(st.text(alphabet="0123456789<>=.~", max_size=9) | st.text(max_size=9))
def test_any_text_is_a_count_or_a_bad_value(text: str) -> None:
    with suppress(BadValueError):
        quantity = Quantity.parse(text)
        assert Quantity.parse(str(quantity), written=text) == quantity


@pytest.mark.parametrize(("low", "high"), [(-1, None), (None, -1), (5, 4), (0, LARGEST + 1)])
def test_impossible_bounds_are_refused(low: int | None, high: int | None) -> None:
    with pytest.raises(BadValueError):
        Quantity("killed", None, "some", low, high, True)


def test_a_span_with_other_words_is_refused() -> None:
    with pytest.raises(SpanError):
        Quantity("killed", None, "dozens", 24, 99, True, Span(0, 4, "many"))


def test_exact_is_one_number_stated_as_such() -> None:
    exact = {notation: Quantity.parse(notation).exact for notation in ("24", "~7..7", "24..99", ">=5", "..", "0")}
    assert exact == {"24": True, "~7..7": False, "24..99": False, ">=5": False, "..": False, "0": True}


@given(quantities(TOP - 1), quantities(TOP - 1))
def test_compatible_is_sharing_a_number_of_the_same_thing(one: Quantity, other: Quantity) -> None:
    what = None in (one.metric, other.metric) or one.metric == other.metric
    whom = None in (one.who, other.who) or str(one.who).lower() == str(other.who).lower()
    assert one.compatible(other) == (what and whom and bool(counts(one) & counts(other)))


@given(quantities(LARGEST), quantities(LARGEST))
def test_compatible_is_symmetric_and_reflexive(one: Quantity, other: Quantity) -> None:
    assert one.compatible(other) == other.compatible(one)
    assert one.compatible(one)


@given(quantities(LARGEST), st.none() | st.integers(0, 99), st.sampled_from([None, "day", "total"]))
def test_a_quantity_round_trips(drawn: Quantity, start: int | None, per: str | None) -> None:
    span = None if start is None or not drawn.written else Span(start, start + len(drawn.written), drawn.written)
    quantity = Quantity(drawn.metric, drawn.who, drawn.written, drawn.low, drawn.high, drawn.vague, span, per)
    assert list(quantity.as_json()) == ["metric", "who", "written", "low", "high", "vague", "per", "start", "end"]
    assert Quantity.from_json(quantity.as_json()) == quantity


def test_a_quantity_without_offsets_is_read() -> None:
    value = {"metric": "killed", "who": None, "written": "dozens", "low": 24, "high": 99, "vague": True}
    assert Quantity.from_json(value) == Quantity("killed", None, "dozens", 24, 99, True)
