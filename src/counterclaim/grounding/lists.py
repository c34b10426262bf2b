"""Names that a list joins: what is said of one of them, before the list or behind it, is said of all."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from counterclaim.grounding.beside import BEFORE, BESIDE, READ
from counterclaim.grounding.found import Found
from counterclaim.grounding.surroundings import Surroundings
from counterclaim.model.mention import MentionType

IN_LIST = "in a list that begins with a place"
SETTLEMENT, AREA = MentionType.SETTLEMENT, MentionType.AREA
BEHIND = (", ", " (")  # before the area that a list ends in
ENDS = frozenset(".!?;:()\n")
STOPS = frozenset(".!?;\n")


class Lists:
    """The lists of one text, given the names found in it."""

    def __init__(self, around: Surroundings, found: Sequence[Found]) -> None:
        self._around = around
        self._found = found

    def begun(self) -> Iterator[Found]:
        """The names; what stands in a list behind a sure place is one, too."""
        sure: Found | None = None
        for found in self._found:
            follows = sure and found.type is SETTLEMENT and self._follows(sure, found) and self._goes_on(found)
            one = replace(found, evidence=found.evidence | {IN_LIST}) if follows else found
            is_sure = one.type is SETTLEMENT and one.evidence & {BEFORE, BESIDE, READ, IN_LIST}
            sure = one if is_sure else None
            yield one

    def shared(self) -> Iterator[tuple[Found, Found]]:
        """The settlements of a list that an area ends, but for the last, each with the area: "Dorn, Halm (Karsk)"."""
        for at, (last, area) in enumerate(pairwise(self._found)):
            if last.type is not SETTLEMENT or area.type is not AREA or not self._is_behind(last, area):
                continue
            first = at
            while first and self._found[first - 1].type is SETTLEMENT and self._joins(first - 1, first):
                first -= 1
                yield self._found[first], area

    def axes(self) -> Iterator[tuple[Found, Found]]:
        """The settlements of which a sentence says in which direction of the front they lie, each with that area."""
        directions = [one for one in self._found if one.type is AREA and one.noun == "direction"]
        for one in self._found if directions else ():
            if one.type is SETTLEMENT and (area := self._axis(one, directions)):
                yield one, area

    def _axis(self, one: Found, directions: Sequence[Found]) -> Found | None:
        """The last direction before it in its sentence, else the first behind it."""
        text = self._around.text
        before = [area for area in directions if area.end <= one.start and not _stops(text[area.end : one.start])]
        behind = [area for area in directions if area.start >= one.end and not _stops(text[one.end : area.start])]
        return before[-1] if before else behind[0] if behind else None

    def _is_behind(self, last: Found, area: Found) -> bool:
        between = self._around.text[last.end : area.start]
        words = between.split()
        within = bool(words) and all(
            self._around.is_of(at, name)
            for at, name in zip(range(last.last, area.first), ("within", "articles"), strict=False)
        )
        return between in BEHIND or (within and len(words) <= 2 and "," not in between)

    def _joins(self, first: int, second: int) -> bool:
        one, other = self._found[first], self._found[second]
        return self._joined(one, other, ("listing", "joining", "articles", "settlement"), names=True)

    def _follows(self, one: Found, other: Found) -> bool:
        return self._joined(one, other, ("listing",), names=False)

    def _joined(self, one: Found, other: Found, classes: Collection[str], *, names: bool) -> bool:
        """Whether only commas, words of these classes and, if asked, other names stand between two names."""
        around = self._around
        between = around.text[one.end : other.start]
        if ENDS & set(between) or not ("," in between or any(self._is(at, ("listing",)) for at in _gap(one, other))):
            return False
        return all(self._is(at, classes) or (names and around.words[at].is_capital) for at in _gap(one, other))

    def _goes_on(self, one: Found) -> bool:
        """Whether another name, an area in brackets, or the end of the sentence follows."""
        around = self._around
        behind = around.apart(one.last - 1)
        if behind == ", " or (behind == " " and around.is_of(one.last, "listing")):
            following = one.last + around.is_of(one.last, "listing")
            return following < len(around.words) and around.words[following].is_capital
        return behind.strip()[:1] in ("(", ".", ";") or not around.text[one.end :].strip()

    def _is(self, at: int, classes: Iterable[str]) -> bool:
        return any(self._around.is_of(at, name) for name in classes)


def _gap(one: Found, other: Found) -> range:
    return range(one.last, other.first)


def _stops(between: str) -> bool:
    return bool(STOPS & set(between))
