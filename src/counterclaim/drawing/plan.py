"""Where everything stands in a picture: days side by side, a lane for each outlet, nothing over anything else.

Every telling has a row of its own, so that an edge that comes to it from the left crosses no other box; edges change
rows in the channel right of the box they come from, where nothing else stands.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from counterclaim.drawing.cards import Card, Size, cards, size_for, unheld
from counterclaim.drawing.words import width
from counterclaim.views import tracing
from counterclaim.views.tracing import Trace

MARGIN = 24
STUB = 26  # the dotted line before a telling of unknown descent
APART = 16  # between two rows
LAST = "9"  # sorts days that are not known behind all others
Column = tuple[str, int]  # a day, and how many steps of the same day lead there
BREAK = 11  # size of the words that tell of days left out


@dataclass(frozen=True, slots=True)
class Placed:
    """A card's box with its left upper corner at `x`, `y`."""

    card: Card
    x: float
    y: float
    width: float

    @property
    def middle(self) -> float:
        """The height at which edges meet it."""
        return self.y + self.card.block.height / 2

    @property
    def right(self) -> float:
        """Its right side."""
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class Day:
    """A stretch of the axis; `skipped` are the days left out before it."""

    label: str
    left: float
    right: float
    skipped: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """All places, from 0, 0 at the left upper corner of the picture's body; `lanes` are top and height."""

    placed: Mapping[str, Placed]
    edges: tuple[tuple[Placed, Placed], ...]
    lanes: tuple[tuple[float, float], ...]
    days: tuple[Day, ...]
    size: Size
    width: float
    height: float


def plan(trace: Trace) -> Plan:
    """The places of a claim's tellings and of the sources that are not held."""
    found, size = cards(trace), size_for(trace)
    roots = [node for node in trace.rooted if node.unheld]
    columns = _columns(found)
    lefts, days, right = _across(columns, found, size, beside=bool(roots))
    placed: dict[str, Placed] = {}
    lanes, y = [], 0.0
    for lane in _lanes(found):
        top = y
        for card in lane:
            y += APART / 2
            upper = y + (card.height - card.block.height) / 2
            placed[card.node.id] = Placed(card, lefts[columns[card.node.id]], upper, size.card)
            y += card.height + APART / 2
        lanes.append((top, y - top))
    bottom = y
    for spot in _unheld_places([unheld(node, size) for node in roots], placed, size):
        placed[spot.card.node.id] = spot
        bottom = max(bottom, spot.y + spot.card.block.height + APART / 2)
    return Plan(placed, tuple(_edges(trace, placed)), tuple(lanes), tuple(days), size, right + MARGIN, bottom)


def _lanes(found: Sequence[Card]) -> list[list[Card]]:
    lanes: dict[str, list[Card]] = {}
    for card in found:
        lanes.setdefault(tracing.outlet(card.node.line or {}), []).append(card)
    return list(lanes.values())


def _columns(flat: Sequence[Card]) -> dict[str, Column]:
    """The column of each telling: its day, and behind the one it derives from where that is of the same day."""
    parents = {child.id: card.node.id for card in flat for child in card.node.children}
    found: dict[str, Column] = {}
    for card in flat:  # each stands before those that derive from it
        day = tracing.day(card.node.line or {}) or LAST
        above = found.get(parents.get(card.node.id, ""))
        found[card.node.id] = (day, above[1] + 1 if above and above[0] == day else 0)
    return found


def _across(
    columns: Mapping[str, Column], flat: Sequence[Card], size: Size, *, beside: bool
) -> tuple[dict[Column, float], list[Day], float]:
    """The left side of each column, the days above them, and where the last ends."""
    lefts: dict[Column, float] = {}
    days: list[Day] = []
    x = float(MARGIN + size.card if beside else MARGIN)
    for at, column in enumerate(sorted(set(columns.values()))):
        of = [card for card in flat if columns[card.node.id] == column]
        skipped = _skipped(days, lefts, column)
        stub = STUB if any(card.loose for card in of) else 0
        room = max(card.before for card in of)
        x += (size.channel if at or beside else 0) + (room + 12 if room else 0) + stub
        x += max(0.0, width(break_words(skipped), BREAK) + 16 - size.channel - room) if skipped else 0
        lefts[column] = x
        if days and days[-1].label == _label(column):
            days[-1] = Day(days[-1].label, days[-1].left, x + size.card, days[-1].skipped)
        else:
            days.append(Day(_label(column), x, x + size.card, skipped))
        x += size.card
    return lefts, days, x


def _label(column: Column) -> str:
    return tracing.spoken_day("" if column[0] == LAST else column[0])


def _skipped(days: Sequence[Day], lefts: Mapping[Column, float], column: Column) -> int:
    """How many days lie between the one before and this one."""
    if not days or column[0] == LAST:
        return 0
    before = max(day for day, _ in lefts)
    return max(0, (date.fromisoformat(column[0]) - date.fromisoformat(before)).days - 1)


def break_words(skipped: int) -> str:
    """What the axis says where it leaves days out."""
    return f"{skipped} day{'' if skipped == 1 else 's'} without"


def _unheld_places(found: Sequence[Card], placed: Mapping[str, Placed], size: Size) -> Iterator[Placed]:
    """Each at the height of what cites it, below the one before."""
    wanted = []
    for card in found:
        heights = [placed[child.id].middle for child in card.node.children if child.id in placed]
        wanted.append((sum(heights) / len(heights) if heights else 0.0, card))
    y = APART / 2
    for middle, card in sorted(wanted, key=lambda pair: (pair[0], pair[1].node.id)):
        y = max(y, middle - card.block.height / 2)
        yield Placed(card, MARGIN, y, size.card)
        y += card.block.height + APART


def _edges(trace: Trace, placed: Mapping[str, Placed]) -> Iterator[tuple[Placed, Placed]]:
    for root in (*trace.rooted, *trace.loose):
        for node in root.below():
            for child in node.children:
                yield placed[node.id], placed[child.id]
