"""The words of number of a language, as its `numbers.yml` has them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from counterclaim.lang.data import rows
from counterclaim.lang.number_tokens import Token, tokens

Phrase = tuple[str, ...]


def phrase(words: str) -> Phrase:
    """The words of a phrase, one by one."""
    return tuple(words.split())


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases, by their first word; the longest first."""

    by_first: Mapping[str, Sequence[Phrase]]

    @classmethod
    def of(cls, given: Iterable[str]) -> "Phrases":
        """The phrases of `given`, small letters."""
        found: dict[str, list[Phrase]] = {}
        for one in sorted(map(phrase, given), key=len, reverse=True):
            found.setdefault(one[0], []).append(one)
        return cls(found)

    def at(self, found: Sequence[Token], at: int) -> Phrase | None:
        """The longest phrase that begins with token `at`; None where none does."""
        every = self.by_first.get(lower(found, at), ())
        return next((one for one in every if holds(found, at, one)), None)


def holds(found: Sequence[Token], at: int, said: Phrase) -> bool:
    """Whether the words of a phrase stand from token `at` on."""
    return at + len(said) <= len(found) and all(found[at + place].lower == word for place, word in enumerate(said))


def lower(found: Sequence[Token], at: int) -> str:
    """The word of token `at` in small letters; none where there is no such token."""
    return found[at].lower if 0 <= at < len(found) else ""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of number of a language; `numbers.yml` says what each part is."""

    values: Mapping[str, Fraction]
    times: Mapping[str, int]
    needy: frozenset[str]
    vague: Mapping[str, tuple[Fraction | None, Fraction | None]]
    shares: Mapping[Phrase, Fraction]
    rates: Mapping[Phrase, Fraction]
    said_shares: Phrases
    said_rates: Phrases
    zero: Phrases
    ratio: Phrases
    and_half: Phrases
    ordinals: frozenset[str]
    half: frozenset[str]
    articles: frozenset[str]
    after_article: frozenset[str]
    joins: frozenset[str]
    of: frozenset[str]
    either: frozenset[str]
    periods: frozenset[str]

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every word that a hyphen may join to another: "twenty-three", "two-thirds"."""
        return frozenset((*self.values, *self.times, *(word for share in self.shares for word in share)))

    @property
    def openers(self) -> frozenset[str]:
        """Every word that a number may begin with, figures apart."""
        phrases = (self.said_shares, self.said_rates, self.zero, self.and_half)
        firsts = (word for one in phrases for word in one.by_first)
        return frozenset((*self.values, *self.times, *self.vague, *self.half, *self.articles, *firsts))


@cache
def words_of(language: str) -> Words:
    """The words of number of `language`. Raises FileNotFoundError where it has none."""
    held: dict[str, Any] = rows(language, "numbers")

    def words(name: str) -> frozenset[str]:
        return frozenset(held[name])

    return Words(
        values={word: Fraction(value) for word, value in held["words"].items() if word not in held["articles"]},
        times=held["times"],
        needy=words("needy"),
        vague={word: (low and Fraction(low), high and Fraction(high)) for word, (low, high) in held["vague"].items()},
        shares={phrase(said): Fraction(*part) for said, part in held["shares"].items()},
        rates={phrase(said): Fraction(*part) for said, part in held["rates"].items()},
        said_shares=Phrases.of(held["shares"]),
        said_rates=Phrases.of(held["rates"]),
        zero=Phrases.of(held["zero"]),
        ratio=Phrases.of(held["ratio"]),
        and_half=Phrases.of(held["and_half"]),
        ordinals=words("ordinals"),
        half=words("half"),
        articles=words("articles"),
        after_article=words("after_article") | (held["times"].keys() - words("needy")),
        joins=words("joins"),
        of=words("of"),
        either=words("either"),
        periods=frozenset(held["not_counted"]["periods"]),
    )


@cache
def _vocabulary(language: str) -> frozenset[str]:
    return words_of(language).vocabulary


def numeric_tokens(text: str, start: int, end: int, language: str) -> list[Token]:
    """The tokens of `text[start:end]`; of "twenty-three" and "два-три" each word and the hyphen."""
    found: list[Token] = []
    for token in tokens(text, start, end, language):
        parts = token.lower.split("-") if token.sort == "word" else []
        if len(parts) > 1 and _vocabulary(language).issuperset(parts):
            found += _parted(token, parts)
        else:
            found.append(token)
    return found


def _parted(token: Token, parts: Sequence[str]) -> list[Token]:
    made, at = [Token(token.start, token.start + len(parts[0]), "word", parts[0])], token.start + len(parts[0])
    for part in parts[1:]:
        made += [Token(at, at + 1, "mark", "-"), Token(at + 1, at + 1 + len(part), "word", part)]
        at += 1 + len(part)
    return made
