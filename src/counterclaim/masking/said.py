"""What a text says of a name: that its bearer holds an office, holds none, is a prisoner, is a person at all."""

from dataclasses import dataclass

from counterclaim.masking.candidates import Candidate
from counterclaim.masking.laid import Laid
from counterclaim.masking.lexicon import Lexicon
from counterclaim.masking.world import World


@dataclass(frozen=True, slots=True)
class Said:
    """`office`: speaks for a body; `other`: is called what is no office; `private`: surely holds none.

    `custody`: a prisoner; `person`: words that are said of persons; `sure`: of persons alone; `thing`: words that speak
    against a person.
    """

    office: bool = False
    other: bool = False
    private: bool = False
    custody: bool = False
    person: bool = False
    sure: bool = False
    thing: bool = False

    def __or__(self, other: "Said") -> "Said":
        return Said(
            self.office or other.office,
            self.other or other.other,
            self.private or other.private,
            self.custody or other.custody,
            self.person or other.person,
            self.sure or other.sure,
            self.thing or other.thing,
        )


@dataclass(frozen=True, slots=True)
class Context:
    """Where a name stands, and the words and names that are known."""

    laid: Laid
    lexicon: Lexicon
    world: World
    name: Candidate
