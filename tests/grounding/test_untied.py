"""For whom somebody speaks where no word beside tells it, and whom an office means: read from made-up reports."""

from datetime import date
from typing import Any

import pytest

from counterclaim.grounding.officeholders import OfficeHolders
from counterclaim.grounding.said_of import SaidOf
from counterclaim.grounding.sides import Sides
from counterclaim.grounding.untied import Untied
from counterclaim.model.report import Report
from counterclaim.model.span import Span
from counterclaim.theatres.roster import roster
from vardia import told


def claimant(text: str, **head: str) -> dict[str, Any]:
    """Who claims the last thing told."""
    found: dict[str, Any] = told(text, **head)[-1]["chain"][-1]
    return found


def meant(text: str, phrase: str, day: date | None = None) -> str | None:
    """The name in a report of whom an office means."""
    report = Report(id="r", text=text, path="a", location="a", language="en")
    found = OfficeHolders(roster("vardia"), report, day).meant(phrase)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Otto Birkas came to Velm.", "the Command East spokesman", "Otto Birkas"),
        ("Zhedrin met Hallen.", "the Tesharish president", "Zhedrin"),
        ("Zhedrin met Hallen.", "Vardia’s president", "Hallen"),
        ("Zhedrin met Hallen.", "the Vardian leader", "Hallen"),
        ("Zhedrin met Hallen.", "the president", None),
        ("Hallen came to Velm.", "the Tesharish president", None),
        ("Tomas Ravel and Lena Orsen met.", "the Vardian defence minister", "Lena Orsen"),
        ("Tomas Ravel and Lena Orsen met.", "the former Vardian defence minister", "Tomas Ravel"),
        ("Hallen came to Velm.", "the bridge", None),
    ],
)
def test_an_office_means_who_is_named_and_has_it(text: str, phrase: str, name: str | None) -> None:
    assert meant(text, phrase, date(2031, 3, 1)) == name


def test_whoever_goes_on_has_the_name_that_the_office_gave() -> None:
    text = (
        "Otto Birkas was brief. “The mine is ours,” said the spokesman of Operational Command East. "
        "The brigade holds the streets around it, he insisted."
    )
    assert [one["chain"][-1]["name"] for one in told(text)] == ["Otto Birkas"] * 2


@pytest.mark.parametrize(
    ("text", "url", "party"),
    [
        ("Our nurse Oda Brill said that three people were killed in Dorn.", "https://sarnrelief.example/1", "none"),
        ("The Mission said that three people were killed in Dorn.", "https://observers.league.example/1", "none"),
        ("Our nurse Oda Brill said that three people were killed in Dorn.", "https://lpa.example/1", None),
    ],
)
def test_in_its_own_bulletin_a_body_speaks(text: str, url: str, party: str | None) -> None:
    assert claimant(text, url=url)["party"] == party


def test_officials_are_of_whoever_alone_is_spoken_of() -> None:
    text = "Vardia’s army shelled the ridge on Monday. A senior officer said that three people were killed."
    assert claimant(text)["party"] == "vardia"
    assert claimant(text.replace("Vardia’s army", "A Vardian drone"))["party"] is None
    assert claimant(text.replace("A senior officer", "A source"))["party"] is None
    assert claimant(text.replace("A senior officer", "Military analysts and officials"))["party"] is None


@pytest.mark.parametrize(("outlet", "party"), [("Velmpress", "vardia"), ("Teshar Today", None), (None, "vardia")])
def test_in_a_belligerent_s_outlet_the_country_spoken_of_is_not_the_other(
    outlet: str | None, party: str | None
) -> None:
    known = roster("vardia")
    text = f"{known.theatre.notice} Vardia shelled the ridge. A sapper spoke."
    found = Untied(Sides(known, None, []), text, known.outlet_named(outlet) if outlet else None)
    side = found.nearest(Span.of(text, text.index("A sapper"), len(text)))
    assert (side.party if side else None) == party


def untied(text: str) -> Untied:
    return Untied(Sides(roster("ukraine"), None, []), text)


@pytest.mark.parametrize(
    ("name", "said", "party"),
    [
        ("Ric Harlow", "sheriff", "none"),
        ("Harlow", "Mr", "none"),
        ("Harlow", "", None),
        ("Oleksandr Harlow", "", None),
        ("Ric Harlenko", "", None),
        ("Ric Harlow", "a volunteer", None),
        ("Ric Harlow", "a Ukrainian lawyer", None),
    ],
)
def test_a_stranger_whom_nothing_ties_is_a_third_party(name: str, said: str, party: str | None) -> None:
    side = untied("").person(name, [said])
    assert (side.party if side else None) == party


def test_a_body_that_nothing_ties_is_a_third_party_unless_it_may_be_a_state_s() -> None:
    known = untied("")
    assert [
        getattr(known.body(name), "party", None) for name in ("Harlow Trust", "Ministry of Sport", "air force")
    ] == [
        "none",
        None,
        None,
    ]


def test_the_official_is_whose_he_was_before() -> None:
    text = "A State Department official left. Kyiv waited. The official spoke."
    side = untied(text).earlier(Span.of(text, text.index("The official"), len(text)), "official")
    assert side is not None
    assert side.party == "none"


@pytest.mark.parametrize(
    ("text", "said"),
    [("He was out in Velm for Marn.", []), ("The governor of Dorn, Marn, left.", ["governor of Dorn"])],
)
def test_what_leads_up_to_a_name_is_not_said_of_it(text: str, said: list[str]) -> None:
    assert [phrase.text.removeprefix("The ") for phrase in SaidOf(text).phrases("Marn")] == said


def test_the_official_of_whom_no_side_was_told_is_not_one_before_him() -> None:
    text = "A Ukrainian official left. Later a senior official came. The official spoke."
    assert untied(text).earlier(Span.of(text, text.index("The official"), len(text)), "official") is None


@pytest.mark.parametrize(
    ("name", "actor"),
    [("State Department", "a_us_state"), ("the state department", "a_us_state"), ("the defence ministry", None)],
)
def test_third_parties_bodies_are_known_in_small_letters(name: str, actor: str | None) -> None:
    found = untied("").sides.body(name)
    assert (found.id if found else None) == actor


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Vardia and Teshar met. Three people were wounded in Kestriva, officials said.", "vardia"),
        ("Vardia and Teshar met. Three people were wounded in Druvan, officials said.", "teshar"),
        ("Vardia and Teshar met. Three people were wounded in Kestriva, intelligence officials said.", None),
        ("Vardia and Teshar met. Three people were wounded in Vardia, officials said.", None),
    ],
)
def test_officials_by_that_word_alone_are_of_where_it_happened(text: str, party: str | None) -> None:
    assert claimant(text)["party"] == party


def test_a_soldier_s_short_rank_serves_a_party() -> None:
    for people, party in (("Vardian", "vardia"), ("Tesharish", "teshar")):
        text = f"“We hold the road,” said Sgt. Bram Ketter, 28, a member of the {people} 28th Brigade."
        assert claimant(text)["party"] == party
