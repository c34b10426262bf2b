from counterclaim.evaluating.alignment import aligned, content, overlap, words
from counterclaim.evaluating.labelled import Labelled
from counterclaim.model.span import Span


def test_words_are_where_they_begin() -> None:
    assert words([Span(10, 19, "the mayor")]) == {10, 14}
    assert words([Span(4, 5, ":")]) == {4}
    assert words([None]) == frozenset()


def test_the_gap_of_a_content_in_pieces_is_no_part_of_it(sample: Labelled) -> None:
    told = sample.tellings["t2"]
    cue = told.cue
    assert cue is not None
    assert cue.start not in content(told)
    assert told.content.start + 1 in content(told)


def test_overlap_is_shared_over_all() -> None:
    assert overlap(frozenset({1, 2, 3}), frozenset({2, 3, 4})) == 0.5
    assert overlap(frozenset(), frozenset()) == 0


def test_each_has_one_partner_at_most_and_the_best_goes_first() -> None:
    gold = [frozenset({1, 2, 3, 4}), frozenset({5, 6})]
    found = [frozenset({1, 2, 3}), frozenset({1, 2, 3, 4}), frozenset({9})]
    pairs = aligned(gold, found, lambda one: one)
    assert pairs == [(gold[0], found[1]), (gold[1], None), (None, found[0]), (None, found[2])]
