"""Who said that a place is held by whom, and when: a lane for each claimant, a mark for each answer.

All functions take claims and tellings in the public shape, as they may be shown. Nothing is worked out between marks:
a claim is about the days that it names, and where nobody claims anything the lane stays empty.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from counterclaim.errors import NotFoundError, RedactedError
from counterclaim.masking.shown import Shown
from counterclaim.model.place import Candidate
from counterclaim.printing import says
from counterclaim.views.answers import Answer, Days, Holder, answer, candidates
from counterclaim.views.claimants import Claimant, claimant
from counterclaim.views.placing import Found

Json = Mapping[str, Any]
Told = tuple[Json, Mapping[str, Json]]  # a claim, and its tellings by id
HOLDING = ("control_held", "control_changed")
BESIDE = ("withdrawal", "encirclement", "assault_advance")  # they bear on control, and name no holder
KINDS = (*HOLDING, *BESIDE)
THIRD = "none"  # the party of third parties


@dataclass(frozen=True, slots=True)
class Mark:
    """What one claim answers: who holds the place, when, how firmly; told in `tellings` of the reports `told_in`.

    `part` are words for a part of the place, or for ground beside it. `candidates` are the places that may be meant,
    none where only this one is; `settled`, where the claim, by another telling of it, means this one. `holder` is None
    where nobody says who, and for kinds that have none.
    """

    claim: str
    kind: str
    days: Days
    holder: Holder | None
    polarity: str
    certainty: str
    part: str | None
    candidates: tuple[Candidate, ...]
    tellings: tuple[str, ...]
    told_in: tuple[str, ...]
    content: str
    settled: bool = False

    @property
    def reports(self) -> int:
        """In how many reports it is told."""
        return len(self.told_in)

    @property
    def doubtful(self) -> bool:
        """Whether another place may be meant."""
        return bool(self.candidates)

    @property
    def is_of_holding(self) -> bool:
        """Whether it says who holds the place, or who does not."""
        return self.kind in HOLDING

    def as_json(self) -> dict[str, Any]:
        """The public shape."""
        return {
            **self.days.as_json(),
            "holder": self.holder.as_json() if self.holder else None,
            "inferred": self.holder.inferred if self.holder else None,
            "polarity": self.polarity, "certainty": self.certainty, "part": self.part, "doubtful": self.doubtful,
            "settled": self.settled,
            "candidates": [one.as_json() for one in self.candidates], "kind": self.kind, "claim": self.claim,
            "tellings": list(self.tellings), "reports": self.reports, "content": self.content,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Lane:
    """A claimant and what he claims of the place, by day; what has no day comes last."""

    claimant: Claimant
    marks: tuple[Mark, ...]

    def as_json(self, place: Json) -> dict[str, Any]:
        """The public shape: one line of `--json`."""
        head = {"place": dict(place), "claimant": self.claimant.as_json(), "party": self.claimant.party}
        return head | {"marks": [mark.as_json() for mark in self.marks]}


@dataclass(frozen=True, slots=True)
class Asked:
    """Which claims are wanted: told in reports published from the day `since` to `until`, the `most` told last."""

    since: str | None = None
    until: str | None = None
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Control:
    """All lanes of a place; `parties` are the names of its theatre's parties by id.

    `older`: claims told earlier are left out, since no more were asked for.
    """

    id: str
    name: str
    full_name: str
    parties: Mapping[str, str]
    lanes: tuple[Lane, ...]
    older: bool = False

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks of all lanes."""
        return tuple(mark for lane in self.lanes for mark in lane.marks)

    def party(self, name: str | None) -> str:
        """What a party is called; third parties have no name, nor has one that is not known."""
        if name == THIRD:
            return "third parties"
        return self.parties.get(name, name) if name else "party not known"

    def as_json(self) -> Iterator[dict[str, Any]]:
        """Its lanes in the public shape."""
        return (lane.as_json({"id": self.id, "name": self.name}) for lane in self.lanes)


def control(shown: Shown, found: Found, asked: Asked) -> Control:
    """Who said that a place is held by whom, by the claims asked for."""
    place = found.place.id
    limit = None if asked.most is None else asked.most + 1  # one more, to know whether there are older ones
    names = shown.store.claims_at(place, kinds=KINDS, since=asked.since, until=asked.until, limit=limit)
    outlined = shown.outlined(map(shown.store.claim, names[: asked.most]))
    claims = [(claim, shown.told(claim)) for claim in outlined]
    made = lanes(place, claims, answered(shown, claims))
    older = len(names) > len(claims)
    return Control(place, found.place.name, found.full_name, found.parties(), tuple(made), older)


def answered(shown: Shown, claims: Iterable[Told]) -> dict[str, Json]:
    """The tellings by id, as far as they are held, that denials without a holder answer, if they say who holds it."""
    lines = [line for _, told in claims for line in told.values() if line["kind"] in HOLDING]
    open_ = [line for line in lines if line["answers"] and not line["slots"].get("holder")]
    found = (_held(shown, name) for name in dict.fromkeys(line["answers"] for line in open_))
    return {line["id"]: line for line in found if line and line["kind"] in HOLDING}


def _held(shown: Shown, telling: str) -> Json | None:
    try:
        return shown.telling(telling)
    except (NotFoundError, RedactedError):  # or another reading took its place
        return None


def lanes(place: str, claims: Iterable[Told], answering: Mapping[str, Json] | None = None) -> list[Lane]:
    """The lanes of the place of that id: those of one party together, whoever spoke of it first before others.

    `answering` are tellings that denials answer, as `answered` finds them.
    """
    held, lines = list(claims), answering or {}
    found: dict[Any, list[tuple[Claimant, Mark]]] = {}
    for claim, told in held:
        for mark in _marks(place, claim, told, lines):
            who = claimant(claim, told)
            found.setdefault(who.key, []).append((who, mark))
    made = [_lane(pairs) for pairs in found.values()]
    firsts: dict[str | None, tuple[Any, ...]] = {}
    for lane in made:
        firsts[lane.claimant.party] = min(firsts.get(lane.claimant.party, _first(lane)), _first(lane))
    return sorted(made, key=lambda lane: (firsts[lane.claimant.party], _first(lane)))


def _lane(pairs: list[tuple[Claimant, Mark]]) -> Lane:
    who = Claimant.joined([one for one, _ in pairs])
    return Lane(who, tuple(sorted((mark for _, mark in pairs), key=_order)))


def _first(lane: Lane) -> tuple[Any, ...]:
    """When somebody spoke first of the place, as far as that is known."""
    return min((mark.days.told or date.max, mark.claim) for mark in lane.marks)


def _order(mark: Mark) -> tuple[Any, ...]:
    days = mark.days
    return (days.first or date.max, days.last or date.max, KINDS.index(mark.kind), mark.claim, mark.tellings)


def _marks(place: str, claim: Json, told: Mapping[str, Json], lines: Mapping[str, Json]) -> Iterator[Mark]:
    """A mark for each answer that the tellings of a claim give, as the first that gives it words it."""
    groups: dict[Any, list[tuple[Json, Answer]]] = {}
    for line in told.values():
        meant = candidates(line, place)
        if line["kind"] in KINDS and meant is not None:
            found = answer(claim, line, told, lines)
            groups.setdefault((line["kind"], found.key, bool(meant)), []).append((line, found))
    for (kind, _, _), group in groups.items():
        found = min((each for _, each in group), key=lambda one: one.is_inferred)
        first, meant = group[0][0], candidates(group[0][0], place) or ()
        yield Mark(
            claim["id"], kind, found.days, found.holder if kind in HOLDING else None,
            found.polarity, found.certainty, found.part, meant,
            tuple(line["id"] for line, _ in group), tuple(sorted({line["report"]["id"] for line, _ in group})),
            says(first["content"]), bool(meant) and _settles(claim, place),
        )  # fmt: skip


def _settles(claim: Json, place: str) -> bool:
    """Whether a claim as a whole means that place."""
    slots = claim["slots"]
    return any(one and one["id"] == place for one in slots.get("places") or [slots.get("place")])
