"""Which claims agree: they give one answer to the question that their kind asks, of the same place and time.

A question is the kind's (`kinds/*.yml`: who holds it? how many?). What cannot be told apart from other answers by its
slots agrees only where its words are nearly the same.
"""

from collections.abc import Iterable, Mapping
from datetime import timedelta

from counterclaim.kinds.kinds import kinds
from counterclaim.linking.contrary import at_other_times, elsewhere
from counterclaim.linking.traits import Traits
from counterclaim.linking.words import alike, shared
from counterclaim.model.claim import Claim
from counterclaim.model.telling import Telling

SAID, TOLD = 0.5, 10.0  # how alike words are, and what they tell (nats), where nothing but words can agree
SLOTS = frozenset({"holder", "quantity", "agent"})  # answers that slots tell apart


def agreeing(claim: Claim, others: Iterable[Claim], tellings: Mapping[str, Telling]) -> list[Claim]:
    """Those of `others` that agree with `claim`, in their order; `tellings` are those of all of them by id."""
    one = spoken(claim, tellings)
    if one is None:
        return []
    pairs = ((other, spoken(other, tellings)) for other in others if other.id != claim.id)
    return [other for other, theirs in pairs if theirs is not None and agree(one, theirs)]


def spoken(claim: Claim, tellings: Mapping[str, Telling]) -> Traits | None:
    """The telling that stands for a claim: its origin or, where that names nobody, the first that names who claims."""
    told = [Traits(tellings[name]) for name in claim.tellings if name in tellings]
    return min(told, key=lambda one: (not one.claimant.is_known, one.id != claim.origin, one.order), default=None)


def agree(one: Traits, other: Traits) -> bool:
    """Whether two claims can be given as one answer."""
    if one.family is None or one.family != other.family or one.denies != other.denies or not _meet(one, other):
        return False
    kind = kinds().get(one.telling.kind or "")
    by_words = alike(one.words, other.words) >= SAID and shared(one.words, other.words) >= TOLD
    if kind is None or kind.answer_slot not in SLOTS or not one.places & other.places:
        return by_words
    if kind.answer_slot == "quantity":
        return _quantities(one, other)
    mine, theirs = _party(one, kind.answer_slot), _party(other, kind.answer_slot)
    return mine is not None and mine == theirs


def _meet(one: Traits, other: Traits) -> bool:
    """Whether both can be of one time, and are not of different places."""
    if elsewhere(one, other) or at_other_times(one, other):
        return False
    span = timedelta(days=kinds()[one.telling.kind].span_days) if one.telling.kind in kinds() else timedelta()
    return not (one.published and other.published) or abs(one.published - other.published) <= span


def _quantities(one: Traits, other: Traits) -> bool:
    """How many: a count of one thing that both can mean."""
    return any(
        mine.metric == theirs.metric and mine.overlaps(theirs) for mine in one.quantities for theirs in other.quantities
    )


def _party(one: Traits, slot: str) -> str | None:
    value = one.telling.slots.get(slot)
    return value.get("party") if isinstance(value, dict) else None
