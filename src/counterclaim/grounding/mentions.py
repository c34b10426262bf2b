"""Finds the names of places in a text and says what each names: a settlement, an area, a bridge, a government.

Typing comes before any choice among places: what is a person's name, a unit's, a pipeline's or a government's is no
settlement, however many villages bear the name.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from counterclaim.grounding.bent import OFFICE, is_office_of, parted
from counterclaim.grounding.beside import AREA_NOUNS, BEFORE, BESIDE, HYPHENS, NOUNS, READ, Beside
from counterclaim.grounding.found import Found
from counterclaim.grounding.lists import Lists
from counterclaim.grounding.powers import Powers
from counterclaim.grounding.surroundings import Surroundings, Token
from counterclaim.grounding.unlisted import Unlisted
from counterclaim.lang.name_key import is_cyrillic, nouns_of
from counterclaim.model.mention import MentionType
from counterclaim.theatres.gazetteer import Gazetteer, Named
from counterclaim.theatres.rows import Party

LONGEST = 4  # words of a name
FIRM, SHORT = 0.95, 4  # closeness that counts as the name itself; letters of a name that must be exact
ALONE = ("of", "pro", "anti")  # before a country whose name ends though a capital follows
SLIPS = 2  # letters that a name everybody knows does not lack
OBLAST, RAION = "oblast", "raion"
STEM = 3  # letters that the name of a raion has in common with its town's: Kryvyi Rih, Kryvorizkyi raion
LANDS = ("country", "region", "republic", "oblast")  # areas that go by a name alone


class Finder:
    """Finds the names of places in one text."""

    def __init__(
        self, around: Surroundings, places: Gazetteer, parties: Sequence[Party], hints: Sequence[tuple[int, int]] = ()
    ) -> None:
        self._around = around
        self._places = places
        self._beside = Beside(around, parties, hints, self._is_of_country)
        self._unlisted = Unlisted(around, places, self._beside)
        self._powers = Powers(around, places, self._beside)

    def _is_of_country(self, word: str) -> bool:
        """Whether a word is made from the name of a country of the gazetteer: "Vardian"."""
        country = word.removesuffix("s").removesuffix("n")
        return word != country and any(
            one.place.category == "country" and one.place.name == country for one in self._places.named(country)
        )

    def found(self) -> list[Found]:
        """The names in the order of the text."""
        every: list[Found] = []
        for first, last in self._runs():
            every += (one for one in self._in_run(first, last) if not every or one.first >= every[-1].last)
        every = list(Lists(self._around, every).begun())
        people = {one.name for one in every if one.type is MentionType.NOT_PLACE}
        firm = {one.name for one in every if one.type is MentionType.SETTLEMENT and one.evidence}
        return [one for one in every if self._stays(one, firm, people)]

    def _stays(self, one: Found, firm: Collection[str], people: Collection[str]) -> bool:
        """Whether a name is taken for what it seems: a settlement for a reason, and no namesake of somebody named."""
        if one.type is MentionType.NOT_PLACE:
            return not self._around.is_name(one.first, one.last, "given") and bool(one.named or one.evidence)
        if one.type is not MentionType.SETTLEMENT:
            return True
        if one.name in people or self._around.is_name(one.first, one.last, "given"):
            return bool(one.evidence & {BEFORE, BESIDE})
        return one.name in firm

    def _runs(self) -> Iterator[tuple[int, int]]:
        """Capitalised words that stand beside one another."""
        words, at = self._around.words, 0
        while at < len(words):
            if not words[at].is_capital:
                at += 1
                continue
            end = at + 1
            while end < len(words) and words[end].is_capital and self._around.touch(end - 1):
                end += 1
            middle = parted(self._around, self._places, at, end)
            yield from ((at, end),) if middle is None else ((at, middle), (middle, end))
            at = end

    def _in_run(self, first: int, last: int) -> Iterator[Found]:
        if works := self._unlisted.works(first, last):
            yield self._made(*works, MentionType.FACILITY, (), {"a facility"})
            return
        at = first
        while at < last:
            if area := self._by_adjective(at):
                yield area
                at = area.last
                continue
            if special := self._powers.special(at, last):
                known = self._places.named(self._around.span(at, special[0]))
                areas = [one for one in known if one.near == 1.0 and one.place.type == special[1].value]
                yield self._made(at, special[0], special[1], areas, {"by its name"})
                at = special[0]
                continue
            match = self._longest(at, last)
            if match is None:
                placed = (at, last) == (first, last) or self._beside.may_precede(first)
                if self._beside.is_people(at):
                    union = self._around.touch(at) and self._around.is_of(at + 1, "unions")
                    yield self._made(
                        at, at + 1, MentionType.NOT_PLACE if union else MentionType.DEMONYM, (), {"a people"}
                    )
                elif placed and (evidence := self._unlisted.evidence(at, last)):
                    yield self._made(at, last, MentionType.SETTLEMENT, (), evidence)
                at += 1
                continue
            end, named = match
            one = self._typed(first, last, at, end, named)
            yield one
            at = max(end, min(one.last, last))

    def _by_adjective(self, at: int) -> Found | None:
        """An area named by an adjective: "Харьковская область"."""
        bases = nouns_of(self._around.words[at].text)
        noun = self._around.class_after(at, AREA_NOUNS) if bases else None
        if noun is None:
            return None
        named = tuple(one for base in bases for one in self._places.named(base) if one.near >= FIRM)
        return self._with_noun(at, at + 1, *noun, named, stranger=False)

    def _longest(self, at: int, last: int) -> tuple[int, tuple[Named, ...]] | None:
        """The longest name of a place that begins at a word of a run, and what it may mean."""
        if self._around.is_of(at, "functions"):
            return None
        least = at + self._beside.is_people(at)
        if self._around.is_of(at, "times") and not self._beside.settlement_noun(at, at + 1):
            return None
        for end in range(min(last, at + LONGEST), least, -1):
            name = self._around.span(at, end)
            named = tuple(one for one in self._places.named(name) if self._fits(one, name, end - at))
            if named and not any(char.isdigit() for char in name):
                return end, named
        return None

    def _fits(self, one: Named, name: str, words: int) -> bool:
        if len(name) < SHORT:
            known = name in (one.place.name, *(spelling.text for spelling in one.place.names))
            return (known and not name.islower()) or (one.is_alias and name.isupper())
        famous = one.place.type == "area" or one.is_large
        if famous and not is_cyrillic(name) and (one.near < 1.0 or not _is_as_long(one, name)):
            return False  # what everybody knows is spelt as it is
        return one.near >= FIRM or (words > 1 and (one.is_alias or one.how.startswith("was called")))

    def _typed(self, first: int, last: int, at: int, end: int, named: tuple[Named, ...]) -> Found:
        """What the name from `at` to `end` in a run names, by what stands before and behind it."""
        before = range(max(first, at - LONGEST), at)
        strangers = [word for word in before if not self._beside.may_precede(word)]
        if strangers == [first] and self._beside.may_open(first):
            whole = end - at > 1 and is_cyrillic(self._around.span(at, end))  # "Великого Бурлука"
            strangers = [] if whole or any(one.is_alias for one in named) else strangers
        of_office = strangers in ([], [at - 1]) and is_office_of(self._around, at, end, named)
        stranger = not of_office and (bool(strangers) or self._beside.is_titled(at))
        is_country = self._powers.is_country(at, end)
        tied = at > 0 and self._around.apart(at - 1) in HYPHENS
        if strangers == [first] and is_country and (tied or self._around.words[first].opens):
            stranger = False
        if not stranger and self._powers.adjective(at, end):
            return self._made(at, end, MentionType.DEMONYM, ())
        noun = self._around.class_after(end - 1, NOUNS, over=3) or self._beside.listed_noun(at, end)
        if noun:
            return self._with_noun(at, end, *noun, named, stranger=stranger)
        alone = (
            end == last or self._beside.may_follow(end) or (is_country and self._around.words[at - 1].lower in ALONE)
        )
        if stranger or not (alone or of_office):
            name = self._around.span(at, end)
            in_body = any(self._around.is_of(word, "bodies") for word in range(end, last))
            known = (one for one in named if _is_namesake(one, name, in_body=in_body))
            return self._made(at, end, MentionType.NOT_PLACE, tuple(known))
        one = self._alone(at, end, named)
        return replace(one, evidence=one.evidence | {OFFICE}) if of_office else one

    def _alone(self, at: int, end: int, named: tuple[Named, ...]) -> Found:
        """What a name that is no part of another names."""
        areas = tuple(one for one in named if one.place.type == "area" and one.near >= FIRM)
        settlements = tuple(one for one in named if one.place.type == "settlement")
        is_area = bool(areas) and (not settlements or self._is_rather(areas, settlements, at, end))
        if kind := self._powers.kind(at, end, is_area=is_area):
            return self._made(at, end, kind, (), {"a power"})
        if is_area or not settlements:
            return self._made(at, end, MentionType.AREA, areas, evidence={"area"})
        if around_it := self._area_around(at, end):
            return self._made(at, end, MentionType.AREA, around_it, evidence={"area"})
        if kind := self._beside.otherwise(at, end):
            return self._made(at, end, kind, ())
        return self._settlement(at, end, settlements)

    def _area_around(self, at: int, end: int) -> tuple[Named, ...]:
        """The area of that name in which the settlement named before it lies: "in Dorn, Halm"."""
        around = self._around
        comma = at > 0 and around.apart(at - 1) == ", " and around.words[at - 1].is_capital
        behind = around.apart(end - 1)[:1] in (",", ".", ")", "\n") and not around.is_of(end, "listing")
        if not (comma and behind) or (around.apart(end - 1) == ", " and around.words[end].is_capital):
            return ()
        whole = self._places.named(f"{around.span(at, end)} {OBLAST}")
        areas = [one for one in whole if one.place.category == OBLAST and one.near >= FIRM]
        ids = {one.place.id for one in areas}
        first = at - 1
        while first > 0 and around.words[first - 1].is_capital and around.touch(first - 1):
            first -= 1
        inside = any(
            above.id in ids
            for one in self._places.named(around.span(first, at))
            for above in self._places.above(one.place)
        )
        return tuple(areas) if inside else ()

    def _is_rather(self, areas: Sequence[Named], settlements: Sequence[Named], at: int, end: int) -> bool:
        """Whether a land's own name is the land and not a small settlement's: "Crimea"."""
        least = FIRM if is_cyrillic(self._around.span(at, end)) else 1.0
        whole = [one for one in areas if one.place.category in LANDS and one.near >= least]
        if any(one.place.category == "country" for one in whole):
            return True
        known = any(one.is_known for one in settlements)
        return bool(whole) and not known and not self._beside.settlement_noun(at, end)

    def _settlement(self, at: int, end: int, settlements: tuple[Named, ...]) -> Found:
        around = self._around
        part = at - 1 if around.is_of(at - 1, "parts") and around.touch(at - 1) else None
        evidence = self._beside.evidence(at if part is None else part, end, settlements)
        if all(each.near < 1.0 for each in settlements) and not is_cyrillic(self._around.span(at, end)):
            evidence &= {BEFORE, BESIDE, READ}  # a list of names alone is no reason to take one for a misspelt village
        one = self._made(at, end, MentionType.SETTLEMENT, settlements, evidence=evidence)
        one = replace(one, noun=self._beside.settlement_noun(at, end))
        return one if part is None else replace(one, part=around.words[part].text)

    def _with_noun(
        self, at: int, end: int, noun: str, stands: int, named: tuple[Named, ...], *, stranger: bool
    ) -> Found:
        """A name with the noun behind it: "the Dorn region", "the Dorn bridge"."""
        whole = self._places.named(self._around.span(at, max(end, stands + 1)))
        areas = tuple(one for one in whole if one.place.type == "area" and one.near >= FIRM)
        if noun not in AREA_NOUNS:
            kind = MentionType.FACILITY if noun == "facility" else MentionType.FEATURE
            return self._made(at, stands + 1, kind, ())
        if stranger:
            return self._made(at, end, MentionType.NOT_PLACE, ())
        category = {"oblast": ("oblast", "region", "republic"), "raion": ("raion",), "hromada": ("hromada",)}
        fitting = tuple(one for one in named if one.place.category in category.get(noun, ()))
        if noun == RAION and not fitting:
            fitting = self._raions(named)
        made = self._made(at, max(end, stands + 1), MentionType.AREA, fitting or areas, evidence={"area"})
        return replace(made, name=self._around.span(at, end), noun=noun)

    def _raions(self, named: Sequence[Named]) -> tuple[Named, ...]:
        """The raion that is called after the town of that name: "Kharkov district", of Kharkiv raion."""
        towns = sorted((one for one in named if one.is_known), key=lambda one: one.place.population or 0, reverse=True)
        return tuple(
            replace(town, place=area)
            for town in towns[:1]
            for area in self._places.above(town.place)
            if area.category == RAION and area.name[:STEM] == town.place.name[:STEM]
        )

    def _widened(self, at: int, end: int) -> tuple[int, int]:
        """An area with the side of it that is named: "eastern and southern Vardia", "Vardia’s north"."""
        around, first = self._around, at
        while (
            first > 0
            and around.touch(first - 1)
            and (
                around.is_of(first - 1, "parts")
                or (first < at and around.is_of(first - 1, "listing") and around.is_of(first - 2, "parts"))
            )
        ):
            first -= 1
        behind = around.owns(end) and end < len(around.words) and around.is_of(end, "compass")
        return first, end + behind

    def _made(
        self, at: int, end: int, kind: MentionType, named: Sequence[Named], evidence: set[str] | None = None
    ) -> Found:
        words: Sequence[Token] = self._around.words
        name = self._around.span(at, end)
        if kind is MentionType.AREA:
            at, end = self._widened(at, end)
        return Found(
            at, end, words[at].start, words[end - 1].end, name, kind, tuple(named),
            evidence=frozenset(evidence or ()),
        )  # fmt: skip


def _is_namesake(one: Named, name: str, *, in_body: bool) -> bool:
    """Whether part of a person's or body's name is a place's that readers know, or a body's that is called after it."""
    return (one.is_known and (one.place.name == name or one.is_alias)) or (in_body and one.place.name == name)


def _is_as_long(one: Named, name: str) -> bool:
    """Whether a name has, within a letter or two, as many as one of the place's: "Being" is no Beijing."""
    place = one.place
    texts = [place.name, *(each.text for each in place.names), *(each.text for each in place.former)]
    return one.is_alias or any(abs(len(text) - len(name)) < SLIPS for text in texts)
