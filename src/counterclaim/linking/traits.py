"""What of a telling is compared with other tellings, and nothing else: who, what, where, how many, in which words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from counterclaim.kinds.kinds import OTHER, family
from counterclaim.lang.name_key import name_key
from counterclaim.linking.identity import Identity, identity, named
from counterclaim.linking.words import WORD, tokens, weighed
from counterclaim.model.quantity import Quantity
from counterclaim.model.report import text_hash
from counterclaim.model.source import SourceClass
from counterclaim.model.stance import Polarity
from counterclaim.model.telling import Telling, Voice
from counterclaim.reading.quotations import Quotation, outermost, quotations

NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
SHORTEST = 4  # words of a quotation that nobody says by chance
QUOTED, COPIED = 5, 7  # words in a row of a quotation, and of a passage, that are not the same by chance


@dataclass(frozen=True)
class Traits:
    """A telling as it is compared. `number` counts its report's tellings from 0.

    `quotations` are its report's; `occasion` the days on which its claimant spoke, where other words of his tell them;
    `carried_by` the media that its report cites for words of its claimant.
    """

    telling: Telling
    number: int = 0
    quotations: Sequence[Quotation] = ()
    occasion: tuple[date, date] | None = None
    carried_by: tuple[Identity, ...] = ()
    claimant: Identity = field(init=False)
    relays: tuple[Identity, ...] = field(init=False)
    outlet: Identity = field(init=False)

    def __post_init__(self) -> None:
        chain, theatre = self.telling.chain, self.telling.report.theatre
        outlet = named(self.telling.report.outlet or chain.outlet.name, chain.outlet.actor, theatre)
        claimant = outlet if self.own_voice and speaks_itself(outlet) else identity(chain.claimant, theatre)
        object.__setattr__(self, "outlet", outlet)
        object.__setattr__(self, "claimant", claimant)
        object.__setattr__(self, "relays", tuple(identity(one, theatre) for one in chain.relays))

    @cached_property
    def id(self) -> str:
        """The telling's."""
        return self.telling.id

    @property
    def report(self) -> str:
        """The id of its report."""
        return self.telling.report.id

    @cached_property
    def order(self) -> tuple[bool, str, str, int, str]:
        """Where it stands among all tellings: by day of publication (unknown last), report, place in it."""
        published = self.telling.report.published
        return (published is None, published or "", self.report, self.telling.content.start, self.id)

    @cached_property
    def number_of_report(self) -> str:
        """What stands for its report's number among those of a day: the SHA-256 of its address.

        Nothing tells which of them was first. The guidelines number them so, and a new version keeps its place.
        """
        address = self.telling.report.url or self.telling.report.address
        return text_hash(address) if address else ""

    @cached_property
    def published(self) -> date | None:
        """The day its report was published, where known to the day."""
        written = (self.telling.report.published or "")[:10]
        try:
            return date.fromisoformat(written)
        except ValueError:
            return None

    @property
    def said(self) -> tuple[date, date] | None:
        """The days on which it may have been said, where the report tells them, of this or of other words of his."""
        return self.occasion or self.said_here

    @cached_property
    def said_here(self) -> tuple[date, date] | None:
        """The same as told of these words, with the year."""
        said = self.telling.said
        first, last = said.when.bounds() if said and said.when else (None, None)
        return (first, last) if first and last else None

    @cached_property
    def family(self) -> str | None:
        """The family of its kind; None where that says nothing."""
        return None if self.telling.kind in (None, OTHER) else family(self.telling.kind)

    @property
    def party(self) -> str | None:
        """The belligerent its claimant is of; third parties are of none."""
        claimant = self.telling.chain.claimant
        return claimant.side if claimant else None

    @cached_property
    def own_voice(self) -> bool:
        """Whether the outlet tells it itself."""
        return self.telling.voice is Voice.OUTLET or self.telling.chain.claimant is None

    @cached_property
    def denies(self) -> bool:
        """Whether it is put forward to be rejected."""
        stance = self.telling.stance
        return stance is not None and stance.polarity is Polarity.DENIES

    @cached_property
    def text(self) -> str:
        """The words of the content; of an interrupted one without what interrupts it."""
        return " ".join(piece.text for piece in self.telling.pieces)

    @cached_property
    def words(self) -> dict[str, float]:
        """The words of the content, each with what it tells; names in any spelling by one key."""
        found = weighed(self.text)
        for match in WORD.finditer(self.text):
            written = match.group()
            if written[0].isupper() and match.start() and (key := name_key(written)):
                weight = found.pop(tokens(written)[0], 0.0)
                if weight:
                    found[f"@{key}"] = weight
        return found

    @cached_property
    def said_of_it(self) -> dict[str, float]:
        """The same without the names of its places."""
        places = {f"@{name_key(word)}" for place in self.telling.all_places for word in place.written.split()}
        return {word: weight for word, weight in self.words.items() if word not in places}

    @cached_property
    def spoken(self) -> tuple[str, ...]:
        """All words of the content in order."""
        return tuple(tokens(self.text))

    @cached_property
    def places(self) -> frozenset[str]:
        """The ids of all places it may mean."""
        return frozenset(id_ for place in self.telling.all_places for id_ in place.candidates)

    @cached_property
    def place_keys(self) -> frozenset[str]:
        """The names of its places in any spelling; of a phrase ("the Kelhat bridge") the names in it."""
        names = (_names(place.written) or [place.written] for place in self.telling.all_places)
        return frozenset(name_key(name) for found in names for name in found)

    @cached_property
    def names_place(self) -> bool:
        """Whether the content itself names a place, which else is carried over from words before it."""
        return any(place.span and self.telling.content.contains(place.span) for place in self.telling.all_places)

    @property
    def quantities(self) -> Sequence[Quantity]:
        """What it counts."""
        return self.telling.quantities

    @cached_property
    def numbers(self) -> frozenset[int]:
        """The numbers it gives, counts in words among them; not the vague ones."""
        counted = {one.low for one in self.quantities if one.low is not None and not one.vague}
        written = (re.sub(r"[.,](?=\d{3}\b)", "", number) for number in NUMBER.findall(self.text))
        return frozenset(counted | {int(number) for number in written if number.isdigit() and len(number) < 18})

    @cached_property
    def quoted(self) -> tuple[tuple[str, ...], ...]:
        """The words within quotation marks, of each quotation of SHORTEST words or more."""
        content = self.telling.content
        found = []
        for quotation in self.quotations:
            start, end = max(quotation.start, content.start), min(quotation.end, content.end)
            words = tuple(tokens(self.telling.report.text[start:end])) if start < end else ()
            found += [words] if len(words) >= SHORTEST else []
        return tuple(found)

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """Every COPIED words in a row of the content."""
        return _runs(self.spoken, COPIED)

    @cached_property
    def quoted_runs(self) -> frozenset[tuple[str, ...]]:
        """Every QUOTED words in a row of its quotations."""
        return frozenset(run for words in self.quoted for run in _runs(words, QUOTED))

    @cached_property
    def cites(self) -> tuple[Identity, ...]:
        """The media it has it from, the nearest first, a medium that claims itself last; not the outlet itself."""
        pairs = zip(self.telling.chain.sources, (*self.relays, self.claimant), strict=False)
        media = (one for source, one in pairs if source.source_class is SourceClass.MEDIA or one.is_medium)
        return tuple(one for one in media if one.is_known and not one.same(self.outlet))


def _names(written: str) -> list[str]:
    return [word for word in written.split() if word[0].isupper()]


def _runs(words: Sequence[str], length: int) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(*(words[at:] for at in range(length)), strict=False))


def speaks_itself(outlet: Identity) -> bool:
    """Whether an outlet is a body of the roster, no medium: what its reports tell, the body claims."""
    return outlet.actor is not None and not outlet.is_medium


def traits(tellings: Sequence[Telling]) -> list[Traits]:
    """The traits of one report's tellings, in the order they stand in it."""
    ordered = sorted(tellings, key=lambda one: (one.content.start, one.content.end, one.id))
    if not ordered:
        return []
    made = ordered[0].report
    found = tuple(outermost(quotations(made.text, made.paragraphs or [(0, len(made.text))])))
    whole = [Traits(telling, number, found) for number, telling in enumerate(ordered)]
    return [replace(one, occasion=_occasion(one, whole), carried_by=_carried_by(one, whole)) for one in whole]


def _carried_by(one: Traits, whole: Sequence[Traits]) -> tuple[Identity, ...]:
    """The media that a telling cites or, if none, that its report cites for other words of its claimant."""
    if one.cites or not one.claimant.is_known:
        return one.cites
    others = (other for other in whole if other.claimant.same(one.claimant))
    return tuple(dict.fromkeys(cited for other in others for cited in other.cites))


def _occasion(one: Traits, whole: Sequence[Traits]) -> tuple[date, date] | None:
    """When a claimant spoke whose words are told without a day: the one day that the report tells of others of his."""
    if one.said_here or not one.claimant.is_known:
        return None
    days = {other.said_here for other in whole if other.said_here and other.claimant.same(one.claimant)}
    return days.pop() if len(days) == 1 else None
