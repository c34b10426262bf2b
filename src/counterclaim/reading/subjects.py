"""Whether somebody named acts in his sentence, or is but acted on: "Marn met Belov", "the chief of Belov’s staff"."""

from counterclaim.reading.layout import Layout, Range
from counterclaim.reading.nouns import POSSESSIVE, is_verb
from counterclaim.reading.tokens import Token, tokens
from counterclaim.reading.words import words

LISTED = 250  # code points before a name in which the list begins that it is one of
LOOKED = 80  # code points before a name in which its title, and the verb or preposition before that, stand


def is_object(layout: Layout, place: Range) -> bool:
    """Whether the name at `place` owns something, or follows a preposition or a verb, its title between them.

    Who follows a verb of saying speaks: “…”, said Marn.
    """
    start, end = place
    if POSSESSIVE.search(layout.text, start, end):
        return True
    paragraph = layout.paragraphs[layout.paragraph(start)]
    begin = max(at for at, _ in (paragraph[0], *paragraph) if at <= start)
    before = list(tokens(layout.text, max(begin, start - LOOKED), start))
    while before and _is_title(before[-1]):
        before.pop()
    if before and before[-1].lower in words("determiners"):
        before.pop()
    last = before[-1] if before else None
    if last is not None and (last.text == "," or last.lower in words("joins")):
        return _is_listed(layout, place, max(begin, start - LISTED))
    if last is None or not last.is_word:
        return False
    return _acts_on(last) or last.lower in words("prepositions")


def _is_listed(layout: Layout, place: Range, begin: int) -> bool:
    """Whether the name is one of a list with "and" behind a verb: "met the mayor, Marn, and her aide, Belov"."""
    behind = list(tokens(layout.text, place[1], place[1] + LOOKED))[:2]
    if behind and is_verb(behind[0]):
        return False
    following = behind[1:] if behind and behind[0].text == "," else behind[:1]
    joined = any(token.lower in words("joins") for token in following)
    before = list(tokens(layout.text, begin, place[0]))
    while before and (before[-1].text == "," or _is_title(before[-1]) or before[-1].lower in _between()):
        joined = before.pop().lower in words("joins") or joined
    if len(before) > 1 and before[-1].lower == "with":
        before.pop()  # "met with"
    return joined and bool(before) and _acts_on(before[-1])


def _between() -> frozenset[str]:
    """Words between the names of a list."""
    return words("joins", "determiners", "portfolios") | {"of", "for"}


def _acts_on(token: Token) -> bool:
    """Whether whoever follows the word is acted on; who follows a verb of saying speaks."""
    return token.is_word and (token.lower.endswith("ing") or (is_verb(token) and token.lower not in words("inverting")))


def _is_title(token: Token) -> bool:
    """Whether a word may stand between a preposition or verb and a name: "for the late General Marn"."""
    owner = POSSESSIVE.search(token.text) is not None  # "the wire’s Ilka Marn"
    return token.is_word and (token.is_capital or owner or token.lower in words("persons", "former"))
