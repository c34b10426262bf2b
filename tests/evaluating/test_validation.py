import re
from dataclasses import replace

import pytest

from counterclaim.evaluating.from_marks import annotated
from counterclaim.evaluating.labelled import Labelled
from counterclaim.evaluating.validation import Known, faults
from counterclaim.theatres.theatre import load

VARDIA = Known.of(load("vardia"))


def test_a_sound_report_has_no_fault(sample: Labelled) -> None:
    assert faults(sample, VARDIA) == []


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("kind: displacement", "kind: journey", "no kind journey"),
        ("party: vardia, actor: a_marn", "party: vardia, actor: a_nobody", "no actor a_nobody"),
        ("a1: {party: teshar}", "a1: {party: martians}", "no party martians"),
        ("id: p_karsk", "id: p_atlantis", "no p_atlantis"),
        ("{type: settlement, id: p_karsk}", "{type: area, id: p_karsk}", "an area is marked"),
        ("x1: commentary", "x1: boredom", "no value boredom"),
        ("l1: attributed", "l1: ''", r"no value \(none\)"),
        ("{l1:liberation}", "liberation", "“liberation” at"),
        ("{p5:Myrhal}", "Myrhal", "place “Myrhal” at"),
        ("metric: killed", "metric: shaken", "no metric shaken"),
        ("[MADE UP] Vardia", "Vardia", "opens with a line"),
        ("style: agency_item\n", "", "no `style`"),
        ("{c3:the", "{c3: the", "begins or ends"),
        ("{q1:told} {s2:", "{q1:told }{s2:", "“told ” begins or ends"),
        ("{s2:the agency Velmpress}", "{s2:the agency Velmpress }", "“the agency Velmpress ” begins or ends"),
        ("{s1:Governor Ilse Marn} {q1:told}", "{s1:Governor Ilse Marn’s} {q1:told}", "possessive"),
        ("is hard to answer.}", "is hard to answer.} A mine was found.", "word with senses “mine”"),
        ("cue: q1, relays", "cue: q1, cue_type: song, relays", "no cue_type song"),
    ],
)
def test_each_kind_of_fault_is_found(marked_text: str, old: str, new: str, says: str) -> None:
    assert old in marked_text
    text = marked_text.replace(old, new, 1)
    if new == "liberation":
        text = text.replace("l1: attributed\n", "")
    if new == "Myrhal":
        text = text.replace("p5: {type: settlement, id: p_myrhal}\n", "").replace("[p4, p5]", "p4")
    found = faults(annotated(text), VARDIA)
    assert any(re.search(says, fault) for fault in found)


def test_a_claimant_within_the_content_is_a_fault(marked_text: str) -> None:
    text = marked_text.replace("{c2:“We {h1:may} have to evacuate,”} {s3:she} {q2:added}, {c2:“by night.”}",
                               "{c2:“We {h1:may} have to evacuate,” {s3:she} {q2:added}, “by night.”}")  # fmt: skip
    assert any("in two pieces" in fault for fault in faults(annotated(text), VARDIA))


def test_a_mark_around_a_blank_is_a_fault(marked_text: str) -> None:
    text = marked_text.replace("answer.}", "answer.}{x2: }").replace("x1: commentary", "x1: commentary\nx2: topic")
    assert any("stands on no words" in fault for fault in faults(annotated(text), VARDIA))


def test_a_telling_that_answers_itself_is_a_fault(marked_text: str) -> None:
    text = marked_text.replace("answers: t1", "answers: t3")
    assert any("t3: it answers itself" in fault for fault in faults(annotated(text), VARDIA))


def test_a_place_that_is_told_and_not_marked_is_a_fault(sample: Labelled) -> None:
    found = faults(replace(sample, places=sample.places[1:2]), VARDIA)
    assert [fault for fault in found if "none of the places marked" in fault] == [
        "sample-01: t3: its place “the town” is none of the places marked",
        "sample-01: t4: its place “Karsk” is none of the places marked",
        "sample-01: t4: its place “Myrhal” is none of the places marked",
    ]


def test_two_tellings_of_the_same_words_are_a_fault(marked_text: str) -> None:
    text = marked_text + "t5: {content: c4, kind: casualties, place: p4}\n"
    assert any("same telling" in fault for fault in faults(annotated(text), VARDIA))


def test_without_a_theatre_ids_are_not_looked_up(marked_text: str) -> None:
    assert faults(annotated(marked_text.replace("id: p_karsk", "id: elsewhere")), None) == []
