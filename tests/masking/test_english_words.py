"""Each word by which somebody is shown or masked does so in a sentence."""

import pytest

from counterclaim.lang.data import rows
from counterclaim.masking.lexicon import lexicon

from masked import hidden

ENGLISH = rows("en", "persons")
OFFICES = [*ENGLISH["offices"], *ENGLISH["generals"], *ENGLISH["office_phrases"]]
OWN = {*OFFICES, *ENGLISH["functions"]}
NOBODY = sorted({*ENGLISH["private"], *ENGLISH["ranks"], *ENGLISH["trades"], *ENGLISH["rank_phrases"]} - OWN)
PERSONS = sorted(rows("en", "words")["persons"])
NAME = "Tova Reed"


def title(word: str) -> str:
    return word.capitalize()


@pytest.mark.parametrize("office", OFFICES)
def test_whoever_bears_an_office_is_shown(office: str) -> None:
    for sentence in (
        f"On Monday Karsk {office} Tova Reed spoke.",
        f"Tova Reed, the Karsk {office}, spoke.",
        f"The Karsk district’s {office}, Tova Reed, spoke.",
        f"Tova Reed, who is {office} of the Karsk district, spoke.",
    ):
        assert not hidden(sentence), sentence


@pytest.mark.parametrize("former", ENGLISH["former"])
def test_whoever_bore_an_office_is_masked(former: str) -> None:
    for office in OFFICES:
        assert hidden(f"Tova Reed, a {former} Karsk {office}, spoke.") == {"Tova Reed"}, office


@pytest.mark.parametrize("word", NOBODY)
def test_whoever_bears_none_is_masked(word: str) -> None:
    for sentence in (f"On Monday Karsk {word} Tova Reed spoke.", f"Tova Reed, a Karsk {word}, spoke."):
        assert hidden(sentence) == {"Tova Reed"}, sentence


@pytest.mark.parametrize("word", [word for word in PERSONS if word not in OWN])
def test_whoever_is_called_otherwise_is_masked(word: str) -> None:
    assert hidden(f"On Monday Karsk {word} Tova Reed spoke.") == {"Tova Reed"}


@pytest.mark.parametrize("word", ENGLISH["functions"])
def test_a_function_speaks_for_the_body_that_is_named(word: str) -> None:
    assert hidden(f"Tova Reed, a {word}, spoke.") == {"Tova Reed"}
    if word != "member":
        assert not hidden(f"Tova Reed, a {word} at the Calinth Institute, spoke.")
        assert not hidden(f"On Monday TVA {word} Tova Reed spoke.")


@pytest.mark.parametrize("seat", ENGLISH["seats"])
def test_a_member_of_a_house_is_shown(seat: str) -> None:
    assert not hidden(f"Tova Reed, a member of the {seat}, spoke.")


@pytest.mark.parametrize("unit", ENGLISH["small_units"])
def test_who_leads_a_handful_has_no_office(unit: str) -> None:
    assert hidden(f"Tova Reed, commander of a {unit}, spoke.") == {"Tova Reed"}
    assert hidden(f"On Monday {unit} leader Tova Reed spoke.") == {"Tova Reed"}
    assert not hidden("Tova Reed, commander of the 12th Brigade, spoke.")


@pytest.mark.parametrize("verb", ENGLISH["heading"])
def test_who_heads_a_body_is_shown(verb: str) -> None:
    assert not hidden(f"Tova Reed, who {verb} the district administration, spoke.")


@pytest.mark.parametrize("verb", ENGLISH["taking"])
def test_who_was_made_something_is_shown(verb: str) -> None:
    assert not hidden(f"Tova Reed was {verb} governor of Karsk.")


@pytest.mark.parametrize("word", ENGLISH["of_units"])
def test_of_what_somebody_is_the_leader_must_be_said(word: str) -> None:
    assert hidden(f"Tova Reed, a {word}, spoke.") == {"Tova Reed"}


@pytest.mark.parametrize("word", ENGLISH["institutes"])
def test_somebody_of_an_institute_is_shown(word: str) -> None:
    assert not hidden(f"Tova Reed of the Calinth {title(word)} spoke.")


@pytest.mark.parametrize("word", ENGLISH["served"])
def test_somebody_who_serves_in_a_unit_is_masked(word: str) -> None:
    assert hidden(f"Tova Reed of the Karsk University {title(word)} spoke.") == {"Tova Reed"}


@pytest.mark.parametrize("word", ENGLISH["custody"])
def test_a_prisoner_is_masked_whatever_else(word: str) -> None:
    assert "Tova Reed" in hidden(f"Governor Tova Reed spoke. Tova Reed, a {word} governor, wept.")


@pytest.mark.parametrize("words", ENGLISH["captured"])
def test_who_was_taken_is_masked(words: str) -> None:
    assert hidden(f"Governor Tova Reed was {words} in March.") == {"Tova Reed"}
    assert hidden(f"Governor Tova Reed, who has been {words}, wept.") == {"Tova Reed"}


@pytest.mark.parametrize("word", ENGLISH["capture"])
def test_of_whose_capture_is_spoken_is_masked(word: str) -> None:
    assert hidden(f"The {word} of Governor Tova Reed angered Velm.") == {"Tova Reed"}


@pytest.mark.parametrize("word", ENGLISH["capturing"])
def test_whom_troops_took_is_masked(word: str) -> None:
    assert hidden(f"Troops on Monday {word} Governor Tova Reed.") == {"Tova Reed"}


@pytest.mark.parametrize("words", ENGLISH["called"])
def test_what_a_person_is_called_is_a_name(words: str) -> None:
    assert hidden(f"A miner {words} Orvik wept.") == {"Orvik"}


@pytest.mark.parametrize("words", ENGLISH["call_signs"])
def test_a_call_sign_is_masked(words: str) -> None:
    for name in ("Granite", "Wolf", "Moscow", "Miller"):
        assert hidden(f"A soldier, {words} {name}, wept.") == {name}
        assert hidden(f"A soldier ({words} “{name}”) wept.") == {name}


@pytest.mark.parametrize("word", ENGLISH["honorifics"])
def test_who_is_addressed_is_a_person(word: str) -> None:
    assert hidden(f"In the cellar {title(word)} Orvik wept.") == {"Orvik"}


@pytest.mark.parametrize("word", ENGLISH["kin"])
def test_whose_family_is_meant_is_a_person(word: str) -> None:
    assert hidden(f"On Monday the Orvik {word} wept.") == {"Orvik"}


@pytest.mark.parametrize("word", sorted({*ENGLISH["closers"], *rows("en", "words")["bodies"]}))
def test_a_thing_is_no_person(word: str) -> None:
    assert not hidden(f"They saw Tarva {title(word)} on Monday.")


@pytest.mark.parametrize("word", ENGLISH["openers"])
def test_what_opens_a_things_name_makes_it_none_of_a_person(word: str) -> None:
    assert not hidden(f"They saw {title(word)} Tarva on Monday.")


@pytest.mark.parametrize("word", ENGLISH["lands"])
def test_a_country_is_no_person(word: str) -> None:
    assert not hidden(f"They saw {title(word)} on Monday, a neighbour.")


@pytest.mark.parametrize("word", sorted({*rows("en", "words")["female_names"], *rows("en", "words")["male_names"]}))
def test_a_given_name_tells_a_person(word: str) -> None:
    assert hidden(f"In the cellar {title(word)} Orvik Cold wept.") == {f"{title(word)} Orvik Cold"}
    assert bool(hidden(f"Then {title(word)} wept.")) == (word not in ENGLISH["ambiguous"])


@pytest.mark.parametrize("word", ENGLISH["places_before"])
def test_where_a_place_stands_two_words_are_rather_one(word: str) -> None:
    assert not hidden(f"They slept {word} Orvik Tarn on Monday.")
    assert hidden(f"They slept {word} Orvik Tarn’s house on Monday.") == {"Orvik Tarn"}


@pytest.mark.parametrize("word", ENGLISH["adjectives"])
def test_an_adjective_makes_nobody_a_person(word: str) -> None:
    assert not hidden(f"They read of a {word} Tarva inquiry on Monday.")


@pytest.mark.parametrize("word", ENGLISH["adverbs"])
def test_an_adverb_behind_a_name_is_no_noun(word: str) -> None:
    assert hidden(f"Orvik Tarn {word} wept.") == {"Orvik Tarn"}


@pytest.mark.parametrize("word", ENGLISH["being"])
def test_words_between_a_name_and_what_became_of_its_bearer(word: str) -> None:
    assert hidden(f"Governor Tova Reed {word} behind bars since March.") == {"Tova Reed"}


@pytest.mark.parametrize("word", ENGLISH["before_things"])
def test_a_place_before_a_name_is_no_part_of_it(word: str) -> None:
    assert hidden(f"They met, from the {word} Dorn Oskar Venn, a miner.") == {"Oskar Venn"}


def test_words_are_small_and_stand_once() -> None:
    for name, listed in ENGLISH.items():
        assert [word for word in listed if word != word.lower()] == [], name
        assert sorted(word for word in set(listed) if listed.count(word) > 1) == [], name


def test_classes_of_words_yml_are_taken_in() -> None:
    assert "president" in lexicon("en")["trades"]
    assert "monday" in lexicon("en")["small"]
