"""The outlet's own voice: never what stands in quotation marks."""

import pytest

from counterclaim.model.report import Report
from counterclaim.reading.layout import Layout
from counterclaim.reading.network import SLOTS
from counterclaim.reading.own import outlets_own
from counterclaim.reading.pieces import Vocabulary
from counterclaim.reading.slots import PLACE, Proposition
from counterclaim.reading.windows import Words

TEXT = (
    "Made up: the plant spoke of Dorn. “Drones came twice. A drone hit the roof of the mill in Dorn on Monday. "
    "Nobody slept,” it said. A second drone hit the market in Halm on Tuesday. The “Iron Gate” brigade entered Velm."
)


def own(*said: str, text: str = TEXT) -> list[str]:
    report = Report(id="r", text=text, path="a", location="a", language="en")
    words = Words.of(Layout.of(report), Vocabulary({"[UNK]": 1}))
    runs = [words.run(text.index(part), text.index(part) + len(part)) for part in said]
    found = [Proposition(run, own=True, slots=dict.fromkeys((*SLOTS, PLACE), ())) for run in runs]
    return [text[slice(*words.place(run))] for run in outlets_own(words, found, ())]


@pytest.mark.parametrize(
    "said", ["A second drone hit the market in Halm on Tuesday", "The “Iron Gate” brigade entered Velm"]
)
def test_what_nobody_is_cited_for_is_the_outlets(said: str) -> None:
    assert own(said) == [said]


def test_what_stands_in_quotation_marks_is_not() -> None:
    assert own("A drone hit the roof of the mill in Dorn on Monday") == []


@pytest.mark.parametrize(
    ("behind", "told"),
    [
        (" Ilka Marn/Vale Media/Getty Images Related", False),
        (" (Photo by Ilka Marn) The war goes on.", False),
        (" Photos by the brigade show it.", True),
        (" The Halm/Velm road is shut.", True),
    ],
)
def test_the_caption_of_a_picture_is_not_told(behind: str, told: bool) -> None:
    said = "Rescuers clear a mill in Dorn on May 5"
    report = Report(id="r", text=f"{said}.{behind}", path="a", location="a", language="en")
    words = Words.of(Layout.of(report), Vocabulary({"[UNK]": 1}))
    found = [Proposition(words.run(0, len(said)), own=True, slots=dict.fromkeys((*SLOTS, PLACE), ()))]
    assert bool(list(outlets_own(words, found, ()))) is told


def test_two_clauses_stay_two() -> None:
    first, second = "In the small hours of Friday the guard shut the second gate in Halm", "then left for Dorn"
    assert own(first, second, text=f"{first}, {second}.") == [first, second]


BROKEN = (
    "At a market in Halm on Friday, the guard opened a second gate by hand. The clerk was jailed in Dorn for a letter "
    "to the mayor, and left. The mill in Velm was hit after a letter that Marn wrote."
)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (
            ("At a market in Halm on Friday", "the guard opened a second gate by hand"),
            "At a market in Halm on Friday, the guard opened a second gate by hand",
        ),
        (("The clerk was jailed in Dorn for",), "The clerk was jailed in Dorn for a letter to the mayor"),
        (("The mill in Velm was hit",), "The mill in Velm was hit after a letter that Marn wrote"),
    ],
)
def test_what_breaks_off_is_made_whole(said: tuple[str, ...], told: str) -> None:
    assert own(*said, text=BROKEN) == [told]
