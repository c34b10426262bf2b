"""The table of readers, by language."""

from functools import cache
from pathlib import Path

from counterclaim.extensions import load, table
from counterclaim.reading.interface import Reader

READERS = {"en": "counterclaim.reading.trained:english"}
GROUP = "counterclaim.readers"  # the entry-point group in which other packages add theirs


@cache
def reader(language: str | None, model: Path | None = None) -> Reader | None:
    """The reader of `language` (ISO 639-1); None where there is none, or the language is unknown.

    With `model`, a folder, a reader of ours reads by that model instead of its own. Raises ModelError where it cannot
    be loaded.
    """
    target = table(READERS, GROUP).get(language or "")
    given = [model] if model and target in READERS.values() else []
    made: Reader | None = load(target)(*given) if target else None
    return made
