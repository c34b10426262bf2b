"""What is served: which ledger, with or without names, with tiles from where; and readings of it to lend."""

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


@dataclass(frozen=True)
class Served:
    """The ledger at `path`; `names` shows private persons; `tiles` is the address of map tiles, None for none."""

    path: Path
    names: bool = False
    tiles: str | None = None
    masks: Masks = field(default_factory=Masks, repr=False, compare=False)  # of all readings: one takes milliseconds
    _free: SimpleQueue[Shown] = field(default_factory=SimpleQueue, repr=False, compare=False)

    def __post_init__(self) -> None:
        for _ in range(READERS):
            self._free.put(Shown(Store(self.path, write=False, shared=True), names=self.names, masks=self.masks))

    @contextmanager
    def lent(self) -> Iterator[Shown]:
        """A reading for one request, of one state of the ledger. Raises LedgerBusyError where none gets free."""
        try:
            shown = self._free.get(timeout=PATIENCE)
        except Empty:
            raise LedgerBusyError("Too many pages are being read at once.", "Load this page again.") from None
        try:
            with shown.store.snapshot():
                yield shown
        finally:
            self._free.put(shown)

    def close(self) -> None:
        """Closes the ledger."""
        while not self._free.empty():
            self._free.get().store.close()
