"""A claim: what one claimant put forward on one occasion, with every telling of it and how they hang together."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Change(StrEnum):
    """What a retelling does to what it retells."""

    RELAY_DROPPED = "relay_dropped"
    RELAY_ADDED = "relay_added"
    RELAY_CHANGED = "relay_changed"
    ATTRIBUTION_DROPPED = "attribution_dropped"
    ATTRIBUTION_ADDED = "attribution_added"
    HEDGE_DROPPED = "hedge_dropped"
    HEDGE_ADDED = "hedge_added"
    NUMBER_RAISED = "number_raised"
    NUMBER_LOWERED = "number_lowered"
    NAME_ALTERED = "name_altered"
    PLACE_ALTERED = "place_altered"
    DATE_ALTERED = "date_altered"
    POLARITY_FLIPPED = "polarity_flipped"
    FRAMING_CHANGED = "framing_changed"
    PARAPHRASE_MADE_QUOTATION = "paraphrase_made_quotation"
    ORDER_ALTERED = "order_altered"
    DETAIL_ADDED = "detail_added"
    DETAIL_DROPPED = "detail_dropped"


class Evidence(StrEnum):
    """By what two tellings are joined.

    A citation, a copied passage, a shared quotation and a rewrite (several tellings of two reports match) show that
    one derives from the other or both from one source; a repeat is of one report; like wording and an occasion do not.
    """

    CITATION = "citation"
    PASSAGE = "passage"
    QUOTATION = "quotation"
    TRANSLATED_QUOTATION = "translated_quotation"
    REWRITE = "rewrite"
    REPEAT = "repeat"
    WORDING = "wording"
    OCCASION = "occasion"


@dataclass(frozen=True, slots=True)
class Join:
    """Two tellings that are of one claim: `one` and `other` are ids, `one` the smaller.

    `points` say how much speaks for it, `evidence` what does, `reasons` the same for a person.
    """

    one: str
    other: str
    points: int
    evidence: tuple[Evidence, ...]
    reasons: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """The public shape."""
        found = {"evidence": [str(one) for one in self.evidence], "reasons": list(self.reasons)}
        return {"one": self.one, "other": self.other, "points": self.points} | found

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "Join":
        """The join that `as_json` wrote."""
        evidence = tuple(Evidence(one) for one in value["evidence"])
        return cls(value["one"], value["other"], value["points"], evidence, tuple(value["reasons"]))


@dataclass(frozen=True, slots=True)
class Unheld:
    """A source that is cited for a claim and of which no report is held; `actor` is the roster's id where known."""

    name: str
    actor: str | None = None

    def as_json(self) -> dict[str, Any]:
        """`{unheld: NAME}`, with `actor` where it is known."""
        return {"unheld": self.name} | ({"actor": self.actor} if self.actor else {})


End = str | Unheld
"""Where an edge of the tree begins: a telling's id, or a source that is cited and not held."""


def end_json(end: End | None) -> Any:
    """A telling's id, `{unheld: NAME}`, or None."""
    return end.as_json() if isinstance(end, Unheld) else end


def end_from_json(value: Any) -> End | None:
    """The end that `end_json` wrote."""
    return Unheld(value["unheld"], value.get("actor")) if isinstance(value, dict) else value


@dataclass(frozen=True, slots=True)
class Drift:
    """What differs in the telling `to` from the telling `from_` of the same claim: a slot, how, and both wordings."""

    from_: str
    to: str
    slot: str
    change: Change
    was: str | None
    is_: str | None

    def as_json(self) -> dict[str, Any]:
        """`{from, to, slot, change, was, is}`, the public shape."""
        ends = {"from": self.from_, "to": self.to}
        return ends | {"slot": self.slot, "change": str(self.change), "was": self.was, "is": self.is_}

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "Drift":
        """The drift that `as_json` wrote."""
        return cls(
            value["from"], value["to"], value["slot"], Change(value["change"]), value["was"], value["is"]
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Claim:
    """What one claimant put forward on one occasion, made once and told in `tellings`.

    `tellings` are ids in canonical order (published, report id, place in it); the claim's id comes from the first.
    `claimant`, `kind`, `occasion` and `slots` are those of the fullest telling nearest the origin, in the public
    shape of a telling's; `content` its words, `stance` its polarity and certainty. `origin` is the earliest telling
    held, or an unheld source that all hang under. `parents` says of each telling but the origin what it derives from
    (None: nothing shows it). `unheld` are all sources cited and not held. `joins` are why the tellings are one claim.
    `by` names the rules and version.
    """

    id: str
    claimant: dict[str, Any] | None = field(hash=False)
    kind: str | None
    content: str
    occasion: dict[str, Any] = field(hash=False)
    slots: dict[str, Any] = field(hash=False)
    tellings: tuple[str, ...]
    origin: End
    parents: dict[str, End | None] = field(hash=False)
    unheld: tuple[Unheld, ...]
    drift: tuple[Drift, ...]
    joins: tuple[Join, ...]
    by: str
    stance: dict[str, Any] | None = field(default=None, hash=False)

    def as_json(self) -> dict[str, Any]:
        """The public shape."""
        head = {
            name: getattr(self, name) for name in ("id", "claimant", "kind", "content", "stance", "occasion", "slots")
        }
        return head | {
            "tellings": list(self.tellings),
            "origin": end_json(self.origin),
            "parents": {name: end_json(end) for name, end in self.parents.items()},
            "unheld": [one.as_json() for one in self.unheld],
            "drift": [one.as_json() for one in self.drift],
            "joins": [one.as_json() for one in self.joins],
            "by": self.by,
        }

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "Claim":
        """The claim that `as_json` wrote. Raises KeyError where a field is missing."""
        names = ("id", "claimant", "kind", "content", "stance", "occasion", "slots", "by")
        origin = end_from_json(value["origin"])
        if origin is None:
            raise KeyError("origin")
        return cls(
            **{name: value[name] for name in names},
            tellings=tuple(value["tellings"]),
            origin=origin,
            parents={name: end_from_json(end) for name, end in value["parents"].items()},
            unheld=tuple(Unheld(one["unheld"], one.get("actor")) for one in value["unheld"]),
            drift=tuple(Drift.from_json(one) for one in value["drift"]),
            joins=tuple(Join.from_json(one) for one in value["joins"]),
        )
