"""What stands behind a claim as it is held: the claims that agree with it, their independent roots, pairs of reports.

Nothing here is masked: `shown.Shown` masks it.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from counterclaim.kinds.kinds import family, kinds
from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store
from counterclaim.linking.added import compared, derived
from counterclaim.linking.agreement import agreeing
from counterclaim.linking.independence import roots
from counterclaim.model.claim import Claim

Json = dict[str, Any]


class Standing:
    """Reads from a ledger what one claim alone does not say."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, value: Json) -> tuple[Json, set[str]]:
        """The claim with `roots`, `agrees` (ids) and `pairs`, and the ids of all reports that any of it comes from."""
        claim = Claim.from_json(value)
        candidates = [Claim.from_json(other) for other in self._near(value)]
        asked = {name for one in (claim, *candidates) for name in one.tellings}
        tellings = {telling.id: telling for telling in self._store.told(asked)}
        group = agreeing(claim, candidates, tellings)
        named = {name for one in (claim, *group) for name in one.tellings}
        found = roots([claim, *group], {name: tellings[name] for name in named})
        pairs = [self._pair(*ends) for ends in derived(claim, {name: tellings[name].report.id for name in named})]
        reports = {tellings[name].report.id for name in named} | {pair[end] for pair in pairs for end in ("from", "to")}
        more = {"roots": [one.as_json() for one in found], "agrees": [one.id for one in group], "pairs": pairs}
        return value | more, reports

    def _near(self, claim: Json) -> Iterable[Json]:
        """The claims that could agree: of its family, told first within the days that its kind spans."""
        kind = kinds().get(claim["kind"])
        if kind is None:
            return ()
        same = [name for name in kinds() if family(name) == kind.family]
        first = (self._store.telling(claim["tellings"][0])["report"]["published"] or "")[:10]
        try:
            day, span = date.fromisoformat(first), timedelta(days=kind.span_days)
        except ValueError:
            return self._store.claims_near(same, None, None)
        return self._store.claims_near(same, str(day - span), str(day + span))

    def _pair(self, before: str, after: str) -> Json:
        told = [list(self._store.tellings(Filters(report=name))) for name in (before, after)]
        claims = [Claim.from_json(one) for name in (before, after) for one in self._store.claims(Filters(report=name))]
        return compared(told[0], told[1], claims).as_json()
