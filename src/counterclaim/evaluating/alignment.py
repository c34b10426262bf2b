"""Which telling of one reading is which of another: one to one, by the words of their contents."""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from counterclaim.model.span import Span
from counterclaim.model.telling import Telling

WORD = re.compile(r"\w+")
HALF = 0.5  # of all words of both contents must be shared: the usual bound for "the same content"

Words = frozenset[int]  # the code points at which words begin
Item = TypeVar("Item")


def words(spans: Iterable[Span | None]) -> Words:
    """Where the words of `spans` begin; a mark alone (":") counts as one, so that nothing is empty."""
    found: set[int] = set()
    for span in spans:
        if span is not None:
            starts = {span.start + match.start() for match in WORD.finditer(span.text)}
            found |= starts or {span.start}
    return frozenset(found)


def content(telling: Telling) -> Words:
    """The words of a telling's content, those between its pieces left out."""
    return words(telling.pieces)


def overlap(one: Words, other: Words) -> float:
    """Shared words over all words of both (Jaccard); 0 where there are none."""
    return len(one & other) / len(one | other) if one | other else 0.0


def of_shorter(one: Words, other: Words) -> float:
    """Shared words over those of the shorter; 0 where there are none."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def aligned(
    gold: Sequence[Item],
    found: Sequence[Item],
    words_of: Callable[[Item], Words],
    least: float = HALF,
    shared: Callable[[Words, Words], float] = overlap,
) -> list[tuple[Item | None, Item | None]]:
    """Pairs of `gold` and `found`, best overlap first; what has no partner that shares `least` stands alone.

    Greedy: with a bound of a half at most few candidates compete for one partner.
    """
    ours, theirs = [words_of(one) for one in gold], [words_of(one) for one in found]
    ranked = sorted(
        ((overlap(mine, other), -at, -to) for at, mine in enumerate(ours) for to, other in enumerate(theirs)),
        reverse=True,
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for share, at, to in ranked:
        if share > 0 and -at not in partner and -to not in taken and shared(ours[-at], theirs[-to]) >= least:
            partner[-at] = -to
            taken.add(-to)
    pairs: list[tuple[Item | None, Item | None]] = [
        (one, found[partner[at]] if at in partner else None) for at, one in enumerate(gold)
    ]
    return pairs + [(None, one) for to, one in enumerate(found) if to not in taken]
