import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.masking.masks import mask
from counterclaim.masking.names import BLOCK

from masked import masked, report

TEXT = "[MADE UP] Vardia is invented.\n\nThe miner Oskar Venn wept. Governor Ilse Marn did not."


def test_a_text_without_private_names_is_left_as_it_is() -> None:
    found = masked("Governor Ilse Marn wept in Dorn.")
    assert not found
    assert (found.text, found.places) == ("Governor Ilse Marn wept in Dorn.", ())


def test_places_are_where_the_blocks_stand() -> None:
    found = masked(TEXT)
    assert [TEXT[start:end] for start, end in found.places] == ["Oskar", "Venn"]
    assert {at for start, end in found.places for at in range(start, end)} == {
        match.start() for match in re.finditer(BLOCK, found.text)
    }
    assert found.touches(TEXT.index("Venn"), TEXT.index("Venn") + 1)
    assert not found.touches(TEXT.index("Ilse"), len(TEXT))


def test_a_title_tells_and_hides_too() -> None:
    found = mask(report("He wept. Venn left, and Tarn stayed.", title="The miner Oskar Venn and Sgt. Tarn"), [])
    assert found.title == "The miner █████ ████ and Sgt. ████"
    assert found.text == "He wept. ████ left, and ████ stayed."


def test_letters_that_are_composed_or_dropped_are_blocked_where_they_stand() -> None:
    text = "The miner Os\u00adkar Ve\u0301nn wept.\u00a0Ve\u0301nn left."
    found = masked(text)
    assert len(found.text) == len(text)
    assert "nn" not in found.text
    assert found.text.endswith("left.")


def test_a_name_over_the_end_of_a_line_is_one() -> None:
    made = replace(report("It was calm. Tova\nReed did not weep.\n\nTova left."), paragraphs=((0, 37), (39, 49)))
    assert mask(made, []).text == "It was calm. ████\n████ did not weep.\n\n████ left."


def test_what_is_called_after_somebody_is_masked_but_a_place_and_an_official_are_not() -> None:
    text = "Oskar Venn, a miner, wept. The Venn Dairy burnt. Old Dorn fell. Oskar Dorn, a baker, left."
    shown = masked(text).text
    assert "Venn" not in shown
    assert "Old Dorn" in shown


def test_accents_are_no_other_name() -> None:
    assert "ra" not in masked("The miner Véra Tarn wept. Vera left.").text.split("wept.")[1].split("left")[0]


def test_who_speaks_in_the_report_is_a_person() -> None:
    line = {
        "chain": [{"as": "outlet", "name": None}, {"as": "claimant", "name": "Orvik", "class": "named_person"}],
        "addressee": None,
    }
    text = "Later Orvik said that Dorn was calm."
    assert masked(text).text == text
    assert masked(text, lines=[line]).text == "Later █████ said that Dorn was calm."


def test_whom_the_roster_knows_by_the_report_is_shown() -> None:
    source = {"as": "claimant", "name": "Jon Sorrel", "class": "named_person", "actor": "a_sorrel"}
    line = {"chain": [{"as": "outlet", "name": None}, source], "addressee": None}
    text = "Later Jon Sorrel said that Dorn was calm."
    assert masked(text).text != text
    assert masked(text, lines=[line]).text == text
    soldier = {"chain": [{"as": "outlet", "name": None}, source | {"actor": "a_granite"}], "addressee": None}
    assert masked(text, lines=[soldier]).text != text


@given(st.text(max_size=300))
def test_any_text_keeps_its_length_its_spaces_and_its_lines(text: str) -> None:
    for language in ("en", "ru", "uk"):
        shown = masked(text, language=language).text
        assert len(shown) == len(text)
        assert [char for char in shown if char.isspace()] == [char for char in text if char.isspace()]


@given(st.text(alphabet="Oskar Venn’.,“”()GovernorIlse minerДов\n", max_size=200))
def test_what_is_masked_is_masked_again_to_the_same(text: str) -> None:
    once = masked(text).text
    assert masked(once).text.count(BLOCK) >= once.count(BLOCK)
