"""For which party somebody speaks, by the words said of him: his body, his people, the place that he governs."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from counterclaim.lang.data import rows
from counterclaim.model.mention import Mention
from counterclaim.model.place import Place
from counterclaim.model.span import Span
from counterclaim.theatres.gazetteer import Gazetteer
from counterclaim.theatres.roster import Roster
from counterclaim.theatres.rows import Actor
from counterclaim.theatres.wording import NONE, Word

PRO = "pro"
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Side:
    """A party, and the reason for it; `by_body`: by a body of the roster."""

    party: str
    reason: str
    by_body: bool = False


@cache
def word_class(name: str, language: str = "en") -> frozenset[str]:
    """The words of a class of `actors.yml`."""
    return frozenset(rows(language, "actors")[name]["words"])


def lower_words(phrase: str) -> list[str]:
    """The words of a phrase in small letters, the parts of those with a hyphen, too."""
    found = [match.group().casefold() for match in WORD.finditer(phrase)]
    return [part for word in found for part in (word, *word.split("-"))]


@dataclass(frozen=True, slots=True)
class Sides:
    """Tells parties in one report. `mentions` are the places named in it."""

    roster: Roster
    gazetteer: Gazetteer | None
    mentions: Sequence[Mention]

    def of_phrases(self, phrases: Iterable[Span], *, speaks: bool) -> Side | None:
        """The first side that a phrase tells: by its words, else by the place in it.

        Who is of a party's people and neither serves nor `speaks` for it, as a farmer, is of no side.
        """
        held = list(phrases)
        speaks = speaks or bool(set(lower_words(" ".join(phrase.text for phrase in held))) & word_class("serving"))
        for phrase in held:
            side = self.of_words(phrase.text)
            if side is not None and (speaks or side.party == NONE or side.by_body):
                return side
        by_place = next(filter(None, map(self._of_place, held)), None) if speaks else None
        return by_place or self._of_institution(held)

    def _of_institution(self, phrases: Sequence[Span]) -> Side | None:
        """Third parties: "a fellow at the Calinth Institute"."""
        found = (word for phrase in phrases for word in lower_words(phrase.text) if word in word_class("institutions"))
        word = next(found, None)
        return Side(NONE, f"of an institution (“{word}”)") if word else None

    def named(self, name: str) -> Side | None:
        """The side that is all of a name: "Velm", "Vardia"."""
        words = self.roster.wording.words(name)
        return Side(words[0].party, f"“{name}”") if len(words) == 1 and words[0].party else None

    def of_words(self, phrase: str) -> Side | None:
        """The side that words tell: who installed him, his body, his people; the first of them."""
        words = self.roster.wording.words(phrase)
        found = [*self._installed(words, phrase), *self._named(words, phrase)]
        return min(found, key=lambda one: one[0], default=(0, None))[1]

    def _installed(self, words: Sequence[Word], phrase: str) -> Iterator[tuple[int, Side]]:
        """ "Tesharish-installed", "pro-Tesharish"."""
        for at, word in enumerate(words):
            behind = words[at + 1] if at + 1 < len(words) else None
            party = word.party or self._party_of(words[at : at + 1])
            near = behind is not None and phrase[word.end : behind.start] in ("-", "‑", " ")
            if party and near and behind is not None and behind.token in word_class("installed"):
                yield -1, Side(party, f"“{word.text}{phrase[word.end : behind.start]}{behind.text}”")
            elif word.party and at and words[at - 1].text.casefold() == PRO:
                yield -1, Side(word.party, f"“pro-{word.text}”")

    def _party_of(self, words: Sequence[Word]) -> str | None:
        found = self.roster.within(words)
        return self.roster.party(found[0].actor) if found else None

    def _named(self, words: Sequence[Word], phrase: str) -> Iterator[tuple[int, Side]]:
        yield from self._bodies(words, phrase)
        for at, word in enumerate(words):
            if word.party and not _is_behind(word, phrase):
                yield 2 * at + 1, Side(word.party, f"“{word.text}”")

    def _bodies(self, words: Sequence[Word], phrase: str) -> Iterator[tuple[int, Side]]:
        found = self.roster.within(words)
        for one in [*found, *self.roster.units(words)]:
            party = self.roster.party(one.actor)
            if party and not _is_behind(words[one.first], phrase):
                yield 2 * one.first, Side(party, f"of {one.actor.name}", by_body=True)

    def _of_place(self, phrase: Span) -> Side | None:
        """The party in whose country the place lies that somebody governs or serves in."""
        for mention in self.mentions:
            span = mention.place.span
            side = self.of_country(mention.place) if span else None
            if span and side and phrase.start <= span.start and span.end <= phrase.end:
                return side
        return None

    def of_country(self, place: Place) -> Side | None:
        """The party in whose country a place lies; None for a republic that somebody declared, and for no place."""
        id_ = place.id or next((other.id for other in place.alternatives), None)
        row = self.gazetteer.place(id_) if id_ and self.gazetteer else None
        if row is None or self.gazetteer is None or (row.type == "area" and row.category == "republic"):
            return None
        countries = [one.id for one in (row, *self.gazetteer.above(row))]
        parties = (party for party in self.roster.theatre.parties if party.country in countries)
        return next((Side(party.id, f"{place.written} lies in {party.name}") for party in parties), None)

    def body(self, phrase: str, party: str | None = None) -> Actor | None:
        """The body, unit or agency that is all of a phrase; of several parties' bodies so called that of `party`."""
        words = self.roster.wording.words(phrase)
        found = self.roster.within(words, party=party)
        whole = [one.actor for one in found if one.last - one.first >= len(words)]
        return next(iter(whole), None) or self.roster.unsided(words, party)

    def opponent(self, party: str | None) -> str | None:
        """Who opposes a party, where it is one."""
        known = next((one for one in self.roster.theatre.parties if one.id == party), None)
        return known.opposes[0] if known and len(known.opposes) == 1 else None


def _is_behind(word: Word, phrase: str) -> bool:
    """Whether a party is spoken of, not for: "the ambassador to Vardia"."""
    before = lower_words(phrase[: word.start])
    while before and before[-1] in ("the", "s"):
        before.pop()
    return bool(before) and before[-1] in word_class("behind")
