"""Masks kept at hand, by the very words and tellings that they were made from."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from counterclaim.masking.masks import Mask

ROOM = 32_000_000  # code points of masked texts kept at hand, some 30,000 short reports in which somebody is masked
LEAST = 200  # what a report takes in which nobody is masked: then no text is kept
NOBODY = Mask(None, "")

Reading = tuple[str, str]
"""The salted hash of a report's entry and the seal of its tellings."""


@dataclass(frozen=True, slots=True)
class Found:
    """The mask of a report, and its language ("unknown" without one) where names of it are not looked for."""

    mask: Mask
    uncovered: str | None

    @property
    def room(self) -> int:
        """How many code points it takes."""
        return LEAST + len(self.mask.text)


class Masks:
    """Masks made before, known by the salted hash of the report's entry and the seal of its tellings.

    So none is older than the ledger, and several `Shown` of one process, of several threads, may share them. Where
    nobody is masked it keeps `NOBODY`, whatever the report.
    """

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._taken = 0
        self._kept: OrderedDict[Reading, Found] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._kept)

    def of(self, reading: Reading, make: Callable[[], Found]) -> Found:
        """The mask of that reading, made where it is not at hand; two threads may make it at once."""
        with self._lock:
            if reading in self._kept:
                self._kept.move_to_end(reading)
                return self._kept[reading]
        found = _slim(make())
        with self._lock:
            self._put(reading, found)
        return found

    def offer(self, reading: Reading, found: Found) -> bool:
        """Keeps a mask that was made elsewhere, unless another would have to go for it; False where that is so."""
        found = _slim(found)
        with self._lock:
            fits = self._taken + found.room <= self._room
            if fits:
                self._put(reading, found)
        return fits

    def _put(self, reading: Reading, found: Found) -> None:
        if reading not in self._kept:
            self._kept[reading] = found
            self._taken += found.room
        while self._taken > self._room:
            _, gone = self._kept.popitem(last=False)
            self._taken -= gone.room


def _slim(found: Found) -> Found:
    """Without the text, where nobody is masked in it."""
    return found if found.mask else Found(NOBODY, found.uncovered)
