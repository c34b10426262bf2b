"""How well what is told is understood: kind, slots, dates, numbers, stance; on tellings found, and end to end."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from counterclaim.evaluating.alignment import words
from counterclaim.evaluating.scores import Score, right, summed
from counterclaim.model.place import Place
from counterclaim.model.quantity import Quantity
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling, written_span
from counterclaim.model.vocabulary import ROLES
from counterclaim.model.when import Dated

Pairs = Sequence[tuple[Telling | None, Telling | None]]


def scores(pairs: Pairs) -> dict[str, Score]:
    """Of one report's aligned tellings, every layer but the attribution itself."""
    return summed(_all(pairs))


def _all(pairs: Pairs) -> Iterator[tuple[str, Score]]:
    both = [(one, other) for one, other in pairs if one and other]
    yield from _tellings(pairs)
    for one, other in both:
        yield from _labels(one, other)
        yield from _stance(one, other)
        yield from _dates(one, other)
        yield from _slots(one, other)
        yield from _quantities(one, other)
        yield from _people(one, other)


def _tellings(pairs: Pairs) -> Iterator[tuple[str, Score]]:
    """Tellings found, and found with the right kind; each once more by voice and by kind."""
    for one, other in pairs:
        hit = one is not None and other is not None
        yield "tellings found", Score(hit, other is not None, one is not None)
        if one and one.voice:
            yield f"tellings found, {one.voice} voice (recall)", right(hit)
        same = one is not None and other is not None and one.kind == other.kind
        yield "kind, end to end", Score(same, bool(other and other.kind), one is not None)
        for kind in {telling.kind for telling in (one, other) if telling and telling.kind}:
            asked = bool(one and one.kind == kind), bool(other and other.kind == kind)
            yield f"kind {kind}", Score(all(asked), asked[1], asked[0])


def _labels(one: Telling, other: Telling) -> Iterator[tuple[str, Score]]:
    """Labels with one answer for each telling."""
    for name in ("kind", "voice", "quote", "cue_type", "knowledge"):
        ours, theirs = getattr(one, name), getattr(other, name)
        if ours is not None or theirs is not None:
            yield f"{name.replace('_', ' ')}, of those found", right(ours == theirs)
    if one.background or other.background:
        yield "background, of those found", Score(one.background and other.background, other.background, one.background)
    yield "notes, of those found", _sets(set(one.notes), set(other.notes))


def _stance(one: Telling, other: Telling) -> Iterator[tuple[str, Score]]:
    if one.stance:
        yield (
            "polarity, of those found",
            right(other.stance is not None and one.stance.polarity is other.stance.polarity),
        )
        same = other.stance is not None and one.stance.certainty is other.stance.certainty
        yield "certainty, of those found", right(same)


def _dates(one: Telling, other: Telling) -> Iterator[tuple[str, Score]]:
    for name in ("said", "when"):
        ours, theirs = getattr(one, name), getattr(other, name)
        score = _either(ours, theirs, _same_date)
        yield f"{name}, value", score
        yield "said or when, value and which", score


def _same_date(one: Dated, other: Dated) -> bool:
    return one.when == other.when


def _slots(one: Telling, other: Telling) -> Iterator[tuple[str, Score]]:
    for role in ROLES:
        score = _either(one.slots.get(role), other.slots.get(role), _same_slot)
        yield f"slot {role}", score
        if role != "means":
            yield "slots agent, affected, holder", score
    ours, theirs = (telling.all_places for telling in (one, other))
    place = _listed(ours, theirs, _same_place)
    quantity = _listed(one.quantities, other.quantities, _same_count)
    when = _either(one.when, other.when, _same_date)
    yield from (("slot place", place), ("slot quantity", quantity))
    yield "slots place, when, quantity", place + quantity + when


def _same_slot(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """They share words; without words, a party."""
    ours, theirs = (words([written_span(slot)]) for slot in (one, other))
    return bool(ours & theirs) if ours or theirs else None is not one.get("party") == other.get("party")


def _same_place(one: Place, other: Place) -> bool:
    """Both tied to the same place, or both undecided and sharing a candidate; not tied to any, they share words."""
    if one.candidates and other.candidates:
        return one.state is other.state and bool(one.candidates & other.candidates)
    return _shares(one.span, other.span)


def _same_count(one: Quantity, other: Quantity) -> bool:
    return (one.low, one.high) == (other.low, other.high) and _shares(one.span, other.span)


def _shares(one: Span | None, other: Span | None) -> bool:
    return bool(words([one]) & words([other]))


def _quantities(one: Telling, other: Telling) -> Iterator[tuple[str, Score]]:
    def whole(ours: Quantity, theirs: Quantity) -> bool:
        return _same_count(ours, theirs) and ours.metric == theirs.metric and _same_who(ours, theirs)

    yield "quantity: metric, range, who", _listed(one.quantities, other.quantities, whole)


def _same_who(one: Quantity, other: Quantity) -> bool:
    """One's words hold the last word of the other, whatever its number, as "soldier" and "Vardian soldiers"."""
    ours, theirs = ([word.removesuffix("s") for word in (count.who or "").casefold().split()] for count in (one, other))
    return not (ours or theirs) or bool(ours and theirs and (ours[-1] in theirs or theirs[-1] in ours))


def _people(one: Telling, other: Telling) -> Iterator[tuple[str, Score]]:
    ours, theirs = one.chain.claimant, other.chain.claimant
    if ours and ours.span:
        yield (
            "class of claimant, of those found",
            right(theirs is not None and theirs.source_class is ours.source_class),
        )
        if ours.party is not None:
            yield "party of claimant, of those found", right(theirs is not None and theirs.party == ours.party)
    relays = [[source.span for source in telling.chain.relays] for telling in (one, other)]
    relay = _listed(relays[0], relays[1], _shares)
    addressee = _either(one.addressee, other.addressee, _same_slot)
    yield from (("relay, of those found", relay), ("addressee, of those found", addressee))
    yield "relay or addressee, of those found", relay + addressee


def _either(ours: Any, theirs: Any, same: Callable[[Any, Any], bool]) -> Score:
    """The score of a value that either side may lack."""
    hit = ours is not None and theirs is not None and same(ours, theirs)
    return Score(hit, theirs is not None, ours is not None)


def _listed(ours: Sequence[Any], theirs: Sequence[Any], same: Callable[[Any, Any], bool]) -> Score:
    """The score of a list, each item matched at most once."""
    left = list(theirs)
    hit = 0
    for one in ours:
        partner = next((at for at, other in enumerate(left) if same(one, other)), None)
        if partner is not None:
            hit += 1
            left.pop(partner)
    return Score(hit, len(theirs), len(ours))


def _sets(ours: set[str], theirs: set[str]) -> Score:
    return Score(len(ours & theirs), len(theirs), len(ours))
