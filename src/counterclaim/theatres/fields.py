"""The fields of one row, each read as what it must be; what is not so becomes a fault, and reading goes on."""

import math
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, TypeVar

from counterclaim.errors import BadValueError
from counterclaim.model.when import When
from counterclaim.theatres.rows import FormerName, Spelling, Term

T = TypeVar("T")

CODE = re.compile(r"[a-z]{2,3}")
ID = re.compile(r"[A-Za-z0-9_-]+")
SPELLING = re.compile(r"([^:]*):(.*)")
WHOLE = re.compile(r"[0-9]{1,10}")
DECIMAL = re.compile(r"[+-]?[0-9]{1,3}(\.[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong on a line of a file (0: in the whole file), and what to do about it."""

    file: str
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{place}: {self.what} {self.remedy}"


@dataclass(frozen=True, slots=True)
class Row:
    """A row as its file has it: the line it begins on, its values by column, and the faults found so far."""

    file: str
    line: int
    values: dict[str, Any]
    faults: list[Fault]

    def fault(self, what: str, remedy: str) -> None:
        """Adds a fault of this row."""
        self.faults.append(Fault(self.file, self.line, what, remedy))

    def only(self, columns: Collection[str]) -> None:
        """A fault for every column that is none of `columns`."""
        for name in self.values:
            if name not in columns:
                self.fault(f"There is no column {name!r}.", f"Use {', '.join(columns)}.")

    def text(self, name: str) -> str:
        """Words that must be there."""
        found = self.optional(name)
        if found is None and self.values.get(name) in (None, ""):
            self.fault(f"{name!r} is empty.", "Fill it in.")
        return found or ""

    def id(self, name: str) -> str:
        """A row's id, which is plain: other files and reports write it without quotes."""
        found = self.text(name)
        if found and not ID.fullmatch(found):
            self.fault(f"{name!r} is {found!r}.", "Write plain letters, digits, _ and - alone.")
        return found

    def optional(self, name: str) -> str | None:
        """Words, None where there are none."""
        value = self.values.get(name)
        if value is not None and not isinstance(value, str):
            self.fault(f"{name!r} is not text.", "Write words, in quotes where YAML reads them otherwise.")
            return None
        return value or None

    def ending(self, name: str) -> str:
        """Letters that must be given but may be none."""
        value = self.values.get(name)
        if not isinstance(value, str):
            self.fault(f"{name!r} is not text.", 'Write letters, or "" for none.')
            return ""
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of words, empty where there is none."""
        value = self.values.get(name)
        items = value if isinstance(value, list) else [] if value is None else None
        if items is None or not all(isinstance(item, str) and item for item in items):
            self.fault(f"{name!r} is not a list of words.", "Write [one, another].")
            return ()
        return tuple(items)

    def choice(self, name: str, options: Collection[str]) -> str:
        """One of `options`."""
        found = self.text(name)
        if found and found not in options:
            self.fault(f"{name!r} is {found!r}.", f"Use one of {', '.join(options)}.")
        return found

    def flag(self, name: str) -> bool:
        """Yes or no."""
        value = self.values.get(name)
        if not isinstance(value, bool):
            self.fault(f"{name!r} is neither true nor false.", "Write true or false.")
        return value is True

    def degrees(self, name: str, limit: int) -> float | None:
        """A decimal number within ±`limit`, None where there is none."""
        found = self.optional(name)
        if found is None:
            return None
        degrees = float(found) if DECIMAL.fullmatch(found) else math.inf
        if abs(degrees) > limit:
            self.fault(f"{name!r} is {found!r}.", f"Write decimal degrees within ±{limit}.")
            return None
        return degrees

    def whole(self, name: str) -> int | None:
        """A whole number, None where there is none."""
        found = self.optional(name)
        if found is None:
            return None
        if not WHOLE.fullmatch(found):
            self.fault(f"{name!r} is {found!r}.", "Write a whole number without separators.")
            return None
        return int(found)

    def when(self, name: str) -> When | None:
        """A date or span in EDTF, None where there is none."""
        found = self.optional(name)
        return self.parsed(found) if found else None

    def parsed(self, edtf: str) -> When | None:
        """The span of days that `edtf` writes, with its year."""
        try:
            when = When.parse(edtf)
        except BadValueError as error:
            self.fault(error.message, error.remedy)
            return None
        if not when.year_known:
            self.fault(f"{edtf!r} has no year.", "Write the year too.")
            return None
        return when

    def day(self, edtf: str) -> When | None:
        """The one date that `edtf` writes, which may be a month or a year."""
        if "/" in edtf:
            self.fault(f"{edtf!r} is a span.", "Write one date: 2031-03-04, 2031-03 or 2031.")
            return None
        return self.parsed(edtf)

    def term(self) -> Term:
        """The row's `since` and `until`."""
        dates = [self.day(edtf) if edtf else None for edtf in (self.optional("since"), self.optional("until"))]
        term = Term(*dates)
        firsts = [when.bounds()[0] for when in dates if when]
        if len(firsts) == 2 and firsts[0] and firsts[1] and firsts[0] >= firsts[1]:
            self.fault(f"{term.since} is not before {term.until}.", "Give the first day, then the first day after.")
        return term

    def rows(self, name: str, columns: Collection[str]) -> list["Row"]:
        """The rows of a list inside this one, which hold `columns` and no others."""
        value = self.values.get(name)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.fault(f"{name!r} is not a list of rows.", f"Write - {{{', '.join(columns)}}}.")
            return []
        inner = [Row(self.file, self.line, item, self.faults) for item in value]
        for row in inner:
            row.only(columns)
        return inner

    def spellings(self, name: str) -> tuple[Spelling, ...]:
        """A table's cell of `code:spelling`, `|` between."""
        return self._each(name, self.spelling)

    def spelling(self, written: str) -> Spelling | None:
        """What one `code:spelling` writes."""
        match = SPELLING.fullmatch(written)
        if not match or not CODE.fullmatch(match[1]) or not match[2]:
            self.fault(f"{written!r} is no spelling.", "Write the language's code, a colon, the name: uk:Покровськ.")
            return None
        return Spelling(match[1], match[2])

    def former(self, name: str) -> tuple[FormerName, ...]:
        """A table's cell of `code:spelling<date`, `|` between; `<` alone where the date is not known."""
        return self._each(name, self.former_name)

    def former_name(self, written: str) -> FormerName | None:
        """What one `code:spelling<date` writes."""
        name, mark, edtf = written.partition("<")
        spelling = self.spelling(name)
        if not mark:
            what = "Add < and the day on which the name went out of use, or < alone where it is not known."
            self.fault(f"{written!r} has no date.", what)
        until = self.day(edtf) if edtf else None
        sound = spelling and mark and (until or not edtf)
        return FormerName(spelling.language, spelling.text, until) if spelling and sound else None

    def _each(self, name: str, read: Callable[[str], T | None]) -> tuple[T, ...]:
        parts = [part.strip() for part in (self.optional(name) or "").split("|")]
        found = [read(part) for part in parts if part]
        return tuple(one for one in found if one is not None)
