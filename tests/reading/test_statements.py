import pytest

from counterclaim.reading.quotations import outermost, quotations
from counterclaim.reading.sentences import spans
from counterclaim.reading.statements import statements


def read(text: str) -> list[tuple[str, bool]]:
    quoted = list(outermost(quotations(text, [(0, len(text))])))
    made = statements(text, [spans(text, 0, len(text))], quoted)
    return [(text[one.tokens[0].start : one.tokens[-1].end], one.is_quotation) for one in made]


def test_a_quotation_holds_its_sentences_together() -> None:
    assert read("It rained. “We stay. We hold,” he said. He left.") == [
        ("It rained.", False),
        ("“We stay. We hold,” he said.", False),
        ("He left.", False),
    ]


def test_a_quotation_that_ends_with_its_sentence_holds_nothing() -> None:
    assert read("He spoke of ‘calm.’ This plan works. “We stay. We hold.” He left.") == [
        ("He spoke of ‘calm.’", False),
        ("This plan works.", False),
        ("“We stay. We hold.”", True),
        ("He left.", False),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("(Belmar, June 3, 2031) – The port was shut.", "The port was shut."),
        ("BELMAR, June 3 (Agency) — The port was shut.", "The port was shut."),
        ("BELMAR, June 3 /Agency/ - The port was shut.", "The port was shut."),
        ("BELMAR - The port was shut.", "The port was shut."),
        ("BELMAR: The port was shut.", "The port was shut."),
        ("ZAN: “We hold the port.”", "ZAN: “We hold the port.”"),
        ("BELMAR-3 was shut.", "BELMAR-3 was shut."),
        ("(Belmar) The port was shut.", "(Belmar) The port was shut."),
        ("BELMAR – ", "BELMAR –"),
    ],
)
def test_a_dateline_is_no_part_of_a_statement(text: str, found: str) -> None:
    assert read(text) == [(found, False)]
