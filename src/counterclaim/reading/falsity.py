"""Where a content itself says that something is not so: "the reports are not true" is a denial, whatever the cue.

And where no word says so: who criticises a comment, or answers it, does not deny it.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from counterclaim.lang.data import rows
from counterclaim.model.span import Span
from counterclaim.model.stance import Polarity, Stance
from counterclaim.model.telling import Telling

NEAR = 3  # words before a cue in which what negates it stands


@cache
def patterns(language: str = "en", name: str = "falsity") -> tuple[re.Pattern[str], ...]:
    """One for each row of that name in the language's `falsity.yml`."""
    found = (f"(?<!\\w)(?:{'|'.join(row['words'])})(?!\\w)" for row in rows(language, "falsity")[name])
    return tuple(re.compile(words, re.IGNORECASE) for words in found)


def falsity(content: Span) -> Span | None:
    """The words of `content` that call it false; None where none do."""
    for pattern in patterns():
        if match := pattern.search(content.text):
            return Span(content.start + match.start(), content.start + match.end(), match[0])
    return None


def may_deny(said: Iterable[str]) -> bool:
    """Whether any of these words can be those of a denial or a doubt."""
    return any(pattern.search(words) for words in said for pattern in patterns(name="denial"))


def denies(cue: str, before: str) -> bool:
    """Whether a cue can only deny; `before`, the words before it, may negate it ("without denying")."""
    return any(pattern.search(cue) for pattern in patterns(name="denied")) and not may_deny([before])


def doubting(telling: Telling) -> Telling:
    """`telling` as a doubt, where its cue can only doubt, or its content opens with "they doubt that"."""
    stance, content, cue = telling.stance, telling.content, telling.cue
    if stance is None or stance.polarity is not Polarity.AFFIRMS:
        return telling
    if cue and not telling.content.text[:6].lower().startswith("about ") and _doubts(telling, cue):
        return replace(telling, stance=Stance(Polarity.DOUBTS, stance.certainty, (cue,)))
    for pattern in patterns(name="doubtful"):
        if match := pattern.match(content.text):
            said = Span(content.start, content.start + match.end(), match[0])
            return replace(telling, stance=Stance(Polarity.DOUBTS, stance.certainty, (said,)))
    return telling


def _doubts(telling: Telling, cue: Span) -> bool:
    """Whether the cue is one that can only doubt, and is not negated before it."""
    before = telling.sentence.text[: max(0, cue.start - telling.sentence.start)]
    near = " ".join(before.split()[-NEAR:])
    only = any(pattern.fullmatch(cue.text) for pattern in patterns(name="doubted"))
    return only and not patterns(name="denial")[-1].search(near)
