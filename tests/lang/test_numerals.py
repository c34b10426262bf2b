"""Words of number, in three languages."""

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from counterclaim.lang.data import rows
from counterclaim.lang.numerals import LARGEST, Bounds, numerals
from lang.spelt import spelt

LANGUAGES = ("en", "ru", "uk")
EXACT = {"least": (20, None), "most": (None, 20), "above": (21, None), "below": (None, 19), "about": (16, 24)}


def bounds(written: str, language: str) -> Bounds | None:
    found = numerals(written, language=language)
    return found[0].bounds() if found else None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("24", (24, 24, False)),
        ("at least five people", (5, None, False)),
        ("no fewer than 70 killed", (70, None, False)),
        ("a minimum of 12", (12, None, False)),
        ("20 or more", (20, None, False)),
        ("100+", (100, None, False)),
        ("up to 200 militants", (None, 200, False)),
        ("as many as 60 soldiers", (None, 60, False)),
        ("no more than 200", (None, 200, False)),
        ("at most 9", (None, 9, False)),
        ("more than 1,200 men", (1201, None, False)),
        ("over a hundred", (101, None, False)),
        ("upwards of 30", (31, None, False)),
        ("less than 100", (None, 99, False)),
        ("fewer than thirty men", (None, 29, False)),
        ("about 100", (80, 120, True)),
        ("some 3,000 people", (2400, 3600, True)),
        ("an estimated 20 to 30", (20, 30, True)),
        ("~50", (40, 60, True)),
        ("at least about 20", (20, None, False)),
        ("between 10 and 20", (10, 20, False)),
        ("10–15 tanks", (10, 15, False)),
        ("10 to 15 thousand", (10_000, 15_000, False)),
        ("two or three", (2, 3, False)),
        ("dozens of soldiers", (24, 99, True)),
        ("scores of prisoners", (40, 99, True)),
        ("several", (3, 9, True)),
        ("a few", (3, 9, True)),
        ("a few hundred", (300, 999, True)),
        ("tens of thousands", (20_000, 99_999, True)),
        ("hundreds of thousands", (200_000, 999_999, True)),
        ("many houses", (None, None, True)),
        ("a dozen", (12, 12, False)),
        ("half a dozen", (6, 6, False)),
        ("two dozen", (24, 24, False)),
        ("a couple of hundred", (200, 200, False)),
        ("none surviving", (0, 0, False)),
        ("no one", (0, 0, False)),
        ("not a single shell", (0, 0, False)),
        ("twenty-three residents", (23, 23, False)),
        ("three hundred and five", (305, 305, False)),
        ("one and a half million", (1_500_000, 1_500_000, False)),
        ("a million and a half", (1_500_000, 1_500_000, False)),
        ("half a million", (500_000, 500_000, False)),
        ("2.5 million tonnes", (2_500_000, 2_500_000, False)),
        ("1.200 million", (1_200_000, 1_200_000, False)),
        ("1.500 men", (1500, 1500, False)),
        ("100 000", (100_000, 100_000, False)),
        ("10k", (10_000, 10_000, False)),
        ("1.5", (1, 2, False)),
        ("a third of them", (26, 40, True)),
        ("half of the men", (50, 50, False)),
        ("more than half", (51, None, False)),
        ("three quarters", (75, 75, False)),
        ("Two in five homes", (40, 40, False)),
        ("every third house", (33, 33, False)),
        ("rose from 10 to 15", (10, 10, False)),
        ("twice", (2, 2, False)),
        ("the village", None),
        ("a third drone", None),
        ("the T-72, a 155-mm gun, the 21st, a two-storey house, MiG-29, G7", None),
        ("999999999999999999999999", None),
    ],
)
def test_english(written: str, meant: Bounds | None) -> None:
    assert bounds(written, "en") == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("не менее пяти", (5, None, False)),
        ("более 100 человек", (101, None, False)),
        ("более тысячи человек", (1001, None, False)),
        ("тысячи человек", (2000, 9999, True)),
        ("до 30", (None, 30, False)),
        ("выросло до 45", (45, 45, False)),
        ("около тысячи", (800, 1200, True)),
        ("от 10 до 15 танков", (10, 15, False)),
        ("два-три танка", (2, 3, False)),
        ("десятки", (20, 99, True)),
        ("несколько десятков", (30, 99, True)),
        ("десятки тысяч", (20_000, 99_999, True)),
        ("сотни", (200, 999, True)),
        ("несколько", (3, 9, True)),
        ("двое", (2, 2, False)),
        ("трое", (3, 3, False)),
        ("пятеро", (5, 5, False)),
        ("5-ти человек", (5, 5, False)),
        ("полторы тысячи", (1500, 1500, False)),
        ("два с половиной миллиона", (2_500_000, 2_500_000, False)),
        ("1,5 тыс. человек", (1500, 1500, False)),
        ("1,5 млн", (1_500_000, 1_500_000, False)),
        ("полмиллиона", (500_000, 500_000, False)),
        ("треть домов", (26, 40, True)),
        ("каждый третий", (33, 33, False)),
        ("ни один", (0, 0, False)),
        ("72-я бригада, Т-72, 155-мм", None),
    ],
)
def test_russian(written: str, meant: Bounds | None) -> None:
    assert bounds(written, "ru") == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("щонайменше п’ять", (5, None, False)),
        ("щонайменше п'ять", (5, None, False)),
        ("понад 100", (101, None, False)),
        ("понад тисячу", (1001, None, False)),
        ("близько тисячі", (800, 1200, True)),
        ("до 30", (None, 30, False)),
        ("зросла до 45", (45, 45, False)),
        ("від 10 до 15 танків", (10, 15, False)),
        ("десятки", (20, 99, True)),
        ("кількасот", (300, 999, True)),
        ("кілька десятків", (30, 99, True)),
        ("сотні тисяч", (200_000, 999_999, True)),
        ("двоє", (2, 2, False)),
        ("дванадцятеро", (12, 12, False)),
        ("півтори тисячі", (1500, 1500, False)),
        ("1,5 тис. людей", (1500, 1500, False)),
        ("третина будинків", (26, 40, True)),
        ("жодного", (0, 0, False)),
        ("72-га бригада, Т-72, 155-мм", None),
    ],
)
def test_ukrainian(written: str, meant: Bounds | None) -> None:
    assert bounds(written, "uk") == meant


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_number_means_its_value(language: str) -> None:
    held = rows(language, "numbers")
    for word, value in held["words"].items():
        if word not in held["articles"]:
            found = numerals(word, language=language)[0]
            assert found.low == found.high == Fraction(value), word
    for word, times in held["times"].items():
        assert bounds(f"20 {word}", language) == (20 * times, 20 * times, False), word
    for word, (low, high) in held["vague"].items():
        assert bounds(word, language) == (low, high, True), word
    for said in held["zero"]:
        assert bounds(said, language) == (0, 0, False), said
    for said, (part, whole) in {**held["shares"], **held["rates"]}.items():
        (found,) = numerals(f"1 {said}" if said in held["ordinals"] else said, language=language)
        assert found.share, said
        assert abs(found.low * whole - part) < Fraction(1, 50), said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_qualifier_makes_its_bound(language: str) -> None:
    for name, row in rows(language, "numbers")["bounds"].items():
        for said in row["before"]:
            assert bounds(f"{said} 20", language) == (*EXACT[name], name == "about"), said
        for said in row["behind"]:
            assert bounds(f"20 {said}", language) == (*EXACT[name], name == "about"), said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_opening_of_a_range_is_read_and_no_change_is_one(language: str) -> None:
    held = rows(language, "numbers")
    for opens, parts in held["ranges"]:
        assert bounds(f"{opens or ''} 20 {parts} 30", language) == (20, 30, False), (opens, parts)
    for change in held["changes"]:
        for leaves, reached in ((opens, parts) for opens, parts in held["ranges"] if opens in held["departures"]):
            text = f"{change.rstrip('*')} {leaves} 20 {reached} 30"
            assert [found.bounds() for found in numerals(text, language=language)] == [
                (20, 20, False),
                (30, 30, False),
            ], change


@given(st.integers(0, 10**12 - 1), st.sampled_from(LANGUAGES))
@example(1001, "ru")
@example(200_000_000, "uk")
@example(110, "en")
def test_words_and_figures_mean_the_same(number: int, language: str) -> None:
    plain = (number, number, False)
    assert bounds(spelt(number, language), language) == plain
    assert bounds(str(number), language) == bounds(f"{number:,}", language) == plain
    assert bounds(f"{number:,}".replace(",", "\u00a0"), language) == plain


@given(st.integers(0, LARGEST), st.sampled_from(LANGUAGES))
def test_every_figure_of_up_to_eighteen_digits_is_read(number: int, language: str) -> None:
    assert bounds(str(number), language) == (number, number, False)


@pytest.mark.parametrize(
    "text", ["9" * 5000, "1." + "9" * 5000, "hundred " * 5000, "1,000" * 3000, "a third of " * 3000]
)
def test_what_goes_on_for_ever_is_read_in_time(text: str) -> None:
    assert all((low or 0) <= LARGEST for low, _, _ in (found.bounds() for found in numerals(text)))


NUMERIC = [word for language in LANGUAGES for word in rows(language, "numbers")["words"]]
WORDS = st.sampled_from(
    [*NUMERIC, "of", "half", "a", "and a half", "million", "hundred", "-", "–", "to", "from", "тыс.", "до", "%"]
)
PIECES = WORDS | st.integers(0, 10**20).map(str) | st.text(max_size=4)


@given(st.lists(PIECES, max_size=9).map(" ".join) | st.text(), st.sampled_from(LANGUAGES))
def test_any_text_is_read_without_error(text: str, language: str) -> None:
    for found in numerals(text, language=language):
        low, high, _ = found.bounds()
        assert 0 <= (low or 0) <= LARGEST
        assert 0 <= (high or 0) <= LARGEST
        assert low is None or high is None or low <= high
        assert 0 <= found.start <= found.first < found.last <= found.end <= len(text)
