"""What speaks for and against two tellings of two reports being of one claim: signs, each a number, by name.

How much each of them speaks is learned (`weights.py`).
"""

import math
from collections.abc import Mapping

from counterclaim.linking.contrary import at_other_times, other_numbers, said_together
from counterclaim.linking.counts import counts_in_both, tell_same_counts
from counterclaim.linking.identity import Identity
from counterclaim.linking.traits import Traits
from counterclaim.linking.words import alike, contained, in_order, shared
from counterclaim.model.telling import Quote

MOST_TOLD, MOST_SHARED = 25.0, 8  # nats and words in common, above which more say no more
TENTH = 10.0


def signs(one: Traits, other: Traits, *, renamed: bool) -> Mapping[str, float]:
    """The signs of two tellings, the same whichever comes first; `renamed`: their claimants are one, by an alias."""
    return {
        **_who(one, other, renamed=renamed),
        **_words(one, other),
        **_quoted(one, other),
        **_facts(one, other),
        **_when(one, other),
    }


def cites(one: Traits, outlet: Identity) -> bool:
    """Whether a telling has it from an outlet."""
    return outlet.is_known and any(relay.same(outlet) for relay in one.carried_by)


def cite_one(one: Traits, other: Traits) -> bool:
    """Whether both have it from one relay."""
    return any(ours.same(relay) for ours in one.carried_by for relay in other.carried_by)


def _who(one: Traits, other: Traits, *, renamed: bool) -> dict[str, float]:
    mine, theirs = one.claimant, other.claimant
    named = mine.is_known + theirs.is_known
    same = renamed or mine.same(theirs)
    return {
        "the same claimant": same,
        "one claimant is named": named == 1,
        "no claimant is named": named == 0,
        "different claimants": named > 1 and not same and not mine.kin(theirs),
        "both in the outlet's own voice": one.own_voice and other.own_voice,
        "one cites the other's outlet": cites(one, other.outlet) or cites(other, one.outlet),
        "both cite the same relay": cite_one(one, other),
    }


def _words(one: Traits, other: Traits) -> dict[str, float]:
    both = sorted(weight for word, weight in one.said_of_it.items() if word in other.said_of_it)
    told = sum(both)
    shortest = max(1, min(len(one.spoken), len(other.spoken)))
    names = max(0.0, shared(one.words, other.words) - told)
    return {
        "what the words in both tell": min(told, MOST_TOLD) / TENTH,
        "words in both": min(len(both), MOST_SHARED) / MOST_SHARED,
        "the rarest word in both": max(both, default=0.0) / TENTH,
        "names of places in both": min(names, MOST_TOLD) / TENTH,
        "share of the shorter": contained(one.said_of_it, other.said_of_it),
        "likeness of all words": alike(one.words, other.words),
        "words in the same order": in_order(one.spoken, other.spoken) / shortest if len(both) > 1 else 0.0,
        "length of the shorter": math.log(1 + shortest),
    }


def _quoted(one: Traits, other: Traits) -> dict[str, float]:
    direct = one.telling.quote is Quote.DIRECT and other.telling.quote is Quote.DIRECT
    return {
        "the same quotation": any(ours == theirs for ours in one.quoted for theirs in other.quoted),
        "both are quotations": direct,
    }


def _facts(one: Traits, other: Traits) -> dict[str, float]:
    resolved = bool(one.places and other.places)
    same = bool(one.places & other.places) or (not resolved and bool(one.place_keys & other.place_keys))
    return {
        "of one family of kinds": bool(one.family and one.family == other.family),
        "of different kinds": bool(one.family and other.family and one.family != other.family),
        "the same place": same,
        "different places": resolved and not same,
        "the same counts": tell_same_counts(one, other),
        "one count in both": bool(counts_in_both(one, other)),
        "different numbers": other_numbers(one, other),
        "one gives a number": bool(one.numbers) != bool(other.numbers),
        "one denies": one.denies != other.denies,
    }


def _when(one: Traits, other: Traits) -> dict[str, float]:
    together = said_together(one, other)
    return {
        "said on one day": together is True,
        "said on different days": together is False,
        "of different days": at_other_times(one, other),
    }
