"""The picture of a claim: who told it when, from whom, and what differs; one SVG without scripts or foreign fonts."""

from collections.abc import Callable, Iterator

from counterclaim.drawing.cards import GAP, Block
from counterclaim.drawing.legend import legend
from counterclaim.drawing.plan import BREAK, MARGIN, STUB, Placed, Plan, break_words, plan
from counterclaim.drawing.words import clean, escaped, wrapped
from counterclaim.drawing.words import length as _n
from counterclaim.masking.names import BLOCK
from counterclaim.views import tracing
from counterclaim.views.tracing import Node, Trace

LEAST = 760  # width of a picture
TITLE, UNDER = 19, 13  # sizes of letters
AXIS = 46  # height of the axis
MEASURE = 1200  # widest line of the head
RULES = """text {font-family: Helvetica, Arial, 'DejaVu Sans', sans-serif; fill: #1d2329}
.muted {fill: #56616b}
.bold {font-weight: bold}
.card {fill: #e4ebf2; stroke: #4a6078}
.origin {fill: #c6d6e5; stroke: #26394d; stroke-width: 2}
.unheld {fill: #fff; stroke: #555; stroke-width: 1.5; stroke-dasharray: 6 4}
.badge {fill: #fdf6e3; stroke: #8a6d1f; stroke-width: .8}
.note {fill: #fff; stroke: #777; stroke-width: .8; stroke-dasharray: 2 3}
.edge {fill: none; stroke: #4a6078; stroke-width: 1.6}
.dashed {stroke-dasharray: 6 4}
.stub {fill: none; stroke: #777; stroke-width: 1.8; stroke-dasharray: .1 4; stroke-linecap: round}
.lane {fill: #f4f4f1}
.axis {stroke: #8b949c}
.grid {stroke: #d3d6d8; stroke-dasharray: 2 4}"""
STYLE = "\n".join(f".claim-trace {rule}" for rule in RULES.split("\n"))  # a page around it keeps its own
Link = Callable[[str], str]  # the address that the box of a telling leads to, by the telling's id


def trace_svg(trace: Trace) -> str:
    """The picture as the text of an SVG file; the same for the same claim and tellings."""
    spots = plan(trace)
    width = max(LEAST, spots.width)
    head, top = _head(trace, width)
    body = "\n".join(_body(trace, spots, width))
    foot, below = legend(trace, spots, width - 2 * MARGIN, masked=BLOCK in body + "".join(head))
    height = top + AXIS + spots.height + 20 + below + MARGIN
    mark = escaped(trace.claim["id"])
    return "\n".join((
        f'<svg xmlns="http://www.w3.org/2000/svg" class="claim-trace" {_size(width, height)}',
        f' role="img" aria-labelledby="title-{mark} desc-{mark}">',
        f'<title id="title-{mark}">{escaped(_title(trace))}</title>',
        f'<desc id="desc-{mark}">{escaped(" ".join(_described(trace)))}</desc>',
        f"<style>{STYLE}</style>",
        f'<rect width="{_n(width)}" height="{_n(height)}" fill="#fff"/>',
        *head,
        f'<g transform="translate(0 {_n(top)})">', *_axis(spots, width), "</g>",
        f'<g transform="translate(0 {_n(top + AXIS)})">', body, "</g>",
        f'<g transform="translate({MARGIN} {_n(top + AXIS + spots.height + 20)})">', *foot, "</g>",
        "</svg>", "",
    ))  # fmt: skip


def inlaid(trace: Trace, link: Link) -> str:
    """The picture as a part of a page that tells head and counts itself and has `STYLE` in a sheet; boxes are links."""
    spots = plan(trace)
    width = max(LEAST, spots.width)
    body = "\n".join(_body(trace, spots, width, link))
    foot, below = legend(trace, spots, width - 2 * MARGIN, masked=BLOCK in body)
    mark = escaped(trace.claim["id"])
    return "\n".join((
        f'<svg xmlns="http://www.w3.org/2000/svg" class="claim-trace" {_size(width, AXIS + spots.height + 20 + below)}',
        f' role="group" aria-labelledby="title-{mark}">',
        f'<title id="title-{mark}">{escaped(_title(trace))}</title>',
        *_axis(spots, width),
        f'<g transform="translate(0 {AXIS})">', body, "</g>",
        f'<g transform="translate({MARGIN} {_n(AXIS + spots.height + 20)})">', *foot, "</g>",
        "</svg>", "",
    ))  # fmt: skip


def _size(width: float, height: float) -> str:
    return f'viewBox="0 0 {_n(width)} {_n(height)}" width="{_n(width)}" height="{_n(height)}"'


def _title(trace: Trace) -> str:
    return f"{tracing.claimant(trace.claim)}: “{trace.claim['content']}”"


def _head(trace: Trace, width: float) -> tuple[list[str], float]:
    """The claim and its counts, and where they end."""
    room = min(width - 2 * MARGIN, MEASURE)
    roots = tracing.roots(trace.claim)
    counts = "; ".join((tracing.reports(trace), *([roots] if roots else []), tracing.origin(trace)))
    facts = " · ".join((*tracing.about(trace.claim), *_said(trace)))
    y, found = float(MARGIN), []
    for text, size, style, lines in (
        (_title(trace), TITLE, "bold", 3),
        (counts, UNDER, "", 2),
        (facts, 12, "muted", 2),
    ):
        for line in wrapped(text, room, size, lines=lines, bold=style == "bold"):
            found.append(_words(line, MARGIN, y + size, size, style))
            y += size * 1.35
    return found, y + 8


def _said(trace: Trace) -> Iterator[str]:
    if said := tracing.said(trace.claim):
        yield f"said {said}"


def _words(text: str, x: float, y: float, size: float, style: str = "") -> str:
    kind = f' class="{style}"' if style else ""
    return f'<text x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}"{kind}>{escaped(text)}</text>'


def _axis(spots: Plan, width: float) -> Iterator[str]:
    """The days that have tellings, each over its columns; where days are left out it says how many."""
    yield f'<line class="axis" x1="{MARGIN}" y1="34" x2="{_n(width - MARGIN)}" y2="34"/>'
    before: float | None = None
    for day in spots.days:
        yield f'<line class="axis" x1="{_n(day.left)}" y1="34" x2="{_n(day.right)}" y2="34" stroke-width="4"/>'
        yield _words(day.label, day.left, 24, 12, "bold")
        if day.skipped and before is not None:
            middle, label = (before + day.left) / 2, break_words(day.skipped)
            yield f'<text class="muted" x="{_n(middle)}" y="24" font-size="{BREAK}" text-anchor="middle">{label}</text>'
            yield f'<path d="M{_n(middle - 5)} 39l4 -10M{_n(middle + 1)} 39l4 -10" stroke="#8b949c"/>'
        before = day.right


def _body(trace: Trace, spots: Plan, width: float, link: Link | None = None) -> Iterator[str]:
    for at, (top, height) in enumerate(spots.lanes):
        if at % 2 == 0:
            yield f'<rect class="lane" x="8" y="{_n(top)}" width="{_n(width - 16)}" height="{_n(height)}"/>'
    for day in spots.days:
        yield f'<line class="grid" x1="{_n(day.left)}" y1="-12" x2="{_n(day.left)}" y2="{_n(spots.height)}"/>'
    for above, below in spots.edges:
        yield _edge(above, below, spots.size.channel)
    for spot in spots.placed.values():
        yield from _card(trace, spot, link)


def _edge(above: Placed, below: Placed, channel: float) -> str:
    """A curve in the channel beside the box on the left, then straight along the row of the one on the right."""
    kind = "edge dashed" if above.card.node.unheld else "edge"
    left, right = (above, below) if above.x < below.x else (below, above)
    start, end, into = left.middle, right.middle, left.right + channel - 12
    bend = (left.right + into) / 2
    curve = f"C{_n(bend)} {_n(start)} {_n(bend)} {_n(end)} {_n(into)} {_n(end)}H{_n(right.x)}"
    # A report may be dated before the one it has it from: then the arrow points to the left.
    tip, y, back = (right.x, end, -7) if right is below else (left.right, start, 7)
    head = f"M{_n(tip + back)} {_n(y - 4)}L{_n(tip)} {_n(y)}L{_n(tip + back)} {_n(y + 4)}"
    return f'<path class="{kind}" d="M{_n(left.right)} {_n(start)}{curve}"/><path class="edge" d="{head}"/>'


def _card(trace: Trace, spot: Placed, link: Link | None) -> Iterator[str]:
    node, block = spot.card.node, spot.card.block
    kind = "unheld" if node.unheld else "origin" if node.id == trace.claim["origin"] else "card"
    full = f"{node.line['id']}: {clean(node.line['content']['text'])}" if node.line else f"{node.unheld}, not held"
    opened, closed = _framed(node, link)
    yield f"{opened}<title>{escaped(full)}</title>"
    if spot.card.loose:
        yield f'<path class="stub" d="M{_n(spot.x - STUB)} {_n(spot.middle)}H{_n(spot.x - 3)}"/>'
    yield from _block(block, spot.x, spot.y, kind, spot.width)
    right = spot.x - 12 - (STUB if spot.card.loose else 0)
    y = spot.middle - spot.card.stack / 2
    for badge in spot.card.badges:
        yield from _block(badge, right - badge.width, y, badge.kind, badge.width)
        y += badge.height + GAP
    yield closed


def _framed(node: Node, link: Link | None) -> tuple[str, str]:
    """What a box with its badges stands in: a link where it is a telling and has one."""
    if link is None or node.line is None:
        return "<g>", "</g>"
    return f'<a href="{escaped(link(node.line["id"]))}">', "</a>"


def _block(block: Block, x: float, y: float, kind: str, width: float) -> Iterator[str]:
    size = f'x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(block.height)}"'
    yield f'<rect class="{kind}" {size} rx="{4 if block.kind else 6}"/>'
    y += block.pad
    for line in block.lines:
        yield _words(line.text, x + block.pad, y + line.apart + line.size, line.size, line.style)
        y += line.height


def _described(trace: Trace) -> Iterator[str]:
    """The picture in sentences."""
    yield f"{tracing.reports(trace)}. {tracing.origin(trace)}."
    for root in (*trace.rooted, *trace.loose):
        for node in root.below():
            for child in node.children:
                above = tracing.outlet(node.line) if node.line else f"{node.unheld} (not held)"
                differs = "; ".join(map(tracing.differs, child.drift))
                has = f"{_named(child.line)} has it from {above}"
                yield f"{has}{f', and differs: {differs}' if differs else ''}."
    for node in trace.loose:
        yield f"{_named(node.line)}: nothing shows from where."


def _named(line: tracing.Json | None) -> str:
    return f"{tracing.outlet(line)} ({tracing.spoken_day(tracing.day(line))})" if line else ""
