"""The dates of a text: where they stand and what their words say, without settling the day."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from itertools import zip_longest

from counterclaim.lang.shapes import Says, Shape, Shapes, role, shapes

LOOKED_BACK = 48  # code points before a date in which a lead stands
OPENINGS = ("before", "after")
ENDS = frozenset(("date", "part", "year", "season", "weekday", "shift"))  # kinds of dates that can end a span
CHAIN = re.compile(r"\s+(?:\w+\s+){0,2}")  # what may stand between the words of one verb: "could well be repaired"
REACH = 40  # code points from where a date begins to the word that makes it one
LEADS = 4  # of one date: "since early on the morning of"
SMALL = frozenset(("shift", "night", "period", "stretch", "sofar", "within", "offset", "same", "then"))  # no capitals
WORD = re.compile(r"[^\W_]+")
WORD_BEFORE = re.compile(r"(\w+)\s\Z")
OWNED = re.compile(r"['’]s\b")


@dataclass(frozen=True, slots=True)
class Core:
    """One date: `[start, end)` of the text, its shape, and what its words say (day, month, unit, number …)."""

    start: int
    end: int
    shape: Shape
    says: Says = field(hash=False)


@dataclass(frozen=True, slots=True)
class Expression:
    """A date with its leads and tails; two `cores` are the ends of a span.

    `opening` is "before" or "after" where one end is open; `night` "night", "to" (the night that ends with the day)
    or "over" (overnight, either), where it is a night; `about` where it is told as not exact.
    """

    start: int
    end: int
    cores: tuple[Core, ...]
    opening: str | None = None
    night: str | None = None
    about: bool = False

    @property
    def kind(self) -> str:
        """How its first date is settled."""
        return self.cores[0].shape.kind


class Calendar:
    """Finds the dates of one language."""

    def __init__(self, held: Shapes) -> None:
        self._shapes = held

    def find(self, text: str) -> list[Expression]:
        """The dates in `text`, in its order; none within another."""
        dressed = [self._dressed(text, core) for core in self._cores(text)]
        apart = [one for one, after in zip_longest(dressed, dressed[1:]) if not _is_lead(one, after)]
        whole = text.strip()
        return [
            one
            for one in self._joined(text, _without_tails(apart))
            if _is_led(one) or text[one.start : one.end] == whole
        ]

    def opening(self, text: str) -> str | None:
        """Whether words open one end of the date that comes later in them: "since the siege began in May"."""
        match = self._shapes.opening.match(text)
        return role(match) if match and role(match) in OPENINGS else None

    def tense(self, text: str, place: int) -> str | None:
        """Whether the words beside `place` tell of what is to come ("ahead") or was ("past"); None where none does.

        The last such word before it decides, else the first one behind; "perhaps" is for a word that tells of what
        was if it is a verb, and decides where no other stands before.
        """
        found: list[tuple[int, str]] = []
        last: int | None = None
        for match in self._shapes.tense.finditer(text):
            if last is None or not CHAIN.fullmatch(text, last, match.start()):
                found.append((match.start(), role(match)))
            last = match.end()  # of "could be repaired" the first word tells
        before = [name for start, name in found if start < place]
        sure = [name for name in before if name != "perhaps"]
        return next(iter((*reversed(sure), *before, *(name for _, name in found))), None)

    def _cores(self, text: str) -> list[Core]:
        """The dates without what stands around them: the first, of those that begin together the longest."""
        every = [
            Core(*match.span(), shape, says)
            for start in self._starts(text)
            if self._shapes.any.match(text, start)
            for shape in self._shapes.every
            if (match := shape.pattern.match(text, start))
            and (says := self._shapes.says(shape, match)) is not None
            and not _in_a_name(shape, text, start)
        ]
        kept: list[Core] = []
        for core in sorted(every, key=lambda one: (one.start, -one.end)):
            if not kept or core.start >= kept[-1].end:
                kept.append(core)
        return kept

    def _starts(self, text: str) -> list[int]:
        """Where a date may begin: words behind which, not far, one of those stands that every date has."""
        keys = [match.start() for match in self._shapes.key.finditer(text)]
        words = [match.start() for match in WORD.finditer(text)] if keys else []
        return [start for start in words if (at := bisect_left(keys, start)) < len(keys) and keys[at] - start < REACH]

    def _dressed(self, text: str, core: Core) -> Expression:
        """A date with what stands before and behind it; "after Sunday's strike" opens no span."""
        start, roles = (core.start, []) if OWNED.match(text, core.end) else self._led(text, core)
        tail = self._shapes.tail.match(text, core.end)
        opening = next((name for name in roles if name in OPENINGS), core.says.get("opening"))
        if opening == "after" and any(name.endswith("2") for name in core.says):
            opening = None  # "from 3 to 5 May"
        nights = [name for name in (*roles, *([role(tail)] if tail else ())) if name in ("night", "to", "over")]
        end = tail.end() if tail else core.end
        return Expression(start, end, (core,), opening, next(iter(nights), None), "about" in roles)

    def _led(self, text: str, core: Core) -> tuple[int, list[str]]:
        """Where a date begins with its leads, and their roles, the nearest first."""
        roles: list[str] = []
        start = core.start
        while len(roles) < LEADS and not set(OPENINGS) & set(roles):
            match = self._shapes.lead.search(text, max(0, start - LOOKED_BACK), start)
            name = role(match) if match else ""
            if (
                match is None
                or (name in roles and name != "plain")
                or (name == "weekday" and core.shape.kind != "date")
            ):
                break
            roles.append(name)
            start = match.start()
        return start, roles

    def _joined(self, text: str, found: Iterable[Expression]) -> list[Expression]:
        """Two dates that "to", "and" or a dash join are a span; by "and" alone only two of one kind."""
        made: list[Expression] = []
        for one in found:
            last = made[-1] if made else None
            ends = (one.start, one.cores[0].start) if last and len(last.cores) == 1 else ()
            match = next(
                (met for end in ends if last and (met := self._shapes.join.fullmatch(text, last.end, end))), None
            )
            if last and match and _fit(last, one, by_and=role(match) == "and"):
                opening = None if last.opening == "after" else last.opening
                made[-1] = Expression(last.start, one.end, (*last.cores, *one.cores), opening, last.night, last.about)
            else:
                made.append(one)
        return made


@cache
def calendar(language: str) -> Calendar:
    """The calendar of a language. Raises FileNotFoundError for one that has none."""
    return Calendar(shapes(language))


def _is_led(one: Expression) -> bool:
    """Whether a date that needs a lead has one, or the other end of a span."""
    return len(one.cores) > 1 or not one.cores[0].shape.led or one.start < one.cores[0].start


def _in_a_name(shape: Shape, text: str, start: int) -> bool:
    """Whether words that bear no capital of their own go on a name: "Teshar Today"."""
    if shape.kind not in SMALL or not text[start].isupper() or not text[start + 1].islower():
        return False
    word = WORD_BEFORE.search(text, max(0, start - LOOKED_BACK), start)
    return word is not None and word[1][0].isupper()


def _is_lead(one: Expression, after: Expression | None) -> bool:
    """Whether a date is but the lead of the one after it: "overnight on Sunday", "Sunday, December 7"."""
    return after is not None and after.start <= one.cores[0].start


def _without_tails(found: Iterable[Expression]) -> list[Expression]:
    """The dates that are not but the tail of the one before: "в воскресенье ночью"."""
    kept: list[Expression] = []
    for one in found:
        if not kept or one.cores[0].start >= kept[-1].end:
            kept.append(one)
    return kept


def _fit(first: Expression, last: Expression, *, by_and: bool) -> bool:
    """Whether two dates can be the ends of one span: of one kind, or joined by "to" behind a word that opens it."""
    if first.kind == last.kind:
        return first.kind in ENDS
    return not by_and and first.opening == "after" and {first.kind, last.kind} <= ENDS
