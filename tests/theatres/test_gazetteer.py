"""The gazetteer: every settlement, sound, found by any spelling; points only where they may be shipped."""

from pathlib import Path

import pytest

from counterclaim.theatres.gazetteer import KEYS, TABLE, Gazetteer, distance, gazetteer, index
from counterclaim.theatres.theatre import PACKAGE, faults, load

UKRAINE = PACKAGE / "ukraine"
REPORTED = (  # spelling, official id
    ("Pokrovsk", "UA14160210010099403"),
    ("Krasnoarmeysk", "UA14160210010099403"),
    ("Krasny Armeysk", "UA14160210010099403"),
    ("Красноармейск", "UA14160210010099403"),
    ("Bakhmut", "UA14020010010059145"),
    ("Artyomovsk", "UA14020010010059145"),
    ("Артемівськ", "UA14020010010059145"),
    ("Kiev", "UA80000000000093317"),
    ("Severodonetsk", "UA44120110010072887"),
    ("Северодонецк", "UA44120110010072887"),
)


@pytest.fixture(scope="module")
def places() -> Gazetteer:
    return gazetteer("ukraine")


def test_the_table_is_sound() -> None:
    assert faults("ukraine") == []


def test_it_holds_every_settlement_and_areas_have_no_point() -> None:
    rows = load("ukraine").places
    register = [row for row in rows if row.type == "settlement" and row.id.startswith("UA")]
    assert len(register) == 29_707
    assert all(row.lat is None for row in rows if row.type == "area")
    assert {(row.source, row.licence) for row in rows if row.lat is not None} == {("GeoNames", "CC BY 4.0")}
    assert all(row.within for row in register), "a place without a point is kept with the area it lies in"


def test_the_keys_are_those_of_the_table() -> None:
    assert (UKRAINE / KEYS).read_text().splitlines() == index(UKRAINE / TABLE)


@pytest.mark.parametrize(("name", "id_"), REPORTED)
def test_a_reported_town_comes_first(places: Gazetteer, name: str, id_: str) -> None:
    assert places.named(name)[0].place.id == id_
    assert places.named(name)[0].how


def test_the_towns_most_reported_have_aliases() -> None:
    assert len({alias.id for alias in load("ukraine").aliases}) >= 150


def test_regions_consist_of_areas_of_the_table(places: Gazetteer) -> None:
    regions = load("ukraine").regions
    assert set(regions["donbas"]) == {"UA14000000000091971", "UA44000000000018893"}
    for region, parts in regions.items():
        assert all((area := places.place(id_)) and area.type == "area" for id_ in (region, *parts))


@pytest.mark.parametrize("name", ["Kharkov", "Kiev", "Chernigov", "Lvov", "Rovno"])
def test_an_area_called_as_its_city_comes_after_it(places: Gazetteer, name: str) -> None:
    exact = [one.place.category for one in places.named(name) if one.near == 1.0 and one.is_alias]
    assert exact == ["city", "oblast"]


def test_areas_above_are_the_registers(places: Gazetteer) -> None:
    pokrovsk = places.place("UA14160210010099403")
    assert pokrovsk is not None
    assert [area.name for area in places.above(pokrovsk)] == [
        *("Pokrovsk hromada", "Pokrovsk raion", "Donetsk oblast", "Ukraine"),
    ]


def test_a_place_without_a_point_lies_among_its_neighbours(places: Gazetteer) -> None:
    (village,) = (
        one.place
        for one in places.named("Rivne")
        if one.place.within and any(area.name == "Horlivka raion" for area in places.above(one.place))
    )
    assert village.lat is None
    near = places.point(village)
    assert near is not None
    assert near[1] is False, "it is the middle of its neighbours, not its own point"


def test_a_misspelt_name_is_found_near_a_place(places: Gazetteer) -> None:
    (kupiansk,) = (one.place for one in places.named("Kupiansk") if one.place.category == "city")
    point = places.point(kupiansk)
    assert point is not None
    assert [one.place.name for one in places.near_misses("Kucherkovka", places.around([point[0]], 60))] == [
        "Kucherivka"
    ]
    assert places.near_misses("Kucherkovka", places.around([(50.45, 30.52)], 60)) == []


def test_an_unknown_name_leads_nowhere(places: Gazetteer) -> None:
    assert places.named("Qwertyuiop") == []
    assert places.place("nowhere") is None


def test_another_theatre_needs_no_file_of_keys() -> None:
    assert not (PACKAGE / "vardia" / KEYS).exists()
    assert gazetteer("vardia").named("Karsk")[0].place.id == "p_karsk"


def test_columns_may_stand_in_any_order(tmp_path: Path) -> None:
    for file in (PACKAGE / "vardia").iterdir():
        (tmp_path / file.name).write_text(file.read_text())
    lines = (tmp_path / TABLE).read_text().splitlines()
    turned = [line if line.startswith("#") else "\t".join(reversed(line.split("\t"))) for line in lines]
    (tmp_path / TABLE).write_text("\n".join(turned) + "\n")
    assert gazetteer(tmp_path).named("Dorn")[0].place.id == "p_dorn"


def test_kilometres_on_a_sphere() -> None:
    assert distance((50.0, 30.0), (50.0, 30.0)) == 0
    assert distance((50.0, 30.0), (51.0, 30.0)) == pytest.approx(111.2, abs=0.2)
