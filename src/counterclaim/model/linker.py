"""What the ledger needs of whoever links: three pure functions, so that the ledger knows nothing of how it is done."""

from collections.abc import Sequence
from typing import Protocol

from counterclaim.model.claim import Claim, Join
from counterclaim.model.telling import Telling


class Linker(Protocol):
    """Links tellings to claims. Each method is a pure function of its arguments."""

    by: str

    def keys(self, tellings: Sequence[Telling]) -> frozenset[str]:
        """The blocking keys of one report's tellings: only reports that share a key are compared."""

    def joins(self, ours: Sequence[Telling], theirs: Sequence[Telling]) -> list[Join]:
        """What joins tellings of two reports, or of one report with itself where both are the same."""

    def claims(
        self, tellings: Sequence[Telling], joins: Sequence[Join], reports: Sequence[Sequence[Telling]]
    ) -> list[Claim]:
        """The claims of tellings that `joins` connect; every telling is of exactly one.

        `reports` are all tellings of each report that any of `tellings` is of.
        """
