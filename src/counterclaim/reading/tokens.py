"""Tokens of a stretch of text: words, marks, and whole quotations as one."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from counterclaim.reading.quotations import Quotation

TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:[’'.,&-]\w+)*(?:(?<=[sz])[’'](?=\s))?|[^\w\s]")
TERM_WORDS = 3  # a quotation of up to three words without a sentence's end is a term, a unit's name, a hint of doubt
WORD = re.compile(r"\w+(?:[’'-]\w+)*")


class Sort(Enum):
    """What a token is."""

    WORD = "word"
    MARK = "mark"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Token:
    """`[start, end)` of the normal text; `term` says that a quotation is too short to be speech."""

    start: int
    end: int
    text: str
    lower: str
    sort: Sort
    term: bool = False

    @property
    def is_capital(self) -> bool:
        """Whether it is a word that begins with a capital letter, or with a numeral joined to one."""
        return self.sort is Sort.WORD and self.text[0].isupper()

    @property
    def is_speech(self) -> bool:
        """Whether it is a quotation long enough to be somebody's words."""
        return self.sort is Sort.QUOTE and not self.term


def tokens(text: str, start: int, end: int, quotations: Iterable[Quotation]) -> list[Token]:
    """The tokens of `text[start:end]`; `quotations` are the outermost ones that begin there."""
    found: list[Token] = []
    place = start
    for quotation in quotations:
        found += _words(text, place, quotation.start)
        found.append(_quote(text, quotation))
        place = quotation.end
    return found + _words(text, place, end)


def is_term(text: str, quotation: Quotation) -> bool:
    """Whether the quotation is a term: few words, and no sentence's end among them."""
    inner = text[quotation.inner_start : quotation.inner_end].rstrip(" ,")
    return not inner.endswith((".", "!", "?")) and len(WORD.findall(inner[:200])) <= TERM_WORDS


def span(found: Sequence[Token]) -> tuple[int, int]:
    """From the first of `found` to the last, in the text."""
    return found[0].start, found[-1].end


def _words(text: str, start: int, end: int) -> list[Token]:
    """Words and marks, where no quotation stands; a stop within an abbreviation belongs to its word."""
    made: list[Token] = []
    for match in TOKEN.finditer(text, start, end):
        words = match.group()
        if words == "." and made and made[-1].end == match.start() and text[match.end() : end].strip():
            made[-1] = _token(text, made[-1].start, match.end())
        else:
            made.append(_token(text, match.start(), match.end()))
    return made


def _token(text: str, start: int, end: int) -> Token:
    """The word or mark `text[start:end]`."""
    words = text[start:end]
    return Token(start, end, words, words.lower(), Sort.WORD if words[0].isalnum() else Sort.MARK)


def _quote(text: str, quotation: Quotation) -> Token:
    """The quotation as one token."""
    words = text[quotation.start : quotation.end]
    return Token(quotation.start, quotation.end, words, "", Sort.QUOTE, is_term(text, quotation))
