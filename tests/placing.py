"""Tellings with places, for the tests of the ledger. All places are made up."""

from dataclasses import replace

from counterclaim.model.place import Candidate, Place, PlaceState
from counterclaim.model.source import Chain, Link, Source
from counterclaim.model.telling import Telling

OPEN = Place("Dorn", None, PlaceState.AMBIGUOUS, alternatives=(Candidate("p_dorn", "Dorn"), Candidate("p_old", "Dorn")))
BELMAR = Place("Belmar", None, PlaceState.RESOLVED, id="p_belmar", name="Belmar", lat=1.0, lon=2.0)
AREA = Place("the east", None, PlaceState.AREA, id="p_east", name="East")
LOST = Place("Nowhere", None, PlaceState.UNRESOLVED, alternatives=(Candidate("p_belmar", "Belmar"),))


def placed(telling: Telling, *places: Place, kind: str | None = "strike", party: str | None = "vardia") -> Telling:
    """The telling with these places, its claimant of a party."""
    claimant = telling.chain.claimant
    assert claimant
    source = replace(claimant, party=party) if party else Source(Link.CLAIMANT, name=None, span=claimant.span)
    chain = Chain.of(telling.report.outlet, claimant=source)
    several = places if len(places) > 1 else ()
    return replace(telling, chain=chain, kind=kind, place=places[0] if places else None, places=several)
