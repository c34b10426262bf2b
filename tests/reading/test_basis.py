"""What a telling rests on: rows that fire, and notes that reach the tellings they speak of."""

from dataclasses import replace

import pytest

from counterclaim.model.report import Report
from counterclaim.model.source import Chain, Link, Source, SourceClass
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling, Voice
from counterclaim.reading.basis import beside, dead_rows, knowledge, knowledge_rows, note_rows, noted
from counterclaim.reading.layout import Layout


def test_every_row_fires_on_its_own_example() -> None:
    assert list(dead_rows()) == []
    assert {row.note for row in note_rows()} == {"unverified", "limited_access", "geolocated"}
    assert {row.basis for row in knowledge_rows()} == {"imagery", "document", "inferred", "was_told", "saw"}


TEXT = "Marn said Dorn had fallen. The claim could not be independently verified. Toll is quiet, he said. Rain fell."


def telling(content: str, text: str = TEXT) -> Telling:
    report = Report("r", text, "r", "r", paragraphs=((0, len(text)),))
    at = text.index(content)
    layout = Layout.of(report)
    span = Span.of(text, at, at + len(content))
    return Telling(report, layout.sentence(at), span, Chain.of(None, claimant=None), {})


def test_what_could_not_be_checked_is_what_was_told_before() -> None:
    told = [telling("Dorn had fallen"), telling("Toll is quiet")]
    assert [one.notes for one in noted(Layout.of(told[0].report), told)] == [("unverified",), ()]


def test_a_long_sentence_that_tells_something_speaks_of_itself() -> None:
    text = (
        "Dorn fell, Marn said. Kestin fell too, the same Marn said later, though it could not be verified by anybody."
    )
    told = [telling("Dorn fell", text), telling("Kestin fell too", text)]
    assert [one.notes for one in noted(Layout.of(told[0].report), told)] == [(), ("unverified",)]


def cited(cue: str, who: SourceClass, text: str, content: str) -> Telling:
    one = telling(content, text)
    at, source = text.index(cue), text.split(" ", maxsplit=1)[0]
    claimant = Source(Link.CLAIMANT, None, Span.of(text, 0, len(source)), who)
    chain = Chain.of(None, claimant=claimant)
    return replace(one, voice=Voice.ATTRIBUTED, cue=Span.of(text, at, at + len(cue)), chain=chain)


@pytest.mark.parametrize(
    ("cue", "who", "text", "content", "basis"),
    [
        ("counted", SourceClass.UNNAMED_WITNESS, "Porters counted fourteen bodies.", "fourteen bodies", "saw"),
        ("estimates", SourceClass.BODY, "Relief estimates that 900 are left.", "900 are left", "inferred"),
        ("show", SourceClass.DOCUMENT_OR_IMAGERY, "Photographs show two guns.", "two guns", "imagery"),
        ("said", SourceClass.BODY, "Meridian said, citing geolocated footage, Toll fell.", "Toll fell", "imagery"),
        ("said", SourceClass.BODY, "Meridian said Toll fell.", "Toll fell", "none_stated"),
    ],
)
def test_what_a_claimants_knowledge_rests_on(cue: str, who: SourceClass, text: str, content: str, basis: str) -> None:
    one = cited(cue, who, text, content)
    assert knowledge(one, beside(one)) == basis
