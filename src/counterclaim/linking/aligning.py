"""The tellings of two reports aligned: each has one counterpart at most, the best first."""

from collections.abc import Sequence
from itertools import product

from counterclaim.linking.agreement import agree
from counterclaim.linking.compare import JOINED, SAID, SCALE, TELLING, Aliases, Compared, can_be_shown, compared
from counterclaim.linking.contrary import named_later, opposed
from counterclaim.linking.repeats import LIKELY, told_twice
from counterclaim.linking.traits import Traits
from counterclaim.linking.weights import log_odds
from counterclaim.linking.words import contained, shared
from counterclaim.model.claim import Evidence, Join

RETOLD, RETOLD_SHARE = 2, 0.3  # counterparts, and their share of the longer report, that show a rewrite
REWRITE, REWRITTEN = 13, 20  # points for each counterpart that shows that one report retells the other; at most
PART = 0.14  # share of the shorter content, beside names of places, that one claimant's retold words have in common


def aligned(ours: Sequence[Traits], theirs: Sequence[Traits]) -> list[Join]:
    """The joins of two different reports.

    Where tellings show that one report retells the other, what is left of both is compared once more: names that were
    altered are known, and fewer points join, unless what has its counterpart already is nearer.
    """
    pairs = (compared(one, other) for one, other in product(ours, theirs) if can_be_shown(one, other))
    sure = _one_to_one(sorted((pair for pair in pairs if pair.joined), key=_best_first))
    derived = sum(pair.derived for pair in sure)
    if not derived:
        return [_join(pair) for pair in sure]
    bonus = min(REWRITE * derived, REWRITTEN)
    taken = {name for pair in sure for name in (pair.one.id, pair.other.id)}
    mine, others = ([one for one in report if one.id not in taken] for report in (ours, theirs))
    aliases = _aliases(sure)
    again = (compared(one, other, aliases) for one, other in product(mine, others))
    left = (pair for pair in again if pair.points + bonus >= JOINED and _bears(pair))
    left = (pair for pair in left if _is_nearest(pair, sure, aliases))
    more = _one_to_one(sorted(left, key=_best_first))
    retold = len(sure) + len(more) >= max(RETOLD, RETOLD_SHARE * max(len(ours), len(theirs)))
    return [_join(pair, bonus=bonus, rewrite=retold) for bonus, pairs in ((0, sure), (bonus, more)) for pair in pairs]


def _is_nearest(pair: Compared, sure: Sequence[Compared], aliases: Aliases) -> bool:
    """Whether nothing that has its counterpart already is nearer to either telling."""
    beside = (compared(*two, aliases) for taken in sure for two in ((pair.one, taken.other), (taken.one, pair.other)))
    return all(other.points <= pair.points for other in beside)


def _aliases(sure: Sequence[Compared]) -> Aliases:
    """Names of persons whose quotations are the same."""
    quoted = [pair for pair in sure if Evidence.QUOTATION in pair.evidence]
    people = ((pair.one.claimant, pair.other.claimant) for pair in quoted)
    return frozenset(
        frozenset((mine.family, theirs.family)) for mine, theirs in people if mine.is_person and theirs.is_person
    )


def _bears(pair: Compared) -> bool:
    """Whether more than who speaks shows that both say the same, and no other claimant is named, or named anew."""
    one, other = pair.one, pair.other
    if (pair.contradicted and not pair.renamed) or opposed(one, other) or named_later(one, other):
        return False
    told = shared(one.said_of_it, other.said_of_it)
    words = told >= TELLING or (told >= SAID and _of_one(pair))
    return words or bool(one.numbers & other.numbers) or agree(one, other)


def _of_one(pair: Compared) -> bool:
    """Whether one claimant speaks of one sort of thing, in a part of the same words."""
    one, other = pair.one, pair.other
    same = (pair.renamed or one.claimant.same(other.claimant)) and one.family is not None and one.family == other.family
    return same and contained(one.said_of_it, other.said_of_it) >= PART


def repeated(ours: Sequence[Traits]) -> list[Join]:
    """The joins of tellings of one report that say the same twice, as a headline and its text do."""
    return [_repeat(*twice) for twice in told_twice(ours)]


def _repeat(first: Traits, second: Traits, likely: float) -> Join:
    one, other = sorted((first.id, second.id))
    points = JOINED + round(SCALE * (log_odds(likely) - log_odds(LIKELY)))
    return Join(
        one, other, points, (Evidence.REPEAT,), (f"one report says it twice, {likely:.0%} likely ({points:+})",)
    )


def _best_first(pair: Compared) -> tuple[int, int, tuple[str, ...]]:
    return (-pair.points, abs(pair.one.number - pair.other.number), tuple(sorted((pair.one.id, pair.other.id))))


def _one_to_one(pairs: Sequence[Compared]) -> list[Compared]:
    """The best pairs, each telling once; whose nearest is another's already has no second best."""
    seen: set[str] = set()
    found = []
    for pair in pairs:
        both = {pair.one.id, pair.other.id}
        if not seen & both:
            found.append(pair)
        seen |= both
    return found


def _join(pair: Compared, *, bonus: int = 0, rewrite: bool = False) -> Join:
    one, other = sorted((pair.one.id, pair.other.id))
    evidence = {*pair.evidence, *([Evidence.REWRITE] if rewrite else [])} or {Evidence.WORDING}
    reasons = (*pair.reasons, *([f"one report retells the other ({bonus:+})"] if bonus else []))
    return Join(one, other, pair.points + bonus, tuple(sorted(evidence)), reasons)
