from counterclaim.evaluating.attribution_figures import scores
from counterclaim.evaluating.attribution_rows import Article, Attributed, Ranges

TEXT = "“It fell at noon,” Mayor Quill said, adding that nobody, as he put it, was “very sad”."


def places(*words: str) -> Ranges:
    return tuple((TEXT.index(word), TEXT.index(word) + len(word)) for word in words)


DIRECT = Attributed(places("Mayor Quill"), places("said"), places("“It fell at noon,”"))
MIXED = Attributed(places("Mayor Quill"), places("adding"), places("nobody", "was “very sad”"))
GOLD = Article("a", TEXT, (DIRECT, MIXED))


def f1(found: list[Attributed]) -> dict[str, float]:
    return {name: round(score.f1 or 0, 3) for name, score in scores(GOLD, found).items()}


def test_the_same_is_right_in_every_view() -> None:
    assert set(f1([DIRECT, MIXED]).values()) == {1.0}


def test_marks_at_the_edges_do_not_count() -> None:
    found = Attributed(places("Mayor Quill"), places("said,"), places("It fell at noon"))
    assert f1([found, MIXED])["whole attribution, strict"] == 1.0


def test_nothing_found_is_nothing() -> None:
    assert set(f1([]).values()) == {0.0}


def test_another_source_is_found_but_not_sourced() -> None:
    figures = f1([Attributed(places("nobody"), DIRECT.cue, DIRECT.content), MIXED])
    assert figures["content found, direct (recall)"] == 1.0
    assert figures["right source, direct (recall)"] == 0.0
    assert figures["right source, mixed (recall)"] == 1.0
    assert figures["right source, all (recall)"] == 0.5
    assert figures["whole attribution, lenient"] == 0.5


def test_half_of_the_words_are_enough_for_lenient_and_not_for_strict() -> None:
    found = Attributed(places("Quill"), places("said"), places("“It fell at"))
    figures = f1([found, MIXED])
    assert (figures["whole attribution, lenient"], figures["whole attribution, strict"]) == (1.0, 0.5)
    assert figures["source, exact"] == 0.667
    assert figures["content, words"] == 0.933


def test_each_attribution_has_one_partner_at_most() -> None:
    figures = f1([DIRECT, DIRECT, MIXED])
    assert figures["whole attribution, strict"] == 0.8
    assert figures["content, exact"] == 1.0
