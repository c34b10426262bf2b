"""Which words of a claim tell that it is of a part of a place, or of ground beside it, by a language's `parts.yml`."""

import re
from collections.abc import Iterator
from functools import cache

from counterclaim.lang.data import rows

LANGUAGES = frozenset(("en",))  # those with a `parts.yml`


def part(words: str, language: str | None = "en") -> str | None:
    """The words in `words` that tell of a part: "the north", "More than 95% of"; None where there are none."""
    found = (pattern.search(words) for pattern in patterns(language or "en"))
    return next((match.group().strip() for match in found if match), None)


@cache
def patterns(language: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of a language in their order; none where it has no such words yet."""
    return tuple(_compiled(language)) if language in LANGUAGES else ()


def _compiled(language: str) -> Iterator[re.Pattern[str]]:
    for row in rows(language, "parts").values():
        yield re.compile(rf"(?<!\w)(?:{row['pattern']})", re.IGNORECASE)
