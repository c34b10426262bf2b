"""Ties the names of places in a report to the gazetteer, or says that it cannot be told which place is meant.

Knows one report at a time: no memory of others. One unresolved name leaves the rest as they are.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from counterclaim.grounding.beside import READ
from counterclaim.grounding.evidence import Evidence, Gathered
from counterclaim.grounding.found import Found
from counterclaim.grounding.mentions import Finder
from counterclaim.grounding.parts import Parts
from counterclaim.grounding.references import References, start_of
from counterclaim.grounding.surroundings import Surroundings, language_of, tokens
from counterclaim.grounding.weighing import FLOOR, MARGIN, Scales, Weighed
from counterclaim.lang.data import rows
from counterclaim.model.mention import Mention, MentionType
from counterclaim.model.place import Candidate, Place, PlaceState
from counterclaim.model.report import Report
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling
from counterclaim.theatres.gazetteer import Gazetteer, gazetteer
from counterclaim.theatres.rows import PlaceRow
from counterclaim.theatres.theatre import Theatre, names, outline

ANCHOR = 60  # km around a sure place in which a name may be misspelt
AXIS_TOWN = 3000  # people of a town that an axis of the front is called after
VOWEL = 0.75  # closeness of two names that differ in a vowel: Novopil, Novopol
NOT_THERE = "no place that is called so lies where the report says"
ONLY_NEARLY = "only nearly called so, and little else speaks for it"
SHOWN = 5  # places that a name may mean: so many are kept
GROUND_WAR = frozenset(("control_held", "control_changed", "assault_advance", "withdrawal", "encirclement"))
NOWHERE = (MentionType.NOT_PLACE, MentionType.DEMONYM, MentionType.METONYM)
NO_THEATRE = Theatre("", "", made_up=False, notice=None, period=None, parties=(), languages=())
INFLECTED = ("ru", "uk")  # languages whose names take endings
PASSES = 2  # what is sure after the first makes others sure


@dataclass(frozen=True, slots=True)
class Asked:
    """A text to ground: its language, its theatre, where a reader saw places, and of which fighting is told there."""

    text: str
    language: str | None = None
    theatre: str | Path | None = "ukraine"
    hints: Sequence[tuple[int, int]] = ()
    ground_war: Sequence[tuple[int, int]] = ()


def mentions(asked: Asked) -> list[Mention]:
    """The places that a text names, and what looks like one, in its order. Raises TheatreError for no theatre."""
    return Grounding(asked).mentions()


def asked_of(made: Report, tellings: Sequence[Telling]) -> Asked:
    """What is to be grounded of a report: its text, where its tellings have places, and where fighting is told."""
    places = {
        (place.span.start, place.span.end): telling.kind
        for telling in tellings
        for place in (telling.place, *telling.places)
        if place and place.span
    }
    fighting = tuple(span for span, kind in places.items() if kind in GROUND_WAR)
    return Asked(made.text, made.language, made.theatre if made.theatre in names() else None, tuple(places), fighting)


def grounded(tellings: Iterable[Telling], found: Sequence[Mention]) -> Iterator[Telling]:
    """The tellings with their places as the mentions of the same words have them; as they are where there are none."""
    if not found:
        yield from tellings
        return
    by_word = {at: one for one in found if one.place.span for at in range(one.place.span.start, one.place.span.end)}
    towns = [one.place for one in found if one.type is MentionType.SETTLEMENT]
    for telling in tellings:
        place = _placed(telling, telling.place, by_word)
        if place and place.state is PlaceState.AREA and not telling.places:
            place = _lying_in(telling.report, place, towns) or place
        every = tuple(one for each in telling.places if (one := _placed(telling, each, by_word)))
        yield replace(telling, place=place, places=every)


def _placed(telling: Telling, place: Place | None, by_word: Mapping[int, Mention]) -> Place | None:
    """A telling's place as its mention has it; no whole country that only another sentence names: it is too wide."""
    made = _as_mentioned(place, by_word)
    if made is None or made.span is None or telling.sentence.contains(made.span):
        return made
    country = made.state is PlaceState.AREA and made.id is not None and not made.within
    return None if country and made.written.removeprefix("the ")[0].isupper() else made  # "eastern Vardia" stays


def _as_mentioned(place: Place | None, by_word: Mapping[int, Mention]) -> Place | None:
    """A place as the mention that shares words with it has it, in its own words.

    None where it turns out to be none: a person's name, or one that nothing in the text makes a place.
    """
    if place is None or place.span is None:
        return place
    meant = next((by_word[at] for at in range(place.span.start, place.span.end) if at in by_word), None)
    if meant is None:
        return None if any(word[0].isupper() for word in place.written.split() if word[0].isalpha()) else place
    if meant.type in NOWHERE:
        return None
    return replace(meant.place, written=place.written, span=place.span)


def _lying_in(report: Report, area: Place, towns: Sequence[Place]) -> Place | None:
    """The settlement of which `area` says where it lies: "Dorn, a town in the Halm region"; it is the more exact."""
    before = [one for one in towns if one.span and area.span and one.span.end <= area.span.start]
    nearest = max(before, key=lambda one: one.span.end if one.span else 0, default=None)
    if nearest is None or nearest.span is None or area.span is None:
        return None
    words = rows(language_of(report.language), "places")
    joining = {word for name in ("articles", "settlement", "within") for word in words[name]["words"]}
    between = report.text[nearest.span.end : area.span.start].casefold()
    joined = between.replace(",", " ").split()
    return nearest if between.lstrip().startswith(",") and joined and set(joined) <= joining else None


class Grounding:
    """The places of one text."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        theatre = outline(asked.theatre) if asked.theatre else NO_THEATRE
        self._places = gazetteer(asked.theatre) if asked.theatre else Gazetteer((), (), ())
        self._fought_over = theatre.fought_over
        self._regions = theatre.regions
        self._capitals = frozenset(name for party in theatre.parties for name in party.short)
        said = theatre.notice or ""
        head = asked.text.find(said) + len(said) if said and said in asked.text[: 2 * len(said)] else 0
        words = [word for word in tokens(asked.text) if word.start >= head]
        self._around = Surroundings(asked.text, words, language_of(asked.language))
        self._found = Finder(self._around, self._places, theatre.parties, asked.hints).found()
        self._gathered = Gathered(self._around, self._found)

    def mentions(self) -> list[Mention]:
        """All mentions in the order of the text, those that refer to an earlier one among them."""
        weighed = self._weighed
        made = [self._mention(one, weighed.get(self._gathered.keys[one], [])) for one in self._found]
        parts = [self._part(one) for one in self._found if one.part]
        parts += Parts(self._around).found()
        references = References(self._around, self._places, made, self._capitals).found()
        return sorted([*made, *parts, *references], key=start_of)

    @cached_property
    def _weighed(self) -> dict[str, list[Weighed]]:
        """The candidates of each name, weighed: all mentions of one name mean one place."""
        groups = self._gathered.groups
        evidence = self._gathered.evidence(self._asked.ground_war, self._fought_over, self._regions, self._capitals)
        evidence = replace(evidence, axes=self._gathered.axes(self._axis_town))
        weighed: dict[str, list[Weighed]] = {}
        for _ in range(PASSES):
            scales = self._scales(evidence)
            firm = {key: held for key, held in weighed.items() if _is_clear(held) and held[0].is_known}
            weighed = {key: firm.get(key) or scales.weighed(key, ones[0].named) for key, ones in groups.items()}
            sure = {key: one[0].place for key, one in weighed.items() if _is_clear(one)}
            near = {key: place for key, place in sure.items() if place.name not in self._capitals}
            evidence = replace(evidence, sure=near)  # a capital is named too often to be near
        weighed |= self._otherwise_spelt(groups, evidence, weighed)
        return weighed | self._misspelt(groups, evidence, weighed)

    def _scales(self, evidence: Evidence, *, loosely: bool = False) -> Scales:
        loosely = loosely or language_of(self._asked.language) in INFLECTED
        return Scales(self._places, evidence, loosely=loosely)

    def _otherwise_spelt(
        self, groups: Mapping[str, Sequence[Found]], evidence: Evidence, weighed: Mapping[str, Sequence[Weighed]]
    ) -> dict[str, list[Weighed]]:
        """Names of which no place lies where the report says, with those a vowel away that do: Novopil, Novopol."""
        scales = self._scales(evidence, loosely=True)
        found: dict[str, list[Weighed]] = {}
        for key, ones in groups.items():
            said = {*(evidence.beside.get(key) or evidence.listed.get(key) or ())}
            if said and not any(said & scales.lies_in(one.place).keys() for one in weighed[key]):
                every = (one for one in self._places.named(ones[0].name) if one.place.type == "settlement")
                there = [one for one in every if one.near >= VOWEL and said & scales.lies_in(one.place).keys()]
                found |= {key: scales.weighed(key, there)} if there else {}
        return found

    def _misspelt(
        self, groups: Mapping[str, Sequence[Found]], evidence: Evidence, weighed: Mapping[str, Sequence[Weighed]]
    ) -> dict[str, list[Weighed]]:
        """Names the gazetteer does not have, read as a place: those nearly so called near a sure place, or area."""
        asked = [key for key, ones in groups.items() if not weighed[key] and any(READ in one.evidence for one in ones)]
        if not asked:
            return {}
        anchors = [point for place in evidence.sure.values() if (point := self._places.point(place))]
        anchors += [point for one in self._found if (point := self._anchor(one))]
        around = self._places.around([point for point, _ in anchors], ANCHOR)
        scales = self._scales(evidence, loosely=True)
        return {key: scales.weighed(key, self._places.near_misses(groups[key][0].name, around)) for key in asked}

    def _anchor(self, one: Found) -> tuple[tuple[float, float], bool] | None:
        """Where the town lies that an area of the front is called after: "the Dorn direction"."""
        town = self._town(one)
        return self._places.point(town) if town else None

    def _town(self, one: Found) -> PlaceRow | None:
        """The town that an area of the front is called after."""
        if one.type is not MentionType.AREA or one.noun != "direction" or not one.name:
            return None
        named = [other for other in self._places.named(one.name) if other.place.type == "settlement"]
        best = max(named, key=lambda other: (other.near, other.place.population or 0), default=None)
        return best.place if best else None

    def _axis_town(self, one: Found) -> PlaceRow | None:
        """That town, where it is so large that an axis is called after it, and not after a namesake."""
        town = self._town(one)
        return town if town and (town.population or 0) >= AXIS_TOWN else None

    def _mention(self, one: Found, weighed: Sequence[Weighed]) -> Mention:
        span = self._span(one.start, one.end)
        if one.type is MentionType.AREA:
            return Mention(one.type, self._area(one, span))
        if one.type is not MentionType.SETTLEMENT:
            return Mention(one.type, Place(span.text, span, PlaceState.UNRESOLVED))
        return Mention(one.type, replace(self._settlement(span, weighed), part=one.part))

    def _settlement(self, span: Span, weighed: Sequence[Weighed]) -> Place:
        if not weighed:
            why = ("no place of the gazetteer is called so",)
            return Place(span.text, span, PlaceState.UNRESOLVED, reasons=why)
        best = weighed[0]
        kept = weighed[1:SHOWN] if _is_clear(weighed) else _kept(weighed)
        others = tuple(Candidate(one.place.id, _full_name(self._places, one.place), one.reasons) for one in kept)
        if not best.is_likely:
            why = (NOT_THERE if best.points < FLOOR else ONLY_NEARLY,)
            return Place(span.text, span, PlaceState.UNRESOLVED, reasons=why, alternatives=others)
        if not _is_clear(weighed):
            why = (f"{len(weighed)} places may be meant, none {MARGIN} points ahead of the next",)
            return Place(span.text, span, PlaceState.AMBIGUOUS, reasons=why, alternatives=others)
        return _resolved(self._places, span, best, others)

    def _area(self, one: Found, span: Span) -> Place:
        best = max(one.named, key=lambda each: (each.near, each.place.category == "country"), default=None)
        if best is None:
            return Place(span.text, span, PlaceState.AREA, reasons=("named by its words alone",))
        above = tuple(area.name for area in self._places.above(best.place))
        return Place(
            span.text, span, PlaceState.AREA, best.place.id, best.place.name, above, precision="area",
            reasons=(best.how,),
        )  # fmt: skip

    def _part(self, one: Found) -> Mention:
        word = self._around.words[one.first - 1]
        span = self._span(word.start, word.end)
        return Mention(MentionType.PART, Place(span.text, span, PlaceState.UNRESOLVED))

    def _span(self, start: int, end: int) -> Span:
        return Span(start, end, self._asked.text[start:end])


def _is_clear(weighed: Sequence[Weighed]) -> bool:
    """Whether the first is likely, and leads by the margin."""
    leads = len(weighed) == 1 or (len(weighed) > 1 and weighed[0].points - weighed[1].points >= MARGIN)
    return leads and weighed[0].is_likely


def _kept(weighed: Sequence[Weighed]) -> list[Weighed]:
    """The likeliest, and the largest one, which a reader would think of first."""
    kept = [one for one in weighed if one.points > weighed[0].points - 3 * MARGIN][:SHOWN]
    largest = max(weighed, key=lambda one: one.place.population or 0)
    return kept if largest in kept else [*kept, largest]


def _full_name(places: Gazetteer, place: PlaceRow) -> str:
    above = [area.name for area in places.above(place) if area.category in ("raion", "oblast", "region")]
    return ", ".join([place.name, *above])


def _resolved(places: Gazetteer, span: Span, best: Weighed, others: tuple[Candidate, ...]) -> Place:
    place = best.place
    above = tuple(area.name for area in places.above(place) if area.category != "hromada")
    return Place(
        span.text, span, PlaceState.RESOLVED, place.id, place.name, above, lat=place.lat, lon=place.lon,
        precision=None if place.lat is None else "settlement", reasons=best.reasons, alternatives=others,
    )  # fmt: skip
