from typing import Any

import pytest

from counterclaim.evaluating.shape import NUMBER, TEXT, Each, Keys, Named, OneOf, Shape, maybe

NOTE = Keys({"id": TEXT}, {"lines": Each(NUMBER, least=1)}, only=True)


@pytest.mark.parametrize(
    ("value", "shape"),
    [
        ("words", TEXT),
        (None, maybe(TEXT)),
        ({"id": "a", "lines": [1, 2]}, NOTE),
        ({"id": "a", "lines": None}, NOTE),
        ({"a": 1, "b": 2}, Named(NUMBER)),
        ({"id": "a", "more": 1}, Keys({"id": TEXT})),
    ],
)
def test_what_is_of_the_shape_has_no_difference(value: Any, shape: Shape) -> None:
    assert list(shape.differences(value, "it")) == []


@pytest.mark.parametrize(
    ("value", "shape", "found"),
    [
        (5, TEXT, ["it is “5”, not text"]),
        (None, TEXT, ["it is nothing, not text"]),
        ("\ud800", TEXT, ["it is “\\ud800”, not text"]),
        (["x"], maybe(TEXT), ["it is “['x']”, not nothing or text"]),
        ("red", OneOf(("yes", "no")), ["it is “red”, not one of yes, no"]),
        (["yes"], OneOf(("yes", "no")), ["it is “['yes']”, not one of yes, no"]),
        (
            {"lines": [], "other": 1},
            NOTE,
            ["it has no id", "it.lines is “[]”, not a list of a whole number", "it: there is no other"],
        ),
        ({"id": "a", "lines": [1, "2"]}, NOTE, ["it.lines[2] is “2”, not a whole number"]),
        ([], NOTE, ["it is “[]”, not {id, lines}"]),
        ([], Named(TEXT), ["it is “[]”, not keys with text"]),
        ("x" * 50, NUMBER, [f"it is “{'x' * 40}…”, not a whole number"]),
    ],
)
def test_each_difference_says_where_and_what(value: Any, shape: Shape, found: list[str]) -> None:
    assert list(shape.differences(value, "it")) == found
