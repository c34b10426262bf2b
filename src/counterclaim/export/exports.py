"""The export formats: each a function from telling lines to lines of text."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from counterclaim.extensions import load, table

Export = Callable[[Iterable[dict[str, Any]]], Iterator[str]]

EXPORTS = {
    "csv": "counterclaim.export.csv:lines",
    "jsonl": "counterclaim.export.jsonl:lines",
}


def formats() -> list[str]:
    """The names of all formats, those of installed packages among them."""
    return sorted(table(EXPORTS, "counterclaim.exports"))


def export(name: str) -> Export:
    """The export called `name`, one of `formats()`."""
    found: Export = load(table(EXPORTS, "counterclaim.exports")[name])
    return found
