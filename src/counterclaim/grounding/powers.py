"""Names that stand for governments, lands and seas: what each is beside the words around it."""

from counterclaim.grounding.beside import HYPHENS, Beside
from counterclaim.grounding.lands import Lands
from counterclaim.grounding.surroundings import Surroundings
from counterclaim.model.mention import MentionType
from counterclaim.theatres.gazetteer import Gazetteer

LONGEST = 6  # words of a name that the language's data has
BODY = 4  # words behind a name among which a body may be named
SPECIAL = ("governments", "waters", "lands")  # that go by a name of the language
FOR_OR_AGAINST = ("pro", "anti")
DEMONYM, METONYM, NOT_PLACE = MentionType.DEMONYM, MentionType.METONYM, MentionType.NOT_PLACE


class Powers:
    """Judges names of countries, capitals, governments and lands, given by the numbers of words, `end` excluded."""

    def __init__(self, around: Surroundings, places: Gazetteer, beside: Beside) -> None:
        self._around = around
        self._places = places
        self._beside = beside
        self._lands = Lands(around, self._is_power, self._is_place)

    def special(self, at: int, last: int) -> tuple[int, MentionType] | None:
        """What goes by a name of the language rather than of a gazetteer: the Kremlin, Europe, the Black Sea.

        With the number of the word behind it; `last` is that of the word behind the run of capitals.
        """
        around = self._around
        if not any(around.may_begin(at, name) for name in SPECIAL):
            return None
        furthest = at + 1
        while furthest < min(len(around.words), at + LONGEST) and around.touch(furthest - 1):
            furthest += 1
        for end in range(furthest, at, -1):
            follows = end < last and not self._beside.may_follow(end)
            if around.is_name(at, end, "governments"):
                return end, METONYM
            if around.is_name(at, end, "waters"):
                return end, NOT_PLACE if follows or around.is_of(end, "bodies") else MentionType.FEATURE
            if around.is_name(at, end, "lands"):
                kind = METONYM if self._beside.speaks(at, end) else MentionType.AREA
                return end, DEMONYM if follows else kind
        return None

    def adjective(self, at: int, end: int) -> bool:
        """Whether it stands for a people: "US officials", "the Vardia-Teshar war", "the Vardia crisis"."""
        around = self._around
        if self._is_attributive(at, end) and self._lands.is_adjective(end):
            return True
        if not self.is_country(at, end) or (at and around.words[at - 1].lower in FOR_OR_AGAINST):
            return False
        tied = (around.apart(at - 1) in HYPHENS and around.words[at - 1].is_capital) if at else False
        ties = around.apart(end - 1) in HYPHENS and around.words[end].is_capital
        return tied or ties or self._lands.is_attribute(end)

    def kind(self, at: int, end: int, *, is_area: bool) -> MentionType | None:
        """What the name of a country or capital is, where it is not, or not only, where something happens."""
        if is_area and self._is_of_body(at):
            return NOT_PLACE
        if self.is_country(at, end):
            return None if self._lands.acts(at, end) is False else METONYM
        if is_area:
            return METONYM if self._beside.speaks(at, end) else None
        return self._kind_of_town(at, end)

    def _kind_of_town(self, at: int, end: int) -> MentionType | None:
        """What a capital's name is, where it is not the town's."""
        around = self._around
        is_capital, is_seat = self._beside.is_capital(at, end), around.is_name(at, end, "seats")
        if not (is_capital or is_seat) or self._beside.is_town(at, end) or self._is_in_land(end):
            return None
        if around.owns(end):
            return METONYM if self._is_governments(end) else None
        if is_seat and around.touch(end - 1) and around.is_of(end, "pacts"):
            return NOT_PLACE
        acts = self._lands.acts(at, end)
        means = acts is not False if is_capital else acts and self._lands.is_subject(at, end)
        return METONYM if means else None

    def _is_in_land(self, end: int) -> bool:
        """Whether the name of the land it lies in stands behind it: "Dorn, Vardia"."""
        around = self._around
        if around.apart(end - 1) != ", " or end >= len(around.words) or not around.words[end].is_capital:
            return False
        lands = (self._places.named(around.span(end, last)) for last in (end + 1, end + 2) if last <= len(around.words))
        return any(one.place.type == "area" and one.near == 1.0 for named in lands for one in named)

    def is_country(self, at: int, end: int) -> bool:
        """Whether it is a country's name, to the letter."""
        named = self._places.named(self._around.span(at, end))
        return any(one.place.category == "country" and one.near == 1.0 for one in named)

    def _is_attributive(self, at: int, end: int) -> bool:
        is_name = self._around.is_name(at, end, "attributive")
        return is_name and (self._around.words[at].text.isupper() or end - at > 1)

    def _is_of_body(self, at: int) -> bool:
        """Whether it is the last part of a body's name: "the Ministry of Defence of Vardia"."""
        around = self._around
        before = at - 2 - around.is_of(at - 1, "articles")
        while before >= 0 and around.words[before + 1].lower == "of" and around.words[before].is_capital:
            if around.is_of(before, "bodies"):
                return True
            before -= 2
        return False

    def _is_governments(self, end: int) -> bool:
        """Whether what belongs to a capital is its government's, not the town's: no street, no name but a body's."""
        around = self._around
        if end >= len(around.words) or around.is_of(end, "urban"):
            return False
        behind = range(end, min(end + BODY, len(around.words)))
        return not around.words[end].is_capital or any(around.is_of(word, "bodies") for word in behind)

    def _is_power(self, at: int, end: int) -> bool:
        """Whether a name in a list is a country's or a government's."""
        return self.is_country(at, end) or self._around.is_name(at, end, "governments")

    def _is_place(self, at: int, end: int) -> bool:
        """Whether a name is a settlement's, to the letter."""
        return any(one.near == 1.0 for one in self._places.named(self._around.span(at, end)))
