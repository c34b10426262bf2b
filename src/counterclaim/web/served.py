"""What is served: which ledger, with or without names, with tiles from where; and readings of it to lend."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue

from counterclaim.errors import LedgerBusyError
from counterclaim.ledger.store import Store
from counterclaim.masking.kept import Masks
from counterclaim.masking.shown import Shown

READERS = 4  # requests that read at one time; with two cores more only take turns
PATIENCE = 30.0  # seconds a request waits for its turn
LONGEST = 30.0  # seconds that a request may read: by then another one has waited for as long as it is ready to


@dataclass(frozen=True)
class Served:
    """The ledger at `path`; `names` shows private persons; `tiles` is the address of map tiles, None for none."""

    path: Path
    names: bool = False
    tiles: str | None = None
    masks: Masks = field(default_factory=Masks, repr=False, compare=False)  # of all readings: one takes milliseconds
    _free: SimpleQueue[Shown | None] = field(default_factory=SimpleQueue, repr=False, compare=False)

    def __post_init__(self) -> None:
        for _ in range(READERS):
            self._free.put(self._opened())

    def _opened(self) -> Shown:
        return Shown(Store(self.path, write=False, shared=True), names=self.names, masks=self.masks)

    def _current(self, held: Shown | None) -> Shown:
        """A reading of the file that is at the path now: the ledger may have been moved, deleted or replaced."""
        if held and held.store.is_at_its_path():
            return held
        if held:
            held.store.close()
        return self._opened()

    @contextmanager
    def lent(self) -> Iterator[Shown]:
        """A reading for one request, of one state of the ledger.

        Raises LedgerBusyError where none gets free or it takes longer than LONGEST, LedgerError where the ledger went.
        """
        shown: Shown | None = None
        try:
            held = self._free.get(timeout=PATIENCE)
        except Empty:
            raise LedgerBusyError("Too many pages are being read at once.", "Load this page again.") from None
        try:
            shown = self._current(held)
            shown.until = time.monotonic() + LONGEST
            with shown.store.snapshot():
                yield shown
        finally:
            self._free.put(shown)

    def close(self) -> None:
        """Closes the ledger."""
        while not self._free.empty():
            if shown := self._free.get():
                shown.store.close()
