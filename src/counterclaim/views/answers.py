"""What one telling answers to who holds a place: whom it names, on which days, how firmly, of what part."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

from counterclaim.errors import BadValueError
from counterclaim.lang.parts import part
from counterclaim.model.place import Candidate
from counterclaim.model.when import When
from counterclaim.printing import places_of, says

Json = Mapping[str, Any]
WHEN, SAID, REPORT = "when", "said", "report"  # by what a day is known: as claimed, as said, as published
ANSWERED = "holder of the telling it answers"
DAY = len("2025-12-07")


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a place by a claim: the party, actor or words for them; `inferred` says from what no words name it."""

    party: str | None
    actor: str | None
    written: str | None
    inferred: str | None = None

    @property
    def key(self) -> str | None:
        """By what two are one: the party, else the actor, else the words."""
        return self.party or self.actor or (self.written or "").casefold() or None

    def as_json(self) -> dict[str, Any]:
        """`{party, actor, written}`, the public shape."""
        return {"party": self.party, "actor": self.actor, "written": self.written}


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a claim is placed on: `edtf` as EDTF has them, `first` and `last` where the calendar has them.

    `basis` is WHEN, SAID or REPORT, None where nothing tells the day; `written` are the words for it. Of a span without
    an end `last` is the day on which it was said, which is as far as its words can reach; of one without a beginning
    `first` is its end. `told` is the day on which it was said or, where that is not known, published.
    """

    basis: str | None = None
    edtf: str | None = None
    first: date | None = None
    last: date | None = None
    written: str | None = None
    told: date | None = None

    def as_json(self) -> dict[str, Any]:
        """`{day, basis, written}`, the public shape."""
        return {"day": self.edtf, "basis": self.basis, "written": self.written}


@dataclass(frozen=True, slots=True)
class Answer:
    """Whom a telling names as holder, on which days, how firmly, of what part."""

    days: Days
    holder: Holder | None
    polarity: str
    certainty: str
    part: str | None

    @property
    def key(self) -> tuple[Any, ...]:
        """By what two tellings of one claim give one answer."""
        days = (self.days.basis, self.days.edtf)
        holder = self.holder.key if self.holder else None
        return (*days, holder, self.polarity, self.certainty, (self.part or "").casefold())

    @property
    def is_inferred(self) -> bool:
        """Whether no words of it name the holder."""
        return self.holder is None or self.holder.inferred is not None


def answer(claim: Json, line: Json, told: Mapping[str, Json], lines: Mapping[str, Json]) -> Answer:
    """What a telling of a claim answers; `told` are the claim's tellings, `lines` all that may be answered by it."""
    stance = line["stance"] or {}
    polarity, certainty = stance.get("polarity") or "affirms", stance.get("certainty") or "asserted"
    return Answer(days(claim, line, told), _holder(line, lines), polarity, certainty, _part(line))


def candidates(line: Json, place: str) -> tuple[Candidate, ...] | None:
    """The places that a telling may mean: none where it means that one, None where it does not mean it at all."""
    found: tuple[Candidate, ...] | None = None
    for one in places_of(line):
        if one["id"] == place:
            return ()
        if one["id"] is None and any(other["id"] == place for other in one["alternatives"]):
            found = tuple(map(Candidate.from_json, one["alternatives"]))
    return found


def days(claim: Json, line: Json, told: Mapping[str, Json]) -> Days:
    """The day of what is claimed; else that on which it was said; else that of the claim's earliest report."""
    said = line["said"] or claim["occasion"].get("said")
    first = min((one["report"]["published"][:DAY] for one in told.values() if one["report"]["published"]), default=None)
    spoken = _dated(SAID, said) if said and said["edtf"] else Days()
    known = spoken if spoken.first else Days(REPORT, first, *_bounds(first)) if first else Days()
    claimed = line["when"] or claim["slots"].get("when")
    return replace(_dated(WHEN, claimed, until=known.last) if claimed else known, told=known.first)


def _dated(basis: str, value: Json, until: date | None = None) -> Days:
    first, last = _bounds(value["edtf"], until)
    return Days(basis, value["edtf"], first, last, value["written"])


@lru_cache(maxsize=10_000)
def _bounds(edtf: str | None, until: date | None = None) -> tuple[date | None, date | None]:
    """First and last day; neither where the year is not known."""
    try:
        when = When.parse(edtf or "")
    except BadValueError:
        return None, None
    if not when.year_known:
        return None, None
    first, last = when.bounds()
    if last is None:
        return first, max(until or first, first) if first else None
    return first or last, last


def _holder(line: Json, lines: Mapping[str, Json]) -> Holder | None:
    """Who holds it by the telling; of a denial that names nobody, by what somebody of another party said before."""
    slot = line["slots"].get("holder")
    if slot:
        return _named(slot, slot.get("inferred"))
    answered = lines.get(line["answers"] or "")
    if answered is None or (line["stance"] or {}).get("polarity") in (None, "affirms"):
        return None
    other, parties = answered["slots"].get("holder"), {one["chain"][-1].get("party") for one in (line, answered)}
    # Who denies what his own side says is mostly read wrong: it was the others that he answered.
    return _named(other, ANSWERED) if other and len(parties) > 1 else None


def _named(slot: Json, inferred: str | None) -> Holder:
    return Holder(slot.get("party"), slot.get("actor"), slot.get("written"), inferred)


def _part(line: Json) -> str | None:
    """The words for a part of the place that belong to its name; else those in what is claimed."""
    named = next((one["part"] for one in places_of(line) if one["part"]), None)
    return named or part(says(dict(line["content"])), line["report"]["language"])
