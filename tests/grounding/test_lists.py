"""What a list of villages says of where they lie. Sentences are the tests' own."""

import pytest

from counterclaim.grounding.places import Asked, mentions
from counterclaim.model.place import Place, PlaceState


def where(text: str) -> dict[str, Place]:
    return {one.place.written: one.place for one in mentions(Asked(text, "en", "ukraine"))}


def oblasts(text: str) -> dict[str, str]:
    return {name: place.within[1] for name, place in where(text).items() if place.state is PlaceState.RESOLVED}


@pytest.mark.parametrize("end", ["Udachnoye (Donetsk region)", "Udachnoye, Donetsk region"])
def test_the_area_behind_a_list_is_that_of_all_its_villages(end: str) -> None:
    found = oblasts(f"Shells fell near Uspenovka, Grodovka and {end}.")
    assert found == dict.fromkeys(("Uspenovka", "Grodovka", "Udachnoye"), "Donetsk oblast")


def test_a_second_list_has_its_own_area() -> None:
    found = oblasts("Near Bohuslavka, Zelenyi Hai (Kharkiv region), Kalynivka and Yampil (Sumy region) it was quiet.")
    assert found["Zelenyi Hai"] == "Kharkiv oblast"
    assert found.get("Kalynivka", "Sumy oblast") == found["Yampil"] == "Sumy oblast"


def test_villages_of_a_list_are_found_though_spelt_a_little_otherwise() -> None:
    assert oblasts("It was quiet near Kotlino, Yasenovo, Udachnoye (Donetsk region).")["Yasenovo"] == "Donetsk oblast"


def test_the_axis_a_sentence_names_says_where_its_villages_lie() -> None:
    place = where("In the Pokrovsk direction, attacks were met near Udachne and Serhiivka.")["Serhiivka"]
    assert place.within[:2] == ("Pokrovsk raion", "Donetsk oblast")
    assert "on the axis of Pokrovsk (+25)" in place.reasons
    assert where("Attacks were met near Serhiivka.")["Serhiivka"].state is PlaceState.AMBIGUOUS


def test_another_sentence_is_not_of_that_axis() -> None:
    place = where("The Pokrovsk direction was quiet. Shells fell near Serhiivka.")["Serhiivka"]
    assert not any("on the axis" in reason for one in place.alternatives for reason in one.reasons)


def test_the_only_place_of_a_name_is_not_meant_against_the_words_of_the_report() -> None:
    place = where("Shells fell on Robotyne, Lviv region.")["Robotyne"]
    assert (place.state, place.id) == (PlaceState.UNRESOLVED, None)
    assert place.reasons == ("no place that is called so lies where the report says",)


def test_a_village_a_vowel_away_is_meant_where_it_alone_lies_in_the_area_named() -> None:
    assert where("Shells fell on Novopol, Donetsk region.")["Novopol"].name == "Novopil"


@pytest.mark.parametrize(
    ("name", "raion"),
    [("Kharkov", "Kharkiv raion"), ("Kryvyi Rih", "Kryvorizkyi raion"), ("Synelnykove", "Synelnykivskyi raion")],
)
def test_a_district_is_the_raion_called_after_its_town(name: str, raion: str) -> None:
    assert where(f"Shells fell on {name} district.")[f"{name} district"].name == raion


def test_spellings_of_one_letter_in_two_of_latin_and_cyrillic_are_one() -> None:
    assert oblasts("Shells fell on Peschanoye near Grodovka and Udachnoye.")["Peschanoye"] == "Donetsk oblast"


def test_the_transcarpathian_region_is_known() -> None:
    assert where("A drone fell in Transcarpathian Region.")["Transcarpathian Region"].name == "Zakarpattia oblast"


def test_a_country_whose_force_is_named_acts_and_is_no_place() -> None:
    said = {one.place.written: str(one.type) for one in mentions(Asked("It fell to Russia’s Battlegroup East.", "en"))}
    assert said == {"Russia": "metonym"}
