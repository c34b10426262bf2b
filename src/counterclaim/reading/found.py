"""What a pattern finds."""

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.reading.names import Range
from counterclaim.reading.nouns import has_verb
from counterclaim.reading.tokens import Sort, Token
from counterclaim.reading.words import words

SHORTEST = 3  # words of a clause before "X said"


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution, in token ranges: the cue, the content's parts, and who is behind it."""

    cue: Range
    parts: tuple[Range, ...]
    source: Range | None = None
    addressee: Range | None = None
    relays: tuple[Range, ...] = ()
    is_before: bool = False  # whether the content, or its beginning, stands before the cue

    def covers(self, at: int) -> bool:
        """Whether the token at `at` lies within the content."""
        return any(start <= at < end for start, end in self.parts)

    def holds(self, at: int) -> bool:
        """Whether a cue at `at` is within this one, and nobody's but its source's."""
        quoting = self.is_before or self.cue[0] == 0  # "According to X, Y said …": X is Y's relay
        within = self.source is not None and self.source[0] <= at < self.source[1]
        return within or (not quoting and self.covers(at))


def is_long(tokens: Sequence[Token], parts: Sequence[Range]) -> bool:
    """Whether there is a quotation, or enough for a clause."""
    start, end = parts[0]
    quoted = any(token.sort is Sort.QUOTE for token in tokens[start:end])
    fronted = tokens[start].lower in words("prepositions") or tokens[start].lower.endswith("ing")
    clause = end - start >= SHORTEST and (not fronted or has_verb(tokens[start:end]))
    return len(parts) > 1 or quoted or clause
