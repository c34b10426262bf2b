"""What a retelling changed: each slot in which it differs from what it is held against, with both wordings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from counterclaim.lang.name_key import closeness, name_key
from counterclaim.linking.identity import Identity
from counterclaim.linking.traits import Traits
from counterclaim.linking.words import WORD, tokens
from counterclaim.model.claim import Change, Drift, Evidence, Join
from counterclaim.model.place import Place
from counterclaim.model.quantity import Quantity
from counterclaim.model.source import SourceClass
from counterclaim.model.stance import FIRM, Certainty
from counterclaim.model.telling import Quote
from counterclaim.reading.words import words

Differs = tuple[str, Change, str | None, str | None]  # slot, change, was, is
NOBODY = (SourceClass.UNSTATED, SourceClass.DOCUMENT_OR_IMAGERY)
PEOPLE = frozenset({"people", "persons", "men"})  # who are counted, whatever else they are called
ABOUT = 0.02  # of a count, within which another is the same one rounded
ALTERED = 0.6  # closeness from which two names of places not in the gazetteer are one, misspelt
DETAIL, DETAIL_WORDS = 13.0, 2  # nats and words that are new before a detail is added
SEQUENCE = ("earlier", "later")  # classes of words
RETOLD = {Evidence.CITATION, Evidence.PASSAGE, Evidence.REWRITE}  # what shows that an outlet was retold


def drift(before: Traits, after: Traits, *, derived: bool = True) -> list[Drift]:
    """The differences of `after` from `before`; `derived`: more than a quotation shows that it comes from there."""
    rules = (_relays(before, after, derived=derived), *(rule(before, after) for rule in RULES))
    return [Drift(before.id, after.id, *found) for rule in rules for found in rule]


def _relays(before: Traits, after: Traits, *, derived: bool) -> Iterator[Differs]:
    if _unattributed(before) or _unattributed(after):
        return
    now = _passing_on(after)
    was = _passing_on(before) or (_told_itself(before) if derived or now else [])
    was = [(one, name) for one, name in was if not one.same(after.outlet)]  # nobody passes on what it told itself
    gone = [name for one, name in was if not any(one.same(other) for other, _ in now)]
    new = [name for one, name in now if not any(one.same(other) for other, _ in was)]
    if was and not now and any(one.same(other) for one, _ in was for other in after.carried_by):
        return  # its report names the relay beside other words of the same claimant
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
    """The relays of a telling, by name; nobody passes on his own words."""
    pairs = zip(one.telling.chain.relays, one.relays, strict=True)
    named = ((source, relay) for source, relay in pairs if relay.is_known and not relay.same(one.claimant))
    return [(relay, source.name or source.written or "") for source, relay in named]


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
    named = (one.telling.chain.claimant for one in (before, after))
    if not (was and now and mine.is_person and theirs.is_person and all(one and one.name for one in named)):
        return
    ours, others = _parts(before), _parts(after)
    same, bent = ours[-1] == others[-1], _bent(was, now)
    family = not same and (max(len(ours), len(others)) == 1 or bent)
    given = (same or bent) and len(ours) > 1 and len(others) > 1 and not set(ours[:-1]) & set(others[:-1])
    if family or given:
        yield "name", Change.NAME_ALTERED, was, now


def _bent(was: str, now: str) -> bool:
    """Whether the family names of two full names are one, written otherwise."""
    return closeness(was.rsplit(maxsplit=1)[-1], now.rsplit(maxsplit=1)[-1]) >= ALTERED


def _parts(one: Traits) -> list[str]:
    claimant = one.telling.chain.claimant
    return [name_key(part) for part in (claimant.name if claimant and claimant.name else "").split()] or [""]


def _hedge(before: Traits, after: Traits) -> Iterator[Differs]:
    was, now = before.telling.stance, after.telling.stance
    if was is None or now is None:
        return
    if was.polarity != now.polarity:
        yield "polarity", Change.POLARITY_FLIPPED, str(was.polarity), str(now.polarity)
    elif (before.telling.quote is Quote.DIRECT) != (after.telling.quote is Quote.DIRECT):
        return  # a paraphrase hedges what a quotation says plainly
    elif _hedges(before) & set(after.spoken) or _hedges(after) & set(before.spoken):
        return  # the words that hedge stand in both
    elif was.certainty is Certainty.HEDGED and now.certainty in FIRM:
        yield "certainty", Change.HEDGE_DROPPED, _cues(before), None
    elif was.certainty in FIRM and now.certainty is Certainty.HEDGED:
        yield "certainty", Change.HEDGE_ADDED, None, _cues(after)


def _hedges(one: Traits) -> set[str]:
    """The words that show how sure it is, as words are compared."""
    stance = one.telling.stance
    return {word for cue in (stance.cues if stance else ()) for word in tokens(cue.text)}


def _cues(one: Traits) -> str | None:
    stance = one.telling.stance
    return ", ".join(cue.text for cue in stance.cues) or str(stance.certainty) if stance else None


def _quantity(before: Traits, after: Traits) -> Iterator[Differs]:
    """Counts of the same thing, of which neither stands in the other telling too."""
    was = [one for one in before.quantities if not any(_overlap(one, other) for other in after.quantities)]
    now = [one for one in after.quantities if not any(_overlap(one, other) for other in before.quantities)]
    for one in was:
        other = next((other for other in now if _counts_alike(one, other)), None)
        if other is not None:
            now.remove(other)
            change = Change.NUMBER_RAISED if _middle(other) > _middle(one) else Change.NUMBER_LOWERED
            yield "quantity", change, one.written, other.written


def _counts_alike(one: Quantity, other: Quantity) -> bool:
    same = one.metric == other.metric or None in (one.metric, other.metric)
    mine, theirs = ((two.who or "").casefold().split()[-1:] for two in (one, other))
    return same and (mine == theirs or not mine or not theirs or bool({*mine, *theirs} & PEOPLE))


def _overlap(one: Quantity, other: Quantity) -> bool:
    """Whether both may be one count: the same bounds, about as much, or vague words that leave room for it."""
    if one.vague == other.vague and (one.low, one.high) == (other.low, other.high):
        return True
    if abs(_middle(one) - _middle(other)) <= ABOUT * max(_middle(one), _middle(other)):
        return True
    if one.vague or other.vague:
        return one.overlaps(other)
    return False


def _middle(one: Quantity) -> float:
    low = one.low if one.low is not None else one.high or 0
    return low if one.high is None else (low + one.high) / 2


def _place(before: Traits, after: Traits) -> Iterator[Differs]:
    was, now = before.telling.place, after.telling.place
    if was is None or now is None or not _tells(after, now):
        return
    if before.places and after.places:
        if not before.places & after.places and f"@{name_key(was.written)}" not in after.words:
            yield "place", Change.PLACE_ALTERED, was.written, now.written
    elif any(_misspelt(one, other) for one in _capitals(was) for other in _capitals(now)):
        yield "place", Change.PLACE_ALTERED, was.written, now.written


def _tells(one: Traits, place: Place) -> bool:
    """Whether the content itself names the place."""
    return place.span is not None and one.telling.content.contains(place.span)


def _capitals(place: Place) -> list[str]:
    return [word for word in place.written.split() if word[0].isupper()]


def _misspelt(one: str, other: str) -> bool:
    return name_key(one) != name_key(other) and closeness(one, other) >= ALTERED


def _date(before: Traits, after: Traits) -> Iterator[Differs]:
    was, now = before.telling.when, after.telling.when
    if was and now and was.when and now.when and not was.when.compatible(now.when):
        yield "when", Change.DATE_ALTERED, was.when.edtf, now.when.edtf


def _quotation(before: Traits, after: Traits) -> Iterator[Differs]:
    if before.telling.quote is Quote.INDIRECT and after.telling.quote in (Quote.DIRECT, Quote.MIXED):
        yield "quotation", Change.PARAPHRASE_MADE_QUOTATION, before.text, after.text


def _framing(before: Traits, after: Traits) -> Iterator[Differs]:
    """Words that take a side, where the wording before had none or others."""
    was, now = ([word["written"] for word in one.telling.loaded if word["use"] == "adopted"] for one in (before, after))
    new = [word for word in now if name_key(word) not in {name_key(other) for other in was}]
    if new:
        yield "wording", Change.FRAMING_CHANGED, ", ".join(was) or before.text, ", ".join(new)


def _detail(before: Traits, after: Traits) -> Iterator[Differs]:
    """What is told anew, where both share words too. That less is told is no drift: see what a report dropped."""
    new = {word: weight for word, weight in after.words.items() if word not in before.words}
    if len(new) >= DETAIL_WORDS and sum(new.values()) >= DETAIL and before.words.keys() & after.words.keys():
        yield "detail", Change.DETAIL_ADDED, None, after.text


def _order(before: Traits, after: Traits) -> Iterator[Differs]:
    """Before made after, or two things told the other way round."""
    was, now = (frozenset(WORD.findall(one.text.casefold())) for one in (before, after))
    shared = [word for word in before.spoken if word in before.words and word in after.words]
    again = [word for word in after.spoken if word in shared]
    turned = any(was & words(one) and now & words(other) for one, other in (SEQUENCE, SEQUENCE[::-1]))
    both = was & words("sequence") and now & words("sequence") and len(set(shared)) >= DETAIL_WORDS
    if (turned and len(set(shared)) > DETAIL_WORDS) or (
        both and list(dict.fromkeys(shared)) == [*dict.fromkeys(again)][::-1]
    ):
        yield "order", Change.ORDER_ALTERED, before.text, after.text


RULES = (_attribution, _name, _hedge, _quantity, _place, _date, _quotation, _framing, _detail, _order)


def drifts(
    members: Sequence[Traits], base: Traits, parents: Mapping[str, object], joins: Iterable[Join]
) -> Iterator[Drift]:
    """What each telling changed against its parent or, where that is not held, against `base`.

    Of several tellings of one report each change counts once. Who shares but a quotation may have it from whoever said
    it, too: that dropped no outlet.
    """
    by_id = {one.id: one for one in members}
    retold = {frozenset((join.one, join.other)) for join in joins if RETOLD & set(join.evidence)}
    seen: set[tuple[str, str]] = set()
    for after in members:
        parent = parents.get(after.id)
        before = by_id[parent] if isinstance(parent, str) else base
        if before is not after and before.report != after.report:
            found = drift(before, after, derived=isinstance(parent, str) and frozenset((parent, after.id)) in retold)
            yield from (item for item in found if (after.report, item.change) not in seen)
            seen |= {(after.report, item.change) for item in found}
