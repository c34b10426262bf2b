"""Tokens of a stretch of text: words and marks."""

import re
from typing import NamedTuple

TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|\w+(?:[’'.,&-]\w+)*(?:(?<=[sz])[’'](?=\s))?|[^\w\s]")


class Token(NamedTuple):
    """`[start, end)` of the normal text."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number, not a mark."""
        return self.text[0].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.text[0].isupper()


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The tokens of `text[start:end]`; a stop within an abbreviation belongs to its word."""
    made: list[Token] = []
    last = start + len(text[start:end].rstrip())
    for match in TOKEN.finditer(text, start, end):
        if match.group() == "." and made and made[-1].end == match.start() and match.end() < last:
            made[-1] = _token(text, made[-1].start, match.end())
        else:
            made.append(_token(text, *match.span()))
    return made


def _token(text: str, start: int, end: int) -> Token:
    words = text[start:end]
    return Token(start, end, words, words.lower())
