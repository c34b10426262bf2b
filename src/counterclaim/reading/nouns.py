"""Noun phrases by rule of thumb: which words may stand for somebody."""

import re
from collections.abc import Sequence
from itertools import pairwise

from counterclaim.reading.names import PEOPLE, name
from counterclaim.reading.tokens import Sort, Token
from counterclaim.reading.words import words

FARTHEST = 40  # tokens looked at from a verb: a longer noun phrase is none
CONTRACTED = re.compile(r"n[’']t\Z|[’'](?:re|ve|ll|d|m)\Z")
POSSESSIVE = re.compile(r"[’']s?\Z")
ALONE = frozenset(("some", "many", "both", "most", "several", "another", "others"))  # "Many said …"
STOPS = frozenset((";", ":", "—", "–", "-", "--", "[", "]"))


def is_adverb(token: Token) -> bool:
    """Whether it may stand between a subject and its verb."""
    ly = token.lower.endswith("ly") and not token.is_capital and token.lower not in words("not_adverbs")
    return token.sort is Sort.WORD and (ly or token.lower in words("adverbs"))


def is_verb(token: Token) -> bool:
    """Whether it is surely a finite verb, or a form that most often is one."""
    past = token.lower.endswith("ed") and not token.is_capital and "-" not in token.text
    return past or token.lower in words("verbs") or bool(CONTRACTED.search(token.lower))


def has_verb(tokens: Sequence[Token]) -> bool:
    """Whether a clause, not a mere noun phrase, stands there."""
    return any(is_verb(token) for token in tokens)


def ends_in_comma(token: Token) -> bool:
    """Whether it is a quotation with a comma as its last mark: what follows is apart from it."""
    return token.sort is Sort.QUOTE and token.text[-2:-1] == ","


def head(tokens: Sequence[Token]) -> Token:
    """The word that the phrase is about: the last before a preposition, a comma or a relative clause."""
    after = words("prepositions") | words("relatives")
    at = next(
        (at for at, token in enumerate(tokens) if at and (token.lower in after or token.lower in (",", "("))),
        len(tokens),
    )
    return tokens[at - 1]


def is_source(tokens: Sequence[Token]) -> bool:
    """Whether the words may stand for somebody."""
    about, first, last = head(tokens), tokens[0], tokens[-1]
    if about.sort is not Sort.WORD or not about.text[0].isalpha() or is_adverb(about):
        return False
    if len(tokens) == 1:
        if POSSESSIVE.search(first.text):
            return False
        unfit = words("determiners") | words("objects") | words("not_sources") | words("joins") | words("breaks")
        return first.lower in ALONE or first.lower not in unfit
    unfit = words("joins") | words("relatives") | words("objects") | words("prepositions")
    unfinished = POSSESSIVE.search(last.text) or last.text.isdigit() or last.lower in words("determiners")
    if unfinished or last.lower in words("prepositions") | words("joins") | {"but", "("} or first.lower in unfit:
        return False
    if about.lower in words("not_sources") or POSSESSIVE.search(about.text):
        return False
    return first.is_capital or first.lower in words("determiners") | words("pronouns") or not _strays(tokens)


def _strays(tokens: Sequence[Token]) -> bool:
    """Whether a determiner stands within the first words as it does after a verb: "runs the port"."""
    determiners, prepositions = words("determiners"), words("prepositions")
    return any(
        token.lower in determiners and before.lower not in prepositions for before, token in pairwise(tokens[:6])
    )


def is_agent(tokens: Sequence[Token]) -> bool:
    """Whether the phrase names somebody, or a person, body or text that can say something."""
    about = head(tokens).lower
    return about in words("agents") or bool(PEOPLE.search(about)) or name(tokens) is not None


def agrees(tokens: Sequence[Token], verb: Token, *, plural: bool) -> bool:
    """Whether the verb fits the phrase in number: not "officials claims", nor "a group claim"."""
    about = head(tokens)
    if plural:
        single = tokens[0].lower in ("a", "an", "this", "each", "another")
        listed = any(token.lower in words("joins") for token in tokens)
        many = about.lower in words("plurals") or tokens[0].lower in words("plurals")
        return not single and (about.lower.endswith("s") or listed or many)
    third = verb.lower.endswith("s") and not about.is_capital
    listed = any(token.lower == "and" for token in tokens[: tokens.index(about)])
    return not (third and listed) and not (
        third and about.lower.endswith("s") and not about.lower.endswith(("ss", "sis", "news", "us"))
    )
