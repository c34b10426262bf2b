"""The noun that is counted: where it stands behind its number, and of what class it is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product

from counterclaim.lang.data import either, rows
from counterclaim.lang.number_tokens import Token, plain, tokens

PEOPLE = "person"
UNIT = "unit"
PEOPLES = frozenset((PEOPLE, "soldier"))
LEADING = 4  # words between a number and that of the whole
MOST = 5  # words of a counted noun with its adjectives
FAR = 120  # code points behind a number within which its noun ends


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun at `[start, end)` of a text, as it stands; `classes` are those its last word is of.

    `anaphor`: it only points back ("of them").
    """

    start: int
    end: int
    text: str
    classes: frozenset[str]
    anaphor: bool = False


@dataclass(frozen=True, slots=True)
class _Words:
    """How a counted noun begins, goes on and ends in a language; `counts.yml` says what each part is."""

    leads: frozenset[str]
    timed: frozenset[tuple[str, str]]
    anaphors: frozenset[str]
    ends: frozenset[str]
    late: frozenset[str]
    plain: frozenset[str]
    endings: tuple[str, ...]
    peoples: tuple[str, ...]
    owners: tuple[str, ...]
    adjectives: tuple[str, ...]
    first: bool
    measures: re.Pattern[str]
    joins: frozenset[str]
    numbers: frozenset[str]


@cache
def _words(language: str) -> _Words:
    held, numbers = rows(language, "counts")["phrase"], rows(language, "numbers")
    return _Words(
        leads=frozenset(held["leads"]),
        timed=frozenset(product(*held["timed"].values())) if "timed" in held else frozenset(),
        anaphors=frozenset(held["anaphors"]),
        ends=frozenset(held["ends"]),
        late=frozenset(held["late"]),
        plain=frozenset(held["plain"]),
        endings=tuple(held["endings"]),
        peoples=tuple(held["peoples"]),
        owners=tuple(held["owners"]),
        adjectives=tuple(held["adjectives"]),
        first=held["first"],
        measures=re.compile(either(held["measures"])),
        joins=frozenset(numbers["joins"]),
        numbers=frozenset(numbers["words"]),
    )


@cache
def _classes(language: str) -> Mapping[str, re.Pattern[str]]:
    return {name: re.compile(either(words)) for name, words in rows(language, "counts")["nouns"].items()}


def classes(noun: str, language: str = "en") -> frozenset[str]:
    """The classes of things that `noun` is of: by its last word, or by all of them. "Vardians" are people."""
    words = noun.lower()
    last = words.rpartition(" ")[2]
    said = {words, last, last.rpartition("-")[2]}
    found = {name for name, pattern in _classes(language).items() if any(map(pattern.fullmatch, said))}
    people = not found and last.endswith(_words(language).peoples) and noun.rpartition(" ")[2][:1].isupper()
    return frozenset({PEOPLE} if people else found)


def noun_behind(text: str, at: int, stop: int, language: str = "en") -> Noun | None:
    """The noun that is counted by a number which ends at `at` of `text`; None where none follows it before `stop`."""
    words = _words(language)
    found = tokens(text, at, min(stop, at + FAR), language)
    begin = _led(found, words)
    if any((one.lower, after.lower) in words.timed for one, after in pairwise(found[max(0, begin - 1) : begin + 2])):
        return None  # "by 15 percent this winter"
    if begin < len(found) and found[begin].lower in words.anaphors:
        return Noun(found[begin].start, found[begin].end, found[begin].lower, frozenset(), anaphor=True)
    last = _last(text, found, begin, language)
    if last == begin:
        return None
    if words.measures.fullmatch(found[last - 1].lower) and last < len(found) and found[last].lower in words.leads:
        last = max(last, _last(text, found, last + 1, language))
    start, end = found[begin].start, found[last - 1].end
    said = " ".join(text[start:end].split())
    return Noun(start, end, said, classes(said, language))


def _led(found: Sequence[Token], words: _Words) -> int:
    """Behind what leads to the noun: "of her", "more", "of that group’s"."""
    begin = 0
    while begin < len(found) and found[begin].lower in words.leads:
        begin += 1
    owners = [at for at in range(begin, min(begin + 3, len(found))) if found[at].lower.endswith(words.owners)]
    return owners[-1] + 1 if begin and owners else begin


def only_leads(text: str, start: int, end: int, language: str = "en") -> bool:
    """Whether few words stand in `text[start:end]`, and only such as lead from a number to what it is a part of.

    "Of the", "of the town’s".
    """
    words = _words(language)
    between = plain(text[start:end]).split()
    edges = (word in words.leads or word.endswith(words.owners) for word in between[:1] + between[-1:])
    return len(between) <= LEADING and all(edges)


def is_unit(noun: Noun) -> bool:
    """Whether units of an army are counted, not people: brigades, companies."""
    return UNIT in noun.classes and not noun.classes & PEOPLES


@cache
def _arms(language: str) -> re.Pattern[str]:
    held = rows(language, "counts")
    arms, joins = either(held["arms"]), either(held["coordinators"])
    return re.compile(rf"\s+(?:[\w-]+\s+)?(?:{arms})(?:,|\s)\s*(?:{joins})?\s*", re.I)


def arm_behind(text: str, at: int, stop: int, language: str = "en") -> bool:
    """Whether in `text[at:stop]` stands nothing but what sort of unit it is: "heavy mechanized,"."""
    return _arms(language).fullmatch(text, at, stop) is not None


def is_verbal(noun: str, language: str = "en") -> bool:
    """Whether words behind a number say what befell the counted: "12 killed"."""
    words = _words(language)
    return noun.lower().endswith(words.endings) or noun.lower() in words.late


def is_plural(noun: str, language: str = "en") -> bool:
    """Whether the last word of a noun is of more than one; so are all in a language without such endings."""
    held, last = rows(language, "counts")["whom"], noun.lower().rpartition(" ")[2]
    endings = tuple(held["plural_endings"])
    return not endings or last.endswith(endings) or last in held["plurals"]


@cache
def _measures(language: str) -> re.Pattern[str]:
    held = rows(language, "counts")
    units = (word for name in ("percent", "distance_km", "area_km2") for word in held["units"][name])
    return re.compile(rf"[\s-]*(?:{either([*units, *held['nouns']['sum'], *held['phrase']['measures']])})(?!\w)", re.I)


def measured(text: str, at: int, language: str = "en") -> bool:
    """Whether behind the number that ends at `at` stands what it is counted in: "2031 km", "12 per cent"."""
    return _measures(language).match(text, at) is not None


def _last(text: str, found: Sequence[Token], begin: int, language: str) -> int:
    """Where the noun that begins with token `begin` ends."""
    words, at, noun = _words(language), begin, False
    while at < min(len(found), begin + MOST) and _may_be(found[at], words):
        token = found[at]
        verbal = _is_verbal(token, words)
        named = at > begin and text[token.start].isupper() and text[found[at - 1].start].islower()
        if noun and (named or token.lower in words.leads or (verbal and not _is_within(found, at, language))):
            break
        at += 1
        if _describes(found, at - 1, language):
            continue
        if verbal and not classes(token.lower, language):
            return begin
        if verbal and at + 1 < len(found) and found[at].lower in words.joins and found[at + 1].lower in words.late:
            at += 2  # "killed and wounded"
        noun = True
        if verbal or words.first:
            break
    return at


def _is_within(found: Sequence[Token], at: int, language: str) -> bool:
    """Whether token `at` is of the name of a thing: "amphibious landing ships"; not "soldiers wounded"."""
    after = found[at + 1].lower if at + 1 < len(found) and found[at + 1].sort == "word" else ""
    return bool(classes(after, language)) and not classes(found[at - 1].lower, language) and is_plural(after, language)


def _is_verbal(token: Token, words: _Words) -> bool:
    """Whether a word says what befell the counted rather than what they are: "12 wounded"."""
    ends = token.sort == "word" and token.lower.endswith(words.endings) and token.lower not in words.plain
    return ends or token.lower in words.late


def _describes(found: Sequence[Token], at: int, language: str) -> bool:
    """Whether token `at` describes the noun that follows it: "armoured vehicles", "мирных жителей"."""
    words, token = _words(language), found[at]
    if not _goes_on(found, at + 1, words):
        return False
    if not words.first:
        return token.sort == "code" or _is_verbal(token, words)
    after = found[at + 1]
    if not token.lower.endswith(words.adjectives) or _is_verbal(after, words):
        return False
    one, led = classes(token.lower, language), classes(after.lower, language)
    return not one or bool(led & PEOPLES) or (UNIT in led and not one & PEOPLES)  # "раненых бойцов", "танковых бригад"


def _goes_on(found: Sequence[Token], at: int, words: _Words) -> bool:
    """Whether token `at` can be part of the noun."""
    return at < len(found) and _may_be(found[at], words)


def _may_be(token: Token, words: _Words) -> bool:
    """Whether a token can be a word of a noun: no mark, no hour, no number, no verb."""
    named = token.sort == "word" or (token.sort == "code" and token.lower[0].isalpha())
    return named and token.lower not in words.ends and token.lower not in words.numbers
