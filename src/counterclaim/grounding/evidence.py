"""What a report itself says about where its places lie: areas, neighbours, other names, fighting on the ground."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from counterclaim.grounding.found import Found
from counterclaim.grounding.lists import Lists
from counterclaim.grounding.surroundings import Surroundings
from counterclaim.lang.name_key import sounds
from counterclaim.model.mention import MentionType
from counterclaim.reading.overlaps import overlap
from counterclaim.theatres.rows import PlaceRow

SETTLEMENT, AREA = MentionType.SETTLEMENT, MentionType.AREA
UNKNOWN = "unknown"  # an area that the gazetteer does not have
EQUATING = 3  # words between two names of one place


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a report says that bears on its names, each known by its key (`Gathered.keys`).

    `areas` are the ids of those named, `beside` of those named right behind a name, `listed` of those behind the list
    it stands in, `around` of those named in a sentence with it; `axes` the towns that the direction of the front named
    with it is called after; `equated` the ids of places said to have both names; `next_to` the keys of names it is said
    to be near, `together` of those in a sentence with it; `nouns` the words it is called by ("village"); `ground_war`
    the names of which fighting on the ground is told.
    `sure` are the places no doubt is left about. Of the theatre: `fought_over` the ids of areas with such fighting,
    `regions` the ids of areas that a region consists of, by its own; `capitals` the names that stand for a party.
    """

    areas: Collection[str] = ()
    beside: Mapping[str, Collection[str]] = field(default_factory=dict)
    listed: Mapping[str, AbstractSet[str]] = field(default_factory=dict)
    axes: Mapping[str, Collection[PlaceRow]] = field(default_factory=dict)
    around: Mapping[str, Collection[str]] = field(default_factory=dict)
    equated: Mapping[str, Collection[str]] = field(default_factory=dict)
    next_to: Mapping[str, Collection[str]] = field(default_factory=dict)
    together: Mapping[str, Collection[str]] = field(default_factory=dict)
    nouns: Mapping[str, Collection[str]] = field(default_factory=dict)
    ground_war: Collection[str] = ()
    sure: Mapping[str, PlaceRow] = field(default_factory=dict)
    fought_over: Collection[str] = ()
    regions: Mapping[str, Collection[str]] = field(default_factory=dict)
    capitals: Collection[str] = ()


class Gathered:
    """The names of one text and what its words say of them."""

    def __init__(self, around: Surroundings, found: Sequence[Found]) -> None:
        self._around = around
        self._found = found

    @cached_property
    def groups(self) -> dict[str, list[Found]]:
        """The settlements named, by key."""
        found: dict[str, list[Found]] = defaultdict(list)
        for one in self._found:
            if one.type is SETTLEMENT:
                found[self.keys[one]].append(one)
        return found

    def evidence(
        self,
        ground_war: Sequence[tuple[int, int]],
        fought_over: Collection[str],
        regions: Mapping[str, Collection[str]],
        capitals: Collection[str],
    ) -> Evidence:
        """What the words say; `ground_war` are the spans of places where a telling has fighting on the ground."""
        beside: dict[str, set[str]] = defaultdict(set)
        equated: dict[str, set[str]] = defaultdict(set)
        next_to: dict[str, set[str]] = defaultdict(set)
        for one, other in pairwise(self._found):
            if areas := self._areas_beside(one, other):
                beside[self.keys[one]] |= areas
            if not one.type is other.type is SETTLEMENT:
                continue
            if self._equates(one, other):
                shared = {each.place.id for each in one.named} & {each.place.id for each in other.named}
                equated[self.keys[one]] |= shared
                equated[self.keys[other]] |= shared
            elif self._around.joined(one.last, other.first, "beside"):
                next_to[self.keys[one]].add(self.keys[other])
        return Evidence(
            areas={area for one in self._found if one.type is AREA for area in self._reach(one)},
            beside=beside,
            listed=self._listed(),
            around=self._areas_around(),
            equated=equated,
            next_to=next_to,
            together=self._together(),
            nouns={key: dict.fromkeys(one.noun for one in ones if one.noun) for key, ones in self.groups.items()},
            ground_war={self.keys[one] for one in self._found if _is_any(one, ground_war)},
            fought_over=fought_over,
            regions=regions,
            capitals=capitals,
        )

    def _listed(self) -> dict[str, set[str]]:
        """The areas behind the list that each name stands in."""
        found: dict[str, set[str]] = defaultdict(set)
        for one, area in Lists(self._around, self._found).shared():
            found[self.keys[one]] |= set(self._reach(area))
        return {key: areas for key, areas in found.items() if areas}

    def axes(self, town: Callable[[Found], PlaceRow | None]) -> dict[str, list[PlaceRow]]:
        """Of each name, the towns that directions of the front are called after, as `town` knows them."""
        found: dict[str, list[PlaceRow]] = defaultdict(list)
        for one, area in Lists(self._around, self._found).axes():
            if place := town(area):
                found[self.keys[one]].append(place)
        return found

    def _together(self) -> dict[str, set[str]]:
        """Of each name, the others that stand in one sentence with it."""
        by_sentence: dict[int, set[str]] = defaultdict(set)
        for key, ones in self.groups.items():
            for one in ones:
                by_sentence[self._around.sentence(one.start)].add(key)
        found: dict[str, set[str]] = defaultdict(set)
        for keys in by_sentence.values():
            for key in keys:
                found[key] |= keys - {key}
        return found

    def _areas_around(self) -> dict[str, set[str]]:
        """Of each name, the areas named in a sentence with it."""
        by_sentence: dict[int, set[str]] = defaultdict(set)
        for one in self._found:
            if one.type is AREA:
                by_sentence[self._around.sentence(one.start)].update(self._reach(one))
        return {
            key: set().union(*(by_sentence.get(self._around.sentence(one.start), ()) for one in ones))
            for key, ones in self.groups.items()
        }

    @cached_property
    def keys(self) -> dict[Found, str]:
        """The name of each mention, by its sound: one name is one place, unless it is put into two places."""
        put = {one: where for one, other in pairwise(self._found) if (where := self._put(one, other))}
        several: dict[str, set[str]] = defaultdict(set)
        for one, where in put.items():
            several[sounds(one.name)].add(where)
        last: dict[str, str] = {}
        found = {}
        for one in self._found:
            sound = sounds(one.name)
            if len(several[sound]) > 1 and one in put:
                last[sound] = f"{sound} {put[one]}"
            found[one] = last.get(sound, sound)
        return found

    def _put(self, one: Found, other: Found) -> str:
        """The areas, or the other name, that a settlement's name is said to lie in or near; empty for none."""
        if areas := self._areas_beside(one, other):
            return " ".join(sorted(areas))
        both = one.type is other.type is SETTLEMENT
        return sounds(other.name) if both and self._around.joined(one.last, other.first, "beside") else ""

    def _areas_beside(self, one: Found, other: Found) -> set[str]:
        """The areas that a mention behind a settlement's puts it into: "Dorn, a town in the Halm region"."""
        puts = one.type is SETTLEMENT and other.type is AREA
        between = self._around.text[one.end : other.start]
        linked = puts and (between in (", ", " (", " ") or self._around.joined(one.last, other.first, "within"))
        unknown = not other.named and other.noun is not None
        return ({UNKNOWN} if unknown else set(self._reach(other))) if linked else set()

    def _reach(self, area: Found) -> Iterator[str]:
        """The areas where what lies in an area is looked for: itself, or the one that a republic claims; no country."""
        for one in area.named:
            if one.place.category != "country":
                yield one.place.id
            if one.place.category == "republic" and one.place.within:
                yield one.place.within

    def _equates(self, one: Found, other: Found) -> bool:
        """Whether the words between two names say that both are one place's: "known as", "(now", "formerly"."""
        between = self._around.text[one.end : other.start]
        words = range(one.last, other.first)
        says = any(self._around.is_of(word, "also_known") for word in words)
        bare = between in (" (", " / ", "/")
        return len(words) <= EQUATING and "." not in between and (says or bare)


def _is_any(one: Found, spans: Sequence[tuple[int, int]]) -> bool:
    return any(overlap((one.start, one.end), span) for span in spans)
