"""What a scorer says of readings that differ from the labels in one known thing."""

import re
from collections.abc import Callable

import pytest

from counterclaim.evaluating.attribution_scores import attributions
from counterclaim.evaluating.figures import measured, read_as
from counterclaim.evaluating.from_marks import annotated
from counterclaim.evaluating.labelled import Labelled
from counterclaim.evaluating.scores import Score

Figures = dict[str, Score]


def figures(gold: Labelled, found: Labelled) -> Figures:
    return {figure.name: figure.score for figure in measured([(gold, found)])}


def test_the_labels_themselves_are_perfect(sample: Labelled) -> None:
    scores = figures(sample, sample)
    assert [name for name, score in scores.items() if score.gold and score.f1 != 1] == []
    assert len(scores) > 40
    assert scores["chain right, relayed tellings"].gold == 1
    assert scores["source resolved"].gold == 1


def test_nothing_found_scores_nothing(sample: Labelled) -> None:
    scores = figures(sample, read_as(sample.report, [], {}, [], name="sample-01", by=None))
    assert scores["tellings found"] == Score(0, 0, 4)
    assert scores["whole attribution, lenient"] == Score(0, 0, 3)
    assert scores["not told, all"] == Score(1, 1, 1)


@pytest.mark.parametrize(
    ("old", "new", "worse", "same"),
    [
        ("kind: displacement", "kind: strike", "kind, end to end", "tellings found"),
        ("stance: affirms/hedged", "stance: affirms/forecast", "certainty, of those found", "polarity, of those found"),
        ("stance: denies", "stance: doubts", "polarity, of those found", "certainty, of those found"),
        ("s3: {same: s1}", "s3: {name: null, class: named_person, party: vardia}", "source resolved", "source, words"),
        ("relays: [s2], ", "addressee: s2, ", "relay, of those found", "chain right, relayed tellings"),
        ("said: d1", "when: d1", "said or when, value and which", "tellings found"),
        ("d1: 2031-03-04", "d1: 2031-03-03", "said, value", "tellings found"),
        ('count: ">=3"', 'count: "3"', "slot quantity", "slot agent"),
        ("metric: killed", "metric: wounded", "quantity: metric, range, who", "slot quantity"),
        ("slots: {agent: a1, ", "slots: {means: a1, ", "slot agent", "slot affected"),
        ("reference, id: p_myrhal", "reference, id: p_karsk", "settlement grounded exactly", "slot quantity"),
        ("reference, id: p_myrhal", "reference, id: p_karsk", "settlement referred to, exactly", "slot quantity"),
        ("reference, id: p_myrhal", "reference, id: p_karsk", "settlement taken for no other", "slot quantity"),
        ("id: p_myrhal", "id: p_karsk", "settlement taken for no other", "slot quantity"),
        ("{type: demonym}", "{type: area}", "type of place, of those found", "place mentions"),
        ("l1: attributed", "l1: adopted", "loaded: word and use", "tellings found"),
        ("party: vardia, actor: a_marn", "party: teshar", "party of claimant, of those found", "source, words"),
        ("{s4:Druvan} {q3:denied}", "Druvan {q3:denied}", "source, words", "cue, words"),
        ("background: true, ", "", "background, of those found", "tellings found"),
    ],
)  # fmt: skip
def test_one_difference_lowers_the_figure_that_measures_it(
    marked_text: str, old: str, new: str, worse: str, same: str
) -> None:
    assert old in marked_text
    text = marked_text.replace(old, new, 1)
    if "Druvan {q3" in new:
        text = text.replace("claimant: s4", "voice: unnamed").replace(
            "s4: {name: Druvan, class: body, party: teshar}\n", ""
        )
    scores = figures(annotated(marked_text), annotated(text))
    assert (scores[worse].f1 or 0) < 1
    assert scores[same].f1 == 1


def test_a_telling_on_words_that_are_not_told_is_counted(marked_text: str, sample: Labelled) -> None:
    text = marked_text.replace(
        "{x1:The question of what comes next is hard to answer.}",
        "{c5:The question of what comes next is hard to answer}.",
    )
    scores = figures(sample, annotated(text.replace("x1: commentary\n", "") + "t5: {content: c5, kind: assessment}\n"))
    assert scores["not told: commentary"] == Score(0, 1, 1)
    assert scores["tellings found"] == Score(4, 5, 4)


def test_what_one_cue_attributes_is_one_attribution(marked_text: str) -> None:
    joined = "{c3:the {l1:liberation} of {p3:the town}}"
    split = "{c3:the {l1:liberation} of {p3:the town}} and {c5:the loss of it}"
    text = marked_text.replace(joined, split) + "t5: {content: c5, cue: q3, claimant: s4, kind: other}\n"
    found = annotated(text)
    assert len(attributions(found)) == 3
    assert any(len(one.content) == 10 for one in attributions(found))


def test_the_cue_is_asked_for_only_by_the_stricter_figures(marked_text: str, sample: Labelled) -> None:
    text = re.sub(r"\{q1:told\} \{s2:the agency Velmpress\}", r"told {s2:the {q1:agency} Velmpress}", marked_text)
    scores = figures(sample, annotated(text))
    assert scores["whole attribution, lenient"] == Score(2, 3, 3)
    assert scores["right source, all"] == Score(3, 3, 3)


def _told(report: Labelled, keep: Callable[[str], bool]) -> Labelled:
    told = [one for label, one in report.tellings.items() if keep(label)]
    return read_as(report.report, told, {}, [], name=report.id, by=None)


def test_a_quotation_that_is_missed_is_missing_among_the_direct_ones(sample: Labelled) -> None:
    scores = figures(sample, _told(sample, lambda label: label != "t2"))
    assert scores["right source, direct"].recall == 0
    assert scores["tellings found, attributed voice (recall)"] == Score(2, 3, 3)


@pytest.mark.parametrize(("who", "right"), [("person", 0), ("peoples", 1), ("three people", 1), ("dogs", 0)])
def test_who_is_counted_may_stand_in_another_number(sample: Labelled, marked_text: str, who: str, right: int) -> None:
    found = annotated(marked_text.replace("who: people", f"who: {who}"))
    assert figures(sample, found)["quantity: metric, range, who"].hit == right


@pytest.mark.parametrize(
    ("name", "right"), [("Ilse Marn", 1), ("Governor Ilse Marn", 1), ("Marn", 1), ("she", 0), ("Jon Marn", 0)]
)
def test_a_source_is_resolved_by_more_than_its_words(sample: Labelled, marked_text: str, name: str, right: int) -> None:
    found = annotated(marked_text.replace("s3: {same: s1}", f"s3: {{name: {name}, class: named_person}}"))
    assert figures(sample, found)["source resolved"] == Score(right, 1, 1)


def test_a_telling_that_takes_in_what_is_not_told_is_counted(marked_text: str, sample: Labelled) -> None:
    end = "{x1:The question of what comes next is hard to answer.}"
    text = marked_text.replace(
        "{c2:“by night.”} " + end, "{c2:“by night.” The question of what comes next is hard to answer}."
    )
    scores = figures(sample, annotated(text.replace("x1: commentary\n", "")))
    assert scores["not told: commentary"] == Score(0, 1, 1)


def test_a_slot_without_words_and_without_party_is_no_answer(marked_text: str) -> None:
    open_ = marked_text.replace(
        "slots: {holder: {party: teshar, inferred: party of the claimant}}", "slots: {holder: {inferred: unknown}}"
    )
    one = annotated(open_)
    assert figures(one, one)["slot holder"].hit == 0


def test_a_place_left_open_is_not_the_place(marked_text: str, sample: Labelled) -> None:
    text = marked_text.replace(
        "p1: {type: settlement, id: p_myrhal}", "p1: {type: settlement, ids: [p_karsk, p_myrhal]}"
    )
    found = annotated(text)
    assert figures(sample, found)["slot place"].hit == figures(sample, sample)["slot place"].hit - 1
    assert figures(found, found)["slot place"].f1 == 1


def test_a_content_wrongly_taken_for_a_quotation_costs_precision(marked_text: str, sample: Labelled) -> None:
    found = annotated(marked_text.replace("t3: {content: c3,", "t3: {quote: direct, content: c3,"))
    assert figures(found, sample)["right source, direct"].gold == 2
    assert figures(sample, found)["right source, direct"] == Score(1, 2, 1)
