"""The made-up theatre of the package is sound, and what it says it is."""

import re
from collections import Counter
from datetime import date

import pytest

from counterclaim.model.when import When
from counterclaim.theatres.rows import PlaceRow
from counterclaim.theatres.theatre import FILES, PACKAGE, Theatre, faults, load, names

PATCH = {"lat": (-42, -39), "lon": (95, 100)}  # empty ocean
SCRIPT = {"vd": re.compile(r"[A-Za-z -]+"), "ts": re.compile(r"[А-яЁё -]+")}


@pytest.fixture(scope="module")
def vardia() -> Theatre:
    return load("vardia")


def test_the_package_has_vardia_without_faults() -> None:
    assert "vardia" in names()
    assert faults("vardia") == []


def test_every_theatre_of_the_package_is_sound() -> None:
    assert {name: faults(name) for name in names()} == {name: [] for name in names()}


def test_vardia_says_that_it_is_made_up(vardia: Theatre) -> None:
    assert vardia.made_up
    assert vardia.notice
    assert vardia.notice.startswith("[MADE UP]")
    texts = [path.read_text("utf-8") for path in (PACKAGE / "vardia").iterdir()]
    assert len(texts) > len(FILES)
    assert all("MADE UP" in text.partition("\n")[0] for text in texts)


def test_vardia_has_two_opposed_parties(vardia: Theatre) -> None:
    assert {party.id: party.opposes for party in vardia.parties} == {"vardia": ("teshar",), "teshar": ("vardia",)}
    assert vardia.period == When.parse("2029-02/..")
    assert {actor.party for actor in vardia.actors} == {"vardia", "teshar", "none", None}
    assert {word.used_by for word in vardia.loaded} == {"vardia", "teshar"}


def test_every_place_has_a_name_in_both_scripts(vardia: Theatre) -> None:
    assert {language.code: language.script for language in vardia.languages} == {"vd": "Latin", "ts": "Cyrillic"}
    for place in vardia.places:
        found = {name.language: name.text for name in place.names}
        assert set(found) == set(SCRIPT)
        assert all(SCRIPT[code].fullmatch(text) for code, text in found.items())


def test_vardia_is_of_the_size_it_is_said_to_be(vardia: Theatre) -> None:
    settlements = [place for place in vardia.places if place.type == "settlement"]
    assert len(settlements) >= 115
    assert len(vardia.places) - len(settlements) >= 35
    assert sum(bool(place.former) for place in settlements) >= 18
    assert len(vardia.actors) >= 70
    assert len(vardia.outlets) >= 18


def test_points_lie_in_the_empty_patch_and_near_their_district(vardia: Theatre) -> None:
    by_district: dict[str | None, list[PlaceRow]] = {}
    for place in vardia.places:
        if place.type == "settlement":
            by_district.setdefault(place.within, []).append(place)
    for places in by_district.values():
        lats, lons = ([getattr(place, axis) for place in places] for axis in ("lat", "lon"))
        for axis, values in zip(("lat", "lon"), (lats, lons), strict=True):
            assert PATCH[axis][0] <= min(values)
            assert max(values) <= PATCH[axis][1]
            assert max(values) - min(values) < 1
    points = Counter((place.lat, place.lon) for place in vardia.places if place.lat is not None)
    assert set(points.values()) == {1}


def test_namesakes_lie_in_different_districts(vardia: Theatre) -> None:
    places = [place for place in vardia.places if place.type == "settlement"]
    counts = Counter(place.name for place in places)
    namesakes = {name for name, count in counts.items() if count > 1}
    assert len(namesakes) >= 8
    for name in namesakes:
        districts = [place.within for place in places if place.name == name]
        assert len(set(districts)) == len(districts)


def test_a_ministry_changed_hands_on_one_day(vardia: Theatre) -> None:
    def ministers(day: date) -> list[str]:
        return [
            actor.name
            for actor in vardia.actors
            for office in actor.offices
            if office.role == "Defence Minister of Vardia" and office.term.covers(day)
        ]

    assert ministers(date(2030, 6, 9)) == ["Tomas Ravel"]
    assert ministers(date(2030, 6, 10)) == ["Lena Orsen"]


def test_a_person_can_be_named_like_a_place(vardia: Theatre) -> None:
    surnames = {actor.name.split()[-1] for actor in vardia.actors if actor.type == "person"}
    assert {"Dorn", "Orsen", "Lindra", "Strand", "Post", "Kordash"} <= surnames & {p.name for p in vardia.places}


def test_what_authors_read_names_only_what_is_there(vardia: Theatre) -> None:
    readme = (PACKAGE / "vardia" / "README.md").read_text("utf-8")
    known = {place.id for place in vardia.places} | {actor.id for actor in vardia.actors}
    named = set(re.findall(r"\b[apr]_[a-z0-9_]+", readme))
    assert len(named) > 100
    assert named <= known
    assert len(readme.splitlines()) <= 150
