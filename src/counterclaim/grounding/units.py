"""What a number is counted in: percent, money, kilometres, square kilometres; and by how much it is multiplied."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from counterclaim.lang.data import either, rows

PERCENT, MONEY = "percent", "money"
SYMBOL = re.compile(r"[A-Z]{0,2}([$€£₴₽])")


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted (`metric`), how much of it one is (`factor`, of km or km²), and what is written for it.

    `rounded`: it is so inexact that the nearest whole number is meant, as of miles. `end`: behind the unit.
    """

    metric: str
    factor: Fraction
    written: str
    end: int
    rounded: bool = False


@dataclass(frozen=True, slots=True)
class _Units:
    measures: tuple[tuple[str, re.Pattern[str], Fraction, bool], ...]
    percent: re.Pattern[str]
    money: re.Pattern[str]
    currencies: Mapping[str, str]


@cache
def _units(language: str) -> _Units:
    held = rows(language, "counts")
    units = held["units"]
    measures = tuple(
        (metric, re.compile(rf"[\s-]*({either([word])})(?!\w)"), Fraction(str(factor)), word in units["rounded"])
        for metric in ("area_km2", "distance_km")
        for word, factor in sorted(units[metric].items(), key=lambda item: -len(item[0]))
    )
    of = either(rows(language, "numbers")["of"])
    percent, money = (
        re.compile(rf"\s*{lead}({either(sorted(words, key=len, reverse=True))})(?!\w)")
        for lead, words in (("", units["percent"]), (rf"(?:(?:{of})\s+)?" if of else "", held["nouns"]["sum"]))
    )
    return _Units(measures, percent, money, units["currencies"])


def unit(text: str, first: int, last: int, language: str = "en") -> Unit | None:
    """The unit beside the number at `[first, last)` of `text`: behind it, or the sign of a currency it begins with."""
    units = _units(language)
    lower = text[last : last + 40].lower()
    if sign := SYMBOL.match(text, first, last):
        return Unit(MONEY, Fraction(1), units.currencies[sign[1]], last)
    percent, money = units.percent.match(lower), units.money.match(lower)
    if percent:
        return Unit(PERCENT, Fraction(1), percent[1], last + percent.end())
    if money:
        return Unit(MONEY, Fraction(1), money[1], last + money.end())
    for metric, pattern, factor, rounded in units.measures:
        match = pattern.match(lower)
        if match:
            return Unit(metric, factor, text[last + match.start(1) : last + match.end()], last + match.end(), rounded)
    return None
