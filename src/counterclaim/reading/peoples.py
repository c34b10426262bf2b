"""Countries and peoples among the words said of somebody: "the Ukrainian president" is not Russia's."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from counterclaim.lang.data import rows
from counterclaim.reading.nouns import POSSESSIVE
from counterclaim.reading.tokens import Token
from counterclaim.reading.words import words

ADJECTIVE = re.compile(r"\w{2,}(?:ian|ish|ese)\Z")  # how most peoples end in English: Vardian, Tesharish
VOWELS = re.compile(r"[aeiouy]")
ROOT = 2  # consonants by which a country and its people are known as one: France, French


@cache
def lands(language: str = "en") -> frozenset[str]:
    """Names of countries and of their peoples, lower case."""
    return frozenset(rows(language, "persons")["lands"]) | words("lands_in_capitals", language=language)


@cache
def closers(language: str = "en") -> frozenset[str]:
    """Nouns that end a thing's name, lower case: "gas", "plan"."""
    return frozenset(rows(language, "persons")["closers"])


def is_land(found: Sequence[Token], at: int) -> bool:
    """Whether it is a country there that would be another word in small letters: "US", but not in "TELL US MORE"."""
    if not found[at].text.isupper() or found[at].lower not in words("lands_in_capitals"):
        return False
    beside = (*found[max(0, at - 1) : at], *found[at + 1 : at + 2])
    shouted = [token.text.isupper() and len(token.text) > 1 for token in beside if token.is_word]
    return len(shouted) < 2 or not all(shouted)


def peoples(capitals: Iterable[str]) -> frozenset[str]:
    """The roots of the countries and peoples among words in small letters that are written with a capital."""
    plain = (_one_name().get(word, word) for word in (POSSESSIVE.sub("", word).rstrip(".") for word in capitals))
    return frozenset(VOWELS.sub("", word)[:ROOT] for word in plain if word in lands() or ADJECTIVE.match(word))


@cache
def _one_name() -> dict[str, str]:
    """By other names of countries those by which their peoples are called: "us", "america"."""
    return dict(pair.split() for pair in words("lands_called"))


def contradict(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether both name countries or peoples, and none the same."""
    ours, theirs = peoples(one), peoples(other)
    return bool(ours and theirs) and not ours & theirs
