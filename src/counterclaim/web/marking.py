"""A text cut where the words of its tellings begin and end, so that overlapping and nested spans can be shown.

All places are code points of the text as the ledger counts them; tellings are taken in the public shape.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

from counterclaim.printing import places_of

Json = Mapping[str, Any]
CONTENT = "content"
LETTERS = {  # what stands small before the words of a role; a content has its telling's number instead
    "source": "S", "to": "T", "cue": "C", "hedge": "H", "place": "P", "day": "D", "quantity": "N", "loaded": "L",
}  # fmt: skip
ROLES = (CONTENT, *LETTERS)
PART = 24_000  # code points of a text that are shown at one address, for longer ones are slow to draw
REACH = 6_000  # code points back in which the end of a paragraph, or else of a line or word, is looked for


@dataclass(frozen=True, slots=True)
class Mark:
    """Words at `[start, end)` of a text and what they are in a telling."""

    start: int
    end: int
    role: str
    telling: str


@dataclass(frozen=True)
class Segment:
    """A run of a text in which nothing begins or ends: `marks` are all that cover it, the narrowest first.

    `anchors` are the tellings whose words begin here, `badge` what stands small before it.
    """

    start: int
    text: str
    marks: tuple[Mark, ...] = ()
    anchors: tuple[str, ...] = ()
    badge: str = ""

    @property
    def is_words(self) -> bool:
        """Whether it has more than white space, so that there is something to click."""
        return bool(self.text.strip())

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """What it is, in the order of ROLES."""
        found = {mark.role for mark in self.marks}
        return tuple(role for role in ROLES if role in found)

    @cached_property
    def tellings(self) -> tuple[str, ...]:
        """The tellings that it is of, the one with the narrowest words first."""
        return tuple(dict.fromkeys(mark.telling for mark in self.marks))


def marks(line: Json) -> Iterator[Mark]:
    """The words of a telling, with what they are; values that stand nowhere in the text have none."""
    for role, value in _valued(line):
        if value and value.get("start") is not None and value["start"] < value["end"]:
            yield Mark(value["start"], value["end"], role, line["id"])


def _valued(line: Json) -> Iterator[tuple[str, Json | None]]:
    content, stance = line["content"], line["stance"] or {}
    yield from ((CONTENT, part) for part in content.get("parts") or [content])
    yield from (("source", source) for source in line["chain"][1:])
    yield "to", line["addressee"]
    yield "cue", line["cue"]
    yield from (("hedge", cue) for cue in stance.get("cues", ()))
    yield from (("place", place) for place in places_of(line))
    yield from (("day", line[name]) for name in ("said", "when"))
    yield from (("quantity", count) for count in line["quantities"])
    yield from (("loaded", word) for word in line["loaded"])


def begin(line: Json) -> int:
    """Where the content of a telling begins: there its number stands."""
    return int(line["content"]["start"])


def segments(text: str, lines: Mapping[int, Json], start: int = 0, end: int | None = None) -> list[Segment]:
    """The text from `start` to `end`, cut wherever words of `lines` begin or end; joined, they are the text again.

    `lines` are tellings by their number in the report.
    """
    last = len(text) if end is None else min(end, len(text))
    numbers = {line["id"]: number for number, line in lines.items()}
    starts: dict[int, list[str]] = {}
    for line in lines.values():
        starts.setdefault(begin(line), []).append(line["id"])
    openings: dict[int, list[Mark]] = {}
    for mark in (mark for line in lines.values() for mark in marks(line)):
        if mark.start < last and start < mark.end:
            openings.setdefault(max(mark.start, start), []).append(mark)
    ends = {min(mark.end, last) for opened in openings.values() for mark in opened}
    return list(
        _cut(
            text,
            sorted({start, last, *openings, *ends, *(at for at in starts if start <= at < last)}),
            openings,
            _Told(numbers, starts),
        )
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """The numbers of tellings by id, and which of them begin at a place."""

    numbers: Mapping[str, int]
    starts: Mapping[int, list[str]]

    def badge(self, opened: Iterable[Mark], at: int) -> str:
        """Numbers of the tellings that begin at a place, letters of what else begins there."""
        roles = {mark.role for mark in opened if mark.start == at}
        told = sorted(self.numbers[name] for name in self.starts.get(at, ()))
        return " ".join((*map(str, told), *(letter for role, letter in LETTERS.items() if role in roles)))


def _cut(text: str, borders: Sequence[int], openings: Mapping[int, list[Mark]], told: _Told) -> Iterator[Segment]:
    open_: list[Mark] = []
    for here, there in pairwise(borders):
        begun = openings.get(here, [])
        open_ = [mark for mark in (*open_, *begun) if mark.end > here]
        narrow = tuple(sorted(open_, key=lambda mark: (mark.end - mark.start, told.numbers[mark.telling])))
        yield Segment(here, text[here:there], narrow, tuple(told.starts.get(here, ())), told.badge(begun, here))


def parts(text: str, paragraphs: Sequence[tuple[int, int]], most: int = PART) -> list[tuple[int, int]]:
    """`[start, end)` of the parts in which a long text is shown, each up to `most` code points.

    Cut where a paragraph begins, else behind a line or a blank, else wherever `most` is full.
    """
    begins = sorted({start for start, _ in paragraphs})
    cuts = [0]
    while len(text) - cuts[-1] > most:
        cuts.append(_cut_before(text, begins, cuts[-1] + most, least=cuts[-1] + max(1, most - REACH)))
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True))


def _cut_before(text: str, begins: Sequence[int], most: int, least: int) -> int:
    place = bisect_right(begins, most) - 1
    if place >= 0 and begins[place] >= least:
        return begins[place]
    found = max(text.rfind("\n", least, most), -1)
    if found < 0:
        found = text.rfind(" ", least, most)
    return most if found < 0 else found + 1


def part_of(place: int, cut: Sequence[tuple[int, int]]) -> int:
    """The index of the part in which a code point stands."""
    return max(0, bisect_right([start for start, _ in cut], place) - 1)
