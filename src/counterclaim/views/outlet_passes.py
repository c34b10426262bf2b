"""Goes through a ledger for the figures of outlets, again after each change: only what changed is read anew."""

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from counterclaim.errors import NotFoundError, RedactedError
from counterclaim.ledger.search import Filters
from counterclaim.ledger.versions import Versions
from counterclaim.masking.shown import Shown
from counterclaim.views.outlet_parts import ClaimPart, Head, ReportPart, claim_part, report_part

PAUSE = 0.3  # seconds of reading between two steps
CLAIMS = 200  # frames of claims read at once


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a pass is: so many of the reports, so many of the claims that the ledger held at log entry `entry`.

    `done` ends the pass: all that was held then is in the figures.
    """

    entry: int
    reports: int
    of_reports: int
    claims: int
    of_claims: int
    done: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """What changes in the figures: parts that are `gone` (ids of reports and claims) go first, then the others come.

    A part in the place of an older one of the same id replaces it.
    """

    reach: Reach
    gone: tuple[str, ...] = ()
    reports: tuple[ReportPart, ...] = ()
    claims: tuple[ClaimPart, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The step as JSON."""
        return asdict(self)

    @classmethod
    def from_json(cls, value: dict[str, Any]) -> "Step":
        """The step that `as_json` wrote."""
        reports = tuple(map(ReportPart.from_json, value["reports"]))
        return cls(
            Reach(**value["reach"]), tuple(value["gone"]), reports, tuple(map(ClaimPart.from_json, value["claims"]))
        )


@dataclass(slots=True)
class Passes:
    """Passes over a ledger: `shown` gives what may be shown of its reports, `versions` tells what changed.

    `known` are the seals of the parts that the figures have already, by id.
    """

    shown: Shown
    versions: Versions
    known: dict[str, str] = field(default_factory=dict)
    _heads: dict[str, Head] = field(default_factory=dict)

    def steps(self, *, pause: float = PAUSE) -> Iterator[Step]:
        """One pass, a step for each `pause` seconds of reading; the last one is `done`, the only one of an idle pass.

        No state of the ledger is kept open meanwhile, so a redaction need not wait. A part is never older than its
        seal: what changes during the pass is found by the next one.
        """
        entry, reports, claims = self.versions.entry(), self.versions.reports(), self.versions.claims()
        changed = [name for name, seal in reports.items() if self.known.get(name) != seal]
        again = self.versions.told_in([name for name in changed if name in self.known])
        lost = [name for name in self.known if (name not in reports and name not in claims) or name in again]
        for name in lost:
            del self.known[name]
            self._heads.pop(name, None)
        asked = [name for name, seal in claims.items() if self.known.get(name) != seal]
        reach = Reach(entry, len(reports) - len(changed), len(reports), len(claims) - len(asked), len(claims))
        if lost:
            yield Step(reach, gone=tuple(lost))
        batch: list[ReportPart | ClaimPart] = []
        last, count = time.monotonic(), {"reports": reach.reports, "claims": reach.claims}
        for kind, part in self._parts(changed, reports, asked):
            count[kind] += 1
            if part:
                batch.append(part)
            if time.monotonic() - last >= pause:
                yield self._step(Reach(entry, count["reports"], len(reports), count["claims"], len(claims)), batch)
                batch, last = [], time.monotonic()
        yield self._step(Reach(entry, len(reports), len(reports), len(claims), len(claims), done=True), batch)

    def _step(self, reach: Reach, parts: Iterable[ReportPart | ClaimPart]) -> Step:
        """The step that brings these parts, which are known from now on."""
        self.known |= {part.id: part.seal for part in parts}
        reports = tuple(part for part in parts if isinstance(part, ReportPart))
        return Step(reach, reports=reports, claims=tuple(part for part in parts if isinstance(part, ClaimPart)))

    def _parts(
        self, reports: Iterable[str], seals: Mapping[str, str], claims: list[str]
    ) -> Iterator[tuple[str, ReportPart | ClaimPart | None]]:
        """The parts of these reports and claims; None for one that went meanwhile."""
        for name in reports:
            yield "reports", self._report(name, seals[name])
        for first in range(0, len(claims), CLAIMS):
            asked = claims[first : first + CLAIMS]
            found = {frame.id: frame for frame in self.versions.frames(asked)}
            for name in asked:
                frame = found.get(name)
                heads = self._read_heads(frame.tellings.values()) if frame else {}
                yield "claims", claim_part(frame, heads) if frame else None

    def _report(self, name: str, seal: str) -> ReportPart | None:
        try:
            made = report_part(self.shown.report(name), list(self.shown.lines(Filters(report=name))), seal)
        except (NotFoundError, RedactedError):
            return None
        self._heads[name] = made.head
        return made

    def _read_heads(self, reports: Iterable[str]) -> dict[str, Head]:
        """The heads of those of these reports that are held."""
        for name in reports:
            if name not in self._heads:
                try:
                    report = self.shown.report(name)
                except (NotFoundError, RedactedError):
                    continue
                self._heads[name] = Head(report.outlet, report.published)
        return {name: self._heads[name] for name in reports if name in self._heads}
