"""Somebody or something described, not named: "the minister", "the Command East spokesman", "the agency"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Self

from counterclaim.reading.nouns import POSSESSIVE, head, portfolios
from counterclaim.reading.people import Named, gender
from counterclaim.reading.peoples import contradict, lands, peoples
from counterclaim.reading.titles import written_out
from counterclaim.reading.tokens import Token
from counterclaim.reading.words import words

FORMER = frozenset(("former", "ex"))
AGED = re.compile(r"\d+-year-old")


@dataclass(frozen=True, slots=True)
class Described:
    """What a phrase says of whom it means.

    `about` is the word it is about, in small letters, `alike` that and those that say much the same; `gender` is told
    by it. `which` are words that tell one of its sort from others, `charge` is what a minister is for, `capitals` are
    its words with capitals, all in small letters.
    """

    about: str
    alike: frozenset[str]
    gender: str | None
    charge: frozenset[str]
    capitals: frozenset[str]
    which: frozenset[str]
    is_personal: bool
    is_former: bool
    is_bare: bool

    @classmethod
    def of(cls, phrase: Sequence[Token]) -> Self:
        """What `phrase` says."""
        said = POSSESSIVE.sub("", head(phrase).lower)
        about = written_out(said.removeprefix("ex-"))
        charge = portfolios(token.lower for token in phrase)
        if about == "minister" and "prime" in charge:
            about = "premier"
        capitals = frozenset(token.lower for token in phrase[1:] if token.is_capital)
        same = _alike().get(about, frozenset((about,)))
        if about == "leader" and peoples(capitals) and head(phrase) == phrase[-1]:
            same |= words("rulers")  # "the Vardian leader"
        return cls(
            about=about,
            alike=same,
            gender=gender({about}, about),
            charge=charge,
            capitals=capitals,
            is_personal=about in words("persons") or AGED.fullmatch(about) is not None,
            is_former=said.startswith("ex-") or any(token.lower in FORMER for token in phrase),
            which=_which(phrase),
            is_bare=_is_bare(phrase),
        )

    def fits(self, one: Named) -> bool:
        """Whether that was said of `one`, and nothing against it."""
        itself = self.about in words("documents")  # "the report" is nobody, unless that is its name
        said = not itself and not self.alike.isdisjoint(one.roles)
        kind = said or (self.about in one.parts and not self.is_personal)
        if not kind or (self.gender is not None and one.gender not in (None, self.gender)):
            return False
        held = portfolios(one.roles)
        if self.charge and held and not self.charge & held:
            return False  # "the infrastructure minister" is not the minister of culture
        if self.about in words("bodies") and self.which and self.which.isdisjoint({*one.parts, *one.roles}):
            return False  # "the central bank" is not the Bank of Karsk
        of_old = self.is_former and self.is_personal and not FORMER & one.roles
        nobody = self.is_personal and (one.is_body or not lands().isdisjoint(one.parts))
        return not of_old and not nobody and not contradict(self.capitals, one.owners)

    def names(self, one: Named) -> bool:
        """Whether it fits, and its words with capitals are of the name or said of it."""
        if not self.capitals or not self.fits(one):
            return False
        said = {*one.parts, *one.roles}
        return bool(self.capitals & said if self.is_personal else self.capitals <= said)

    def belongs(self, one: Named) -> bool:
        """Whether several of its words with capitals were said of a person."""
        return self.is_personal and len(self.capitals & one.roles) > 1 and one.is_person


def _which(phrase: Sequence[Token]) -> frozenset[str]:
    """The words in small letters by which it is told from others of its sort: "defence" of "the defence ministry"."""
    about = head(phrase)
    small = (one.lower for one in phrase[1:] if one.start < about.start and one.is_word and not one.is_capital)
    return frozenset(small) - words("telling_nothing", "determiners")


def _is_bare(phrase: Sequence[Token]) -> bool:
    """Whether nothing but a role is said: "the young officer", not "the commander of the 5th Brigade", "his father"."""
    return phrase[0].lower not in words("possessors") and not any(
        token.is_capital or token.lower in words("prepositions") for token in phrase[1:]
    )


@cache
def _alike() -> dict[str, frozenset[str]]:
    """Each word for a person with those that say much the same: "reporter", "journalist"."""
    made: dict[str, frozenset[str]] = {}
    for row in words("alike"):
        for word in row.split():
            made[word] = made.get(word, frozenset()).union(row.split())  # "leader" stands in two rows
    return made
