"""The formats we read: a name, the function that reads it, the suffixes it goes by.

A function takes an `Input` and gives a `Content`. Installed packages add formats by the entry-point group
`counterclaim.formats`; a format also goes by its own name as a suffix, so that one line is enough.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import PurePath
from types import MappingProxyType

from counterclaim.extensions import table

FORMATS = {
    "html": "counterclaim.intake.html:content",
    "jsonl": "counterclaim.intake.jsonl:content",
    "text": "counterclaim.intake.text:content",
}

SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}

GROUP = "counterclaim.formats"


@cache
def formats() -> Mapping[str, str]:
    """Every format by its name: ours and those of installed packages."""
    return MappingProxyType(table(FORMATS, GROUP))


def by_suffix(path: PurePath) -> str | None:
    """The format that the suffix of `path` stands for, None where it stands for none."""
    suffix = path.suffix.lower()
    name = SUFFIXES.get(suffix, suffix.removeprefix("."))
    return name if name in formats() else None
