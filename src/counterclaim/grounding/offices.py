"""Offices: who of several people holds the one named, and where a report and the roster differ."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from counterclaim.grounding.partywords import lower_words, word_class
from counterclaim.lang.name_key import closeness
from counterclaim.theatres.roster import Holders, Roster, holder
from counterclaim.theatres.rows import Actor, Office
from counterclaim.theatres.wording import WORD, bag, bare

NEW = frozenset(("new", "current", "newly", "appointed"))  # what may stand beside an office
ONE_NAME = 0.8  # closeness from which two family names are one that is written differently


@dataclass(frozen=True, slots=True)
class InOffice:
    """Who holds an office that a phrase names, None where the day does not tell; the party; why."""

    actor: Actor | None
    party: str | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offices:
    """Compares what a report calls people with the offices of the roster."""

    roster: Roster

    def in_office(self, actors: Sequence[Actor], phrases: Sequence[str]) -> Actor | None:
        """The one of `actors` who held an office that a phrase names; None where none or several did."""
        said = [bag(self.roster.wording.words(phrase)) for phrase in phrases]
        for whole in (True, False):  # first by the whole office, then by what stands before its "of"
            held = [
                actor
                for actor in actors
                if any(self._role(office, whole=whole) <= words for office in actor.offices for words in said)
            ]
            if len(held) == 1:
                return held[0]
        return None

    def _role(self, office: Office, *, whole: bool) -> frozenset[str]:
        return self.roster.role(office.role if whole else office.role.partition(" of ")[0])

    def named(self, phrase: str, day: date | None) -> "InOffice | None":
        """Whom "the Tesharish president" means: an office of a party that is all of a phrase; the actor by the day."""
        words = self.roster.wording.words(phrase)
        parties = {word.party for word in words if word.party}
        role = bare(words)
        if len(parties) != 1 or role not in _alone(self.roster):
            return None
        (party,) = parties
        held = [holders for _, holders in self.roster.offices(role) if {actor.party for actor, _ in holders} == {party}]
        now = holder(held[0], day) if len(held) == 1 and day else None
        if party not in {one.id for one in self.roster.theatre.parties}:
            return InOffice(None, party, ("third parties",))
        if now is None:
            return InOffice(None, party, (f"an office of {party}",))
        return InOffice(now[0], party, (f"{now[0].name} is {now[1].role} since {now[1].term.since}",))

    def odd(
        self, name: str, actor: Actor | None, phrases: Sequence[str], party: str | None, day: date | None
    ) -> tuple[str, ...]:
        """What the roster does not bear out in a name with an office, as notes. Only checked rows count.

        Where the report's day or the party is not known, only a name that differs from a holder's in its given name is
        odd.
        """
        for phrase in phrases:
            if set(lower_words(phrase)) & word_class("former"):
                continue
            for holders in self._named(phrase, party):
                sure = day is not None and party is not None
                note = self._of_day(name, actor, holders, day) if sure and day else self._of_name(name, actor, holders)
                if note is not None:
                    return (note,)
        return ()

    def _named(self, phrase: str, party: str | None) -> list[Holders]:
        """The offices, held by one person at a time, that a phrase names: role and body, or role and party."""
        words = self.roster.wording.words(phrase)
        within = self.roster.within(words)
        bodies = [one.actor.id for one in within]
        said = bag(words)
        others = bare(words).difference(*(bag(words[one.first : one.last]) for one in within))
        found: list[Holders] = []
        for wanted in _alone(self.roster):
            if not wanted <= said or not others - wanted <= NEW:  # else it is of something smaller, or a deputy
                continue
            for body, holders in self.roster.offices(wanted):
                parties = {holder.party for holder, _ in holders}
                if body in bodies or (not bodies and len(wanted) > 1 and self._may_be(parties, party)):
                    found.append(holders)
        return sorted(found, key=len, reverse=True)

    def _may_be(self, parties: set[str | None], party: str | None) -> bool:
        """Whether an office whose holders are of `parties` may be the one named: of `party`, any at war if None."""
        belligerents = {one.id for one in self.roster.theatre.parties}
        return len(parties) == 1 and parties <= belligerents and (party is None or parties == {party})

    def _of_day(self, name: str, actor: Actor | None, holders: Holders, day: date) -> str | None:
        now = holder(holders, day)
        if now is None or (actor is not None and actor.id == now[0].id):
            return None
        if any(actor is not None and actor.id == one.id and office.term.covers(day) for one, office in holders):
            return None
        if actor is None and any(one.id == now[0].id for one in self._bearers(name)):
            return None  # a family name alone, which is his
        return _said(name, *now)

    def _of_name(self, name: str, actor: Actor | None, holders: Holders) -> str | None:
        if actor is not None or len(WORD.findall(name)) < 2:
            return None
        family = WORD.findall(name)[-1]
        for one, office in holders:
            same = closeness(WORD.findall(one.name)[-1], family) >= ONE_NAME
            if one.checked and same and one.id not in {bearer.id for bearer in self._bearers(name)}:
                return _said(name, one, office)
        return None

    def _bearers(self, name: str) -> list[Actor]:
        return [one.actor for one in self.roster.bearers(name) if one.given is not False]


def _said(name: str, actor: Actor, office: Office) -> str:
    since = f" since {office.term.since}" if office.term.since else ""
    until = f" until {office.term.until}" if office.term.until else ""
    return f"{name}: the office ({office.role}) is held by {actor.name}{since}{until}"


@cache
def _alone(roster: Roster) -> tuple[frozenset[str], ...]:
    """The offices that one person at a time holds, those of most words first."""
    return tuple(map(roster.role, sorted(word_class("alone"), key=lambda role: (-len(role.split()), role))))
