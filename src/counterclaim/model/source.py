"""Sources and the chain they form: outlet first, relays in order, claimant last."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from counterclaim.model.span import Span


class Link(StrEnum):
    """What a source is in the chain."""

    OUTLET = "outlet"
    RELAY = "relay"
    CLAIMANT = "claimant"


class SourceClass(StrEnum):
    """What sort of source it is."""

    NAMED_PERSON = "named_person"
    BODY = "body"
    UNNAMED_OFFICIAL = "unnamed_official"
    UNNAMED_WITNESS = "unnamed_witness"
    UNNAMED_EXPERT = "unnamed_expert"
    CROWD = "crowd"
    MEDIA = "media"
    DOCUMENT_OR_IMAGERY = "document_or_imagery"
    UNSTATED = "unstated"


@dataclass(frozen=True, slots=True)
class Source:
    """Whoever a report has something from.

    `name` is its fullest form in this report, None where no name is given; `span` the words that stand for it here.
    `role`, `actor` and `party` are filled by grounding, with its `reasons` for them.
    """

    link: Link
    name: str | None = None
    span: Span | None = None
    source_class: SourceClass | None = None
    role: str | None = None
    actor: str | None = None
    party: str | None = None
    reasons: tuple[str, ...] = ()

    @property
    def written(self) -> str | None:
        """The words that stand for it in the report."""
        return self.span.text if self.span else None

    @property
    def side(self) -> str | None:
        """The belligerent it is of; third parties, and who is not known, are of none."""
        return None if self.party == "none" else self.party

    def as_json(self) -> dict[str, Any]:
        """The public shape; of an outlet the name, and the actor and party where these are known."""
        if self.link is Link.OUTLET:
            known = {"actor": self.actor, "party": self.party} if self.actor or self.party else {}
            return {"as": str(self.link), "name": self.name} | known
        return {
            "as": str(self.link),
            "name": self.name,
            "written": self.written,
            "class": str(self.source_class) if self.source_class else None,
            "role": self.role,
            "actor": self.actor,
            "party": self.party,
            "start": self.span.start if self.span else None,
            "end": self.span.end if self.span else None,
            "reasons": list(self.reasons),
        }

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "Source":
        """The source that `as_json` wrote."""
        written = value.get("written")
        return cls(
            link=Link(value["as"]),
            name=value["name"],
            span=None if written is None else Span(value["start"], value["end"], written),
            source_class=SourceClass(value["class"]) if value.get("class") else None,
            role=value.get("role"),
            actor=value.get("actor"),
            party=value.get("party"),
            reasons=tuple(value.get("reasons", ())),
        )


@dataclass(frozen=True, slots=True)
class Chain:
    """Outlet, relays in order, claimant last; an outlet speaking in its own voice stands alone.

    >>> Chain.of("Example Wire", claimant=Source(Link.CLAIMANT, "A. Example")).as_json()[0]
    {'as': 'outlet', 'name': 'Example Wire'}
    """

    outlet: Source
    relays: tuple[Source, ...] = ()
    claimant: Source | None = None

    @classmethod
    def of(cls, outlet: str | None, *, claimant: Source | None, relays: tuple[Source, ...] = ()) -> "Chain":
        """The chain that begins with the outlet named `outlet` (None if unknown)."""
        return cls(Source(Link.OUTLET, outlet), relays, claimant)

    @property
    def sources(self) -> tuple[Source, ...]:
        """Whom the outlet has it from: relays in order, claimant last."""
        return (*self.relays, self.claimant) if self.claimant else self.relays

    def as_json(self) -> list[dict[str, Any]]:
        """The public shape: a list, outlet first."""
        return [source.as_json() for source in (self.outlet, *self.sources)]

    @classmethod
    def from_json(cls, value: list[dict[str, Any]]) -> "Chain":
        """The chain that `as_json` wrote."""
        outlet, *rest = (Source.from_json(item) for item in value)
        claimant = rest.pop() if rest and rest[-1].link is Link.CLAIMANT else None
        return cls(outlet, tuple(rest), claimant)
