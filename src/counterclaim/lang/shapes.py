"""How dates are written in a language: the rows of its `calendar.yml`, made regular expressions.

The file holds vocabularies (months, weekdays, units …), the `shapes` of dates, the `leads` that stand before them
(prepositions, parts of day), the `tails` behind, what `joins` two, and words that show `tenses`. A shape is a regular
expression in which `<month>` is any word of that vocabulary, a space any white space, an apostrophe any apostrophe.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from string import digits
from typing import Any

from counterclaim.lang.data import rows

LANGUAGES = ("en", "ru", "uk")
VOCABULARY = ("weekday", "month", "season", "unit", "period", "number", "ordinal", "part")
NAMES = ("weekday", "month", "season", "unit", "period")  # with one of which a date is told that has no figure
FIGURES = {"day": r"\d{1,2}", "monthnumber": r"[01]?\d", "year": r"(?:1[89]|20)\d\d", "number": r"\d{1,3}"}
MOST = {"day": 31, "monthnumber": 12}  # of figures
BEFORE, END = r"(?<![\w.,:])", r"(?![\w%])(?![.,:]\d)(?!\s*[ap]\.?m\b)"  # of a date: no part of a figure or time of day
APOSTROPHE = re.compile("['’ʼ`]")
PLACEHOLDER = re.compile(r"<(\w+)>")

Says = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Shape:
    """One way to write a date. `kind` says how it is settled, `says` what the row itself gives.

    `led`: a date only behind a lead. `row` is the row as written, with its example.
    """

    kind: str
    pattern: re.Pattern[str]
    says: Says = field(hash=False)
    led: bool
    row: Says = field(hash=False)


class Shapes:
    """The words of dates of one language, as its file holds them, ready to be looked for."""

    def __init__(self, held: Mapping[str, Any]) -> None:
        self._rows = held
        self._held = {name: _vocabulary(self._rows[f"{name}s"]) for name in VOCABULARY}
        keys = [*self._rows["keys"], *(_literal(word) for name in NAMES for word in self._held[name])]
        self.key = re.compile(rf"(?<!\w)(?:\d+|(?:{'|'.join(keys)})(?!\w))", re.I)
        self.every = tuple(map(self._shape, self._rows["shapes"]))
        forms = "|".join(self._form(row["form"], read=False) for row in self._rows["shapes"])
        self.any = re.compile(rf"{BEFORE}(?:{forms}){END}", re.I)
        self.lead = re.compile(rf"(?<!\w)(?:{self._roles('leads')})\s+\Z", re.I)
        self.opening = re.compile(rf"\s*(?:{self._roles('leads')})(?!\w)", re.I)
        self.tail = re.compile(rf"\s+(?:{self._roles('tails')})(?!\w)", re.I)
        self.join = re.compile(rf"\s*(?:{self._roles('joins')})\s*", re.I)
        self.tense = re.compile(rf"(?<!\w)(?:{self._roles('tenses')})(?!\w)", re.I)

    @property
    def examples(self) -> Iterator[tuple[str, Says]]:
        """By table the rows with examples: each must fire on its own."""
        for name in ("shapes", "leads", "tails", "joins", "tenses"):
            yield from ((name, row) for row in self._rows[name])

    def says(self, shape: Shape, match: re.Match[str]) -> Says | None:
        """What the words that fit a shape say; None where they name a day or month that no calendar has."""
        said: dict[str, Any] = {}
        for name, words in match.groupdict().items():
            if words:
                first = name.rstrip(digits)  # of several ways to write it, a later one may be the one that fits
                said[f"{first}2" if first in said else first] = self._value(first, words)
        return None if None in said.values() else {**shape.says, **said}

    def _value(self, name: str, words: str) -> Any:
        """What words of a vocabulary stand for, or a figure; None for a day or month that no calendar has."""
        if name in self._held and (key := _key(words)) in self._held[name]:
            return self._held[name][key]
        figure = re.match(r"\d+", words)
        number = int(figure[0]) if figure else 0
        return number if 0 < number <= MOST.get(name, number) else None

    def _shape(self, row: Says) -> Shape:
        says = {name: value for name, value in row.items() if name not in ("form", "as", "led", "example", "means")}
        pattern = re.compile(rf"{BEFORE}(?:{self._form(row['form'])}){END}", re.I)
        return Shape(row["as"], pattern, says, row.get("led", False), row)

    def _form(self, form: str, *, read: bool = True) -> str:
        """A regular expression; if its words are to be `read`, each placeholder is a group: `name`, `name2` …"""
        seen: list[str] = []

        def group(match: re.Match[str]) -> str:
            name = match[1]
            if name == "to":
                return rf"\s*(?:{'|'.join(_spaced(word) for row in self._rows['joins'] for word in row['words'])})\s*"
            seen.append(name)
            times = seen.count(name)
            label = f"P<{name}{times if times > 1 else ''}>" if read else ":"
            return f"(?{label}{self._words(name)})"

        return PLACEHOLDER.sub(group, _spaced(form))

    def _words(self, name: str) -> str:
        """A regular expression for any word of a vocabulary; those told apart by a capital must have it."""
        capital = self._rows["capital"]
        words = [
            f"(?-i:{re.escape(word.capitalize())}|{re.escape(word.upper())})" if word in capital else _literal(word)
            for word in sorted(self._held.get(name, ()), key=len, reverse=True)
        ]
        figures = [FIGURES[name] + self._rows["endings"].get(name, "")] if name in FIGURES else []
        return "|".join([*words, *figures])

    def _roles(self, table: str) -> str:
        """A regular expression for any row of `table`, with a group for each that names its role."""
        forms = (
            "|".join(self._form(words, read=False) for words in sorted(row["words"], key=len, reverse=True))
            for row in self._rows[table]
        )
        roles = (row["as"] for row in self._rows[table])
        return "|".join(f"(?P<{role}_{at}>{form})" for at, (role, form) in enumerate(zip(roles, forms, strict=True)))


@cache
def shapes(language: str) -> Shapes:
    """How dates are written in a language of LANGUAGES. Raises FileNotFoundError for any other."""
    return Shapes(rows(language, "calendar"))


def role(match: re.Match[str]) -> str:
    """The role of the row that fired."""
    return next(name.partition("_")[0] for name, words in match.groupdict().items() if words is not None)


def _vocabulary(held: Mapping[Any, Any]) -> dict[str, Any]:
    """By word what it stands for; written either so, or as a list of words by what they stand for."""
    if any(isinstance(value, list) for value in held.values()):
        return {str(word): key for key, words in held.items() for word in words}
    return {str(word): value for word, value in held.items()}


def _key(words: str) -> str:
    return " ".join(APOSTROPHE.sub("'", words.casefold()).split())


def _spaced(form: str) -> str:
    """A form with any white space for a space, and any apostrophe for an apostrophe."""
    return form.replace(" ", r"\s+").replace("'", APOSTROPHE.pattern)


def _literal(word: str) -> str:
    """A regular expression for just this word."""
    return _spaced(re.escape(word).replace("\\ ", " "))
