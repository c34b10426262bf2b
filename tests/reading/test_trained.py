import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from counterclaim.errors import ModelError
from counterclaim.kinds.kinds import kinds
from counterclaim.model.report import Report
from counterclaim.model.source import SourceClass
from counterclaim.model.telling import Quote, Telling, Voice
from counterclaim.model.vocabulary import KNOWLEDGE
from counterclaim.reading.interface import Scheme
from counterclaim.reading.trained import TrainedReader, english

REPORT = """The port of Belmar was shut on Monday, according to Ilka Marn, an adviser to the Vardian army.
He further claimed that the ‘River’ group had been
“all but destroyed” near the mill.

“We have no boats left,” a resident told Vale News. “We live in cellars.”

The day was calm. Observers shrugged."""
WORDS = ("said", "claimed", "according to", "told", "adding that", "denied", "it was reported")
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


@cache
def reader() -> TrainedReader:
    return english()


def read(text: str) -> list[Telling]:
    return reader().read(report(text))


def test_a_report_is_read_line_by_line() -> None:
    first, second, third, fourth = read(REPORT)
    assert claimant(first) == ("Ilka Marn", "Ilka Marn, an adviser to the Vardian army")
    assert first.content.text == "The port of Belmar was shut on Monday"
    assert (cue(first), first.quote, first.voice) == ("according to", Quote.INDIRECT, Voice.ATTRIBUTED)
    assert second.content.text == "the ‘River’ group had been\n“all but destroyed” near the mill"
    assert (cue(second), second.quote, claimant(second)) == ("claimed", Quote.MIXED, ("Ilka Marn", "He"))
    assert (third.content.text, third.quote) == ("“We have no boats left,”", Quote.DIRECT)
    assert [relay.written for relay in third.chain.relays] == ["Vale News"]
    assert fourth.content.text == "“We live in cellars.”"
    assert (fourth.cue, claimant(fourth)) == (None, (None, "a resident"))
    assert fourth.sentence.text == "“We live in cellars.”"


def test_every_telling_names_outlet_and_reader_and_says_what_is_claimed() -> None:
    for telling in read(REPORT):
        assert telling.chain.outlet.name == "Vale"
        assert telling.by == {"reading": "reading-en/5", "grounding": None}
        assert telling.stance is not None
        assert telling.kind in kinds()
        assert telling.knowledge in KNOWLEDGE
        assert telling.cue_type == ("speech" if telling.cue else None)


@pytest.mark.parametrize(
    ("text", "relays", "who"),
    [
        ("KVT, citing the Vardian staff, reported that the bridge at Belmar had fallen.", ["KVT"], "the Vardian staff"),
        ("The bridge fell, Valepress reported, citing the mayor.", ["Valepress"], "the mayor"),
        ("The mayor told the agency Valepress that the bridge had fallen.", ["the agency Valepress"], "The mayor"),
        ("Valepress reported that the mayor had denied that the bridge had fallen.", ["Valepress"], "the mayor"),
        ("The bridge fell, according to the mayor.", [], "the mayor"),
    ],
)
def test_chains(text: str, relays: list[str], who: str) -> None:
    (telling,) = read(text)
    assert [relay.written for relay in telling.chain.relays] == relays
    assert claimant(telling)[1] == who


def test_whom_it_was_told_is_kept_apart() -> None:
    (telling,) = read("Colonel Ilo Maren told the president that the bridge at Belmar had fallen.")
    assert telling.chain.relays == ()
    assert telling.addressee is not None
    assert telling.addressee["written"] == "the president"


def test_what_is_reported_by_nobody_has_an_unstated_claimant() -> None:
    (telling,) = read("It was reported that the port of Belmar had been shut.")
    assert (telling.voice, cue(telling), claimant(telling)) == (Voice.UNNAMED, "reported", (None, None))
    assert [source["class"] for source in telling.chain.as_json()[1:]] == [SourceClass.UNSTATED]


def test_an_interrupted_content_has_parts() -> None:
    (telling,) = read("The bridge at Belmar, the governor claimed, had been blown up by saboteurs.")
    assert [part.text for part in telling.parts] == ["The bridge at Belmar", "had been blown up by saboteurs"]
    assert telling.content.text == "The bridge at Belmar, the governor claimed, had been blown up by saboteurs"


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


def test_a_quotation_that_stands_alone_is_of_who_spoke_before() -> None:
    one, other = read("“They came at night,” Mayor Tessa Quill said.\n\n“They were gone by morning.”")
    assert claimant(one) == claimant(other)
    assert (cue(one), cue(other)) == ("said", None)


def test_without_paragraphs_lines_are_taken() -> None:
    text = "The mayor said it was calm.\nThe envoy said the port was shut."
    assert len(reader().read(report(text, paragraphs=()))) == 2


def test_an_empty_report_tells_nothing() -> None:
    assert read("") == read("\n\n") == []


def test_a_source_is_named_without_its_relative_clause() -> None:
    (telling,) = read("Mayor Tessa Quill, who runs Belmar, has said that the bridge fell.")
    assert claimant(telling) == ("Tessa Quill", "Mayor Tessa Quill")


def test_by_whose_rules_spans_are_cut() -> None:
    made = report("Mayor Tessa Quill, who runs Belmar, has said that the bridge fell.")
    cut = {
        scheme: [made.text[slice(*places[0])] for places in next(reader().roles(made, scheme)).values()]
        for scheme in Scheme
    }
    assert cut[Scheme.GUIDELINES][1:] == ["said", "the bridge fell"]
    assert cut[Scheme.POLNEAR][1:] == ["has said", "that the bridge fell"]


def test_a_model_that_cannot_be_loaded_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="holds model"):
        english(tmp_path)
    (tmp_path / "vocabulary.txt").write_text("[PAD]\n")
    (tmp_path / "model.onnx").write_bytes(b"no model")
    with pytest.raises(ModelError, match="cannot be loaded"):
        english(tmp_path)


@given(GARBAGE)
@example("said it was reported “ ’ . said it was reported")  # a content of marks alone
@settings(max_examples=200, deadline=None)
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
    "text",
    [
        "😀" * 3000,
        "“" * 10_000,
        '"' * 10_000,
        "word " * 20_000,
        "a\u200bb" * 5000,
        "Мэр said порт was shut. " * 500,
        "x" * 100_000,
    ],
)
def test_hostile_texts_are_read_and_every_span_verifies(text: str) -> None:
    for telling in read(text):
        telling.check()


@pytest.mark.parametrize("piece", ["he said that ", "“a b c d” ", ", said X"])
def test_a_long_text_without_a_stop_is_read(piece: str) -> None:
    read(piece * (100_000 // len(piece)))


@pytest.mark.parametrize(
    "text",
    [
        "Russia said that its troops had taken Pokrovsk and Vovchansk. Kyiv denied that either place had fallen.",
        "Russian troops have taken Pokrovsk, the Kremlin said.\nUkraine denied the capture, officials said.",
    ],
)
def test_what_a_telling_answers_is_a_telling_of_its_report(text: str) -> None:
    told = reader().read(report(f"[MADE UP] A text for a test.\n{text}"))
    answers = [one.answers for one in told if one.answers]
    assert answers
    assert set(answers) <= {one.id for one in told}
