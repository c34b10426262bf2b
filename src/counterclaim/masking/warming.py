"""Masks made beforehand, by a process beside, so that who asks for a page first need not wait for them.

A mask takes two milliseconds; a page of fifty claims may need hundreds. The reports that came last are taken first.
"""

import multiprocessing
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread

from counterclaim.errors import CounterclaimError
from counterclaim.ledger.store import Store
from counterclaim.masking.kept import Masks
from counterclaim.masking.shown import Shown

NICE = 10  # after whatever else the machine has to do


@contextmanager
def warming(path: Path, masks: Masks) -> Iterator[Thread]:
    """Within it, `masks` of the reports of the ledger at `path` come in, till all are there or there is no more room.

    The thread that takes them in ends with that. What is still to be made at the end is not made.
    """
    spawn = multiprocessing.get_context("spawn")
    receiver, sender = spawn.Pipe(duplex=False)
    process = spawn.Process(target=make, args=(path, sender), daemon=True)
    process.start()
    sender.close()  # here, so that the other end is seen to be closed
    thread = Thread(target=_take, args=(receiver, masks), daemon=True)
    thread.start()
    try:
        yield thread
    finally:
        process.terminate()
        process.join()
        thread.join()


def make(path: Path, sender: Connection) -> None:
    """Sends the mask of each report of the ledger at `path`, with its reading, until nobody takes them any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who serves
    if hasattr(os, "nice"):
        os.nice(NICE)
    with suppress(OSError, CounterclaimError), Store(path, write=False) as store:
        shown = Shown(store)
        for report in store.newest():
            with suppress(CounterclaimError):  # it was redacted meanwhile
                sender.send(shown.reading(report))
    sender.close()


def _take(receiver: Connection, masks: Masks) -> None:
    """Keeps what comes, as long as there is room; who sends is not waited for any longer then."""
    with receiver, suppress(EOFError, OSError):
        while masks.offer(*receiver.recv()):
            pass
