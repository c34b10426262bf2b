"""How many of two lists can be paired, each item once."""

from collections.abc import Callable, Sequence
from typing import TypeVar

One = TypeVar("One")
Other = TypeVar("Other")


def most_pairs(ours: Sequence[One], theirs: Sequence[Other], same: Callable[[One, Other], bool]) -> int:
    """The most pairs that are `same`, whatever the order (Kuhn's matching by augmenting paths)."""
    partners = [[to for to, other in enumerate(theirs) if same(one, other)] for one in ours]
    taken: dict[int, int] = {}

    def placed(at: int, tried: set[int]) -> bool:
        for to in partners[at]:
            if to not in tried:
                tried.add(to)
                if to not in taken or placed(taken[to], tried):
                    taken[to] = at
                    return True
        return False

    return sum(placed(at, set()) for at in range(len(ours)))
