"""Settlements taken one by one: a telling for each."""

from dataclasses import replace

from counterclaim.model.place import Place, PlaceState
from counterclaim.model.report import Report
from counterclaim.model.source import Chain
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling
from counterclaim.reading.lists import one_by_one

TEXT = "The ministry said its troops had taken Zeltin, Toll and Kestin on Friday."


def telling(kind: str, *names: str) -> Telling:
    content = Span.of(TEXT, TEXT.index("its troops"), len(TEXT) - 1)
    places = tuple(
        Place(name, Span.of(TEXT, TEXT.index(name), TEXT.index(name) + len(name)), PlaceState.UNRESOLVED)
        for name in names
    )
    made = Telling(Report("r", TEXT, "r", "r"), Span.of(TEXT, 0, len(TEXT)), content, Chain.of(None, claimant=None), {})
    return replace(made, kind=kind, place=places[0], places=places if len(places) > 1 else ())


def test_each_place_of_a_list_is_a_telling_with_its_own_pieces() -> None:
    found = list(one_by_one(telling("control_changed", "Zeltin", "Toll", "Kestin")))
    assert [[part.text for part in one.pieces] for one in found] == [
        ["its troops had taken Zeltin", "on Friday"],
        ["its troops had taken", "Toll", "on Friday"],
        ["its troops had taken", "Kestin on Friday"],
    ]
    assert [one.place and one.place.written for one in found] == ["Zeltin", "Toll", "Kestin"]
    assert len({one.id for one in found}) == 3
    for one in found:
        one.check()


def test_shelling_of_several_places_stays_one_telling() -> None:
    one = telling("strike", "Zeltin", "Toll", "Kestin")
    assert list(one_by_one(one)) == [one]


def test_a_single_place_stays_as_it_is() -> None:
    one = telling("control_changed", "Zeltin")
    assert list(one_by_one(one)) == [one]
