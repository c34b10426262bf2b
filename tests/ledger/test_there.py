"""What is told of one place."""

from dataclasses import replace

from counterclaim.ledger.store import Store
from counterclaim.linking.linker import Rules
from counterclaim.model.place import Candidate, Place, PlaceState
from made_tellings import TESHAR, VARDIA, Line, tell


def keep(store: Store) -> dict[str, str]:
    """Three reports of two places; the claims' ids by outlet."""
    dorn, halm = ("Dorn", "p_dorn"), ("Halm", "p_halm")
    first = tell("A", Line("Tesharish troops had taken Dorn", TESHAR, place=dorn), published="2031-03-01")
    second = tell("B", Line("the bridge of Dorn was hit", VARDIA, kind="strike", place=dorn), published="2031-03-04")
    third = tell("C", Line("Halm was quiet", VARDIA, kind="assessment", place=halm), published=None)
    assert third[0].place
    others = (Candidate("p_halm", "Halm", ()), Candidate("p_dorn", "Dorn", ()))
    open_ = Place("Halm", third[0].place.span, PlaceState.AMBIGUOUS, alternatives=others)
    for told in (first, second, [replace(third[0], place=open_)]):
        store.add_report(told[0].report, told, reader="test/1", linker=Rules())
    return {told[0].report.outlet or "": store.claim(told[0].id)["id"] for told in (first, second, third)}


def test_claims_of_a_place_those_told_last_first(store: Store) -> None:
    of = keep(store)
    assert store.claims_at("p_dorn") == [of["B"], of["A"], of["C"]]
    assert store.claims_at("p_dorn", kinds=("control_changed",)) == [of["A"]]
    assert store.claims_at("p_dorn", since="2031-03-02") == [of["B"]]
    assert store.claims_at("p_dorn", until="2031-03-02") == [of["A"]]
    assert store.claims_at("p_dorn", limit=1, offset=1) == [of["A"]]
    assert store.claims_at("p_nowhere") == []


def test_tellings_that_may_mean_it_or_another(store: Store) -> None:
    of = keep(store)
    (name,) = store.open_at("p_dorn")
    assert store.claim(name)["id"] == of["C"]
    assert store.open_at("p_dorn", limit=0) == []


def test_how_many_tellings_mean_each_place(store: Store) -> None:
    keep(store)
    assert store.tellings_at() == {"p_dorn": {"resolved": 2, "ambiguous": 1}, "p_halm": {"ambiguous": 1}}
    assert store.tellings_at(["p_halm", "p_nowhere"]) == {"p_halm": {"ambiguous": 1}}
