"""Words that say who holds an office, who does not, and what is no person at all: the data of a language, looked up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from counterclaim.lang.data import rows
from counterclaim.masking.bending import forms
from counterclaim.reading.tokens import Token

FILE = "persons"
BASE = {  # classes of persons.yml that take in classes of words.yml
    "trades": ("persons",),
    "closers": ("bodies", "places", "media"),
    "bodies": ("bodies", "media"),
    "institutes": ("media",),
    "prepositions": ("prepositions",),
    "small": ("determiners", "pronouns", "openers", "prepositions", "breaks", "days", "months", "joins", "relatives"),
    "given": ("female_names", "male_names"),
    "verbs": ("verbs", "telling", "claiming"),
}


BENT = (
    *("offices", "generals", "functions", "ranks", "private", "trades", "small_units", "former", "custody", "given"),
    *("closers", "before_things", "lands"),
)  # classes of nouns, which bend in Russian and Ukrainian


@dataclass(frozen=True, slots=True)
class Words:
    """Words and phrases of one class, in small letters."""

    whole: frozenset[str]
    phrases: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict, hash=False)  # by their last word

    @classmethod
    def of(cls, listed: Sequence[str]) -> "Words":
        """Those listed."""
        phrases: dict[str, tuple[tuple[str, ...], ...]] = {}
        for row in listed:
            *before, last = row.split()
            if before:
                phrases[last] = (*phrases.get(last, ()), tuple(before))
        return cls(frozenset(row for row in listed if " " not in row), phrases)

    def __contains__(self, word: str) -> bool:
        return word in self.whole

    def ends(self, tokens: Sequence[Token], at: int) -> int:
        """How many tokens a word or phrase of the class has that ends with token `at`; 0 where none does."""
        for before in self.phrases.get(tokens[at].lower, ()):
            first = at - len(before)
            if first >= 0 and tuple(token.lower for token in tokens[first:at]) == before:
                return len(before) + 1
        return int(tokens[at].lower in self)

    def begins(self, tokens: Sequence[Token], at: int) -> int:
        """How many tokens a word or phrase of the class has that begins with token `at`; 0 where none does."""
        longest = 0
        for last in range(at, min(len(tokens), at + 6)):
            length = self.ends(tokens, last)
            if length == last - at + 1:
                longest = length
        return longest


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The classes of one language."""

    language: str
    classes: dict[str, Words] = field(hash=False)

    def __getitem__(self, name: str) -> Words:
        return self.classes[name]

    def are(self, words: Iterable[str], *classes: str) -> bool:
        """Whether one of `words` is of one of the classes."""
        return any(word in self.classes[name] for word in words for name in classes)

    def is_one(self, word: str) -> bool:
        """Whether a word says what one person is: an office, a rank, a trade, a condition."""
        return word in self.classes["roles"]

    def is_role(self, word: str) -> bool:
        """Whether it says what one person is or, in English, what several are."""
        return any(one in self.classes["roles"] for one in self.singular(word))

    def role(self, word: str) -> str:
        """A word that says what somebody is or was, without the "ex-" before it; any other as it is."""
        plain = next((word.removeprefix(prefix) for prefix in FORMERLY if word.startswith(prefix)), word)
        return word if self.is_role(word) or not self.is_role(plain) else plain

    def singular(self, word: str) -> tuple[str, ...]:
        """A word, and what it may be the plural of."""
        return (word, word[:-1]) if self.language == "en" and word.endswith("s") else (word,)


FORMERLY = ("ex-", "then-", "vice-", "экс-", "екс-", "екс")
ROLES = ("offices", "generals", "functions", "ranks", "private", "trades")


@cache
def lexicon(language: str) -> Lexicon:
    """The classes of `language`. Raises FileNotFoundError where it has none."""
    listed: dict[str, list[str]] = {name: list(found) for name, found in rows(language, FILE).items()}
    if language == "en":
        classes = rows(language, "words")
        for name, more in BASE.items():
            listed[name] = [*listed.get(name, ()), *(word for each in more for word in classes[each])]
    else:
        listed["given_nominatives"] = [row.partition("/")[0].casefold() for row in listed["given"]]
        listed["nominatives"] = [row.partition("/")[0].casefold() for name in ROLES for row in listed[name]]
        listed |= {name: [form for row in listed[name] for form in sorted(forms(row))] for name in BENT}
    listed["roles"] = [word for name in ROLES for word in listed[name]]
    return Lexicon(language, {name: Words.of(found) for name, found in listed.items()})
