"""Tellings put together to claims by their joins: the strongest first, none against a veto."""

from collections.abc import Mapping, Sequence

from counterclaim.linking.contrary import apart, counts_anew, opposed
from counterclaim.linking.traits import Traits
from counterclaim.model.claim import Evidence, Join


def clusters(tellings: Mapping[str, Traits], joins: Sequence[Join]) -> list[list[str]]:
    """The ids of each claim's tellings in canonical order, the claims by their first.

    Two tellings of one report are of one claim only where they repeat one another, and none of claimants of opposed
    parties are: whatever else would bring them together is weaker than what was joined before it.
    """
    repeats = {(join.one, join.other) for join in joins if Evidence.REPEAT in join.evidence}
    one_of = {_names(tellings[join.one], tellings[join.other]) for join in joins}
    of = {name: [name] for name in tellings}
    for join in sorted(joins, key=lambda one: (-one.points, one.one, one.other)):
        mine, theirs = of[join.one], of[join.other]
        if mine is not theirs and not _vetoed(mine, theirs, tellings, repeats, one_of):
            mine += theirs
            of |= dict.fromkeys(theirs, mine)
    order = {name: one.order for name, one in tellings.items()}
    found = {id(group): sorted(group, key=order.__getitem__) for group in of.values()}
    return sorted(found.values(), key=lambda group: order[group[0]])


def _vetoed(
    mine: Sequence[str],
    theirs: Sequence[str],
    tellings: Mapping[str, Traits],
    repeats: set[tuple[str, str]],
    one_of: set[frozenset[str]],
) -> bool:
    return any(
        opposed(tellings[one], tellings[other])
        or (apart(tellings[one], tellings[other]) and _names(tellings[one], tellings[other]) not in one_of)
        or counts_anew(tellings[one], tellings[other])
        or (tellings[one].report == tellings[other].report and (min(one, other), max(one, other)) not in repeats)
        for one in mine
        for other in theirs
    )


def _names(one: Traits, other: Traits) -> frozenset[str]:
    """The names of both claimants."""
    return frozenset((one.claimant.name, other.claimant.name))
