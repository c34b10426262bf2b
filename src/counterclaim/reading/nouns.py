"""Noun phrases by rule of thumb: the word they are about, and what is surely a verb."""

import re
from collections.abc import Iterable, Sequence

from counterclaim.reading.tokens import Token
from counterclaim.reading.words import words

CONTRACTED = re.compile(r"n[’']t\Z|[’'](?:re|ve|ll|d|m)\Z")
POSSESSIVE = re.compile(r"[’']s?\Z")


def is_verb(token: Token) -> bool:
    """Whether it is surely a finite verb, or a form that most often is one."""
    ends = token.lower.endswith("ed") and not token.is_capital and "-" not in token.text
    past = ends and token.lower not in words("not_verbs")
    return past or token.lower in words("verbs") or bool(CONTRACTED.search(token.lower))


def is_clause(tokens: Sequence[Token]) -> bool:
    """Whether words have a verb, or open with a participle: "killing two"."""
    return any(map(is_verb, tokens)) or any(token.lower.endswith("ing") for token in tokens[:1])


def head(tokens: Sequence[Token]) -> Token:
    """The word that the phrase is about: the last before a preposition, a comma or a relative clause."""
    after = words("prepositions", "relatives")
    at = next(
        (at for at, token in enumerate(tokens) if at and (token.lower in after or token.lower in (",", "("))),
        len(tokens),
    )
    return next((token for token in reversed(tokens[:at]) if token.is_word), tokens[0])


def portfolios(said: Iterable[str]) -> frozenset[str]:
    """What a minister is for, among words in small letters: "prime", "culture"; "defense" and "defence" are one."""
    return frozenset(word.replace("defense", "defence") for word in said) & words("portfolios")


def office_end(tokens: Sequence[Token], at: int, end: int) -> int:
    """Where "Secretary of State", "Minister of Culture" ends that has its title at `at` before a name; `at` if none."""
    there = at + 2
    if there >= end or tokens[at].lower not in words("titles") or tokens[at + 1].lower != "of":
        return at
    while there + 1 < end and tokens[there].lower in words("portfolios", "charges"):
        there += 2 if tokens[there + 1].lower in words("joins") else 1
    return there if there > at + 2 and tokens[there].is_capital else at
