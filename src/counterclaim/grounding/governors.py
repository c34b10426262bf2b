"""What governs a count in its sentence, and so says what is counted: "killed two", "two died", "a toll of two"."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Self

from counterclaim.lang.data import either, rows
from counterclaim.lang.number_tokens import Token, tokens

FARTHEST = 14  # words between a count and what governs it
SUBJECT, HEAD, ADJECTIVE = -2.0, -1.0, 4.0  # the gap to a verb of which the count is the subject; to words in its noun
TOPIC = 2.0  # how much further off a word counts as that opens the clause
MOST_BETWEEN = 6  # words of what is coordinated: "killed two in Dorn and three"
STOPS = frozenset(";:—")
ASIDE = frozenset(",()–")
PLACES = ("verbs", "before", "behind", "agents", "topics")


@dataclass(frozen=True, slots=True)
class Counted:
    """A count in a sentence: the number stands at `[start, number)`, with its noun it goes on to `end`.

    `classes` are those of the noun, none where no noun is said. `part`, `whole`: it is so many of another, or another
    is so many of it ("37 of 42 drones").
    """

    start: int
    number: int
    end: int
    classes: frozenset[str]
    part: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    """Words that say what is counted, by which of `PLACES` they stand in; the metric may hang on the noun's class."""

    metric: str | Mapping[str, str | None]
    places: tuple[tuple[str, re.Pattern[str]], ...]


@dataclass(frozen=True, slots=True)
class _Words:
    rows: tuple[_Row, ...]
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    starts: frozenset[str]
    light: frozenset[str]
    coordinators: frozenset[str]
    breaks: frozenset[str]
    relatives: frozenset[str]
    subjects: frozenset[str]
    periods: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Said:
    """Where words of a row stand."""

    start: int
    end: int
    place: str
    row: _Row


@cache
def _words(language: str) -> _Words:
    held: dict[str, Any] = rows(language, "counts")
    made = tuple(_row(one) for one in held["governors"])
    names = ("auxiliaries", "adverbs", "starts", "light", "coordinators", "breaks", "relatives", "subjects", "periods")
    return _Words(made, *(frozenset(held[name]) for name in names))


def _row(given: dict[str, Any]) -> _Row:
    said = {name: given[name] for name in PLACES if given.get(name)}
    longest = {name: either(sorted(words, key=len, reverse=True)) for name, words in said.items()}
    places = ((name, re.compile(rf"(?<!\w)(?:{words})(?!\w)")) for name, words in longest.items())
    return _Row(given["metric"], tuple(places))


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of a sentence of `text` and where each begins, and every word of a row: read once for all its counts.

    A sentence may be long: `said` is sorted by where the words begin.
    """

    text: str
    tokens: Sequence[Token]
    starts: Sequence[int]
    said: Sequence[_Said]
    words: _Words

    @classmethod
    def of(cls, text: str, start: int, end: int, language: str = "en") -> Self:
        """The sentence `text[start:end]`."""
        words, found = _words(language), tokens(text, start, end, language)
        lower = text[start:end].lower().replace("’", "'")
        said = [
            _Said(start + match.start(), start + match.end(), place, row)
            for row in words.rows
            for place, pattern in row.places
            for match in pattern.finditer(lower)
        ]
        return cls(text, found, [one.start for one in found], sorted(said, key=_begin), words)

    def within(self, start: int, end: int) -> Iterator[_Said]:
        """The words of a row in `text[start:end]`."""
        first, last = (bisect_left(self.said, place, key=_begin) for place in (start, end))
        return (one for one in self.said[first:last] if one.end <= end)


def _begin(said: _Said) -> int:
    return said.start


def governed(sentence: Sentence, place: tuple[int, int], counts: Sequence[Counted], at: int) -> str | None:
    """What count number `at` of the `counts` of a sentence counts, as the nearest word that governs it says.

    `place` is how much of the sentence is looked at. None where no word governs it.
    """
    clause = _Clause.of(sentence, counts, at)
    found = [(gap, said) for said in sentence.within(*place) if (gap := clause.gap(said)) is not None]
    kept = [(gap, said) for gap, said in found if not any(_within(said, other) for _, other in found)]
    classes = counts[at].classes
    named = [(gap, said.start - said.end, metric) for gap, said in kept if (metric := _metric(said.row, classes))]
    return min(named)[2] if named else None


def _aside(between: Sequence[Token]) -> Sequence[Token]:
    """Without what stands between two commas right behind the count: "nine, two of them children, were killed"."""
    commas = [at for at, token in enumerate(between) if token.lower in ASIDE]
    return between[commas[-1] + 1 :] if len(commas) > 1 and commas[0] == 0 else between


def _opens(between: Sequence[Token]) -> bool:
    """Whether what was said opens a list: "Destroyed: 3 tanks"."""
    return bool(between) and between[0].lower == ":"


def _within(said: _Said, other: _Said) -> bool:
    longer = other.end - other.start > said.end - said.start
    return longer and other.start <= said.start and said.end <= other.end


def _metric(row: _Row, classes: frozenset[str]) -> str | None:
    if isinstance(row.metric, str):
        return row.metric
    otherwise = row.metric["else"] if classes else row.metric.get("unknown", row.metric["else"])
    return next((metric for name, metric in row.metric.items() if name in classes), otherwise)


@dataclass(frozen=True, slots=True)
class _Clause:
    """A sentence around one of its counts, the `target`; `others` are where the words of other counts begin.

    `ends` are where the other counts end, `starts` where each token begins.
    """

    text: str
    tokens: Sequence[Token]
    starts: Sequence[int]
    target: Counted
    others: frozenset[int]
    ends: frozenset[int]
    words: _Words

    @classmethod
    def of(cls, sentence: Sentence, counts: Sequence[Counted], at: int) -> Self:
        """The clause of count number `at` of `counts`."""
        starts = sentence.starts
        rest = [*counts[:at], *counts[at + 1 :]]
        within = (starts[bisect_left(starts, one.start) : bisect_left(starts, one.end)] for one in rest)
        others = frozenset(start for some in within for start in some)
        ends = frozenset(one.end for one in rest)
        return cls(sentence.text, sentence.tokens, starts, counts[at], others, ends, sentence.words)

    def gap(self, said: _Said) -> float | None:
        """How far off words that govern the count stand from it; None where they do not govern it."""
        if said.end <= self.target.start:
            return None if self.target.whole else self._before(said)
        if said.start >= self.target.end:
            return self._behind(said)
        if said.start < self.target.number or said.place in ("before", "agents"):
            return None
        return HEAD if said.end == self.target.end else ADJECTIVE

    def _before(self, said: _Said) -> float | None:
        """The gap to words that stand before the count."""
        between = self._between(said.end, self.target.start)
        loose = said.place == "topics" or _opens(between)
        stopped = any(token.lower in STOPS and not (loose and token.lower == ":") for token in between)
        if stopped or len(between) > FARTHEST + MOST_BETWEEN:
            return None
        if loose:
            return TOPIC + len(between) / 2 if self._is_list(between) else None
        governs = said.place == "before" or (said.place == "verbs" and self._is_active(said))
        return self._strictly(between) if governs else None

    def _strictly(self, between: Sequence[Token]) -> float | None:
        """The gap where nothing but other counts, and what is coordinated with them, stands between."""
        left = [token for token in between if not self._is_other(token)]
        heavy = [token for token in left if token.lower not in self.words.light]
        joined = bool(between) and between[-1].lower in self.words.coordinators and not self._is_subject()
        broken = any(token.lower in self.words.breaks for token in left)
        if broken or (heavy and not (joined and len(heavy) <= MOST_BETWEEN)):
            return None
        return len(heavy) + (len(between) - len(left)) / 4

    def _behind(self, said: _Said) -> float | None:
        """The gap to words that stand behind the count."""
        between = _aside(self._between(self.target.end, said.start))
        if said.place in ("before", "topics") or len(between) > FARTHEST or not self._runs_on(between):
            return None
        if not self._undergoes(said):
            return None
        bare = not between and bool(self.words.auxiliaries) and not self._is_passive(said)
        related = bool(between) and all(token.lower in self.words.relatives for token in between)
        if self.target.whole and not bare and not related:
            return None
        if self.target.part and bare:
            return ADJECTIVE  # "42 of 50 drones launched"
        apart = sum(token.lower not in self.words.adverbs | self.words.auxiliaries for token in between)
        return apart / 2 if apart else SUBJECT

    def _runs_on(self, between: Sequence[Token]) -> bool:
        """Whether no other clause begins between the count and what stands behind it; a relative one may."""
        breaks = self.words.breaks - self.words.adverbs
        related = bool(between) and between[0].lower in self.words.relatives
        broken = any(token.lower in breaks for token in between[related:])
        stopped = any(token.lower in STOPS for token in between)
        first = next((at for at, token in enumerate(between) if self._is_other(token)), None)
        listed = first is None or all(token.lower in self.words.light for token in between[:first])
        return listed and not broken and not stopped

    def _undergoes(self, said: _Said) -> bool:
        """Whether it befell what stands before it; of `agents`, whether that did it."""
        if said.place == "behind" or not self.words.auxiliaries:
            return True
        passive = self._is_passive(said)
        if said.place == "agents":
            return not passive and self._has_object(said)
        return passive or not self._has_object(said)

    def _is_list(self, between: Sequence[Token]) -> bool:
        """Whether from the first other count on nothing but counts stands between: "losses: 5 tanks, 12 guns"."""
        first = next((at for at, token in enumerate(between) if self._is_other(token)), len(between))
        return all(token.lower in self.words.light or self._is_other(token) for token in between[first:])

    def _between(self, start: int, end: int) -> list[Token]:
        last = bisect_left(self.starts, end)
        return [token for token in self.tokens[self._at(start) : last] if token.end <= end]

    def _is_other(self, token: Token) -> bool:
        """Whether a word is one of another count."""
        return token.start in self.others

    def _at(self, place: int) -> int:
        """The number of the first token from `place` on."""
        return bisect_left(self.starts, place)

    def _is_passive(self, said: _Said) -> bool:
        at = self._at(said.start) - 1
        if at > 0 and self.tokens[at].lower in self.words.coordinators - ASIDE:
            at -= 2  # "were damaged or destroyed"
        while at >= 0 and self.tokens[at].lower in self.words.adverbs - self.words.auxiliaries:
            at -= 1
        return at >= 0 and self.tokens[at].lower in self.words.auxiliaries

    def _has_object(self, said: _Said) -> bool:
        """Whether what it does something to follows."""
        at = self._at(said.end)
        if at >= len(self.tokens):
            return False
        token, after = self.tokens[at], self.tokens[min(at + 1, len(self.tokens) - 1)]
        if after.lower in self.words.periods:
            return False  # "were pushed back this morning"
        begins = token.lower in self.words.starts or token.sort == "figure" or self._is_other(token)
        return begins or self.text[token.start].isupper()

    def _is_active(self, said: _Said) -> bool:
        """Whether it can govern what follows: no passive, nor the participle of a count before it."""
        if not self.words.auxiliaries:
            return True
        participle = bool({said.start, said.start - 1} & self.ends)
        return not self._is_passive(said) and not (participle and not self._has_object(said))

    def _is_subject(self) -> bool:
        """Whether a verb of its own follows the count."""
        at = self._at(self.target.end)
        return at < len(self.tokens) and self.tokens[at].lower in self.words.subjects
