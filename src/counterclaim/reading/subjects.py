"""Whether somebody named acts in his sentence, or is but acted on: "Marn met Belov", "the chief of Belov’s staff"."""

from counterclaim.reading.layout import Layout, Range
from counterclaim.reading.nouns import POSSESSIVE, is_verb
from counterclaim.reading.tokens import Token, tokens
from counterclaim.reading.words import words

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
    if last is None or not last.is_word:
        return False
    acted = last.lower.endswith("ing") or (is_verb(last) and last.lower not in words("inverting"))
    return acted or last.lower in words("prepositions")


def _is_title(token: Token) -> bool:
    """Whether a word may stand between a preposition or verb and a name: "for the late General Marn"."""
    owner = POSSESSIVE.search(token.text) is not None  # "the wire’s Ilka Marn"
    return token.is_word and (token.is_capital or owner or token.lower in words("persons") | words("former"))
