"""What the signs of a picture mean; only those that stand in it."""

from collections.abc import Iterator

from counterclaim.drawing.plan import Plan
from counterclaim.drawing.words import escaped, width
from counterclaim.views.tracing import Trace

SIZE = 11
SIGN, APART, LEADING = 34, 26, 22  # width of a sign, room to the next, height of a line
RECT = '<rect class="{kind}" x="{x:g}" y="{y:g}" width="26" height="14" rx="4"/>'
LINE = '<path class="{kind}" d="M{x:g} {middle:g}h26"/>'
NOTE = "Shows who tells it, when and from whom, among the reports held; it says nothing of whether it is so."


def legend(trace: Trace, spots: Plan, room: float, *, masked: bool) -> tuple[list[str], float]:
    """The signs with their meaning in lines no wider than `room`, then what the picture does not say; their height."""
    found, x, y = [], 0.0, 0.0
    for sign, kind, meaning in _signs(trace, spots):
        need = SIGN + width(meaning, SIZE)
        if x and x + need > room:
            x, y = 0.0, y + LEADING
        found.append(sign.format(kind=kind, x=round(x, 1), y=y, middle=y + 7))
        found.append(
            f'<text class="muted" x="{x + SIGN:.1f}" y="{y + 11:.1f}" font-size="{SIZE}">{escaped(meaning)}</text>'
        )
        x += need + APART
    notes = [NOTE, *(["Names of people who hold no office are masked."] if masked else [])]
    for note in (*notes, f"counterclaim, {trace.claim['id']}"):
        y += LEADING
        found.append(f'<text class="muted" x="0" y="{y + 11:.1f}" font-size="{SIZE}">{escaped(note)}</text>')
    return found, y + LEADING


def _signs(trace: Trace, spots: Plan) -> Iterator[tuple[str, str, str]]:
    cards = [spot.card for spot in spots.placed.values()]
    if isinstance(trace.claim["origin"], str):
        yield RECT, "origin", "the earliest telling held"
    if len(cards) > 1:
        yield RECT, "card", "a telling held"
    if any(card.node.unheld for card in cards):
        yield RECT, "unheld", "a source that is cited and not held"
    if spots.edges:
        yield LINE, "edge", "has it from (within a day, only the order is shown)"
    if any(card.node.drift for card in cards):
        yield RECT, "badge", "what differs from it"
    if any(card.loose for card in cards):
        yield LINE, "stub", "of the same claim; nothing shows from where"
