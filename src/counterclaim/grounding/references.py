"""What "the city", "the village" and "there" refer to: a settlement named before, or nothing that can be told."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from counterclaim.grounding.surroundings import Surroundings
from counterclaim.grounding.weighing import NOUN_OF, WORDS_FOR
from counterclaim.model.mention import Mention, MentionType
from counterclaim.model.place import Place, PlaceState
from counterclaim.model.span import Span
from counterclaim.theatres.gazetteer import Gazetteer

POINTING = ("the", "this", "that")
BACK = 200  # mentions that are looked back at
BETWEEN = 2  # words between "the" and "city"
BESIDE = 3  # code points: "the city of", "the city, Dorn" has its name beside it
OFTEN, MOST = 2, 4  # points each time a settlement is named, and how many times count
AGO, LONG_AGO = -2, 3  # points for each sentence since it was last named, and how many count
AT_ONCE, BEGINNING = -3, 2  # points where that is in the same sentence; where it is named as the report begins


class References:
    """The references of one text to the settlements it names; `capitals` are names that stand for a party."""

    def __init__(
        self, around: Surroundings, places: Gazetteer, made: Sequence[Mention], capitals: Collection[str]
    ) -> None:
        self._around = around
        self._places = places
        self._capitals = capitals
        self._named = [one for one in made if one.type is MentionType.SETTLEMENT]
        self._starts = [start_of(one) for one in self._named]
        self._several = len({one.place.id for one in self._named if one.place.id}) > 1

    def found(self) -> Iterator[Mention]:
        """The references in the order of the text."""
        around = self._around
        first_named = self._starts[0] if self._starts else len(around.text)
        for at, word in enumerate(around.words):
            if word.start <= first_named or word.is_capital:
                continue
            there = around.is_of(at, "there") and not (around.is_of(at + 1, "existential") or around.owns(at + 1))
            first = self._opening(at) if around.is_of(at, "settlement") else at
            noun = first < at
            if not there and not noun:
                continue
            if noun and around.touch(at) and around.is_of(at + 1, "compounds"):
                continue
            next_one = bisect_left(self._starts, word.start)
            before = self._named[max(0, next_one - BACK) : next_one]
            if next_one < len(self._starts) and self._starts[next_one] - word.end < BESIDE:
                continue
            start = word.start if there else around.words[first].start
            span = Span(start, word.end, around.text[start : word.end])
            one = self._reference(span, before, word.lower if noun else None)
            if noun or one.place.state is not PlaceState.UNRESOLVED:
                yield one

    def _opening(self, at: int) -> int:
        """Where "the city", "the small mining town" begins, by the number of its noun; that itself if not."""
        around, first = self._around, at - 1
        while first > max(0, at - 1 - BETWEEN) and self._is_said_of(first) and not around.words[at].lower.endswith("s"):
            first -= 1
        pointed = first >= 0 and around.words[first].lower in POINTING
        return first if pointed and all(around.touch(word) for word in range(first, at)) else at

    def _is_said_of(self, at: int) -> bool:
        """Whether a word may be said of a settlement: no name, preposition or noun with one of its own."""
        word = self._around.words[at]
        other = any(self._around.is_of(at, name) for name in ("functions", "listing", "settlement", "says", "located"))
        return not word.is_capital and word.text[0].isalpha() and not other and word.lower not in POINTING

    def _reference(self, span: Span, before: Sequence[Mention], noun: str | None) -> Mention:
        """The settlement meant: of those the word fits, one named often and of late."""
        fitting = [one for one in before if self._fits(one.place, noun)]
        if not fitting:
            none = ("no settlement named before it is one",)
            return Mention(MentionType.REFERENCE, Place(span.text, span, PlaceState.UNRESOLVED, reasons=none))
        here = self._around.sentence(span.start)
        meant = max(fitting, key=lambda one: (self._points(one, fitting, here), start_of(one))).place
        why = (f"refers to {meant.written}", *meant.reasons)
        return Mention(MentionType.REFERENCE, replace(meant, written=span.text, span=span, part=None, reasons=why))

    def _points(self, one: Mention, fitting: Sequence[Mention], here: int) -> int:
        """How likely a settlement is meant in sentence `here`: by how often, how late and how early it is named."""
        key = one.place.id or one.place.written
        named = [
            self._around.sentence(start_of(each)) for each in fitting if (each.place.id or each.place.written) == key
        ]
        ago = min(here - named[-1], LONG_AGO)
        return OFTEN * min(len(named), MOST) + AGO * ago + AT_ONCE * (not ago) + BEGINNING * (named[0] <= 1)

    def _fits(self, meant: Place, noun: str | None) -> bool:
        """Whether "the city", "the village", "there" can be that place, or one of those it may be."""
        ids = [meant.id] if meant.id else [other.id for other in meant.alternatives]
        found = [place for place in map(self._places.place, ids) if place]
        if self._several and any(place.name in self._capitals for place in found):
            return False
        if noun not in WORDS_FOR:  # of a language whose words for settlements are not told apart
            return True
        return not found or any(noun in (*NOUN_OF[place.category], "settlement") for place in found)


def _key(one: Mention) -> str:
    return one.place.id or one.place.written


def start_of(one: Mention) -> int:
    """Where the words of a mention begin."""
    return one.place.span.start if one.place.span else 0
