import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.views.wording import MOST, Compared, Mark, compared, differing

import traces

SIGNS = {Mark.SAME: "{}", Mark.ONLY: "[{}]", Mark.MOVED: "<{}>", Mark.NOT_COMPARED: "?{}?"}
WORDS = st.lists(st.sampled_from(["a", "b", "Dorn", "dorn", "1,200", ".", "“", "people’s", "ё", "🙂"]), max_size=30)


def marked(found: Compared) -> tuple[str, str]:
    one, other = (
        "".join(SIGNS[stretch.mark].format(stretch.text) for stretch in side) for side in (found.one, found.other)
    )
    return one, other


@pytest.mark.parametrize(("one", "other", "shown"), [
    ("dozens fell", "nearly a hundred fell", ("[dozens] fell", "[nearly a hundred] fell")),
    ("Dorn fell", "Dorn fell.", ("Dorn fell", "Dorn fell[.]")),
    ("dorn fell", "Dorn fell", ("[dorn] fell", "[Dorn] fell")),
    ("they fell", "“they fell”", ("they fell", "[“]they fell[”]")),
    ("1,200 men", "1,300 men", ("[1,200] men", "[1,300] men")),
    ("the People's men", "the  People’s men", ("the People's men", "the  People’s men")),
    ("a five-ton bomb", "a ten-ton bomb", ("a [five-ton] bomb", "a [ten-ton] bomb")),
    ("", "Dorn", ("", "[Dorn]")),
    ("Dorn in flames", "Belmar in ruins", ("[Dorn in flames]", "[Belmar in ruins]")),
    ("lost 5 men", "saved 5 horses", ("[lost] 5 [men]", "[saved] 5 [horses]")),
    ("село Дорн взято", "село Дорна взято", ("село [Дорн] взято", "село [Дорна] взято")),
])  # fmt: skip
def test_differing_words_are_marked(one: str, other: str, shown: tuple[str, str]) -> None:
    assert marked(compared(one, other)) == shown


def test_words_that_stand_elsewhere_are_moved_whatever_their_capitals() -> None:
    one, other = "the bridge of Belmar was blown up on Sunday", "On Sunday the bridge of Belmar was blown up"
    assert marked(compared(one, other)) == (
        "the bridge of Belmar was blown up <on Sunday>", "<On Sunday> the bridge of Belmar was blown up",
    )  # fmt: skip


def test_single_words_and_small_ones_come_together_by_chance() -> None:
    found = compared("of it he spoke", "he spoke of it")
    assert not [stretch for stretch in (*found.one, *found.other) if stretch.mark is Mark.MOVED]


def test_a_letter_with_its_accent_is_one() -> None:
    assert compared("Доми\u0306н", "Домйн".replace("й", "и\u0306")).is_same
    assert marked(compared("caf\u00e9", "cafe\u0301")) == ("caf\u00e9", "cafe\u0301")


def test_what_is_too_long_is_compared_as_far_as_it_goes_and_the_rest_is_told() -> None:
    long = " ".join(f"word{number}" for number in range(MOST + 50))
    found = compared(long, long)
    assert [stretch.mark for stretch in found.one] == [Mark.SAME, Mark.NOT_COMPARED]
    assert not found.is_same


def test_a_difference_is_told_in_both_wordings_a_detail_against_the_words_of_the_other_telling() -> None:
    lines = {name: traces.line(number, name, None) for number, name in enumerate("ab")}
    relay = {"from": "a", "to": "b", "slot": "relay", "was": "TVA", "is": None}
    assert marked(differing(relay, lines)) == ("[TVA]", "")
    detail = {"from": "a", "to": "b", "slot": "detail", "was": None, "is": "all houses were destroyed in Dorn"}
    assert marked(differing(detail, lines)) == (
        "[dozens of] houses were destroyed in Dorn", "[all] houses were destroyed in Dorn",
    )  # fmt: skip
    assert len(marked(differing(detail | {"is": "Very" * 9999}, lines, 100))[1]) <= 102


@given(WORDS, WORDS)
def test_no_letter_is_lost_or_doubled_and_both_have_the_same_in_common(one: list[str], other: list[str]) -> None:
    texts = " ".join(one), "  ".join(other)
    found = compared(*texts)
    sides = (found.one, found.other)
    assert tuple("".join(stretch.text for stretch in side) for side in sides) == texts
    for mark in (Mark.SAME, Mark.MOVED):
        mine, theirs = (["".join(stretch.text.split()) for stretch in side if stretch.mark is mark] for side in sides)
        if mark is Mark.SAME:
            assert "".join(mine) == "".join(theirs)
        else:
            assert sorted("".join(mine).casefold()) == sorted("".join(theirs).casefold())


@given(st.text(max_size=60), st.text(max_size=60))
def test_whatever_is_written_stays_as_it_is(one: str, other: str) -> None:
    found = compared(one, other)
    assert "".join(stretch.text for stretch in found.one) == one
    assert "".join(stretch.text for stretch in found.other) == other
    assert compared(one, one).is_same
