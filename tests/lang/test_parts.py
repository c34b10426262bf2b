"""Words by which a claim tells of a part of a place: each row fires on its own example."""

import re

import pytest

from counterclaim.lang.data import rows
from counterclaim.lang.parts import part

ROWS = rows("en", "parts")


@pytest.mark.parametrize("name", ROWS)
def test_a_row_fires_on_its_example(name: str) -> None:
    assert re.search(ROWS[name]["pattern"], ROWS[name]["example"], re.IGNORECASE)
    assert part(ROWS[name]["example"])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Ukrainian troops hold the north of the city", "the north"),
        ("its troops were still defending northern districts", "northern districts"),
        ("More than 95% of Karsk is held", "More than 95% of"),
        ("the site to the west of Karsk", "to the west of"),
        ("Karsk and Dorn were taken", None),
        ("The Center group finished taking Karsk", None),
        ("the Northern Fleet left Karsk", None),
        ("", None),
    ],
)
def test_words_for_a_part(words: str, found: str | None) -> None:
    assert part(words) == found


def test_a_language_without_such_words_has_no_parts() -> None:
    assert part("север города", "ru") is None
    assert part("the north of the city", None) == "the north"
