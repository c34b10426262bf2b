"""What speaks against one claim for two tellings, whatever words both have: who claims, where, when, how many."""

from datetime import timedelta

from counterclaim.lang.name_key import closeness
from counterclaim.linking.counts import counts_in_both
from counterclaim.linking.traits import Traits

ALTERED = 0.6  # closeness from which two names of places can be one, misspelt


def opposed(one: Traits, other: Traits) -> bool:
    """Whether both name claimants of different parties.

    A person of one name, known to the roster in one of them only, may be taken for the other party's by his report.
    """
    mine, theirs = one.party, other.party
    if mine is None or theirs is None or mine == theirs:
        return False
    ours, others = one.claimant, other.claimant
    return not (
        ours.is_person and others.is_person and (ours.actor is None) != (others.actor is None) and ours.same(others)
    )


def apart(one: Traits, other: Traits) -> bool:
    """Whether both name claimants of whom neither is the other, is under him or passes on for him."""
    mine, theirs = one.claimant, other.claimant
    if not (mine.is_known and theirs.is_known) or mine.kin(theirs):
        return False
    return not any(mine.same(relay) for relay in other.relays) and not any(theirs.same(relay) for relay in one.relays)


def elsewhere(one: Traits, other: Traits) -> bool:
    """Whether both name places of which none can be the same."""
    return bool(one.places and other.places) and one.places.isdisjoint(other.places)


def at_other_times(one: Traits, other: Traits) -> bool:
    """Whether what both tell lies on days that cannot be one."""
    mine, theirs = one.telling.when, other.telling.when
    return bool(mine and theirs and mine.when and theirs.when and not mine.when.compatible(theirs.when))


def apart_in_fact(one: Traits, other: Traits) -> bool:
    """Whether places cannot be one, or the same claimant gave another number or day on another day."""
    if elsewhere(one, other) and not _misspelt(one, other):
        return True
    if counts_anew(one, other):
        return True
    return (
        (other_numbers(one, other) or at_other_times(one, other))
        and one.claimant.same(other.claimant)
        and not _one_day(one, other)
    )


def _misspelt(one: Traits, other: Traits) -> bool:
    """Whether one place may be meant, which a report that carries it over from elsewhere has under an altered name."""
    names = ((mine, theirs) for mine in one.place_keys for theirs in other.place_keys)
    return not (one.names_place and other.names_place) and any(closeness(*pair) >= ALTERED for pair in names)


def counts_anew(one: Traits, other: Traits) -> bool:
    """Whether the later one names who claims, the earlier nobody, and the numbers are others."""
    return other_numbers(one, other) and named_later(one, other)


def named_later(one: Traits, other: Traits) -> bool:
    """Whether what was published later names who claims, and the earlier nobody."""
    early, late = sorted((one, other), key=lambda each: each.order)
    return late.claimant.is_known and not early.claimant.is_known and days_apart(one, other) > timedelta()


def other_numbers(one: Traits, other: Traits) -> bool:
    """Whether both give numbers, and none in common, nor one that is the other's rounded."""
    return bool(one.numbers and other.numbers and not one.numbers & other.numbers) and not counts_in_both(one, other)


def _one_day(one: Traits, other: Traits) -> bool:
    """Whether both may have been said on one day: by the days told, else by those of publication."""
    together = said_together(one, other)
    if together is None:
        return not (one.published and other.published) or one.published == other.published
    return together


def said_together(one: Traits, other: Traits) -> bool | None:
    """Whether both may have been said on one day; None where a report does not tell."""
    if not (one.said and other.said):
        return None
    return one.said[0] <= other.said[1] and other.said[0] <= one.said[1]


def days_apart(one: Traits, other: Traits) -> timedelta:
    """How far apart both were published; for ever where that is not known."""
    return abs(one.published - other.published) if one.published and other.published else timedelta.max
