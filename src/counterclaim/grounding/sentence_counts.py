"""The counts of one sentence: which numbers count, with unit and noun; what one of them counts, and whom."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest

from counterclaim.grounding.amounts import is_restated, money_of, share_of
from counterclaim.grounding.governors import Counted, Sentence, governed
from counterclaim.grounding.metrics import OTHER, by_kind, by_noun
from counterclaim.grounding.units import MONEY, PERCENT, Unit, unit
from counterclaim.grounding.whom import (
    inhabitants,
    is_included,
    is_participle,
    is_rest,
    lives,
    nearest,
    nobody,
    noun_of,
    people,
    pointed_to,
    points_back,
    whom,
)
from counterclaim.lang.counted_nouns import PEOPLE, Noun, arm_behind, is_unit, only_leads
from counterclaim.lang.numerals import Bounds, Numeral
from counterclaim.lang.uncounted import counted
from counterclaim.model.span import Span

Place = tuple[int, int]
Named = tuple[str, str | None]  # metric, who
MOST_PARTS = 10  # "three tenths": the smallest part that words name
KILLED, LOST = "killed", "killed_and_wounded"
REACH = 600  # code points of a sentence either side of a count that are looked at
WHOLE = "strike"  # as what a number of which another is part is taken: drones that were launched


@dataclass(frozen=True, slots=True)
class Count:
    """A number of a sentence with its unit and the noun it counts, as far as they are said.

    `part`, `whole`: it is so many of the next, or the one before is so many of it.
    """

    numeral: Numeral
    unit: Unit | None
    noun: Noun | None
    part: bool = False
    whole: bool = False

    @property
    def end(self) -> int:
        """Behind the number, its unit and its noun."""
        return max(one.end for one in (self.numeral, self.unit, self.noun) if one)

    @property
    def place(self) -> Counted:
        """Where it stands, and the classes of its noun."""
        said = self.noun.classes if self.noun else frozenset[str]()
        return Counted(self.numeral.start, self.numeral.end, self.end, said, self.part, self.whole)

    @property
    def bounds(self) -> Bounds:
        """Its range in whole numbers of the unit."""
        if self.unit is None:
            return self.numeral.bounds()
        return self.numeral.bounds(self.unit.factor, rounded=self.unit.rounded)


@dataclass(frozen=True, slots=True)
class _Read:
    """What a sentence says of all its counts: its words, its numbers, and of those that are sure what each counts."""

    words: Sentence
    numerals: Sequence[Numeral]
    counts: Sequence[Count | None]

    def within(self, start: int, end: int) -> list[tuple[Numeral, Count | None]]:
        """The numbers in `[start, end)`, and what each counts."""
        first = bisect_left(self.numerals, start, key=lambda one: one.start)
        last = bisect_left(self.numerals, end + 1, key=lambda one: one.end)
        return list(zip(self.numerals[first:last], self.counts[first:last], strict=True))


@lru_cache(maxsize=1)  # the counts of a sentence come one after another; more would keep more texts
def _read(text: str, start: int, end: int, language: str) -> _Read:
    numerals = counted(text, start, end, language)
    counts = [_count(text, one, 0, end, language) if one.sure else None for one in numerals]
    return _Read(Sentence.of(text, start, end, language), numerals, counts)


@dataclass(frozen=True, slots=True)
class SentenceCounts:
    """The counts of a sentence of `text` within `[start, end)`, number `at` of them the one that is asked for."""

    text: str
    start: int
    end: int
    language: str
    words: Sentence
    counts: Sequence[Count]
    at: int

    @classmethod
    def of(cls, text: str, span: Span, sentence: Place, language: str) -> "SentenceCounts | None":
        """The counts around that of `span`; None where its words count nothing."""
        read, start, end = _read(text, *sentence, language), *_around(sentence, span)
        found = read.within(start, end)
        asked = next((one for one, _ in found if one.start < span.end and span.start < one.end), None)
        if asked is None:
            return None
        own = _count(text, asked, span.end, end, language)
        plain = [each for one, held in found if (each := own if one is asked else held)]
        counts = list(_parted(text, _unit_named(text, plain, language), language))
        return cls(text, start, end, language, read.words, counts, plain.index(own))

    @property
    def asked(self) -> Count:
        """The count that is asked for."""
        return self.counts[self.at]

    def named(self, kind: str | None) -> Named:
        """What it counts, and whom, in a proposition of `kind`."""
        one, noun = self.asked, self.asked.noun
        if one.unit:
            return one.unit.metric, self._amount_of(one, one.unit)
        lost = lives(self.text, self.start, one.numeral, self.language)
        metric: str
        who: str | None
        if lost:
            metric, who = KILLED, lost
        elif noun is None or noun.anaphor or is_participle(noun.text.lower(), self.language):
            metric, who = self._bare(kind)
        else:
            metric, who = self._of_noun(noun, kind), noun.text
        return (PERCENT if one.numeral.share else metric), who

    @property
    def is_restated(self) -> bool:
        """Whether the count only says the one before it anew, in another unit."""
        before = self.counts[self.at - 1].unit if self.at else None
        one = self.asked
        return is_restated(self.text, (self.start, one.numeral.start), one.unit, before, self.language)

    def _amount_of(self, one: Count, found: Unit) -> str | None:
        """What an amount in some unit is of; where that is not said, of all but shares the unit itself."""
        if found.metric == MONEY:
            return money_of(self.text, found.end, self.end, self.language) or found.written
        if found.metric != PERCENT:
            return found.written
        said = one.noun.text if one.noun and not one.noun.anaphor else None
        return said or share_of(self.text, self.start, one.numeral.start, self.language)

    def _of_noun(self, noun: Noun, kind: str | None) -> str:
        """What is counted of `noun`; "others" are of the kind of those before them."""
        said = by_noun(noun.text.lower(), self.language, always=True)
        back = is_rest(noun.text.lower(), self.language) and pointed_to(
            self.text, self.start, self.asked.numeral, None, self.language, aloud=True
        )
        governed_so = self._governed(self.at, back.classes) if back else self._governed(self.at)
        return said or governed_so or self._included() or self._unsaid(noun, kind)

    def _bare(self, kind: str | None) -> Named:
        """What a number without a noun counts."""
        text, numeral, language = self.text, self.asked.numeral, self.language
        nobodies = nobody(text, numeral, language)
        people_said = nobodies or inhabitants(text, numeral, language)
        aloud = not people_said and points_back(text, numeral, language)
        metric = self._governed(self.at)
        noun = None if people_said else pointed_to(text, self.start, numeral, metric, language, aloud=aloud)
        if metric is None:
            near = noun or (None if people_said else nearest(text, self.start, numeral, language))
            metric = self._governed(self.at, near.classes) if near else None
            noun = near if metric else noun
        if metric is None and noun is None:
            metric = self._governed(self.at, frozenset({PEOPLE}))
        if metric is None and aloud and numeral.high:
            metric = self._before()  # "400 were bused out, with another 150 to follow"
        metric = metric or self._unsaid(noun, kind)
        many = people(language) if numeral.vague else None
        return metric, noun.text if noun else people_said or whom(metric, language) or many

    def _governed(self, at: int, classes: frozenset[str] | None = None) -> str | None:
        places = [one.place for one in self.counts]
        if classes is not None:
            places[at] = replace(places[at], classes=classes)
        return governed(self.words, (self.start, self.end), places, at)

    def _included(self) -> str | None:
        """What the count before counts, of which this is part: "including 3 children"."""
        return self._before() if is_included(self.text, self.asked.numeral, self.language) else None

    def _before(self) -> str | None:
        return self._governed(self.at - 1) if self.at else None

    def _unsaid(self, noun: Noun | None, kind: str | None) -> str:
        """What is counted where no verb says it. Of none nothing is said to have befallen them."""
        said = by_noun(noun.text.lower(), self.language, always=False) if noun else None
        if said:
            return said
        if self.asked.numeral.high == 0 or inhabitants(self.text, self.asked.numeral, self.language):
            return OTHER
        if self.asked.whole:
            return by_kind(WHOLE, noun.classes if noun else None, self.language)
        metric = by_kind(kind, noun.classes if noun else None, self.language)
        listed = self._listed(noun) if noun and metric == KILLED else None
        return listed or metric

    def _listed(self, noun: Noun) -> str | None:
        """What is counted of the same noun before, if it is losses: "lost 12 men at Dorn, a gun, and 20 men here"."""
        said = [at for at in range(self.at) if (one := self.counts[at].noun) and _head(one) == _head(noun)]
        return LOST if said and self._governed(said[-1]) == LOST else None


def _around(sentence: Place, span: Span) -> Place:
    """How much of a sentence is looked at for the count of `span`."""
    return max(sentence[0], span.start - REACH), min(sentence[1], span.end + REACH)


def _count(text: str, numeral: Numeral, marked: int, stop: int, language: str) -> Count:
    """A number of a sentence; a mark that goes on behind it to `marked` holds the noun."""
    found = unit(text, numeral.first, numeral.last, language)
    end = max(found.end if found else 0, numeral.end)
    noun = noun_of(text, numeral.first, end, marked, language) if marked > end + 1 else None
    return Count(numeral, found, noun or noun_of(text, numeral.first, end, stop, language))


def _unit_named(text: str, counts: Sequence[Count], language: str) -> Sequence[Count]:
    """The counts; of "two mechanized, four assault brigades" both count brigades."""
    made: list[Count] = []
    for one in reversed(counts):
        after = made[-1].noun if made else None
        if after and is_unit(after) and arm_behind(text, one.numeral.end, made[-1].numeral.start, language):
            made.append(replace(one, noun=replace(after, text=after.text.rpartition(" ")[2])))
        else:
            made.append(one)
    return made[::-1]


def _head(noun: Noun) -> str:
    return noun.text.lower().rpartition(" ")[2]


def _parted(text: str, counts: Sequence[Count], language: str) -> Iterator[Count]:
    """The counts; of "a third of the 24 houses" eight houses, of "37 of 42 drones" 37 drones."""
    part = False
    for one, after in zip_longest(counts, counts[1:]):
        this, part = replace(one, whole=True) if part else one, False
        if after and not one.noun and _is_part(text, one.numeral, after.numeral, language):
            this, part = Count(_share_of(one.numeral, after.numeral), None, after.noun, part=True), True
        yield this


def _share_of(part: Numeral, whole: Numeral) -> Numeral:
    """So much of a number that is said: of 24, a third is eight."""
    if not part.share or part.rate or part.low is None or whole.low is None or whole.low != whole.high:
        return part
    number = part.low.limit_denominator(MOST_PARTS) * whole.low
    return replace(part, low=number, high=number, vague=False, share=False)


def _is_part(text: str, part: Numeral, whole: Numeral, language: str) -> bool:
    """Whether nothing but "of the" or "of the town’s" stands between a number and that of the whole; or "all 14"."""
    apart = text[part.end : whole.start].strip()
    return bool(apart or part.share) and only_leads(text, part.end, whole.start, language)
