"""The tellings of two reports aligned: each has one counterpart at most, the best first."""

from collections.abc import Sequence
from itertools import product

from counterclaim.linking.compare import JOINED, TELLING, Aliases, Compared, can_be_shown, compared, opposed
from counterclaim.linking.traits import Traits
from counterclaim.linking.words import shared
from counterclaim.model.claim import Evidence, Join

RETOLD, RETOLD_SHARE = 2, 0.25  # counterparts, and their share of the shorter report, that show a rewrite
REWRITE, REWRITTEN = 3, 6  # points for each counterpart that shows that one report retells the other; at most
SAME_WORDS = {Evidence.WORDING, Evidence.QUOTATION}
BEGUN, NEAR = 20, 100  # tellings of a report with which one is compared: at its beginning, just before it
REPEATED = 11  # points from which two tellings of one report are one


def aligned(ours: Sequence[Traits], theirs: Sequence[Traits]) -> list[Join]:
    """The joins of two different reports.

    Where several tellings show that one report retells the other, what is left of both is compared once more: names
    that were altered are known, and fewer points join.
    """
    pairs = (compared(one, other) for one, other in product(ours, theirs) if can_be_shown(one, other))
    sure = _one_to_one(sorted((pair for pair in pairs if pair.joined), key=_best_first))
    derived = sum(pair.derived for pair in sure)
    if not derived:
        return [_join(pair) for pair in sure]
    bonus = min(REWRITE * derived, REWRITTEN)
    retold = derived >= max(RETOLD, RETOLD_SHARE * min(len(ours), len(theirs)))
    taken = {name for pair in sure for name in (pair.one.id, pair.other.id)}
    mine, others = ([one for one in report if one.id not in taken] for report in (ours, theirs))
    aliases = _aliases(sure)
    again = (compared(one, other, aliases) for one, other in product(mine, others))
    left = (pair for pair in again if pair.points + bonus >= JOINED and _bears(pair))
    more = _one_to_one(sorted(left, key=_best_first))
    return [
        *(_join(pair, rewrite=retold) for pair in sure),
        *(_join(pair, bonus=bonus, rewrite=retold) for pair in more),
    ]


def _aliases(sure: Sequence[Compared]) -> Aliases:
    """Names of persons whose quotations are the same."""
    quoted = [pair for pair in sure if Evidence.QUOTATION in pair.evidence]
    people = ((pair.one.claimant, pair.other.claimant) for pair in quoted)
    return frozenset(
        frozenset((mine.family, theirs.family)) for mine, theirs in people if mine.is_person and theirs.is_person
    )


def _bears(pair: Compared) -> bool:
    """Whether words or a number, not only who speaks, show that both say the same, and no other claimant is named."""
    one, other = pair.one, pair.other
    told = shared(one.said_of_it, other.said_of_it) >= TELLING or bool(one.numbers & other.numbers)
    return told and not pair.contradicted and not opposed(one, other)


def repeated(ours: Sequence[Traits]) -> list[Join]:
    """The joins of tellings of one report that say the same twice, as a headline and its text do.

    In a very long report each is compared with those at its beginning and the nearest before it.
    """
    pairs = (
        compared(one, other)
        for at, other in enumerate(ours)
        for one in (*ours[: min(at, BEGUN)], *ours[max(BEGUN, at - NEAR) : at])
    )
    same = (pair for pair in pairs if pair.points >= REPEATED and _says_twice(pair))
    return [_join(pair, Evidence.REPEAT) for pair in same]


def _says_twice(pair: Compared) -> bool:
    """Whether it is one claimant's, and neither denies what the other affirms."""
    alike = bool(SAME_WORDS & set(pair.evidence)) and pair.one.denies == pair.other.denies
    return alike and not pair.contradicted


def _best_first(pair: Compared) -> tuple[int, int, tuple[str, ...]]:
    return (-pair.points, abs(pair.one.number - pair.other.number), tuple(sorted((pair.one.id, pair.other.id))))


def _one_to_one(pairs: Sequence[Compared]) -> list[Compared]:
    taken: set[str] = set()
    found = []
    for pair in pairs:
        if not taken & {pair.one.id, pair.other.id}:
            taken |= {pair.one.id, pair.other.id}
            found.append(pair)
    return found


def _join(pair: Compared, only: Evidence | None = None, *, bonus: int = 0, rewrite: bool = False) -> Join:
    one, other = sorted((pair.one.id, pair.other.id))
    evidence = {only} if only else {*pair.evidence, *([Evidence.REWRITE] if rewrite else [])} or {Evidence.WORDING}
    reasons = (*pair.reasons, *([f"one report retells the other ({bonus:+})"] if bonus else []))
    return Join(one, other, pair.points + bonus, tuple(sorted(evidence)), reasons)
