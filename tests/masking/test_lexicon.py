from counterclaim.masking.laid import Laid
from counterclaim.masking.lexicon import Words, lexicon


def test_words_and_phrases() -> None:
    words = Words.of(["mayor", "press officer"])
    tokens = Laid.of("the press officer and the mayor").tokens
    assert "mayor" in words
    assert "officer" not in words
    assert [words.ends(tokens, at) for at in range(6)] == [0, 0, 2, 0, 0, 1]
    assert [words.begins(tokens, at) for at in range(6)] == [0, 2, 0, 0, 0, 1]


def test_roles_are_known_with_what_stands_before_them() -> None:
    english, russian = lexicon("en"), lexicon("ru")
    assert [english.role(word) for word in ("ex-mayor", "vice-president", "ex-dorn")] == [
        "mayor",
        "vice-president",
        "ex-dorn",
    ]
    assert russian.role("экс-мэра") == "мэра"
    assert english.is_role("ministers")
    assert not english.is_one("ministers")
