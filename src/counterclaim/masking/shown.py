"""The ledger as it may be shown: every listing, page and export takes what it shows from here."""

import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Any, TypeVar

from counterclaim.errors import LedgerBusyError, NotFoundError, RedactedError
from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store
from counterclaim.masking import languages
from counterclaim.masking.finding import finds, holds
from counterclaim.masking.kept import Found, Masks, Reading
from counterclaim.masking.masks import Mask, mask
from counterclaim.masking.names import blocked
from counterclaim.masking.shape import ADDRESSES, masked, masked_by_all
from counterclaim.masking.standing import Standing
from counterclaim.model.report import Report

Item = TypeVar("Item")
REPORT = re.compile(r"\br_[0-9a-f]{16}\b")


class Shown:
    """What a ledger holds, with the names of private persons and prisoners masked, or with all `names`.

    Who is private is told by all that is held of a report, whatever is asked for. `uncovered` counts, by language, the
    reports asked for so far in whose language names are not looked for: nobody is masked in them. `masks` are those
    made before, which several may share. What a report became while it was shown (filled in, read anew, redacted) is
    shown as it is now. Past `until`, a time of `time.monotonic`, it gives up with LedgerBusyError.
    """

    def __init__(self, store: Store, *, names: bool = False, masks: Masks | None = None) -> None:
        self.store = store
        self.names = names
        self.until: float | None = None
        self._masks = Masks() if masks is None else masks
        self._uncovered: dict[str, str] = {}
        self._standing = Standing(store)

    @property
    def uncovered(self) -> Counter[str]:
        """How many reports of each language were asked for in which names are not looked for."""
        return Counter(self._uncovered.values())

    def made_from(self, report: str, value: Any) -> Any:
        """`value`, JSON made from the report of that id (a telling, a word explained), as it may be shown."""
        return value if self.names else masked(value, self._mask(report))

    def lines(self, filters: Filters, *, limit: int | None = None, offset: int = 0) -> Iterator[dict[str, Any]]:
        """The tellings wanted, in the public shape, from the `offset`th on, at most `limit`.

        Who is masked is not found by name.
        """
        if not self._by_words(filters):
            for line in self.store.lines(filters, limit=limit, offset=offset):
                yield self.made_from(line["report"]["id"], line)
            return
        found = ((line, self.made_from(line["report"]["id"], line)) for line in self.store.lines(filters))
        yield from _part((shown for line, shown in found if self._finds(filters, line, shown)), limit, offset)

    def telling(self, name: str) -> dict[str, Any]:
        """The telling `name` in the public shape. Raises NotFoundError, or RedactedError saying who and why."""
        line = self.store.telling(name)
        shown: dict[str, Any] = self.made_from(line["report"]["id"], line)
        return shown

    def claims(
        self, filters: Filters, *, limit: int | None = None, offset: int = 0, standing: bool = True
    ) -> Iterator[dict[str, Any]]:
        """The claims with a telling that is wanted, as `claim` or, without `standing`, as `outlined` gives them.

        From the `offset`th on, at most `limit`. Who is masked is not found by name.
        """
        told = (([telling], claim) for telling, claim in self.store.claimed(filters))
        yield from self._as_shown(_part(self._with(filters, told), limit, offset), standing)

    def found(
        self, text: str, *, limit: int | None = None, offset: int = 0, standing: bool = True
    ) -> Iterator[dict[str, Any]]:
        """The claims with tellings that hold all words of `text` where these are shown, best first; else the same."""
        told = self.store.hits(text)
        yield from self._as_shown(_part(self._with(Filters(text=text), told), limit, offset), standing)

    def outlined(self, claims: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        """Claims as the ledger gives them, in the public shape but without `roots`, `agrees` and `pairs`.

        What tells how a claim stands asks for all claims near it; a list does without. A name that is masked in any
        report that tells the claim is masked.
        """
        for claim in claims:
            yield claim if self.names else self._by_all(claim, self.store.reports_of(claim["tellings"]))

    def claim(self, name: str) -> dict[str, Any]:
        """The claim of that id, or that holds the telling of that id, in the public shape and with its `roots`.

        A name that is masked in any report that tells it is masked. Raises NotFoundError, or RedactedError.
        """
        return self._claim(self.store.claim(name))

    def told(self, claim: dict[str, Any], only: Iterable[str] | None = None) -> dict[str, dict[str, Any]]:
        """The tellings of a claim by id, in its order, or `only` these of them.

        A name that is masked in one of the claim's reports is masked in all.
        """
        return self._lines(claim, claim["tellings"] if only is None else only)

    def beside(self, claim: dict[str, Any]) -> dict[str, dict[str, Any]]:
        """The tellings by id that reports which tell a claim added or dropped, masked as those of the claim are."""
        pairs = claim.get("pairs", ())
        return self._lines(claim, [name for pair in pairs for part in ("added", "dropped") for name in pair[part]])

    def _with(self, filters: Filters, told: Iterable[tuple[Iterable[str], str]]) -> Iterator[str]:
        """The ids of claims, each once, that are found by what is shown of one of the tellings beside it."""
        seen: set[str] = set()
        for tellings, claim in told:
            if claim not in seen and (not self._by_words(filters) or any(self._has(filters, one) for one in tellings)):
                seen.add(claim)
                yield claim

    def _has(self, filters: Filters, telling: str) -> bool:
        """Whether the telling of that id, which is wanted, is found by what is shown of it."""
        line = self.store.telling(telling)
        return self._finds(filters, line, self.made_from(line["report"]["id"], line))

    def _by_words(self, filters: Filters) -> bool:
        """Whether masking may change what is found."""
        asked = (filters.claimant, filters.text, filters.place, filters.outlet)
        return not self.names and any(value is not None for value in asked)

    def _finds(self, filters: Filters, line: dict[str, Any], shown: dict[str, Any]) -> bool:
        return shown is line or finds(filters, shown, self._mask(line["report"]["id"]))

    def _as_shown(self, names: Iterable[str], standing: bool) -> Iterator[dict[str, Any]]:
        claims = map(self.store.claim, names)
        yield from map(self._claim, claims) if standing else self.outlined(claims)

    def _claim(self, claim: dict[str, Any]) -> dict[str, Any]:
        """A claim with its `roots`, the claims it `agrees` with, and what reports added and dropped (`pairs`)."""
        self._check_time()
        found, reports = self._standing.of(claim)
        return found if self.names else self._by_all(found, sorted(reports))

    def _by_all(self, claim: dict[str, Any], reports: Iterable[str]) -> dict[str, Any]:
        """A claim masked by all these reports."""
        shown: dict[str, Any] = masked_by_all(claim, map(self._mask, reports))
        return shown

    def _lines(self, claim: dict[str, Any], names: Iterable[str]) -> dict[str, dict[str, Any]]:
        """The tellings of these ids, masked by their own reports and by all that tell the claim."""
        lines = {name: self.store.telling(name) for name in dict.fromkeys(names)}
        if self.names:
            return lines
        masks = [self._mask(name) for name in self.store.reports_of(claim["tellings"])]
        made = {name: self.made_from(line["report"]["id"], line) for name, line in lines.items()}
        return {name: masked_by_all(line, masks) for name, line in made.items()}

    def reports(self, text: str | None = None, *, limit: int | None = None, offset: int = 0) -> Iterator[Report]:
        """All reports, or those whose title or text holds the words of `text` where these are shown.

        From the `offset`th on, at most `limit`, in the order they came.
        """
        if self.names or text is None:
            yield from map(self._shown, self.store.reports(text, limit=limit, offset=offset))
            return
        found = ((report, self._shown(report)) for report in self.store.reports(text))
        held = (shown for report, shown in found if shown is report or holds(text, (shown.title, shown.text)))
        yield from _part(held, limit, offset)

    def report(self, name: str) -> Report:
        """The report `name`; masked, without its bytes. Raises NotFoundError, or RedactedError saying who and why."""
        return self._shown(self.store.report(name))

    def issues(self) -> Iterator[dict[str, Any]]:
        """All issues in the public shape; one that tells of a report held is masked as that report is."""
        for issue in self.store.issues():
            value = issue.as_json()
            about = REPORT.search(issue.remedy)
            yield self._issue(value, about[0]) if about else value

    def issue(self, name: str) -> dict[str, Any] | None:
        """The issue of that id, in the public shape; None where none is held."""
        return next((one for one in self.issues() if one["id"] == name), None)

    def _issue(self, value: dict[str, Any], about: str) -> dict[str, Any]:
        try:
            names: dict[str, Any] = self.made_from(about, {name: value[name] for name in ("path", "location")})
        except (NotFoundError, RedactedError):  # nobody knows any more who was masked in it
            names = {name: blocked(value[name], [(0, len(value[name]))]) for name in ("path", "location")}
        return value | names | {"message": value["message"].replace(value["path"], names["path"])}

    def _shown(self, report: Report) -> Report:
        found = None if self.names else self._mask(report.id)
        if not found:
            return report
        value = masked({name: getattr(report, name) for name in ("outlet", *sorted(ADDRESSES))}, found)
        return replace(report, title=found.title, text=found.text, raw=b"", **value)

    def reading(self, name: str) -> tuple[Reading, Found]:
        """By what the mask of the report `name` is known, and the mask, for others to keep. Raises NotFoundError."""
        with self.store.snapshot():
            return self.store.reading_of(name), self._made(name)

    def _check_time(self) -> None:
        """Raises LedgerBusyError past `until`."""
        if self.until is not None and time.monotonic() > self.until:
            raise LedgerBusyError("This takes too long.", "Ask for less: fewer rows, an earlier part, rarer words.")

    def _mask(self, name: str) -> Mask:
        self._check_time()
        found = self._masks.of(self.store.reading_of(name), lambda: self._made(name))
        if found.uncovered:
            self._uncovered[name] = found.uncovered
        return found.mask

    def _made(self, name: str) -> Found:
        with self.store.snapshot():
            report = self.store.report(name)
            uncovered = None if languages.covered(report.language, report.text) else report.language or "unknown"
            return Found(mask(report, self.store.lines(Filters(report=name))), uncovered)


def _part(found: Iterable[Item], limit: int | None, offset: int) -> Iterator[Item]:
    return islice(found, offset, None if limit is None else offset + limit)
