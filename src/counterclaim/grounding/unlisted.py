"""Names that no gazetteer has, where the words around them say that a settlement, or a plant, is meant."""

from functools import cached_property

from counterclaim.grounding.beside import BEFORE, BESIDE, NOUNS, READ, Beside
from counterclaim.grounding.surroundings import Surroundings
from counterclaim.theatres.gazetteer import Gazetteer

LONGEST = 4  # words of a settlement's name


class Unlisted:
    """Judges runs of capitalised words, given by the numbers of the first and of the word behind the last."""

    def __init__(self, around: Surroundings, places: Gazetteer, beside: Beside) -> None:
        self._around = around
        self._places = places
        self._beside = beside

    def evidence(self, at: int, last: int) -> set[str]:
        """Why a name is taken for a settlement's; empty where it is not."""
        around = self._around
        found = self._beside.evidence(at, last, ())
        if not ({READ, BEFORE} <= found or BESIDE in found):
            return set()
        other = around.is_of(at, "functions") or around.is_of(at, "times") or last - at > LONGEST
        person = around.span(at, last) in self._surnames and BESIDE not in found
        thing = around.class_after(last - 1, NOUNS, over=3)
        return set() if other or person or thing else found

    def works(self, first: int, last: int) -> tuple[int, int] | None:
        """Where the name of a plant, prison or church begins and ends: its noun is the last word, or behind it."""
        around, run = self._around, (first, last)
        while first < last and (around.is_of(first, "functions") or around.is_of(first, "parts")):
            first += 1
        behind = None if around.owns(last) else around.class_after(last - 1, ("built",), over=3)
        end = behind[1] + 1 if behind else last
        named = end - first > 1 and not around.words[first].opens and not around.is_of(first, "built")
        if not named or not around.is_of(end - 1, "built") or any(map(self._beside.is_people, range(first, last))):
            return None
        return None if self._is_known(*run) else (first, end)

    def _is_known(self, first: int, last: int) -> bool:
        """Whether the gazetteer has a place that bears the name, or the first word, of a run."""
        names = {self._around.span(first, last), self._around.words[first].text}
        return any(one.near == 1.0 for name in names for one in self._places.named(name))

    @cached_property
    def _surnames(self) -> frozenset[str]:
        """Words that follow a first name, or a title, somewhere in the text."""
        around, words = self._around, self._around.words
        return frozenset(
            words[at].text
            for at in range(1, len(words))
            if words[at].is_capital
            and words[at - 1].is_capital
            and around.touch(at - 1)
            and not words[at].opens
            and not self._beside.may_precede(at - 1)
        )
