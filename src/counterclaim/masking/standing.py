"""What stands behind a claim as it is held: the claims that agree with it, their independent roots, pairs of reports.

Nothing here is masked: `shown.Shown` masks it.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from counterclaim.kinds.kinds import family, kinds
from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store
from counterclaim.linking.added import Pair, compared, derived
from counterclaim.linking.agreement import agreeing, spoken
from counterclaim.linking.independence import roots
from counterclaim.linking.traits import Traits
from counterclaim.model.claim import Claim
from counterclaim.model.telling import Telling

Json = dict[str, Any]


class Standing:
    """Reads from a ledger what one claim alone does not say."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, value: Json) -> tuple[Json, set[str]]:
        """The claim with `roots`, `agrees` (ids) and `pairs`, and the ids of all reports that any of it comes from."""
        claim = _light(value)
        tellings = {telling.id: telling for telling in self._store.told(claim.tellings)}
        candidates = [_light(other) for other in self._near(value, _places(spoken(claim, tellings)))]
        asked = {name for one in candidates for name in one.tellings}
        tellings |= {telling.id: telling for telling in self._store.told(asked)}
        group = agreeing(claim, candidates, tellings)
        named = {name for one in (claim, *group) for name in one.tellings}
        found = roots([claim, *group], {name: tellings[name] for name in named})
        ends = derived(claim, {name: tellings[name].report.id for name in named})
        pairs = [pair.as_json() for pair in _Reports(self._store).compared(ends)]
        reports = {tellings[name].report.id for name in named} | {pair[end] for pair in pairs for end in ("from", "to")}
        more = {"roots": [one.as_json() for one in found], "agrees": [one.id for one in group], "pairs": pairs}
        return value | more, reports

    def _near(self, claim: Json, places: frozenset[str]) -> Iterable[Json]:
        """The claims that could agree: of its family, told first within the days that its kind spans, maybe there."""
        kind = kinds().get(claim["kind"])
        if kind is None:
            return ()
        same = [name for name in kinds() if family(name) == kind.family]
        first = (self._store.telling(claim["tellings"][0])["report"]["published"] or "")[:10]
        try:
            day, span = date.fromisoformat(first), timedelta(days=kind.span_days)
        except ValueError:
            return self._store.claims_near(same, None, None, places)
        return self._store.claims_near(same, str(day - span), str(day + span), places)


class _Reports:
    """Reports that are compared with one another; each is read once, and each claim that they tell."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._told: dict[str, tuple[Sequence[Telling], list[str]]] = {}
        self._claims: dict[str, Claim] = {}

    def compared(self, ends: Iterable[tuple[str, str]]) -> list[Pair]:
        """What each second of these reports, by id, adds to the first and leaves out of it."""
        return [self._pair(*both) for both in ends]

    def _pair(self, before: str, after: str) -> Pair:
        told, then = self._report(before), self._report(after)
        return compared(told[0], then[0], [self._claim(name) for name in dict.fromkeys((*told[1], *then[1]))])

    def _report(self, name: str) -> tuple[Sequence[Telling], list[str]]:
        """Its tellings, and the ids of their claims."""
        if name not in self._told:
            claims = [claim for _, claim in self._store.claimed(Filters(report=name))]
            self._told[name] = self._store.told_by(name), claims
        return self._told[name]

    def _claim(self, name: str) -> Claim:
        if name not in self._claims:
            self._claims[name] = _light(self._store.claim(name))
        return self._claims[name]


def _light(value: Json) -> Claim:
    """The claim without its joins and drift, which are long and tell nothing here."""
    return Claim.from_json(value | {"joins": (), "drift": ()})


def _places(one: Traits | None) -> frozenset[str]:
    """The ids of all places that a telling may be of."""
    return one.places if one else frozenset()
