"""What a reader is: rules today, trained heads tomorrow, one shape."""

from typing import Protocol

from counterclaim.model.report import Report
from counterclaim.model.telling import Telling


class Reader(Protocol):
    """Reads reports of one language. `by` is its name and version, kept with each telling."""

    @property
    def by(self) -> str:
        """Name and version: `thin-en/1`."""

    def read(self, report: Report) -> list[Telling]:
        """The tellings of `report` in the order of its text; every span in code points of `report.text`."""
