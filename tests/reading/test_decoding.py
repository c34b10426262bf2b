from dataclasses import replace

import numpy as np

from counterclaim.reading.decoding import spans
from counterclaim.reading.network import CUE_TYPES, LABELS, LAYERS, LINK_SIZE, LINKS, Output
from counterclaim.reading.windows import Window

LETTERS = {"O": 0, "B": 1, "I": 2}


def output(*sequences: str, sure: float = 3.0) -> Output:
    """Numbers that are in favour of these tags, a sequence a layer."""
    tags = np.zeros((len(sequences[0]), len(LAYERS), 3), dtype=np.float32)
    for layer, sequence in enumerate(sequences):
        for at, letter in enumerate(sequence):
            tags[at, layer, LETTERS[letter]] = sure
    vectors = np.zeros((len(tags), len(LINKS), LINK_SIZE), dtype=np.float32)
    types, meanings = (np.zeros((len(tags), size), dtype=np.float32) for size in (len(CUE_TYPES), LABELS))
    return Output(0, tags, types, vectors, vectors, meanings)


def test_spans_of_each_layer() -> None:
    found = spans([Window(((0, 6),))], output("BIOOOO", "OOOOOO", "OOBOOO", "OOOBIB"))
    assert {layer: runs for layer, runs in found.items() if runs} == {
        "source": [(0, 2)], "cue": [(2, 3)], "content": [(3, 5), (5, 6)],
    }  # fmt: skip


def test_layers_beyond_the_leanings_are_not_looked_for() -> None:
    assert spans([Window(((0, 2),))], output("OO", "OO", "OO", "BI"), leans=(0.0, 0.0, 0.0))["content"] == []


def test_nothing_is_inside_without_a_begin() -> None:
    assert spans([Window(((0, 4),))], output("OIIO", *["OOOO"] * 3))["source"] in ([(1, 3)], [])
    assert spans([Window(((0, 2), (2, 4)))], output("OBII", *["OOOO"] * 3))["source"] == [(1, 2), (2, 4)]


def test_leaning_to_nothing_finds_less() -> None:
    window = [Window(((0, 4),))]
    assert spans(window, output("BIOO", *["OOOO"] * 3), leans=(9.0, 0.0, 0.0, 0.0))["source"] == []


def test_words_keep_their_numbers_in_the_report() -> None:
    later = output("BO", *["OO"] * 3)
    moved = replace(later, first=10)
    assert spans([Window(((10, 12),))], moved)["source"] == [(10, 11)]
