"""Where a telling counts."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.reading.counting import counting


def told(text: str, *marks: str, language: str = "en") -> list[str]:
    places = [(text.index(mark), text.index(mark) + len(mark)) for mark in marks]
    return [text[start:end] for start, end in counting(text, places, [(0, len(text))], language)]


@pytest.mark.parametrize(
    ("text", "marks", "counts"),
    [
        ("It killed at least 12 people.", ("12",), ["at least 12 people"]),
        ("It killed 12 and hurt 30 others on May 3.", (), ["12", "30 others"]),
        ("a cost of between 9,000 and 11,000 men", ("9,000 and", "11,000"), ["between 9,000 and 11,000 men"]),
        ("Some 40,000 left.", ("Some 40",), ["Some 40,000"]),
        ("only heavy losses, up to that", ("only", "up to"), []),
        ("Patrol 6 saw 31 craters.", ("Patrol 6",), ["31 craters"]),
        ("They led away both cows and some sheep.", ("both cows",), ["both cows"]),
        ("They led away both cows and some sheep.", (), []),
        ("Many fled, and some men with both the boys.", ("Many", "some men", "both the boys"), []),
        ("He was one of nine men saved.", ("one of nine men",), ["nine men"]),
        ("She saw one of its ships.", ("one of its ships",), []),
        ("One soldier, one of the sides, one Goran Zhelt", (), ["One soldier"]),
        ("Three of five mains have cracked.", ("Three of five mains",), ["Three of five mains"]),
        ("Three of five mains have cracked.", (), ["Three", "five mains"]),
        ("10 men and 12 women fled.", ("10 men and 12 women",), ["10 men", "12 women"]),
        (
            "One in three of the 2,900 people is a child.",
            ("One in three of the 2,900",),
            ["One in three", "2,900 people"],
        ),
        ("Bread is up 30% and 40 per cent of it rots.", (), ["30%", "40 per cent of it"]),
    ],
)
def test_the_words_of_counts(text: str, marks: tuple[str, ...], counts: list[str]) -> None:
    assert told(text, *marks) == counts


def test_other_languages_have_the_same_rules() -> None:
    assert told("Погибли не менее пяти мирных жителей 3 мая.", language="ru") == ["не менее пяти мирных жителей"]
    assert told("Загинула одна людина.", language="uk") == ["одна людина"]


def test_only_within_the_pieces() -> None:
    text = "Two fell, three said, and four rose."
    assert [text[slice(*one)] for one in counting(text, [], [(0, 8), (22, 35)])] == ["Two", "four"]


@given(
    st.lists(st.sampled_from(["two", "12", "of", "people", "one", "a", "third", "%", ",", "men"]), max_size=9),
    st.data(),
)
def test_counts_lie_apart_in_the_order_of_the_text(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words) + "."
    mark = data.draw(st.integers(0, len(text) - 1))
    found = counting(text, [(mark, data.draw(st.integers(mark + 1, len(text))))], [(0, len(text))])
    assert all(one[1] <= other[0] for one, other in pairwise(found))
    assert all(text[slice(*one)].strip() for one in found)


def test_each_number_is_held_against_the_marks_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "".join(f"{number + 2} men fled, " for number in range(200))
    marks = [match.span() for match in re.finditer(r"\d+ men", text)]
    asked = 0

    class Watched(tuple[int, int]):
        __slots__ = ()

        def __getitem__(self, at: int) -> int:  # type: ignore[override]
            nonlocal asked
            asked += 1
            return super().__getitem__(at)

    assert counting(text, [Watched(mark) for mark in marks], [(0, len(text))]) == marks
    assert asked <= 40 * len(marks)
