"""Phrases made comparable: small words gone, ways of writing one word made one, each party's names one token."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from counterclaim.lang.name_key import is_cyrillic, sounds
from counterclaim.theatres.checks import NONE
from counterclaim.theatres.rows import Party

WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:[.&][^\W_]+)*")
POSSESSIVE = re.compile(r"[’'](?:s\b)?")
SMALL = frozenset(("the", "of", "for", "in", "a", "an", "and", "s", "и", "в", "у", "та", "по", "з", "с"))
SAME = {  # words that are written or said in several ways
    **dict.fromkeys(("defense", "defences", "defenses"), "defence"),
    **dict.fromkeys(("center", "centres", "centers"), "centre"),
    **dict.fromkeys(("ministries", "mod"), "ministry"),
    **dict.fromkeys(("spokesman", "spokeswoman", "spokesperson", "spokesmen"), "spokesperson"),
    **dict.fromkeys(("chairman", "chairwoman", "chair", "chairperson"), "chairman"),
    **dict.fromkeys(("advisor", "adviser", "counselor", "counsellor", "aide"), "adviser"),
    **dict.fromkeys(("ombudswoman", "ombudsman"), "ombudsman"),
    **dict.fromkeys(("oblast", "province"), "region"),
    **dict.fromkeys(("regional", "oblasts"), "region"),
    **dict.fromkeys(("gov", "governor"), "governor"),
    **dict.fromkeys(("gen", "general"), "general"),
    **dict.fromkeys(("forces", "force"), "force"),
    **dict.fromkeys(("troops", "troop"), "troop"),
    **dict.fromkeys(("leader", "chief", "boss"), "head"),
    **dict.fromkeys(("dy", "vice"), "deputy"),
}
REMEMBERED = 1000  # phrases whose words are remembered
STEM = 6  # letters of a Cyrillic word that its cases leave
ROOT = 5  # letters that a country's name and its people's share: Ukraine, Ukrainian


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a phrase: `[start, end)` in it, its token, the party it names, if any.

    `capital`: it names the party by its capital ("Moscow"), which may also be the place itself.
    """

    start: int
    end: int
    text: str
    token: str
    party: str | None = None
    capital: bool = False


class Wording:
    """How the phrases of a theatre are made comparable."""

    def __init__(self, parties: Sequence[Party], third: Iterable[str] = ()) -> None:
        self.parties = tuple(parties)
        self._names: dict[tuple[str, ...], tuple[str, bool]] = {}
        for party in parties:
            people = [word.casefold()[:ROOT] for word in party.demonym]
            for name in (party.name, *party.short, *party.demonym):
                plain = tuple(_plain(match.group()) for match in WORD.finditer(name))
                is_capital = name in party.short and plain[0][:ROOT] not in people
                self._names.setdefault(plain, (party.id, is_capital))
        for name in third:
            plain = tuple(_plain(match.group()) for match in WORD.finditer(name))
            self._names.setdefault(plain, (NONE, False))
        self._known = lru_cache(maxsize=REMEMBERED)(self._words)  # each is asked for several times in a report

    @cached_property
    def _longest(self) -> dict[str, int]:
        """By the first word of a name how many words the longest of them has."""
        return {name[0]: len(name) for name in sorted(self._names, key=len)}

    def words(self, phrase: str) -> list[Word]:
        """The words of a phrase but for the small ones; what names a party is one word."""
        return list(self._known(phrase))

    def _words(self, phrase: str) -> list[Word]:
        found = [(match.start(), match.end(), match.group()) for match in WORD.finditer(POSSESSIVE.sub(_blank, phrase))]
        made: list[Word] = []
        at = 0
        while at < len(found):
            for length in range(min(self._longest.get(_plain(found[at][2]), 0), len(found) - at), 0, -1):
                named = self._names.get(tuple(_plain(text) for _, _, text in found[at : at + length]))
                if named is not None and ((length > 1 and named[0] == NONE) or _is_name(found[at][2], named[0])):
                    start, end = found[at][0], found[at + length - 1][1]
                    party, capital = named
                    token = phrase[start:end].casefold() if capital or party == NONE else f"<{party}>"
                    made.append(Word(start, end, phrase[start:end], token, party, capital))
                    at += length
                    break
            else:
                start, end, text = found[at]
                if text.casefold() not in SMALL or (text.isupper() and len(text) > 1):
                    made.append(Word(start, end, text, token_of(text)))
                at += 1
        return made


def bag(words: Iterable[Word], *, by_capital: bool = False) -> frozenset[str]:
    """What a phrase holds whatever its order; with `by_capital` the capital of a party stands for the party."""
    return frozenset(f"<{word.party}>" if by_capital and word.capital else word.token for word in words)


def bare(words: Iterable[Word]) -> frozenset[str]:
    """The same without what names a party."""
    return frozenset(word.token for word in words if word.party is None)


@cache
def token_of(word: str) -> str:
    """A word as it is compared: in small letters, spelt one way; of a Cyrillic one the stem's sound."""
    lower = _plain(word)
    if is_cyrillic(lower):
        return sounds(lower)[:STEM]
    return SAME.get(lower, lower)


def _plain(word: str) -> str:
    """A word in small letters, without the stops of an abbreviation."""
    return word.casefold().replace(".", "")


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _is_name(word: str, party: str) -> bool:
    """Whether a word may be a country's or a people's: with a capital; "us" is not the United States."""
    return word[0].isupper() and not (party == NONE and word in ("Us", "It", "In"))
