"""Words and the pieces that a network reads them in (WordPiece, Schuster and Nakajima 2012, as in BERT, uncased)."""

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
PAD, UNKNOWN, BEGIN, SEPARATOR = 0, 1, 2, 3  # the first lines of every vocabulary
LONGEST = 40  # code points of a word that is still cut into pieces; a longer one is unknown
FORGET = 50_000  # words remembered with their pieces


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The pieces by their text; `##` begins one that goes on within a word."""

    numbers: dict[str, int]
    known: dict[str, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def load(cls, path: Path) -> Self:
        """The vocabulary of a file with one piece a line."""
        return cls({piece: number for number, piece in enumerate(path.read_text("utf-8").splitlines())})

    def pieces(self, word: str) -> tuple[int, ...]:
        """The numbers of the pieces of `word`: the longest that fits, from left to right; never none."""
        found = self.known.get(word)
        if found is None:
            if len(self.known) >= FORGET:
                self.known.clear()
            found = self.known[word] = self._cut(_plain(word))
        return found

    def _cut(self, word: str) -> tuple[int, ...]:
        if not word or len(word) > LONGEST:
            return (UNKNOWN,)
        found: list[int] = []
        start = 0
        while start < len(word):
            mark = "##" if start else ""
            ends = range(len(word), start, -1)
            end = next((end for end in ends if mark + word[start:end] in self.numbers), None)
            if end is None:
                return (UNKNOWN,)
            found.append(self.numbers[mark + word[start:end]])
            start = end
        return tuple(found)


def _plain(word: str) -> str:
    """Lower case, without accents."""
    if word.isascii():
        return word.lower()
    return "".join(char for char in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(char) != "Mn")
