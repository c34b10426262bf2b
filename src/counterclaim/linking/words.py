"""What words of a text say something of it, and how much: stems, synonyms put together, common words light."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files

from counterclaim.lang.data import rows

WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)?")
ENDING = re.compile(r"(?:[’']s|[’'])$")
SUFFIX = re.compile(r"(?:ings?|ed|es|s|ly)$")
STEM, ROOT = 6, 4  # letters that are kept of a long word; letters that must stay when an ending goes
UNSEEN = 0.5  # in how many of a thousand reports a word stands that the table lacks
LANGUAGE = "en"


def stem(word: str) -> str:
    """What forms of a word have in common: `captured`, `capturing` and `capture` give `captur`."""
    plain = ENDING.sub("", word.casefold())
    if not plain.isalpha():
        return plain
    short = SUFFIX.sub("", plain)
    return (short if len(short) >= ROOT else plain)[:STEM]


@cache
def token(word: str) -> str:
    """The word as it is compared: its synonyms' common token, else its stem."""
    return _synonyms().get(word.casefold()) or stem(word)


def tokens(text: str) -> list[str]:
    """The words of `text` as they are compared, in order."""
    return [token(match.group()) for match in WORD.finditer(text)]


def weighed(text: str) -> dict[str, float]:
    """The words of `text` as they are compared, each with what it tells (nats): 0 for one in every report."""
    return {word: weight for word in tokens(text) if (weight := informs(word)) > 0}


@cache
def informs(word: str) -> float:
    """What one token tells: the negative logarithm of the share of reports that have it."""
    return -math.log(min(_common().get(word, UNSEEN) / 1000, 1.0))


def shared(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """What the words that two texts share tell."""
    return sum(weight for word, weight in one.items() if word in other)


def contained(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """What share of the shorter text the other one holds, by what its words tell: from 0 to 1."""
    least = min(sum(one.values()), sum(other.values()))
    return shared(one, other) / least if least else 0.0


def alike(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How much two texts say the same words: the cosine of their weights, from 0 to 1."""
    lengths = math.sqrt(_square(one.values()) * _square(other.values()))
    return sum(weight**2 for word, weight in one.items() if word in other) / lengths if lengths else 0.0


def longest_run(one: Sequence[str], other: Sequence[str]) -> Sequence[str]:
    """The longest run of words that both have in common; the first of equally long ones in `one`."""
    best = end = 0
    above = [0] * (len(other) + 1)
    for row, word in enumerate(one):
        now = [0] * (len(other) + 1)
        for column, theirs in enumerate(other):
            if word == theirs:
                now[column + 1] = above[column] + 1
                if now[column + 1] > best:
                    best, end = now[column + 1], row + 1
        above = now
    return one[end - best : end]


def in_order(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words at most both have in the same order, whatever stands between them."""
    above = [0] * (len(other) + 1)
    for word in one:
        now = [0]
        for column, theirs in enumerate(other):
            now.append(above[column] + 1 if word == theirs else max(above[column + 1], now[column]))
        above = now
    return above[-1]


def _square(weights: Iterable[float]) -> float:
    return sum(weight**2 for weight in weights)


@cache
def _synonyms() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows(LANGUAGE, "synonyms"):
        single = [word for word in row["words"] if " " not in word]
        found |= {word: f"={single[0]}" for word in single if word not in found}
    return found


@cache
def _common() -> dict[str, float]:
    """In how many of a thousand reports a token stands."""
    text = files("counterclaim.lang").joinpath(LANGUAGE, "commonness.tsv").read_text("utf-8")
    lines = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {word: float(share) for word, share in lines}
