"""A map as an SVG image: discs over water. It stands in a page, so it has links and no style of its own.

A disc is as wide as its settlement may reach, but never smaller than can be seen; the darker, the more tellings; with a
dashed edge where claimants of one party alone speak of it. So it reads in greyscale, and on paper.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from counterclaim.drawing.mercator import View, stretched
from counterclaim.drawing.words import escaped, width
from counterclaim.views.atlas import Spot

WIDE = 960  # units
SEEN = 5.0  # least radius of a disc
SIZE = 13  # of letters
GAP = 3
NAMED = 24  # discs that get their name, where there is room
SHADES = ((100, "#1f4e79"), (10, "#4f7fad"), (3, "#92b4d3"), (1, "#d3e0ec"))  # from so many tellings on
EDGE = "#1d2329"
SEA, WATER, LAND = "#dde7ee", "#8ba3b5", "#fbfbf8"
Box = tuple[float, float, float, float]  # left, top, right, bottom


def shade(tellings: int) -> str:
    """The fill of a disc with so many tellings."""
    return next((fill for least, fill in SHADES if tellings >= least), SHADES[-1][1])


def one_sided(spot: Spot) -> bool:
    """Whether all claimants who speak of it, and whose party is known, are of one party."""
    return sum(party is not None for party in spot.parties) == 1


def map_svg(
    spots: Sequence[Spot],
    view: View,
    *,
    label: str,
    titled: Callable[[Spot], str],
    address: Callable[[Spot], str],
    base: tuple[str, Sequence[float]] | None = None,
) -> str:
    """The picture as SVG for a page: the most told places on top, each a link to its `address`.

    `label` names the picture; `base` is the address of an image of the water and its bounds: west, south, east, north
    in degrees.
    """
    size = f'viewBox="0 0 {_n(WIDE)} {_n(view.tall)}" width="{_n(WIDE)}" height="{_n(view.tall)}"'
    seen = [spot for spot in spots if _inside(view, spot)]
    return "\n".join((
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="group" aria-label="{escaped(label)}">',
        f'<rect width="{_n(WIDE)}" height="{_n(view.tall)}" fill="{LAND}"/>',
        *(_water(view, *base) if base else ()),
        *(_disc(view, spot, titled(spot), address(spot)) for spot in reversed(seen)),
        *_names(view, seen),
        "</svg>",
    ))  # fmt: skip


def base_svg(base: Mapping[str, Any]) -> str:
    """The water of a base map (GeoJSON with `bbox`) as an image of its own, 10 units a degree."""
    west, south, east, north = base["bbox"]
    whole = View(west, stretched(north), east - west, stretched(north) - stretched(south), 10)
    parts = {one["properties"]["what"]: one["geometry"]["coordinates"] for one in base["features"]}
    line = f'fill="none" stroke="{WATER}" vector-effect="non-scaling-stroke"'
    areas = f'fill="{SEA}" fill-rule="evenodd"'
    size = f'viewBox="0 0 {_n((east - west) * 10)} {_n(whole.tall)}"'
    return "\n".join((
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} preserveAspectRatio="none">',
        f'<path {areas} d="{_rings(whole, parts["sea"])}"/>',
        f'<path {line} stroke-width="1" d="{_lines(whole, parts["coast"])}"/>',
        f'<path {line} stroke-width=".8" d="{_lines(whole, parts["rivers"])}"/>',
        f'<path {areas} stroke="{WATER}" stroke-width=".5" d="{_rings(whole, parts["lakes"])}"/>',
        "</svg>",
        "",
    ))  # fmt: skip


def _n(value: float) -> str:
    """A length with two decimals at most."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _lines(view: View, lines: Iterable[Any], end: str = "") -> str:
    return "".join("M" + "L".join(" ".join(map(_n, view.at(lat, lon))) for lon, lat in line) + end for line in lines)


def _rings(view: View, polygons: Iterable[Any]) -> str:
    return "".join(_lines(view, rings, "Z") for rings in polygons)


def _water(view: View, address: str, bounds: Sequence[float]) -> Iterator[str]:
    west, south, east, north = bounds
    left, top = view.at(north, west)
    right, bottom = view.at(south, east)
    size = f'x="{_n(left)}" y="{_n(top)}" width="{_n(right - left)}" height="{_n(bottom - top)}"'
    yield f'<image href="{escaped(address)}" {size} preserveAspectRatio="none"/>'


def _inside(view: View, spot: Spot) -> bool:
    if spot.point is None:
        return False
    x, y = view.at(*spot.point)
    return 0 <= x <= WIDE and 0 <= y <= view.tall


def _round(view: View, spot: Spot) -> tuple[float, float, float]:
    """Middle and radius of a disc."""
    lat, lon = spot.point or (0.0, 0.0)
    return (*view.at(lat, lon), max(SEEN, view.long(spot.radius or 0, lat)))


def _disc(view: View, spot: Spot, title: str, address: str) -> str:
    x, y, around = _round(view, spot)
    dashes = ' stroke-dasharray="3 2"' if one_sided(spot) else ""
    look = f'fill="{shade(spot.tellings)}" fill-opacity=".85" stroke="{EDGE}" stroke-width="1.2"{dashes}'
    return (
        f'<a href="{escaped(address)}" tabindex="-1"><title>{escaped(title)}</title>'
        f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(around)}" {look}/></a>'
    )


def _names(view: View, spots: Sequence[Spot]) -> Iterator[str]:
    """Names beside the most told discs, none over another name or over one of these discs."""
    most = spots[:NAMED]
    discs = [(x - r, y - r, x + r, y + r) for x, y, r in (_round(view, spot) for spot in most)]
    taken: list[Box] = []
    for spot in most:
        words = f"{spot.name} {spot.tellings:,}"
        for box, at in _beside(view, spot, width(words, SIZE)):
            if not any(_meet(box, other) for other in (*taken, *discs)) and box[0] >= 0 and box[2] <= WIDE:
                taken.append(box)
                halo = f'stroke="{LAND}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"'
                size = f'x="{_n(at[0])}" y="{_n(at[1])}" font-size="{SIZE}" font-family="sans-serif"'
                yield f'<text {size} fill="{EDGE}" {halo} aria-hidden="true">{escaped(words)}</text>'
                break


def _beside(view: View, spot: Spot, long: float) -> Iterator[tuple[Box, tuple[float, float]]]:
    """Where its name may stand: right of the disc, left, above, below."""
    x, y, r = _round(view, spot)
    up, down = SIZE * 0.78, SIZE * 0.25
    for left, line in (
        (x + r + GAP, y + SIZE * 0.3),
        (x - r - GAP - long, y + SIZE * 0.3),
        (x - long / 2, y - r - GAP - down),
        (x - long / 2, y + r + GAP + up),
    ):
        yield (left, line - up, left + long, line + down), (left, line)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
