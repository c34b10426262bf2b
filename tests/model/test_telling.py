import json
from dataclasses import fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import SpanError
from counterclaim.model.place import Candidate, Place, PlaceState
from counterclaim.model.quantity import Quantity
from counterclaim.model.report import Report
from counterclaim.model.source import Chain, Link, Source, SourceClass
from counterclaim.model.span import Span
from counterclaim.model.stance import Stance
from counterclaim.model.telling import Quote, Telling, Voice
from counterclaim.model.when import Dated, When

TEXT = "On December 1 General Gerasimov reported, TASS said, the capture of Ivanivka; dozens were not killed."
REPORT = Report("r_0", TEXT, "a.txt", "/x/a.txt")


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


CHAIN = Chain.of(
    "Wire",
    relays=(Source(Link.RELAY, "TASS", span("TASS"), SourceClass.MEDIA),),
    claimant=Source(Link.CLAIMANT, "Gerasimov", span("General Gerasimov"), SourceClass.NAMED_PERSON, "General"),
)
BARE = Telling(REPORT, span(TEXT), span("the capture of Ivanivka"), CHAIN, {"reading": "test/1"})
PLACE = Place(
    "Ivanivka",
    span("Ivanivka"),
    PlaceState.AMBIGUOUS,
    alternatives=(Candidate("UA2", "Ivanivka"), Candidate("UA3", "Ivanivka")),
)
FILLED: dict[str, Any] = {
    "cue": span("reported"),
    "parts": (span("the capture"), span("of Ivanivka")),
    "quote": Quote.MIXED,
    "voice": Voice.ATTRIBUTED,
    "kind": "control_changed",
    "cue_type": "speech",
    "background": True,
    "addressee": {"name": None},
    "knowledge": "none_stated",
    "stance": Stance.parse("denies/asserted", cues=(span("not"),)),
    "answers": "t_0",
    "said": Dated("On December 1", When.parse("XXXX-12-01"), "text", span("On December 1")),
    "when": Dated("", None, "published"),
    "place": PLACE,
    "places": (PLACE, replace(PLACE, span=span("Ivanivka"), part="north")),
    "quantities": (Quantity("killed", None, "dozens", 24, 99, True, span("dozens")),),
    "slots": {"holder": {"party": "russia"}},
    "loaded": ({"written": "capture", "use": "adopted", "start": 57, "end": 64},),
    "notes": ("a note",),
}
PUBLIC = [
    "id",
    "report",
    "kind",
    "voice",
    "quote",
    "cue_type",
    "background",
    "sentence",
    "content",
    "cue",
    "chain",
    "addressee",
    "knowledge",
    "stance",
    "answers",
    "said",
    "when",
    "place",
    "quantities",
    "slots",
    "loaded",
    "notes",
    "by",
]


@given(st.sets(st.sampled_from(sorted(FILLED))))
def test_a_telling_round_trips_with_any_of_its_fields_filled(names: set[str]) -> None:
    telling = replace(BARE, **{name: FILLED[name] for name in names})
    value = json.loads(json.dumps(telling.as_json()))
    assert Telling.from_json(value, REPORT) == telling
    assert Telling.from_json(value, REPORT).id == value["id"]


def test_every_field_that_a_stage_fills_is_tried_here() -> None:
    required = {"report", "sentence", "content", "chain", "by"}
    assert {field.name for field in fields(Telling)} - required == set(FILLED)


def test_the_public_shape_has_every_field_of_the_architecture() -> None:
    assert set(PUBLIC) <= set(BARE.as_json())


def test_the_sentence_carries_its_context() -> None:
    value = replace(BARE, sentence=span("the capture of Ivanivka")).as_json()["sentence"]
    assert value["prefix"] == TEXT[: span("the capture").start][-32:]
    assert value["suffix"] == "; dozens were not killed."


def test_the_id_hangs_on_report_content_claimant_and_place_alone() -> None:
    assert replace(BARE, **(FILLED | {"place": None})).id == BARE.id
    others = [
        replace(BARE, content=span("capture of Ivanivka")),
        replace(BARE, chain=Chain.of("Wire", claimant=None)),
        replace(BARE, place=PLACE),
        replace(BARE, report=replace(REPORT, id="r_1")),
    ]
    assert len({BARE.id, *(other.id for other in others)}) == 5


def test_the_whole_telling_checks_against_its_report() -> None:
    replace(BARE, **FILLED).check()


@pytest.mark.parametrize(
    "change",
    [
        {"content": Span(0, 3, "the")},
        {"cue": Span(0, 3, "the")},
        {"loaded": ({"written": "capture", "use": "adopted", "start": 55, "end": 62},)},
        {"addressee": {"name": None, "written": "TASS", "start": 0, "end": 4}},
        {"parts": (Span(0, 3, "the"),)},
        {"place": replace(PLACE, span=Span(0, 8, "Ivanivka"))},
        {"places": (replace(PLACE, span=Span(0, 8, "Ivanivka")),)},
        {"chain": Chain.of(None, claimant=Source(Link.CLAIMANT, span=Span(0, 3, "the")))},
        {"chain": Chain.of(None, claimant=None, relays=(Source(Link.RELAY, span=Span(0, 3, "the")),))},
    ],
)
def test_a_span_with_other_words_is_an_error(change: dict[str, Any]) -> None:
    with pytest.raises(SpanError):
        replace(BARE, **change).check()


def test_a_text_that_shifted_is_an_error() -> None:
    with pytest.raises(SpanError):
        replace(BARE, report=replace(REPORT, text=" " + TEXT)).check()
