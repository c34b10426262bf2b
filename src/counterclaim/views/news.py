"""What is new in a ledger since a cut-off, grouped by origin, echoes folded.

New is what *came* since then, as the log tells it, whenever it was published. A group is an origin, a report held or a
source that is cited and not held, with the claims first heard from it that a report which came tells.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from counterclaim.errors import BadValueError
from counterclaim.ledger.heard import Quiet, Told, Window
from counterclaim.masking.shown import Shown
from counterclaim.views.claim_rows import FIRST, rows

Json = Mapping[str, Any]
LONGEST = 18  # digits of the number of an entry


@dataclass(frozen=True, slots=True)
class Group:
    """The claims first heard from one origin, those told last first; `report` or `unheld` as in `Told`."""

    report: str | None
    unheld: str | None
    claims: tuple[Told, ...]

    @property
    def entry(self) -> int:
        """The newest entry that tells one of its claims."""
        return self.claims[0].latest

    @property
    def name(self) -> str:
        """A claim of it, by which it can be asked for again: a source's own name may have to stay masked."""
        return min(told.claim for told in self.claims)


@dataclass(frozen=True, slots=True)
class News:
    """What came since the entry `after`, as far as `window` reaches; groups newest first.

    `since` is when that entry was made (ISO 8601, UTC), None where it is none; `tellings` are those of the reports in
    the window; `quiet` are its reports of which the ledger has no telling.
    """

    after: int
    since: str | None
    window: Window
    tellings: int
    quiet: tuple[Quiet, ...]
    groups: tuple[Group, ...]

    @property
    def told(self) -> int:
        """How many claims are told by what came."""
        return sum(len(group.claims) for group in self.groups)

    @property
    def new(self) -> int:
        """How many of them nobody told before."""
        return sum(is_new(told, self.after) for group in self.groups for told in group.claims)


def is_new(told: Told, after: int) -> bool:
    """Whether all reports that tell a claim came after that entry."""
    return told.earliest > after


def cut_off(shown: Shown, asked: str | None, *, today: str | None = None) -> int:
    """The log entry after which things are new, for what a person asked: an entry's number, an ISO 8601 day or instant.

    A day begins at midnight UTC, an instant without an offset is in UTC. Without a wish it is the day on which the
    newest report came; "week": the last seven days on which that day is the last; "all": everything. Raises
    BadValueError for anything else.
    """
    if asked is not None and asked.isascii() and asked.isdigit() and len(asked) <= LONGEST:
        return int(asked)
    if asked == "all":
        return 0
    last = today or (shown.store.last_came() or "")[:10]
    if asked in (None, "week"):
        if not last:
            return 0
        back = timedelta(days=6 if asked else 0)
        return shown.store.entry_at_start(str(date.fromisoformat(last) - back))
    return shown.store.entry_at_start(_instant(asked or ""))


def _instant(asked: str) -> str:
    """The same moment in UTC, written as the log writes it."""
    try:
        moment = datetime.fromisoformat(asked)
    except (ValueError, OverflowError):
        remedy = "Write 2025-12-07, 2025-12-07T09:00Z, or the number of an entry."
        raise BadValueError(f"“{asked}” is no day, moment or entry of the log.", remedy) from None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    try:
        return aware.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")
    except OverflowError:
        return asked


def news(shown: Shown, after: int, *, upto: int | None = None, most: int | None = None) -> News:
    """What came after the entry `after` up to `upto` (the last one), of the newest `most` reports (all)."""
    window = shown.store.window(after, upto, most)
    groups: dict[tuple[str | None, str | None], list[Told]] = {}
    for told in sorted(shown.store.told_in(window), key=lambda told: (-told.latest, told.claim)):
        groups.setdefault((told.report, told.unheld), []).append(told)
    return News(
        after,
        shown.store.moment(after) if after else None,
        window,
        shown.store.tellings_in(window),
        tuple(shown.store.quiet_in(window)),
        tuple(Group(*origin, tuple(claims)) for origin, claims in groups.items()),
    )


def line(shown: Shown, found: News, group: Group, *, most: int | None = None) -> dict[str, Any]:
    """A group in the public shape, with its first `most` claims (all)."""
    told = group.claims[:most]
    held = [shown.store.claim(one.claim) for one in told]
    held[0] = held[0] | {FIRST: _origin(shown, held[0])}  # with a claim of it, so that it is masked as that is
    listed = [
        row | {"new": is_new(one, found.after), "latest": one.latest}
        for one, row in zip(told, rows(shown, held, after=found.after), strict=True)
    ]
    return {
        "origin": listed[0].pop(FIRST),
        "group": group.name,
        "entry": group.entry,
        "at": shown.store.moment(group.entry),
        "new": sum(is_new(one, found.after) for one in group.claims),
        "more": len(group.claims) - len(told),
        "claims": listed,
    }


def _origin(shown: Shown, claim: Json) -> dict[str, Any]:
    """The origin of a claim: the head of its report, or `{unheld: NAME}`."""
    if isinstance(claim["origin"], dict):
        return dict(claim["origin"])
    report = shown.report(shown.store.telling(claim["origin"])["report"]["id"])
    return {"report": report.as_public_json() | {"title": report.title}}


def from_claim(found: News, claim: str) -> Group | None:
    """The group that a claim is of."""
    return next((group for group in found.groups if any(told.claim == claim for told in group.claims)), None)
