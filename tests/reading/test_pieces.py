from pathlib import Path

import pytest

from counterclaim.reading.pieces import UNKNOWN, Vocabulary

PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "port", "##s", "##al", "cafe", "“"]


@pytest.fixture
def vocabulary(tmp_path: Path) -> Vocabulary:
    path = tmp_path / "vocabulary.txt"
    path.write_text("\n".join(PIECES) + "\n", "utf-8")
    return Vocabulary.load(path)


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("port", ["port"]),
        ("Ports", ["port", "##s"]),
        ("PORTALS", ["port", "##al", "##s"]),
        ("café", ["cafe"]),
        ("“", ["“"]),
    ],
)
def test_the_longest_piece_that_fits(vocabulary: Vocabulary, word: str, pieces: list[str]) -> None:
    assert [PIECES[number] for number in vocabulary.pieces(word)] == pieces
    assert vocabulary.pieces(word) is vocabulary.pieces(word)


@pytest.mark.parametrize("word", ["порт", "portx", "p" * 41, "\u0301"])
def test_what_no_pieces_make_is_unknown(vocabulary: Vocabulary, word: str) -> None:
    assert vocabulary.pieces(word) == (UNKNOWN,)
