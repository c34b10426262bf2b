"""Two tellings compared: how much speaks for their being of one claim, in points, each with its reason.

The points add up; JOINED of them join. They were set by hand on the stories in corpus/stories/tune.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from counterclaim.linking.contrary import apart_in_fact, days_apart, opposed, other_numbers, said_together
from counterclaim.linking.counts import tell_same_counts
from counterclaim.linking.identity import Identity
from counterclaim.linking.keys import WINDOW
from counterclaim.linking.traits import COPIED, QUOTED, Traits
from counterclaim.linking.words import alike, contained, in_order, informs, longest_run, shared
from counterclaim.model.claim import Evidence

JOINED = 8
COPIES = {Evidence.CITATION, Evidence.PASSAGE, Evidence.QUOTATION, Evidence.TRANSLATED_QUOTATION}
WORDS = 12  # points of contents that say the same words
TELLING = 4.0  # nats that two contents must share before their words count
SAID = 2.5  # nats that words beside the names of places must share on one occasion
ALIKE, ALIKE_TOLD = 0.5, 10.0  # share of the words, and what they tell, that make contents alike in wording
ALIKE_OF_ONE = 8.0  # what words of one claimant, beside names of places, tell at least
NEARLY, NEARLY_LEAST = 0.8, 6  # share of two quotations, and words of the shorter, that make them one told twice
QUOTED_TOLD, COPIED_TOLD = 12.0, 14.0  # what words in a row tell, of a quotation and of a passage
OCCASION, NEAR, FAR = (timedelta(days) for days in (2, 4, 10))  # of publication: one occasion; retold soon; late

Aliases = frozenset[frozenset[str]]
Scored = tuple[int, str, Evidence | None]  # points, reason, what it is evidence of


@dataclass(frozen=True, slots=True)
class Compared:
    """What speaks for and against two tellings' being of one claim; `renamed`: their claimants are one, by an alias."""

    one: Traits
    other: Traits
    points: int
    evidence: tuple[Evidence, ...]
    reasons: tuple[str, ...]
    renamed: bool = False

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
        """Whether both are of one claim.

        Two claimants named need a wording that is shown to be the other's, and are never of opposed parties. Without
        a derivation shown what cannot be one occasion is two: other days with other numbers, other places.
        """
        shown = set(self.evidence) & (COPIES if self.contradicted else set(Evidence))
        if self.points < JOINED or not shown or opposed(self.one, self.other):
            return False
        return bool(shown & COPIES) or not apart_in_fact(self.one, self.other)


def compared(one: Traits, other: Traits, aliases: Aliases = frozenset()) -> Compared:
    """The comparison of two tellings, the same whichever comes first.

    `aliases` are pairs of names, by their keys, that mean one person in these two reports: one of them is altered.
    """
    found = [scored for rule in RULES for scored in rule(one, other)]
    found += _claimant(one, other, aliases)
    points = sum(scored[0] for scored in found)
    evidence = {scored[2] for scored in found if scored[2]}
    if _is_occasion(one, other):
        evidence.add(Evidence.OCCASION)
    reasons = tuple(f"{reason} ({points:+})" for points, reason, _ in found)
    return Compared(one, other, points, tuple(sorted(evidence)), reasons, _renamed(one, other, aliases))


def can_be_shown(one: Traits, other: Traits) -> bool:
    """Whether anything can be evidence of both; without it no points join. Quicker than comparing them."""
    if shared(one.words, other.words) >= SAID or any(_citation(one, other)) or tell_same_counts(one, other):
        return True
    runs = one.runs.isdisjoint(other.runs) and one.quoted_runs.isdisjoint(other.quoted_runs)
    return not runs or any(ours == theirs for ours in one.quoted for theirs in other.quoted)


def _words(one: Traits, other: Traits) -> Iterator[Scored]:
    told = shared(one.words, other.words)
    if told >= TELLING:
        share = (alike(one.words, other.words) + contained(one.words, other.words)) / 2
        of_one = one.claimant.same(other.claimant) and shared(one.said_of_it, other.said_of_it) >= ALIKE_OF_ONE
        latest = FAR if share >= NEARLY and not (one.claimant.is_known and other.claimant.is_known) else NEAR
        is_alike = (
            share >= ALIKE and (of_one or told >= ALIKE_TOLD) and not latest < days_apart(one, other) < timedelta.max
        )
        yield round(WORDS * share), "their contents share words", Evidence.WORDING if is_alike else None


def _quotation(one: Traits, other: Traits) -> Iterator[Scored]:
    pairs = [(ours, theirs) for ours in one.quoted for theirs in other.quoted]
    if any(ours == theirs for ours, theirs in pairs):
        yield 9, "the same quotation", Evidence.QUOTATION
        return
    if one.quoted_runs.isdisjoint(other.quoted_runs):
        return
    runs = [run for ours, theirs in pairs if _counts(run := longest_run(ours, theirs))]
    if runs:
        yield 7, f"one quotation in both, {max(map(len, runs))} words of it in a row", Evidence.QUOTATION
    elif any(_nearly(ours, theirs) for ours, theirs in pairs):
        yield 3, "a quotation of nearly the same words", Evidence.TRANSLATED_QUOTATION


def _nearly(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether two quotations are one, told in other words here and there."""
    few, many = sorted((len(ours), len(theirs)))
    return few >= NEARLY_LEAST and in_order(ours, theirs) >= NEARLY * many


def _passage(one: Traits, other: Traits) -> Iterator[Scored]:
    if one.runs.isdisjoint(other.runs):
        return
    run = longest_run(one.spoken, other.spoken)
    if any(sum(map(informs, run[at : at + COPIED])) >= COPIED_TOLD for at in range(len(run) - COPIED + 1)):
        yield 4, f"{len(run)} words in a row are the same", Evidence.PASSAGE


def _renamed(one: Traits, other: Traits, aliases: Aliases) -> bool:
    mine, theirs = one.claimant, other.claimant
    return mine.is_person and theirs.is_person and frozenset((mine.family, theirs.family)) in aliases


def _claimant(one: Traits, other: Traits, aliases: Aliases) -> Iterator[Scored]:
    mine, theirs = one.claimant, other.claimant
    if mine.same(theirs):
        yield 3, "the same claimant", None
    elif not (mine.is_known and theirs.is_known):
        yield -1, "a claimant is not named", None
    elif _renamed(one, other, aliases):
        yield 2, "the same claimant under another name", None
    elif mine.kin(theirs):
        yield -2, "one claimant is under the other", None
    elif any(mine.same(relay) for relay in other.relays) or any(theirs.same(relay) for relay in one.relays):
        yield 1, "the claimant of one passes on for the other", None
    elif any(ours == theirs for ours in one.quoted for theirs in other.quoted):
        yield -2, "one quotation of claimants named differently", None
    else:
        yield -5, "different claimants", None


def _citation(one: Traits, other: Traits) -> Iterator[Scored]:
    if _cites(one, other.outlet) or _cites(other, one.outlet):
        yield 3, "one cites the other's outlet", Evidence.CITATION
    elif any(mine.same(theirs) for mine in one.carried_by for theirs in other.carried_by):
        yield 2, "both cite the same relay", Evidence.CITATION


def _cites(one: Traits, outlet: Identity) -> bool:
    return outlet.is_known and any(relay.same(outlet) for relay in one.carried_by)


def _kind(one: Traits, other: Traits) -> Iterator[Scored]:
    if one.family and one.family == other.family:
        yield 2, "of one family of kinds", None
    elif one.family and other.family:
        yield -1, "of different kinds", None


def _place(one: Traits, other: Traits) -> Iterator[Scored]:
    resolved = one.places and other.places
    if one.places & other.places or (not resolved and one.place_keys & other.place_keys):
        yield 2, "the same place", None
    elif resolved:
        yield -2, "different places", None


def _numbers(one: Traits, other: Traits) -> Iterator[Scored]:
    if tell_same_counts(one, other):
        yield 6, "the same counts", Evidence.OCCASION if days_apart(one, other) <= WINDOW else None
    elif one.numbers & other.numbers:
        yield 2, "the same number", None
    elif other_numbers(one, other):
        yield -3, "different numbers", None


def _polarity(one: Traits, other: Traits) -> Iterator[Scored]:
    if one.denies != other.denies:
        yield -1 if one.claimant.same(other.claimant) else -4, "one denies", None


def _days(one: Traits, other: Traits) -> Iterator[Scored]:
    together = said_together(one, other)
    if together is False:
        yield -6, "said on different days", None
    elif together is None and NEAR < (gap := days_apart(one, other)) < timedelta.max:
        yield -5 if gap > FAR else -2, "published days apart", None


RULES = (_quotation, _passage, _words, _citation, _kind, _place, _numbers, _polarity, _days)


def _is_occasion(one: Traits, other: Traits) -> bool:
    """Whether the same claimant speaks of the same kind of thing at the same place on what may be one day."""
    same = one.claimant.same(other.claimant) and one.family == other.family
    same = same and shared(one.said_of_it, other.said_of_it) >= SAID
    placed = bool(one.places & other.places) or not (one.places and other.places)
    return same and placed and _same_day(one, other)


def _same_day(one: Traits, other: Traits) -> bool:
    together = said_together(one, other)
    return days_apart(one, other) <= OCCASION if together is None else together


def _counts(run: Sequence[str]) -> bool:
    return len(run) >= QUOTED and sum(map(informs, run)) >= QUOTED_TOLD
