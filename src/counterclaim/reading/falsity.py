"""Where a content itself says that something is not so: "the reports are not true" is a denial, whatever the cue."""

import re
from functools import cache

from counterclaim.lang.data import rows
from counterclaim.model.span import Span


@cache
def patterns(language: str = "en") -> tuple[re.Pattern[str], ...]:
    """One for each row of the language's `falsity.yml`."""
    found = (f"(?<!\\w)(?:{'|'.join(row['words'])})(?!\\w)" for row in rows(language, "falsity")["falsity"])
    return tuple(re.compile(words, re.IGNORECASE) for words in found)


def falsity(content: Span) -> Span | None:
    """The words of `content` that call it false; None where none do."""
    for pattern in patterns():
        if match := pattern.search(content.text):
            return Span(content.start + match.start(), content.start + match.end(), match[0])
    return None
