"""A name that contradicts the roster is noted, never mended."""

import pytest

from vardia import told


def notes(text: str, **head: str) -> list[str]:
    return [note for note in told(text, **head)[-1]["notes"] if "office" in note]


def test_another_given_name_than_the_holders_is_noted() -> None:
    found = notes("Vardian Defence Minister Ilda Orsen said that the ridge was held.")
    assert found == ["Ilda Orsen: the office (Defence Minister of Vardia) is held by Lena Orsen since 2030-06-10"]


def test_it_is_not_mended() -> None:
    line = told("Vardian Defence Minister Ilda Orsen said that the ridge was held.")[-1]
    assert (line["chain"][-1]["name"], line["chain"][-1]["actor"]) == ("Ilda Orsen", None)
    assert line["chain"][-1]["party"] == "vardia"


@pytest.mark.parametrize(("published", "odd"), [("2031-01-01", []), ("2029-12-01", []), (None, [])])
def test_the_holder_is_not_odd(published: str | None, odd: list[str]) -> None:
    head = {"published": published} if published else {}
    assert notes("Defence Minister Lena Orsen said that the ridge was held.", **head) == odd


def test_somebody_else_in_an_office_that_is_held_is_noted_where_the_day_is_known() -> None:
    text = "Vardian Defence Minister Milan Tarn said that the ridge was held."
    assert notes(text) == []
    assert notes(text, published="2031-01-01")


def test_a_former_holder_is_not_odd() -> None:
    assert (
        notes("Former Vardian Defence Minister Milan Tarn said that the ridge was held.", published="2031-01-01") == []
    )
