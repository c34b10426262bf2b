"""What is wrong with a labelled report: each fault a sentence that names the place."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from counterclaim.evaluating.labelled import Labelled
from counterclaim.evaluating.places import TYPES
from counterclaim.kinds.kinds import kinds
from counterclaim.model.place import PlaceState
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling, Voice
from counterclaim.model.vocabulary import CUE_TYPES, KNOWLEDGE, METRICS, NOTES, ROLES
from counterclaim.theatres.theatre import Theatre

WHY = (
    *("commentary", "framing", "topic", "no_comment", "question", "order", "name_in_quotes", "definition"),
    *("background", "frame", "other"),
)
USES = ("adopted", "attributed", "discussed")
SENSES = {
    "mine": ("pit", "weapon"),
    "fire": ("shooting", "blaze"),
    "shell": ("munition", "hull"),
    "front": ("line", "side", "body"),
    "communications": ("signals", "utilities"),
    "direction": ("axis", "course"),
    "battery": ("guns", "cell"),
    "magazine": ("ammunition", "periodical"),
    "plant": ("factory", "laid"),
    "charge": ("explosive", "accusation"),
}
REMARKS: dict[str, Callable[[str], bool]] = {
    "not_told": WHY.__contains__,
    "loaded": USES.__contains__,
    "senses": lambda value: value.partition("/")[2] in SENSES.get(value.partition("/")[0], ()),
}
LOOSE = re.compile(r"^[\s,;:]|[\s,;:]$")
EDGE = re.compile(r"^[\s,;:.]|[\s,;:]$|[^.…!?A-Z]\.$")
POSSESSOR = re.compile(r"[’'](?:s)?$|^(?:by|with|from) ")


@dataclass(frozen=True, slots=True)
class Known:
    """What a theatre has, by id: places with their type, parties, actors, and the forms of its loaded words."""

    notice: str | None
    places: dict[str, str]
    parties: frozenset[str]
    actors: frozenset[str]
    loaded: frozenset[str]

    @classmethod
    def of(cls, theatre: Theatre) -> "Known":
        """What `theatre` has."""
        return cls(
            theatre.notice,
            {place.id: place.type for place in theatre.places},
            frozenset(party.id for party in theatre.parties),
            frozenset(actor.id for actor in theatre.actors),
            frozenset(form for row in theatre.loaded for form in (row.word, *row.forms)),
        )


def faults(one: Labelled, theatre: Known | None) -> list[str]:
    """Every fault of a labelled report, none if it is sound. `theatre` None: ids and parties are not looked up."""
    found = [
        *_head(one, theatre),
        *_tellings(one, theatre),
        *_mentions(one, theatre),
        *_unmarked(one, theatre),
        *_blanks(one),
    ]
    return [f"{one.id}: {fault}" for fault in found]


def _head(one: Labelled, theatre: Known | None) -> Iterator[str]:
    for key in ("outlet", "published", "language"):
        if not getattr(one.report, key):
            yield f"the head has no `{key}`"
    if not one.style:
        yield "the head has no `style`"
    if theatre and theatre.notice and not one.report.text.startswith(theatre.notice):
        yield f"a report of this theatre opens with a line “{theatre.notice}”"


@dataclass(frozen=True, slots=True)
class _Told:
    """One telling, looked at by itself."""

    telling: Telling
    theatre: Known | None

    def faults(self) -> Iterator[str]:
        yield from self._words()
        yield from self._source()
        yield from self._values()

    def _values(self) -> Iterator[str]:
        one = self.telling
        listed = (("kind", one.kind, kinds()), ("cue_type", one.cue_type, (None, *CUE_TYPES)))
        for name, found, known in (*listed, ("knowledge", one.knowledge, KNOWLEDGE)):
            if found not in known:
                yield f"there is no {name} {found}"
        yield from (f"there is no note {note}" for note in one.notes if note not in NOTES)
        yield from (f"there is no slot {role}" for role in one.slots if role not in ROLES)
        yield from (f"there is no metric {count.metric}" for count in one.quantities if count.metric not in METRICS)
        if one.stance and str(one.stance) != "affirms/asserted" and not (one.stance.cues or one.cue):
            yield "no words show its stance: mark them `h`"

    def _words(self) -> Iterator[str]:
        one = self.telling
        for part in one.pieces:
            if EDGE.search(part.text):
                yield f"content begins or ends with white space or a stop: “{part.text[:20]} … {part.text[-20:]}”"
            for other, name in ((one.cue, "cue"), (one.chain.claimant and one.chain.claimant.span, "claimant")):
                if isinstance(other, Span) and part.overlaps(other):
                    yield f"{name} “{other.text}” stands within the content: mark the content in two pieces"
        for span in (one.cue, *(source.span for source in one.chain.sources)):
            if span and LOOSE.search(span.text):
                yield f"“{span.text}” begins or ends with white space or a stop"
        if one.cue and len(one.cue.text) > 40:
            yield f"the cue “{one.cue.text}” is long: only the words that attribute"

    def _source(self) -> Iterator[str]:
        one = self.telling
        if one.voice is Voice.OUTLET and (one.cue or one.chain.relays):
            yield "in the outlet's own voice there is no cue and no relay"
        if one.voice is Voice.UNNAMED and not one.cue:
            yield "with nobody named there must be a cue"
        for source in one.chain.sources:
            if source.span and POSSESSOR.search(source.span.text) and "‘" not in source.span.text:
                yield f"source “{source.span.text}” holds a possessive or a preposition"
            yield from _known(self.theatre, source.party, source.actor)
        for slot in one.slots.values():
            yield from _known(self.theatre, slot.get("party"), slot.get("actor"))


def _known(theatre: Known | None, party: str | None, actor: str | None) -> Iterator[str]:
    if theatre and party not in (None, "none", *theatre.parties):
        yield f"there is no party {party}"
    if theatre and actor is not None and actor not in theatre.actors:
        yield f"there is no actor {actor}"


def _tellings(one: Labelled, theatre: Known | None) -> Iterator[str]:
    if not one.tellings:
        yield "nothing is told"
    seen: dict[str, str] = {}
    marked = {mention.place.span for mention in one.places}
    for label, telling in one.tellings.items():
        yield from (f"{label}: {fault}" for fault in _Told(telling, theatre).faults())
        if telling.answers == telling.id:
            yield f"{label}: it answers itself"
        for place in telling.all_places:
            if place.span not in marked:
                yield f"{label}: its place “{place.written}” is none of the places marked"
        if telling.id in seen:
            yield f"{label}: is the same telling as {seen[telling.id]}"
        seen[telling.id] = label


def _mentions(one: Labelled, theatre: Known | None) -> Iterator[str]:
    for mention in one.places:
        place = mention.place
        if mention.type not in TYPES:
            yield f"there is no type of place {mention.type}"
        ids = place.candidates
        if theatre and (strange := [name for name in ids if name not in theatre.places]):
            yield f"“{place.written}”: the gazetteer has no {', '.join(strange)}"
        elif (
            theatre
            and ids
            and any((theatre.places[name] == "area") is not (place.state is PlaceState.AREA) for name in ids)
        ):
            yield f"“{place.written}”: an area is marked `area`, a settlement `settlement`"
    for layer, known in REMARKS.items():
        for remark in one.remarks[layer]:
            if not known(remark.value):
                yield f"“{remark.span.text}”: {layer} has no value {remark.value or '(none)'}"


def _blanks(one: Labelled) -> Iterator[str]:
    """Labels that stand on white space alone."""
    remarks = (remark.span for found in one.remarks.values() for remark in found)
    told = (span for telling in one.tellings.values() for span in telling.spans())
    places = (mention.place.span for mention in one.places if mention.place.span)
    blank = {span for span in (*remarks, *told, *places) if not span.text.strip()}
    yield from (f"a label at {span.start} stands on no words" for span in sorted(blank))


def _unmarked(one: Labelled, theatre: Known | None) -> Iterator[str]:
    """Words that are marked in one place and not in another, or that the theatre says are to be marked."""
    places = [mention.place.span for mention in one.places if mention.place.span]
    names = {span.text for span, mention in zip(places, one.places, strict=True) if mention.type == "settlement"}
    yield from _missed(one, names, places, "place", exact=True)
    yield from _missed(
        one, theatre.loaded if theatre else (), [remark.span for remark in one.remarks["loaded"]], "loaded word"
    )
    senses = {form for word in SENSES for form in (word, word + "s")}
    yield from _missed(one, senses, [remark.span for remark in one.remarks["senses"]], "word with senses")


def _missed(
    one: Labelled, words: Iterable[str], spans: Sequence[Span], what: str, *, exact: bool = False
) -> Iterator[str]:
    longest = sorted(words, key=len, reverse=True)
    if not longest:
        return
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", 0 if exact else re.I)
    for match in pattern.finditer(one.report.text):
        if not any(span.start <= match.start() and match.end() <= span.end for span in spans):
            yield f"{what} “{match.group()}” at {match.start()} is not marked"
