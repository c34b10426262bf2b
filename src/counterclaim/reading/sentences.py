"""Sentences: where they begin and end within a paragraph."""

import re
from functools import cache
from importlib.resources import files

CLOSING = "\"”’»›')]"
END = re.compile(rf"(?<![.!?…])[.!?…]++[{re.escape(CLOSING)}]*+(?=\s)|(?<=[^\W\d_A-Z]{{3}})\.(?=[A-Z][a-z]{{3,}}[\s,])")
BEGINS = re.compile(r"\s+[\"“‘'«„‹(\[—–-]*\s?(?:[A-Z0-9]|[^\W\d_a-z])")
LAST_WORD = re.compile(r"[^\s(\[\"“‘'«—–]*\Z")
LONGEST_WORD = 24  # code points looked back for an abbreviation: longer than any in the list
FUNCTION_WORDS = re.compile(
    r"\s+[\"“‘']?(?:The|A|An|He|She|It|They|We|I|In|On|At|But|And|Its|His|Her|Their|This|That|These|Those|There)\b"
)


@cache
def abbreviations(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Abbreviations of `language`, lower case, without the last stop.

    First those that never end a sentence, then those that may ("U.S.", "a.m."), which the list marks with `*`.
    """
    lines = files("counterclaim.lang").joinpath(language, "abbreviations.txt").read_text("utf-8").splitlines()
    words = [word.lower() for line in lines if not line.startswith("#") for word in line.split()]
    never = frozenset(word.removesuffix(".") for word in words if not word.startswith("*"))
    return never, frozenset(word.removeprefix("*").removesuffix(".") for word in words if word.startswith("*"))


def spans(text: str, start: int, end: int, language: str = "en") -> list[tuple[int, int]]:
    """The sentences of the paragraph `text[start:end]`, without the white space around them.

    A sentence may end within a quotation; a line break is a space.
    """
    found, begin = [], start
    for match in END.finditer(text, start, end):
        if _ends(text, match, end, language):
            found.append((begin, match.end()))
            begin = match.end()
    trimmed = (_trimmed(text, *span) for span in [*found, (begin, end)])
    return [span for span in trimmed if span[0] < span[1]]


def _ends(text: str, match: re.Match[str], end: int, language: str) -> bool:
    """Whether a sentence ends at `match`."""
    word = LAST_WORD.search(text[max(0, match.start() - LONGEST_WORD) : match.start()])
    if not text[match.end() : match.end() + 1].isspace():  # "on his channel.Officials said"
        return word is not None and word.group().isalpha() and word.group().islower()
    if not BEGINS.match(text, match.end(), end):
        return False
    if match.group()[0] != "." or match.group().startswith(".."):
        return True
    return not _is_abbreviation(word.group() if word else "", text, match.end(), language)


def _is_abbreviation(word: str, text: str, place: int, language: str) -> bool:
    """Whether the stop after `word`, which ends at `place`, belongs to an abbreviation within a sentence."""
    never, may = abbreviations(language)
    if word.lower() in may:
        return not FUNCTION_WORDS.match(text, place)
    word = word.rpartition("-")[2] or word
    if word.lower() == "no":
        return text[place : place + 2].strip().isdigit()
    return word.lower() in never or (len(word) == 1 and word.isupper() and word != "I")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """`[start, end)` of `text` without the white space at its edges."""
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - (len(words) - len(words.rstrip()))
