"""The roster finds who is meant in any spelling, and abstains where several may be."""

from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from counterclaim.theatres import rosterindex
from counterclaim.theatres.roster import Roster, holder, roster
from counterclaim.theatres.theatre import PACKAGE, names, outline
from counterclaim.theatres.wording import bag


@pytest.fixture(scope="module")
def known() -> Roster:
    return roster("vardia")


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("Ilse Marn", ["a_marn"]),
        ("Ilze Marn", ["a_marn"]),
        ("Илсе Марн", ["a_marn"]),
        ("I. Marn", ["a_marn"]),
        ("Batur Garsh", ["a_garsh"]),
        ("Petra Marn", []),
        ("Nobody", []),
        ("", []),
    ],
)
def test_persons_by_given_and_family_name(known: Roster, name: str, ids: list[str]) -> None:
    assert [one.actor.id for one in known.bearers(name) if one.given] == ids


def test_a_family_name_alone_may_be_several(known: Roster) -> None:
    assert {one.actor.id for one in known.bearers("Marn")} == {"a_marn", "a_jon_marn"}
    assert all(one.given is None for one in known.bearers("Marn"))


@pytest.mark.parametrize(
    ("phrase", "id_"),
    [
        ("the Ministry of Defence of the Teshar Union", "a_ts_defence"),
        ("Teshar’s defense ministry", "a_ts_defence"),
        ("a spokesman for the Vardian General Staff", "a_vd_general_staff"),
        ("two soldiers of the ‘Centre’ group of forces", "a_ts_centre"),
        ("a nurse of the town", None),
    ],
)
def test_bodies_within_a_phrase(known: Roster, phrase: str, id_: str | None) -> None:
    found = known.within(known.wording.words(phrase))
    assert (found[0].actor.id if found else None) == id_


def test_ways_of_writing_a_role_are_one(known: Roster) -> None:
    assert known.role("Defense Minister") == known.role("minister of defence")
    assert known.role("spokeswoman") == known.role("spokesman")
    assert known.role("governor") != known.role("deputy governor")


def test_a_party_has_one_token_and_its_capital_may_stand_for_it(known: Roster) -> None:
    words = known.wording.words("Druvan’s ministry")
    assert bag(words) != bag(known.wording.words("Tesharish ministry"))
    assert bag(words, by_capital=True) == bag(known.wording.words("Tesharish ministry"))


def test_who_held_an_office_on_a_day(known: Roster) -> None:
    (body, holders), *_ = known.offices(known.role("Defence Minister of Vardia"))
    found = holder(holders, date(2031, 1, 1))
    assert body == "a_vd_defence"
    assert found is not None
    assert found[0].id == "a_orsen"


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://velmcourier.example/a", "Velm Courier"),
        ("http://www.velmcourier.example:8080/a?b=c", "Velm Courier"),
        ("https://notvelmcourier.example/a", None),
        ("velmcourier.example", None),
        (None, None),
    ],
)
def test_outlets_by_domain(known: Roster, url: str | None, name: str | None) -> None:
    found = known.outlet(url)
    assert (found.name if found else None) == name


@pytest.mark.parametrize("name", [name for name in names() if (PACKAGE / name / rosterindex.FILE).exists()])
def test_the_index_in_the_package_is_of_its_tables(name: str) -> None:
    made = rosterindex.made(PACKAGE / name, outline(name))
    assert rosterindex.loaded(PACKAGE / name, outline(name)) == made


def test_a_country_alone_is_no_body_of_it() -> None:
    held = roster("ukraine")
    assert held.unsided(held.wording.words("Ukrainian Red Cross"), "ukraine") is None
    for name in ("Kyiv", "Ukraine", "Ukrainians"):
        assert held.unsided(held.wording.words(name), "ukraine") is None


@pytest.mark.parametrize(
    ("name", "id_"),
    [("EU", "a_eu"), ("the European Union", "a_eu"), ("White House", "a_us_white_house"), ("France", None)],
)
def test_a_third_party_may_be_a_body_itself(name: str, id_: str | None) -> None:
    """Where the roster has a body of that very name; a belligerent's name alone is none."""
    held = roster("ukraine")
    assert next((one.actor.id for one in held.within(held.wording.words(name))), None) == id_


def test_an_index_of_other_tables_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "vardia"
    copytree(PACKAGE / "vardia", path)
    (path / rosterindex.FILE).write_text('{"mark": "old", "actors": [], "outlets": []}', "utf-8")
    assert roster(path).actor("a_marn") is not None


def test_a_hundred_and_twenty_rows_of_ukraine_were_checked() -> None:
    held = roster("ukraine")
    rows = [held.actor(values["id"]) for values in rosterindex.loaded(PACKAGE / "ukraine", held.theatre)["actors"]]
    checked = [actor for actor in rows if actor is not None and actor.checked]
    assert len(checked) >= 120
    assert all(actor.source.startswith("http") for actor in checked)
