"""What stands in the boxes of a picture, and how large they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from counterclaim.drawing.words import width, wrapped
from counterclaim.views import tracing
from counterclaim.views.tracing import Node, Trace

HEAD, TEXT, SMALL = 13, 11.5, 10  # sizes of letters
LEADING = 1.3  # of a line, in units of its letters
PAD = 10  # inner margin of a box
GAP = 4  # between badges, and their inner margin
MANY = 15  # with more tellings than so many everything is smaller
NO_EVIDENCE = "nothing shows from where"


@dataclass(frozen=True, slots=True)
class Size:
    """Widths of a box, of a badge at most and of the channel in which edges change rows; lines in them; badges."""

    card: float
    badge: float
    channel: float
    chain: int
    words: int
    differs: int
    badges: int
    value: int  # code points of what differs


LARGE = Size(card=220, badge=176, channel=56, chain=2, words=3, differs=3, badges=5, value=32)
COMPACT = Size(card=176, badge=132, channel=40, chain=1, words=1, differs=2, badges=3, value=16)


def size_for(trace: Trace) -> Size:
    """Large boxes for few tellings, small ones for many."""
    return COMPACT if len(trace.told) > MANY else LARGE


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words; `style` is "bold", "muted" or "", `apart` the room above it."""

    text: str
    size: float
    style: str = ""
    apart: float = 0

    @property
    def height(self) -> float:
        """With the room to the next."""
        return self.size * LEADING + self.apart


@dataclass(frozen=True)
class Block:
    """Lines in a frame; its `kind` is "badge", "note", or "" for the box of a node."""

    lines: tuple[Line, ...]
    pad: float = PAD
    kind: str = ""

    @cached_property
    def width(self) -> float:
        """As wide as its words may be."""
        widest = max(width(line.text, line.size, bold=line.style == "bold") for line in self.lines)
        return widest + 2 * self.pad

    @cached_property
    def height(self) -> float:
        """All lines and the margins."""
        return sum(line.height for line in self.lines) + 2 * self.pad


@dataclass(frozen=True)
class Card:
    """A node's box, and the badges on the edge that leads to it; `loose` where nothing shows from where it is."""

    node: Node
    block: Block
    badges: tuple[Block, ...] = ()
    loose: bool = False

    @property
    def stack(self) -> float:
        """How high the badges are together."""
        return sum(badge.height + GAP for badge in self.badges) - (GAP if self.badges else 0)

    @property
    def height(self) -> float:
        """What it takes with its badges."""
        return max(self.block.height, self.stack)

    @property
    def before(self) -> float:
        """The room that its badges take on its left."""
        return max((badge.width for badge in self.badges), default=0.0)


def cards(trace: Trace) -> list[Card]:
    """The boxes of a claim's tellings, each before those that derive from it."""
    size = size_for(trace)
    found = [_card(node, trace, size) for root in trace.rooted for node in root.below() if node.line]
    for root in trace.loose:
        found += [_card(node, trace, size, loose=node is root) for node in root.below()]
    return found


def unheld(node: Node, size: Size) -> Card:
    """The box of a source that is cited and not held."""
    name = (Line(text, HEAD, "bold") for text in wrapped(node.unheld, size.card - 2 * PAD, HEAD, bold=True))
    return Card(node, Block((*name, Line("cited, not held", SMALL, "muted"))))


def _card(node: Node, trace: Trace, size: Size, *, loose: bool = False) -> Card:
    badges = list(_badges(node, trace, size))
    if len(badges) > size.badges:
        more = len(node.drift) - sum(badge.kind == "badge" for badge in badges[: size.badges - 1])
        badges[size.badges - 1 :] = [_badge(f"and {more} more", size)]
    if loose:
        badges.insert(0, _badge(NO_EVIDENCE, size, kind="note"))
    return Card(node, Block(tuple(_lines(node, size))), tuple(badges), loose)


def _lines(node: Node, size: Size) -> Iterator[Line]:
    """Outlet and day, through whom, the words, the telling's id."""
    line, room = node.line or {}, size.card - 2 * PAD
    for text in wrapped(tracing.outlet(line), room, HEAD, lines=2, bold=True):
        yield Line(text, HEAD, "bold")
    moment = " ".join((tracing.spoken_day(tracing.day(line)), (line["report"]["published"] or "")[11:16])).strip()
    yield Line(moment, SMALL, "muted")
    for text in wrapped(tracing.chain(line), room, TEXT, lines=size.chain):
        yield Line(text, TEXT, "muted")
    for at, text in enumerate(wrapped(f"“{line['content']['text']}”", room, TEXT, lines=size.words)):
        yield Line(text, TEXT, apart=0 if at else 3)
    if size is LARGE:
        yield Line(line["id"], SMALL - 1, "muted", apart=2)


def _badges(node: Node, trace: Trace, size: Size) -> Iterator[Block]:
    """What differs; before it, where that is not what the edge leads from, with whose telling it was compared."""
    before = None
    for item in node.drift:
        other = trace.compared_with(node, item)
        if other and other != before:
            yield _badge(f"compared with {other}:", size, kind="note")
        before = other
        yield _badge(tracing.differs(item, size.value), size)


def _badge(words: str, size: Size, *, kind: str = "badge") -> Block:
    style = "muted" if kind == "note" else ""
    lines = wrapped(words, size.badge - 2 * GAP, SMALL, lines=size.differs)
    return Block(tuple(Line(text, SMALL, style) for text in lines), GAP, kind)
