from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import pytest

from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store
from counterclaim.masking.standing import Standing
from counterclaim.model.place import Place

from linked_reports import say
from placing import AREA, BELMAR, LOST, OPEN, placed
from word_linker import WordLinker


class Everywhere(Store):
    """A ledger that does not know which claims are near by their places."""

    def claims_near(
        self,
        kinds: Collection[str],
        first: str | None,
        last: str | None,
        places: Collection[str] = (),  # noqa: ARG002
    ) -> Iterator[dict[str, Any]]:
        return super().claims_near(kinds, first, last)


def test_which_claims_agree_does_not_hang_on_how_they_are_looked_for(demo_ledger: Path) -> None:
    with Store(demo_ledger, write=False) as store, Everywhere(demo_ledger, write=False) as all_:
        claims = list(store.claims(Filters()))
        found = [Standing(store).of(claim) for claim in claims]
        assert found == [Standing(all_).of(claim) for claim in claims]
    assert sum(bool(value["agrees"]) for value, _ in found) > 20
    assert sum(bool(value["pairs"]) for value, _ in found) > 3


@pytest.mark.parametrize(
    ("place", "near"), [(BELMAR, "resolved unresolved none"), (OPEN, "ambiguous resolved unresolved none")]
)
def test_a_claim_of_other_places_is_not_near(store: Store, place: Place, near: str) -> None:
    dorn = Place("Dorn", None, BELMAR.state, id="p_dorn", name="Dorn")
    told = {"resolved": (place if place is BELMAR else dorn,), "area": (AREA,), "unresolved": (LOST,), "none": ()}
    if place is OPEN:
        told["ambiguous"] = (OPEN,)
    for outlet, places in told.items():
        report, (telling,) = say(outlet, "the bridge was hit")
        store.add_report(report, [placed(telling, *places)], reader="test/1", linker=WordLinker(shared=9))
    found = store.claims_near(["strike"], "2031-03-01", "2031-03-01", place.candidates)
    names = {store.telling(claim["tellings"][0])["report"]["outlet"] for claim in found}
    assert names == set(near.split())
    assert len(list(store.claims_near(["strike"], "2031-03-01", "2031-03-01"))) == len(told)
