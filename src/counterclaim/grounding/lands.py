"""Whether the name of a country or capital means its government or army, or the land where something happens."""

from collections.abc import Callable

from counterclaim.grounding.surroundings import Surroundings

BACK = 8  # words before "to Dorn" that say whether something is given to it, or goes there
NEAR = 4  # words before "on Dorn", "against Dorn"
BEHIND = 5  # words behind "Dorn’s" among which its deed is named
LISTED = 8  # names of a list that are looked over
PASSED = ("neighbouring", "neighboring", "both", "the")  # between a preposition and a name

Judge = Callable[[int, int], bool]


class Lands:
    """Judges names given by the numbers of their first word and of the word behind them.

    `is_power` says whether such a name is a country's or government's, `is_place` whether a settlement's or area's.
    """

    def __init__(self, around: Surroundings, is_power: Judge, is_place: Judge) -> None:
        self._around = around
        self._is_power = is_power
        self._is_place = is_place

    def acts(self, at: int, end: int) -> bool | None:
        """Whether a government or army is meant; None where no word beside it tells."""
        return self._does(end) if self._around.owns(end) else self._by_words_before(at, end, LISTED)

    def is_attribute(self, end: int) -> bool:
        """Whether it stands before the noun that it says more of: "the Dorn crisis"."""
        around = self._around
        return around.touch(end - 1) and around.is_of(end, "matters") and not around.owns(end)

    def is_adjective(self, end: int) -> bool:
        """Whether a name that also serves as an adjective does: "US officials", "UK Prime Minister", "US-made"."""
        around = self._around
        if not around.touch(end - 1) or around.owns(end):
            return False
        if around.apart(end - 1) != " ":
            return True
        word = around.words[end]
        return word.is_capital or not (
            self._is_verb(end)
            or any(around.is_of(end, name) for name in ("functions", "listing", "inside"))
            or word.lower.endswith(("ed", "ly", "ing"))
            or not word.text[0].isalpha()
        )

    def is_subject(self, at: int, end: int) -> bool:
        """Whether the words beside a capital's name say that it does something, or that something is done to it."""
        around = self._around
        behind = around.touch(end - 1) and not around.words[end].is_capital
        quiet = any(around.is_of(end, name) for name in ("functions", "listing", "people", "facility", "matters"))
        before = at - 1
        while before > 0 and around.words[before].lower in PASSED:
            before -= 1
        given = around.words[before].lower in ("to", "on", "with", "against", "by") if at else False
        return given or (behind and (self._is_verb(end) or not quiet))

    def _is_verb(self, at: int) -> bool:
        return any(self._around.is_of(at, name) for name in ("says", "firmly", "existential", "acting"))

    def _does(self, end: int) -> bool:
        """Whether what belongs to it is a deed or a will: "Dorn’s full-scale invasion"."""
        around = self._around
        for at in range(end, min(end + BEHIND, len(around.words))):
            if around.is_of(at, "deeds") or (at == end and self._is_force(at)):
                return True
            stops = around.is_of(at, "functions") and not around.is_of(at, "listing")
            if around.words[at].is_capital or stops or not around.touch(at):
                return False
        return False

    def _is_force(self, at: int) -> bool:
        """Whether a body of its army is named behind it: "Dorn’s Battlegroup East"."""
        return self._around.words[at].is_capital and self._around.is_of(at, "forces")

    def _by_words_before(self, at: int, end: int, left: int) -> bool | None:
        around = self._around
        before = at - 1
        while before >= 0 and around.words[before].lower in PASSED and around.touch(before):
            before -= 1
        if before < 0 or around.words[before + 1].opens:
            return True
        if left and (name := self._listed(at)):
            if self._is_power(*name):
                return self.acts(*name) if around.owns(name[1]) else self._by_words_before(*name, left - 1)
            if around.apart(at - 1) == ", " and self._is_place(*name) and not self._is_verb(end):
                return False  # "Dorn, Vardia"
        if around.apart(before).strip():
            return None
        governs = around.words[before].lower == "in" and around.is_of(before - 1, "governing")
        return governs or self._by_word(before)

    def _listed(self, at: int) -> tuple[int, int] | None:
        """The name that a comma or "and" joins to the one that begins with word `at`."""
        around, words = self._around, self._around.words
        at -= around.is_of(at - 1, "articles")
        last = at - 1 if around.is_of(at - 1, "listing") else at
        if last < 1 or not words[last - 1].is_capital:
            return None
        if around.apart(last - 1) not in ((" ", ", ") if last < at else (", ",)):
            return None
        first = last - 1
        while first > 0 and words[first - 1].is_capital and around.touch(first - 1) and not words[first].opens:
            first -= 1
        return first, last

    def _by_word(self, at: int) -> bool | None:
        """By the word before a name."""
        around = self._around
        word = around.words[at].lower
        if any(around.is_of(at, name) for name in ("inside", "parts", "harming", "settlement")):
            return False
        near = range(max(0, at - NEAR), at)
        if word == "to":
            return around.is_of(at - 2, "people") if around.is_of(at - 1, "closeness") else self._given(at)
        if word == "for":
            return not any(around.is_of(other, "leaving") for other in near[-2:])
        if word == "with":
            return not any(around.words[other].lower.startswith("border") for other in near)
        for preposition, name, reach in (
            ("on", "pressing", NEAR), ("against", "opposing", NEAR), ("of", "backing", 2), ("from", "sending", 2),
        ):  # fmt: skip
            if word == preposition:
                return any(around.is_of(other, name) for other in near[-reach:])
        return True if not around.words[at].is_capital or around.words[at].opens else None

    def _given(self, at: int) -> bool:
        """Whether something is given or said to it, rather than gone, or brought, there."""
        around = self._around
        given = False
        for other in range(at - 1, max(-1, at - 1 - BACK), -1):
            if around.is_of(other, "moving"):
                return False
            given = given or around.is_of(other, "giving")
            if around.words[other].opens:
                break
        return given
