"""The ledger that a command was asked for, and what may be shown of it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import click

from counterclaim import printing
from counterclaim.ledger.store import Store
from counterclaim.masking.shown import Shown
from counterclaim.options import DEFAULT_LEDGER


def open_store(ledger: str | None, *, write: bool = False) -> Store:
    """The ledger that was asked for: by the command, the group, the environment, or the default."""
    return Store(ledger_path(ledger), write=write)


def ledger_path(ledger: str | None) -> str:
    """Where it lies."""
    named = ledger or click.get_current_context().obj or os.environ.get("COUNTERCLAIM_LEDGER")
    return str(named or DEFAULT_LEDGER)


@contextmanager
def open_shown(ledger: str | None, *, names: bool) -> Iterator[Shown]:
    """The same, as it may be shown; at the end it is said where nobody could be masked."""
    with open_store(ledger) as store:
        shown = Shown(store, names=names)
        yield shown
        printing.not_masked(shown.uncovered)
