"""Which words of a text may be a person's name: runs of capitals, without titles, bodies, places and days."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from counterclaim.lang.name_key import is_cyrillic
from counterclaim.masking.bending import ADJECTIVE, AGED
from counterclaim.masking.laid import QUOTES, Laid
from counterclaim.masking.lexicon import Lexicon
from counterclaim.masking.world import World

PARTICLES = frozenset(
    ("van", "von", "der", "den", "de", "del", "della", "di", "da", "du", "la", "le", "al", "el", "bin")
)
ABSTRACT = re.compile(r"(?:tions?|sions?|\w{5}ments?|it(?:y|ies)|isms?|ships?|ologies|ology)\Z")
CAMEL = re.compile(r"[a-zа-я](?<!Mc)(?<!Mac)(?<!De)(?<!Du)(?<!La)(?<!Le)(?<!Fitz)[A-ZА-Я]|[A-Z]{2}[a-z]")
SLAVIC = ("ru", "uk")
LONGEST = 4  # words of a name; what is longer is no name


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens `[first, last)` that may be a name, and its words as they stand, without initials' stops.

    `thing`: its words are such as name a thing; it is a person's only if something surely says so. `word`: it is a word
    of the language, or a country's, and a name only as a call sign. `opens`: its first word opens a sentence, and is no
    given name.
    """

    first: int
    last: int
    parts: tuple[str, ...]
    thing: bool = False
    word: bool = False
    opens: bool = False

    @property
    def name(self) -> str:
        """The name on one line."""
        return " ".join(self.parts)


class Kind(Enum):
    """What a word of a run is: free to be a name's, a mark within one, the noun of a thing's, or what parts two."""

    FREE = auto()
    MARK = auto()
    NOUN = auto()
    PART = auto()


def candidates(laid: Laid, lexicon: Lexicon, world: World) -> Iterator[Candidate]:
    """The names that may be persons', in the order of the text."""
    at = 0
    while at < len(laid.tokens):
        if not laid.is_capital(at):
            at += 1
            continue
        end = _run(laid, at)
        yield from _Run(laid, lexicon, world, at, end).names()
        at = end


def _run(laid: Laid, start: int) -> int:
    """Where the run of capitals ends that begins at `start`; a possessor ends one."""
    at = start
    while laid.is_capital(at):
        if laid.owns(at):
            return at + 1
        at += 1
        at += laid.is_stop_of_abbreviation(at)
        behind = at
        while laid.lower(behind) in PARTICLES and behind - at < 2:
            behind += 1
        if behind > at and laid.is_capital(behind):
            at = behind
    return at


@dataclass(frozen=True, slots=True)
class _Run:
    """One run of capitals, `[start, end)`."""

    laid: Laid
    lexicon: Lexicon
    world: World
    start: int
    end: int

    def names(self) -> Iterator[Candidate]:
        """The stretches of it that are neither title nor day, people or body; of a headline given names alone tell."""
        if self.start in self.laid.headline:
            yield from self._given()
            return
        first: int | None = None
        for at in range(self.start, self.end):
            kind = self._kind(at, first)
            if kind is Kind.FREE:
                first = at if first is None else first
            elif kind is not Kind.MARK:
                if first is not None:
                    noun = kind is Kind.NOUN
                    yield from self._made(first, at + noun, thing=noun)
                elif self._may_be_call_sign(at):
                    yield Candidate(at, at + 1, (self.laid.bare(at),), thing=True, word=True)
                first = None
        if first is not None:
            yield from self._made(first, self.end, thing=False)

    def _given(self) -> Iterator[Candidate]:
        """Each given name of the run with the word behind it."""
        for at in range(self.start, self.end - 1):
            if self._is_given(at) and self.laid.is_capital(at + 1):
                yield Candidate(at, at + 2, (self.laid.bare(at), self.laid.bare(at + 1)))

    def _is_given(self, at: int) -> bool:
        return self.laid.word(at) in self.lexicon["given"]

    def _may_be_call_sign(self, at: int) -> bool:
        """Whether a word that names no person by itself stands alone within a sentence, or in quotation marks."""
        alone = self.end - self.start == 1
        quoted = self.laid.lower(at - 1) in QUOTES and self.laid.lower(at + 1) in QUOTES
        return alone and (quoted or at not in self.laid.opening)

    def _kind(self, at: int, first: int | None) -> Kind:
        word = self.laid.word(at)
        if not self.laid.tokens[at].is_word or word in PARTICLES:
            return Kind.MARK
        if first is not None and self._is_given(at - 1) and not self._is_land(at):
            return Kind.FREE
        if word in self.lexicon["closers"] or (self.lexicon.language == "en" and ABSTRACT.search(word)):
            return Kind.NOUN
        return Kind.PART if self._is_no_name(at, first) or self._is_title(at, first) else Kind.FREE

    def _is_no_name(self, at: int, first: int | None) -> bool:
        """Whether a word is a small one, a country, initials, a number, a verb, a place that somebody governs."""
        word, text = self.laid.word(at), self.laid.bare(at)
        small = word in self.lexicon["small"] or any(char.isdigit() for char in word)
        initials = len(text) > 1 and (text.isupper() or bool(CAMEL.search(text)))
        verb = first is not None and word in self.lexicon["verbs"]
        return small or initials or verb or self._is_land(at) or (first is None and self._is_place_of(at))

    def _is_title(self, at: int, first: int | None) -> bool:
        """Whether a word is an office or a trade, not a surname that is one: "Oskar Baker", "Miller"."""
        word = self.lexicon.role(self.laid.word(at))
        if AGED.fullmatch(word):
            return True
        if not self.lexicon.is_role(word):
            return at + 1 < self.end and word in self.lexicon["honorifics"]
        ends = at + 1 == self.end and (first is not None or at == self.start)
        return not ends or self.lexicon.are((word,), "offices", "generals")

    def _is_land(self, at: int) -> bool:
        """Whether a word names a party, a country, or who is from there."""
        return self.laid.word(at) in self.lexicon["lands"] or self.world.is_people(self.laid.bare(at))

    def _is_place_of(self, at: int) -> bool:
        """Whether a place stands there with a name behind it: "the governor of Karsk Ilse Marn"."""
        of = self.laid.lower(at - 1) in ("of", "in", "for")
        return of and at + 2 < self.end and self.world.is_place(self.laid.bare(at))

    def _made(self, first: int, last: int, *, thing: bool) -> Iterator[Candidate]:
        words: Sequence[int] = [at for at in range(first, last) if self.laid.is_capital(at)]
        words = words if thing else self._unopened(words)
        if len(words) <= LONGEST and any(len(self.laid.bare(at)) > 1 for at in words):
            parts = tuple(self.laid.bare(at) for at in words)
            opens = words[0] in self.laid.opening and self.laid.lower(words[0] - 1) != ":"
            opens = opens and not self._is_given(words[0])
            yield Candidate(words[0], last, parts, thing=thing or self._is_thing(words), opens=opens)

    def _unopened(self, words: Sequence[int]) -> Sequence[int]:
        """The words without an ordinary one that opens the sentence, and without a place of a role: "житель Дорна"."""
        if self.lexicon.language not in SLAVIC:  # where a surname may stand first
            opens = words[0] in self.laid.opening and not self._is_given(words[0])
            words = words[1:] if opens and len(words) > 2 and self._is_given(words[1]) else words
        before = self.lexicon.role(self.laid.word(words[0] - 1))
        of = self.lexicon.is_role(before) or before in self.lexicon["before_things"]
        if of and len(words) > 1 and not self._is_given(words[0]) and self.world.is_place(self.laid.bare(words[0])):
            named = len(words) > 2 or self._is_given(words[1])
            whole = " ".join(self.laid.bare(at) for at in words)
            return words[1:] if named and not self.world.is_place(whole) else words
        return words

    def _is_thing(self, words: Sequence[int]) -> bool:
        """Whether the words are such as name a place, a body or a thing."""
        if self.laid.word(words[0]) in self.lexicon["openers"]:
            return True
        name = " ".join(self.laid.bare(at) for at in words)
        if len(words) > 1 and (self.world.is_place(name) or self.world.is_body(name)):
            return True
        cyrillic = self.lexicon.language in SLAVIC and not any(map(self._is_given, words))
        return cyrillic and any(self._is_strange(at, alone=len(words) == 1) for at in words)

    def _is_strange(self, at: int, *, alone: bool) -> bool:
        """Whether a word of a text in Cyrillic is hardly a name's: Latin letters, an adjective that opens, a place."""
        word = self.laid.bare(at)
        opens = at in self.laid.opening and bool(ADJECTIVE.search(word.lower()))
        return not is_cyrillic(word) or (not alone and (opens or self.world.is_place(word)))
