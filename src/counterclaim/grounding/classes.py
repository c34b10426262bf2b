"""What sort of source somebody is, where the roster or the words tell it better than the reading did."""

import re
from collections.abc import Sequence

from counterclaim.grounding.partywords import lower_words, word_class
from counterclaim.grounding.relays import is_alone, says_medium
from counterclaim.grounding.roles import about
from counterclaim.grounding.said_of import SaidOf
from counterclaim.model.source import Source, SourceClass
from counterclaim.reading.words import words
from counterclaim.theatres.rosterindex import PERSON
from counterclaim.theatres.rows import Actor
from counterclaim.theatres.theatre import Theatre
from counterclaim.theatres.wording import WORD

PEOPLE = (SourceClass.NAMED_PERSON, SourceClass.UNNAMED_WITNESS, SourceClass.UNNAMED_OFFICIAL, SourceClass.CROWD)
NAMED = (SourceClass.NAMED_PERSON, SourceClass.BODY)
BEHIND = 600  # code points behind "some analysts" in which "others" are analysts
BY_WORD = (
    SourceClass.UNNAMED_OFFICIAL,
    SourceClass.UNNAMED_EXPERT,
    SourceClass.UNNAMED_WITNESS,
    SourceClass.CROWD,
)  # told by the word that a nameless source is about


def class_of(one: Source, actor: Actor | None, said_of: SaidOf) -> SourceClass | None:
    """The class of a source that is `actor`, None for who is not in the roster."""
    if actor is not None:
        return _of_actor(one, actor)
    if one.source_class is None:
        return _of_relay(one)
    if one.source_class in NAMED and _is_called_medium(one.name):
        return SourceClass.MEDIA
    if one.name is None:
        return _of_nameless(one)
    return _of_person(one, one.name, said_of) if one.source_class in PEOPLE else one.source_class


def _of_nameless(one: Source) -> SourceClass | None:
    """By the word that a source is about; nobody whose name nothing tells is a named person."""
    head = about(lower_words(one.written)) if one.written else ""
    told = next((class_ for class_ in BY_WORD if head in word_class(class_)), one.source_class)
    return SourceClass.UNNAMED_OFFICIAL if told is SourceClass.NAMED_PERSON else told


def _of_person(one: Source, name: str, said_of: SaidOf) -> SourceClass | None:
    if name in said_of.signed:
        return SourceClass.UNNAMED_WITNESS
    is_whole = len(WORD.findall(name)) > 1 and not _is_origin(name, one.written or "")
    return SourceClass.NAMED_PERSON if is_whole else one.source_class


def _is_called_medium(name: str | None) -> bool:
    """Whether a name is a medium's by a word of it: "Vale Radio One"; not "the Radio Council"."""
    named = lower_words(name or "")
    return len(named) > 1 and bool(word_class("called").intersection(named)) and words("own_named").isdisjoint(named)


def of_group(one: Source, some: Source | None, theatre: Theatre) -> SourceClass | None:
    """The class that a whole people, "Vardians", and "others" have: these that of `some`, "some analysts" before them.

    None for who is neither.
    """
    written = one.written or ""
    peoples = {name for party in theatre.parties for name in party.demonym}
    if written.endswith("s") and {written, written.removesuffix("s")} <= peoples:
        return SourceClass.CROWD
    if some is None or some.span is None or one.span is None or written.casefold() not in word_class("others"):
        return None
    return some.source_class if 0 < one.span.start - some.span.end < BEHIND else None


def is_expert(plain: Sequence[str]) -> bool:
    """Whether words name somebody by what he knows, a military analyst: he speaks for nobody who is merely near."""
    return any(word.removesuffix("s") in word_class(SourceClass.UNNAMED_EXPERT) for word in plain)


def _of_relay(one: Source) -> SourceClass | None:
    """The class of who passes on others' words: a medium by its words, a person by the whole name, else a medium."""
    if says_medium(one.written or "") or _is_called_medium(one.name):
        return SourceClass.MEDIA
    if one.name and len(WORD.findall(one.name)) > 1:
        return SourceClass.NAMED_PERSON
    return SourceClass.MEDIA if is_alone(one.name, one.written) else None


def _of_actor(one: Source, actor: Actor) -> SourceClass | None:
    if actor.type == PERSON:  # who goes by a call sign is no named person
        return SourceClass.NAMED_PERSON if len(WORD.findall(actor.name)) > 1 else one.source_class
    return SourceClass.MEDIA if actor.relay else SourceClass.BODY


def _is_origin(name: str, written: str) -> bool:
    """Whether a name says where somebody is from: "a pensioner from Old Dorn"."""
    return re.search(rf"\b(?:from|of|in|at|near)\s+(?:the\s+)?{re.escape(name)}", written) is not None
