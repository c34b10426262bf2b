"""Two tellings of two reports compared: how likely they are of one claim, in points, each with its reason.

The points add up, ten a unit of log odds; from JOINED on they join. What each sign gives was learned (`weights.py`).
What shows that one comes from the other is evidence, by rules.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from counterclaim.linking.contrary import apart_in_fact, days_apart, opposed, said_together
from counterclaim.linking.counts import tell_same_counts
from counterclaim.linking.keys import WINDOW
from counterclaim.linking.signs import cite_one, cites, signs
from counterclaim.linking.traits import COPIED, QUOTED, Traits
from counterclaim.linking.weights import ALWAYS, log_odds, weights
from counterclaim.linking.words import alike, contained, in_order, informs, longest_run, shared
from counterclaim.model.claim import Evidence
from counterclaim.model.telling import Quote

LIKELY = 0.3  # from which on two tellings are of one claim: what is missed costs as much as what is wrong
SCALE, JOINED = 10, 0  # points a unit of log odds, and those from which on they join
EVENT, LATE = "two reports of one event", "published days apart"
A_DAY, LATEST = (
    4,
    30,
)  # points that a day more takes, and at most: set by hand, the stories learned from are of few days
COPIES = {Evidence.CITATION, Evidence.PASSAGE, Evidence.QUOTATION, Evidence.TRANSLATED_QUOTATION}
TELLING = 4.0  # nats that two contents must share before their words count
SAID = 2.5  # nats that words beside the names of places must share on one occasion
ALIKE, ALIKE_TOLD = 0.5, 10.0  # share of the words, and what they tell, that make contents alike in wording
ALIKE_OF_ONE = 8.0  # what words of one claimant, beside names of places, tell at least
NEARLY, NEARLY_LEAST = 0.8, 6  # share of two quotations, and words of the shorter, that make them one told twice
QUOTED_TOLD, COPIED_TOLD = 12.0, 14.0  # what words in a row tell, of a quotation and of a passage
LONG, LONG_TOLD, LONG_QUOTED_TOLD = 8, 9.0, 8.0  # words in a row that need tell less, and what: in a quotation one more
OCCASION, NEAR, FAR = (timedelta(days) for days in (2, 4, 10))  # of publication: one occasion; retold soon; late

Aliases = frozenset[frozenset[str]]


@dataclass(frozen=True)
class Compared:
    """What speaks for and against two tellings' being of one claim.

    `found` are the points by sign; `renamed`: their claimants are one, by an alias. What only few pairs are asked for
    is worked out when it is.
    """

    one: Traits
    other: Traits
    found: Mapping[str, int]
    renamed: bool = False

    @cached_property
    def points(self) -> int:
        """How likely both are of one claim."""
        return sum(self.found.values())

    @property
    def reasons(self) -> tuple[str, ...]:
        """Each sign that gives points, with them."""
        return tuple(
            f"{EVENT if sign == ALWAYS else sign} ({points:+})" for sign, points in self.found.items() if points
        )

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """What shows that both come from one wording, or are of one occasion."""
        one, other = self.one, self.other
        shown = {
            _quotation(one, other),
            Evidence.PASSAGE if _is_copied(one, other) else None,
            Evidence.WORDING if _is_alike(one, other) else None,
            Evidence.CITATION if _is_cited(one, other) else None,
            Evidence.OCCASION if _is_occasion(one, other) or _is_counted(one, other) else None,
        }
        return tuple(sorted(filter(None, shown)))

    @property
    def derived(self) -> bool:
        """Whether something shows that both come from one wording, or would with others like it."""
        return any(one is not Evidence.OCCASION for one in self.evidence)

    @property
    def contradicted(self) -> bool:
        """Whether both name claimants, and not the same one."""
        mine, theirs = self.one.claimant, self.other.claimant
        return mine.is_known and theirs.is_known and not mine.same(theirs)

    @property
    def joined(self) -> bool:
        """Whether both are of one claim: likely so, with something that shows it or enough words, and nothing against.

        Claimants of opposed parties are never of one claim.
        """
        if self.points < JOINED or opposed(self.one, self.other):
            return False
        shown = bool(self.evidence) or shared(self.one.said_of_it, self.other.said_of_it) >= TELLING
        return shown and (bool(COPIES.intersection(self.evidence)) or not self._is_apart())

    def _is_apart(self) -> bool:
        """Whether they are two unless one wording is the other's.

        Two claimants named; what cannot be one occasion: other days, other places, other numbers, a week on.
        """
        one, other = self.one, self.other
        late = _is_late(one, other) and not _is_counted(one, other)
        return late or self.contradicted or said_together(one, other) is False or apart_in_fact(one, other)


def compared(one: Traits, other: Traits, aliases: Aliases = frozenset()) -> Compared:
    """The comparison of two tellings, the same whichever comes first.

    `aliases` are pairs of names, by their keys, that mean one person in these two reports: one of them is altered.
    """
    renamed = _renamed(one, other, aliases)
    table = weights("joins")
    given = {ALWAYS: 1.0, **signs(one, other, renamed=renamed)}
    found = {sign: round(SCALE * table[sign] * value) for sign, value in given.items()}
    found[ALWAYS] -= round(SCALE * log_odds(LIKELY))
    return Compared(one, other, found | {LATE: _lateness(one, other)}, renamed)


def _lateness(one: Traits, other: Traits) -> int:
    """Points against two tellings that were published days apart: bulletins say the same words of another day.

    None where both tell counts that no other day gives.
    """
    gap = days_apart(one, other)
    late = NEAR < gap < timedelta.max and not _is_counted(one, other)
    return -min(A_DAY * (gap - NEAR).days, LATEST) if late else 0


def can_be_shown(one: Traits, other: Traits) -> bool:
    """Whether anything can be evidence of both; without it no points join. Quicker than comparing them."""
    if shared(one.words, other.words) >= SAID or _is_cited(one, other) or tell_same_counts(one, other):
        return True
    runs = one.runs.isdisjoint(other.runs) and one.quoted_runs.isdisjoint(other.quoted_runs)
    return not runs or any(ours == theirs for ours in one.quoted for theirs in other.quoted)


def _is_alike(one: Traits, other: Traits) -> bool:
    """Whether their contents share most of their words, told soon after one another."""
    told = shared(one.words, other.words)
    if told < TELLING or _is_late(one, other):
        return False
    of_one = one.claimant.same(other.claimant) and shared(one.said_of_it, other.said_of_it) >= ALIKE_OF_ONE
    return _share(one, other) >= ALIKE and (of_one or told >= ALIKE_TOLD)


def _is_late(one: Traits, other: Traits) -> bool:
    """Whether the later was published when it is hardly the same any more; nearly the same words keep longer."""
    gap = days_apart(one, other)
    if not NEAR < gap < timedelta.max:
        return False
    nearly = _share(one, other) >= NEARLY and not (one.claimant.is_known and other.claimant.is_known)
    return gap > FAR or not nearly


def _share(one: Traits, other: Traits) -> float:
    """How much of both is the same words, from 0 to 1."""
    return (alike(one.words, other.words) + contained(one.words, other.words)) / 2


def _quotation(one: Traits, other: Traits) -> Evidence | None:
    """Whether a quotation, or much of it, is in both, or one in nearly the same words, as two translations have it."""
    pairs = [(ours, theirs) for ours in one.quoted for theirs in other.quoted]
    if any(ours == theirs for ours, theirs in pairs):
        return Evidence.QUOTATION
    if one.quoted_runs.isdisjoint(other.quoted_runs):
        return None
    if any(_counts(longest_run(ours, theirs)) for ours, theirs in pairs):
        return Evidence.QUOTATION
    return Evidence.TRANSLATED_QUOTATION if any(_nearly(ours, theirs) for ours, theirs in pairs) else None


def _nearly(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    few, many = sorted((len(ours), len(theirs)))
    return few >= NEARLY_LEAST and in_order(ours, theirs) >= NEARLY * many


def _counts(run: Sequence[str]) -> bool:
    told = sum(map(informs, run))
    return (len(run) >= QUOTED and told >= QUOTED_TOLD) or (len(run) > QUOTED and told >= LONG_QUOTED_TOLD)


def _is_copied(one: Traits, other: Traits) -> bool:
    """Whether so many words in a row are the same as two do not write by chance."""
    if one.runs.isdisjoint(other.runs):
        return False
    run = longest_run(one.spoken, other.spoken)
    telling = any(sum(map(informs, run[at : at + COPIED])) >= COPIED_TOLD for at in range(len(run) - COPIED + 1))
    quoted = one.telling.quote is Quote.DIRECT and other.telling.quote is Quote.DIRECT
    return telling or (not quoted and len(run) >= LONG and sum(map(informs, run)) >= LONG_TOLD)


def _renamed(one: Traits, other: Traits, aliases: Aliases) -> bool:
    mine, theirs = one.claimant, other.claimant
    return mine.is_person and theirs.is_person and frozenset((mine.family, theirs.family)) in aliases


def _is_cited(one: Traits, other: Traits) -> bool:
    """Whether one cites the other's outlet, or both cite one relay."""
    return cites(one, other.outlet) or cites(other, one.outlet) or cite_one(one, other)


def _is_counted(one: Traits, other: Traits) -> bool:
    """Whether both tell the same counts in one week."""
    return tell_same_counts(one, other) and days_apart(one, other) <= WINDOW


def _is_occasion(one: Traits, other: Traits) -> bool:
    """Whether the same claimant speaks of the same kind of thing at the same place on what may be one day."""
    same = one.claimant.same(other.claimant) and one.family == other.family
    same = same and shared(one.said_of_it, other.said_of_it) >= SAID
    placed = bool(one.places & other.places) or not (one.places and other.places)
    return same and placed and _same_day(one, other)


def _same_day(one: Traits, other: Traits) -> bool:
    together = said_together(one, other)
    return days_apart(one, other) <= OCCASION if together is None else together
