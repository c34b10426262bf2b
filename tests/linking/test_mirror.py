"""No side counts: exchanged parties give the exact mirror of claims and roots."""

from typing import Any

import pytest

from counterclaim.linking.independence import roots
from counterclaim.linking.linker import link
from counterclaim.model.telling import Telling
from made_tellings import STAFF, TESHAR, VARDIA, Line, Who, tell, together

DEPOT = "Tesharish troops had captured the northern railway depot of Kuteriva after heavy street fighting"
KUTERIVA = ("Kuteriva", "p_kuteriva")
Reports = list[list[Telling]]
OTHER = {"teshar": "vardia", "vardia": "teshar", "russia": "ukraine", "ukraine": "russia"}


def mirrored(value: Any) -> Any:
    """The same with the parties exchanged."""
    if isinstance(value, dict):
        return {
            name: OTHER.get(one, one) if name == "party" and isinstance(one, str) else mirrored(one)
            for name, one in value.items()
        }
    return [mirrored(one) for one in value] if isinstance(value, list) else value


def test_exchanged_parties_give_the_mirror(story: Reports) -> None:
    tellings = [telling for report in story for telling in report]
    swapped = [Telling.from_json(mirrored(one.as_json()), one.report) for one in tellings]
    assert [one.as_json() for one in swapped] != [one.as_json() for one in tellings]
    claims, mirror = link(tellings), link(swapped)
    assert [one.as_json() for one in mirror] == mirrored([one.as_json() for one in claims])
    ours, theirs = ({one.id: one for one in told} for told in (tellings, swapped))
    for claim, image in zip(claims, mirror, strict=True):
        assert [one.as_json() for one in roots([image], theirs)] == mirrored(
            [one.as_json() for one in roots([claim], ours)]
        )
    whole = [one.as_json() for one in roots(claims, ours)]
    assert [one.as_json() for one in roots(mirror, theirs)] == mirrored(whole)


@pytest.mark.parametrize(("one", "other"), [(TESHAR, STAFF), (VARDIA, TESHAR)])
def test_neither_side_joins_more_easily(one: Who, other: Who) -> None:
    def points(first: Who, second: Who) -> list[int]:
        told = tell("Calinth Times", Line(DEPOT, first, place=KUTERIVA, said="2031-03-04"))
        again = tell("Velm Courier", Line(DEPOT, second, place=KUTERIVA, said="2031-03-04"))
        return [join.points for claim in together(told, again) for join in claim.joins]

    assert points(one, other) == points(other, one)
