"""Tellings to claims: keys, joins, and the claims of what the joins connect. Pure; each telling is of one claim."""

import hashlib
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, groupby

from counterclaim.linking import keys
from counterclaim.linking.aligning import aligned, repeated
from counterclaim.linking.clusters import clusters
from counterclaim.linking.drift import drifts
from counterclaim.linking.traits import Traits, traits
from counterclaim.linking.trees import Tree, tree
from counterclaim.model.claim import Claim, Join
from counterclaim.model.telling import Telling

BY = "linking/6"
KEPT = 512  # reports whose traits are kept at hand


class Rules:
    """The linker of this package. It keeps the traits of the reports it saw last; its answers do not hang on them."""

    by = BY

    def __init__(self) -> None:
        self._kept: OrderedDict[int, tuple[Sequence[Telling], list[Traits]]] = OrderedDict()

    def keys(self, tellings: Sequence[Telling]) -> frozenset[str]:
        """The blocking keys of one report's tellings: only reports that share a key are compared."""
        return keys.keys(self._traits(tellings))

    def joins(self, ours: Sequence[Telling], theirs: Sequence[Telling]) -> list[Join]:
        """What joins tellings of two reports, or of one report with itself."""
        if not ours or not theirs:
            return []
        if ours[0].report.id == theirs[0].report.id:
            return repeated(self._traits(ours))
        first, second = sorted((self._traits(ours), self._traits(theirs)), key=lambda found: found[0].report)
        return aligned(first, second)

    def claims(
        self, tellings: Sequence[Telling], joins: Sequence[Join], reports: Sequence[Sequence[Telling]]
    ) -> list[Claim]:
        """The claims of `tellings`, which `joins` connect, in canonical order of their first telling."""
        found = {one.id: one for report in reports for one in self._traits(report)}
        asked = {one.id: found[one.id] for one in tellings}
        groups = clusters(asked, joins)
        within = _within(groups, joins)
        return [_claim([found[name] for name in group], within.get(at, [])) for at, group in enumerate(groups)]

    def _traits(self, tellings: Sequence[Telling]) -> list[Traits]:
        """The traits of a report, kept as long as that very sequence is."""
        kept = self._kept.get(id(tellings))
        if kept is None:
            kept = self._kept[id(tellings)] = (tellings, traits(tellings))
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
        return kept[1]


def link(tellings: Iterable[Telling]) -> list[Claim]:
    """The claims of all `tellings`, whatever their order: the same as a ledger makes that takes them one by one."""
    rules = Rules()
    reports = [report for _, report in by_report(tellings)]
    known = [rules.keys(report) for report in reports]
    joins = [join for report in reports for join in rules.joins(report, report)]
    for one, other in combinations(range(len(reports)), 2):
        if known[one] & known[other]:
            joins += rules.joins(reports[one], reports[other])
    return rules.claims([telling for report in reports for telling in report], joins, reports)


def by_report(tellings: Iterable[Telling]) -> Iterator[tuple[str, list[Telling]]]:
    """The tellings of each report, in the order they stand in it."""
    ordered = sorted(tellings, key=lambda one: (one.report.id, one.content.start, one.content.end, one.id))
    for name, group in groupby(ordered, key=lambda one: one.report.id):
        yield name, list(group)


def _within(groups: Sequence[Sequence[str]], joins: Iterable[Join]) -> dict[int, list[Join]]:
    """The joins whose both ends are of one group, by its place."""
    places = {name: at for at, group in enumerate(groups) for name in group}
    found: dict[int, list[Join]] = {}
    for join in joins:
        if places.get(join.one, -1) == places.get(join.other, -2):
            found.setdefault(places[join.one], []).append(join)
    return found


def _claim(members: Sequence[Traits], joins: Sequence[Join]) -> Claim:
    """The claim of tellings in canonical order, which these joins connect."""
    ours = sorted(joins, key=lambda one: (one.one, one.other))
    found = tree(members, ours)
    head = _head(members, found)
    begun = next(one for one in members if one.id in (found.origin, found.earliest))
    shape = head.telling.as_json()
    claimant = head.telling.chain.claimant
    return Claim(
        id="c_" + hashlib.sha256(members[0].id.encode()).hexdigest()[:16],
        claimant=claimant.as_json() if claimant else None,
        kind=head.telling.kind,
        content=" … ".join(piece.text for piece in head.telling.pieces),
        occasion={"said": shape["said"], "to": shape["addressee"]},
        slots={name: shape[name] for name in ("place", "when", "quantities")} | shape["slots"],
        tellings=tuple(one.id for one in members),
        origin=found.origin,
        parents=dict(found.parents),
        unheld=found.unheld,
        drift=tuple(drifts(members, begun, found.parents, ours)),
        joins=tuple(ours),
        by=BY,
        stance={name: shape["stance"][name] for name in ("polarity", "certainty")} if shape["stance"] else None,
    )


def _head(members: Sequence[Traits], found: Tree) -> Traits:
    """The telling that stands for the claim: the nearest to the origin that names who claims, else the first."""

    def far(one: Traits) -> bool:
        return one.id != found.origin and found.parents.get(one.id) != found.origin

    return min(members, key=lambda one: (not one.claimant.is_known, far(one), one.order))
