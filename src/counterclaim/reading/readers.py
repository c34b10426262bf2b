"""The table of readers, by language."""

from functools import cache

from counterclaim.extensions import load, table
from counterclaim.reading.interface import Reader

READERS = {"en": "counterclaim.reading.thin:ThinReader"}
GROUP = "counterclaim.readers"  # the entry-point group in which other packages add theirs


@cache
def reader(language: str | None) -> Reader | None:
    """The reader of `language` (ISO 639-1); None where there is none, or the language is unknown."""
    target = table(READERS, GROUP).get(language or "")
    made: Reader | None = load(target)() if target else None
    return made
