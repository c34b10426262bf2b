"""Who is named in a report: names, what is said of each (title, office, trade), and where."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Self

from counterclaim.reading.layout import Layout, Range
from counterclaim.reading.names import name as name_in
from counterclaim.reading.names import run_of_capitals
from counterclaim.reading.nouns import POSSESSIVE, office_end
from counterclaim.reading.peoples import closers, is_land, lands
from counterclaim.reading.titles import said_of
from counterclaim.reading.tokens import Token, tokens
from counterclaim.reading.words import words

CANDIDATES = 50  # bearers of one word that are looked at
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
SIGNED = re.compile(
    r"(?:call[ -]?signs?|callsigns?|code ?name|nom de guerre|nicknamed?)(?: is| was| of)?[ ,:]*[‘’“”\"'«]?$"
)
SIGN = "callsign"  # what is said of who goes by one
ABBREVIATED = "abbreviated"  # what is said of what has its initials in brackets behind it: "Rivers Natural Gas (RNG)"
LOOKED = 30  # code points before a name in which "call sign" stands
SHOUTED = 8  # words of a headline in capitals, at least
INITIALS = 3  # letters of a name called short, at least


@dataclass(slots=True)
class Named:
    """Somebody or something with a name: its fullest form, the words said of it, where each mention begins and ends.

    `located` counts the mentions that "in", "near", "from" stand before, as before a place; `owners` are the words with
    capitals among those said of it: the people, the body whose president it is. `parts` are the words of the name, in
    small letters; `is_body`: one of them is for bodies (ministry, staff, agency), and it does not open as a person's.
    """

    name: str
    roles: set[str] = field(default_factory=set)
    owners: set[str] = field(default_factory=set)
    mentions: list[Range] = field(default_factory=list)
    located: int = 0
    gender: str | None = None
    parts: list[str] = field(init=False)
    is_body: bool = field(init=False)
    _is_given: bool = field(init=False)
    _is_land: bool = field(init=False)

    def __post_init__(self) -> None:
        self.rename(self.name)

    def rename(self, name: str) -> None:
        """Gives it a fuller name, and says what that tells."""
        self.name = name
        self.parts = name.casefold().split() or [""]
        self._is_given = gender(set(), name) is not None
        self._is_land = not lands().isdisjoint(self.parts)
        is_given = len(self.parts) == 2 and self._is_given  # "Emil Post"
        is_place = name.casefold() in words("called_as_bodies")  # the West Bank
        self.is_body = not (is_given or is_place) and not words("bodies", "media").isdisjoint(self.parts)

    @property
    def is_person(self) -> bool:
        """Whether a word said of it is a person's, or the name has several words and none is a body's or a place's."""
        if self.is_body or all(part in lands() or part in words("platforms") for part in self.parts):
            return False
        if not words("persons").isdisjoint(self.roles):
            return True
        is_place = not words("places").isdisjoint(self.parts) or self.located * 2 > len(self.mentions)
        named = (len(self.parts) > 1 and not self.name.isupper()) or self._is_given
        return named and not is_place and not self._is_land and not self._is_thing

    @property
    def may_be_person(self) -> bool:
        """Whether nothing speaks against it: no body's name, no initials, mostly where no place would stand."""
        plain = not self.is_body and not self.name.isupper() and self.parts[-1] not in words("places")
        plain = plain and not self._is_land and not self._is_thing
        return plain and self.located * 2 < len(self.mentions)

    @property
    def _is_thing(self) -> bool:
        """Whether the name is abbreviated behind it, or ends as a thing's and opens as no person's."""
        ends = len(self.parts) > 1 and self.parts[-1] in closers() and not self._is_given
        return ABBREVIATED in self.roles or ends

    def last_before(self, place: int) -> int:
        """Where the last mention before `place` begins; −1 where there is none."""
        found = self.mention_before(place)
        return found[0] if found else -1

    def mention_before(self, place: int) -> Range | None:
        """Where the last mention before `place` stands."""
        at = bisect_left(self.mentions, (place, 0))
        return self.mentions[at - 1] if at else None


@dataclass(slots=True)
class People:
    """Everybody named in a report, by first mention, and whom a name may mean."""

    found: list[Named] = field(default_factory=list)
    by_word: dict[str, list[Named]] = field(default_factory=dict)  # by the words of their names

    @classmethod
    def of(cls, layout: Layout) -> Self:
        """Those of the report; a surname alone is a mention of who bears it."""
        made = cls()
        for place, name, (roles, owners), located in sorted(_mentions(layout), key=lambda one: one[0]):
            held = made.bearer(name) or Named(name)
            if not held.mentions:
                made.found.append(held)
            if not held.mentions or len(name) > len(held.name):
                held.rename(name)
                for word in sorted({*held.parts, *_initials(held.parts)} - words("links")):
                    made.by_word.setdefault(word, []).append(held)
            held.mentions.append(place)
            held.located += located
            held.roles |= roles
            held.owners |= owners
            held.gender = held.gender or gender(roles, name)
        return made

    def bearer(self, name: str, place: int | None = None) -> Named | None:
        """Of whom `name` is a form: the surname, the first name, or the last words of a body's name.

        Of several it is the one named last, before or at `place` where one is given.
        """
        parts = name.casefold().split()
        words_of = {parts[0], parts[-1], *(_initials(parts) if len(parts) > 1 else ())} if parts else set()
        candidates = [one for word in sorted(words_of) for one in self.by_word.get(word, ())[-CANDIDATES:]]
        fitting = [one for one in candidates if _is_form(parts, one)]
        if place is not None:
            fitting = [one for one in fitting if one.last_before(place + 1) >= 0] or fitting
        fitting = [one for one in fitting if parts[-1] == one.parts[-1]] or fitting  # not "Ilka Marn Jr."
        if place is not None:
            return max(fitting, key=lambda one: one.last_before(place + 1), default=None)
        return max(fitting, key=lambda one: one.mentions[-1], default=None)


def _is_form(parts: Sequence[str], one: Named) -> bool:
    """Whether the words `parts` may stand for `one`, or the longer name for what was named so far."""
    shorter, longer = sorted((list(parts), one.parts), key=len)
    if len(shorter) == 1 < len(longer) and shorter[0] in _initials(longer):
        return True
    if longer[-len(shorter) :] == shorter:
        link = longer[-len(shorter) - 1] if len(longer) > len(shorter) else ""
        of_another = link in words("links", "prepositions") and link not in words("particles")  # "of", "&"
        return not of_another or bool(set(shorter) & words("bodies"))  # the Ministry of Vardia is not Vardia
    return len(shorter) == 1 and shorter[0] in set(longer[:-1]) - words("links") and one.is_person


def _initials(parts: Sequence[str]) -> tuple[str, ...]:
    """What the name of a body is called short: "hrw" of "human rights watch"; also before its last "of"."""
    stop = next((at for at in range(len(parts) - 1, 2, -1) if parts[at] == "of"), len(parts))
    short = ("".join(part[0] for part in some if part not in words("links")) for some in (parts, parts[:stop]))
    return tuple(one for one in short if len(one) >= INITIALS)


def gender(roles: set[str], name: str) -> str | None:
    """`f` or `m` where the words said of somebody, or the first name, tell."""
    first = next(iter(name.casefold().split()), "")
    if roles & words("female") or first in words("female_names"):
        return "f"
    if roles & words("male") or first in words("male_names"):
        return "m"
    return None


def _mentions(layout: Layout) -> Iterator[tuple[Range, str, tuple[set[str], set[str]], bool]]:
    """Each run of capitals that may be a name: its place, its words, what is said of it, whether "in" it."""
    for paragraph in layout.paragraphs:
        for start, end in paragraph:
            found = _told(tokens(layout.text, start, end))
            at = 0
            while at < len(found):
                if not _may_begin(found, at):
                    at += 1
                    continue
                stop = run_of_capitals(found, at, len(found))
                office = office_end(found, stop - 1, len(found))
                if office >= stop:
                    at = office  # "Secretary of State" before a name
                    continue
                inner = name_in(found[at:stop])
                if inner is not None:
                    first, last = at + inner[0], at + inner[1]
                    if first and ORDINAL.fullmatch(found[first - 1].text):
                        first -= 1  # "the 5th Union Army"
                    located = first > 0 and found[first - 1].lower in words("locating")
                    said = _text(layout, found, first, last), said_of(found, first, last)
                    before = layout.text[max(start, found[first].start - LOOKED) : found[first].start].casefold()
                    if SIGNED.search(before):
                        said[1][0].add(SIGN)
                    if _is_abbreviated(found, first, last):
                        said[1][0].add(ABBREVIATED)
                    yield _place(found, first, last), *said, located
                at = stop


def _told(found: Sequence[Token]) -> list[Token]:
    """The tokens in which names are looked for: outside an editor’s square brackets, and no headline in capitals."""
    if sum(token.is_word for token in found) >= SHOUTED and not any(
        token.text != token.text.upper() for token in found
    ):
        return []
    depth, kept = 0, []
    for token in found:
        depth += token.text == "["
        if depth == 0:
            kept.append(token)
        depth = max(0, depth - (token.text == "]"))
    return kept


def _is_abbreviated(found: Sequence[Token], first: int, last: int) -> bool:
    """Whether the name's initials follow in brackets."""
    if last - first < 2 or last + 2 >= len(found) or (found[last].text, found[last + 2].text) != ("(", ")"):
        return False
    short = "".join(token.text[0] for token in found[first:last] if token.is_capital)
    return found[last + 1].text == short


def _may_begin(found: Sequence[Token], at: int) -> bool:
    """Whether a name may begin there: a capital, which at a sentence's beginning is no small word."""
    return is_land(found, at) or (found[at].is_capital and found[at].lower not in _small())


@cache
def _small() -> frozenset[str]:
    """Words that bear a capital without being a name's first."""
    classes = ("determiners", "pronouns", "openers", "prepositions", "breaks", "days", "months", "joins", "relatives")
    return frozenset[str]().union(*map(words, classes))


def _place(found: Sequence[Token], first: int, last: int) -> Range:
    return found[first].start, found[last - 1].end


def _text(layout: Layout, found: Sequence[Token], first: int, last: int) -> str:
    """The name's words, without the "’s" of a possessor."""
    return POSSESSIVE.sub("", re.sub(r"\s+", " ", layout.text[found[first].start : found[last - 1].end]))
