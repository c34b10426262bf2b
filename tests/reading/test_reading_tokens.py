from counterclaim.reading.tokens import Token, tokens


def read(text: str) -> list[Token]:
    return tokens(text, 0, len(text))


def test_words_and_marks() -> None:
    text = "Gen. Vale’s men, 1,200 of them, left."
    found = read(text)
    assert [token.text for token in found] == ["Gen.", "Vale’s", "men", ",", "1,200", "of", "them", ",", "left", "."]
    assert [token.is_word for token in found[2:5]] == [True, False, True]


def test_abbreviated_countries_are_one_word() -> None:
    assert [token.text for token in read("The U.S. envoy left.")] == ["The", "U.S.", "envoy", "left", "."]
