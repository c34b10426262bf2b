"""Who is counted: the noun behind the number, else the one it points back to, else whom what is counted befalls."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from counterclaim.lang.counted_nouns import Noun, classes, is_plural, noun_behind
from counterclaim.lang.data import either, rows
from counterclaim.lang.number_tokens import tokens
from counterclaim.lang.numerals import Numeral
from counterclaim.lang.uncounted import counted

NEAR = 24  # code points beside a number
BACK = 320  # code points before a count in which the noun is looked for that it points back to
PEOPLE = frozenset(("soldier", "person", "prisoner"))
FITS: Mapping[str, frozenset[str]] = {  # the classes of what can be counted so
    **dict.fromkeys(("killed", "wounded", "missing", "killed_and_wounded", "displaced", "surrendered"), PEOPLE),
    **dict.fromkeys(("trapped", "evacuated", "captured"), PEOPLE),
    "troops": PEOPLE | {"unit"},
    "shot_down": frozenset(("weapon", "equipment")),
    "launched": frozenset(("weapon", "attack")),
    "hit": frozenset(("weapon", "attack")),
    "repelled": frozenset(("attack", "unit")),
    "settlements": frozenset(("settlement",)),
    "destroyed": frozenset(("equipment", "building", "weapon")),
    "damaged": frozenset(("equipment", "building")),
}


@dataclass(frozen=True, slots=True)
class _Words:
    nobody: frozenset[str]
    participles: frozenset[str]
    rest: frozenset[str]
    people: str
    taking: re.Pattern[str] | None
    lives: re.Pattern[str] | None
    dwell: re.Pattern[str]
    including: re.Pattern[str]
    back: frozenset[str]
    behind: re.Pattern[str]
    whom: Mapping[str, str]


@cache
def _words(language: str) -> _Words:
    held = rows(language, "counts")["whom"]
    lost = held.get("lives")
    behind = either(sorted(held["behind"], key=len, reverse=True))
    dwell, including = (re.compile(rf"(?<!\w)(?:{either(held[name])})\s\Z") for name in ("dwell", "including"))
    return _Words(
        frozenset(held["nobody"]), frozenset(held["participles"]), frozenset(held["rest"]), held["people"],
        re.compile(rf"(?<!\w)(?:{either(lost['verbs'])})\s+(?:\w+\s+){{0,3}}\Z", re.I) if lost else None,
        re.compile(rf"\s+(?:\w+\s+)?{lost['noun']}(?!\w)", re.I) if lost else None,
        dwell, including,
        frozenset(held["back"]), re.compile(rf"[\s,(–—-]+(?:{behind})\s+"), held["metrics"],
    )  # fmt: skip


def lives(text: str, start: int, numeral: Numeral, language: str = "en") -> str | None:
    """Who was killed where a number counts the lives that something claimed, in a sentence from `start`."""
    words = _words(language)
    if not words.lives or not words.taking or not words.lives.match(text, numeral.end):
        return None
    return words.people if words.taking.search(text[start : numeral.first]) else None


def noun_of(text: str, first: int, end: int, stop: int, language: str = "en") -> Noun | None:
    """The noun behind a number at `[first, end)`, before `stop`, or behind "all of them"; None where none is said.

    "Twice" counts times.
    """
    folds = rows(language, "counts")["folds"]
    if text[first:end].lower() in folds["words"]:
        return Noun(first, end, folds["noun"], classes(folds["noun"], language))
    noun = noun_behind(text, end, stop, language)
    if noun is not None:
        return noun
    behind = _words(language).behind.match(text, end, stop)
    return noun_behind(text, behind.end(), stop, language) if behind else None


def points_back(text: str, numeral: Numeral, language: str = "en") -> bool:
    """Whether words beside a number point to a noun before it: "two more", "all 14", "nine of whom"."""
    places = (
        (max(0, numeral.start - NEAR), numeral.start), (numeral.start, numeral.end),
        (numeral.end, min(len(text), numeral.end + NEAR)),
    )  # fmt: skip
    before, said, behind = ([token.lower for token in tokens(text, *place, language)] for place in places)
    return bool(_words(language).back & {*before[-1:], *said, *behind[:2]})


def is_included(text: str, numeral: Numeral, language: str = "en") -> bool:
    """Whether a number is part of the one before it: "12 people, including 3 children"."""
    before = text[max(0, numeral.start - NEAR) : numeral.start].lower()
    return _words(language).including.search(before) is not None


def pointed_to(
    text: str, start: int, numeral: Numeral, metric: str | None, language: str = "en", *, aloud: bool = False
) -> Noun | None:
    """The noun that a number without one points back to: the nearest before it that can be counted so.

    `start` is where its sentence begins. What points back `aloud` does so to something counted, if that is near, and
    in the sentences before, too; what does not, only where it is known what is counted.
    """
    fitting = FITS.get(metric or "")
    first = max(0, numeral.start - BACK) if aloud else start
    if aloud:
        for noun in _counted(text, first, numeral.start, language):
            if fitting is None or not noun.classes or fitting & noun.classes:
                return noun
    if fitting is None and not aloud:
        return None
    nouns = _nouns(text, first, numeral.start, language)
    return next((noun for noun in nouns if fitting is None or fitting & noun.classes), None)


def nearest(text: str, start: int, numeral: Numeral, language: str = "en") -> Noun | None:
    """The nearest noun of some class before a number in its sentence, which begins at `start`."""
    return next(_nouns(text, start, numeral.start, language), None)


def _counted(text: str, start: int, end: int, language: str) -> list[Noun]:
    """The nouns of the counts in `text[start:end]`, from the last on."""
    found = [noun_behind(text, one.end, end, language) for one in counted(text, start, end, language) if one.sure]
    said = [noun for noun in found if noun and not noun.anaphor and not is_participle(noun.text.lower(), language)]
    return said[::-1]


def _nouns(text: str, start: int, end: int, language: str) -> Iterator[Noun]:
    """The nouns in `text[start:end]` that are of some class and more than one, from the last on.

    What ends right before `end` is no noun that a number there points to, as in "wounded 12".
    """
    found = tokens(text, start, end, language)
    for at in range(len(found) - 1, -1, -1):
        token = found[at]
        if token.end >= end - 1:
            continue
        held = classes(text[token.start : token.end], language) if token.sort == "word" else frozenset()
        if held and is_plural(token.lower, language) and not is_participle(token.lower, language):
            named = at > 1 and found[at - 1].sort == "word" and text[found[at - 1].start].isupper()
            begin = found[at - 1].start if named else token.start  # "Vardian prisoners"
            yield Noun(begin, token.end, text[begin : token.end], held)


def is_participle(noun: str, language: str = "en") -> bool:
    """Whether words behind a number say what befell whom it counts, and not whom: "12 killed"."""
    return noun in _words(language).participles


def is_rest(noun: str, language: str = "en") -> bool:
    """Whether a noun only says that there are more of those before: "24 others"."""
    return noun in _words(language).rest


def nobody(text: str, numeral: Numeral, language: str = "en") -> str | None:
    """Whom "nobody" means: people; None where the words of number name nobody."""
    words = _words(language)
    said = text[numeral.first : numeral.last].lower()
    return words.people if said in words.nobody else None


def inhabitants(text: str, numeral: Numeral, language: str = "en") -> str | None:
    """Who lives in "a town of 5,000": people; None where the words before the number name no such place."""
    words = _words(language)
    return words.people if words.dwell.search(text[max(0, numeral.start - NEAR) : numeral.start].lower()) else None


def people(language: str = "en") -> str:
    """The word for people."""
    return _words(language).people


def whom(metric: str, language: str = "en") -> str | None:
    """Whom a count without a noun means by what it counts: of the killed, people; None where that says nothing."""
    return _words(language).whom.get(metric)
