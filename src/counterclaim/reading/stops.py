"""Where what is attributed ends."""

from collections.abc import Sequence

from counterclaim.reading.cues import participles, verbs
from counterclaim.reading.nouns import ends_in_comma, has_verb, is_adverb, is_verb
from counterclaim.reading.subjects import subject
from counterclaim.reading.tokens import Sort, Token
from counterclaim.reading.words import words

NEAR = 12  # tokens within which "the ministry said" after a comma is a new attribution


def stop(tokens: Sequence[Token], begin: int, manner: str) -> int:
    """Where the content that begins at `begin` ends: the sentence's end, or what is no longer the source's."""
    for at in range(begin, len(tokens)):
        if _leaves(tokens, begin, at, manner):
            return _trimmed(tokens, begin, at)
    return _trimmed(tokens, begin, len(tokens))


def relative_stop(tokens: Sequence[Token], begin: int, end: int) -> int:
    """`end` moved before the main verb that follows a relative clause: "X, who says Y, left"."""
    for at in range(begin + 1, end):
        apart = tokens[at - 1].lower == "," or ends_in_comma(tokens[at - 1])
        if apart and (is_verb(tokens[at]) or tokens[at].lower in verbs()):
            return _trimmed(tokens, begin, at)
    return end


def _leaves(tokens: Sequence[Token], begin: int, at: int, manner: str) -> bool:
    """Whether the content is left at `at`."""
    token, after = tokens[at], tokens[at + 1 : at + 4]
    if token.lower == ";" or (manner == "quote" and at > begin and not token.is_speech and _is_apart(tokens, at)):
        return True
    if token.lower in words("joins") and manner in ("object", "pivot", "clause") and _is_attribution(tokens, at + 1):
        return True
    if at > begin and token.lower in participles() and ends_in_comma(tokens[at - 1]):
        return True
    if token.lower == "according" and after and after[0].lower == "to":
        return True
    if not after or at == begin:
        return False
    return _leaves_at_comma(tokens, at, manner) if token.lower == "," else _is_conjoined(tokens, at)


def _is_apart(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows a quotation is a new remark of the outlet's."""
    return tokens[at].lower == "," or (tokens[at - 1].is_speech and tokens[at - 1].text[-2:-1] in (".", "!", "?", ","))


def _leaves_at_comma(tokens: Sequence[Token], at: int, manner: str) -> bool:
    """Whether a comma ends the content."""
    rest = tokens[at + 1 :]
    first = rest[1] if is_adverb(rest[0]) and len(rest) > 1 else rest[0]
    if first.lower in participles() or rest[0].lower in words("contrasts") or _is_conjoined(tokens, at + 1):
        return True
    aside = {"a", "an", "the", "which", "who", "where", "as"} | words("prepositions")
    if manner in ("object", "pivot") and (rest[0].lower in aside or rest[0].lower.endswith("ing")):
        return True
    if manner == "object" and has_verb(to_comma(rest)):
        return True
    if rest[0].lower in ("a", "an", "something") and any(token.lower in ("that", "which") for token in rest[1:5]):
        return True
    denied = rest[0].lower == "which" and any(token.lower in verbs() for token in rest[1:4])
    return denied or _is_attribution(tokens, at + 1)


def to_comma(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens before the next comma."""
    return tokens[: next((at for at, token in enumerate(tokens) if token.lower == ","), len(tokens))]


def _is_conjoined(tokens: Sequence[Token], at: int) -> bool:
    """Whether "and added", or "but the ministry denied", begins at `at`."""
    if tokens[at].lower not in words("conjunctions"):
        return False
    at += 1
    while at < len(tokens) and (is_adverb(tokens[at]) or tokens[at].lower in words("auxiliaries")):
        at += 1
    return at < len(tokens) and tokens[at].lower in verbs() | participles()


def _is_attribution(tokens: Sequence[Token], start: int) -> bool:
    """Whether a new attribution begins at `start`: "the ministry said", "but the army denied"."""
    for at in range(start + 1, min(len(tokens), start + NEAR)):
        if tokens[at].sort is not Sort.WORD:
            return False
        if tokens[at].lower in verbs():
            found = subject(tokens, at)
            return found is not None and 0 <= found[0] - start <= 1
    return False


def _trimmed(tokens: Sequence[Token], begin: int, end: int) -> int:
    """`end` without the stops, commas and conjunctions before it."""
    while end > begin and (
        tokens[end - 1].sort is Sort.MARK and tokens[end - 1].lower not in (")", "]", "%", "$", "€")
    ):
        end -= 1
    return end
