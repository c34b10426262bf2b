"""The noun phrase after a cue: whom "according to" and "said" name."""

from collections.abc import Sequence

from counterclaim.reading.names import Range
from counterclaim.reading.nouns import FARTHEST, STOPS, has_verb, head, is_source, is_verb
from counterclaim.reading.tokens import Sort, Token
from counterclaim.reading.words import words


def phrase_after(tokens: Sequence[Token], start: int, *, fronted: bool = False) -> Range | None:
    """The noun phrase that begins at `start`, with appositions: what "according to" and "said" before it take."""
    end = start
    if start < len(tokens) and tokens[start].lower in words("breaks"):
        return None
    while end < min(len(tokens), start + FARTHEST):
        if tokens[end].lower == "," and not _is_apposition(tokens, end, fronted=fronted):
            break
        if end > start and _ends_phrase(tokens, end):
            break
        end += 1
    while end > start and tokens[end - 1].sort is Sort.MARK and tokens[end - 1].lower != ")":
        end -= 1
    return _of_statement(tokens, start, end) if end > start and is_source(tokens[start:end]) else None


def _of_statement(tokens: Sequence[Token], start: int, end: int) -> Range:
    """ "a statement by X" is X."""
    for at in range(start + 1, min(end - 1, start + 5)):
        whose = tokens[at].lower in ("by", "from") and tokens[at - 1].lower in words("documents")
        if whose or (tokens[at].lower == "to" and tokens[at - 1].lower == "attributed"):
            return at + 1, end
    return start, end


def _ends_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Whether the noun phrase is over before the token at `at`."""
    token, after = tokens[at], tokens[at + 1] if at + 1 < len(tokens) else tokens[at]
    if token.is_speech or token.lower in STOPS or token.lower in (".", "!", "?") or token.lower in words("breaks"):
        return True
    relative = any(before.lower in words("relatives") for before in tokens[max(0, at - FARTHEST) : at])
    if relative or (token.lower in ("by", "from") and tokens[at - 1].lower not in words("pronouns")):
        return False
    if token.lower == "attributed" and after.lower == "to":
        return False
    if token.lower in ("in", "at", "to"):
        return any(near.lower in words("meetings") or near.text.isdigit() for near in tokens[at + 1 : at + 6])
    if token.lower in words("joins"):
        rest = tokens[at + 1 : at + FARTHEST]
        stop = next((place for place, near in enumerate(rest) if near.sort is not Sort.WORD), len(rest))
        return not (after.is_capital or after.lower in words("determiners")) and has_verb(rest[:stop])
    modifier = token.lower.endswith("ed") and (after.lower == "by" or tokens[at - 1].lower in words("determiners"))
    return token.lower in words("days") | words("adjuncts") | words("auxiliaries") or (is_verb(token) and not modifier)


def _is_apposition(tokens: Sequence[Token], comma: int, *, fronted: bool) -> bool:
    """Whether what follows the comma still belongs to the noun phrase before it; if `fronted`, a clause follows."""
    rest = tokens[comma + 1 : comma + FARTHEST]
    stop = next((at for at, token in enumerate(rest) if token.lower in (",", ".") or token.is_speech), len(rest))
    part = rest[:stop]
    if not part or part[0].lower in words("pronouns") | words("joins"):
        return False
    if part[0].lower == "who":
        return True
    if fronted and not (part[0].lower in ("the", "a", "an") and head(part).lower in words("agents") | words("titles")):
        return False
    plain = part[0].sort is Sort.WORD and part[0].lower not in words("prepositions") | words("breaks")
    begins = plain and (not part[0].is_capital or len(part) <= 6)
    return begins and not has_verb(part) and not part[0].lower.endswith("ing")
