from counterclaim.reading.described import Described
from counterclaim.reading.tokens import tokens


def described(phrase: str) -> Described:
    return Described.of(tokens(phrase, 0, len(phrase)))


def test_a_word_is_like_those_of_every_row_it_stands_in() -> None:
    assert {"head", "politician"} < described("the leader").alike


def test_a_prime_minister_is_a_premier() -> None:
    assert described("the prime minister").about == described("the PM").about == "premier"
    assert not described("the PM").is_former


def test_what_tells_one_of_its_sort_from_others() -> None:
    assert described("the central bank").which == {"central"}
    assert not described("the Karsk bank").which
