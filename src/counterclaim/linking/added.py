"""What a report adds to the one it derives from, and what it leaves out."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from counterclaim.linking.identity import identity
from counterclaim.model.claim import Claim
from counterclaim.model.source import SourceClass
from counterclaim.model.stance import Polarity
from counterclaim.model.telling import Telling

NOBODY = (None, SourceClass.UNSTATED, SourceClass.DOCUMENT_OR_IMAGERY)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports, of which `to` derives from `from_`, by the ids of tellings.

    `added`: told in `to`, in no earlier report held, by nobody named. `dropped`: told in `from_`, and their claims not
    in `to`; `counterclaims` those of them that deny, or are the other side's.
    """

    from_: str
    to: str
    added: tuple[str, ...]
    dropped: tuple[str, ...]
    counterclaims: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        """`{from, to, added, dropped, counterclaims}`, reports and tellings by id."""
        lists = {name: list(getattr(self, name)) for name in ("added", "dropped", "counterclaims")}
        return {"from": self.from_, "to": self.to} | lists


def derived(claim: Claim, report_of: Mapping[str, str]) -> list[tuple[str, str]]:
    """The reports that derive from one another by a claim's tree, as `(from, to)`; `report_of` a telling."""
    edges = ((end, name) for name, end in claim.parents.items() if isinstance(end, str))
    pairs = ((report_of[end], report_of[name]) for end, name in edges if end in report_of and name in report_of)
    return [(before, after) for before, after in dict.fromkeys(pairs) if before != after]


def compared(before: Sequence[Telling], after: Sequence[Telling], claims: Iterable[Claim]) -> Pair:
    """What the report of the tellings `after` adds to, and leaves out of, that of `before`.

    Both are all tellings of their reports, in order; `claims` all claims that these are of.
    """
    claim_of = {name: claim for claim in claims for name in claim.tellings}
    theirs = {claim_of[one.id].id for one in after if one.id in claim_of}
    ours = {one.id for one in after}
    new = [one for one in after if one.id in claim_of and claim_of[one.id].tellings[0] in ours and _by_nobody(one)]
    gone = [one for one in before if one.id in claim_of and claim_of[one.id].id not in theirs]
    parties = {party for one in after if (party := _party(one))}
    counter = [one for one in gone if _denies(one) or (parties and _party(one) and _party(one) not in parties)]
    ids = (tuple(one.id for one in found) for found in (new, gone, counter))
    return Pair(before[0].report.id, after[0].report.id, *ids)


def _by_nobody(one: Telling) -> bool:
    claimant = one.chain.claimant
    source_class = claimant.source_class if claimant else None
    return source_class in NOBODY and not identity(claimant, one.report.theatre).is_known


def _denies(one: Telling) -> bool:
    return one.stance is not None and one.stance.polarity is not Polarity.AFFIRMS


def _party(one: Telling) -> str | None:
    return one.chain.claimant.side if one.chain.claimant else None
