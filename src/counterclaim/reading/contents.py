"""What is attributed: where the words after a cue begin, and to whom they were said."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.reading.cues import Sighting, participles, verbs
from counterclaim.reading.names import Range
from counterclaim.reading.nouns import has_verb, is_adverb, is_verb
from counterclaim.reading.stops import stop, to_comma
from counterclaim.reading.tokens import Sort, Token
from counterclaim.reading.words import words

NEAR = 15  # tokens within which a "that" after "said on Monday in a statement" still belongs to the cue
PIVOTS = {"as": ("as",), "charge": ("of", "for"), "named": (), "plea": ("to",)}
PIVOT_NEAR = 25
DAY = re.compile(r"\d{1,2}(st|nd|rd|th)?|\d{4}|morning|afternoon|evening|night")
YEAR = re.compile(r"\d{4}")
LONGEST_ADDRESSEE = 12
SHORTEST = 3  # words of "X said" and a clause in which no verb is known


@dataclass(frozen=True, slots=True)
class Reach:
    """Where the words after a cue begin, in which manner, and to whom they were said (token ranges)."""

    begin: int
    manner: str
    addressee: Range | None = None


def reach(tokens: Sequence[Token], seen: Sighting) -> Reach | None:
    """Where the content after the cue `seen` begins; None where what follows is none."""
    to = addressee(tokens, seen)
    at = to[1] if to else seen.end
    that = subordinator(tokens, at) if "that" in seen.cue.takes else None
    if that is not None and _is_published(tokens, that + 1):
        return None
    if that is not None:
        return Reach(that + 1, "that", to)
    at = past_adjunct(tokens, at)
    if at >= len(tokens):
        return None
    quote = _quote(tokens, at) if "quote" in seen.cue.takes else None
    if quote is not None:
        return Reach(quote, "quote", to)
    return _introduced(tokens, at, seen.cue.takes, to) or _bare(tokens, at, seen.cue.takes, to)


def _introduced(tokens: Sequence[Token], at: int, takes: frozenset[str], to: Range | None) -> Reach | None:
    """What a small word introduces: "of Y", "to have …", "how …"."""
    word = tokens[at].lower
    if "of" in takes and word in ("of", "against"):
        return Reach(at + 1, "object", to)
    verbal = ("infinitive" in takes and _is_infinitive(tokens, at)) or ("gerund" in takes and word.endswith("ing"))
    if verbal:
        return Reach(at, "clause", to)
    return Reach(at, "that", to) if "how" in takes and word in ("how", "why", "whether") else None


def _bare(tokens: Sequence[Token], at: int, takes: frozenset[str], to: Range | None) -> Reach | None:
    """A clause, a noun phrase, "Y as Z" with no word to introduce it."""
    if "as" in takes and tokens[at].lower == "as" and at + 1 < len(tokens):
        return Reach(at + 1, "object", to)
    verb = tokens[at].lower in verbs() and not tokens[at].lower.endswith("s")
    claims_that = verb and at + 1 < len(tokens) and tokens[at + 1].lower == "that"  # "media reports claim that …"
    if claims_that or not _begins(tokens[at]):
        return None
    if takes & set(PIVOTS):
        return Reach(at, "pivot", to) if _pivots(tokens, at, takes) else None
    end = stop(tokens, at, "clause")
    pronoun = tokens[at].lower in words("pronouns") and end - at > 1 and _begins(tokens[at + 1])
    plain = "bare" in takes and end - at >= SHORTEST and not is_verb(tokens[at])
    near = to_comma(tokens[at + 1 : end]) if "object" in takes else tokens[at + 1 : end]
    if ("clause" in takes or to) and (plain or pronoun or _is_clause(near)):
        return Reach(at, "clause", to)
    return Reach(at, "object", to) if "object" in takes else None


def _is_infinitive(tokens: Sequence[Token], at: int) -> bool:
    """Whether "to have taken the town" follows."""
    after = tokens[at + 1 : at + 4]
    long = len(after) == 3 and all(token.sort is Sort.WORD for token in after)
    return tokens[at].lower == "to" and long and not after[0].is_capital and after[0].lower not in words("determiners")


def _is_clause(tokens: Sequence[Token]) -> bool:
    """Whether a verb, or a quotation that may hold it, is among them."""
    return has_verb(tokens) or any(token.is_speech for token in tokens)


def _begins(token: Token) -> bool:
    """Whether a clause or a noun phrase may begin with it."""
    out = (
        words("verbs") | words("prepositions") | words("breaks") | words("joins") | words("relatives") | words("blocks")
    )
    clipped = "’" in token.text or "'" in token.text
    return token.sort is not Sort.MARK and (token.lower not in out or clipped or token.lower in ("if", "when", "since"))


def _pivots(tokens: Sequence[Token], at: int, takes: frozenset[str]) -> bool:
    """Whether "as", "of" or a quotation follows, as the cue wants it."""
    end = stop(tokens, at, "clause")
    near = tokens[at + 1 : min(end, at + PIVOT_NEAR)]
    wanted = {word for name in takes for word in PIVOTS.get(name, ())}
    named = "named" in takes and any(token.sort is Sort.QUOTE for token in near)
    return named or any(token.lower in wanted for token in near)


def addressee(tokens: Sequence[Token], seen: Sighting) -> Range | None:
    """To whom: after "told", or after "said to"."""
    at = seen.end
    direct = "person" in seen.cue.takes
    if not direct and not ("to" in seen.cue.takes and at < len(tokens) and tokens[at].lower == "to"):
        return None
    at += 0 if direct else 1
    end = _addressee_end(tokens, at)
    return (at, end) if end > at else None


def _addressee_end(tokens: Sequence[Token], at: int) -> int:
    """Where the addressee that begins at `at` ends: a pronoun, a run of capitals, or a short plain phrase."""
    if at >= len(tokens) or tokens[at].sort is not Sort.WORD:
        return at
    if tokens[at].lower in words("pronouns"):
        return at + 1
    end = at + 1 if tokens[at].lower in words("determiners") else at
    while (
        end < min(len(tokens), at + LONGEST_ADDRESSEE)
        and tokens[end].is_capital
        and tokens[end].lower not in words("days")
    ):
        end += 1
    capital = end > at and tokens[end - 1].is_capital
    if capital and (end >= len(tokens) or tokens[end].sort is not Sort.WORD or _stops_addressee(tokens[end])):
        return end
    if capital and (tokens[end].lower in words("determiners") | words("pronouns") or tokens[end].is_capital):
        return end
    while end < min(len(tokens), at + LONGEST_ADDRESSEE) and not _stops_addressee(tokens[end]):
        end += 1
        if tokens[end - 1].lower.endswith("s") and not tokens[end - 1].is_capital and tokens[end - 1].lower != "news":
            break
    return end


def _stops_addressee(token: Token) -> bool:
    """Whether an addressee is over before it."""
    over = words("breaks") | words("prepositions") | words("determiners") | words("pronouns") | words("days")
    return token.sort is not Sort.WORD or token.lower in over


def _is_published(tokens: Sequence[Token], begin: int) -> bool:
    """Whether "the ministry posted" follows the "that" of "in a video that": a relative clause, no content."""
    verb = next((at for at in range(begin, min(len(tokens), begin + NEAR)) if is_verb(tokens[at])), begin)
    over = not any(_begins(token) for token in tokens[verb + 1 : verb + 2])
    return over and tokens[verb].lower in words("published") and tokens[begin - 2].lower in words("meetings")


def subordinator(tokens: Sequence[Token], at: int) -> int | None:
    """The "that" that opens the content, at once or after "on Monday"."""
    for place in range(at, min(len(tokens), at + NEAR)):
        token = tokens[place]
        if token.lower == "that":
            return place if place + 1 < len(tokens) else None
        first = token.lower in words("adjuncts") or token.lower in (",", "(") or is_adverb(token) or token.lower == "to"
        if (place == at and not first) or token.is_speech or has_verb([token]) or token.lower in participles():
            return None
    return None


def past_adjunct(tokens: Sequence[Token], at: int) -> int:
    """`at` moved past "on Monday", "in a statement", "late on Sunday"."""
    while at < len(tokens) and (
        tokens[at].lower in words("days") or tokens[at].lower in ("late", "early", "later", "earlier", "again")
    ):
        at += 1
    if at < len(tokens) and tokens[at].lower in ("on", "in", "at", "during", "via", "through"):
        for place in range(at + 1, min(len(tokens), at + 8)):
            ends = tokens[place].lower in words("days") | words("meetings")
            if ends and (place + 1 == len(tokens) or tokens[place + 1].lower not in words("meetings") | {"with", "to"}):
                return past_adjunct(tokens, _past_day(tokens, place + 1))
            if tokens[place].is_speech or tokens[place].lower == ",":
                break
    return at


def _past_day(tokens: Sequence[Token], at: int) -> int:
    """`at` moved past the "7" of "December 7", the "2025" of "December 7, 2025", the "evening" of "Sunday evening"."""
    while at < len(tokens):
        year = tokens[at].lower == "," and at + 1 < len(tokens) and YEAR.fullmatch(tokens[at + 1].text)
        if not year and not DAY.fullmatch(tokens[at].lower):
            break
        at += 2 if year else 1
    return at


def _quote(tokens: Sequence[Token], at: int) -> int | None:
    """The quotation that begins the content at `at`, after a comma or colon."""
    place = at + 1 if tokens[at].lower in (",", ":") else at
    if place < len(tokens) and tokens[place].sort is Sort.QUOTE and (tokens[place].is_speech or place > at):
        return place
    return None
