"""Who holds a place by a telling that does not say so: whoever took it, else the party that reports its capture."""

from dataclasses import replace
from typing import Any

from counterclaim.grounding.partywords import lower_words, word_class
from counterclaim.grounding.sides import Sides
from counterclaim.model.stance import Polarity
from counterclaim.model.telling import Telling

CONTROL = ("control_changed", "control_held")
FROM = ("from", "against")  # before those who lost it


def with_holder(telling: Telling, sides: Sides) -> Telling:
    """`telling` with the holder inferred, and by what, where its words name none; not where they tell of a loss."""
    if telling.kind not in CONTROL or telling.slots.get("holder"):
        return telling
    content = set(lower_words(" ".join(part.text for part in telling.pieces)))
    if content & (word_class("lost") | word_class("denying")):
        return telling
    found = _by_agent(telling) or _by_claimant(telling, sides)
    return replace(telling, slots=telling.slots | {"holder": found}) if found else telling


def _by_agent(telling: Telling) -> dict[str, Any] | None:
    agent = telling.slots.get("agent")
    party = agent.get("party") if agent else None
    return {"party": party, "inferred": "party of the agent"} if party else None


def _by_claimant(telling: Telling, sides: Sides) -> dict[str, Any] | None:
    claimant = telling.chain.claimant
    party = claimant.party if claimant else None
    other = sides.opponent(party)
    if party is None or other is None or (telling.stance and telling.stance.polarity is not Polarity.AFFIRMS):
        return None
    content = " ".join(part.text for part in telling.pieces)
    cue = set(lower_words(telling.cue.text)) if telling.cue else set()
    source = set(lower_words(claimant.written or "")) if claimant else set()
    if cue & word_class("admitting") or source & word_class("captured"):
        return None
    for word in sides.roster.wording.words(content):
        before = lower_words(content[: word.start])
        if word.party == other and not (before and before[-1] in FROM):
            return None  # it tells of the others: "Tesharish troops are in Dorn"
    return {"party": party, "inferred": "party of the claimant"}
