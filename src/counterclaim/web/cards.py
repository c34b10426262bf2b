"""What a telling's card says: who, by which words, what; each value beside the words that it was read from.

Tellings are taken in the public shape, as they may be shown.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from counterclaim.printing import named, places_of, says

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Who:
    """A source, an addressee or who fills a slot, in the words of the report.

    `role` is what it is in the chain or the slot's name; `sort` the class of a source; `office` the role it has;
    `reasons` are for who is meant.
    """

    role: str
    words: str
    sort: str | None = None
    office: str | None = None
    party: str | None = None
    actor: str | None = None
    inferred: str | None = None
    reasons: tuple[str, ...] = ()
    masked: bool = False


@dataclass(frozen=True, slots=True)
class Bounds:
    """A count's bounds: `form` says how they are told (one, range, least, most, none)."""

    form: str
    low: int | None
    high: int | None
    vague: bool


@dataclass(frozen=True, slots=True)
class Card:
    """One telling with its number in the report; `claim` is the id of its claim, `reports` how many tell that.

    Both are None where the telling is of no ledger, or awaits linking.
    """

    number: int
    line: Json
    claim: str | None = None
    reports: int | None = None

    @property
    def id(self) -> str:
        """The telling's id."""
        return str(self.line["id"])

    @property
    def is_shared(self) -> bool:
        """Whether another report held tells its claim too."""
        return bool(self.reports and self.reports > 1)

    @property
    def says(self) -> str:
        """The words of the content; what interrupts them is left out."""
        return says(dict(self.line["content"]))

    @property
    def outlet(self) -> Who:
        """Who published the report."""
        return self._who(self.line["chain"][0], "outlet")

    @property
    def relays(self) -> tuple[Who, ...]:
        """Who passed it on, in order."""
        return tuple(self._who(source, source["as"]) for source in self.line["chain"][1:-1])

    @property
    def claimant(self) -> Who | None:
        """Who claims it; None where the outlet tells it in its own voice."""
        last = self.line["chain"][-1]
        return None if last["as"] == "outlet" else self._who(last, last["as"])

    @property
    def addressee(self) -> Who | None:
        """To whom it was said."""
        return self._who(self.line["addressee"], "addressee") if self.line["addressee"] else None

    @property
    def slots(self) -> tuple[Who, ...]:
        """Who or what fills the roles of the kind, but for places, days and counts."""
        return tuple(self._who(value, role) for role, value in self.line["slots"].items() if value)

    @property
    def places(self) -> Sequence[Json]:
        """Where it lies."""
        return places_of(self.line)

    @property
    def days(self) -> Iterator[tuple[str, Json]]:
        """The day of what is claimed (`when`) and the day it was said (`said`), where they are told."""
        return ((name, self.line[name]) for name in ("when", "said") if self.line[name])

    @property
    def counts(self) -> Iterator[tuple[Json, Bounds]]:
        """The counts, each with its bounds."""
        return ((count, bounds(count)) for count in self.line["quantities"])

    @property
    def by(self) -> str:
        """What read it, and in which version."""
        return " · ".join(name for name in self.line["by"].values() if name)

    def _who(self, value: Json, role: str) -> Who:
        masked = bool(value.get("masked"))
        told = value.get("name") or value.get("written") or masked
        return Who(
            role=role,
            words=named({"name": None, **value}, dict(self.line["sentence"])) if told else "",
            sort=value.get("class"),
            office=value.get("role"),
            party=value.get("party"),
            actor=value.get("actor"),
            inferred=value.get("inferred"),
            reasons=tuple(value.get("reasons") or ()),
            masked=masked,
        )


def bounds(count: Json) -> Bounds:
    """The bounds of a count, and how they are told."""
    low, high = count["low"], count["high"]
    if low is None and high is None:
        form = "none"
    elif low == high:
        form = "one"
    else:
        form = "least" if high is None else "most" if low is None else "range"
    return Bounds(form, low, high, bool(count["vague"]))


def cards(lines: Mapping[int, Json], claims: Mapping[str, tuple[str, int]]) -> list[Card]:
    """The cards of tellings by their number in the report; `claims` are those told, by telling."""
    return [Card(number, line, *claims.get(line["id"], (None, None))) for number, line in lines.items()]
