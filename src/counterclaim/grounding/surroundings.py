"""The words of a text and what stands around a name: capitals, sentences, and classes of words beside it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from counterclaim.lang.data import either, rows

WORD = re.compile(
    r"(?:[A-Z]\.){2,}"  # U.S.
    r"|(?:[Pp]ro|[Aa]nti|[Nn]on|[Ee]x|[Pp]re|[Pp]ost|[Mm]id|[Ii]nter|[Tt]rans)(?=-[A-Z])"  # of "pro-Vardian"
    r"|[A-Z][^\W\d_]+(?=[\-‑](?:[a-z]*(?:ed|led|made|based|born|held|run|style|wide|speaking|friendly|era)\b|[A-Z][a-z]{2}))"
    r"|[^\W_]+(?:[’'ʼ`´\-‑][^\W_]+)*"
)
POSSESSIVE = re.compile(r"[’']s?$")
OPENS = re.compile(r"(?:^|(?<!\b[A-Z])(?<!\bMrs)(?<!\bM[rs])(?<!\b[DS][rt])(?<!\bGen)[.!?…:;\n•])[\s\"'“”‘’«»(\[–—-]*$")
OWNING = ("’s", "'s", "’ ", "' ")  # behind a word
INNER = frozenset(("people’s", "people's"))  # within a name: "the Dorn People’s Republic"
JOINING = 6  # words between two names
SHORTENED = 5  # letters that a title cut short has less than
LOOKED_BACK = 12  # code points that decide whether a word opens a sentence


class Token(NamedTuple):
    """A word of a text: where it stands, and whether it opens a sentence. A possessive's ending is no part of it.

    `lower` is the word in small letters.
    """

    start: int
    end: int
    text: str
    lower: str
    opens: bool

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


def tokens(text: str) -> list[Token]:
    """The words of a text."""
    found: list[Token] = []
    last = 0
    for match in WORD.finditer(text):
        word, start = match.group(), match.start()
        bare = word if word.casefold() in INNER else POSSESSIVE.sub("", word) or word
        goes_on = bool(found) and text[last:start] == " "
        opens = not goes_on and OPENS.search(text[max(0, start - LOOKED_BACK) : start]) is not None
        last = match.end()
        found.append(Token(start, start + len(bare), bare, bare.casefold(), opens))
    return found


def language_of(language: str | None) -> str:
    """The language whose words are looked for: the text's where we have its words, else English."""
    return language if language in ("en", "ru", "uk") else "en"


class Surroundings:
    """Words around a name, by class."""

    def __init__(self, text: str, words: Sequence[Token], language: str) -> None:
        self.text = text
        self.words = words
        self._language = language
        self._openings = [word.start for word in words if word.opens]

    def span(self, first: int, last: int) -> str:
        """The text from a word to the one before word `last`."""
        return self.text[self.words[first].start : self.words[last - 1].end]

    def sentence(self, at: int) -> int:
        """The number of the sentence in which a code point stands."""
        return bisect_right(self._openings, at)

    def is_of(self, at: int, name: str) -> bool:
        """Whether the word of that number is of a class."""
        return 0 <= at < len(self.words) and _is_of(self._language, name, self.words[at].lower)

    def owns(self, end: int) -> bool:
        """Whether the word before word `end` stands in the possessive."""
        return self.text[self.words[end - 1].end :][:2] in OWNING

    def is_name(self, first: int, last: int, name: str) -> bool:
        """Whether the words from `first` to the one before `last` are together of a class."""
        return _is_of(self._language, name, self.span(first, last).casefold())

    def may_begin(self, at: int, name: str) -> bool:
        """Whether some words of a class begin with the word of that number: what says no saves looking further."""
        return _may_begin(self._language, name, self.words[at].lower)

    def apart(self, at: int) -> str:
        """What stands between a word and the one after it."""
        if not 0 <= at < len(self.words) - 1:
            return "\n"
        return self.text[self.words[at].end : self.words[at + 1].start]

    def touch(self, at: int) -> bool:
        """Whether only a space, or a possessive's ending, parts a word from the one after it."""
        apart = self.apart(at)
        return apart in (" ", "\u00a0", "-", "‑") or (apart == ". " and self._is_title(at))

    def _is_title(self, at: int) -> bool:
        """Whether a word is a title cut short: "Gen.", "Mrs."."""
        word = self.words[at]
        return word.is_capital and len(word.text) < SHORTENED and self.is_of(at, "persons")

    def joined(self, last: int, first: int, name: str) -> bool:
        """Whether a few words, the last of class `name`, join a name that ends before word `last` to one at `first`."""
        between = range(last, first - 1 if self.is_of(first - 1, "articles") else first)
        apart = self.text[self.words[last - 1].end : self.words[first].start]
        near = 0 < len(between) <= JOINING and not set(apart) & set(".;!?\n") and apart.count(",") <= 1
        return near and self.is_of(between[-1], name) and not any(self.words[word].is_capital for word in between)

    def class_after(self, at: int, names: Sequence[str], *, over: int = 0) -> tuple[str, int] | None:
        """The first of the classes `names` that the words after `at` belong to, and the number of that word.

        Up to `over` words of the class `between` may stand in between.
        """
        for step in range(1, over + 2):
            if not self.touch(at + step - 1):
                return None
            for name in names:
                if self.is_of(at + step, name):
                    return name, at + step
            if not self.is_of(at + step, "between"):
                return None
        return None


@cache
def _is_of(language: str, name: str, word: str) -> bool:
    return bool(_pattern(language, name).fullmatch(word))


def _may_begin(language: str, name: str, word: str) -> bool:
    lines, open_ended = _beginnings(language, name)
    return f"\n{word}" in lines or word.startswith(open_ended)


@cache
def _beginnings(language: str, name: str) -> tuple[str, tuple[str, ...]]:
    """The words of a class of `places.yml` up to the first `*`, a line each; and those that have one."""
    words = rows(language, "places")[name]["words"]
    stems = tuple(word.partition("*")[0] for word in words)
    return "".join(f"\n{stem}" for stem in stems), tuple(
        stem for stem, word in zip(stems, words, strict=True) if "*" in word
    )


@cache
def _pattern(language: str, name: str) -> re.Pattern[str]:
    """The words of a class of `places.yml`."""
    words = rows(language, "places")[name]["words"]
    return re.compile(either(words) if words else r"(?!)")
