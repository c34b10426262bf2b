"""Two tellings compared: how much speaks for their being of one claim, in points, each with its reason.

The points add up; JOINED of them join. They were set by hand on the stories in corpus/stories/tune.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from counterclaim.linking.identity import Identity
from counterclaim.linking.traits import QUOTED, Traits
from counterclaim.linking.words import alike, contained, informs, shared
from counterclaim.model.claim import Evidence

JOINED = 8
COPIES = {Evidence.CITATION, Evidence.PASSAGE, Evidence.QUOTATION}
WORDS = 12  # points of contents that say the same words
TELLING = 4.0  # nats that two contents must share before their words count
SAID = 2.5  # nats that words beside the names of places must share on one occasion
ALIKE, ALIKE_TOLD = 0.5, 10.0  # share of the words, and what they tell, that make contents alike in wording
QUOTED_TOLD, COPIED_TOLD = 12.0, 14.0  # what words in a row tell, of a quotation and of a passage
OCCASION, NEAR, FAR = (timedelta(days) for days in (2, 4, 10))  # of publication: one occasion; retold soon; late

Aliases = frozenset[frozenset[str]]
Scored = tuple[int, str, Evidence | None]  # points, reason, what it is evidence of


@dataclass(frozen=True, slots=True)
class Compared:
    """What speaks for and against two tellings' being of one claim."""

    one: Traits
    other: Traits
    points: int
    evidence: tuple[Evidence, ...]
    reasons: tuple[str, ...]

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
        return bool(shown & COPIES) or not _apart_in_fact(self.one, self.other)


def opposed(one: Traits, other: Traits) -> bool:
    """Whether both name claimants of different parties."""
    mine, theirs = one.party, other.party
    return mine is not None and theirs is not None and mine != theirs


def elsewhere(one: Traits, other: Traits) -> bool:
    """Whether both name places of which none can be the same."""
    return bool(one.places and other.places) and one.places.isdisjoint(other.places)


def at_other_times(one: Traits, other: Traits) -> bool:
    """Whether what both tell lies on days that cannot be one."""
    mine, theirs = one.telling.when, other.telling.when
    return bool(mine and theirs and mine.when and theirs.when and not mine.when.compatible(theirs.when))


def _apart_in_fact(one: Traits, other: Traits) -> bool:
    """Whether places cannot be one, or the same claimant gave another number or day on another day."""
    if elsewhere(one, other):
        return True
    numbers = bool(one.numbers and other.numbers and not one.numbers & other.numbers)
    return (numbers or at_other_times(one, other)) and one.claimant.same(other.claimant) and not _one_day(one, other)


def _one_day(one: Traits, other: Traits) -> bool:
    """Whether both may have been said on one day: by the days told, else by those of publication."""
    together = _said_together(one, other)
    if together is None:
        return not (one.published and other.published) or one.published == other.published
    return together


def _said_together(one: Traits, other: Traits) -> bool | None:
    """Whether both may have been said on one day; None where a report does not tell."""
    if not (one.said and other.said):
        return None
    return one.said[0] <= other.said[1] and other.said[0] <= one.said[1]


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
    return Compared(one, other, points, tuple(sorted(evidence)), reasons)


def can_be_shown(one: Traits, other: Traits) -> bool:
    """Whether anything can be evidence of both; without it no points join. Quicker than comparing them."""
    if shared(one.words, other.words) >= SAID or any(_citation(one, other)):
        return True
    runs = one.runs.isdisjoint(other.runs) and one.quoted_runs.isdisjoint(other.quoted_runs)
    return not runs or any(ours == theirs for ours in one.quoted for theirs in other.quoted)


def _words(one: Traits, other: Traits) -> Iterator[Scored]:
    told = shared(one.words, other.words)
    if told >= TELLING:
        share = (alike(one.words, other.words) + contained(one.words, other.words)) / 2
        is_alike = share >= ALIKE and told >= ALIKE_TOLD and not NEAR < _apart(one, other) < timedelta.max
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


def _passage(one: Traits, other: Traits) -> Iterator[Scored]:
    if one.runs.isdisjoint(other.runs):
        return
    run = longest_run(one.spoken, other.spoken)
    if sum(map(informs, run)) >= COPIED_TOLD:
        yield 4, f"{len(run)} words in a row are the same", Evidence.PASSAGE


def _claimant(one: Traits, other: Traits, aliases: Aliases) -> Iterator[Scored]:
    mine, theirs = one.claimant, other.claimant
    if mine.same(theirs):
        yield 3, "the same claimant", None
    elif not (mine.is_known and theirs.is_known):
        yield -1, "a claimant is not named", None
    elif mine.is_person and theirs.is_person and frozenset((mine.family, theirs.family)) in aliases:
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
    if one.numbers & other.numbers:
        yield 2, "the same number", None
    elif one.numbers and other.numbers:
        yield -3, "different numbers", None


def _polarity(one: Traits, other: Traits) -> Iterator[Scored]:
    if one.denies != other.denies:
        yield -1 if one.claimant.same(other.claimant) else -4, "one denies", None


def _days(one: Traits, other: Traits) -> Iterator[Scored]:
    together = _said_together(one, other)
    if together is False:
        yield -6, "said on different days", None
    elif together is None and NEAR < (gap := _apart(one, other)) < timedelta.max:
        yield -5 if gap > FAR else -2, "published days apart", None


RULES = (_quotation, _passage, _words, _citation, _kind, _place, _numbers, _polarity, _days)


def _is_occasion(one: Traits, other: Traits) -> bool:
    """Whether the same claimant speaks of the same kind of thing at the same place on what may be one day."""
    same = one.claimant.same(other.claimant) and one.family == other.family
    same = same and shared(one.said_of_it, other.said_of_it) >= SAID
    placed = bool(one.places & other.places) or not (one.places and other.places)
    return same and placed and _same_day(one, other)


def _same_day(one: Traits, other: Traits) -> bool:
    together = _said_together(one, other)
    return _apart(one, other) <= OCCASION if together is None else together


def _apart(one: Traits, other: Traits) -> timedelta:
    """How far apart both were published; for ever where that is not known."""
    return abs(one.published - other.published) if one.published and other.published else timedelta.max


def _counts(run: Sequence[str]) -> bool:
    return len(run) >= QUOTED and sum(map(informs, run)) >= QUOTED_TOLD


def longest_run(one: Sequence[str], other: Sequence[str]) -> Sequence[str]:
    """The longest run of words that both have in common; the first of equally long ones in `one`."""
    best = end = 0
    above = [0] * (len(other) + 1)
    for row, word in enumerate(one):
        now = [0] * (len(other) + 1)
        for column, theirs in enumerate(other):
            if word == theirs:
                now[column + 1] = above[column] + 1
                if now[column + 1] > best:
                    best, end = now[column + 1], row + 1
        above = now
    return one[end - best : end]
