"""How likely two tellings of one report say the same twice: a headline and its text, a paraphrase and the words quoted.

What speaks for it is weighed by a table that was learned (`training/linking`); what it says hangs on both alone.
"""

import math
from collections.abc import Iterator, Mapping, Sequence

from counterclaim.linking.contrary import elsewhere, opposed, other_numbers
from counterclaim.linking.counts import tell_same_counts
from counterclaim.linking.traits import Traits
from counterclaim.linking.weights import ALWAYS, weights
from counterclaim.linking.words import contained, in_order, shared
from counterclaim.model.telling import Quote
from counterclaim.reading.words import words

LIKELY = 0.25  # from which on it is a repeat
KIN = 0.1  # from which on two that repeat a third do not speak against it
EARLY = 2  # tellings after the first that may sum up what follows
MOST_TOLD, MOST_SHARED = 20.0, 6  # nats and words in common, above which more say no more
TENTH = 10.0
SAID = 2.5  # nats that words beside the names of places must share
BEGUN, NEAR = 20, 100  # tellings of a report with which one is weighed: at its beginning, just before it

Pair = tuple[Traits, Traits]


def told_twice(report: Sequence[Traits]) -> list[tuple[Traits, Traits, float]]:
    """The pairs of a report's tellings that say the same, each with how likely it is, the first of the two first.

    Two that repeat a third are a pair too, unless they can hardly be one. In a very long report each is weighed with
    those at its beginning and the nearest before it.
    """
    odds = {(one.number, other.number): odd for one, other in _pairs(report) if (odd := likely(one, other)) >= KIN}
    found = {pair for pair, odd in odds.items() if odd >= LIKELY}
    beside: dict[int, set[int]] = {}
    for one, other in found:
        beside.setdefault(one, set()).add(other)
        beside.setdefault(other, set()).add(one)
    found |= {pair for pair in odds if beside.get(pair[0], set()) & beside.get(pair[1], set())}
    return [(report[one], report[other], odds[one, other]) for one, other in sorted(found)]


def _pairs(report: Sequence[Traits]) -> Iterator[Pair]:
    for at, other in enumerate(report):
        for one in (*report[: min(at, BEGUN)], *report[max(BEGUN, at - NEAR) : at]):
            yield one, other


def likely(one: Traits, other: Traits) -> float:
    """How likely it is, from 0 to 1, that `other` repeats `one`, which stands before it in the same report."""
    if not comparable(one, other):
        return 0.0
    table = weights("repeats")
    odds = table[ALWAYS] + sum(table[name] * value for name, value in signs(one, other).items())
    return 1 / (1 + math.exp(-odds))


def comparable(one: Traits, other: Traits) -> bool:
    """Whether two tellings of a report can say the same twice.

    Of contents that overlap, the same words at the same place show nothing. Who denies what the other affirms says
    something else, and so does who names other places or numbers or is of the other party; and more than the names of
    places must be in both, but where a paraphrase is quoted at once.
    """
    if opposed(one, other) or one.denies != other.denies or one.telling.content.overlaps(other.telling.content):
        return False
    if other_numbers(one, other) or (one.names_place and other.names_place and elsewhere(one, other)):
        return False
    told = shared(one.said_of_it, other.said_of_it) >= SAID
    return told or _quoted_at_once(one, other) or tell_same_counts(one, other)


def signs(one: Traits, other: Traits) -> Mapping[str, float]:
    """What speaks for or against it, by name."""
    return {**_who(one, other), **_where(one, other), **_how(one, other), **_what(one, other)}


def _who(one: Traits, other: Traits) -> dict[str, float]:
    mine, theirs = one.claimant, other.claimant
    named = mine.is_known + theirs.is_known
    return {
        "same claimant": mine.same(theirs),
        "one claimant named": named == 1,
        "no claimant named": named == 0,
        "other claimants": named > 1 and not mine.kin(theirs),
    }


def _where(one: Traits, other: Traits) -> dict[str, float]:
    return {
        "tellings apart": math.log(other.number - one.number),
        "first": one.number == 0,
        "early": 0 < one.number <= EARLY,
    }


def _how(one: Traits, other: Traits) -> dict[str, float]:
    quoted, again = (each.telling.quote is Quote.DIRECT for each in (one, other))
    return {
        "paraphrase, then quoted": again and not quoted,
        "quoted, then paraphrase": quoted and not again,
        "words of the first quoted": one.telling.quote is Quote.MIXED,
        "quotation goes on": one.claimant.same(other.claimant) and other.telling.cue is None,
        "quoted at once": _quoted_at_once(one, other),
    }


def _quoted_at_once(one: Traits, other: Traits) -> bool:
    """Whether a paraphrase is followed by a quotation of the same claimant that is not said to add anything."""
    cue = other.telling.cue
    turns = one.telling.quote is not Quote.DIRECT and other.telling.quote is Quote.DIRECT
    plain = cue is not None and cue.text.casefold() in words("plain_sayings")
    return turns and plain and other.number - one.number == 1 and one.claimant.same(other.claimant)


def _what(one: Traits, other: Traits) -> dict[str, float]:
    both = [weight for word, weight in one.words.items() if word in other.words]
    told = sum(both)
    shortest = max(1, min(len(one.spoken), len(other.spoken)))
    return {
        "words shared, nats": min(told, MOST_TOLD) / TENTH,
        "words shared": min(len(both), MOST_SHARED) / MOST_SHARED,
        "rarest word shared": max(both, default=0.0) / TENTH,
        "share of the first": told / (sum(one.words.values()) or 1),
        "share of the second": told / (sum(other.words.values()) or 1),
        "share beside places": contained(one.said_of_it, other.said_of_it),
        "share in order": in_order(one.spoken, other.spoken) / shortest if len(both) > 1 else 0.0,
        "run shared": not one.runs.isdisjoint(other.runs),
        "length of the first": math.log(1 + len(one.spoken)),
        "same kind": one.telling.kind == other.telling.kind,
        "same counts": tell_same_counts(one, other),
    }
