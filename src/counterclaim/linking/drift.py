"""What a retelling changed: each slot in which it differs from what it is held against, with both wordings."""

from collections.abc import Iterator, Mapping, Sequence

from counterclaim.lang.name_key import closeness, name_key
from counterclaim.linking.identity import Identity
from counterclaim.linking.traits import Traits
from counterclaim.model.claim import Change, Drift
from counterclaim.model.place import Place
from counterclaim.model.quantity import Quantity
from counterclaim.model.source import SourceClass
from counterclaim.model.stance import Certainty
from counterclaim.model.telling import Quote

Differs = tuple[str, Change, str | None, str | None]  # slot, change, was, is
NOBODY = (SourceClass.UNSTATED, SourceClass.DOCUMENT_OR_IMAGERY)
ALTERED = 0.6  # closeness from which two names of places not in the gazetteer are one, misspelt
FIRM = (None, Certainty.ASSERTED)
DETAIL, DETAIL_WORDS = 13.0, 2  # nats and words that are new before a detail is added


def drift(before: Traits, after: Traits) -> list[Drift]:
    """The differences of `after` from `before`."""
    return [Drift(before.id, after.id, *found) for rule in RULES for found in rule(before, after)]


def _relays(before: Traits, after: Traits) -> Iterator[Differs]:
    if _unattributed(before) or _unattributed(after):
        return
    was, now = _passing_on(before) or _told_itself(before), _passing_on(after)
    gone = [name for one, name in was if not any(one.same(other) for other, _ in now)]
    new = [name for one, name in now if not any(one.same(other) for other, _ in was)]
    if was and not now:
        yield "relay", Change.RELAY_DROPPED, _listed(was), None
    elif now and not was:
        yield "relay", Change.RELAY_ADDED, None, _listed(now)
    elif gone and new:
        yield "relay", Change.RELAY_CHANGED, _listed(was), _listed(now)
    elif new:
        yield "relay", Change.RELAY_ADDED, _listed(was), _listed(now)
    elif gone and not any(one.same(before.outlet) for one, _ in was if one.is_known):
        yield "relay", Change.RELAY_DROPPED, ", ".join(gone), _listed(now)


def _passing_on(one: Traits) -> list[tuple[Identity, str]]:
    """The relays of a telling, by name."""
    pairs = zip(one.telling.chain.relays, one.relays, strict=True)
    return [(relay, source.name or source.written or "") for source, relay in pairs if relay.is_known]


def _told_itself(one: Traits) -> list[tuple[Identity, str]]:
    """The outlet that was told, where others pass on what it tells."""
    name = one.telling.report.outlet
    return [(one.outlet, name)] if one.outlet.is_medium and name else []


def _listed(pairs: Sequence[tuple[Identity, str]]) -> str:
    return ", ".join(name for _, name in pairs)


def _attribution(before: Traits, after: Traits) -> Iterator[Differs]:
    if not _unattributed(before) and _unattributed(after):
        yield "claimant", Change.ATTRIBUTION_DROPPED, _claimant(before), _claimant(after)
    elif _unattributed(before) and not _unattributed(after):
        yield "claimant", Change.ATTRIBUTION_ADDED, _claimant(before), _claimant(after)


def _unattributed(one: Traits) -> bool:
    """Whether nobody is said to have said it: the outlet itself, "it is said", pictures."""
    claimant = one.telling.chain.claimant
    return one.own_voice or claimant is None or claimant.source_class in NOBODY


def _claimant(one: Traits) -> str | None:
    claimant = one.telling.chain.claimant
    return (claimant.name or claimant.written) if claimant else None


def _name(before: Traits, after: Traits) -> Iterator[Differs]:
    """A person named otherwise: another given name, or a family name that is no spelling of the first."""
    was, now = _claimant(before), _claimant(after)
    mine, theirs = before.claimant, after.claimant
    if not (was and now and mine.is_person and theirs.is_person and mine.words and theirs.words):
        return
    ours, others = _parts(before), _parts(after)
    family = ours[-1] != others[-1]
    given = len(ours) > 1 and len(others) > 1 and not set(ours[:-1]) & set(others[:-1])
    if family or given:
        yield "name", Change.NAME_ALTERED, was, now


def _parts(one: Traits) -> list[str]:
    claimant = one.telling.chain.claimant
    return [name_key(part) for part in (claimant.name if claimant and claimant.name else "").split()] or [""]


def _hedge(before: Traits, after: Traits) -> Iterator[Differs]:
    was, now = before.telling.stance, after.telling.stance
    if was is None or now is None:
        return
    if was.polarity != now.polarity:
        yield "polarity", Change.POLARITY_FLIPPED, str(was.polarity), str(now.polarity)
    elif was.certainty not in FIRM and now.certainty in FIRM:
        yield "certainty", Change.HEDGE_DROPPED, _cues(before), None
    elif was.certainty in FIRM and now.certainty not in FIRM:
        yield "certainty", Change.HEDGE_ADDED, None, _cues(after)


def _cues(one: Traits) -> str | None:
    stance = one.telling.stance
    return ", ".join(cue.text for cue in stance.cues) or str(stance.certainty) if stance else None


def _quantity(before: Traits, after: Traits) -> Iterator[Differs]:
    for was in before.quantities:
        now = next((one for one in after.quantities if _counts_alike(was, one)), None)
        if now is None or _overlap(was, now):
            continue
        raised = _middle(now) > _middle(was)
        change = Change.NUMBER_RAISED if raised else Change.NUMBER_LOWERED
        yield "quantity", change, was.written, now.written


def _counts_alike(one: Quantity, other: Quantity) -> bool:
    return one.metric == other.metric or None in (one.metric, other.metric)


def _overlap(one: Quantity, other: Quantity) -> bool:
    """Whether both may be one count and neither bound moved."""
    if one.vague == other.vague and (one.low, one.high) == (other.low, other.high):
        return True
    if one.vague or other.vague:
        return (one.low or 0) <= _top(other) and (other.low or 0) <= _top(one)
    return False


def _top(one: Quantity) -> float:
    return float("inf") if one.high is None else one.high


def _middle(one: Quantity) -> float:
    low = one.low if one.low is not None else one.high or 0
    return low if one.high is None else (low + one.high) / 2


def _place(before: Traits, after: Traits) -> Iterator[Differs]:
    was, now = before.telling.place, after.telling.place
    if was is None or now is None:
        return
    if before.places and after.places:
        if not before.places & after.places:
            yield "place", Change.PLACE_ALTERED, was.written, now.written
    elif any(_misspelt(one, other) for one in _capitals(was) for other in _capitals(now)):
        yield "place", Change.PLACE_ALTERED, was.written, now.written


def _capitals(place: Place) -> list[str]:
    return [word for word in place.written.split() if word[0].isupper()]


def _misspelt(one: str, other: str) -> bool:
    return name_key(one) != name_key(other) and closeness(one, other) >= ALTERED


def _date(before: Traits, after: Traits) -> Iterator[Differs]:
    was, now = before.telling.when, after.telling.when
    if was and now and was.when and now.when and not was.when.compatible(now.when):
        yield "when", Change.DATE_ALTERED, was.when.edtf, now.when.edtf


def _quotation(before: Traits, after: Traits) -> Iterator[Differs]:
    if before.telling.quote is Quote.INDIRECT and after.telling.quote is Quote.DIRECT:
        yield "quotation", Change.PARAPHRASE_MADE_QUOTATION, before.text, after.text


def _framing(before: Traits, after: Traits) -> Iterator[Differs]:
    """Words that take a side, where the wording before had none or others."""
    was, now = ([word["written"] for word in one.telling.loaded if word["use"] == "adopted"] for one in (before, after))
    new = [word for word in now if name_key(word) not in {name_key(other) for other in was}]
    if new:
        yield "wording", Change.FRAMING_CHANGED, ", ".join(was) or before.text, ", ".join(new)


def _detail(before: Traits, after: Traits) -> Iterator[Differs]:
    new = {word: weight for word, weight in after.words.items() if word not in before.words}
    if len(new) >= DETAIL_WORDS and sum(new.values()) >= DETAIL and before.words.keys() & after.words.keys():
        yield "detail", Change.DETAIL_ADDED, None, after.text


RULES = (_relays, _attribution, _name, _hedge, _quantity, _place, _date, _quotation, _framing, _detail)


def drifts(members: Sequence[Traits], parents: Mapping[str, object]) -> Iterator[Drift]:
    """What each telling changed; of several tellings of one report each change once."""
    seen: set[tuple[str, str]] = set()
    for before, after in _against(members, parents):
        for item in drift(before, after):
            if (after.report, item.change) not in seen:
                yield item
        seen |= {(after.report, item.change) for item in drift(before, after)}


def _against(members: Sequence[Traits], parents: Mapping[str, object]) -> Iterator[tuple[Traits, Traits]]:
    """What each telling is held against: its parent or, where that is not held, the first of the claim."""
    by_id = {one.id: one for one in members}
    roots = [one for one in members if not isinstance(parents.get(one.id), str)]
    for one in members:
        parent = parents.get(one.id)
        before = by_id[parent] if isinstance(parent, str) else roots[0]
        if before is not one and before.report != one.report:
            yield before, one
