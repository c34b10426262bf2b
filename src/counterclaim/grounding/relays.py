"""Who passes on: a medium that was told is a relay; who cites a medium for his own words has it behind him."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from counterclaim.grounding.sides import lower_words, word_class
from counterclaim.model.source import Chain, Link, Source, SourceClass
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling
from counterclaim.theatres.roster import Roster

REVERSED = "chain_reversed"
LOOKED = 40  # code points before a relay in which "citing" stands
AUDIENCE = ("reporters", "journalists", "correspondents", "media")  # told, without a medium that passes on
NOT_OWN = (SourceClass.MEDIA, SourceClass.DOCUMENT_OR_IMAGERY, SourceClass.UNSTATED)


def passed_on(telling: Telling, roster: Roster) -> Telling:
    """`telling` with an addressee that is a medium as a relay, and noted where its chain is reversed."""
    told = telling.addressee
    if told is not None and is_medium(told, roster):
        telling = replace(telling, chain=_with(telling.chain, told), addressee=None)
    return reversed_(telling)


def is_medium(told: Mapping[str, Any], roster: Roster) -> bool:
    """Whether who was told passes on what others say: by the roster, or by a word such as "newspaper"."""
    actor = roster.actor(told.get("actor"))
    if actor is not None:
        return actor.relay
    names = [name for name in (told["name"], told["written"]) if name]
    if any(outlet.relay for name in names if (outlet := roster.outlet_named(name))):
        return True
    said = lower_words(told["written"])
    return bool(set(said) & word_class("media")) and said[-1] not in AUDIENCE


def _with(chain: Chain, told: Mapping[str, Any]) -> Chain:
    span = Span(told["start"], told["end"], told["written"])
    relay = Source(Link.RELAY, told["name"], span, SourceClass.MEDIA, actor=told.get("actor"), party=told.get("party"))
    same = any(one.span and one.span.start == span.start for one in chain.relays)
    return chain if same else replace(chain, relays=(*chain.relays, relay))


def reversed_(telling: Telling) -> Telling:
    """The note where somebody cites a medium for words of his own: "she said, citing Velmpress"."""
    claimant = telling.chain.claimant
    if claimant is None or claimant.source_class in NOT_OWN or REVERSED in telling.notes:
        return telling
    text = telling.report.text
    for relay in telling.chain.relays:
        if relay.source_class is SourceClass.MEDIA and relay.span and claimant.span:
            before = text[max(0, relay.span.start - LOOKED) : relay.span.start].casefold()
            cited = any(re.search(rf"\b{re.escape(word)}\b[^.]*$", before) for word in word_class("citing"))
            if cited and not _cites(text, relay.span, claimant.span):
                return replace(telling, notes=(REVERSED, *telling.notes))
    return telling


def _cites(text: str, relay: Span, claimant: Span) -> bool:
    """Whether the claimant is among those cited: "citing the agency and the ministry"."""
    between = text[min(relay.end, claimant.end) : max(relay.start, claimant.start)]
    return relay.end < claimant.start and between.strip(" ,") == "and"
