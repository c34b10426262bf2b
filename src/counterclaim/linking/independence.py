"""How many independent sources stand behind claims that agree."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from counterclaim.linking.identity import Identity, name_of
from counterclaim.linking.traits import Traits
from counterclaim.model.claim import Claim
from counterclaim.model.source import Source, SourceClass
from counterclaim.model.telling import Telling

UNSEEN = frozenset({SourceClass.DOCUMENT_OR_IMAGERY, SourceClass.UNSTATED, SourceClass.MEDIA})
SAW = "saw"


@dataclass(frozen=True, slots=True)
class Root:
    """An independent source behind claims, after joining what depends on one another; `name` None: nobody named.

    `claims` and `tellings` are ids of what rests on it; `reasons` say why sources were taken together. `written` are
    the words by which those are called who are not named: "a senior official".
    """

    name: str | None
    source_class: str | None
    actor: str | None
    party: str | None
    claims: tuple[str, ...]
    tellings: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    written: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The public shape."""
        head: dict[str, Any] = {"name": self.name, "class": self.source_class, "actor": self.actor, "party": self.party}
        head |= {"claims": list(self.claims), "tellings": list(self.tellings), "reasons": list(self.reasons)}
        return head | {"written": list(self.written)}


def roots(claims: Sequence[Claim], tellings: Mapping[str, Telling]) -> list[Root]:
    """The independent sources behind `claims`; named ones in the order of the claims, unnamed ones as one, last.

    The outlet's own voice is none unless it is a body that speaks for itself or says that it saw, nor is a picture or
    document that no known body is said to have given. Who is under another (command, ownership, an office in it) is one
    with it.
    """
    groups: list[list[_Voice]] = []
    for voice in (found for claim in claims if (found := _voice(claim, tellings))):
        kin = [group for group in groups if any(voice.is_one_with(other) for other in group)]
        merged = [*(other for group in kin for other in group), voice]
        groups = [group for group in groups if group not in kin] + [merged]
    named = [group for group in groups if group[0].who.is_known]
    unnamed = [one for group in groups if not group[0].who.is_known for one in group]
    return [_root(group) for group in (*named, unnamed) if group]


@dataclass(frozen=True, slots=True)
class _Voice:
    """Who claims, as one telling of the claim tells it."""

    claim: Claim
    telling: Telling
    who: Identity

    @property
    def source(self) -> Source:
        """The source as the telling has it; of an outlet's own voice the outlet."""
        return self.telling.chain.claimant or self.telling.chain.outlet

    @property
    def name(self) -> str | None:
        """Its name in the roster, else in the report; of a spokesperson the body's."""
        actor = self.who.speaks_for or self.who.actor
        return name_of(actor, self.telling.report.theatre) or self.source.name or self.source.written

    def is_one_with(self, other: "_Voice") -> bool:
        """Whether both are one source, or one is under the other."""
        return self.who.is_known and other.who.is_known and self.who.kin(other.who)


def _voice(claim: Claim, tellings: Mapping[str, Telling]) -> _Voice | None:
    """Of a claim's tellings the first that names who claims; else one that has it from somebody who is not named."""
    told = [Traits(tellings[name]) for name in claim.tellings if name in tellings]
    named = [one for one in told if one.claimant.is_known and (_class(one) not in UNSEEN or _given(one))]
    unnamed = [one for one in told if _saw(one) or not (one.own_voice or _class(one) in UNSEEN)]
    return next((_Voice(claim, one.telling, one.claimant) for one in (*named, *unnamed)), None)


def _class(one: Traits) -> SourceClass | None:
    claimant = one.telling.chain.claimant
    return claimant.source_class if claimant else None


def _given(one: Traits) -> bool:
    """Whether it is a document or picture, and a body that is no medium gave it."""
    return _class(one) is SourceClass.DOCUMENT_OR_IMAGERY and bool(one.claimant.actor) and not one.claimant.is_medium


def _saw(one: Traits) -> bool:
    return one.own_voice and one.telling.knowledge == SAW


def _root(group: Sequence[_Voice]) -> Root:
    best = min(group, key=lambda one: (one.who.actor is None, one.source.name is None))
    return Root(
        best.name if best.who.is_known else None,
        str(best.source.source_class) if best.source.source_class else None,
        best.who.speaks_for or best.who.actor,
        best.source.party,
        tuple(dict.fromkeys(one.claim.id for one in group)),
        tuple(dict.fromkeys(name for one in group for name in one.claim.tellings)),
        tuple(_reasons(group)),
        () if best.who.is_known else tuple(dict.fromkeys(filter(None, (one.source.written for one in group)))),
    )


def _reasons(group: Sequence[_Voice]) -> Iterator[str]:
    names = list(dict.fromkeys(one.name for one in group if one.name))
    if len(names) > 1:
        yield f"{', '.join(names)}: one source, or one under the other"
