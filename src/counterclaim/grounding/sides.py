"""For which party somebody speaks, by the words said of him: his body, his people, the place that he governs."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from counterclaim.grounding.partywords import Side, lower_words, side_of, word_class
from counterclaim.model.mention import Mention
from counterclaim.model.place import Place
from counterclaim.model.span import Span
from counterclaim.reading.words import words
from counterclaim.theatres.checks import NONE
from counterclaim.theatres.gazetteer import Gazetteer
from counterclaim.theatres.roster import Roster
from counterclaim.theatres.rows import Actor, PlaceRow
from counterclaim.theatres.wording import WORD

GOVERNED = re.compile(
    r"\b([A-Z][\w’'-]+)(?:\s+(?:city|regional|oblast|region|district))?\s+"
    r"(?:governor|mayor|head|police\w*|prosecutor\w*|administration|authorities|officials?)\b"
)
SHORTEST = 4  # letters of a place's name within a body's
TOWN = 20_000  # people: of smaller places that name is rather a word


@dataclass(frozen=True, slots=True)
class Sides:
    """Tells parties in one report. `mentions` are the places named in it, in the order of its text."""

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
        if not speaks:
            return self._of_institution(held)
        by_place = next(filter(None, map(self._of_place, held)), None)
        by_place = by_place or next(filter(None, map(self._of_governed, held)), None)
        return by_place or self._of_institution(held)

    def _of_governed(self, phrase: Span) -> Side | None:
        """The party in whose country "Dorn governor Bram Ketter" holds office: a place right before the office."""
        for match in GOVERNED.finditer(phrase.text):
            found = self.gazetteer.named(match[1]) if self.gazetteer else []
            known = [one.place for one in found if one.is_current and (one.is_known or one.place.type == "area")]
            side = self._of_row(known[0], match[1]) if known else None
            if side is not None:
                return side
        return None

    def place_in(self, name: str) -> Side | None:
        """The party in whose country the first known place within a name lies: "Kestriva Regional Council"."""
        if self.gazetteer is None:
            return None
        for word in WORD.findall(name):
            if word[0].isupper() and len(word) >= SHORTEST and word.casefold() not in words("bodies"):
                known = [one.place for one in self.gazetteer.named(word) if one.is_current]
                known = [one for one in known if (one.population or 0) >= TOWN or one.type == "area"]
                side = self._of_row(known[0], word) if known else None
                if side is not None:
                    return side
        return None

    def _of_institution(self, phrases: Sequence[Span]) -> Side | None:
        """Third parties: "a fellow at the Calinth Institute"."""
        found = (word for phrase in phrases for word in institutions(lower_words(phrase.text)))
        word = next(found, None)
        return Side(NONE, f"of an institution (“{word}”)") if word else None

    def named(self, name: str) -> Side | None:
        """The side that is all of a name: "Velm", "Vardia"."""
        found = self.roster.wording.words(name)
        return Side(found[0].party, f"“{name}”") if len(found) == 1 and found[0].party else None

    def of_words(self, phrase: str) -> Side | None:
        """The side that the words of a phrase tell."""
        return side_of(phrase, self.roster)

    def _of_place(self, phrase: Span) -> Side | None:
        """The party in whose country the place lies that somebody governs or serves in."""
        first, last = (bisect_left(self.mentions, at, key=_start) for at in (phrase.start, phrase.end))
        return next(filter(None, (self.of_country(one.place) for one in self.mentions[first:last])), None)

    def of_country(self, place: Place) -> Side | None:
        """The party in whose country a place lies; None for no place, and where others have long held it."""
        id_ = place.id or next((other.id for other in place.alternatives), None)
        row = self.gazetteer.place(id_) if id_ and self.gazetteer else None
        return self._of_row(row, place.written) if row else None

    def _of_row(self, row: PlaceRow, written: str) -> Side | None:
        if self.gazetteer is None or (row.type == "area" and row.category == "republic"):
            return None
        countries = [one.id for one in (row, *self.gazetteer.above(row))]
        if set(countries) & set(self.roster.theatre.held):
            return None
        parties = (party for party in self.roster.theatre.parties if party.country in countries)
        return next((Side(party.id, f"{written} lies in {party.name}") for party in parties), None)

    def body(self, phrase: str, party: str | None = None) -> Actor | None:
        """The body, unit or agency that is all of a phrase; of several parties' bodies so called that of `party`.

        Third parties' bodies are known in small letters, too: "the state department".
        """
        said = self.roster.wording.words(phrase)
        found = self.roster.within(said, party=party)
        whole = [one.actor for one in found if one.last - one.first >= len(said)]
        known = next(iter(whole), None) or self.roster.unsided(said, party)
        if known is not None or not phrase.islower() or len(said) < 2:
            return known
        titled = self.body(phrase.title(), party)
        return titled if titled is not None and titled.party == NONE else None

    def opponent(self, party: str | None) -> str | None:
        """Who opposes a party, where it is one."""
        known = next((one for one in self.roster.theatre.parties if one.id == party), None)
        return known.opposes[0] if known and len(known.opposes) == 1 else None


def institutions(plain: Sequence[str]) -> Iterator[str]:
    """The words that name an institution, or who is of one: not "a fellow soldier", nor "his fellow defendants"."""
    for at, word in enumerate(plain):
        before, behind = plain[at - 1 : at], plain[at + 1 : at + 2]
        another = word in word_class("ranked") and (
            set(before) & word_class("ours") or set(behind) & (words("persons") | word_class("fighters"))
        )
        if word in word_class("institutions") and not another:
            yield word


def _start(mention: Mention) -> int:
    return mention.place.span.start if mention.place.span else 0
