"""Who is meant: sources made comparable over reports, in any spelling."""

import re
from dataclasses import dataclass
from functools import cache

from counterclaim.errors import TheatreError
from counterclaim.lang.data import either, rows
from counterclaim.lang.name_key import closeness, name_key
from counterclaim.model.source import Source, SourceClass
from counterclaim.reading.words import words as listed
from counterclaim.theatres.roster import Roster, roster
from counterclaim.theatres.wording import bag

SAME = 0.85  # closeness from which two family names are one, however a retelling spells them
PERSON = frozenset({SourceClass.NAMED_PERSON, SourceClass.UNNAMED_OFFICIAL, SourceClass.UNNAMED_WITNESS})
LEVELS = 6  # commands or owners that are followed upwards
LANGUAGE = "en"
LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Identity:
    """A source: its name as it was used, its actor in the roster where known, the key and the words of its name.

    `above` are the actors it is under (command, owner, the body of an office), `speaks_for` the body whose spokesperson
    it is; `is_medium`: by the roster it passes on what others say. A source that is not named has no `family` and no
    `words`.
    """

    name: str
    actor: str | None
    family: str
    words: frozenset[str]
    above: frozenset[str] = frozenset()
    speaks_for: str | None = None
    is_person: bool = False
    is_medium: bool = False

    @property
    def is_known(self) -> bool:
        """Whether anything says who it is."""
        return bool(self.actor or self.words)

    def same(self, other: "Identity") -> bool:
        """Whether both are one: the roster says so or, where it does not know one of them, the names do.

        Who speaks for a body is one with it.
        """
        if self.actor and other.actor:
            return self.actor in (other.actor, other.speaks_for) or other.actor == self.speaks_for
        if not self.words or not other.words:
            return False
        if self.is_person and other.is_person:
            return self.family == other.family or _close(self.family, other.family)
        return self.words <= other.words or other.words <= self.words

    def kin(self, other: "Identity") -> bool:
        """Whether one is under the other, or both are one."""
        if self.actor and other.actor and (other.actor in self.above or self.actor in other.above):
            return True
        return self.same(other)


NOBODY = Identity("", None, "", frozenset())


def identity(source: Source | None, theatre: str) -> Identity:
    """Who `source` is; NOBODY where there is none or nothing says who.

    A body's unnamed spokesperson is the body, and so is a document that it gave.
    """
    if source is None:
        return NOBODY
    if source.actor or source.name:
        return _identity(source.name or source.written or "", source.actor, source.source_class in PERSON, theatre)
    if source.source_class is SourceClass.MEDIA and any(word[0].isupper() for word in (source.written or "").split()):
        return _identity(source.written or "", None, False, theatre)  # "Vardian media"
    if source.source_class is SourceClass.DOCUMENT_OR_IMAGERY:
        return _given_by(source.written or "", theatre)
    return _spoken_for(source.written or "", theatre)


def named(name: str | None, actor: str | None, theatre: str) -> Identity:
    """Who a name alone means: an outlet, or an addressee."""
    return _identity(name or "", actor, False, theatre) if name or actor else NOBODY


def name_of(actor: str | None, theatre: str) -> str | None:
    """What the roster calls an actor."""
    known = _roster(theatre)
    row = known.actor(actor) if known else None
    return row.name if row else None


@cache
def _spoken_for(written: str, theatre: str) -> Identity:
    """The body that a phrase such as "the spokesman of Operational Command East" names."""
    known = _roster(theatre)
    if known is None or not _speaks(known, written):
        return NOBODY
    bodies = known.within(known.wording.words(written))
    return _identity(bodies[0].actor.name, bodies[0].actor.id, False, theatre) if len(bodies) == 1 else NOBODY


@cache
def _given_by(written: str, theatre: str) -> Identity:
    """The body that gave a document or picture: of "a letter from the Karsk Mine Company"."""
    known, found = _roster(theatre), _giving().search(written)
    if known is None or found is None:
        return NOBODY
    words = known.wording.words(written[found.end() :])
    bodies = [one for one in known.within(words) if one.first == 0]
    return _identity(bodies[0].actor.name, bodies[0].actor.id, False, theatre) if bodies else NOBODY


@cache
def _giving() -> re.Pattern[str]:
    words = (word for row in rows(LANGUAGE, "documents")["given_by"] for word in row["words"])
    return re.compile(rf"\b(?:{either(words)})\s+", re.IGNORECASE)


@cache
def _identity(name: str, actor: str | None, is_person: bool, theatre: str) -> Identity:
    known = _roster(theatre)
    if known is None:
        words = frozenset(name.casefold().split())
    else:
        words = bag(known.wording.words(name))
        actor = actor or _only(known, name, is_person)
    last = [part for part in name.split() if LETTER.search(part)]
    family = name_key(last[-1]) if last else ""
    row = known.actor(actor) if known else None
    spokesperson = (
        [one.body for one in row.offices if one.term.until is None and _speaks(known, one.role)]
        if known and row
        else []
    )
    speaks_for = next(filter(None, spokesperson), None)
    return Identity(name, actor, family, words, _above(known, actor), speaks_for, is_person, bool(row and row.relay))


def _speaks(known: Roster, role: str) -> bool:
    """Whether it is a spokesperson's."""
    held = known.role(role)
    return any(held >= known.role(written) for written in listed("spokespersons", language=LANGUAGE))


def _only(known: Roster, name: str, is_person: bool) -> str | None:
    """The body or agency of that very name."""
    if is_person or not name:
        return None
    words = known.wording.words(name)
    whole = [one.actor.id for one in known.within(words) if one.last - one.first == len(words)]
    return whole[0] if len(whole) == 1 else None


def _above(known: Roster | None, actor: str | None) -> frozenset[str]:
    found: set[str] = set()
    now = {actor} if actor and known else set()
    for _ in range(LEVELS):
        rows = [row for one in now if known and (row := known.actor(one))]
        now = {link.actor for row in rows for link in row.under} | {
            office.body for row in rows for office in row.offices if office.body
        }
        now -= found
        found |= now
    return frozenset(found)


@cache
def _roster(theatre: str) -> Roster | None:
    try:
        return roster(theatre)
    except TheatreError:
        return None


@cache
def _close(one: str, other: str) -> bool:
    return closeness(one, other) >= SAME
