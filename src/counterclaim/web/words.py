"""The words of the pages: looked up by key, with values put in and the right form for a number."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from counterclaim.lang.data import QUICK

LANGUAGE = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language by "page.key"; a word with forms is kept as `one` and `other`."""

    values: Mapping[str, Any]

    def text(self, key: str, **values: Any) -> str:
        """The words of `key` with `{values}` put in. Raises KeyError for a key without words."""
        return str(self.values[key]).format(**values)

    def counted(self, key: str, number: int, **values: Any) -> str:
        """The words for that many, "1 report", "2,318 reports": `{n}` is the number."""
        forms = self.values[key]
        return str(forms["one" if number == 1 else "other"]).format(n=f"{number:,}", **values)


@cache
def words(language: str = LANGUAGE) -> Words:
    """All words of a language."""
    found: dict[str, Any] = {}
    for file in sorted(files("counterclaim.web.texts").joinpath(language).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yml"):
            page = file.name.removesuffix(".yml")
            rows = yaml.load(file.read_text(encoding="utf-8"), Loader=QUICK) or {}  # noqa: S506 it is a safe loader
            found |= {f"{page}.{key}": value for key, value in rows.items()}
    return Words(found)
