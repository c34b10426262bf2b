"""Places of every theatre that comes with the program."""

from pathlib import Path

import pytest

from counterclaim.ledger.store import Store
from counterclaim.masking.shown import Shown
from counterclaim.views import placing
from counterclaim.views.doubts import doubtful, others

POKROVSK, RIVNE, CITY = "UA14160210010099403", "UA14160150030092191", "UA56060470010041018"


def test_an_id_is_found_in_any_theatre() -> None:
    pokrovsk, dorn = placing.by_id(POKROVSK), placing.by_id("p_dorn")
    assert pokrovsk
    assert dorn
    assert (pokrovsk.theatre, pokrovsk.full_name) == ("ukraine", "Pokrovsk, Pokrovsk raion, Donetsk oblast, Ukraine")
    assert (dorn.theatre, dorn.parties()["teshar"]) == ("vardia", "Teshar Union")
    assert placing.by_id("p_dorn", "ukraine") is None
    assert placing.by_id("nowhere") is None


def test_a_name_finds_places_best_first() -> None:
    found = placing.by_name("Rovno")
    assert found[0].found.place.id == CITY
    assert [one.named.near for one in found] == sorted((one.named.near for one in found), reverse=True)
    assert {one.found.theatre for one in placing.by_name("Dorn")} == {"vardia", "ukraine"}


def test_namesakes_are_the_nearest_first_and_never_the_place_itself() -> None:
    found = placing.by_id(RIVNE)
    assert found
    near = placing.namesakes(found)
    known = [one.km for one in near if one.km is not None]
    assert known == sorted(known)
    assert RIVNE not in {one.found.place.id for one in near}
    city = next(one for one in near if one.found.place.id == CITY)
    assert city.km == pytest.approx(834, abs=5)


def test_spellings_of_the_press() -> None:
    found = placing.by_id(POKROVSK)
    assert found
    assert {"Krasnoarmeysk", "Красноармейск"} <= {one["text"] for one in placing.aliases(found)}


def test_the_one_place_that_is_told_of_is_meant() -> None:
    meant = placing.by_name("Rovno")
    assert placing.likely(meant, set()) is None
    assert placing.likely(meant, {RIVNE, CITY}) is None
    likely = placing.likely(meant, {RIVNE})
    assert likely
    assert likely.found.place.id == RIVNE


def test_why_rovno_is_in_doubt(demo_ledger: Path) -> None:
    with Store(demo_ledger, write=False) as store:
        found = doubtful(Shown(store), RIVNE)
    assert all(one.reasons for one in found)
    ranked = others(found)
    assert {one.id for one in ranked} >= {RIVNE, CITY}
    assert [one.tellings for one in ranked] == sorted((one.tellings for one in ranked), reverse=True)
    assert all(one.reasons for one in ranked)
