"""What is masked of a text, for the tests of masking."""

from collections.abc import Iterable
from typing import Any

from counterclaim.masking.masks import Mask, mask
from counterclaim.masking.names import BLOCK
from counterclaim.model.report import Report


def report(text: str, *, language: str | None = "en", title: str | None = None, theatre: str = "vardia") -> Report:
    return Report("r_0", text, "a.txt", "/a.txt", title=title, language=language, theatre=theatre)


def masked(text: str, *, language: str | None = "en", lines: Iterable[dict[str, Any]] = ()) -> Mask:
    return mask(report(text, language=language), lines)


def hidden(text: str, *, language: str | None = "en") -> set[str]:
    """The names that are masked in `text`: neighbouring words are one."""
    shown = masked(text, language=language).text
    assert len(shown) == len(text)
    found, name = set(), ""
    for at, char in enumerate([*shown, "\n"]):
        if char == BLOCK or (name and char in " -.’" and BLOCK in shown[at : at + 3].strip(" -.’")[:1]):
            name += text[at]
        elif name:
            found.add(name.strip())
            name = ""
    return found
