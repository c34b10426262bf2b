"""What is known of names beforehand in a theatre: its places, its parties, its bodies, who holds office in it."""

import re
from dataclasses import dataclass, field
from functools import cache

from counterclaim.lang.name_key import ENDING
from counterclaim.masking.lexicon import lexicon
from counterclaim.theatres.gazetteer import Gazetteer, gazetteer
from counterclaim.theatres.roster import Roster, roster
from counterclaim.theatres.rows import Actor
from counterclaim.theatres.theatre import names, outline
from counterclaim.theatres.wording import WORD

OFFICES = "en"  # roles of the roster are in English


@dataclass(frozen=True, slots=True)
class World:
    """The names of one theatre; without a theatre nothing is known."""

    places: Gazetteer | None = None
    roster: Roster | None = None
    peoples: frozenset[str] = field(default=frozenset())

    def is_place(self, name: str) -> bool:
        """Whether a place goes by that name, in any spelling."""
        return self.places is not None and any(one.near >= ENDING for one in self.places.named(name))

    def is_people(self, word: str) -> bool:
        """Whether a word names a party, a country, or who is from there."""
        return word.casefold() in self.peoples

    def is_body(self, name: str) -> bool:
        """Whether a body, a unit, an agency or an outlet of the theatre has that name."""
        if self.roster is None:
            return False
        words = self.roster.wording.words(name)
        whole = any(one.last - one.first == len(words) for one in self.roster.within(words)) if words else False
        return whole or self.roster.outlet_named(name) is not None

    def is_outlet(self, name: str) -> bool:
        """Whether an outlet of the theatre has that name."""
        return self.roster is not None and self.roster.outlet_named(name) is not None

    def is_official(self, name: str) -> bool:
        """Whether the roster has somebody of this full name who speaks for a body or for the public."""
        if self.roster is None:
            return False
        alone = len(WORD.findall(name)) == 1
        return any(
            one.given or (alone and one.actor.name == name) for one in self.roster.bearers(name) if _speaks(one.actor)
        )

    def is_soldier(self, name: str) -> bool:
        """Whether the roster has somebody of exactly that one name who does not: a soldier by his call sign."""
        bearers = self.roster.bearers(name) if self.roster else []
        return any(one.actor.name == name and not _speaks(one.actor) for one in bearers)

    def is_family(self, name: str) -> bool:
        """Whether somebody of the roster has that family name."""
        return self.roster is not None and bool(self.roster.bearers(name))

    def is_actor(self, id_: str | None) -> bool:
        """Whether the roster's row of that id is a person who speaks for a body or for the public."""
        actor = self.roster.actor(id_) if self.roster else None
        return actor is not None and actor.type == "person" and _speaks(actor)


def _speaks(actor: Actor) -> bool:
    """Whether an actor's offices are more than service: "platoon commander", "drone pilot" are not."""
    classes = lexicon(OFFICES)
    heads = (re.split(r",| of | for ", office.role.casefold())[0].split() for office in actor.offices)
    return any(
        head[-1] not in classes["private"] and head[-1] not in classes["ranks"] and not any(
            word in classes["small_units"] for word in head[:-1]
        )
        for head in heads
        if head
    )  # fmt: skip


@cache
def world(theatre: str) -> World:
    """What is known in a theatre of the package; nothing in any other."""
    if theatre not in names():
        return World()
    sketch = outline(theatre)
    named = (name for party in sketch.parties for name in (party.name, *party.short, *party.demonym))
    return World(gazetteer(theatre), roster(theatre), frozenset(name.casefold() for name in (*named, *sketch.third)))
