"""Which side a phrase speaks for, and which party words in it are of somebody else."""

import pytest

from counterclaim.grounding.partywords import side_of
from counterclaim.lang.data import rows
from counterclaim.theatres.roster import Roster, roster
from counterclaim.theatres.theatre import load


@pytest.fixture(scope="module")
def known() -> Roster:
    return roster("vardia")


@pytest.mark.parametrize(
    ("phrase", "party"),
    [
        ("Vardian officials", "vardia"),
        ("the defence ministry in Druvan", "teshar"),
        ("Velm’s envoy", "vardia"),
        ("a spokesman for the Teshar Union", "teshar"),
        ("the Tesharish-installed mayor of Dorn", "teshar"),
        ("pro-Tesharish fighters", "teshar"),
        ("the Lirenian ambassador to Vardia", "none"),
        ("Vardia’s ambassador to Lirenia", "vardia"),
        ("a Lirenian volunteer fighting in the Vardian army", "vardia"),
        ("the Velm bureau of the Lirenia Press Association", "none"),
        ("the former Velm correspondent", None),
        ("a Vardian correspondent", "vardia"),
        ("a Vardian-born nurse", None),
        ("a Tesharish-jailed mayor", None),
        ("an anti-Tesharish partisan", None),
        ("a critic of the Teshar Union", None),
        ("Velm’s enemy", None),
        ("an officer freed from Tesharish captivity", None),
        ("the Tesharish occupation authorities", "teshar"),
        ("a video of Tesharish prisoners released by the Vardian army", "vardia"),
        ("a video of Vardian prisoners released by the Tesharish army", "teshar"),
        ("a video of Vardian prisoners released by a nurse", None),
        ("Vardian and Tesharish officials", None),
        ("neither Velm nor Druvan", None),
        ("Teshar and Lirenia", None),
        ("the baker", None),
        ("", None),
    ],
)
def test_the_side_of_a_phrase(known: Roster, phrase: str, party: str | None) -> None:
    found = side_of(phrase, known)
    assert (found.party if found else None) == party


def test_exchanging_the_parties_exchanges_the_side(known: Roster) -> None:
    for phrase in ("{} officials", "a {}-installed mayor", "pro-{} fighters", "a gunner of the {} army"):
        sides = [side_of(phrase.format(people), known) for people in ("Vardian", "Tesharish")]
        assert [side.party for side in sides if side] == ["vardia", "teshar"]


@pytest.mark.parametrize("name", sorted(rows("en", "actors")))
def test_each_class_of_words_has_an_example_with_one_of_them(name: str) -> None:
    row = rows("en", "actors")[name]
    said = row["example"].casefold().replace("-", " ")
    singular = {word.removesuffix("s") for word in said.split()}
    held = {word.replace("-", " ") for word in row["words"]}
    assert any(word in said for word in held) or singular & held


def test_the_parties_of_the_theatre_are_the_rosters(known: Roster) -> None:
    assert [party.id for party in known.theatre.parties] == [party.id for party in load("vardia").parties]
