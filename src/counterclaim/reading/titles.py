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
    after = found[last : last + AFTER]
    begin = first  # of what is gathered
    crossed = False
    if first >= 2 and found[first - 1].lower == ",":  # "the brigade’s commander, Bram Ketter"
        begin = first - 1
    behind_comma = begin < first
    for at in range(begin - 1, max(0, begin - BEFORE) - 1, -1):
        token = found[at]
        if token.lower == "of" and at and office_end(found, at - 1, begin + 1) == begin:
            continue  # "Minister of Culture" before the name
        if token.lower in ("of", "for") and behind_comma and not _persons(said):
            said, crossed = [], True  # "The head of the Mission, Bram Ketter"
            continue
        if not token.is_word or token.lower in words("prepositions", "breaks") or is_verb(token) or _is_hour(found, at):
            break
        said.append(token)
        if token.lower in words("determiners") and not (behind_comma and found[at - 1].lower in ("of", "for")):
            break
    if behind_comma and (not _persons(said) or (crossed and not _is_whose(found, said[-1], after))):
        said = []
    if len(after) > 1 and after[0].lower in (",", "(", "–", "—") and not after[1].is_capital:  # a capital begins a name
        said += _apposition(after[1:])
    if len(after) > 1 and after[0].lower in ("of", "for"):  # "Ilo Maren of Command East"
        rest = after[2:] if after[1].lower == "the" else after[1:]
        stop = next((at for at, token in enumerate(rest) if not token.is_capital), len(rest))
        said += rest[:stop]
    return {_title(token) for token in said}, {token.lower for token in said if token.is_capital}


def _is_hour(found: Sequence[Token], at: int) -> bool:
    """Whether "pm" there is no prime minister: "At 3 pm Belmar burned"."""
    return at > 0 and found[at].lower.rstrip(".") in words("hours") and found[at - 1].text[0].isdecimal()


def _is_whose(found: Sequence[Token], opening: Token, after: Sequence[Token]) -> bool:
    """Whether an office with an "of", which opens with `opening`, is that of whom it names behind a comma.

    "The head of the Mission, Ilka Marn, said"; not "After talks with the head of the Mission, Ilka Marn said", nor "The
    head of the Mission, Vardian media said".
    """
    at = found.index(opening)
    closed = bool(after) and after[0].lower == ","
    if at and not closed and found[at - 1].lower not in words("inverting"):
        return False
    plain = words("prepositions", "relatives", "cue_edges")
    goes_on = not after or not after[0].is_word or is_verb(after[0]) or after[0].lower in plain
    return goes_on or after[0].lower.endswith("ly")


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
