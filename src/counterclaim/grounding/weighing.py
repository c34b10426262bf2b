"""Weighs the places that a name may mean: points that add up, each with the reason it is given for."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log10

from counterclaim.grounding.evidence import Evidence
from counterclaim.theatres.gazetteer import Gazetteer, Named, distance
from counterclaim.theatres.rows import PlaceRow

MARGIN = 12  # points by which the first must lead, else the name is ambiguous
FLOOR, LIKELY = 0, 30  # points that a place has at least, if it is meant; and if it is only nearly called so
NAME, NEARLY, CURRENT, PRESS = 20, 10, 5, 15  # a name; but for its ending; today’s; a spelling of the press
SAME_NOUN, OTHER_NOUN = 10, -15  # "the village of X" and a village; and a city
EXPLICIT, ELSEWHERE = 60, -60  # the area named beside it, and another one
SHARED, UNSHARED = 40, -20  # the area named at the end of its list, and another one
AROUND, MENTIONED = 30, 15  # an area named in a sentence with it, and one named elsewhere in the report
NEAR = ((10, 30), (20, 25), (40, 18), (60, 12), (100, 6), (150, 3))  # km to the nearest sure place, and points for it
TOGETHER = ((20, 20), (60, 8), (150, 0))  # km to a sure place of the same sentence
NEXT_TO = ((15, 45), (40, 25), (80, 5))  # km to a place that it is said to be near, or south of
NOT_NEXT_TO = -20
AXIS = ((40, 25), (60, 15), (100, 5))  # km to the town that its sentence's direction of the front is called after
OFF_AXIS = -10
APART = -5  # from every sure place of its sentence
FAR, FAR_AWAY = 300, -15
WIDE = 120  # km between the sure places from which nearness says less: half as much
FOUGHT_OVER, NO_GROUND_WAR = 10, -30
SIZE = 8  # for each tenfold of a hundred people
GREAT = 20_000  # people of a town that is spoken of from afar
CAPITAL = 40
SAME_PLACE = 20
EQUATED = 50  # two names said to be one place's
NOUN_OF = {  # the words for settlements that go with a category
    "city": ("city", "town"), "town": ("city", "town", "settlement"), "village": ("village", "settlement", "hamlet"),
    "settlement": ("settlement", "town", "village", "townlet"),
}  # fmt: skip
WORDS_FOR = frozenset(word for words in NOUN_OF.values() for word in words)
ANCHORS = 200  # sure places that nearness is measured to


@dataclass(frozen=True, slots=True)
class Weighed:
    """A place with its points and the reasons for them."""

    place: PlaceRow
    points: int
    reasons: tuple[str, ...]
    is_known: bool = False  # by that very name, to readers of the press
    is_called: bool = True  # by that very name, or a form of it

    @property
    def is_likely(self) -> bool:
        """Whether more speaks for it than against it; and more than that its name is nearly the same."""
        famous = self.is_known and (self.place.population or 0) >= GREAT
        return famous or self.points >= (FLOOR if self.is_called else LIKELY)


class Scales:
    """Weighs the candidates of names by the evidence of one report; `loosely` spelt names may have another ending."""

    def __init__(self, places: Gazetteer, evidence: Evidence, *, loosely: bool) -> None:
        self._places = places
        self._evidence = evidence
        self._loosely = loosely
        sure = list({place.id: place for place in evidence.sure.values()}.values())[:ANCHORS]
        self._sure = [(place, point[0]) for place in sure if (point := places.point(place))]
        spread = _spread([at for _, at in self._sure])
        self._is_wide = spread > WIDE

    def weighed(self, key: str, named: Iterable[Named]) -> list[Weighed]:
        """The candidates of the name with that key, the heaviest first."""
        found = [self._one(key, one) for one in named]
        return sorted(found, key=lambda one: (-one.points, -(one.place.population or 0), one.place.id))

    def _one(self, key: str, one: Named) -> Weighed:
        given = [
            *self._by_name(one), *self._by_noun(key, one.place), *self._by_area(key, one.place),
            *self._by_nearness(key, one.place), *self._by_theatre(key, one.place), *self._by_size(one.place),
        ]  # fmt: skip
        if any(place.id == one.place.id and _is_other(name, key) for name, place in self._evidence.sure.items()):
            given.append((SAME_PLACE, "the report names it otherwise too"))
        if one.place.id in self._evidence.equated.get(key, ()):
            given.append((EQUATED, "the report says that both names are this place’s"))
        said = tuple(f"{reason} ({points:+d})" for points, reason in given if points)
        exact = one.near == 1.0
        known = one.is_alias and exact
        return Weighed(one.place, sum(points for points, _ in given), said, known, exact or self._loosely)

    def _by_name(self, one: Named) -> Iterable[tuple[int, str]]:
        yield (NAME if one.near == 1.0 else round(NEARLY * one.near)), one.how
        if one.is_alias:
            yield PRESS, "a spelling of the press"
        elif one.is_current:
            yield CURRENT, "its name today"

    def _by_noun(self, key: str, place: PlaceRow) -> Iterable[tuple[int, str]]:
        for noun in (noun for noun in self._evidence.nouns.get(key, ()) if noun in WORDS_FOR):
            fits = noun in NOUN_OF.get(place.category, ())
            if fits or (place.category == "village") != (noun == "village"):
                yield (SAME_NOUN if fits else OTHER_NOUN), f"the report calls it a {noun}, it is a {place.category}"

    def _by_area(self, key: str, place: PlaceRow) -> Iterable[tuple[int, str]]:
        above = self.lies_in(place)
        beside = self._evidence.beside.get(key, ())
        if beside:
            into = _of(above, beside)
            yield (
                (EXPLICIT, f"it lies in {into[0]}, named beside it")
                if into
                else (
                    ELSEWHERE,
                    "it does not lie in the area named beside it",
                )
            )
            return
        listed = self._evidence.listed.get(key, frozenset())
        if shared := _of(above, listed):
            yield SHARED, f"it lies in {shared[0]}, named behind its list"
            return
        if listed:
            yield UNSHARED, "it does not lie in the area named behind its list"
        if shared := _of(above, self._evidence.around.get(key, ())):
            yield AROUND, f"it lies in {shared[0]}, named in one sentence with it"
        elif shared := _of(above, self._evidence.areas):
            yield MENTIONED, f"it lies in {shared[0]}, named in the report"

    def lies_in(self, place: PlaceRow) -> dict[str, str]:
        """The areas it lies in, by id, the smallest first: those above it, each with the regions it is a part of."""
        found: dict[str, str] = {}
        for area in self._places.above(place):
            found[area.id] = area.name
            for id_, parts in self._evidence.regions.items():
                if area.id in parts and (region := self._places.place(id_)):
                    found.setdefault(id_, region.name)
        return found

    def _by_nearness(self, key: str, place: PlaceRow) -> Iterable[tuple[int, str]]:
        """How far it is from the nearest sure place that is another."""
        point = self._places.point(place)
        if point:
            yield from self._by_axis(key, point[0])
        if point is None or (len(self._sure) < 2 and key in self._evidence.sure):
            return
        others = [(distance(point[0], at), other) for other, at in self._sure if other.id != place.id]
        if not others:
            return
        km, nearest = min(others, key=lambda one: one[0])
        far_away = FAR_AWAY if km > FAR and (place.population or 0) < GREAT else 0
        points = next((points for limit, points in NEAR if km < limit), far_away)
        if self._is_wide and points > 0:
            points = (points + 1) // 2
        yield points, f"some {round(km, -1) or 10:.0f} km from {nearest.name}"
        yield from self._by_sentence(key, place, point[0])

    def _by_sentence(self, key: str, place: PlaceRow, at: tuple[float, float]) -> Iterable[tuple[int, str]]:
        """Places of one sentence are mostly near one another, and what is said to be near is."""
        if nearest := self._nearest(place, at, self._evidence.together.get(key, ())):
            given = next((given for limit, given in TOGETHER if nearest[0] < limit), APART)
            yield given, f"in one sentence with {nearest[1].name}"
        if nearest := self._nearest(place, at, self._evidence.next_to.get(key, ())):
            given = next((given for limit, given in NEXT_TO if nearest[0] < limit), NOT_NEXT_TO)
            yield given, f"said to be near {nearest[1].name}"

    def _by_axis(self, key: str, at: tuple[float, float]) -> Iterable[tuple[int, str]]:
        """Villages of a sentence with "in the Dorn direction" lie near Dorn, or on the way there."""
        towns = [
            (place, point[0]) for place in self._evidence.axes.get(key, ()) if (point := self._places.point(place))
        ]
        if towns:
            km, town = min((distance(at, point), place.name) for place, point in towns)
            yield next((given for limit, given in AXIS if km < limit), OFF_AXIS), f"on the axis of {town}"

    def _nearest(self, place: PlaceRow, at: tuple[float, float], keys: Iterable[str]) -> tuple[float, PlaceRow] | None:
        """The sure place of those names that is nearest, and how far it is; of two as near the first by its id."""
        known = [self._evidence.sure[key] for key in keys if key in self._evidence.sure]
        points = [(point[0], one) for one in known if one.id != place.id and (point := self._places.point(one))]
        found = [(distance(at, point), one) for point, one in points]
        return min(found, key=lambda one: (one[0], one[1].id), default=None)

    def _by_theatre(self, key: str, place: PlaceRow) -> Iterable[tuple[int, str]]:
        if not self._evidence.fought_over:
            return
        above = [area for area in self._places.above(place) if area.id in self._evidence.fought_over]
        if above:
            yield FOUGHT_OVER, f"{above[0].name} is fought over"
        elif key in self._evidence.ground_war and place.name not in self._evidence.capitals:
            yield NO_GROUND_WAR, "no fighting on the ground where it lies"

    def _by_size(self, place: PlaceRow) -> Iterable[tuple[int, str]]:
        people = place.population or 0
        if people >= 1000:
            yield round(SIZE * log10(people / 100)), f"some {_round(people)} people"
        if place.name in self._evidence.capitals:
            yield CAPITAL, "a party’s capital"


def _of(above: Mapping[str, str], named: Collection[str]) -> list[str]:
    """The names of those areas above a place that are named, the smallest first."""
    return [name for id_, name in above.items() if id_ in named]


def _spread(points: Sequence[tuple[float, float]]) -> float:
    """Kilometres between the corners of the box that holds all points."""
    if not points:
        return 0.0
    lats, lons = [lat for lat, _ in points], [lon for _, lon in points]
    return distance((min(lats), min(lons)), (max(lats), max(lons)))


def _is_other(name: str, key: str) -> bool:
    """Whether two keys are of two names, not of one name in two places."""
    return name.partition(" ")[0] != key.partition(" ")[0]


def _round(people: int) -> str:
    digits = len(str(people)) - 2
    return f"{round(people, -digits):,}"
