"""What a reader is: whatever it reads by, one shape."""

from enum import IntEnum
from typing import Protocol

from counterclaim.model.report import Report
from counterclaim.model.telling import Telling


class Scheme(IntEnum):
    """By whose rules spans are cut: PolNeAR's, which take auxiliaries into the cue, and so on, or our guidelines'."""

    POLNEAR = 0
    GUIDELINES = 1


class Reader(Protocol):
    """Reads reports of one language. `by` is its name and version, kept with each telling."""

    @property
    def by(self) -> str:
        """Name and version: `reading-en/5`."""

    def read(self, report: Report) -> list[Telling]:
        """The tellings of `report` in the order of its text; every span in code points of `report.text`."""
