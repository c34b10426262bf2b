import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.model.report import Report
from counterclaim.model.source import SourceClass
from counterclaim.model.telling import Quote, Telling, Voice
from counterclaim.reading.cues import cues
from counterclaim.reading.thin import ThinReader

REPORT = """The port of Belmar was shut on Monday, according to Ilka Marn, an adviser to the Vardian army.
He further claimed that the ‘River’ group had been
“all but destroyed” near the mill.

“We have no boats left,” a resident told Vale News. “We live in cellars.”

The day was calm. Observers shrugged."""
WORDS = [word for cue in cues() for form in (*cue.forms, *cue.participle) for word in form.split()]
PIECES = st.sampled_from(
    [*WORDS, "He", "Marn", "the mayor", "who", "that", "as", "by", "and", "on Monday", "“", "”", "‘", "’", '"', "'",
     ",", ".", "?", ":", ";", "—", "(", ")", "\n", "\n\n", "\u00a0", "\u00ad", "e\u0301", "The bridge fell", "…"]
)  # fmt: skip
GARBAGE = st.lists(PIECES, max_size=40).map(" ".join) | st.lists(PIECES, max_size=40).map("".join) | st.text()


def report(text: str, paragraphs: tuple[()] | None = None) -> Report:
    spans = tuple(match.span() for match in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text)) if paragraphs is None else ()
    return Report(id="r_1", text=text, path="a.txt", location="a.txt", language="en", outlet="Vale", paragraphs=spans)


def claimant(telling: Telling) -> tuple[str | None, str | None]:
    source = telling.chain.claimant
    return (source.name, source.written) if source else (None, None)


def cue(telling: Telling) -> str | None:
    return telling.cue.text if telling.cue else None


def read(text: str) -> list[Telling]:
    return ThinReader().read(report(text))


def test_a_report_is_read_line_by_line() -> None:
    first, second, third, fourth = read(REPORT)
    assert claimant(first) == ("Ilka Marn", "Ilka Marn, an adviser to the Vardian army")
    assert first.content.text == "The port of Belmar was shut on Monday"
    assert (cue(first), first.quote, first.voice) == ("according to", Quote.INDIRECT, Voice.ATTRIBUTED)
    assert second.content.text == "the ‘River’ group had been\n“all but destroyed” near the mill"
    assert (cue(second), second.quote, claimant(second)[0]) == ("claimed", Quote.MIXED, None)
    assert (third.content.text, third.quote) == ("“We have no boats left,”", Quote.DIRECT)
    assert third.addressee == {
        "name": "Vale News",
        "written": "Vale News",
        "start": REPORT.index("Vale News"),
        "end": REPORT.index("Vale News") + 9,
    }
    assert fourth.content.text == "“We live in cellars.”"
    assert (fourth.cue, fourth.chain.claimant, fourth.addressee) == (third.cue, third.chain.claimant, None)
    assert fourth.sentence.text == "“We live in cellars.”"


def test_every_telling_names_outlet_and_reader_and_leaves_the_rest_to_others() -> None:
    for telling in read(REPORT):
        assert telling.chain.outlet.name == "Vale"
        assert telling.by == {"reading": "thin-en/1", "grounding": None}
        assert (telling.kind, telling.stance, telling.cue_type, telling.knowledge) == (None,) * 4


def test_nobody_named_is_said_to_be_nobody() -> None:
    (telling,) = read("A banner promised “an end to all of this” at the gate.")
    assert telling.voice is Voice.UNNAMED
    assert telling.cue is None
    assert claimant(telling) == (None, None)
    assert [source["class"] for source in telling.chain.as_json()[1:]] == [SourceClass.UNSTATED]


def test_an_interrupted_content_has_parts() -> None:
    (telling,) = read("This plan, he claimed, reflects a strong will.")
    assert [part.text for part in telling.parts] == ["This plan", "reflects a strong will"]
    assert telling.content.text == "This plan, he claimed, reflects a strong will"


def test_a_possessor_is_named_without_its_ending() -> None:
    (telling,) = read("He rejected Vardia’s claim that Belmar had fallen.")
    assert claimant(telling) == ("Vardia", "Vardia")


def test_spans_count_the_text_as_given() -> None:
    text = "The may\u00ador said the cafe\u0301 in\u00a0Belmar was shut."
    (telling,) = read(text)
    assert claimant(telling) == (None, "The may\u00ador")
    assert telling.content.text == "the cafe\u0301 in\u00a0Belmar was shut"
    telling.check()


def test_a_quotation_over_two_paragraphs_is_one_content() -> None:
    (telling,) = read('"The town is ours.\n\nWe took it," he said in a post shared by Vale News.')
    assert telling.content.text == '"The town is ours.\n\nWe took it,"'
    assert (claimant(telling)[1], telling.quote) == ("he", Quote.DIRECT)


def test_what_is_reported_by_nobody_has_an_unstated_claimant() -> None:
    (telling,) = read("It is reported that the port was shut.")
    assert (telling.voice, cue(telling), claimant(telling)) == (Voice.UNNAMED, "It is reported", (None, None))


def test_without_paragraphs_lines_are_taken() -> None:
    text = "The mayor said it was calm.\nThe envoy said the port was shut."
    assert len(ThinReader().read(report(text, paragraphs=()))) == 2


def test_an_empty_report_tells_nothing() -> None:
    assert read("") == read("\n\n") == []


@given(GARBAGE)
@settings(max_examples=400, deadline=None)
def test_any_text_is_read_and_every_span_verifies(text: str) -> None:
    tellings = read(text)
    contents = [telling.content for telling in tellings]
    assert contents == sorted(set(contents))
    for telling in tellings:
        telling.check()
        for span in telling.spans():
            assert text[span.start : span.end] == span.text
        if telling.addressee:
            assert text[telling.addressee["start"] : telling.addressee["end"]] == telling.addressee["written"]
        assert all(telling.content.contains(part) for part in telling.parts)
        assert telling.sentence.start <= telling.content.start < telling.sentence.end


@given(GARBAGE)
@settings(max_examples=50, deadline=None)
def test_the_same_text_is_read_the_same(text: str) -> None:
    assert read(text) == read(text)


@pytest.mark.parametrize(
    "piece",
    [
        "he said that ",
        "“a b c d” ",
        "“",
        ", said X",
        "left and said ",
        "Zan took it but said ",
        "this month ",
        '"a ',
        "“a\n",
        '"a\n',
        '"a\nb" "',
        "according to ",
        "a’s ",
        "Xy, ",
    ],
)
def test_a_megabyte_without_a_stop_takes_seconds(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    read(text)
