"""counterclaim: a ledger of who says what, on whose say-so, read from reports of a war."""

from counterclaim.api import Ledger, read
from counterclaim.errors import CounterclaimError, InputError
from counterclaim.ledger.search import Filters
from counterclaim.model.issue import Issue
from counterclaim.model.report import Report
from counterclaim.model.source import Chain, Source
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling
from counterclaim.pipeline import Reading

__version__ = "0.1.0"
__all__ = [
    "Chain",
    "CounterclaimError",
    "Filters",
    "InputError",
    "Issue",
    "Ledger",
    "Reading",
    "Report",
    "Source",
    "Span",
    "Telling",
    "read",
]
