"""Who speaks, and for whom: read from made-up reports, with the made-up roster."""

from typing import Any

import pytest

from vardia import told


def claimant(text: str, **head: str) -> dict[str, Any]:
    """Who claims the last thing told."""
    found: dict[str, Any] = told(text, **head)[-1]["chain"][-1]
    assert found["as"] == "claimant"
    return found


@pytest.mark.parametrize(
    ("text", "actor", "party"),
    [
        ("General Batur Garsh said that Dorn was taken.", "a_garsh", "teshar"),
        ("Ilse Marn said that three people were killed in Myrhal.", "a_marn", "vardia"),
        ("The Tesharish Ministry of Defense said that Dorn was taken.", "a_ts_defence", "teshar"),
        ("The defence ministry in Druvan said that Dorn was taken.", "a_ts_defence", "teshar"),
        ("Vardia’s General Staff said that Dorn was taken.", "a_vd_general_staff", "vardia"),
        ("Head of Mission Adair Thornby said that the truce would fail.", "a_thornby", "none"),
    ],
)
def test_who_is_in_the_roster_is_tied_to_it(text: str, actor: str, party: str) -> None:
    found = claimant(text)
    assert (found["actor"], found["party"]) == (actor, party)
    assert found["reasons"]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("A Vardian sergeant said that the ridge was held.", "vardia"),
        ("Officials in Velm said that the power was back.", "vardia"),
        ("Bram Ketter, the Tesharish-installed mayor of Dorn, said that the bridge had been repaired.", "teshar"),
        ("Marek Vold, an adviser to the head of the Halm Republic, said that Dorn had been liberated.", "teshar"),
        ("A gunner of the 62nd Assault Regiment said that the village was taken.", "teshar"),
        ("A fighter with the ‘Centre’ group of forces said that the village was taken.", "teshar"),
        ("The Lirenian ambassador to Vardia said that the talks would go on.", "none"),
        ("Oda Brill, a fellow at the Calinth Institute, said that the front would not move.", "none"),
        ("Oda Brill, a fellow soldier, said that the front would not move.", None),
        ("A Vardian farmer said that the field was mined.", None),
        ("Oskar Venn, a miner from Dorn, said that the mine was flooded.", None),
        ("Both sides said that the truce was broken.", None),
    ],
)
def test_the_words_tell_for_whom_somebody_speaks(text: str, party: str | None) -> None:
    assert claimant(text)["party"] == party


def test_a_pronoun_has_the_party_of_whoever_it_means() -> None:
    text = "Ilse Marn, the governor of the Karsk district, spoke in Velm. She said that three people were killed."
    assert claimant(text)["actor"] == "a_marn"


def test_a_call_sign_is_a_name_and_nobody_is_named() -> None:
    text = (
        "A gunner of the 62nd Assault Regiment, identified by the call sign ‘Otter’, spoke of the battle.\n"
        "He said that the village was taken."
    )
    found = claimant(text)
    assert (found["name"], found["class"], found["party"]) == ("Otter", "unnamed_witness", "teshar")


def test_prisoners_in_an_outlet_of_a_belligerent_are_the_others() -> None:
    assert claimant("Prisoners said that they had no food.", outlet="Teshar Today")["party"] == "vardia"


def test_a_role_is_given_without_article_and_people() -> None:
    found = claimant("The Tesharish general Batur Garsh said that Dorn was taken.")
    assert found["role"] == "general"


def test_our_control_is_the_control_of_who_says_so() -> None:
    line = told("Ilse Marn said that Dorn remains under our control.")[-1]
    assert line["slots"]["holder"]["party"] == "vardia"


def test_the_holder_is_inferred_from_who_reports_the_capture() -> None:
    line = told("On December 1, General Batur Garsh reported the capture of Tarumgard.")[-1]
    assert line["slots"]["holder"] == {"party": "teshar", "inferred": "party of the claimant"}


@pytest.mark.parametrize(
    "text",
    [
        "Ilse Marn acknowledged the fall of Dorn.",
        "Ilse Marn said that Dorn was lost.",
        "Ilse Marn denied that Dorn had been captured.",
        "Ilse Marn said that Tesharish troops had captured Dorn.",
    ],
)
def test_a_loss_has_no_holder_from_who_reports_it(text: str) -> None:
    holder = told(text)[-1]["slots"].get("holder") or {}
    assert holder.get("party") != "vardia"


def test_the_outlet_is_known_by_its_domain() -> None:
    line = told("General Garsh said that Dorn was taken.", url="https://www.velmcourier.example/news/1")[-1]
    assert line["chain"][0] == {"as": "outlet", "name": "Velm Courier", "actor": None, "party": "vardia"}


def test_an_outlet_that_nobody_knows_has_no_party() -> None:
    line = told("General Garsh said that Dorn was taken.", url="https://nobody.example/1")[-1]
    assert line["chain"][0] == {"as": "outlet", "name": None}


@pytest.mark.parametrize(
    ("text", "class_", "party"),
    [
        ("Velm and Druvan said that the truce was broken.", "body", None),
        ("Tesharians say that three people were killed in Dorn.", "crowd", None),
        ("Some analysts say that Dorn fell. Others say that the army will hold the town.", "unnamed_expert", None),
        ("Some residents say that Dorn fell. Others say that the army will hold the town.", "unnamed_witness", None),
        ("The Queen said that Dorn would be rebuilt.", "unnamed_official", None),
    ],
)
def test_sides_joined_peoples_others_and_the_nameless(text: str, class_: str, party: str | None) -> None:
    found = claimant(text)
    assert (found["class"], found["party"]) == (class_, party)
