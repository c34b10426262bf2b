"""Numbers that count nothing: days, years, hours, ages, lengths of time, calibres, what is numbered and not counted."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from counterclaim.lang.counted_nouns import is_plural, is_verbal, measured, noun_behind
from counterclaim.lang.data import either, rows
from counterclaim.lang.numerals import Numeral, numerals

NEAR = 60  # code points looked at on either side
LAST_DAY, OLDEST = 31, 110
FIGURES = re.compile(r"\d+")
YEARS = re.compile(r"(?:19|20)\d\d(?P<to> (?:19|20)\d\d)?")
WORD = re.compile(r"\s+([^\W\d_][\w-]*)")
NOUN = re.compile(r"\s+[^\W\d_]")
ROUND = 50  # years are seldom so round; counts often are
NEVER = re.compile(r"(?!)")
CAPITAL = r"(?:[A-ZÀ-Þ][\w&.-]*\s)"
LARGEST_NAME = 999
NAMED = re.compile(r"(?<!\w)([^\W\d_])\w+[,(]\s?\Z")  # "Ilse Marn, 45,"
ITEM = re.compile(r"[.)]\s")
LISTED = re.compile(r"(?:^|\n)\s*\Z")
MARKED = re.compile(r"[/\\]\Z|(?<!\w)[-−]\Z")  # parts of addresses; what is less than nothing


@dataclass(frozen=True, slots=True)
class _Signs:
    """By what a language shows that a number counts nothing: each is looked for right before or behind the number."""

    behind: re.Pattern[str]
    named_behind: re.Pattern[str]
    days: re.Pattern[str]
    before: re.Pattern[str]
    years: re.Pattern[str]
    after_month: re.Pattern[str]
    owned: re.Pattern[str]
    described: re.Pattern[str]
    passing: frozenset[str]
    participles: tuple[str, ...]
    placed: re.Pattern[str]
    name: re.Pattern[str]


@cache
def _signs(language: str) -> _Signs:
    held = rows(language, "numbers")["not_counted"]
    joins = either(rows(language, "numbers")["joins"])
    long, periods, months = (either(held[name]) for name in ("long", "periods", "months"))
    sizes = either(sorted(chain(held["clock"], held["multiples"], held["sizes"]), key=len, reverse=True))
    day = r"(?:\s*(?:[-–,]|\w{1,3})\s*\d{1,2})?"  # "21 and 27 October"
    return _Signs(
        re.compile(rf"[-\s]*(?:(?:(?:{long})[-\s]+)?(?:{periods})|{sizes})(?!\w)", re.IGNORECASE),
        re.compile(rf"\s+(?:[^\W\d_a-z]\w+\s+)?(?:{either(held['units'])})(?!\w)"),
        re.compile(rf"{day}(?:\s+of)?\s+(?:{months})(?!\w)"),
        re.compile(rf"(?:(?<!\w)(?:{either(held['numbered'])})|(?<!\w)(?i:{either(held['ages'])}))\s*\Z"),
        re.compile(rf"(?<!\w)(?:{either(held['years'])}|(?:{months})\.?,?(?:\s\d{{1,2}},?)?)\s\Z", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{months})\.?\s+(?:\d{{1,2}}\s?(?:[-–,]|\w{{1,3}})\s?)?\Z"),
        re.compile(rf"(?:(?<!\w)(?:{either(held['owned'])})|['’]s)\s\Z", re.IGNORECASE) if held["owned"] else NEVER,
        _described(held),
        frozenset((*(phrase := rows(language, "counts")["phrase"])["ends"], *phrase["late"])),
        tuple(held.get("participles", ())),
        re.compile(rf"(?<!\w)(?i:{either(held['placed'])})\s{CAPITAL}+\Z") if held["placed"] else NEVER,
        re.compile(rf"(?<=[\w,;] ){CAPITAL}+(?P<first>\d{{1,3}} (?:{joins}) )?\Z") if held["placed"] else NEVER,
    )


def _described(held: Mapping[str, Any]) -> re.Pattern[str]:
    """An article, and words that describe, before the year of one thing: "a bloody"."""
    articles = (*held.get("articles", ()), *held["owned"])
    return re.compile(rf"(?<!\w)(?i:{either(articles)})(?:\s[a-zà-þ][\w-]*){{1,2}}\s\Z") if articles else NEVER


def counted(text: str, start: int = 0, end: int | None = None, language: str = "en") -> list[Numeral]:
    """The numerals of `text[start:end]` that count something. Raises FileNotFoundError where there are no numbers."""
    return list(_counted(text, numerals(text, start, end, language), language))


def _counted(text: str, found: Iterable[Numeral], language: str) -> Iterator[Numeral]:
    for numeral in found:
        if not counts_nothing(text, numeral, language):
            yield numeral


def counts_nothing(text: str, numeral: Numeral, language: str = "en") -> bool:
    """Whether a numeral of `text` is a day, a year, an hour, an age, a length of time, a calibre or part of a name."""
    signs = _signs(language)
    before, behind = text[max(0, numeral.start - NEAR) : numeral.first], text[numeral.last : numeral.last + NEAR]
    return (
        bool(signs.behind.match(behind) or signs.named_behind.match(behind) or signs.before.search(before))
        or _is_day(numeral, before, behind, signs)
        or _is_year(text, numeral, (before, behind), language)
        or _is_of_name(text, numeral, signs, language)
        or _is_age(numeral, before, behind)
        or _is_marked(numeral, before, behind)
    )


def _is_day(numeral: Numeral, before: str, behind: str, signs: _Signs) -> bool:
    possible = numeral.high is not None and 0 < numeral.high <= LAST_DAY and not numeral.vague
    return possible and bool(signs.days.match(behind) or signs.after_month.search(before))


def _is_year(text: str, numeral: Numeral, around: tuple[str, str], language: str) -> bool:
    """A year stands by "in" or a month, or another year does; no noun follows it, or none that is counted.

    "The 2014 revolution", "a 1984 treaty"; not "2031 drones".
    """
    (before, behind), signs = around, _signs(language)
    years = YEARS.fullmatch(" ".join(FIGURES.findall(text[numeral.first : numeral.last])))
    if years is None:
        return False
    if years["to"] or signs.years.search(before) or not NOUN.match(behind) or signs.owned.search(before):
        return True
    if numeral.bound:
        return False
    if _is_of_one(text, numeral, before, language):
        return True
    noun = noun_behind(text, numeral.end, len(text), language)
    is_round = numeral.low is not None and numeral.low % ROUND == 0
    return not is_round and noun is not None and not noun.classes and not measured(text, numeral.end, language)


def _is_of_one(text: str, numeral: Numeral, before: str, language: str) -> bool:
    """Whether an article, a word that describes and one thing stand around it: "a bloody 2014 uprising"."""
    signs, word = _signs(language), WORD.match(text, numeral.last)
    if word is None or not signs.described.search(before) or measured(text, numeral.end, language):
        return False
    said = word[1].lower()
    is_round = numeral.low is not None and numeral.low % ROUND == 0
    return not (is_round or is_plural(said, language) or said in signs.passing or said.endswith(signs.participles))


def _is_of_name(text: str, numeral: Numeral, signs: _Signs, language: str) -> bool:
    """Whether a figure ends a name: "Nord Stream 1", "the S&P 500"; not "in Kharkiv 12 people"."""
    before = text[max(0, numeral.start - NEAR) : numeral.start]
    name = signs.name.search(before)
    plain = FIGURES.fullmatch(text[numeral.start : numeral.end]) and (numeral.high or 0) <= LARGEST_NAME
    if name is None or not plain or signs.placed.search(before) or measured(text, numeral.end, language):
        return False
    noun = noun_behind(text, numeral.end, len(text), language)
    if numeral.high == 1 or noun is None or name["first"]:
        return True
    return not (is_verbal(noun.text, language) or (noun.classes and is_plural(noun.text, language)))


def _is_age(numeral: Numeral, before: str, behind: str) -> bool:
    """An age stands between commas, or brackets, behind a name."""
    plain = numeral.bound is None and numeral.low == numeral.high is not None and numeral.high <= OLDEST
    name = NAMED.search(before)
    return plain and name is not None and name[1].isupper() and behind[:1] in {",", ")"}


def _is_marked(numeral: Numeral, before: str, behind: str) -> bool:
    """Whether it is the number of a list, part of an address, or below nothing."""
    listed = bool(LISTED.search(before) and ITEM.match(behind))
    return listed or (numeral.bound is None and bool(MARKED.search(before))) or behind[:1] in {"/", "\\"}
