"""Lanes of a place, from made-up reports and from the demo's."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from counterclaim.ledger.store import Store
from counterclaim.linking.linker import Rules
from counterclaim.masking.shown import Shown
from counterclaim.model.place import Candidate, Place, PlaceState
from counterclaim.model.telling import Telling
from counterclaim.model.when import Dated, When
from counterclaim.views import placing, spoken
from counterclaim.views.answers import ANSWERED
from counterclaim.views.control import Asked, Control, Lane, Mark, control
from made_tellings import MARN, OFFICIAL, STAFF, TESHAR, VARDIA, Line, copied, tell

DORN = "p_dorn"
HELD = {"holder": {"written": "Tesharish troops", "party": "teshar", "actor": None, "start": None, "end": None}}
OURS = {"holder": {"party": "vardia", "inferred": "party of the claimant"}}
POKROVSK, RIVNE = "UA14160210010099403", "UA14160150030092191"


def taken(**more: Any) -> Line:
    made: dict[str, Any] = {"content": "Tesharish troops had taken Dorn", "who": TESHAR, "slots": HELD}
    return Line(place=("Dorn", DORN), **made | more)


def kept(store: Store, *reports: Sequence[Telling]) -> Control:
    for told in reports:
        store.add_report(told[0].report, list(told), reader="test/1", linker=Rules())
    found = placing.by_id(DORN)
    assert found
    return control(Shown(store), found, Asked())


def only(found: Control) -> tuple[Lane, Mark]:
    (lane,) = found.lanes
    (mark,) = lane.marks
    return lane, mark


def test_a_claim_is_a_mark_in_its_claimants_lane(store: Store) -> None:
    lane, mark = only(kept(store, tell("A", taken(said="2031-03-04")), tell("B", taken(said="2031-03-04"))))
    assert (lane.claimant.label, lane.claimant.party) == ("Ministry of Defence of Teshar", "teshar")
    assert (mark.kind, mark.holder and mark.holder.party, mark.polarity) == ("control_changed", "teshar", "affirms")
    assert (mark.reports, len(mark.tellings)) == (2, 2)
    assert (mark.days.edtf, mark.days.basis) == ("2031-03-04", "said")
    assert mark.content == "Tesharish troops had taken Dorn"


@pytest.mark.parametrize(
    ("line", "published", "day", "basis"),
    [
        (taken(content="Tesharish troops had taken Dorn on Monday", when=("on Monday", "2031-03-03")),
         "2031-03-05", "2031-03-03", "when"),
        (taken(said="2031-03-04"), "2031-03-05", "2031-03-04", "said"),
        (taken(), "2031-03-05T10:00:00Z", "2031-03-05", "report"),
        (taken(), None, None, None),
    ],
)  # fmt: skip
def test_the_day_is_that_of_what_is_claimed_else_of_saying_it_else_the_reports(
    store: Store, line: Line, published: str | None, day: str | None, basis: str | None
) -> None:
    _, mark = only(kept(store, tell("A", line, published=published)))
    assert (mark.days.edtf, mark.days.basis) == (day, basis)
    assert (mark.days.first is None) == (day is None)


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2031-02", date(2031, 2, 1), date(2031, 2, 28)),
        ("2031-02-15/..", date(2031, 2, 15), date(2031, 3, 5)),  # not beyond the day on which it was told
        ("../2031-03-01", date(2031, 3, 1), date(2031, 3, 1)),
        ("2031-02-10/2031-02-12", date(2031, 2, 10), date(2031, 2, 12)),
        ("XXXX-02-10", None, None),
    ],
)
def test_a_claim_holds_no_longer_than_its_words_say(
    store: Store, edtf: str, first: date | None, last: date | None
) -> None:
    (told,) = tell("A", taken())
    told = replace(told, when=Dated("then", When.parse(edtf), "published"))
    _, mark = only(kept(store, [told]))
    assert (mark.days.first, mark.days.last, mark.days.basis) == (first, last, "when")


def test_a_denial_takes_the_holder_from_what_it_answers_of_another_party(store: Store) -> None:
    said, denied = tell(
        "A", taken(), taken(content="the capture of Dorn", who=VARDIA, slots={}, stance="denies/asserted")
    )
    found = kept(store, [said, replace(denied, answers=said.id)])
    (ours,) = (lane for lane in found.lanes if lane.claimant.party == "vardia")
    holder = ours.marks[0].holder
    assert ours.marks[0].polarity == "denies"
    assert holder
    assert (holder.party, holder.inferred) == ("teshar", ANSWERED)
    assert "denied" in spoken.held(found, ours.marks[0])


@pytest.mark.parametrize("answers", ["own side", "t_0000000000000000"])
def test_a_denial_of_ones_own_side_or_of_nothing_held_names_no_holder(store: Store, answers: str) -> None:
    said, denied = tell(
        "A", taken(who=STAFF), taken(content="the fall of Dorn", who=VARDIA, slots={}, stance="denies/asserted")
    )
    found = kept(store, [said, replace(denied, answers=said.id if answers == "own side" else answers)])
    mark = next(mark for mark in found.marks if mark.polarity == "denies")
    assert mark.holder is None
    assert "by whom is not said" in spoken.held(found, mark)


def test_who_is_not_named_has_a_lane_for_what_he_is_and_the_outlet(store: Store) -> None:
    found = kept(
        store,
        tell("A", taken(who=OFFICIAL)),
        tell("B", taken(who=OFFICIAL, content="Dorn was in the hands of the other army"), published="2031-02-01"),
        tell("C", taken(who=None, content="the town hall of Dorn fell to an assault group"), published="2031-01-01"),
    )
    assert [lane.claimant.label for lane in found.lanes] == [
        "C itself", "“a Vardian official” in B", "“a Vardian official” in A",
    ]  # fmt: skip


def test_lanes_of_a_party_stand_together_who_spoke_first_before_others(store: Store) -> None:
    found = kept(
        store,
        tell("A", taken(who=VARDIA, slots=OURS, content="Vardian troops had taken Dorn"), published="2031-03-02"),
        tell("B", taken(), published="2031-03-03"),
        tell("C", taken(who=MARN, slots=OURS, content="Dorn was ours"), published="2031-03-09"),
    )
    assert [lane.claimant.party for lane in found.lanes] == ["vardia", "vardia", "teshar"]


def test_exchanged_parties_are_the_mirror(store: Store, tmp_path: Path) -> None:
    other = {"holder": {"written": "Tesharish troops", "party": "vardia", "actor": None, "start": None, "end": None}}
    with Store(tmp_path / "other.db") as mirrored:
        one = kept(store, tell("A", taken()), tell("B", taken(who=VARDIA, stance="denies/asserted")))
        two = kept(
            mirrored, tell("A", taken(who=VARDIA, slots=other)), tell("B", taken(slots=other, stance="denies/asserted"))
        )
    assert shape(one, {"teshar": "vardia", "vardia": "teshar"}) == shape(two, {})


def shape(found: Control, swap: Mapping[str, str]) -> set[tuple[str, ...]]:
    """Who says that it is held by which party, or not."""
    return {
        tuple(swap.get(name, name) for name in (lane.claimant.party or "", mark.holder.party or "", mark.polarity))
        for lane in found.lanes
        for mark in lane.marks
        if mark.holder
    }


def test_what_may_mean_another_place_says_which(store: Store) -> None:
    (told,) = tell("A", taken())
    assert told.place
    others = (Candidate(DORN, "Dorn", ("is Dorn",)), Candidate("p_dorn_velm", "Dorn, Velm Province", ("is Dorn",)))
    open_ = Place("Dorn", told.place.span, PlaceState.AMBIGUOUS, alternatives=others)
    found = kept(store, [replace(told, place=open_)])
    _, mark = only(found)
    assert mark.doubtful
    assert mark.candidates == others
    assert not mark.settled
    assert list(spoken.meanings(mark)) == ["as told it may be one of 2 places"]
    assert mark.as_json()["candidates"][1] == {
        "id": "p_dorn_velm",
        "name": "Dorn, Velm Province",
        "reasons": ["is Dorn"],
    }


def test_another_telling_of_the_claim_may_settle_it(store: Store) -> None:
    (told,) = tell("A", taken())
    assert told.place
    open_ = Place("Dorn", told.place.span, PlaceState.AMBIGUOUS, alternatives=(Candidate(DORN, "Dorn", ()),))
    (again,) = copied([told], "B", "2031-03-06")
    found = kept(store, [told], [replace(again, place=open_)])
    assert [(mark.doubtful, mark.settled) for mark in found.marks] in (
        [(False, False), (True, True)],
        [(True, True), (False, False)],
    )
    assert "by another telling of the claim it is this one" in " ".join(
        w for m in found.marks for w in spoken.meanings(m)
    )


def test_a_part_is_no_whole(store: Store) -> None:
    found = kept(
        store,
        tell("A", taken(content="Tesharish troops had taken the north of Dorn")),
        tell("B", taken(content="Tesharish troops were in Dorn", kind="assault_advance")),
    )
    assert {mark.part for mark in found.marks} == {"the north", None}
    attack = next(mark for mark in found.marks if not mark.is_of_holding)
    assert attack.holder is None


def test_other_kinds_and_other_places_are_left_out(store: Store) -> None:
    elsewhere = Line("Tesharish troops had taken Halm", TESHAR, place=("Halm", "p_halm"), slots=HELD)
    assert not kept(store, tell("A", taken(kind="damage")), tell("B", elsewhere)).lanes


def test_only_the_days_and_as_many_as_asked_for(store: Store) -> None:
    words = {1: "Tesharish troops had taken Dorn", 4: "Dorn was lost to them", 8: "the army of Teshar holds Dorn"}
    lines = [
        tell(f"O{day}", taken(content=content, said=f"2031-03-0{day}"), published=f"2031-03-0{day}")
        for day, content in words.items()
    ]
    kept(store, *lines)
    found = placing.by_id(DORN)
    assert found

    def days(**asked: Any) -> list[str | None]:
        return [mark.days.edtf for mark in control(Shown(store), found, Asked(**asked)).marks]

    assert days(since="2031-03-04") == ["2031-03-04", "2031-03-08"]
    assert days(until="2031-03-04") == ["2031-03-01", "2031-03-04"]
    assert days(most=1) == ["2031-03-08"]


def test_the_demo_of_pokrovsk(demo_ledger: Path) -> None:
    found = placing.by_id(POKROVSK)
    assert found
    with Store(demo_ledger, write=False) as store:
        made = control(Shown(store), found, Asked())
    by = {lane.claimant.label: lane for lane in made.lanes}
    taken_ = [m for m in by["Valery Gerasimov"].marks if m.kind == "control_changed"]
    assert {m.holder and m.holder.party for m in taken_} == {"russia"}
    staff = next(mark for mark in by["Ukraine's General Staff"].marks if mark.is_of_holding)
    assert (staff.holder and staff.holder.party, staff.part) == ("ukraine", "the north")
    assert any(mark.polarity == "denies" and mark.holder for mark in by["Ukraine"].marks)
    nato = next(lane for label, lane in by.items() if "NATO" in label)
    assert (nato.claimant.party, made.party(nato.claimant.party)) == ("none", "third parties")
    since = next(mark for mark in by["Oleksandr Syrskyi"].marks if (mark.days.edtf or "").endswith("/.."))
    assert since.days.last == date(2025, 12, 9)


def test_the_demo_of_rovno_says_where_it_is_in_doubt(demo_ledger: Path) -> None:
    found = placing.by_id(RIVNE)
    assert found
    with Store(demo_ledger, write=False) as store:
        made = control(Shown(store), found, Asked())
    doubtful = [mark for mark in made.marks if mark.doubtful]
    assert doubtful
    assert len(doubtful) < len(made.marks)
    assert all(RIVNE in {one.id for one in mark.candidates} for mark in doubtful)
