"""What the words beside a name say of it: a place's name, somebody's, a government's, a river's."""

from collections.abc import Callable, Sequence

from counterclaim.grounding.surroundings import Surroundings
from counterclaim.lang.name_key import is_cyrillic, nouns_of
from counterclaim.model.mention import MentionType
from counterclaim.reading.overlaps import overlap
from counterclaim.theatres.gazetteer import Named
from counterclaim.theatres.rows import Party

AREA_NOUNS = ("oblast", "raion", "hromada", "direction")
NOUNS = (*AREA_NOUNS, "facility", "feature")
BEFORE, BESIDE = "a preposition or verb of place before it", "a word for a settlement beside it"
READ = "read as a place"
ENDINGS = ("ian", "ians")  # of a people's name made from its country's
ABBREVIATED = 5  # letters
ADJECTIVES = ("ed", "ern", "held", "time")  # how English words end that may open a sentence before a town
LISTED = 8  # names of a list that are looked over
PLURALS = ("s", "ях", "ах", "ей", "и", "й")
HYPHENS = ("-", "‑")
QUOTES = ("«", "“", '"', "‘", "„")


class Beside:
    """Judges names, given by the numbers of their first word and of the word behind them."""

    def __init__(
        self,
        around: Surroundings,
        parties: Sequence[Party],
        hints: Sequence[tuple[int, int]],
        is_of_country: Callable[[str], bool],
    ) -> None:
        self._around = around
        self._is_of_country = is_of_country
        self._short = frozenset(name for party in parties for name in party.short)
        self._peoples = frozenset(name for party in parties for name in party.demonym)
        self._hints = hints

    def is_people(self, at: int) -> bool:
        """Whether a word is a people's name, or an adjective of it."""
        word = self._around.words[at]
        if word.text in self._peoples:
            return True
        known = self._around.is_of(at, "peoples") or (word.text.endswith(ENDINGS) and self._is_of_country(word.text))
        return word.is_capital and known and not self._is_language(at)

    def _is_language(self, at: int) -> bool:
        """Whether a people's adjective is its language: "in English", "spoke Tesharish."."""
        around = self._around
        alone = not around.touch(at) or around.is_of(at + 1, "functions")
        return alone and around.is_of(at - 1, "spoken")

    def is_capital(self, at: int, end: int) -> bool:
        """Whether a name is the short one of a party: its capital's, mostly."""
        return self._around.span(at, end) in self._short

    def may_precede(self, at: int) -> bool:
        """Whether a capitalised word before a name leaves it a name: "In Dorn", "Tesharish Dorn", "Eastern Dorn"."""
        around = self._around
        return (
            around.is_of(at, "functions")
            or (around.words[at].opens and (around.is_of(at, "people") or around.is_of(at, "located")))
            or self.is_people(at)
            or self._is_abbreviation(at)
            or around.is_of(at, "times")
            or around.is_of(at, "parts")
            or around.is_of(at, "settlement")
        )

    def may_follow(self, at: int) -> bool:
        """Whether a capitalised word behind a name leaves it a name: "Dorn City"."""
        around = self._around
        adjective = nouns_of(around.words[at].text) and around.class_after(at, AREA_NOUNS)
        if self._is_abbreviation(at) or self.is_people(at):
            return True
        return bool(around.is_of(at, "settlement") or around.is_of(at, "times") or around.words[at].opens or adjective)

    def may_open(self, at: int) -> bool:
        """Whether it opens a sentence before a town that the press knows: "Occupied Dorn"; a first name does not."""
        word = self._around.words[at]
        return word.opens and (is_cyrillic(word.text) or word.lower.endswith(ADJECTIVES))

    def _is_abbreviation(self, at: int) -> bool:
        """Whether it is a body's abbreviation, which stands beside a name by chance: "in Dorn SBU officers …"."""
        word = self._around.words[at].text
        return 1 < len(word) <= ABBREVIATED and word.isupper()

    def is_titled(self, at: int) -> bool:
        """Whether somebody's title or trade stands before it: "governor Dorn"."""
        return self._around.is_of(at - 1, "persons") and self._around.touch(at - 1)

    def listed_noun(self, at: int, end: int) -> tuple[str, int] | None:
        """The noun of a list that a name stands in: "the Dorn, Halm and Karsk regions", "the regions of Dorn and Halm".

        With the number of the name's own last word: the noun is not part of it.
        """
        noun = self._noun_behind(end) or self._noun_before(at)
        return (noun, end - 1) if noun else None

    def _noun_behind(self, end: int) -> str | None:
        for _ in range(LISTED):
            further = self._next_name(end)
            if further is None:
                return None
            end = further
            for name in ("oblast", "raion", "direction"):
                if self._around.is_of(end, name) and self._around.words[end].lower.endswith(PLURALS):
                    return name
        return None

    def _noun_before(self, at: int) -> str | None:
        for _ in range(LISTED):
            for name in ("oblast", "raion"):
                if self._around.is_of(at - 2, name) and self._around.words[at - 1].lower == "of":
                    return name
            further = self._name_before(at)
            if further is None:
                return None
            at = further
        return None

    def _next_name(self, end: int) -> int | None:
        """The end of the name that a comma or "and" joins to the one that ends before word `end`."""
        around, words = self._around, self._around.words
        comma = around.apart(end - 1) == ", "
        first = end + 1 if around.is_of(end, "listing") else end
        if not (comma or first > end) or first >= len(words) or not words[first].is_capital:
            return None
        last = first + 1
        while last < len(words) and words[last].is_capital and around.touch(last - 1):
            last += 1
        return last

    def _name_before(self, at: int) -> int | None:
        """The beginning of the name that a comma or "and" joins to the one that begins with word `at`."""
        around, words = self._around, self._around.words
        last = at - 1 if around.is_of(at - 1, "listing") else at
        if last < 1 or not words[last - 1].is_capital or not (last < at or around.apart(at - 1) == ", "):
            return None
        first = last - 1
        while first > 0 and words[first - 1].is_capital and around.touch(first - 1):
            first -= 1
        return first

    def settlement_noun(self, at: int, end: int) -> str | None:
        """The word that says what kind of settlement it is: "the village of Dorn", "Dorn, a city in the east"."""
        around = self._around
        before = at - 2 if at and around.words[at - 1].lower == "of" else at - 1
        if around.is_of(before, "settlement") and all(around.touch(word) for word in range(before, at)):
            return around.words[before].lower
        if around.apart(end - 1) == ", " and around.is_of(end, "articles"):
            for number in (end + 1, end + 2):
                if around.is_of(number, "settlement"):
                    return around.words[number].lower
        return None

    def speaks(self, at: int, end: int) -> bool:
        """Whether an area's government says or does something."""
        around = self._around
        return around.touch(end - 1) and around.is_of(end, "firmly") and not around.is_of(at - 1, "located")

    def is_town(self, at: int, end: int) -> bool:
        """Whether words beside a capital say that the town is meant: "the capital, Dorn", "northern Dorn"."""
        around = self._around
        seat = around.apart(end - 1) in HYPHENS and around.words[end].lower == "based"
        called = (
            around.apart(at - 1) == ", " and around.apart(end - 1)[:1] in ",.;)" and around.is_of(at - 1, "capital")
        )
        return bool(called or seat or self.settlement_noun(at, end) or around.is_of(at - 1, "parts"))

    def otherwise(self, at: int, end: int) -> MentionType | None:
        """What a settlement's name is when an article or a people stand beside it: "the Dorn" is a river."""
        around = self._around
        if self._is_quoted_name(at, end):
            return MentionType.FACILITY if around.is_of(at - 1, "facility") else MentionType.NOT_PLACE
        article = around.is_of(at - 1, "articles") and around.touch(at - 1)
        noun = around.touch(end - 1) and end < len(around.words) and not around.words[end].is_capital
        if article and noun and not any(around.is_of(end, name) for name in ("functions", "says", "listing")):
            return MentionType.DEMONYM
        if article and around.is_of(end, "listing") and any(around.is_of(end + 2, noun) for noun in AREA_NOUNS):
            return MentionType.AREA  # "the Dorn and Halm regions"
        if article:
            return MentionType.FEATURE
        if around.class_after(end - 1, ("people",), over=1) and not around.is_of(at - 1, "located"):
            return MentionType.DEMONYM
        return None

    def evidence(self, at: int, end: int, named: Sequence[Named]) -> set[str]:
        """Why a name is taken for a settlement here."""
        around, found = self._around, set()
        before = at - 2 if around.is_of(at - 1, "articles") else at - 1
        if around.is_of(before, "located") and around.apart(at - 1).strip("\u00a0 «“\"'‘(") == "":
            found.add(BEFORE)
        if self.settlement_noun(at, end):
            found.add(BESIDE)
        exact = any(one.near == 1.0 for one in named)
        if is_cyrillic(self._around.span(at, end)) and (exact or not around.words[at].opens):
            found.add("a name in one of its cases")
        if exact and not around.words[at].opens and not around.is_of(end, "firmly"):
            found.add("its very name")
        if any(one.is_known and one.near == 1.0 for one in named):
            found.add("a name that is known")
        span = around.words[at].start, around.words[end - 1].end
        if any(overlap(span, hint) for hint in self._hints):
            found.add(READ)
        if self._is_listed(at, end):
            found.add("in a list of places")
        behind = end + 1 if around.is_of(end + 1, "articles") else end
        put = (around.is_of(end, "within") or around.is_of(end, "beside")) and around.touch(end - 1)
        if put and behind + 1 < len(around.words) and around.words[behind + 1].is_capital:
            found.add("said to lie in, or near, another place")
        return found

    def _is_listed(self, at: int, end: int) -> bool:
        """Whether a comma or "and" joins it to another capitalised word."""
        around, words = self._around, self._around.words
        behind = around.is_of(end, "listing") and end + 1 < len(words) and words[end + 1].is_capital
        before = around.is_of(at - 1, "listing") and at > 1 and words[at - 2].is_capital
        return behind or before

    def _is_quoted_name(self, at: int, end: int) -> bool:
        """Whether it is the name, in quotation marks, of what the word before it says: the pipeline «Дружба»."""
        around = self._around
        opened = at > 0 and around.apart(at - 1).strip() in QUOTES and not around.words[at - 1].is_capital
        closed = around.text[around.words[end - 1].end :][:1] in ("»", "”", '"', "’", "“")
        place = any(around.is_of(at - 1, name) for name in ("located", "settlement", "functions", "firmly"))
        return opened and closed and not place
