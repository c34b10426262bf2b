"""Sides where no word beside a source tells one: whose country it lies in, what was said of the same before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.grounding.partywords import Side, lower_words, peoples, word_class
from counterclaim.grounding.roles import about
from counterclaim.grounding.sides import Sides
from counterclaim.model.place import Place
from counterclaim.model.source import Source, SourceClass
from counterclaim.model.span import Span
from counterclaim.reading.words import words as classes
from counterclaim.theatres.checks import NONE
from counterclaim.theatres.rows import Outlet
from counterclaim.theatres.wording import WORD

LOOKED = 400  # code points before a source in which a country or a people is looked for
FARTHEST = 4000  # code points before a source in which the same was spoken of
BEFORE = 6  # words before an earlier "official" that say whose
FIRST = frozenset(("a", "an", "one", "another"))  # with which somebody is spoken of for the first time
EARLIER = 6  # earlier mentions that are looked at
STOPS = ("\n", ". ", ", ", "; ", "” ", '" ')


@dataclass(frozen=True, slots=True)
class Untied:
    """Tells sides in one report with the text `text`."""

    sides: Sides
    text: str
    outlet: Outlet | None = None

    @property
    def home(self) -> str | None:
        """The party of the report's outlet."""
        return self.outlet.party if self.outlet else None

    def earlier(self, span: Span, head: str) -> Side | None:
        """The side told where "the official" was spoken of before: "a State Department official"."""
        lower, end = self.text.casefold(), span.start
        for _ in range(EARLIER if head else 0):
            end = lower.rfind(head, max(0, span.start - FARTHEST), end)
            if end < 0:
                return None
            before = self.text[max(0, end - FARTHEST) : end]
            for stop in STOPS:
                before = before.rpartition(stop)[2]
            said = before.split()[-BEFORE:]
            side = self.sides.of_words(f"{' '.join(said)} {head}")
            if side is not None:
                return side
            if {word.casefold() for word in said} & FIRST:
                return None  # it is this one that is gone on about, of whom no side is told
        return None

    def nearest(self, span: Span, *, fights: bool = False) -> Side | None:
        """The side of the only country named before a source, and near; None where several are, or another people.

        Of a people alone, as in "Tesharish drones", nobody is who speaks; nor is a belligerent in the other's outlet,
        nor who `fights` of a third party.
        """
        notice = self.sides.roster.theatre.notice or ""
        begin = max(0, span.start - LOOKED, self.text.find(notice) + len(notice))
        found = [word for word in self.sides.roster.wording.words(self.text[begin : span.start]) if word.party]
        at_war = peoples(self.sides.roster)
        last = next((word for word in reversed(found) if word.text.casefold() not in at_war), None)
        if last is None or len({word.party for word in found}) > 1 or (fights and last.party == NONE):
            return None
        if last.party == self.sides.opponent(self.home):
            return None
        return Side(str(last.party), f"“{last.text}” is spoken of")

    def person(self, name: str, phrases: Sequence[str]) -> Side | None:
        """Third parties: who has a name of neither people, and whom nothing ties to a party."""
        theatre = self.sides.roster.theatre
        parts = [part.casefold() for part in WORD.findall(name)]
        plain = set(lower_words(" ".join(phrases)))
        if not theatre.families or not parts or (len(parts) == 1 and not plain & classes("polite")):
            return None
        if any(part in theatre.given for part in parts) or parts[-1].endswith(theatre.families):
            return None
        if plain & word_class("fighters") or any(self.sides.of_words(phrase) for phrase in phrases):
            return None
        return Side(NONE, "a name of neither people, and nothing that ties it to a party")

    def body(self, name: str) -> Side | None:
        """The side in whose country the place in a body's name lies; third parties where it names none."""
        if any(word.casefold() in self.sides.roster.theatre.given for word in WORD.findall(name)):
            return None  # somebody, read as a body
        place = self.sides.place_in(name)
        if place is not None and place.party == self.sides.opponent(self.home):
            return None  # who holds it sets up bodies of its own there
        if place is not None or not self.sides.roster.theatre.families or name.islower():
            return place
        own = classes("own_named") | word_class("services") | word_class("authorities")
        return None if set(lower_words(name)) & own else Side(NONE, "a name that nothing ties to a party")

    def bulletin(self, phrase: str, name: str | None) -> Side | None:
        """The side of "our nurse", "the Mission", "Patrol 4" in a body's own bulletin."""
        if self.outlet is None or self.outlet.relay or self.home is None:
            return None
        said, called = lower_words(phrase), lower_words(name or phrase)
        plain = bool(called) and all(word in classes("bodies", "articles") for word in called)
        own = said[:1] == ["our"] or plain
        return Side(self.home, f"“{phrase}” in its own bulletin") if own else None

    def of_outlet(self, plain: Sequence[str]) -> Side | None:
        """The side of officials in an outlet of a belligerent; of prisoners in it the other one."""
        party = self.home
        other = self.sides.opponent(party)
        if party is None or other is None or self.outlet is None:
            return None
        if set(plain) & word_class("captured"):
            return None if set(plain) & word_class("freed") else Side(other, f"a prisoner in {self.outlet.name}")
        return Side(party, f"in {self.outlet.name}") if about(plain) in word_class("authorities") else None

    def of_there(self, claimant: Source, place: Place | None) -> Source:
        """Officials of the place that they speak of, "rescuers", where nothing else tells their side.

        A whole country is no such place: what is told of it is said anywhere.
        """
        if claimant.party or claimant.span is None:
            return claimant
        said = lower_words(claimant.written or "")
        officials = bool(set(said) & word_class("local")) and about(said) in word_class("authorities")
        owned = bool(said) and said[0] in word_class("ours")
        serve = claimant.source_class is SourceClass.BODY and bool(set(said) & word_class("services")) and not owned
        countries = {party.country for party in self.sides.roster.theatre.parties}
        there = place is not None and place.id not in countries and self._is_on_the_spot(said)
        if not serve and not there and (claimant.name or not officials):
            return claimant
        side = self.sides.of_country(place) if place is not None else self.nearest(claimant.span)
        if side is None or (self.sides.opponent(self.home) is not None and side.party != self.home):
            return claimant
        return replace(claimant, party=side.party, reasons=(side.reason,))

    @staticmethod
    def _is_on_the_spot(said: Sequence[str]) -> bool:
        """Whether a source is "rescuers", "the regional authorities": of wherever it happened, by its words alone."""
        rest = set(said[:-1]) - classes("articles") - word_class("local")
        return bool(said) and said[-1] in word_class("on_the_spot") and not rest
