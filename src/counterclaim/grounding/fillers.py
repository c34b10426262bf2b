"""What fills a slot, with its actor and its party: "our" is the speaker's, "the enemy" whom he is at war with."""

from typing import Any

from counterclaim.grounding.partywords import lower_words, word_class
from counterclaim.grounding.sides import Sides
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling


def filled(sides: Sides, telling: Telling) -> dict[str, Any]:
    """The slots of a telling with the actor and party of what fills them."""
    claimant = telling.chain.claimant
    party = claimant.party if claimant else telling.chain.outlet.party
    return {role: _slot(sides, slot, party) for role, slot in telling.slots.items()}


def _slot(sides: Sides, slot: dict[str, Any] | None, party: str | None) -> dict[str, Any] | None:
    """One slot; `party` is the speaker's."""
    if slot is None or slot.get("written") is None:
        return slot
    span = Span(slot["start"], slot["end"], slot["written"])
    plain = lower_words(span.text)
    named = sides.of_words(span.text)
    if party and plain and plain[0] in word_class("ours") and named is None:
        return slot | {"party": party, "inferred": "party of the claimant"}
    if party and set(plain) & word_class("enemy") and (other := sides.opponent(party)):
        return slot | {"party": other, "inferred": "opponent of the claimant"}
    body = sides.body(span.text)
    if body is not None:
        return slot | {"actor": body.id, "party": sides.roster.party(body)}
    return slot | {"party": named.party if named else None}
