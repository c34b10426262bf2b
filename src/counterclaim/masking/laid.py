"""A text laid out for finding names: its tokens, where sentences open, which lines are headlines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from counterclaim.reading.tokens import Token

TOKEN = re.compile(r"\w+(?:[’'ʼ-]\w+)*(?:(?<=s)[’'](?!\w))?|[^\w\s]|\n")
POSSESSIVE = re.compile(r"(?:[’'ʼ]s|(?<=s)[’'])\Z")
APOSTROPHES = frozenset("’'ʼ")
ENDS = frozenset(".!?…:\n•")
QUOTES = frozenset("“”„‘’\"'«»")
MARKS = QUOTES | frozenset("()[]–—-")
ABBREVIATED = frozenset((
    "gen", "col", "lt", "maj", "capt", "sgt", "cpl", "pvt", "adm", "gov", "sen", "rep", "pres", "prof", "dr", "rev",
    "mr", "mrs", "ms", "st", "г", "им", "ім", "д", "тов",
))  # fmt: skip
LONG = 5  # words of a headline on end
SMALL = frozenset((  # words that have no capital even there
    "a", "an", "the", "and", "or", "but", "nor", "of", "for", "to", "in", "on", "at", "by", "with", "as", "from",
    "into", "over", "up", "out", "off", "vs", "v", "is", "its", "after", "amid", "near", "per", "via",
))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Laid:
    """`opening` are the tokens that open a sentence, `headline` those of lines in title case."""

    text: str
    tokens: Sequence[Token]
    opening: frozenset[int]
    headline: frozenset[int]

    @classmethod
    def of(cls, text: str) -> Self:
        """The layout of `text`, of which each line stands by itself."""
        found = [Token(*match.span(), match.group(), _small(match.group())) for match in TOKEN.finditer(text)]
        return cls(text, found, frozenset(_opening(found)), frozenset(_headline(found)))

    def bare(self, at: int) -> str:
        """The word at `at` without the "’s" of a possessor."""
        text = self.tokens[at].text
        return POSSESSIVE.sub("", text) if APOSTROPHES.intersection(text[-2:]) else text

    def word(self, at: int) -> str:
        """The same in small letters; nothing before the first and behind the last."""
        return _small(self.bare(at)) if 0 <= at < len(self.tokens) else ""

    def owns(self, at: int) -> bool:
        """Whether the word at `at` is a possessor: "Marn’s"."""
        text = self.tokens[at].text
        return bool(APOSTROPHES.intersection(text[-2:]) and POSSESSIVE.search(text))

    def lower(self, at: int) -> str:
        """The word at `at` in small letters; nothing before the first and behind the last."""
        return self.tokens[at].lower if 0 <= at < len(self.tokens) else ""

    def is_capital(self, at: int) -> bool:
        """Whether a word with a capital stands at `at`."""
        return 0 <= at < len(self.tokens) and self.tokens[at].is_capital

    def is_stop_of_abbreviation(self, at: int) -> bool:
        """Whether the mark at `at` is the stop of "Gen." or of an initial, with more of the name behind it."""
        if self.lower(at) != "." or at == 0 or not self.is_capital(at + 1):
            return False
        before = self.tokens[at - 1]
        touches = before.end == self.tokens[at].start
        return touches and (before.lower in ABBREVIATED or (len(before.text) == 1 and before.is_capital))


def _small(word: str) -> str:
    """A word in small letters, its apostrophes all of one kind."""
    return word.lower().replace("'", "’").replace("ʼ", "’")


def _opening(tokens: Sequence[Token]) -> list[int]:
    """The first word after each end of a sentence; a stop behind "Gen" or an initial ends none."""
    found, opens = [], True
    for at, token in enumerate(tokens):
        if token.is_word:
            if opens:
                found.append(at)
            opens = False
        elif token.text in ENDS:
            before = tokens[at - 1] if at else None
            short = before is not None and (
                before.lower in ABBREVIATED or (len(before.text) == 1 and before.is_capital)
            )
            opens = not (token.text == "." and short)
        elif token.text not in MARKS:
            opens = False
    return found


def _headline(tokens: Sequence[Token]) -> list[int]:
    """The words of lines all in capitals, or in which every word but the small ones has one, LONG or more on end."""
    found: list[int] = []
    line: list[int] = []
    for at, token in enumerate([*tokens, Token(0, 0, "\n", "\n")]):
        if token.text != "\n":
            line.append(at)
            continue
        found += line if _is_headline([tokens[one] for one in line]) else []
        line = []
    return found


def _is_headline(line: Sequence[Token]) -> bool:
    words = [token.text for token in line if token.is_word]
    if len(words) >= LONG and all(word == word.upper() for word in words):
        return True
    longest = on_end = 0
    for token in line:
        if token.is_word and not (token.is_capital or token.text[0].isdigit() or token.lower in SMALL):
            return False
        on_end = on_end + 1 if token.is_word else 0
        longest = max(longest, on_end)
    return longest >= LONG
