"""What is said of somebody beside the name: title, office, trade."""

from collections.abc import Sequence
from functools import cache

from counterclaim.reading.nouns import is_verb, office_end
from counterclaim.reading.tokens import Token
from counterclaim.reading.words import words

BEFORE = 7  # tokens before a name in which its title stands: "the company commander Sable"
AFTER = 12  # tokens after it in which its office stands: ", the governor of the Karsk district,"


def said_of(found: Sequence[Token], first: int, last: int) -> tuple[set[str], set[str]]:
    """The words said of a name beside it, its title before, its apposition after; those with capitals once more."""
    said: list[Token] = []
    before = first
    if first >= 2 and found[first - 1].lower == ",":  # "the brigade’s commander, Bram Ketter"
        before = first - 1
    for at in range(before - 1, max(0, before - BEFORE) - 1, -1):
        token = found[at]
        if token.lower == "of" and at and office_end(found, at - 1, before + 1) == before:
            continue  # "Minister of Culture" before the name
        if token.lower in ("of", "for") and before < first and not _persons(said):
            said = []  # "The head of the Mission, Bram Ketter"
            continue
        if not token.is_word or token.lower in words("prepositions", "breaks") or is_verb(token):
            break
        said.append(token)
        if token.lower in words("determiners") and not (before < first and found[at - 1].lower in ("of", "for")):
            break
    after = found[last : last + AFTER]
    follows = bool(after) and after[0].is_word and not is_verb(after[0])  # "of the Mission, Vardian media said"
    if before < first and (follows or not _persons(said)):
        said = []
    if len(after) > 1 and after[0].lower in (",", "(", "–", "—") and not after[1].is_capital:  # a capital begins a name
        said += _apposition(after[1:])
    if len(after) > 1 and after[0].lower in ("of", "for"):  # "Ilo Maren of Command East"
        rest = after[2:] if after[1].lower == "the" else after[1:]
        stop = next((at for at, token in enumerate(rest) if not token.is_capital), len(rest))
        said += rest[:stop]
    return {_title(token) for token in said}, {token.lower for token in said if token.is_capital}


def _title(token: Token) -> str:
    """A word said of somebody, in small letters, written out."""
    return written_out(token.lower.rstrip("."))


def _apposition(found: Sequence[Token]) -> list[Token]:
    """The words of "the governor" in ", the governor of the Karsk district,", and of "who is counselor to".

    None where a verb follows at once: in "from Belmar, the colonel said" nobody is called a colonel.
    """
    at = 0
    while at < len(found) and found[at].lower in words("relatives") | {"is", "was", "himself", "herself"}:
        at += 1
    said: list[Token] = []
    for token in found[at:]:
        if is_verb(token):
            return []
        if not token.is_word or token.lower in words("prepositions", "breaks"):
            break
        said.append(token)
    definite = at < len(found) and found[at].lower in words("determiners")
    return said if definite or _persons(said) else []


def _persons(said: Sequence[Token]) -> frozenset[str]:
    """Those of the words that are for persons."""
    return words("persons") & {_title(token) for token in said}


def written_out(word: str) -> str:
    """A title that is abbreviated ("gen") as it is written out ("general")."""
    return _abbreviated().get(word, word)


@cache
def _abbreviated() -> dict[str, str]:
    return dict(pair.split() for pair in words("abbreviated"))
