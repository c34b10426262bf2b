import pytest

from counterclaim.reading.contents import past_adjunct, reach
from counterclaim.reading.cues import sightings
from counterclaim.reading.stops import stop
from counterclaim.reading.tokens import tokens


def read(text: str) -> tuple[str | None, str] | None:
    made = tokens(text, 0, len(text), [])
    found = reach(made, sightings(made)[0])
    if found is None:
        return None
    to = found.addressee
    end = stop(made, found.begin, found.manner)
    return (
        text[made[to[0]].start : made[to[1] - 1].end] if to else None,
        text[made[found.begin].start : made[end - 1].end],
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("told reporters that it fell", ("reporters", "it fell")),
        ("told the Vale News agency that it fell", ("the Vale News agency", "it fell")),
        ("told Vale News it fell on Monday", ("Vale News", "it fell on Monday")),
        ("told him the port was shut", ("him", "the port was shut")),
        ("announced to the council the fall of Belmar", ("the council", "the fall of Belmar")),
        ("recounted how it fell", (None, "how it fell")),
        ("said in a statement on Friday it had fallen", (None, "it had fallen")),
        ("said people fear the river", (None, "people fear the river")),
        ("announced the fall of Belmar, troops still hold parts of it", (None, "the fall of Belmar")),
        ("announced the fall of Belmar, and with it came news of Linden", (None, "the fall of Belmar")),
        ("reported the loss of tanks, guns and trucks", (None, "the loss of tanks, guns and trucks")),
        ("said on Monday", None),
        ("said on December 7", None),
        ("said on December 7, 2031", None),
        ("said on Sunday evening", None),
        ("said on December 7 that it fell", (None, "it fell")),
        ("announced on December 7 the fall of Belmar", (None, "the fall of Belmar")),
        ("told reporters", None),
        ("argued the case", None),
    ],
)
def test_to_whom_and_what(text: str, found: tuple[str | None, str] | None) -> None:
    assert read(text) == found


def test_adjuncts_are_passed_over() -> None:
    made = tokens(text := "late on Sunday it fell", 0, len(text), [])
    assert made[past_adjunct(made, 0)].text == "it"
