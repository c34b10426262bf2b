"""Numerals: where a text says how many, and between which bounds that is: "no fewer than 70", "от 10 до 15"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import ceil, floor

from counterclaim.lang.data import either, rows
from counterclaim.lang.number_data import Phrase, Phrases, Words, holds, lower, numeric_tokens, phrase, words_of
from counterclaim.lang.number_tokens import Token
from counterclaim.lang.number_words import HUNDRED, Value, number_at, value_at

Bounds = tuple[int | None, int | None, bool]  # low, high, vague
SLACK = 5  # "about 100" is 100 give or take a fifth, as `Quantity.parse` has it
LARGEST = 10**18 - 1  # as `Quantity` has it
DASHES = ("-", "–", "—", "‑")
BACK = 6  # words before "from 10 to 15" within which "rose" says that it is no range
MOST_QUALIFIERS = 3


@dataclass(frozen=True, slots=True)
class Numeral:
    """Words `[start, end)` of a text that say how many; the number itself stands at `[first, last)`.

    Between `low` and `high`, both None of "many"; `bound` is what a qualifier makes of it: least, most, above, below,
    about. `share`: so much of a whole, a half being 1/2; `rate`: said as "two in five". `sure`: they count whatever
    stands beside them, as "one" does not.
    """

    start: int
    end: int
    first: int
    last: int
    low: Fraction | None
    high: Fraction | None
    bound: str | None
    vague: bool
    share: bool
    rate: bool
    sure: bool

    def bounds(self, factor: Fraction = Fraction(1), *, rounded: bool = False) -> Bounds:
        """The whole numbers it may mean, times `factor`; what is no whole number lies between two, or is `rounded`."""
        if self.low is None or self.high is None:
            return None, None, self.vague
        scale = factor * HUNDRED if self.share else factor
        down, up = (round, round) if rounded or (self.share and self.vague) else (floor, ceil)
        low, high = down(self.low * scale), up(self.high * scale)
        bound = "about" if self.share and self.vague and self.bound is None else self.bound
        return _bounded(low, high, bound, vague=self.vague)


def _bounded(low: int, high: int, bound: str | None, *, vague: bool) -> Bounds:
    if bound == "about" and low == high:
        slack = -(-low // SLACK)
        low, high, vague = low - slack, high + slack, True
    made: dict[str | None, Bounds] = {
        "least": (low, None, vague),
        "most": (None, high, vague),
        "above": (high + 1 if low == high else low, None, vague),
        "below": (None, max(0, low - 1 if low == high else high), vague),
    }
    found = made.get(bound, (low, high, vague or bound == "about")) if high else (low, high, vague)
    return found if max(found[0] or 0, found[1] or 0) <= LARGEST else (None, None, False)


@dataclass(frozen=True, slots=True)
class _Around:
    """The words around numbers in a language that say more of them."""

    bounds: Mapping[Phrase, str]
    before: Phrases
    behind: Phrases
    particles: Mapping[str, Sequence[str]]
    ranges: Mapping[Phrase, Sequence[Phrase]]
    changes: re.Pattern[str]
    departures: frozenset[str]
    reached: frozenset[str]
    unsure: frozenset[str]
    openers: frozenset[str]


@cache
def _around(language: str) -> _Around:
    held = rows(language, "numbers")
    bounds = {phrase(said): name for name, row in held["bounds"].items() for place in row for said in row[place]}
    before, behind = (
        Phrases.of(said for row in held["bounds"].values() for said in row[place]) for place in ("before", "behind")
    )
    ranges: dict[Phrase, list[Phrase]] = {}
    for opens, parts in held["ranges"]:
        ranges.setdefault(phrase(opens or ""), []).append(phrase(parts))
    departures, reached, unsure = (frozenset(held[name]) for name in ("departures", "reached", "unsure"))
    openers = words_of(language).openers.union(before.by_first, *(opens[:1] for opens in ranges))
    changes = re.compile(either(held["changes"]))
    return _Around(bounds, before, behind, held["particles"], ranges, changes, departures, reached, unsure, openers)


def numerals(text: str, start: int = 0, end: int | None = None, language: str = "en") -> list[Numeral]:
    """Where `text[start:end]` says how many, in its order. Raises FileNotFoundError where the language has no numbers.

    Years, ages, names and the like are among them: `lang.uncounted` tells them apart.
    """
    found = numeric_tokens(text, start, len(text) if end is None else end, language)
    return list(_numerals(found, words_of(language), _around(language)))


def _numerals(found: Sequence[Token], words: Words, around: _Around) -> Iterator[Numeral]:
    at = 0
    while at < len(found):
        if found[at].sort != "figure" and found[at].lower not in around.openers:
            at += 1
            continue
        bound, first = _qualified(found, at, around)
        value = _range(found, first, words, around) or value_at(found, first, words, qualified=first > at)
        if value is None and first > at:  # "some soldiers"
            bound, value = None, value_at(found, at, words)
        if value is None:
            at += 1
            continue
        behind, last = _behind(found, _abbreviated(found, value.last, words), around)
        said = [token.lower for token in found[value.first : value.last]]
        sure = not around.unsure.issuperset(said) or (value.high == 0 and len(said) > 1)
        yield Numeral(
            found[at].start, found[last - 1].end, found[value.first].start, found[value.last - 1].end,
            value.low, value.high, bound or behind, value.vague, value.share, value.rate, sure,
        )  # fmt: skip
        at = last


def _qualified(found: Sequence[Token], at: int, around: _Around) -> tuple[str | None, int]:
    """What the qualifiers from token `at` on make of a number, and where that begins; "about" yields to others."""
    names: list[str] = []
    while len(names) < MOST_QUALIFIERS:
        said = around.before.at(found, at)
        if said is None or lower(found, at - 1) in around.particles.get(said[0], ()):
            break
        if not (said[-1] in around.reached and _changes(found, at, around)):  # "выросло до 45"
            names.append(around.bounds[said])
        at += len(said)
    return next((name for name in names if name != "about"), names[0] if names else None), at


def _abbreviated(found: Sequence[Token], at: int, words: Words) -> int:
    """Behind the stop of an abbreviation within a sentence: "1,5 тыс. человек"."""
    stop = at + 1 < len(found) and found[at].lower == "." and found[at].start == found[at - 1].end
    return at + 1 if stop and found[at - 1].lower in words.needy else at


def _behind(found: Sequence[Token], at: int, around: _Around) -> tuple[str | None, int]:
    said = around.behind.at(found, at)
    return (around.bounds[said], at + len(said)) if said else (None, at)


def _range(found: Sequence[Token], at: int, words: Words, around: _Around) -> Value | None:
    """Two numbers that bound what is meant: "10–15", "from 20 to 30", "two or three"; not "rose from 20 to 30"."""
    if _changed(found, at, around):
        return None
    for opens, parts in around.ranges.items():
        low = number_at(found, at + len(opens), words) if holds(found, at, opens) else None
        if low is None or low.low is None:
            continue
        after = _percent(found, low.last)
        parted = next((len(one) for one in parts if holds(found, after, one)), 0)
        high = number_at(found, after + parted, words) if parted else None
        if not opens and _dash(found, after):
            high = number_at(found, after + 1, words)
        if high is not None and high.low is not None:
            first = _scaled(low.low, found[high.first : high.last], words, high.low)
            if first < high.low:
                return Value(at, high.last, first, high.low)
    return None


def _dash(found: Sequence[Token], at: int) -> bool:
    """Whether a dash parts two numbers; with white space around it, two figures."""
    if not 0 < at < len(found) - 1 or found[at].lower not in DASHES:
        return False
    before, dash, after = found[at - 1 : at + 2]
    return (before.end == dash.start and dash.end == after.start) or before.sort == after.sort == "figure"


def _percent(found: Sequence[Token], at: int) -> int:
    return at + (lower(found, at) == "%")


def _changed(found: Sequence[Token], at: int, around: _Around) -> bool:
    """Whether something rose or fell from the number at, or right behind, token `at` to another."""
    begin = at if lower(found, at) in around.departures else at - 1
    return lower(found, begin) in around.departures and _changes(found, begin, around)


def _changes(found: Sequence[Token], at: int, around: _Around) -> bool:
    """Whether something rises or falls in the words before token `at`."""
    return any(around.changes.fullmatch(token.lower) for token in found[max(0, at - BACK) : at])


def _scaled(low: Fraction, high: Sequence[Token], words: Words, value: Fraction) -> Fraction:
    """The first number, in what the second is counted in: 10,000 in "10 to 15 thousand"."""
    times = words.times.get(high[-1].lower, 1) if high and high[0].sort == "figure" else 1
    return low * times if low * times < value and low < times else low
