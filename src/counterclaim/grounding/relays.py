"""Who passes on: a medium that was told is a relay; who cites a medium for his own words has it behind him."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from counterclaim.grounding.partywords import lower_words, word_class
from counterclaim.model.source import Chain, Link, Source, SourceClass
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling
from counterclaim.reading.words import words
from counterclaim.theatres.roster import Roster
from counterclaim.theatres.rows import Outlet

REVERSED = "chain_reversed"
LOOKED = 40  # code points before a relay in which "citing" stands
AUDIENCE = ("reporters", "journalists", "correspondents", "media")  # told, without a medium that passes on
NOT_OWN = (SourceClass.MEDIA, SourceClass.DOCUMENT_OR_IMAGERY, SourceClass.UNSTATED)


def passed_on(telling: Telling, roster: Roster, outlet: Outlet | None = None) -> Telling:
    """`telling` with an addressee that is a medium as a relay, and noted where its chain is reversed.

    Who told the outlet itself ("told us", "told the Courier" in the Courier) told its readers: no addressee.
    """
    told = telling.addressee
    if told is not None and _is_outlet(told, outlet, roster):
        telling = replace(telling, addressee=None)
    elif told is not None and is_medium(told, roster):
        telling = replace(telling, chain=_with(telling.chain, told), addressee=None)
    return reversed_(telling)


def _is_outlet(told: Mapping[str, Any], outlet: Outlet | None, roster: Roster) -> bool:
    first = lower_words(told["written"])[:1]
    if first in (["us"], ["me"], ["our"]):
        return outlet is None or outlet.relay
    return is_own(Source(Link.RELAY, None, Span(told["start"], told["end"], told["written"])), outlet, roster)


def is_medium(told: Mapping[str, Any], roster: Roster) -> bool:
    """Whether who was told passes on what others say: by the roster, or by a word such as "newspaper"."""
    actor = roster.actor(told.get("actor"))
    if actor is not None:
        return actor.relay
    names = [name for name in (told["name"], told["written"]) if name]
    if any(outlet.relay for name in names if (outlet := roster.outlet_named(name))):
        return True
    return says_medium(told["written"]) or _reporter().match(told["written"]) is not None or _is_bare_name(told)


@cache
def _reporter() -> re.Pattern[str]:
    """A medium's reporter, the medium as group: "Velmpress correspondent Ida Moll"; not "the reporter"."""
    return re.compile(rf"((?:[A-Z][\w’'-]*\s+)+?)(?:{'|'.join(sorted(word_class('reporter')))})\b")


def _is_bare_name(told: Mapping[str, Any]) -> bool:
    """Whether a single name is all, of whom nothing else is known: told was a medium that no roster has, "Walla"."""
    written = told["written"].removeprefix("the ").removeprefix("The ")
    return is_alone(told["name"], written) and told.get("actor") is None and told.get("party") is None


def is_alone(name: str | None, written: str | None) -> bool:
    """Whether a single name is all the words of a source."""
    return name is not None and name == written and len(name.split()) == 1 and name[:1].isupper()


def says_medium(written: str) -> bool:
    """Whether words are about a medium: "the agency Velmpress", "the Kestriva Observer"; not "the media watchdog"."""
    said = [word for word in lower_words(written) if word not in words("articles")]
    return (
        bool(said)
        and (said[0] in word_class("generic") or said[-1] in word_class("media"))
        and said[-1] not in AUDIENCE
    )


def _with(chain: Chain, told: Mapping[str, Any]) -> Chain:
    span = Span(told["start"], told["end"], told["written"])
    reporter = _reporter().match(told["written"])
    name = reporter[1].strip() if reporter else told["name"]
    relay = Source(Link.RELAY, name, span, SourceClass.MEDIA, actor=told.get("actor"), party=told.get("party"))
    same = any(one.span and one.span.start == span.start for one in chain.relays)
    return chain if same else replace(chain, relays=(*chain.relays, relay))


def reversed_(telling: Telling) -> Telling:
    """The note where somebody cites a medium for words of his own: "she said, citing Velmpress"."""
    telling = _exchanged(telling)
    claimant = telling.chain.claimant
    if claimant is None or claimant.source_class in NOT_OWN or REVERSED in telling.notes:
        return telling
    text = telling.report.text
    for relay in telling.chain.relays:
        if relay.source_class is SourceClass.MEDIA and relay.span and claimant.span:
            others = [one.span for one in telling.chain.relays if one.span and one.span.end < relay.span.start]
            if _is_cited(text, relay.span) and not others and not _cites(text, relay.span, claimant.span):
                return replace(telling, notes=(REVERSED, *telling.notes))
    return telling


def _exchanged(telling: Telling) -> Telling:
    """`telling` where a person, read as relay, cites a medium, read as claimant: the person claims."""
    claimant, relays = telling.chain.claimant, telling.chain.relays
    if claimant is None or claimant.source_class is not SourceClass.MEDIA or len(relays) != 1 or not claimant.span:
        return telling
    (relay,) = relays
    if relay.source_class is not SourceClass.NAMED_PERSON or not _is_cited(telling.report.text, claimant.span):
        return telling
    chain = replace(
        telling.chain, relays=(replace(claimant, link=Link.RELAY),), claimant=replace(relay, link=Link.CLAIMANT)
    )
    return replace(telling, chain=chain)


def is_own(relay: Source, outlet: Outlet | None, roster: Roster) -> bool:
    """Whether a relay is the outlet of the report itself: "told the Courier" in the Velm Courier."""
    if outlet is None or relay.written is None:
        return False
    said = {word.token for word in roster.wording.words(relay.written)}
    known = {word.token for word in roster.wording.words(outlet.name)}
    return bool(said) and said <= known and (said == known or relay.written.casefold().startswith("the "))


@cache
def _citing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(word_class('citing'))))})\b(?! by)[^.]*$")


def _is_cited(text: str, span: Span) -> bool:
    """Whether somebody cites what stands at `span`: "citing", "with reference to" before it; not "quoted by"."""
    return _citing().search(text[max(0, span.start - LOOKED) : span.start].casefold()) is not None


def _cites(text: str, relay: Span, claimant: Span) -> bool:
    """Whether the claimant is among those cited: "citing the agency and the ministry"."""
    between = text[min(relay.end, claimant.end) : max(relay.start, claimant.start)]
    return relay.end < claimant.start and between.strip(" ,") == "and"
