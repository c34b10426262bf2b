"""The actors and outlets of a theatre, found by name in any spelling, and who held which office when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from counterclaim.lang.name_key import ENDING, closeness, is_cyrillic, name_keys, sounds
from counterclaim.theatres import records, rosterindex
from counterclaim.theatres.checks import NONE
from counterclaim.theatres.fields import Row
from counterclaim.theatres.rosterindex import NUMBER, Index, key
from counterclaim.theatres.rows import Actor, Office, Outlet
from counterclaim.theatres.theatre import Theatre, folder, outline
from counterclaim.theatres.wording import WORD, Word, Wording, bag, bare

LONGEST = 10  # words of a body's name
MOST = 60  # words of a phrase that are looked at
GIVEN = 0.8  # closeness from which two given names are one
BEHIND = ("", "with", "who", "whose", "which", "from")  # what may stand behind a unit's bare number
LINKS = 4  # commands or owners that are followed upwards
Holders = Sequence[tuple[Actor, Office]]


@dataclass(frozen=True, slots=True)
class Bearer:
    """A person of the roster who may be meant by a name; `given`: whether the given name is his, None if unstated."""

    actor: Actor
    given: bool | None


@dataclass(frozen=True, slots=True)
class Within:
    """A body, unit or agency named within a phrase: which words, `[first, last)`."""

    actor: Actor
    first: int
    last: int


class Roster:
    """Who may speak in the reports of a theatre."""

    def __init__(self, theatre: Theatre, index: Index) -> None:
        self.theatre = theatre
        self.wording = Wording(theatre.parties, theatre.third)
        self.outlets = tuple(records.outlet(Row("outlets.yml", 0, values, [])) for values in index["outlets"])
        self._index = index
        self._rows = {values["id"]: values for values in index["actors"]}
        self._known: dict[str, Actor] = {}
        self._domains = {domain: outlet for outlet in self.outlets for domain in outlet.domains}
        self._outlets = {bag(self.wording.words(outlet.name)): outlet for outlet in reversed(self.outlets)}

    def actor(self, id_: str | None) -> Actor | None:
        """The actor of that id."""
        if id_ is None or id_ not in self._rows:
            return None
        if id_ not in self._known:
            self._known[id_] = records.actor(Row("actors.yml", 0, self._rows[id_], []))
        return self._known[id_]

    def _actors(self, ids: Sequence[str]) -> list[Actor]:
        return [actor for actor in map(self.actor, ids) if actor is not None]

    def role(self, written: str) -> frozenset[str]:
        """What a role holds, to be compared: "Defence Minister" and "minister of defense" hold the same."""
        return bare(self.wording.words(written))

    def found(self, name: str) -> list[Actor]:
        """Everybody whom `name` may mean: persons, those whose given name it has first, bodies, units and agencies."""
        people = [one.actor for one in self.bearers(name) if one.given is not False]
        words = self.wording.words(name)
        bodies = [*self.within(words), *self.units(words)]
        return list({actor.id: actor for actor in (*people, *(one.actor for one in bodies))}.values())

    # Persons

    def bearers(self, name: str) -> list[Bearer]:
        """The persons of the roster who have the family name of `name`, those whose given name it has first."""
        parts = WORD.findall(name)
        if not parts:
            return []
        found: dict[str, Bearer] = {}
        for family in name_keys(parts[-1]):
            for id_, spelling in self._index["families"].get(family, ()):
                known = WORD.findall(spelling)
                actor = self.actor(id_)
                if actor is None or closeness(known[-1], parts[-1]) < ENDING or _is_hers(parts[-1], known[-1]):
                    continue
                given = _given(parts[:-1], known[:-1])
                held = found.get(id_)
                if held is None or (given and not held.given):
                    found[id_] = Bearer(actor, given)
        return sorted(found.values(), key=lambda one: (not one.given, one.given is False, one.actor.id))

    # Bodies, units, agencies

    def within(self, words: Sequence[Word], *, party: str | None = None) -> list[Within]:
        """The bodies, units and agencies that a phrase names, the longest first, none within another.

        A name that several parties' bodies share is that of `party`.
        """
        found: list[Within] = []
        words = words[:MOST]
        for length in range(min(LONGEST, len(words)), 0, -1):
            for first in range(len(words) - length + 1):
                last = first + length
                if any(one.first < last and first < one.last for one in found):
                    continue
                actor = self._body(words[first:last], party)
                if actor is not None:
                    found.append(Within(actor, first, last))
        return sorted(found, key=lambda one: one.first)

    def _body(self, words: Sequence[Word], party: str | None) -> Actor | None:
        if not any(word.text[0].isupper() or word.text[0].isdigit() for word in words):
            return None
        for by_capital in (False, True):
            held = self._actors(self._index["bodies"].get(key(bag(words, by_capital=by_capital)), []))
            fitting = [actor for actor in held if party in (None, actor.party)] or held
            if len(fitting) == 1 and (len(words) > 1 or words[0].party in (None, NONE)):
                return fitting[0]
        return None

    def units(self, words: Sequence[Word]) -> list[Within]:
        """Units that go by their number, where it is but one's in the roster: "the 62nd", "the 62nd Regiment"."""
        found = []
        for at, word in enumerate(words):
            if NUMBER.fullmatch(word.token):
                beside = words[at + 1].token if at + 1 < len(words) else ""
                held = self._index["units"].get(word.token, [])
                fitting = [id_ for id_, name in held if beside in (*name.split(), *BEHIND)]
                actor = self.actor(fitting[0]) if len(set(fitting)) == 1 else None
                found += [Within(actor, at, at + 1)] if actor else []
        return found

    def unsided(self, words: Sequence[Word], party: str | None) -> Actor | None:
        """The body of `party`, a belligerent, that "the defence ministry" names."""
        without = bare(words)
        if not without or party not in {one.id for one in self.theatre.parties}:
            return None
        held = self._actors(self._index["unsided"].get(key(without), []))
        fitting = [actor for actor in held if actor.party == party]
        return fitting[0] if len(fitting) == 1 else None

    def party(self, actor: Actor) -> str | None:
        """The party of an actor: its own, else that of who commands or owns it."""
        seen = [actor]
        while actor.party is None and len(seen) <= LINKS:
            above = self._actors([link.actor for link in actor.under])
            if not above or above[0] in seen:
                return None
            actor = above[0]
            seen.append(actor)
        return actor.party

    # Outlets

    def outlet(self, url: str | None) -> Outlet | None:
        """Who publishes at an address; None where nobody knows."""
        host = (url or "").partition("://")[2].partition("/")[0].rpartition("@")[2].partition(":")[0].casefold()
        parts = host.split(".")
        return next((one for at in range(len(parts)) if (one := self._domains.get(".".join(parts[at:])))), None)

    def outlet_named(self, name: str) -> Outlet | None:
        """The outlet of that name."""
        return self._outlets.get(bag(self.wording.words(name)))

    # Offices

    def offices(self, role: frozenset[str]) -> Iterator[tuple[str | None, Holders]]:
        """The bodies that have an office of that role, and who held it."""
        wanted = f"{key(role)}|"
        for name, held in self._index["holders"].items():
            if name.startswith(wanted):
                known = [(actor, number) for id_, number in held if (actor := self.actor(id_))]
                yield name.removeprefix(wanted) or None, [(actor, actor.offices[number]) for actor, number in known]


def holder(holders: Holders, day: date) -> tuple[Actor, Office] | None:
    """Who of `holders` held the office at `day`, by a checked row that says since when."""
    fitting = [
        (actor, office)
        for actor, office in holders
        if actor.checked and office.term.since is not None and office.term.covers(day)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _given(asked: Sequence[str], known: Sequence[str]) -> bool | None:
    """Whether given names agree: one of them is the same, or its first letter; None where either has none."""
    asked, known = ([name.replace(".", "") for name in names] for names in (asked, known))
    if not asked or not known:
        return None
    return any(closeness(one, other) >= GIVEN or _is_initial(one, other) for one in asked for other in known)


def _is_hers(asked: str, known: str) -> bool:
    """Whether a family name is a woman's form of another: Budanova, Budanov."""
    return not is_cyrillic(asked) and sounds(asked) == sounds(known) + "a"


def _is_initial(one: str, other: str) -> bool:
    """Whether one of two names is the first letter of the other, in either script."""
    short, long = sorted((one, other), key=len)
    if len(short) != 1:
        return False
    same = is_cyrillic(short) == is_cyrillic(long)
    return short.casefold() == long[0].casefold() if same else sounds(short)[:1] == sounds(long)[:1]


@cache
def roster(name_or_path: str | Path) -> Roster:
    """The actors and outlets of a theatre. Raises TheatreError where there is no such theatre."""
    theatre = outline(name_or_path)
    return Roster(theatre, rosterindex.loaded(folder(name_or_path), theatre))
