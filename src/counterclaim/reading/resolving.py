"""Who is meant: the fullest name in the report behind a pronoun, a role, a surname, "who", "the agency"."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import dropwhile

from counterclaim.reading.described import Described
from counterclaim.reading.layout import Layout, Range
from counterclaim.reading.names import name as name_in
from counterclaim.reading.nouns import POSSESSIVE, head
from counterclaim.reading.people import ORDINAL, SIGN, Named, People
from counterclaim.reading.peoples import lands
from counterclaim.reading.subjects import is_object
from counterclaim.reading.tokens import Token, tokens
from counterclaim.reading.words import words

KNOWN = "definites", "possessors"  # classes of words that open a description of somebody known
GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}
QUOTES = frozenset("“”‘’\"'«»")
FARTHEST = 300  # mentions of names that are looked at
GOING_ON = 600  # code points behind the last words of somebody without a name at which "he" is still that one
NEAR = 3  # paragraphs before the one of the pronoun in which its name is looked for


@dataclass(slots=True)
class Resolver:
    """Resolves the sources of one report, which are asked for in the order of its text.

    `aside` are where somebody is cited, passes on or is told: who is named there is less likely meant by the next "he".
    """

    layout: Layout
    aside: Sequence[Range] = ()
    people: People = field(init=False)
    mentions: list[tuple[int, Named]] = field(init=False)
    speaker: Named | None = field(default=None, init=False)
    spoke_at: int = field(default=-1, init=False)
    spoken: set[str] = field(default_factory=set, init=False)
    medium: Named | None = field(default=None, init=False)  # that passed on last
    nameless: dict[str, int] = field(default_factory=dict, init=False)  # the last of each sort: "an official"

    def __post_init__(self) -> None:
        self.aside = _joined(self.aside)
        self.people = People.of(self.layout)
        every = ((place[0], one) for one in self.people.found for place in one.mentions)
        self.mentions = sorted(every, key=lambda mention: mention[0])

    def name(self, place: Range, *, speaks: bool = True, passes: bool = False) -> str | None:
        """The fullest name in the report of who is meant at `place` of the normal text; None where none is told.

        `speaks` says that the next pronoun may go on about this one, `passes` that "the agency" may.
        """
        phrase = tokens(self.layout.text, *place)
        if not phrase:
            return None
        written = self._written(phrase) or self._name_within(place)
        one = self._named(phrase, place, written)
        if one is None and written is None and phrase[0].lower not in words(*KNOWN, "pronouns", "relatives"):
            self.nameless[POSSESSIVE.sub("", head(phrase).lower).removesuffix("s")] = place[0]
        meant = one or Named(written or "")
        if passes and meant.name:
            self.medium = meant
        if speaks:
            self.speaker, self.spoke_at = meant, place[0]
            self.spoken.add(self.speaker.name)
        return (one.name if one is not None else written) or None

    def _name_within(self, place: Range) -> str | None:
        """The name of a person somewhere in the phrase: "its deputy minister of defence Oles Brandt".

        Not of whom somebody is, or where from: "an aide of Ilka Marn", "Ilka Marn’s aide", "a baker from Old Dorn".
        """
        at = bisect_left(self.mentions, place[0], key=lambda mention: mention[0])
        inside = [(start, one) for start, one in self.mentions[at : at + 3] if start < place[1] and one.is_person]
        return next((one.name for start, one in reversed(inside) if self._is_apart(one, start, place)), None)

    def _is_apart(self, one: Named, start: int, place: Range) -> bool:
        """Whether who is named at `start` in a phrase hangs on no preposition, and owns nothing there."""
        text = self.layout.text
        end = next(end for begin, end in one.mentions if begin == start)
        owns = end < place[1] and POSSESSIVE.search(text[start:end]) is not None
        before = tokens(text, place[0], start)
        titled = bool(before) and before[-1].lower.rstrip(".") in words("titles")  # "to Prime Minister Ilka Marn"

        def is_beside(token: Token) -> bool:
            return token.lower.rstrip(".") in words("determiners", "titles") or (titled and token.is_capital)

        hangs = next((token.lower for token in dropwhile(is_beside, reversed(before))), None)
        return not owns and hangs not in words("prepositions")

    def named_at(self, start: int, end: int) -> Range | None:
        """Where the first name in `[start, end)` stands that is a person's or a body's; None where there is none."""
        at = bisect_left(self.mentions, start, key=lambda mention: mention[0])
        if at == len(self.mentions) or self.mentions[at][0] >= end:
            return None
        begin, one = self.mentions[at]
        place = next(place for place in one.mentions if place[0] == begin)
        return place if one.is_person or one.is_body else None

    def _named(self, phrase: Sequence[Token], place: Range, written: str | None) -> Named | None:
        first = phrase[0].lower
        if first in GENDERS and len(phrase) == 1:
            return self._person(place[0], GENDERS[first])
        if first in words("relatives"):
            return self._relative(place[0], first)
        if first == "it":
            return self._body(place[0])
        if written is not None and any(char.isupper() for char in written):
            is_short = first == "the" and len(phrase) == 2 and phrase[1].lower in words("bodies")  # "the Institute"
            longer = self._in_role(phrase, place[0]) if is_short else None
            return longer or self.people.bearer(written, place[0])
        last = phrase[-1].lower
        if first in ("its", "their") and last.endswith("s") and last not in words("agents"):  # "its mappers"
            return self._body(place[0])
        return self._in_role(phrase, place[0]) if first in words(*KNOWN) else None

    def _written(self, phrase: Sequence[Token]) -> str | None:
        """The name in the phrase: by its capitals, after "call sign", in quotation marks; of a body, its words."""
        for at in range(2, len(phrase)):
            if phrase[at].is_capital and (phrase[at - 2].lower, phrase[at - 1].lower) == ("call", "sign"):
                return self._text(phrase[at : at + 1])
        marks = [at for at, token in enumerate(phrase) if token.text in QUOTES]
        before = name_in(phrase[: marks[0]]) if marks and marks[0] else None
        if before is None and len(marks) == 2 and marks[1] - marks[0] in (2, 3) and phrase[marks[0] + 1].is_capital:
            return self._text(phrase[marks[0] + 1 : marks[1]])
        begins = [0, *(at + 1 for at, token in enumerate(phrase) if token.lower == ",")]
        for begin in begins:
            found = name_in(phrase[begin:]) if begin < len(phrase) else None
            if found is not None:
                start, end = begin + found[0], begin + found[1]
                return self._text(
                    phrase[start - 1 if start and ORDINAL.fullmatch(phrase[start - 1].text) else start : end]
                )
        said = phrase[1:] if phrase[0].lower == "the" else phrase
        said = list(dropwhile(lambda token: token.lower in words("telling_nothing"), said))
        is_body = POSSESSIVE.sub("", head(phrase).lower) in words("bodies")
        owned = phrase[0].is_capital and POSSESSIVE.search(phrase[0].text)  # "Vardia’s army"
        generic = all(token.lower in words("media") for token in said)  # "the news agency"
        named = is_body and not generic and len(said) > 1 and (owned or phrase[0].lower == "the")
        return self._text(said) if named else None

    def _text(self, found: Sequence[Token]) -> str:
        """The words of `found` as they stand, on one line, without the "’s" of a possessor."""
        return POSSESSIVE.sub("", " ".join(self.layout.text[found[0].start : found[-1].end].split()).strip(" ,."))

    def _relative(self, place: int, pronoun: str) -> Named | None:
        """Who is named last before `place` in its sentence: "Ilka Marn, the mayor of Belmar, who …"."""
        begin = self.layout.normal.forth(self.layout.sentence(place).start, self.layout.sentence(place).start)[0]
        return self._latest(place, lambda one: one.is_body if pronoun == "which" else one.is_person, begin)

    def _person(self, place: int, wanted: str) -> Named | None:
        """Whom "he" or "she" means: who spoke last, if that was near; else the last person named before."""
        begin = self._begin(place, NEAR)

        def fits(one: Named) -> bool:
            return one.gender in (None, wanted) and not one.is_body

        def outside(one: Named) -> bool:
            return fits(one) and one.is_person and not self._is_aside(one.last_before(place))

        def sure(one: Named) -> bool:
            return outside(one) and one.gender == wanted

        def acts(one: Named) -> bool:
            last = one.mention_before(place)
            return outside(one) and last is not None and not is_object(self.layout, last)

        since = max(self._begin(place, 0), self.spoke_at)
        here = self._latest(place, lambda one: acts(one) and sure(one), since) or self._latest(place, acts, since)
        spoke = self.speaker if self.speaker is not None and self.spoke_at >= begin and fits(self.speaker) else None
        if spoke is not None and spoke.name and not (spoke.is_person or spoke.may_be_person):
            spoke = None
        if here is None and spoke is not None and not spoke.name and place - self.spoke_at < GOING_ON:
            since = max(self._begin(place, 1), self.spoke_at)  # somebody without a name goes on, unless one was named
            named = self._latest(place, outside, self.spoke_at)
            return named or self._latest(place, lambda one: outside(one) and SIGN in one.roles, since)
        spoke = spoke if spoke is not None and spoke.name else None
        chosen = here or spoke or self._latest(place, sure, begin) or self._latest(place, outside, begin)
        if chosen is not None and chosen not in (here, spoke) and not acts(chosen):  # who met him goes on
            at = chosen.last_before(place)
            since = max(start for start, _ in self.layout.paragraphs[self.layout.paragraph(at)] if start <= at)
            chosen = self._latest(place, lambda one: acts(one) and sure(one), since) or chosen
        chosen = chosen or self._latest(place, lambda one: fits(one) and one.is_person, begin)
        spoken = self._latest(
            place, lambda one: fits(one) and one.name in self.spoken and not set(one.parts) & lands(), begin
        )
        chosen = chosen or spoken or self._latest(place, lambda one: fits(one) and one.may_be_person, begin)
        if chosen is not None:
            chosen.gender = wanted
        return chosen

    def _body(self, place: int) -> Named | None:
        """Whom "it" means: who spoke last, if that is nobody's name, else the last body named."""
        spoke = self.speaker
        if spoke is not None and spoke.name and spoke.gender is None and not spoke.roles & words("persons"):
            return spoke
        return self._latest(place, lambda one: one.is_body)

    def _in_role(self, phrase: Sequence[Token], place: int) -> Named | None:
        """Whom "the minister", "the Command East spokesman", "the agency" means: the last of whom that was said."""
        said = Described.of(phrase)

        def outside(one: Named) -> bool:
            return said.fits(one) and not self._is_aside(one.last_before(place))

        spoke = self.speaker if self.speaker is not None and said.fits(self.speaker) else None
        by_name = self._latest(place, said.names) or self._first(said.names) or self._latest(place, said.belongs)
        chosen = by_name or spoke or self._latest(place, outside)
        chosen = chosen or self._latest(place, said.fits) or self._first(said.fits)
        if chosen is not None and self.nameless.get(said.about, -1) <= chosen.last_before(place):
            return chosen
        own = self.layout.report.outlet if not said.is_personal and said.about in words("bodies") else None
        if said.is_bare and own is not None and said.about in own.casefold().split():
            return Named(own)  # "the ministry" in its own bulletin
        if self.medium is not None and said.about in words("outlets"):
            return self.medium
        return self._near(place, said) if said.is_bare else None

    def _near(self, place: int, said: Described) -> Named | None:
        """Who may be "the officer", "the company" though nothing was said of either: who spoke last, and near.

        Of whom something else was said is not: "the baker" is no governor. A ministry is called so by its own name, if
        at all.
        """
        since = self.nameless.get(said.about, -1)  # "an official said", who may be meant again
        begin = max(self._begin(place, 1), since)

        def may_be(one: Named) -> bool:
            gendered = said.gender is None or one.gender in (None, said.gender)
            anybody = words("anybody") if since < 0 else frozenset[str]()
            plain = said.about in anybody or not one.roles & words("persons") - anybody - words("polite")
            return gendered and plain and not one.is_body and (one.is_person or one.gender is not None)

        spoke = self.speaker if self.speaker is not None and self.speaker.name and self.spoke_at >= begin else None
        if said.is_personal:
            begin = max(self._begin(place, NEAR), since)
            before = self._latest(place, lambda one: one.name in self.spoken and may_be(one), begin)
            return spoke if spoke is not None and may_be(spoke) else before
        may_be_called_so = words("bodies", "media") - words("own_named", "documents")
        if spoke is None or said.which or said.about not in may_be_called_so:
            return None
        return spoke if spoke.gender is None and not spoke.roles & words("persons") else None

    def _is_aside(self, place: int) -> bool:
        """Whether `place` lies in one of `aside`."""
        at = bisect_right(self.aside, place, key=lambda one: one[0]) - 1
        return at >= 0 and place < self.aside[at][1]

    def _latest(self, place: int, fits: Callable[[Named], bool], begin: int = 0) -> Named | None:
        """The one that fits and was named last before `place`, not before `begin`, FARTHEST mentions back at most."""
        begins, at = (bisect_left(self.mentions, where, key=lambda mention: mention[0]) for where in (begin, place))
        back = reversed(self.mentions[max(begins, at - FARTHEST) : at])
        each = {id(one): one for _, one in back}  # once, however often it is named
        return next(filter(fits, each.values()), None)

    def _first(self, fits: Callable[[Named], bool]) -> Named | None:
        """The one that fits and is named first: "the governor" of a headline, named further on."""
        return next((one for one in self.people.found[:FARTHEST] if fits(one)), None)

    def _begin(self, place: int, back: int) -> int:
        """Where the paragraph begins that is `back` paragraphs before the one of `place`."""
        return self.layout.paragraphs[max(0, self.layout.paragraph(place) - back)][0][0]


def _joined(ranges: Sequence[Range]) -> list[Range]:
    """`ranges` in text order, those that overlap made one."""
    made: list[Range] = []
    for start, end in sorted(ranges):
        if made and start < made[-1][1]:
            made[-1] = made[-1][0], max(made[-1][1], end)
        else:
            made.append((start, end))
    return made
