import re
from dataclasses import replace
from pathlib import Path

import pytest

from counterclaim.errors import BadValueError, CounterclaimError
from counterclaim.evaluating import sentence_and_quote
from counterclaim.evaluating.from_marks import annotated
from counterclaim.evaluating.labelled import Labelled
from counterclaim.evaluating.to_marks import marked_report
from counterclaim.intake.paragraphs import paragraphs
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
        ("t2: {content: c2", "t2: {content: [c2", "not YAML.*line 31"),
        ("place: p1", "place: p9", "t1 names p9, but no words are marked so"),
        ("place: [p4, p5]", "place: [p4, p9]", "t4 names p9"),
        ("claimant: s4", "claimant: s9", "t3 names s9"),
        ("affected: a2", "affected: a9", "t4 names a9"),
        ("d1: 2031-03-04\n", "", "say nothing of d1"),
        ("p4: {type: settlement, id: p_karsk}\n", "", "say nothing of p4"),
        ("d1: 2031-03-04", "d1: yesterday", "t1: d1: "),
        ("cue: q1", "ceu: q1", "there is no ceu .is cue meant"),
        ("{p4:Karsk}", "{p4:Karsk", "or one within it, is not closed"),
    ],
)
def test_what_is_wrong_is_said(marked_text: str, old: str, new: str, says: str) -> None:
    assert old in marked_text
    with pytest.raises(CounterclaimError, match=re.compile(says, re.I)):
        annotated(marked_text.replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("same: s1", "same: s3", "`same` leads from s3 to no facts"),
        ("same: s1", "same: s9", "`same` leads from s3 to no facts"),
        ("same: s1", "same: [s1]", "s3.same is .* not a mark s"),
        ("same: s1", "same: s1, role: Governor", "s3: there is no role"),
        ("content: c1", "content: [c1]", "t1.content is .* not a mark c"),
        ("content: c1", "content: q1", "t1.content is “q1”, not a mark c"),
        ("content: c1, ", "", "t1 has no content"),
        ("kind: displacement, ", "", "t2 has no kind"),
        ("kind: displacement", "kind: [displacement]", "t2.kind is .* not text"),
        ("cue: q1", "cue: {a: q1}", "t1.cue is .* not a mark q"),
        ("relays: [s2]", "relays: s2", "t1.relays is “s2”, not a list"),
        ("claimant: s1", "claimant: [s1]", "t1.claimant is .* not a mark s"),
        ("said: d1", "said: [d1]", "t1.said is .* not a mark d"),
        ("hedges: [h1]", "hedges: h1", "t2.hedges is “h1”, not a list"),
        ("stance: affirms/hedged", "stance: [affirms/hedged]", "t2.stance is .* not text"),
        ("slots: {agent: a1, affected: n1}", "slots: [a1, n1]", "t1.slots is"),
        ("slots: {affected: a2}", "slots: {affected: {pary: teshar}}", "t4.slots.affected: there is no pary"),
        ("id: p_karsk", "id: [p_karsk]", "p4.id is .* not text"),
        ("{type: demonym}", "{type: demonym, id: p_karsk}", "“Tesharish”: a place of type demonym cannot have id"),
        ("{type: demonym}", "{type: area, name: Teshar}", "a place of type area cannot have name"),
        (
            "{type: settlement, id: p_karsk}",
            "{type: settlement, id: p_karsk, ids: [p_karsk, p_myrhal]}",
            "cannot have ids",
        ),
        ("{type: demonym}", "demonym", "p2 is “demonym”, not {type"),
        ("d1: 2031-03-04", "d1: [2031-03-04]", "d1 is .* not text or nothing"),
        ("x1: commentary", "x1: {why: commentary}", "x1 is .* not text or nothing"),
        ("x1: commentary", "x1: commentary\nq1: said", "q1 is “said”"),
        ("name: Ilse Marn", "name: [Ilse, Marn]", "s1.name is .* not text"),
        ("name: Ilse Marn", "nane: Ilse Marn", "s1: there is no nane"),
        ("class: body", "class: medium", "s4.class is “medium”, not one of"),
        ("who: people", "whom: people", "n1: there is no whom"),
        ("a1: {party: teshar}", "a1: {pary: teshar}", "a1: there is no pary"),
        ("background: true", "background: True", "t4.background is “True”, not one of true, false"),
        ("background: true", "background: yes", "t4.background is “yes”"),
        ("background: true", "voice: loud", "t4.voice is “loud”"),
        ("background: true", "voice: unnamed, claimant: s4", "t4: the voice of its chain is attributed, not unnamed"),
        ("background: true", "cue_type: belief", "t4: in the outlet's own voice there is no cue"),
        ("background: true", "notes: unverified", "t4.notes is “unverified”, not a list"),
        ("a1: {party: teshar}", "a1: {party: teshar, party: vardia}", "The key 'party' stands twice"),
        ("t2: {content", "t1: {content", "The key 't1' stands twice"),
        ("x1: commentary", "x1: &a commentary\nz1: &b [*a]\nz2: *b", "repeats a value by an anchor"),
        ("x1: commentary", '"": commentary', "No words are marked"),
        ("x1: commentary", "? [x1]\n: commentary", "is no word"),
        ("x1: commentary", "x1: " + "[" * 3000 + "]" * 3000, "nested too deeply"),
        ("by: author", "by author", "The line “by author” is none of a head"),
        ("by: author", "by: author\nby: another", "The line “by: another” stands twice"),
        ("theatre: vardia", "theater: vardia", "The line “theater: vardia” is none of a head"),
        ("id: sample-01", "id: ../sample-01", "not a plain name"),
        ("id: sample-01", "id: /tmp/sample-01", "not a plain name"),
        ("id: sample-01", "id: .sample", "not a plain name"),
        ("id: sample-01", "id: a\0b", "not a plain name"),
        ("id: sample-01", f"id: {'a' * 101}", "not a plain name"),
        ("{p5:Myrhal}", "{p4:Myrhal}", "The mark p4 stands 2 times, and only a content may"),
        ("{c2:“We {h1:may} have", "{c2:“We {c2:may} {h1:may} have", "The mark c2 lies in itself"),
    ],
)
def test_nothing_that_is_stated_is_lost_or_misread(marked_text: str, old: str, new: str, says: str) -> None:
    assert old in marked_text
    with pytest.raises(BadValueError, match=says):
        annotated(marked_text.replace(old, new, 1))


def test_a_head_that_states_nothing_of_the_report_does_not_shift_its_labels(marked_text: str) -> None:
    bare = re.sub(r"^(?:theatre|outlet|published|language): .*\n", "", marked_text, flags=re.M)
    with pytest.raises(BadValueError, match="states nothing of the report"):
        annotated(bare)


def test_what_is_null_is_left_out(marked_text: str) -> None:
    written = marked_text.replace("content: c4", "content: c4, cue: null, said: ~, relays: null, stance: null")
    assert annotated(written).as_json() == annotated(marked_text).as_json()


def test_a_number_that_fills_a_slot_may_state_a_party(marked_text: str) -> None:
    written = marked_text.replace('count: ">=3"', 'count: ">=3", party: vardia')
    assert annotated(written).tellings["t1"].slots["affected"]["party"] == "vardia"
    with pytest.raises(BadValueError, match="n1: there is no party"):
        annotated(written.replace(", affected: n1", ""))


def test_a_report_is_split_into_sentences_once(marked_text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def counted(text: str) -> tuple[tuple[int, int], ...]:
        seen.append(text)
        return paragraphs(text)

    monkeypatch.setattr(sentence_and_quote, "paragraphs", counted)
    assert len(annotated(marked_text).tellings) == 4
    assert len(seen) == 1


@pytest.mark.parametrize("rest", ["\n===\n", " {", " }", " {q1:town}", ""])
def test_a_text_that_would_be_read_back_otherwise_is_not_marked(sample: Labelled, rest: str) -> None:
    text = sample.report.text.rstrip("\n") + rest
    with pytest.raises(BadValueError, match=r"brace of the text|`===`"):
        marked_report(replace(sample, report=replace(sample.report, text=text)))


def test_a_telling_whose_place_is_not_marked_is_not_written_without_it(sample: Labelled) -> None:
    with pytest.raises(BadValueError, match="none of the places"):
        marked_report(replace(sample, places=()))


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
