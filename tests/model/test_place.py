import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import BadValueError, SpanError
from counterclaim.model.place import Candidate, Place, PlaceState
from counterclaim.model.span import Span

FIELDS = [
    "written",
    "start",
    "end",
    "state",
    "id",
    "name",
    "within",
    "part",
    "lat",
    "lon",
    "precision",
    "reasons",
    "alternatives",
]
POKROVSK = Place("Krasnoarmeysk", None, PlaceState.RESOLVED, id="UA1", name="Pokrovsk", lat=48.28, lon=37.18)
IVANIVKA = Place(
    "Ivanivka",
    None,
    PlaceState.AMBIGUOUS,
    alternatives=(Candidate("UA2", "Ivanivka", ("nearest",)), Candidate("UA3", "Ivanivka")),
)

names = st.sampled_from(["Ivanivka", "IVANIVKA", "Pokrovsk", "the  north", "the north"])
ids = st.sampled_from(["UA1", "UA2", "UA3"])
reasons = st.lists(st.text(max_size=5), max_size=2).map(tuple)
candidates = st.lists(st.builds(Candidate, ids, names, reasons), max_size=3).map(tuple)


@st.composite
def places(draw: st.DrawFn) -> Place:
    written, start = draw(names), draw(st.none() | st.integers(0, 99))
    state = draw(st.sampled_from(PlaceState))
    tied = state is PlaceState.RESOLVED or (state is PlaceState.AREA and draw(st.booleans()))
    pointed = tied and draw(st.booleans())
    return Place(
        written=written,
        span=None if start is None else Span(start, start + len(written), written),
        state=state,
        id=draw(ids) if tied else None,
        name=draw(st.none() | names),
        within=draw(reasons),
        part=draw(st.none() | st.just("the north")),
        lat=draw(st.floats(-90, 90)) if pointed else None,
        lon=draw(st.floats(-180, 180)) if pointed else None,
        precision="settlement" if pointed else None,
        reasons=draw(reasons),
        alternatives=draw(candidates),
    )


@given(places())
def test_a_place_round_trips(place: Place) -> None:
    value = json.loads(json.dumps(place.as_json()))
    assert list(value) == FIELDS
    assert Place.from_json(value) == place


@given(places(), places())
def test_compatible_is_symmetric_and_reflexive(one: Place, other: Place) -> None:
    assert one.compatible(other) == other.compatible(one)
    assert one.compatible(one)


@given(places(), places())
def test_places_with_candidates_are_compatible_if_they_share_one(one: Place, other: Place) -> None:
    ours, theirs = ({p.id} if p.id else {c.id for c in p.alternatives} for p in (one, other))
    if ours and theirs:
        assert one.compatible(other) == bool(ours & theirs)


def test_one_place_under_two_names_is_compatible() -> None:
    assert POKROVSK.compatible(replace(POKROVSK, written="Pokrovsk", part="the north"))
    assert not POKROVSK.compatible(replace(POKROVSK, id="UA9"))


def test_an_ambiguous_place_is_compatible_with_each_of_its_candidates() -> None:
    assert IVANIVKA.compatible(replace(POKROVSK, id="UA3"))
    assert not IVANIVKA.compatible(replace(POKROVSK, id="UA4", name="Ivanivka"))


def test_what_was_not_chosen_is_no_candidate() -> None:
    chosen = replace(POKROVSK, alternatives=(Candidate("UA2", "Pokrovsk"),))
    assert not chosen.compatible(replace(POKROVSK, id="UA2"))


def test_an_unresolved_place_is_compatible_by_name() -> None:
    unknown = Place("the  GREY zone", None, PlaceState.UNRESOLVED)
    assert unknown.compatible(replace(unknown, written="The grey zone"))
    assert not unknown.compatible(replace(unknown, written="the red zone"))
    assert replace(unknown, written="pokrovsk").compatible(POKROVSK)
    assert replace(unknown, written="krasnoarmeysk").compatible(POKROVSK)
    assert replace(unknown, written="ivanivka").compatible(IVANIVKA)
    assert not unknown.compatible(POKROVSK)


def test_an_area_is_not_what_lies_within_it() -> None:
    oblast = Place("Donetsk region", None, PlaceState.AREA, id="UA14", name="Donetsk oblast")
    assert not oblast.compatible(replace(POKROVSK, within=("Donetsk oblast",)))


@pytest.mark.parametrize(
    "change",
    [
        {"state": PlaceState.AMBIGUOUS},
        {"state": PlaceState.UNRESOLVED},
        {"state": PlaceState.AMBIGUOUS, "id": None},
        {"id": None},
        {"lat": None},
        {"lon": None},
        {"lat": 90.1},
        {"lon": -180.1},
        {"lat": float("nan")},
    ],
)
def test_a_place_that_contradicts_itself_is_refused_with_a_remedy(change: dict[str, Any]) -> None:
    with pytest.raises(BadValueError) as caught:
        replace(POKROVSK, **change)
    assert caught.value.remedy


def test_a_span_with_other_words_is_refused() -> None:
    with pytest.raises(SpanError):
        replace(POKROVSK, span=Span(0, 8, "Pokrovsk"))
