"""Runs that overlap, found without looking at all of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar

Range = tuple[int, int]
Item = TypeVar("Item")


def overlap(one: Range, other: Range) -> bool:
    """Whether two runs share a place."""
    return one[0] < other[1] and other[0] < one[1]


class Overlaps(Generic[Item]):
    """Items by the run that each has; runs may overlap one another."""

    def __init__(self, items: Sequence[Item], run: Callable[[Item], Range]) -> None:
        held = sorted(((run(item), at) for at, item in enumerate(items)))
        self._items = [items[at] for _, at in held]
        self._runs = [given for given, _ in held]
        self._longest = max((end - start for start, end in self._runs), default=0)

    def over(self, run: Range) -> Iterator[Item]:
        """The items whose run shares a place with `run`, in the order of their beginnings."""
        start, end = run
        first = bisect_right(self._runs, start - self._longest, key=lambda held: held[0])
        for at in range(first, bisect_left(self._runs, end, key=lambda held: held[0])):
            if self._runs[at][1] > start:
                yield self._items[at]
