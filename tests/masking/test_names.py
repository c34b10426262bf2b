import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.masking.names import BLOCK, Names, blocked, is_same_word

NAMES = Names(
    private=frozenset(("oskar", "venn", "may", "ивекеев")),
    full=frozenset((("oskar", "venn"),)),
    public=frozenset(("ilse venn",)),
    common=frozenset(("may",)),
)


def test_names_in_a_string_are_blocked_out() -> None:
    assert NAMES.masked("brother of Oskar Venn") == "brother of █████ ████"
    assert NAMES.masked("Venn’s; the Venns; VENN") == "████’s; the █████; ████"
    assert NAMES.masked("Ilse Venn and Venn") == "Ilse Venn and ████"
    assert NAMES.masked("oskar may venn") == "oskar may venn"
    assert NAMES.masked("nothing of Dorn") == "nothing of Dorn"


def test_the_part_of_an_address_with_a_name_is_blocked_out_in_any_letters_and_script() -> None:
    assert NAMES.address("https://x.example/news/jon-venn_weeps.html") == "https://x.example/news/███-████_█████.html"
    assert NAMES.address("https://x.example/oskarvenn") == "https://x.example/█████████"
    assert NAMES.address("https://x.example/ivekeeva-2030") == "https://x.example/████████-████"
    assert NAMES.address("https://x.example/may-2030") == "https://x.example/may-2030"
    assert NAMES.address("oskar.txt") == "█████.txt"


def test_bent_and_misspelt_words_are_known() -> None:
    assert NAMES.hides("Ивекееву")
    assert NAMES.hides("Ivekeyev")
    assert not NAMES.hides("Иванов")
    assert not NAMES.hides("Vent")


def test_an_outlet_shares_a_word_with_a_person_unless_it_is_called_after_him() -> None:
    assert not NAMES.has_whole("Venn Valley Post")
    assert NAMES.has_whole("Oskar Venn’s notebook")
    assert NAMES.has_whole("Venn")
    assert NAMES.has_whole("Дневник Оскара Венна")


def test_words_are_the_same_but_for_cases_and_sounds() -> None:
    assert is_same_word("Модд", "Модда")
    assert is_same_word("Kovalov", "Kovaliov")
    assert not is_same_word("Venn", "Venna")
    assert not is_same_word("Petrov", "Petrenko")


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=3))
def test_what_is_blocked_is_as_long_and_keeps_spaces_and_marks(text: str, places: list[tuple[int, int]]) -> None:
    shown = blocked(text, places)
    assert len(shown) == len(text)
    for before, after in zip(text, shown, strict=True):
        assert after in (before, BLOCK)
        if before.isspace() or unicodedata.category(before).startswith("P"):
            assert after == before


@given(st.text(alphabet="Oskar Venn’-_.ab", max_size=40))
def test_no_private_word_is_left(text: str) -> None:
    for masked in (NAMES.masked, NAMES.address):
        shown = masked(text)
        assert len(shown) == len(text)
        assert masked(shown) == shown
