"""A small linker for tests of the ledger: tellings that share two long words are joined; one claim a claimant.

What it gives hangs on the order of its arguments on purpose, so that a ledger that hands them over as they arrive is
found out.
"""

import hashlib
from collections.abc import Sequence
from itertools import combinations, product

from counterclaim.model.claim import Change, Claim, Drift, Evidence, Join
from counterclaim.model.telling import Telling


def words(telling: Telling) -> set[str]:
    return {word for word in telling.content.text.casefold().split() if len(word) > 3}


def claimant(telling: Telling) -> str | None:
    return telling.chain.claimant.written if telling.chain.claimant else None


class WordLinker:
    def __init__(self, by: str = "words/1", shared: int = 2) -> None:
        self.by = by
        self.shared = shared
        self.compared: list[tuple[str, str]] = []
        self.clustered: list[int] = []

    def keys(self, tellings: Sequence[Telling]) -> frozenset[str]:
        return frozenset().union(*map(words, tellings))

    def joins(self, ours: Sequence[Telling], theirs: Sequence[Telling]) -> list[Join]:
        same = ours[0].report.id == theirs[0].report.id
        self.compared.append((ours[0].report.id, theirs[0].report.id))
        pairs = combinations(ours, 2) if same else product(ours, theirs)
        return [self._join(one, other) for one, other in pairs if len(words(one) & words(other)) >= self.shared]

    def _join(self, one: Telling, other: Telling) -> Join:
        reason = f"{one.content.text} = {other.content.text}"
        return Join(
            min(one.id, other.id), max(one.id, other.id), len(words(one) & words(other)), (Evidence.REWRITE,), (reason,)
        )

    def claims(
        self,
        tellings: Sequence[Telling],
        joins: Sequence[Join],
        reports: Sequence[Sequence[Telling]],  # noqa: ARG002
    ) -> list[Claim]:
        self.clustered.append(len(tellings))
        told: dict[str | None, list[Telling]] = {}
        for telling in tellings:
            told.setdefault(claimant(telling), []).append(telling)
        return [self._claim(group, joins) for group in told.values()]

    def _claim(self, tellings: list[Telling], joins: Sequence[Join]) -> Claim:
        first, ids = tellings[0], {telling.id for telling in tellings}
        drift = [
            Drift(first.id, other.id, "content", Change.DETAIL_ADDED, first.content.text, other.content.text)
            for other in tellings[1:]
            if other.content.text != first.content.text
        ]
        return Claim(
            id="c_" + hashlib.sha256(first.id.encode()).hexdigest()[:16],
            claimant={"written": claimant(first)},
            kind=first.kind,
            content=first.content.text,
            occasion={"said": None},
            slots={},
            tellings=tuple(telling.id for telling in tellings),
            origin=first.id,
            parents={telling.id: first.id for telling in tellings[1:]},
            unheld=(),
            drift=tuple(drift),
            joins=tuple(join for join in joins if {join.one, join.other} <= ids),
            by=self.by,
        )
