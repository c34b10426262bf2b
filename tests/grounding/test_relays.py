"""Who passes on, who was told, and whose chain is the wrong way round."""

import pytest

from counterclaim.model.source import SourceClass
from vardia import told


def test_an_agency_that_was_told_is_a_relay() -> None:
    line = told("Ilse Marn told the agency Velmpress that three people had been killed in Myrhal.")[-1]
    assert [(one["as"], one["actor"]) for one in line["chain"][1:]] == [
        ("relay", "a_velmpress"),
        ("claimant", "a_marn"),
    ]
    assert line["addressee"] is None
    assert line["chain"][1]["class"] == str(SourceClass.MEDIA)


def test_a_president_who_was_told_is_the_addressee() -> None:
    line = told("General Batur Garsh reported to President Kazmer Zhedrin the capture of Tarumgard.")[-1]
    assert (line["addressee"]["name"], line["addressee"]["party"]) == ("Kazmer Zhedrin", "teshar")
    assert [one["as"] for one in line["chain"]] == ["outlet", "claimant"]


def test_who_cites_an_agency_for_his_own_words_has_it_behind_him() -> None:
    line = told("Citing Velmpress, Otto Birkas said the brigade had not left the ridge.")[-1]
    assert [one["actor"] for one in line["chain"][1:]] == ["a_velmpress", "a_birkas"]
    assert "chain_reversed" in line["notes"]


@pytest.mark.parametrize(
    "text",
    [
        "Velmpress, citing the defence ministry in Velm, said the brigade had not left the ridge.",
        "Otto Birkas told Velmpress that the brigade had not left the ridge.",
    ],
)
def test_a_chain_in_its_order_is_not_noted(text: str) -> None:
    assert "chain_reversed" not in told(text)[-1]["notes"]


@pytest.mark.parametrize(
    ("text", "relay"),
    [
        ("Otto Birkas told Walda that the brigade had not left the ridge.", "Walda"),
        ("Otto Birkas told Walda correspondent Ida Moll that the brigade had not left the ridge.", "Walda"),
        ("Otto Birkas told Vale Radio that the brigade had not left the ridge.", "Vale Radio"),
        ("Otto Birkas told reporters that the brigade had not left the ridge.", None),
        ("Otto Birkas told President Kazmer Zhedrin that the brigade had not left the ridge.", None),
    ],
)
def test_who_was_told_is_a_medium_by_a_single_name_a_reporter_or_its_kind(text: str, relay: str | None) -> None:
    line = told(text)[-1]
    assert [(one["name"], one["class"]) for one in line["chain"][1:-1]] == ([(relay, "media")] if relay else [])


def test_the_agency_is_the_one_that_passed_on_last() -> None:
    text = (
        "Otto Birkas had not left the ridge, Walda News reported, citing a source. "
        "According to the news agency, the brigade had held the ridge."
    )
    assert told(text)[-1]["chain"][-1]["name"] == "Walda News"
