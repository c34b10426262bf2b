"""A name that is found in a text, and what it is taken for."""

from dataclasses import dataclass, field

from counterclaim.model.mention import MentionType
from counterclaim.theatres.gazetteer import Named


@dataclass(frozen=True, slots=True)
class Found:
    """A name in the text, by numbers of words (`first`, `last` excluded), what it names and what it may mean.

    `start`, `end` are code points; `name` are the words looked up; `noun` is the class of the word that says what it
    is; `evidence` says why it is taken for a place.
    """

    first: int
    last: int
    start: int
    end: int
    name: str
    type: MentionType
    named: tuple[Named, ...] = ()
    noun: str | None = None
    part: str | None = None
    evidence: frozenset[str] = field(default_factory=frozenset)
