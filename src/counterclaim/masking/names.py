"""The names to be masked in one report, and how any string made from it is masked by them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property

from counterclaim.lang.name_key import BENT, closeness, is_cyrillic, sounds

Range = tuple[int, int]  # code points, `[start, end)`
BLOCK = "█"
WORD = re.compile(r"[^\W_]+")
LONG = 5  # letters from which a name is known again when it is misspelt
VOWELS = "aeiou"
CLOSE = 0.9  # closeness of a name and its misspelling in Latin letters: Ivekeev, Ivekiev


@dataclass(frozen=True)
class Names:
    """`private` are words of names to be masked, `full` the words of whole ones, all as `plain` gives them.

    `public` are full names, in small letters, that stay though they share a word with a private one. `common` are the
    words of private names that mean something else as well; in small letters they stay.
    """

    private: frozenset[str] = frozenset()
    full: frozenset[tuple[str, ...]] = frozenset()
    public: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.private)

    def hides(self, word: str) -> bool:
        """Whether a word is one of a private name: the same, misspelt, or in another case or script."""
        folded = plain(word)
        if folded in self.private or folded.removesuffix("s") in self.private:  # "the Venns"
            return True
        return folded not in self.common and (self._sounds_like_one(folded) or self._is_misspelt(folded))

    def _sounds_like_one(self, word: str) -> bool:
        near = {part for stem in stems(word) for part in self._by_stem.get(stem, ())}
        return any(is_same_word(word, part) for part in near)

    def _is_misspelt(self, word: str) -> bool:
        """Whether a word in Latin letters is a name with a letter or two wrong."""
        if len(word) < LONG or is_cyrillic(word):
            return False
        return any(closeness(word, part) >= CLOSE for part in self._by_beginning.get(sounds(word)[:2], ()))

    @cached_property
    def _joined(self) -> frozenset[str]:
        """Whole names as an address or a channel writes them: "oskarvenn"."""
        return frozenset("".join(order) for name in self.full for order in (name, name[::-1]))

    @cached_property
    def _by_stem(self) -> dict[str, list[str]]:
        """The private words that mean nothing else, by how they sound."""
        found: dict[str, list[str]] = {}
        for part in sorted(self.private - self.common):
            for stem in stems(part):
                found.setdefault(stem, []).append(part)
        return found

    @cached_property
    def _by_beginning(self) -> dict[str, list[str]]:
        """Those in Latin letters that are long, by their first sounds."""
        found: dict[str, list[str]] = {}
        for part in sorted(self.private - self.common):
            if len(part) >= LONG and not is_cyrillic(part):
                found.setdefault(sounds(part)[:2], []).append(part)
        return found

    def has_whole(self, text: str) -> bool:
        """Whether a private name stands in `text` with all its words: an outlet may share one of them."""
        words = [word.casefold() for word in WORD.findall(text)]
        if len(words) == 1:
            return self.hides(words[0])
        return any(all(any(is_same_word(part, word) for word in words) for part in name) for name in self.full)

    def masked(self, text: str) -> str:
        """`text` with each letter of a private name blocked out; words in small letters are no names."""
        return blocked(text, self._ranges(text, any_case=False)) if self.private else text

    def address(self, text: str) -> str:
        """A path or an address; a part of it in which a private name stands, in any letters, is blocked out whole."""
        return "/".join(self._part(part) for part in text.split("/")) if self.private else text

    def _part(self, part: str) -> str:
        if not any(self._ranges(part, any_case=True)):
            return part
        stem, dot, ending = part.rpartition(".")
        return f"{blocked(stem, [(0, len(stem))])}.{ending}" if dot else blocked(part, [(0, len(part))])

    def _ranges(self, text: str, *, any_case: bool) -> Iterator[Range]:
        folded = text.casefold()
        same_length = len(folded) == len(text)
        kept = [place for name in self.public for place in _places(name, folded)] if same_length else []
        if same_length:
            for name in self._joined:
                yield from _places(name, folded)
        for match in WORD.finditer(text):
            word = match.group()
            if any(start <= match.start() and match.end() <= end for start, end in kept):
                continue
            plain = word[0].islower() and (not any_case or word in self.common)
            if not plain and self.hides(word):
                yield match.span()


def _places(name: str, text: str) -> Iterator[Range]:
    start = text.find(name)
    while start >= 0:
        yield start, start + len(name)
        start = text.find(name, start + 1)


@cache
def stems(word: str) -> frozenset[str]:
    """How a word sounds with and without the ending of a case: two words that share one are one name."""
    sound = sounds(word)
    found = {sound, sound.rstrip(VOWELS)}
    if is_cyrillic(word):
        found |= {BENT.sub("", sound), BENT.sub("", sound).rstrip(VOWELS)}
    return frozenset(stem for stem in found if len(stem) > 1)


@cache
def plain(word: str) -> str:
    """A word in small letters; Latin ones without accents."""
    folded = word.casefold()
    if folded.isascii() or is_cyrillic(folded):
        return folded
    return "".join(char for char in unicodedata.normalize("NFD", folded) if not unicodedata.combining(char))


def is_same_word(one: str, other: str) -> bool:
    """Whether two words are one name, spelt alike but for sounds that are alike, or bent by a case.

    Short words in Latin letters must be the same letter by letter, but for accents.
    """
    if plain(one) == plain(other):
        return True
    bent = is_cyrillic(one) or is_cyrillic(other) or min(len(one), len(other)) >= LONG
    return bent and not stems(one).isdisjoint(stems(other))


def blocked(text: str, places: Iterable[Range]) -> str:
    """`text` with everything at `places` but white space and marks made a block; as long as before."""
    letters: list[str] = []
    for start, end in places:
        letters = letters or list(text)
        for at in range(start, min(end, len(letters))):
            if not letters[at].isspace() and not unicodedata.category(letters[at]).startswith("P"):
                letters[at] = BLOCK
    return "".join(letters) or text
