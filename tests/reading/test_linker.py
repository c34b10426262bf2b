import numpy as np

from counterclaim.model.report import Report
from counterclaim.reading.layout import Layout
from counterclaim.reading.linker import Attribution, attributions, marked
from counterclaim.reading.network import CUE_TYPES, LABELS, LAYERS, LINK_SIZE, LINKS, Output
from counterclaim.reading.pieces import Vocabulary
from counterclaim.reading.windows import Words

TEXT = "p q r s t u v w"
WORDS = Words.of(Layout.of(Report(id="r", text=TEXT, path="a", location="a", language="en")), Vocabulary({"[UNK]": 1}))
SPANS = {"source": [0, 1], "addressee": [2], "cue": [3, 4], "content": [5, 6]}  # words of one each


def output(links: dict[str, list[tuple[int, int]]]) -> Output:
    """Numbers by which each span is one word and these pairs of words are linked."""
    tags = np.zeros((8, len(LAYERS), 3), dtype=np.float32)
    tags[..., 0] = 5.0
    for layer, places in SPANS.items():
        for word in places:
            tags[word, LAYERS.index(layer), 1] = 20.0
    asks, answers = (np.zeros((8, len(LINKS), LINK_SIZE), dtype=np.float32) for _ in range(2))
    at = 0
    for name, pairs in links.items():
        for asking, answering in pairs:
            asks[asking, LINKS.index(name), at] = answers[answering, LINKS.index(name), at] = 8.0
            at += 1
    types = np.zeros((8, len(CUE_TYPES)), dtype=np.float32)
    types[3, CUE_TYPES.index("belief")] = 1.0
    return Output(0, tags, types, asks, answers, np.zeros((8, LABELS), dtype=np.float32))


def told(given: Output) -> list[Attribution]:
    """The attributions that have a content."""
    return [one for one in found(given) if one.contents]


def found(given: Output) -> list[Attribution]:
    return [one for spans in marked(WORDS, WORDS.windows, given) for one in attributions(spans)]


def test_contents_go_to_their_cues_and_cues_to_their_sources() -> None:
    one, other = told(output({"cue": [(5, 3), (6, 4)], "source": [(3, 0), (4, 0)]}))
    assert (one.contents, one.cue, one.claimant, one.cue_type) == (((5, 6),), (3, 4), (0, 1), "belief")
    assert (other.contents, other.cue, other.claimant) == (((6, 7),), (4, 5), (0, 1))


def test_two_contents_of_one_cue_are_one_attribution() -> None:
    (one,) = told(output({"cue": [(5, 3), (6, 3)]}))
    assert (one.contents, one.claimant) == (((5, 6), (6, 7)), None)


def test_relays_and_addressee() -> None:
    links = {"cue": [(5, 3), (6, 3)], "source": [(3, 0)], "relay": [(5, 1), (6, 0)], "addressee": [(6, 2)]}
    (one,) = told(output(links))
    assert (one.claimant, one.relays, one.addressee) == ((0, 1), ((1, 2),), (2, 3))


def test_a_content_without_cue_has_its_own_claimant() -> None:
    one, _ = told(output({"claimant": [(5, 1)], "cue": [(6, 3)]}))
    assert (one.contents, one.cue, one.cue_type, one.claimant) == (((5, 6),), None, None, (1, 2))


def test_an_article_alone_is_no_span_and_a_statement_by_is_nobody() -> None:
    text = "the statement by Marn said so"
    words = Words.of(Layout.of(Report(id="r", text=text, path="a", location="a")), Vocabulary({"[UNK]": 1}))
    tags = np.zeros((6, len(LAYERS), 3), dtype=np.float32)
    tags[..., 0] = 5.0
    tags[0, LAYERS.index("cue"), 1] = tags[1, LAYERS.index("source"), 1] = tags[2, LAYERS.index("source"), 2] = 20.0
    tags[3, LAYERS.index("source"), 1] = tags[4, LAYERS.index("cue"), 1] = 20.0
    vectors = np.zeros((6, len(LINKS), LINK_SIZE), dtype=np.float32)
    types, meanings = (np.zeros((6, size), dtype=np.float32) for size in (len(CUE_TYPES), LABELS))
    (spans,) = marked(words, words.windows, Output(0, tags, types, vectors, vectors, meanings))
    assert (spans.found["source"], spans.found["cue"]) == ([(3, 4)], [(4, 5)])


def test_who_stands_in_the_content_does_not_claim_it() -> None:
    one, _ = told(output({"cue": [(5, 3), (6, 4)], "source": [(3, 0)]}))
    assert one.claimant == (0, 1)
    inside = output({"cue": [(5, 3), (6, 4)], "source": [(3, 5)]})
    inside.tags[5, LAYERS.index("source"), 1] = 20.0
    one, _ = told(inside)
    assert one.claimant is None


def test_a_cue_whose_content_may_stand_in_another_window_is_kept() -> None:
    every = found(output({"cue": [(5, 3), (6, 3)], "source": [(4, 1)]}))
    assert [(one.contents, one.cue, one.claimant) for one in every if not one.contents] == [((), (4, 5), (1, 2))]
