"""The patterns without a speaking verb: according to X, reported by X, the announcement that."""

from collections.abc import Sequence

from counterclaim.reading.contents import subordinator
from counterclaim.reading.cues import Sighting, verbs
from counterclaim.reading.found import SHORTEST, Found, is_long
from counterclaim.reading.names import Range
from counterclaim.reading.nouns import POSSESSIVE, is_verb
from counterclaim.reading.phrases import phrase_after
from counterclaim.reading.stops import stop
from counterclaim.reading.subjects import subject
from counterclaim.reading.tokens import Token
from counterclaim.reading.words import words


def according(tokens: Sequence[Token], seen: Sighting) -> Found | None:
    """`according to X, CONTENT`, `CONTENT, according to X` and `CON-, according to X, -TENT`."""
    end = seen.start - 1 if seen.start and tokens[seen.start - 1].lower == "," else seen.start
    inserted = end > 0 and tokens[end - 1].lower == "that"
    source = phrase_after(tokens, seen.end, fronted=inserted or seen.start == 0)
    if source is None or tokens[source[0]].lower in words("plans") or tokens[source[1] - 1].lower in words("plans"):
        return None
    begin = source[1] + 1
    more = begin < len(tokens) and tokens[source[1]].lower == ","
    after = ((begin, stop(tokens, begin, "clause")),) if more else ()
    if inserted:  # "X told Y that, according to Z, …"
        told = subject(tokens, next((at for at in range(end - 2, 0, -1) if tokens[at].lower in verbs()), 0))
        return Found((seen.start, seen.end), after, source, relays=(told,) if told else ())
    while end > 0 and tokens[end - 1].lower in (",", "and", "but"):
        end -= 1
    if end == 0:
        return Found((seen.start, seen.end), after, source)
    start = max((at + 1 for at in range(end) if tokens[at].lower == ";"), default=0)
    lacks_verb = not any(token.is_speech or is_verb(token) for token in tokens[start:end])
    if more and lacks_verb and is_verb(tokens[begin]):
        return Found((seen.start, seen.end), ((start, end), *after), source, is_before=True)
    aside = any(token.lower == "," for token in tokens[slice(*source)])
    if (lacks_verb and (more or aside)) or (more and is_verb(tokens[begin])):
        return None  # the verb is still to come
    one = Found((seen.start, seen.end), ((start, end),), source, is_before=True)
    return one if is_long(tokens, one.parts) else None


def passive(tokens: Sequence[Token], seen: Sighting) -> Found | None:
    """`NOUN PHRASE, reported by X, …`."""
    if seen.start < 2 or tokens[seen.start - 1].lower != "," or seen.end + 1 >= len(tokens):
        return None
    source = phrase_after(tokens, seen.end + 1) if tokens[seen.end].lower == "by" else None
    phrase = subject(tokens, seen.start - 1)
    if source is None or phrase is None:
        return None
    return Found((seen.start, seen.end), (phrase,), source)


def noun(tokens: Sequence[Token], seen: Sighting) -> Found | None:
    """`the announcement that CONTENT`, of nobody or of `X’s`."""
    at = seen.start
    if at < SHORTEST or seen.end + 1 >= len(tokens) or tokens[seen.end].lower != "that":
        return None
    owned = POSSESSIVE.search(tokens[at - 1].text) and tokens[at - 1].is_capital
    if not owned and tokens[at - 1].lower not in ("the", "an", "a"):
        return None
    source = (at - 1, at) if owned else None
    return Found((at, seen.end), ((seen.end + 1, stop(tokens, seen.end + 1, "that")),), source)


def nobody(tokens: Sequence[Token], seen: Sighting) -> Found | None:
    """`it is reported that CONTENT`, of nobody."""
    that = subordinator(tokens, seen.end)
    return Found((seen.start, seen.end), ((that + 1, stop(tokens, that + 1, "that")),)) if that else None


def relay(tokens: Sequence[Token]) -> Range | None:
    """X of "Citing X as the source, …"."""
    if len(tokens) < 5 or tokens[0].lower != "citing":
        return None
    for at in range(2, min(len(tokens) - 2, 12)):
        if tokens[at].lower == "as" and tokens[at + 2].lower == "source":
            return 1, at
    return None
