"""The persons of a text: mentions of one name put together, and who of them is private."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from counterclaim.lang.name_key import is_cyrillic
from counterclaim.masking.candidates import Candidate
from counterclaim.masking.names import is_same_word, stems
from counterclaim.masking.said import Said
from counterclaim.masking.world import World


@dataclass(slots=True, eq=False)
class Person:
    """Somebody named: all words of the name in every form, where each mention stands, all that is said."""

    names: list[Candidate] = field(default_factory=list)
    said: Said = field(default_factory=Said)

    @property
    def fullest(self) -> Candidate:
        """The longest form of the name."""
        return max(self.names, key=lambda one: (len(one.parts), len(one.name)))

    @property
    def parts(self) -> frozenset[str]:
        """The words of all forms, initials left out."""
        return frozenset(part for one in self.names for part in one.parts if len(part) > 1)


@dataclass(frozen=True, slots=True)
class Mention:
    """A candidate with what is said of it there."""

    name: Candidate
    said: Said


def persons(mentions: Iterable[Mention]) -> list[Person]:
    """Those named: forms of one full name are one person; a single word is of whoever alone bears it.

    Where several bear it, what is said by it in favour of showing the name counts for none of them, and what is said
    against for all.
    """
    found, alone, index = list[Person](), list[Mention](), _Index()
    for mention in mentions:
        parts = mention.name.parts
        if len(parts) == 1:
            alone.append(mention)
            continue
        one = next((one for one in index.alike(parts) if _is_same(one.fullest.parts, parts)), None)
        if one is None:
            one = Person()
            found.append(one)
        one.names.append(mention.name)
        one.said |= mention.said
        index.add(one, parts)
    return found + _single(alone, index)


def _single(alone: Sequence[Mention], index: "_Index") -> list[Person]:
    """Persons named by one word alone; the other single words are told to whom they belong."""
    made: list[Person] = []
    for mention in alone:
        word, said = mention.name.parts[0], mention.said
        bearers = [one for one in index.bearers(word) if any(is_same_word(word, part) for part in one.parts)]
        if not bearers:
            bearers = [Person()]
            made += bearers
            index.add(bearers[0], [word])
        doubtful = len(bearers) > 1 or (said.office and bearers[0].said.other)
        for one in bearers:
            one.said |= Said(private=said.private, custody=said.custody) if doubtful else said
        if len(bearers) == 1:
            bearers[0].names.append(mention.name)
    return made


class _Index:
    """Persons by how the words of their names sound, by each word and by the last."""

    def __init__(self) -> None:
        self._by_word: dict[str, dict[int, Person]] = {}
        self._by_last: dict[str, dict[int, Person]] = {}

    def add(self, one: Person, parts: Sequence[str]) -> None:
        """Takes in a person with the name of these words."""
        for held, words in ((self._by_word, parts), (self._by_last, parts[-1:])):
            for stem in (stem for word in words for stem in stems(word)):
                held.setdefault(stem, {})[id(one)] = one

    def bearers(self, word: str) -> list[Person]:
        """Those who have a word that sounds so in their name, by first mention."""
        return list(_held(self._by_word, word).values())

    def alike(self, parts: Sequence[str]) -> list[Person]:
        """Those whose full name may be that of `parts`: they have its last word, or their last is one of its words."""
        found = _held(self._by_word, parts[-1])
        for part in parts:
            found |= _held(self._by_last, part)
        return list(found.values())


def _held(index: dict[str, dict[int, Person]], word: str) -> dict[int, Person]:
    found: dict[int, Person] = {}
    for stem in stems(word):
        found |= index.get(stem, {})
    return found


def private(found: Sequence[Person], world: World, officials: frozenset[str]) -> list[Person]:
    """Those of whom nobody may be shown the name: persons without office, and prisoners.

    `officials` are names by which the report cites officials of the roster.
    """
    chosen = [one for one in found if _is_private(one, world, officials)]
    shown = {part.casefold() for one in found if one.said.office or one.said.person for part in one.parts}
    shown -= {part.casefold() for one in chosen if one.said.person for part in one.parts}
    return [one for one in chosen if one.said.person or not _is_opening(one.fullest, shown, world)]


def _is_opening(name: Candidate, shown: set[str], world: World) -> bool:
    """Whether nothing but a word that opens the sentence stands before another's name: "Everything Orsen says".

    In Cyrillic, where nearly all given names are known, so it is wherever nothing says that a person is meant.
    """
    others = name.parts[-1].casefold() in shown or world.is_family(name.parts[-1])
    return name.opens and (others or is_cyrillic(name.parts[-1]))


def _is_private(one: Person, world: World, officials: frozenset[str]) -> bool:
    said, name = one.said, one.fullest
    if not _is_person(name, said, world) or (said.office and not said.custody):
        return False
    known = any(each.name in officials for each in one.names) or world.is_official(name.name)
    return said.custody or said.private or not known


def _is_person(name: Candidate, said: Said, world: World) -> bool:
    """Whether a person is meant, or in doubt may be: two words or more that nothing speaks against are a person's."""
    if name.thing or (len(name.parts) == 1 and world.is_place(name.name)):
        return said.sure
    if len(name.parts) == 1 and said.thing:
        return said.sure or said.private
    return said.person or (len(name.parts) > 1 and not said.thing)


def _is_same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two full names are one's: the same words, some left out, or a given name by its first letter."""
    shorter, longer = sorted((one, other), key=len)
    if is_same_word(shorter[-1], longer[-1]):
        first, others = shorter[0], longer[:-1]
        return any(
            is_same_word(first, part) or (1 in (len(first), len(part)) and first[0] == part[0]) for part in others
        )
    return {part.casefold() for part in shorter} <= {part.casefold() for part in longer}
