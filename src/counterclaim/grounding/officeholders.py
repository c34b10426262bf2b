"""Whom "the Ukrainian president" means: somebody named in the report whom the roster has in that office."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from counterclaim.grounding.partywords import lower_words, word_class
from counterclaim.model.report import Report
from counterclaim.reading.layout import Layout
from counterclaim.reading.people import People
from counterclaim.reading.words import words as classes
from counterclaim.theatres.checks import NONE
from counterclaim.theatres.roster import Roster
from counterclaim.theatres.rows import Actor, Office
from counterclaim.theatres.wording import WORD, Word, bare

HEADS = frozenset(("head",))  # "leader", "chief", made one word
OF_STATE = frozenset(("head", "state"))
EMPTY = frozenset(("former", "ex", "then", "new", "current", "outgoing", "incumbent", "own"))


@dataclass(frozen=True)
class OfficeHolders:
    """The people of the roster whom one report names, with the name they have there."""

    roster: Roster
    report: Report
    day: date | None

    @cached_property
    def _named(self) -> list[tuple[str, Actor]]:
        found: dict[str, tuple[str, Actor]] = {}
        for one in People.of(Layout.of(self.report)).found:
            bearers = [bearer for bearer in self.roster.bearers(one.name) if bearer.given is not False]
            whole = [bearer for bearer in bearers if bearer.given]
            sure = whole if whole else bearers if len(WORD.findall(one.name)) == 1 else []
            if len(sure) == 1 and not one.is_body:
                found.setdefault(sure[0].actor.id, (one.name, sure[0].actor))
        return list(found.values())

    def meant(self, phrase: str) -> tuple[str, Actor, Office] | None:
        """Who of those named holds, or held, the office that is all of a phrase; None where that may be several."""
        said = self.roster.wording.words(phrase)
        plain = set(lower_words(phrase))
        if not plain & (classes("persons") | {"leader"}) or not (plain - EMPTY):
            return None
        former = bool(plain & word_class("former") - {"acting", "then"})
        fitting = [
            (name, actor, office)
            for name, actor in self._named
            for office in actor.offices
            if self._is_of(office, actor, said)
        ]
        if former:
            fitting = [one for one in fitting if one[2].term.until is not None]
        elif self.day is not None:
            fitting = [one for one in fitting if one[2].term.covers(self.day)] or fitting
        else:
            fitting = [one for one in fitting if one[2].term.until is None] or fitting
        return fitting[0] if len({actor.id for _, actor, _ in fitting}) == 1 else None

    def _is_of(self, office: Office, actor: Actor, said: Iterable[Word]) -> bool:
        """Whether a phrase names an office: its role, and its body, country or party, and nothing else."""
        said = list(said)
        body = self.roster.actor(office.body)
        of_body = self._tokens(body) if body is not None else frozenset[str]()
        owners = [word for word in said if word.party]
        for word in owners:
            if not (word.token in of_body if word.party == NONE else word.party == actor.party):
                return False
        plain = bare(said) - EMPTY
        role, _, behind = office.role.partition(" of ")
        of_body |= self.roster.role(behind)
        for wanted in (self.roster.role(office.role), self.roster.role(role)):  # "the Command East spokesman"
            if wanted and wanted <= plain and plain - wanted <= of_body:
                return bool(owners) or bool(plain - self.roster.role(role))
        named = bool(owners) or bool(plain & of_body)
        leads = role.casefold() in word_class("leads")
        return leads and (plain == OF_STATE or (named and plain >= HEADS and plain - HEADS <= of_body))

    def _tokens(self, body: Actor) -> frozenset[str]:
        names = (body.name, *(spelling.text for spelling in body.spellings if spelling.language == "en"))
        return frozenset(word.token for name in names for word in self.roster.wording.words(name))
