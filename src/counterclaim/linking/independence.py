"""How many independent sources stand behind claims that agree."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from counterclaim.linking.identity import NOBODY, Identity, identity
from counterclaim.model.claim import Claim
from counterclaim.model.source import SourceClass
from counterclaim.model.telling import Telling

UNSEEN = frozenset({SourceClass.DOCUMENT_OR_IMAGERY})


@dataclass(frozen=True, slots=True)
class Root:
    """An independent source behind claims, after joining what depends on one another; `name` None: nobody named.

    `claims` and `tellings` are ids of what rests on it; `reasons` say why sources were taken together.
    """

    name: str | None
    source_class: str | None
    actor: str | None
    party: str | None
    claims: tuple[str, ...]
    tellings: tuple[str, ...]
    reasons: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The public shape."""
        head = {"name": self.name, "class": self.source_class, "actor": self.actor, "party": self.party}
        return head | {"claims": list(self.claims), "tellings": list(self.tellings), "reasons": list(self.reasons)}


def roots(claims: Sequence[Claim], tellings: Mapping[str, Telling]) -> list[Root]:
    """The independent sources behind `claims`; named ones in the order of the claims, unnamed ones as one, last.

    The outlet's own voice is none, nor is imagery or a document that a retelling adds and nobody shows.
    """
    groups: list[list[_Voice]] = []
    for voice in (found for claim in claims for found in _voices(claim, tellings)):
        kin = [group for group in groups if any(voice.depends(other) for other in group)]
        merged = [*(other for group in kin for other in group), voice]
        groups = [group for group in groups if group not in kin] + [merged]
    named = [group for group in groups if any(one.who.is_known for one in group)]
    unnamed = [one for group in groups if group not in named for one in group]
    return [_root(group) for group in [*named, *([unnamed] if unnamed else [])]]


@dataclass(frozen=True, slots=True)
class _Voice:
    """The claimant of a claim, as its fullest telling names it."""

    claim: Claim
    telling: Telling
    who: Identity

    def depends(self, other: "_Voice") -> bool:
        """Whether both are one source, or one is under the other."""
        if not self.who.is_known or not other.who.is_known:
            return not self.who.is_known and not other.who.is_known
        return self.who.kin(other.who)


def _voices(claim: Claim, tellings: Mapping[str, Telling]) -> Iterator[_Voice]:
    told = [tellings[name] for name in claim.tellings if name in tellings]
    attributed = [one for one in told if one.chain.claimant is not None]
    named = [one for one in attributed if identity(one.chain.claimant, one.report.theatre) is not NOBODY]
    seen = [one for one in attributed if one.chain.claimant and one.chain.claimant.source_class not in UNSEEN]
    for one in (named or seen)[:1]:
        yield _Voice(claim, one, identity(one.chain.claimant, one.report.theatre))


def _root(group: Sequence[_Voice]) -> Root:
    best = next((one for one in group if one.who.actor), group[0])
    claimant = best.telling.chain.claimant
    assert claimant is not None  # noqa: S101 voices have one
    names = tuple(dict.fromkeys(name for one in group for name in one.claim.tellings))
    return Root(
        claimant.name,
        str(claimant.source_class) if claimant.source_class else None,
        claimant.actor,
        claimant.party,
        tuple(dict.fromkeys(one.claim.id for one in group)),
        names,
    )
