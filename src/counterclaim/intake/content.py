"""What a format's function makes of an input: the text, and what the input says of itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from counterclaim.errors import InputError

KEYS = ("outlet", "url", "published", "title", "language", "theatre")


@dataclass(frozen=True, slots=True)
class Content:
    """A text with what was stated beside it, as written, under some of KEYS.

    `faults` are what could not be read without harm to the text: they become warnings. `line_is_paragraph` is
    true where the format itself sets one paragraph to a line, and None where the text has to be looked at.
    """

    text: str
    stated: Mapping[str, str] = field(default_factory=dict)
    faults: tuple[InputError, ...] = ()
    line_is_paragraph: bool | None = None


def stated(given: Mapping[str, str | None]) -> dict[str, str]:
    """Those of `given` that are under one of KEYS and hold words, white space made single."""
    tidy = {key: " ".join((given.get(key) or "").split()) for key in KEYS}
    return {key: value for key, value in tidy.items() if value}
