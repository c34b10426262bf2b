"""A timeline as SVG for a page: a bar a day (or week, month, year), the parties stacked and told apart by pattern."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from counterclaim.drawing.words import escaped, width
from counterclaim.drawing.words import fine as _n
from counterclaim.views.calendar import Bar, Calendar

WIDE, TALL = 960, 170  # units; the height is that of the bars
LEFT, TOP, BELOW, KEY = 52, 10, 24, 26  # room for numbers, above, for days, for the key
SIZE = 12  # of letters
BROADEST = 40  # of a bar
INK, MUTED, GRID = "#1d2329", "#505a63", "#d3d6d8"
# Each is told apart by its pattern, whatever its colour: full, slanted lines, dots, upright lines, crossed lines.
PATTERNS = (
    ('<rect width="6" height="6" fill="#26394d"/>', "full"),
    ('<rect width="6" height="6" fill="#fff"/><path d="M-1 1l2 -2M0 6l6 -6M5 7l2 -2" stroke="#8a4b08"/>', "slanted"),
    ('<rect width="6" height="6" fill="#fff"/><circle cx="3" cy="3" r="1.4" fill="#2c5f2d"/>', "dotted"),
    ('<rect width="6" height="6" fill="#fff"/><path d="M1.5 0V6M4.5 0V6" stroke="#5b3a78" stroke-width="1.2"/>',
     "upright"),
    ('<rect width="6" height="6" fill="#fff"/><path d="M0 0l6 6M6 0l-6 6" stroke="#1f4e79" stroke-width="1.2"/>',
     "crossed"),
)  # fmt: skip
Party = str | None


def timeline_svg(
    days: Calendar,
    parties: Sequence[tuple[Party, str]],
    *,
    label: str,
    titled: Callable[[Bar], str],
    address: Callable[[Bar], str],
) -> str:
    """The picture; each bar is a link to its `address`.

    `parties` are the parties in the order in which they are stacked, from below, with their names. A party that is not
    known (None) is left white, whoever the others are.
    """
    fills = _fills([party for party, _ in parties])
    most = max((bar.tellings for bar in days.bars), default=0)
    scale = _Scale(min(BROADEST, (WIDE - LEFT) / max(1, len(days.bars))), _round_above(most))
    shown = [(party, name) for party, name in parties if any(bar.parties.get(party) for bar in days.bars)]
    tall = TOP + TALL + BELOW + KEY
    size = f'viewBox="0 0 {WIDE} {tall}" width="{WIDE}" height="{tall}"'
    letters = f'font-family="sans-serif" font-size="{SIZE}" fill="{INK}"'
    return "\n".join((
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="group" aria-label="{escaped(label)}" {letters}>',
        *_patterns(fills),
        *_numbers(scale),
        *(
            f'<a href="{escaped(address(bar))}" tabindex="-1"><title>{escaped(titled(bar))}</title>'
            f"{_bar(bar, at, scale, fills)}</a>"
            for at, bar in enumerate(days.bars)
            if bar.tellings
        ),
        *_days(days, scale),
        *_key(shown, fills, tall),
        "</svg>",
    ))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Scale:
    """How `broad` a bar's column is, and the number at the upper end."""

    broad: float
    top: int

    def x(self, at: int) -> float:
        """The left side of a column."""
        return LEFT + at * self.broad

    def y(self, number: float) -> float:
        """How far down a number stands."""
        return TOP + TALL * (1 - number / self.top)


def _fills(parties: Sequence[Party]) -> dict[Party, str]:
    known = [party for party in parties if party is not None]
    return {party: f"url(#bar-{PATTERNS[at % len(PATTERNS)][1]})" for at, party in enumerate(known)} | {None: "#fff"}


def _patterns(fills: dict[Party, str]) -> Iterator[str]:
    yield "<defs>"
    for body, name in PATTERNS:
        if f"url(#bar-{name})" in fills.values():
            yield f'<pattern id="bar-{name}" width="6" height="6" patternUnits="userSpaceOnUse">{body}</pattern>'
    yield "</defs>"


def _round_above(most: int) -> int:
    """The least number of the series 2, 4, 6, 8, 10, 20, 40 … that is not below `most`; its half is whole."""
    size = 1
    while True:
        for step in (2, 4, 6, 8, 10):
            if step * size >= most:
                return step * size
        size *= 10


def _numbers(scale: _Scale) -> Iterator[str]:
    for number in (0, scale.top // 2, scale.top):
        y = _n(scale.y(number))
        yield f'<path d="M{LEFT} {y}H{WIDE}" stroke="{GRID if number else MUTED}"/>'
        yield f'<text x="{LEFT - 6}" y="{y}" dy="4" text-anchor="end">{number:,}</text>'


def _bar(bar: Bar, at: int, scale: _Scale, fills: dict[Party, str]) -> str:
    x, broad = scale.x(at), scale.broad - min(2.0, scale.broad / 5)
    found, below = [], 0
    for party, fill in fills.items():
        if number := bar.parties.get(party, 0):
            below += number
            y, high = scale.y(below), TALL * number / scale.top
            size = f'x="{_n(x)}" y="{_n(y)}" width="{_n(broad)}" height="{_n(high)}"'
            found.append(f'<rect {size} fill="{fill}" stroke="{INK}" stroke-width=".6"/>')
    # What is clicked is the whole column: a bar may be a hair high.
    whole = f'<rect x="{_n(x)}" y="{TOP}" width="{_n(scale.broad)}" height="{TALL}" fill="#fff" fill-opacity="0"/>'
    return "".join((*found, whole))


def _days(days: Calendar, scale: _Scale) -> Iterator[str]:
    """The first day of as many bars as there is room for."""
    free = 0.0
    y = TOP + TALL
    for at, bar in enumerate(days.bars):
        words, x = _day(bar, days.step), scale.x(at)
        if x >= free and x + width(words, SIZE) <= WIDE:
            yield f'<path d="M{_n(x)} {y}v5" stroke="{MUTED}"/><text x="{_n(x)}" y="{y + 18}">{words}</text>'
            free = x + width(words, SIZE) + 16


def _day(bar: Bar, step: str) -> str:
    return bar.first.isoformat()[: {"month": 7, "year": 4}.get(step, 10)]


def _key(shown: Sequence[tuple[Party, str]], fills: dict[Party, str], tall: int) -> Iterator[str]:
    x = float(LEFT)
    for party, name in shown:
        box = f'x="{_n(x)}" y="{tall - 15}" width="18" height="12"'
        yield f'<rect {box} fill="{fills[party]}" stroke="{INK}" stroke-width=".8"/>'
        yield f'<text x="{_n(x + 24)}" y="{tall - 5}">{escaped(name)}</text>'
        x += 24 + width(name, SIZE) + 22
