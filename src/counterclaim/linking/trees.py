"""Who has it from whom: the tree of a claim. Only evidence makes a parent, never the day alone."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from counterclaim.linking.identity import Identity
from counterclaim.linking.signs import cites
from counterclaim.linking.traits import Traits
from counterclaim.model.claim import End, Evidence, Join, Unheld

COPIED = frozenset({Evidence.PASSAGE, Evidence.QUOTATION, Evidence.TRANSLATED_QUOTATION, Evidence.REWRITE})
NOTHING = -1  # less than the points of any join between reports
REWRITTEN = 13  # points by which a report that is rewritten as a whole is nearer than one of which a part is
NEARER = 13  # points by which a later wording must be nearer than an earlier one to be taken for the parent


@dataclass(frozen=True, slots=True)
class Tree:
    """Where a claim began, its earliest telling, and of every telling but the origin what it derives from."""

    origin: End
    earliest: str
    parents: Mapping[str, End | None] = field(hash=False)

    @property
    def unheld(self) -> tuple[Unheld, ...]:
        """The sources that are cited and not held, each once."""
        return tuple(dict.fromkeys(end for end in self.parents.values() if isinstance(end, Unheld)))


def tree(members: Sequence[Traits], joins: Sequence[Join]) -> Tree:
    """The tree of a claim's tellings. On one day the day says nothing: see `_standing`.

    What a report repeats hangs under that telling of it which names most of the chain.
    """
    found = _Evidence({(join.one, join.other): join for join in joins})
    ordered = sorted(
        members, key=lambda one: (*one.order[:2], *_standing(one, members), one.number_of_report, one.order)
    )
    fullest = _fullest(ordered)
    told = [one for one in ordered if fullest[one.report] is one]
    parents: dict[str, End | None] = {
        one.id: fullest[one.report].id for one in ordered if fullest[one.report] is not one
    }
    for number, one in enumerate(told):
        earlier = {other.report for other in told[:number]}
        parents[one.id] = found.parent(one, ordered, earlier, parents)
    first = told[0].id
    begun = parents[first]
    while isinstance(begun, str):
        first, begun = begun, parents[begun]
    if isinstance(begun, Unheld):
        return Tree(begun, told[0].id, parents)
    del parents[first]
    return Tree(first, told[0].id, parents)


class _Evidence:
    """What shows who has it from whom: joins by pairs of ids, and one name for each source that is not held."""

    def __init__(self, joins: Mapping[tuple[str, str], Join]) -> None:
        self._joins = joins
        self._repeats: dict[str, list[str]] = {}
        for join in joins.values():
            if Evidence.REPEAT in join.evidence:
                self._repeats.setdefault(join.one, []).append(join.other)
                self._repeats.setdefault(join.other, []).append(join.one)
        self._unheld: list[tuple[Identity, Unheld]] = []

    def parent(
        self, one: Traits, members: Sequence[Traits], earlier: Collection[str], known: Mapping[str, End | None]
    ) -> End | None:
        """What `one` derives from: a telling it cites or copies, a source it cites, or nothing that is shown.

        Copied is what a report of `earlier` told.
        """
        others = [other for other in members if other.report != one.report and one.id not in _line(other.id, known)]
        cited = [other for other in others if cites(one, other.outlet)]
        if cited:
            return max(cited, key=lambda other: (self._strength(one, other), _chain(other))).id
        if one.cites:
            return self._named(one.cites[0])
        held = ((other.id, self._strength(one, other)) for other in others if other.report in earlier)
        copied = {name: strength for name, strength in held if strength > NOTHING}
        best = max(copied.values(), default=NOTHING)
        return next((name for name, strength in copied.items() if strength > best - NEARER), None)

    def _strength(self, one: Traits, other: Traits) -> int:
        """How much shows that one wording comes from the other: the points of a join by copying, else NOTHING.

        What repeats itself in one report is as near as the nearest of it.
        """
        names = [one.id, *self._repeats.get(one.id, ())]
        joins = (self._joins.get((min(name, other.id), max(name, other.id))) for name in names)
        return max((_points(join) for join in joins if join and COPIED & set(join.evidence)), default=NOTHING)

    def _named(self, cited: Identity) -> Unheld:
        """A source that is not held, by the first name that was used for it, whoever cites it."""
        for known, end in self._unheld:
            if known.same(cited):
                return end
        end = Unheld(cited.name, cited.actor)
        self._unheld.append((cited, end))
        return end


def _fullest(ordered: Sequence[Traits]) -> dict[str, Traits]:
    """The telling of each report that names most of the chain, the first of several."""
    fullest: dict[str, Traits] = {}
    for one in ordered:
        held = fullest.setdefault(one.report, one)
        if _chain(one) > _chain(held):
            fullest[one.report] = one
    return fullest


def _chain(one: Traits) -> tuple[bool, int]:
    """How much of its chain a telling names: the claimant, how many relays."""
    return one.claimant.is_known, sum(relay.is_known for relay in one.relays)


def _points(join: Join) -> int:
    """Those of a join by copying; more where the whole report is rewritten from the other."""
    return join.points + (REWRITTEN if Evidence.REWRITE in join.evidence else 0)


def _standing(one: Traits, members: Sequence[Traits]) -> tuple[bool, bool, bool, bool]:
    """Where it stands among those of its day.

    First who cites none of them, has it from a medium that is not held, is cited by them, and names who claims.
    """
    has_it = any(cites(one, other.outlet) for other in members)
    cited = any(cites(other, one.outlet) for other in members)
    return has_it, not one.cites, not cited, not one.claimant.is_known


def _line(name: str, known: Mapping[str, End | None]) -> Iterator[str]:
    """A telling and all from which it derives, as far as is known."""
    end: End | None = name
    while isinstance(end, str):
        yield end
        end = known.get(end)
