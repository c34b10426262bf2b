from counterclaim.reading.quotations import quotations
from counterclaim.reading.tokens import Sort, Token, span, tokens


def read(text: str) -> list[Token]:
    return tokens(text, 0, len(text), [one for one in quotations(text, [(0, len(text))]) if one.depth == 0])


def test_words_marks_and_quotations() -> None:
    text = "Gen. Vale’s men, 1,200 of them, “left at dawn,” he said."
    found = read(text)
    assert [token.text for token in found] == [
        "Gen.", "Vale’s", "men", ",", "1,200", "of", "them", ",", "“left at dawn,”", "he", "said", ".",
    ]  # fmt: skip
    assert [token.sort for token in found[2:4]] == [Sort.WORD, Sort.MARK]
    assert span(found) == (0, len(text))


def test_few_words_are_a_term_and_a_sentence_is_speech() -> None:
    term, speech, short = (
        token for token in read("‘Center’ and “They left us here” and “Go!”") if token.sort is Sort.QUOTE
    )
    assert (term.term, speech.is_speech, short.is_speech) == (True, True, True)


def test_abbreviated_countries_are_one_word() -> None:
    assert [token.text for token in read("The U.S. envoy left.")] == ["The", "U.S.", "envoy", "left", "."]
