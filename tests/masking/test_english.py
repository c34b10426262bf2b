from collections.abc import Collection

import pytest

from masked import hidden, masked

SHOWN: Collection[str] = set()
CASES = {
    # offices, by title, apposition, clause, predicate
    "“We left,” said Secretary of State Marlo Rubin.": SHOWN,
    "The head of the village administration, Dana Orvel, said so.": SHOWN,
    "Igor Gimareli, who is counselor to the head of the Halm Republic, said so.": SHOWN,
    "Presidential spokesman Dov Arkin denied it; so did the brigade’s press officer, Major Ilo Maren.": SHOWN,
    "Colonel Ilo Maren, commander of the 12th Brigade, denied it.": SHOWN,
    "Ministers Dov Arkin and Lena Orvel met Senators Pia Holt, Jan Reck and Ivo Sand.": SHOWN,
    "Then-mayor Dov Arkin spoke to vice-governor Lena Orvel.": SHOWN,
    "Dov Arkin, one of the president’s closest aides, denied it.": SHOWN,
    "Dov Arkin, the district attorney, denied it.": SHOWN,
    "TVA’s Lena Orvel saw it, and so did Pia Holt of the Velm Times.": SHOWN,
    # none
    "Colonel Ilo Maren of Command East denied it.": {"Ilo Maren"},
    "Oskar Venn of the Centre group of forces told the agency so.": {"Oskar Venn"},
    "The mayor’s brother Oskar Venn and Governor Ilse Marn’s driver Pavo Lind left.": {"Oskar Venn", "Pavo Lind"},
    "President Dov Arkin and Oskar Venn met.": {"Oskar Venn"},
    "The governor, Oskar Venn and two others were hurt.": {"Oskar Venn"},
    "According to Oskar Venn, the governor was asleep.": {"Oskar Venn"},
    "According to Oskar Venn, the governor of Karsk was asleep.": {"Oskar Venn"},
    "A general Oskar Venn inquiry is no inquiry.": SHOWN,
    "Oskar Venn, first in line, wept.": {"Oskar Venn"},
    "Nurse Oskar Venn of the Karsk University wept.": {"Oskar Venn"},
    "Some say Oskar Venn governs.": {"Oskar Venn"},
    "Oskar Venn recalled that Sanna Dell lives in Dorn and that Otto-Maria Brisk does not.": {
        "Oskar Venn", "Sanna Dell", "Otto-Maria Brisk",
    },
    "Among the dead are Tova Reed (71), O. Tamm and Pelle van der Berg.": {
        "Tova Reed", "O. Tamm", "Pelle van der Berg",
    },
    "Pvt. Dan Hook, Sgt. Pavel Ost, Dr. Lea Sund and Mr. Orvik left.": {"Dan Hook", "Pavel Ost", "Lea Sund", "Orvik"},
    "The soldier, “Wolf”, and the pilot ‘Raven’ left.": {"Raven"},
    "“Wolf”, a gunner, left; call signs Raven, Otter and Storm stayed.": {"Wolf", "Raven", "Otter", "Storm"},
    "An elderly man who gave his name as Orvik wept, and so did a boy called Tarn.": {"Orvik", "Tarn"},
    "A hamlet called Orvik and an operation named Tarva went on.": SHOWN,
    "The miner, whose name was Orvik, wept.": {"Orvik"},
    "Orvik’s commander, Major Dov Arkin, praised him.": {"Dov Arkin"},
    "OSKAR VENN, A MINER, WEPT ON SUNDAY": {"OSKAR VENN"},
    # prisoners
    "General Dov Arkin said that Mayor Ilse Marn had been captured.": {"Ilse Marn"},
    "General Dov Arkin had captured Dorn.": SHOWN,
    "Dov Arkin, the general who captured Dorn, left.": SHOWN,
    "Senator Dov Arkin, a former prisoner of war, spoke.": SHOWN,
    "Mayor Dov Arkin, captured in March, spoke.": {"Dov Arkin"},
    "The captured mayor Dov Arkin spoke.": {"Dov Arkin"},
    "The town, said Mayor Dov Arkin, was captured.": SHOWN,
    # things and places
    "Storm Shadow missiles struck the Black Sea port of Old Dorn on Christmas Eve.": SHOWN,
    "The Iron Gate brigade, the “Cold Anvil” company and the Sarn Water Works answered.": SHOWN,
    "In Orvik Tarn they slept; at the Orvik Tarn bridge they woke.": SHOWN,
    "Public Opinion Research and the Climate Change forum are on the agenda.": SHOWN,
    "Residents Of Dorn Flee As Shells Fall On Market": SHOWN,
    "Fortunately, the teacher left. Reportedly, two bakers stayed.": SHOWN,
}  # fmt: skip


@pytest.mark.parametrize("sentence", CASES)
def test_who_is_masked_in_a_sentence(sentence: str) -> None:
    assert hidden(sentence) == CASES[sentence]


def test_every_form_of_a_name_is_masked() -> None:
    text = (
        "Oskar Venn, a miner, wept. Venn’s wife left; Oskar stayed. O. Venn slept. OSKAR VENN woke. The Venns went. "
        "A Venn-owned mill burnt. Oscar Vennn was seen."
    )
    found = hidden(text)
    assert found >= {"Oskar Venn", "Venn", "Oskar", "O. Venn", "OSKAR VENN", "Venns"}


def test_a_misspelling_of_a_long_name_is_masked() -> None:
    assert hidden("Vladek Ivekeev, a gunner, spoke. Ivekiev wept, and Ivekeyev left.") == {
        "Vladek Ivekeev", "Ivekiev", "Ivekeyev",
    }  # fmt: skip


def test_an_officials_full_name_stays_where_a_private_person_bears_it_too() -> None:
    text = "Governor Ilse Marn spoke. Oskar Marn, a miner, wept. Ilse Marn left. Marn slept."
    assert hidden(text) == {"Oskar Marn", "Marn"}


def test_a_bare_name_with_an_office_does_not_show_a_private_bearer() -> None:
    assert "Oskar Venn" in hidden("Oskar Venn, a miner, wept. Governor Venn spoke.")


def test_a_place_stays_where_somebody_is_called_like_it() -> None:
    assert hidden("Oskar Dorn, a miner, wept in Dorn. Dorn’s wife left.") == {"Oskar Dorn", "Dorn"}
    assert "in Dorn" in masked("Oskar Dorn, a miner, wept in Dorn.").text


def test_a_name_that_is_a_word_stays_a_word() -> None:
    text = "Tova Stone, a baker, wept. A stone fell. May Orvik, a nurse, left in May."
    assert hidden(text) == {"Tova Stone", "Orvik"}


def test_a_soldier_of_the_roster_is_masked_and_its_officials_are_not() -> None:
    assert hidden("Granite, 62nd Regiment, wept.") == {"Granite"}
    assert not hidden("Anselm Velk wept, and so did Kaia Sorrel.")


def test_a_namesake_of_an_official_who_is_surely_private_is_masked() -> None:
    assert hidden("The soldier Anselm Velk wept.") == {"Anselm Velk"}
