"""Which telling a denial, a doubt or a reply answers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.kinds.kinds import family
from counterclaim.lang.data import rows
from counterclaim.model.stance import Polarity
from counterclaim.model.telling import Telling, Voice

FARTHEST = 8  # tellings back
WORD = re.compile(r"\w{4,}")


def answered(tellings: Sequence[Telling]) -> Iterator[Telling]:
    """The tellings, where one denies or doubts with what it answers: the nearest before it that it speaks of.

    A content that only points ("the claims", "it") has the kind, and the place, of what it answers.
    """
    made: list[Telling] = []
    for at, one in enumerate(tellings):
        before = list(reversed(made[max(0, at - FARTHEST) :]))
        found = _answered(one, before, tellings[at + 1 : at + 2])
        made.append(_with_answer(one, found) if found else one)
    yield from made


def _with_answer(one: Telling, found: Telling) -> Telling:
    if not _points(one):
        return replace(one, answers=found.id)
    placed = one if one.place else replace(one, place=found.place, places=found.places)
    return replace(placed, answers=found.id, kind=found.kind)


def _answered(one: Telling, before: Sequence[Telling], behind: Sequence[Telling]) -> Telling | None:
    if one.stance is None or one.stance.polarity is Polarity.AFFIRMS:
        return None
    others = [other for other in before if _speaker(other) != _speaker(one) or _speaker(one) is None]
    if _points(one):
        return others[0] if others else None
    near = [other for other in (*others, *behind) if _speaker(other) != _speaker(one)]
    ranked = sorted(near, key=lambda other: -_likeness(one, other))  # the nearest of the likest
    return ranked[0] if ranked and _likeness(one, ranked[0]) >= 2 else None


def _likeness(one: Telling, other: Telling) -> int:
    """How much two tellings speak of the same: the kind family, a place, words."""
    same = family(one.kind) == family(other.kind)
    places = {place.written for place in one.all_places} & {place.written for place in other.all_places}
    shared = _words(one) & _words(other)
    return 2 * same + 2 * bool(places) + min(2, len(shared))


def _words(one: Telling) -> set[str]:
    return {word.lower() for part in one.pieces for word in WORD.findall(part.text)}


def _speaker(one: Telling) -> str | None:
    claimant = one.chain.claimant
    if one.voice is Voice.OUTLET or claimant is None:
        return "" if one.voice is Voice.OUTLET else None
    return claimant.name or claimant.written


def _points(one: Telling) -> bool:
    """Whether the content says nothing itself: "the claims", "this version", "it"."""
    words = re.findall(r"\w+", " ".join(part.text for part in one.pieces).lower())
    held = rows("en", "answers")
    return len(words) <= held["longest"] and bool(words) and words[-1] in held["pointing"]
