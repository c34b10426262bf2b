import re
from pathlib import Path

import pytest

from counterclaim.errors import BadValueError, CounterclaimError
from counterclaim.evaluating.annotation import annotated
from counterclaim.evaluating.labelled import Labelled
from counterclaim.evaluating.marked_report import marked_report
from counterclaim.model.telling import Quote, Voice

GUIDELINES = Path(__file__).parents[2] / "corpus" / "GUIDELINES.md"


def test_all_layers_of_a_telling(sample: Labelled) -> None:
    first, second, third, fourth = sample.tellings.values()
    assert first.content.text == "Tesharish shelling of Myrhal had killed at least three people"
    assert [source.written for source in first.chain.relays] == ["the agency Velmpress"]
    assert first.chain.claimant is not None
    assert (first.chain.claimant.name, first.chain.claimant.party) == ("Ilse Marn", "vardia")
    assert first.said is not None
    assert (first.said.written, str(first.said.when)) == ("on Tuesday", "2031-03-04")
    assert (first.quantities[0].low, first.quantities[0].high) == (3, None)
    assert first.slots["agent"]["party"] == "teshar"
    assert [part.text for part in second.parts] == ["“We may have to evacuate,”", "“by night.”"]
    assert (second.quote, second.chain.claimant and second.chain.claimant.name) == (Quote.DIRECT, "Ilse Marn")
    assert str(second.stance) == "affirms/hedged"
    assert third.answers == first.id
    assert third.loaded[0]["use"] == "attributed"
    assert third.slots["holder"] == {"party": "teshar", "inferred": "party of the claimant"}
    assert (fourth.voice, fourth.cue, fourth.cue_type, fourth.background) == (Voice.OUTLET, None, None, True)
    assert [place.id for place in fourth.places] == ["p_karsk", "p_myrhal"]


def test_what_belongs_to_no_telling_is_kept(sample: Labelled) -> None:
    assert [mention.type for mention in sample.places] == [
        "demonym", "settlement", "reference", "settlement", "settlement",
    ]  # fmt: skip
    assert [(remark.value, remark.span.text[:12]) for remark in sample.remarks["not_told"]] == [
        ("commentary", "The question")
    ]


def test_marks_written_from_labels_are_read_back_the_same(sample: Labelled) -> None:
    assert annotated(marked_report(sample)).as_json() == sample.as_json()


def test_the_example_in_the_guidelines_is_as_they_say() -> None:
    shown = re.findall(r"^```\n(---\nid: .*?)^```", GUIDELINES.read_text(), re.M | re.S)
    assert [len(annotated(example).tellings) for example in shown] == [2]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("cue: q1, relays", "cue: q9, relays", "no mark q9|No telling uses q1"),
        ("claimant: s3", "claimant: s1", "No telling uses s3"),
        ("stance: affirms/hedged", "stance: perhaps", "not a stance"),
        ("kind: displacement", "kind: displacement, colour: red", "there is no colour"),
        ('count: ">=3"', "count: many", "not a count"),
        ("d1: 2031-03-04", "d1: Tuesday", "not a date"),
        ("class: body, ", "", "has no class"),
        ("answers: t1", "answers: t9", "answers t9"),
        ("{type: demonym}", "{party: teshar}", "has no type"),
        ("\n===\n", "\n", "A line of `===`"),
        ("\nx1: commentary", "\nx1: commentary\nx2: topic", "No words are marked x2"),
        ("---\nid: sample-01", "id: sample-01", "begins with a head"),
        ("id: sample-01\n", "", "has no id"),
        ("published: 2031-03-05", "published: soon", "date"),
        ("t2: {content: c2", "t2: {content: [c2", "no YAML"),
    ],
)
def test_what_is_wrong_is_said(marked_text: str, old: str, new: str, says: str) -> None:
    assert old in marked_text
    with pytest.raises(CounterclaimError, match=re.compile(says, re.I)):
        annotated(marked_text.replace(old, new, 1))


def test_a_claimant_that_names_nobody_is_unstated(marked_text: str) -> None:
    text = marked_text.replace("{s4:Druvan} {q3:denied}", "There was {q3:denial} of").replace(
        "claimant: s4", "voice: unnamed"
    )
    told = annotated(text.replace("s4: {name: Druvan, class: body, party: teshar}\n", "")).tellings["t3"]
    assert told.voice is Voice.UNNAMED
    assert told.chain.claimant is not None
    assert (told.chain.claimant.written, str(told.chain.claimant.source_class)) == (None, "unstated")


def test_no_facts_at_all_is_no_report() -> None:
    with pytest.raises(BadValueError):
        annotated("words")
