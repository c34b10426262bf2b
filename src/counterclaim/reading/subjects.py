"""Subjects: the noun phrase before a verb, and the one a sentence begins with."""

from collections.abc import Sequence

from counterclaim.reading.cues import verbs
from counterclaim.reading.names import Range
from counterclaim.reading.nouns import (
    FARTHEST,
    POSSESSIVE,
    STOPS,
    ends_in_comma,
    has_verb,
    is_adverb,
    is_agent,
    is_source,
    is_verb,
)
from counterclaim.reading.tokens import Sort, Token
from counterclaim.reading.words import words


def before_verb(tokens: Sequence[Token], place: int) -> int | None:
    """Where the subject of the verb at `place` ends; None where the verb is negated, passive or not finite."""
    while place > 0 and (is_adverb(tokens[place - 1]) or tokens[place - 1].lower in words("auxiliaries")):
        place -= 1
    bad = place == 0 or tokens[place - 1].lower in words("blocks") | words("passives")
    return None if bad else place


def subject(tokens: Sequence[Token], place: int) -> Range | None:
    """The noun phrase before the verb at `place`, with its apposition or relative clause; of "X left and said", X."""
    end = before_verb(tokens, place)
    if end is None:
        return None
    if tokens[end - 1].lower in words("coordinates"):
        return _shared(tokens, end - 1)
    if tokens[end - 1].lower in words("relatives"):
        return _antecedent(tokens, end - 2 if tokens[end - 2].lower == "," else end - 1)
    return _clause_subject(tokens, end)


def _shared(tokens: Sequence[Token], end: int) -> Range | None:
    """The subject, before the "and" at `end`, of the nearest verb whose clause is not within another."""
    main = words("openers") | words("days") | (words("conjunctions") - {"as"})
    for at in range(end - 1, max(0, end - FARTHEST), -1):
        if tokens[at].lower in STOPS or tokens[at].sort is Sort.QUOTE:
            return None
        place = before_verb(tokens, at) if is_verb(tokens[at]) or tokens[at].lower in verbs() else None
        if place is None or tokens[place - 1].lower in words("coordinates"):
            continue
        if tokens[place - 1].lower in words("relatives"):
            return subject(tokens, at)
        found = _clause_subject(tokens, place)
        within = (
            found and found[0] and tokens[found[0] - 1].sort is Sort.WORD and tokens[found[0] - 1].lower not in main
        )
        phrase = tokens[slice(*found)] if found and not within else []
        if phrase and is_agent(phrase) and not any(token.lower in verbs() for token in phrase):
            return found
    return None


def _antecedent(tokens: Sequence[Token], end: int) -> Range | None:
    """The noun phrase before "who", which ends at `end`: the subject of its clause, or what follows its preposition."""
    found = _clause_subject(tokens, end)
    if found is not None or end < 1 or not tokens[end - 1].lower.endswith("s"):
        return found
    starts = [at + 1 for at in range(max(0, end - 5), end) if tokens[at].lower in words("prepositions")]
    plain = starts and all(token.sort is Sort.WORD and not is_verb(token) for token in tokens[starts[-1] : end])
    return (starts[-1], end) if plain and starts[-1] < end else None


def _clause_subject(tokens: Sequence[Token], end: int) -> Range | None:
    """The noun phrase that ends at `end`, with its apposition, where a clause begins with it."""
    start = _clause_start(tokens, end)
    commas = [at for at in range(start, end) if tokens[at].lower == ","]
    if commas and commas[-1] == end - 1:
        return _with_apposition(tokens, [start - 1, *commas], start)
    return _phrase(tokens, commas[-1] + 1 if commas else start, end)


def _clause_start(tokens: Sequence[Token], end: int) -> int:
    """Where the clause that ends at `end` may begin at the earliest."""
    start = end
    while start > max(0, end - FARTHEST):
        token = tokens[start - 1]
        if token.is_speech or ends_in_comma(token) or token.lower in STOPS or token.lower in words("breaks"):
            break
        start -= 1
    return start


def _with_apposition(tokens: Sequence[Token], commas: list[int], start: int) -> Range | None:
    """The subject before "…, the head of the council," whose commas are the last two of `commas`."""
    if len(commas) < 3:
        return None
    head = _phrase(tokens, max(start, commas[-3] + 1), commas[-2])
    first = tokens[commas[-2] + 1]
    aside = first.lower.endswith(("ing", "ed")) or first.lower in words("prepositions")
    first_word = tokens[head[0]] if head else first
    if head and len(commas) > 3 and not first_word.is_capital and first_word.lower not in words("determiners"):
        name_before = _phrase(tokens, max(start, commas[-4] + 1), commas[-3])
        return (name_before[0], commas[-1]) if name_before and tokens[name_before[0]].is_capital else None
    if head is None or head[0] != _opened(tokens, commas[-3] + 1, commas[-2]) or has_verb(tokens[head[0] : head[1]]):
        return None
    return head if aside else (head[0], commas[-1])


def _opened(tokens: Sequence[Token], start: int, end: int) -> int:
    """`start` moved past "But", "However", "and", "earlier this month"."""
    while start < end - 1 and (
        tokens[start].lower in words("openers") | words("joins")
        or tokens[start].lower == ","
        or is_adverb(tokens[start])
    ):
        if tokens[start].lower in words("determiners"):
            break
        start += 1
    return _past_time(tokens, start, end)


def _past_time(tokens: Sequence[Token], start: int, end: int) -> int:
    """`start` moved past "this month", "two days later", where a noun phrase follows."""
    at = start
    while at < end and (tokens[at].lower in words("determiners") | words("ordinals") or tokens[at].text.isdigit()):
        at += 1
    if at == end or tokens[at].lower not in words("times") or (at > start and tokens[at].is_capital):
        return start
    at = next((on for on in range(at + 1, end) if tokens[on].lower not in words("openers") | {"ago", "before"}), end)
    begins = at < end and (tokens[at].is_capital or tokens[at].lower in words("determiners") | words("pronouns"))
    return at if begins else start


def _phrase(tokens: Sequence[Token], start: int, end: int) -> Range | None:
    """The noun phrase that ends at `end` and begins at `start` or later."""
    start, end = _opened(tokens, start, end), _undated(tokens, start, end)
    if start < end and tokens[start].lower == "with":
        start += 1
    if start >= end:
        return None
    verbs = [at for at in range(start, end) if is_verb(tokens[at])]
    relative = any(token.lower in words("relatives") for token in tokens[start : verbs[0] if verbs else start])
    if (verbs and not relative) or tokens[start].lower in words("prepositions"):
        at = _last_beginning(tokens, verbs[-1] + 1 if verbs and not relative else start + 1, end)
        if at is None:
            return None
        start = at
    return (start, end) if is_source(tokens[start:end]) else None


def _undated(tokens: Sequence[Token], start: int, end: int) -> int:
    """`end` moved before the "on Monday" of "the ministry on Monday said"."""
    if end - start > 1 and tokens[end - 1].lower in words("days"):
        return end - 2 if tokens[end - 2].lower == "on" else end - 1
    return end


def _last_beginning(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """The last place in `[start, end)` where a noun phrase of its own begins."""
    for at in range(end - 1, start - 1, -1):
        token, before = tokens[at], tokens[at - 1]
        free = before.lower not in words("prepositions") and before.lower not in words("determiners")
        begins = token.lower in words("determiners") | words("pronouns")
        name = token.is_capital and (not before.is_capital or before.lower in words("days"))
        joined = before.lower in words("joins") and not begins and not is_verb(tokens[start - 1])
        if free and (begins or name) and token.lower not in words("days") and not joined:
            return at if begins else _with_title(tokens, start, at)
    return None


def _with_title(tokens: Sequence[Token], start: int, at: int) -> int:
    """`at` moved back over the "Vardian army chief" before a name."""
    place = at
    while place > start and (tokens[place - 1].is_capital or tokens[place - 1].lower in words("titles")):
        place -= 1
    return place


def initial_subject(tokens: Sequence[Token]) -> Range | None:
    """The subject at the start of the sentence; of "X’s statements underscore …" it is X."""
    commas = [at for at, token in enumerate(tokens[:FARTHEST]) if token.lower == ","]
    fronted = tokens[0].lower in words("prepositions") | words("breaks") or tokens[0].lower.endswith("ing")
    start = commas[0] + 1 if commas and fronted else 0
    start = _opened(tokens, start, len(tokens))
    for at in range(start, min(len(tokens), start + FARTHEST)):
        token = tokens[at]
        if at > start and token.lower in words("possessed") and _possessor(tokens, start, at):
            return start, _possessor(tokens, start, at)
        if token.sort is Sort.QUOTE or token.lower in STOPS or token.lower in words("breaks"):
            return None
        if at > start and token.lower in words("relatives"):
            end = at - 1 if tokens[at - 1].lower == "," else at
            return (start, end) if start < end and is_source(tokens[start:end]) else None
        if at > start and (is_verb(token) or is_adverb(token)):
            return (start, at) if is_source(tokens[start:at]) and tokens[at - 1].lower != "," else None
    return None


def _possessor(tokens: Sequence[Token], start: int, at: int) -> int:
    """Where the possessor of the noun at `at` ends; 0 where it has none."""
    ends = [place for place in range(start, at) if POSSESSIVE.search(tokens[place].text)]
    return ends[-1] + 1 if ends and at - ends[-1] <= 3 and tokens[ends[-1]].is_capital else 0
