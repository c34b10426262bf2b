"""Discs and what has none. The places are those of the made-up theatre and of the gazetteer that comes along."""

from typing import Any

import pytest

from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store
from counterclaim.theatres import theatre
from counterclaim.theatres.gazetteer import gazetteer
from counterclaim.views.atlas import BESIDE, Atlas, atlas
from counterclaim.views.atlas import as_json as shape
from counterclaim.views.calendar import calendar
from counterclaim.views.extent import radius

RELLIN, DORN, VARDIA = "p_rellin", "p_dorn_velm", "r_vardia"
ROWS = [
    (RELLIN, "resolved", "vardia", "strike", 3),
    (RELLIN, "resolved", None, "damage", 1),
    (RELLIN, "ambiguous", "vardia", "strike", 2),
    (DORN, "ambiguous", "teshar", "strike", 2),
    (VARDIA, "area", "vardia", "strike", 4),
    ("p_elsewhere", "resolved", "vardia", None, 5),
    (None, "area", "vardia", "strike", 6),
    (None, "unresolved", "vardia", "strike", 7),
    (None, "ambiguous", "vardia", "strike", 1),
    (None, "none", "vardia", "strike", 8),
]


@pytest.fixture
def found() -> Atlas:
    return atlas(ROWS, tellings=30, nowhere=20)


def test_a_settlement_is_a_disc_of_its_own_width(found: Atlas) -> None:
    (disc,) = found.drawn
    row = gazetteer("vardia").place(RELLIN)
    assert row
    assert (disc.name, disc.point, disc.radius) == ("Rellin", (row.lat, row.lon), radius(row))
    assert disc.within == ("Ormel District", "Velm Province", "Vardia")
    assert (disc.tellings, disc.parties, disc.kinds) == (4, {"vardia": 3, None: 1}, {"strike": 3, "damage": 1})


def test_what_may_be_several_places_is_drawn_at_none(found: Atlas) -> None:
    assert [(spot.id, spot.tellings) for spot in found.beside["doubtful"]] == [(DORN, 2), (RELLIN, 2)]
    assert all(spot.point is None and spot.radius is None for why in BESIDE for spot in found.beside[why])


def test_areas_and_places_of_no_gazetteer_stand_beside(found: Atlas) -> None:
    assert [(spot.name, spot.tellings) for spot in found.beside["area"]] == [("Vardia", 4)]
    assert [(spot.name, spot.within) for spot in found.beside["not_held"]] == [("p_elsewhere", ())]
    assert (found.unnamed, found.unresolved, found.without) == (6, 8, 8)


def test_a_settlement_whose_point_is_not_known_is_no_disc() -> None:
    pointless = next(place for place in theatre.load("vardia").places if place.type == "settlement")
    bare = next(
        line for line in gazetteer("ukraine")._lines if "\tsettlement\tvillage\t" in line and not line.split("\t")[7]
    )
    made = atlas([(bare.split("\t")[0], "resolved", None, None, 1), (pointless.id, "resolved", None, None, 1)],
                 tellings=2, nowhere=0)  # fmt: skip
    assert [spot.id for spot in made.beside["no_point"]] == [bare.split("\t")[0]]
    assert [spot.id for spot in made.drawn] == [pointless.id]


def test_the_public_shape_has_points_of_discs_only(found: Atlas) -> None:
    value = shape(found, calendar([("2031-03-01", None, 2)]))
    (disc,) = value["drawn"]
    assert {"lat", "lon", "radius_m"} <= set(disc)
    assert disc["parties"] == {"vardia": 3, "not_known": 1}

    def without_points(one: Any) -> bool:
        return not {"lat", "lon", "radius_m"} & set(one)

    beside = value["not_drawn"]
    assert all(without_points(one) for why in BESIDE for one in beside[why])
    assert (beside["unnamed_area"], beside["unresolved"], beside["without"], value["nowhere"]) == (6, 8, 8, 20)
    assert value["timeline"] == {
        "step": "day",
        "bars": [{"first": "2031-03-01", "last": "2031-03-01", "parties": {"not_known": 2}}],
        "undated": 0,
    }


def test_exchanging_the_parties_exchanges_them_on_the_map() -> None:
    swapped = {"vardia": "teshar", "teshar": "vardia"}
    turned = [
        (place, state, swapped.get(party or "", party), kind, number) for place, state, party, kind, number in ROWS
    ]
    one, other = (atlas(rows, tellings=30, nowhere=20) for rows in (ROWS, turned))
    assert [(spot.id, spot.tellings, spot.radius) for spot in one.drawn] == [
        (spot.id, spot.tellings, spot.radius) for spot in other.drawn
    ]
    assert {swapped.get(party or "", party): n for party, n in one.drawn[0].parties.items()} == other.drawn[0].parties


def test_the_demo_rovno_is_open_and_pokrovsk_is_not(demo_ledger: Any) -> None:
    with Store(demo_ledger, write=False) as store:
        made = atlas(store.by_place(Filters()), tellings=0, nowhere=0)
    assert made.drawn[0].name == "Pokrovsk"
    open_ = {spot.within[-2:] for spot in made.beside["doubtful"] if spot.name == "Rivne"}
    assert {("Rivne oblast", "Ukraine"), ("Donetsk oblast", "Ukraine")} <= open_
