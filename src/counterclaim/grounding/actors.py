"""Who speaks: ties the sources of a report to the roster, and says for which party each speaks, and why.

Knows one report at a time. Who is not in the roster still has a party where the words tell it; where nothing tells, it
is None. `none` are third parties.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import pairwise
from typing import Any

from counterclaim.grounding.classes import PEOPLE, class_of, is_expert, of_group
from counterclaim.grounding.days import day
from counterclaim.grounding.fillers import filled
from counterclaim.grounding.holders import with_holder
from counterclaim.grounding.officeholders import OfficeHolders
from counterclaim.grounding.offices import Offices
from counterclaim.grounding.partywords import Side, is_of_several, lower_words, word_class
from counterclaim.grounding.relays import is_own, passed_on
from counterclaim.grounding.roles import about, role_in, role_of, without_people
from counterclaim.grounding.said_of import SaidOf
from counterclaim.grounding.sides import Sides
from counterclaim.grounding.untied import Untied
from counterclaim.model.mention import Mention
from counterclaim.model.report import Report
from counterclaim.model.source import Chain, Link, Source, SourceClass
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling
from counterclaim.reading.words import words
from counterclaim.theatres.checks import NONE
from counterclaim.theatres.gazetteer import gazetteer
from counterclaim.theatres.roster import roster
from counterclaim.theatres.rows import Actor, Outlet
from counterclaim.theatres.theatre import names
from counterclaim.theatres.wording import WORD

PRONOUNS = frozenset(("he", "she", "they", "who", "it", "we", "i"))
UNSAID = frozenset(("source", "sources"))  # who is not told whose
MANY = frozenset(("they", "we"))
SPEAKING = (SourceClass.BODY, SourceClass.UNNAMED_OFFICIAL, SourceClass.MEDIA)  # for whom somebody of a people speaks
NO_ONE = frozenset(("both", "each", "either", "neither"))  # sides at once


@dataclass(frozen=True, slots=True)
class Meant:
    """Who a source is: the actor of the roster, the party, the role by the report's words, why, what is odd."""

    actor: Actor | None = None
    party: str | None = None
    role: str | None = None
    reasons: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    is_body: bool = False
    name: str | None = None


@dataclass(slots=True)
class Actors:
    """Ties the sources of one report, asked for in the order of its text. `day` is the report's, None if unknown."""

    sides: Sides
    said_of: SaidOf
    offices: Offices
    holders: OfficeHolders
    untied: Untied
    day: date | None
    outlet: Outlet | None = None
    _named: dict[str, Meant] = field(default_factory=dict)
    _by_head: dict[str, Meant] = field(default_factory=dict)  # the nameless by the word they are about
    _last: Meant = field(default_factory=Meant)
    _last_nameless: Meant = field(default_factory=Meant)
    _some: Source | None = None  # "some analysts", of whom "others" are more
    _last_named: bool = False  # then a pronoun that the reading gives no name means somebody else

    def grounded(self, telling: Telling) -> Telling:
        """`telling` with actor, party and role of everybody in its chain, of the addressee and of its slots."""
        others = (relay for relay in telling.chain.relays if not is_own(relay, self.outlet, self.sides.roster))
        relays = tuple(self._source(relay)[0] for relay in others)
        claimant = telling.chain.claimant
        notes: tuple[str, ...] = ()
        if claimant is not None and claimant.span is not None:
            claimant, notes = self._source(claimant)
            claimant = self.untied.of_there(claimant, telling.place)
        chain = Chain(self._outlet(telling), relays, claimant)
        made = replace(telling, chain=chain, addressee=self._addressee(telling.addressee))
        whole = replace(made, slots=filled(self.sides, made), notes=(*made.notes, *notes))
        return with_holder(whole, self.sides)

    def _outlet(self, telling: Telling) -> Source:
        """The outlet, by the domain of its address, else by its name."""
        row = self.outlet
        name = telling.chain.outlet.name or (row.name if row else None)
        return Source(Link.OUTLET, name, actor=row.owner if row else None, party=row.party if row else None)

    def _source(self, one: Source) -> tuple[Source, tuple[str, ...]]:
        assert one.span is not None  # noqa: S101 the caller looked
        group = of_group(one, self._some, self.sides.roster.theatre) if one.source_class is not None else None
        span, one = one.span, replace(one, source_class=group or one.source_class)
        meant = self._of_name(one) if one.name else self._nameless(span, one.source_class)
        self._last, self._last_named = meant, one.name is not None
        self._last_nameless = meant if one.name is None and meant.name is None else self._last_nameless
        actor = meant.actor
        made = replace(
            one,
            name=meant.name or one.name,
            actor=actor.id if actor else None,
            party=meant.party,
            role=meant.role,
            reasons=meant.reasons,
            source_class=class_of(one, actor, self.said_of),
        )
        if set(lower_words(span.text)[:1]) & word_class("some"):
            self._some = made
        return made, meant.notes

    def _of_name(self, one: Source) -> Meant:
        """Who bears a name; the same all through the report."""
        name, span = one.name or "", one.span
        if span is not None and one.source_class is SourceClass.BODY and is_of_several(span.text, self.sides.roster):
            return Meant(is_body=True)
        if name not in self._named and span is not None:
            self._named[name] = self._found(name, span, one.source_class)
        meant = self._named[name]
        other = self.sides.of_words(span.text) if span is not None and not _holds(span.text, name) else None
        if span is not None and other is not None and meant.party not in (None, other.party):
            return self._nameless(span, one.source_class)  # "the Tesharish president" is not who was named before
        return replace(meant, name=None)

    def _found(self, name: str, span: Span, class_: SourceClass | None) -> Meant:
        said = list(self.said_of.phrases(name))
        body = self._body(span.text) or self._body(name)
        if body is not None and not (class_ in PEOPLE and self.sides.roster.bearers(name)):
            return self._of_actor(body)
        if class_ in PEOPLE and set(lower_words(name)) & words("bodies") and len(WORD.findall(name)) > 1:
            class_ = SourceClass.BODY  # "the US embassy"
        speaks = class_ in SPEAKING
        own_words = _without_name(span, name) if class_ in PEOPLE and len(WORD.findall(name)) > 1 else span
        phrases = [own_words, *said] if span.text != name else said
        side = self.sides.named(span.text) or self.sides.of_phrases([own_words], speaks=speaks)
        side = side or self.sides.of_phrases(phrases, speaks=speaks)
        side = side or (self.sides.named(name) if class_ not in PEOPLE else None)
        whole = self.sides.of_words(span.text)
        side = side or (whole if whole is not None and whole.by_body else None)
        role = role_in(span.text, name) or next((role for one in said if (role := role_of(one.text))), None)
        role = without_people(role, self.sides.roster.wording) if role else None
        roles = [phrase.text for phrase in phrases]
        if class_ in (SourceClass.MEDIA, None) and side is None:
            outlet = self.sides.roster.outlet_named(name)
            side = Side(outlet.party, f"{outlet.name} in the roster") if outlet and outlet.party else None
        own = self.sides.of_words(own_words.text)
        plain = set(lower_words(" ".join(roles)))
        civil = bool(plain & word_class("civil") - word_class("learned")) and not plain & word_class("serving")
        actor = self._person(name, own, side, roles) if not civil else None
        if class_ is SourceClass.MEDIA and len(WORD.findall(name)) < 2:
            actor = None
        notes = self.offices.odd(name, actor, roles, side.party if side else None, self.day)
        if actor is not None:
            return replace(self._of_actor(actor), role=role, notes=notes)
        side = side or self.untied.bulletin(span.text, name)
        if side is None and class_ in (SourceClass.BODY, SourceClass.MEDIA):
            side = self.sides.of_words(name) or self.untied.body(name)
        elif side is None and class_ in PEOPLE[:1]:
            side = self.untied.person(name, [*roles, span.text.replace(name, "")])
            near = self.untied.nearest(span) if side is None and not civil and plain & word_class("serving") else None
            side = near if near is not None and near.party != NONE else side
        party, reasons = (side.party, (side.reason,)) if side else (None, ())
        return Meant(None, party, role, reasons, notes)

    def _of_actor(self, actor: Actor) -> Meant:
        return Meant(actor, self.sides.roster.party(actor), None, (f"{actor.name} in the roster",))

    def _person(self, name: str, own: Side | None, side: Side | None, roles: Sequence[str]) -> Actor | None:
        """The person of the roster who is meant: by the whole name, or by a family name that can be but his.

        `own` is the side that the words around this very mention tell, `side` that of all that is said of him.
        """
        found = [one for one in self.sides.roster.bearers(name) if one.given is not False]
        fitting = [one for one in found if _agrees(one.actor, side)]
        whole = [one.actor for one in found if one.given and _agrees(one.actor, own)]
        if whole:
            return self.offices.in_office(whole, roles) if len(whole) > 1 else whole[0]
        if len(WORD.findall(name)) > 1:
            return None
        alone = [one.actor for one in fitting]
        by_role = self.offices.in_office(alone, roles)
        if by_role is not None:
            return by_role
        return alone[0] if len(alone) == 1 and name.casefold() not in word_class("common") else None

    def _nameless(self, span: Span, class_: SourceClass | None) -> Meant:
        """Who speaks without a name: a body by its words, somebody said to be of a party, whoever went on speaking."""
        plain = lower_words(span.text)
        if not plain or NO_ONE & set(plain):
            return Meant()
        if class_ in SPEAKING and is_of_several(span.text, self.sides.roster):
            return Meant(role=role_of(span.text), is_body=class_ is SourceClass.BODY)
        if len(plain) == 1 and plain[0] in PRONOUNS:
            last = self._last_nameless if plain[0] in MANY else Meant()
            return last if self._last_named else replace(self._last, notes=())
        known = self._known(span)
        if known is not None:
            return known
        side = self.sides.of_phrases([span], speaks=class_ in SPEAKING)
        if side is None and self.sides.of_words(span.text) is None:
            side = self._owned(plain) or self.untied.bulletin(span.text, None) or self.untied.of_outlet(plain)
        role = role_of(span.text) if class_ in PEOPLE else None
        head = about(plain)
        before = self._by_head.get(head)
        definite = plain[0] in ("the", "this", "that")
        if side is None and before is not None and definite:
            return replace(before, role=role or before.role)
        serves = class_ is SourceClass.UNNAMED_OFFICIAL and not is_expert(plain)
        if side is None and serves and set(plain) & word_class("serving") - UNSAID:
            fights = bool(set(plain) & word_class("fighters"))
            side = (self.untied.earlier(span, head) if definite else None) or self.untied.nearest(span, fights=fights)
        reasons = (side.reason,) if side else ()
        made = Meant(None, side.party if side else None, role, reasons, is_body=class_ is SourceClass.BODY)
        self._by_head[head] = made
        return made

    def _known(self, span: Span) -> Meant | None:
        """Who is in the roster: by an office, as a body, by the whole name within the phrase."""
        holder = self.holders.meant(span.text)
        if holder is not None:
            name, person, held = holder
            reasons = (f"{person.name} is {held.role} in the roster",)
            return Meant(person, self.sides.roster.party(person), role_of(span.text), reasons, name=name)
        office = self.offices.named(span.text, self.day)
        if office is not None:
            return Meant(office.actor, office.party, role_of(span.text), office.reasons)
        actor = self._body(span.text) or self._named_within(span)
        return self._of_actor(actor) if actor else None

    def _named_within(self, span: Span) -> Actor | None:
        """A person of the roster whose whole name stands in a phrase: "Head of Mission Adair Thornby"."""
        parts = [match.group() for match in WORD.finditer(span.text)]
        for first, second in pairwise(parts):
            if first[0].isupper() and second[0].isupper():
                for one in self.sides.roster.bearers(f"{first} {second}"):
                    if one.given:
                        return one.actor
        return None

    def _body(self, phrase: str) -> Actor | None:
        """The body that a phrase names: with its party in the words, else the outlet's."""
        side = self.sides.of_words(phrase)
        return self.sides.body(phrase, side.party if side else self.untied.home)

    def _owned(self, plain: Sequence[str]) -> Side | None:
        """The side of "its spokesman", whose body spoke before."""
        speaker = self._last.actor is not None or self._last.is_body
        serves = plain[0] in ("his", "her") and about(plain) in word_class("serving")
        if self._last.party and (serves or (plain[0] in ("its", "their") and speaker)):
            return Side(self._last.party, f"“{plain[0]}”: of whoever was named before")
        return None

    def _addressee(self, told: dict[str, Any] | None) -> dict[str, Any] | None:
        """To whom it was said, with the actor and the party."""
        if told is None:
            return None
        span = Span(told["start"], told["end"], told["written"])
        one = Source(Link.RELAY, told["name"], span)
        meant = self._of_name(one) if one.name else self._nameless(span, None)
        return told | {"actor": meant.actor.id if meant.actor else None, "party": meant.party}


def _without_name(span: Span, name: str) -> Span:
    """The words of a source with its name blotted out, which may be a country's: "Captain Denys England"."""
    return Span(span.start, span.end, span.text.replace(name, " " * len(name)))


def _holds(phrase: str, name: str) -> bool:
    """Whether a phrase has a word of a name."""
    return bool({word.casefold() for word in WORD.findall(phrase)} & {word.casefold() for word in WORD.findall(name)})


def _agrees(actor: Actor, side: Side | None) -> bool:
    return side is None or actor.party in (None, side.party)


def grounded(made: Report, tellings: Iterable[Telling], mentions: Sequence[Mention]) -> list[Telling]:
    """The tellings of a report with their actors; `mentions` are the places named in it.

    As they are where the package has no such theatre.
    """
    if made.theatre not in names():
        return list(tellings)
    known = roster(made.theatre)
    sides = Sides(known, gazetteer(made.theatre), mentions)
    outlet = known.outlet(made.url) or (known.outlet_named(made.outlet) if made.outlet else None)
    today = day(made.published)
    holders, untied = OfficeHolders(known, made, today), Untied(sides, made.text, outlet)
    actors = Actors(sides, SaidOf(made.text), Offices(known), holders, untied, today, outlet)
    return [passed_on(actors.grounded(telling), known, outlet) for telling in tellings]
