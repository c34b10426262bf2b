"""Where the marks of a place's lanes stand: days side by side, a lane for each claimant, nothing over anything else.

Only days that a mark begins or ends on have a column. Marks of one lane that look the same are drawn as one.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from counterclaim.drawing.words import wrapped
from counterclaim.views.control import Control, Lane, Mark
from counterclaim.views.tracing import counted

MARGIN, LABEL = 14, 158  # around the picture, and width of the names of lanes
WIDE, NARROW, APART, BREAK = 75, 40, 4, 13  # columns of days, room between them, and where days are left out
WHOLE, WIDEST = 950, 140  # width that few columns may fill, and of one of them
ROOM, TOP, LEADING, SMALL = 6, 22, 12, 9.5  # margin of a box, height of its first line, of others, size of letters
GAP, PAD = 4, 5  # between boxes, and around those of a lane
BAND, NAME = 20, 11.5  # height of a party's band, size of a lane's name
VERBS = {
    "control_held": "holds", "control_changed": "taken", "withdrawal": "withdrawal", "encirclement": "encircled",
    "assault_advance": "attack",
}  # fmt: skip
BASES = {"when": "day claimed", "said": "day said", "report": "report’s day", None: ""}
STANCES = {"denies": "denied", "doubts": "doubted", "conditional": "on a condition"}
PLAIN = ("affirms", "asserted")


@dataclass(frozen=True, slots=True)
class Column:
    """A day, or None for marks without one, from `x` on; `skipped` are the days left out before it."""

    day: date | None
    x: float
    width: float
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Box:
    """Marks of one lane that look the same, with their left upper corner at `x`, `y` of the picture's body.

    `lines` are those below the first, each with its style: "", or "muted".
    """

    marks: tuple[Mark, ...]
    x: float
    y: float
    width: float
    lines: tuple[tuple[str, str], ...]

    @property
    def mark(self) -> Mark:
        """The one that stands for all."""
        return self.marks[0]

    @property
    def height(self) -> float:
        """With all lines."""
        return TOP + LEADING * len(self.lines) + (3 if self.lines else 0)


@dataclass(frozen=True, slots=True)
class Row:
    """A lane: its number from 1 on, its boxes, the lines of its name, its place in the picture's body."""

    number: int
    lane: Lane
    name: tuple[str, ...]
    boxes: tuple[Box, ...]
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Plan:
    """All places, from 0, 0 at the left upper corner of the picture's body; `bands` are parties' names with their y."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    bands: tuple[tuple[str, float], ...]
    width: float
    height: float


def plan(control: Control) -> Plan:
    """The places of all lanes and marks."""
    columns = _columns(control.marks)
    rows, bands, y = [], [], 0.0
    before: Any = object()
    for number, lane in enumerate(control.lanes, 1):
        if lane.claimant.party != before:
            before = lane.claimant.party
            bands.append((control.party(before), y))
            y += BAND
        row = _row(number, lane, columns, y)
        rows.append(row)
        y += row.height
    right = columns[-1].x + columns[-1].width if columns else MARGIN + LABEL
    return Plan(tuple(columns), tuple(rows), tuple(bands), right + MARGIN, y)


def _columns(marks: Sequence[Mark]) -> list[Column]:
    days = sorted({day for mark in marks for day in (mark.days.first, mark.days.last) if day})
    full = {mark.days.first for mark in marks if mark.days.first == mark.days.last}
    found: list[Column] = []
    room = (WHOLE - MARGIN - LABEL - (len(days) - len(full - {None})) * (NARROW + BREAK)) / max(1, len(full)) - BREAK
    wide = min(WIDEST, max(WIDE, room))
    x = float(MARGIN + LABEL)
    for day in (*days, *([None] if None in full else [])):
        last = found[-1].day if found else None
        skipped = (day - last).days - 1 if day and last else 0
        x += BREAK if skipped else APART
        found.append(Column(day, x, wide if day in full else NARROW, skipped))
        x += found[-1].width
    return found


def _row(number: int, lane: Lane, columns: Sequence[Column], y: float) -> Row:
    at = {column.day: place for place, column in enumerate(columns)}
    lines: list[list[tuple[int, int, Box]]] = []
    for marks in _alike(lane.marks):
        first, last = at[marks[0].days.first], at[marks[0].days.last]
        box = _box(marks, columns[first], columns[last])
        line = next((one for one in lines if all(last < other[0] or other[1] < first for other in one)), None)
        if line is None:
            lines.append(line := [])
        line.append((first, last, box))
    name = tuple(wrapped(lane.claimant.label, LABEL - 12, NAME, lines=4, bold=True))
    boxes, top = [], y + PAD
    for line in lines:
        boxes += [replace(box, y=top) for _, _, box in line]
        top += max(box.height for _, _, box in line) + GAP
    height = max(top - y - GAP + PAD, len(name) * NAME * 1.3 + 2 * PAD)
    return Row(number, lane, name, tuple(boxes), y, height)


def _alike(marks: Iterable[Mark]) -> list[tuple[Mark, ...]]:
    """Marks that look the same, together; each where the first of them stands."""
    found: dict[Any, list[Mark]] = {}
    for mark in marks:
        holder = mark.holder
        look = (
            mark.days.first, mark.days.last, mark.days.basis, mark.kind, holder and (holder.key, bool(holder.inferred)),
            mark.polarity, mark.certainty, mark.doubtful, bool(mark.part),
        )  # fmt: skip
        found.setdefault(look, []).append(mark)
    return [tuple(group) for group in found.values()]


def _box(marks: tuple[Mark, ...], first: Column, last: Column) -> Box:
    width = last.x + last.width - first.x
    return Box(marks, first.x, 0.0, width, tuple(_lines(marks, width - 2 * ROOM)))


def _lines(marks: tuple[Mark, ...], room: float) -> Iterator[tuple[str, str]]:
    mark = marks[0]
    for word in (mark.polarity, mark.certainty):
        if word not in PLAIN:
            yield from _wrapped(STANCES.get(word, word), room)
    if mark.part:
        parts = {(one.part or "").casefold() for one in marks}
        yield from _wrapped(f"“{mark.part}”" if len(parts) == 1 else "parts of it", room)
    if mark.doubtful:
        yield from _wrapped("elsewhere?", room)
    claims = {one.claim for one in marks}
    reports = {name for one in marks for name in one.told_in}
    counts = [counted(len(claims), "claim")] if len(claims) > 1 else []
    counts += [counted(len(reports), "report")] if len(reports) > 1 else []
    for word in (BASES[mark.days.basis], *counts):
        if word:
            yield word, "muted"


def _wrapped(word: str, room: float) -> Iterator[tuple[str, str]]:
    return ((line, "") for line in wrapped(word, room, SMALL, lines=2))


def letters(control: Control) -> Mapping[str, str]:
    """What stands for each party that holds the place by some mark, no two the same."""
    held = sorted({mark.holder.party for mark in control.marks if mark.holder and mark.holder.party})
    for size in range(1, 1 + max(map(len, held), default=0)):
        found = {name: name[:size].upper() for name in held}
        if len(set(found.values())) == len(held):
            return found
    return {name: name.upper() for name in held}
