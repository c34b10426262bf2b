"""A map as an SVG image: discs over water. It stands in a page, so it has links and no style of its own.

A disc is as wide as its settlement may reach, but never smaller than can be seen; the darker, the more tellings; with a
dashed edge where claimants of one party alone speak of it. So it reads in greyscale, and on paper.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from counterclaim.drawing.mercator import View, stretched
from counterclaim.drawing.words import escaped, width
from counterclaim.drawing.words import fine as _n
from counterclaim.theatres.rows import PlaceRow
from counterclaim.views.atlas import Spot

WIDE = 960  # units
SEEN = 5.0  # least radius of a disc
SIZE = 13  # of letters
GAP = 3
NAMED = 24  # discs that get their name, where there is room
SHADES = ((100, "#1f4e79"), (10, "#4f7fad"), (3, "#92b4d3"), (1, "#d3e0ec"))  # from so many tellings on
INK, MUTED = "#1d2329", "#505a63"
SCALES = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)  # km
SEA, WATER, LAND = "#dde7ee", "#8ba3b5", "#fbfbf8"
Box = tuple[float, float, float, float]  # left, top, right, bottom
Disc = tuple[float, float, float]  # middle and radius


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
    towns: Sequence[PlaceRow] = (),
) -> str:
    """The picture as SVG for a page: the most told places on top, each a link to its `address`.

    `label` names the picture; `towns` are named to find one's way; `base` is the address of an image of the water and
    its bounds: west, south, east, north in degrees.
    """
    size = f'viewBox="0 0 {_n(WIDE)} {_n(view.tall)}" width="{_n(WIDE)}" height="{_n(view.tall)}"'
    seen = [spot for spot in spots if _inside(view, spot)]
    return "\n".join((
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="group" aria-label="{escaped(label)}">',
        f'<rect width="{_n(WIDE)}" height="{_n(view.tall)}" fill="{LAND}"/>',
        *(_water(view, *base) if base else ()),
        *(_disc(view, spot, titled(spot), address(spot)) for spot in reversed(seen)),
        *_labels(view, seen, towns),
        *_scale(view),
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


def _lines(view: View, lines: Iterable[Any], end: str = "") -> str:
    return "".join("M" + "L".join(" ".join(map(_n, view.at(lat, lon))) for lon, lat in line) + end for line in lines)


def _rings(view: View, polygons: Iterable[Any]) -> str:
    return "".join(_lines(view, rings, "Z") for rings in polygons)


def _water(view: View, address: str, bounds: Sequence[float]) -> Iterator[str]:
    west, south, east, north = bounds
    left, top = view.at(north, west)
    right, bottom = view.at(south, east)
    if right < 0 or left > WIDE or bottom < 0 or top > view.tall:
        return
    size = f'x="{_n(left)}" y="{_n(top)}" width="{_n(right - left)}" height="{_n(bottom - top)}"'
    yield f'<image href="{escaped(address)}" {size} preserveAspectRatio="none"/>'


def _inside(view: View, spot: Spot) -> bool:
    if spot.point is None:
        return False
    x, y = view.at(*spot.point)
    return 0 <= x <= WIDE and 0 <= y <= view.tall


def _round(view: View, spot: Spot) -> Disc:
    lat, lon = spot.point or (0.0, 0.0)
    return (*view.at(lat, lon), max(SEEN, view.long(spot.radius or 0, lat)))


def _disc(view: View, spot: Spot, title: str, address: str) -> str:
    x, y, around = _round(view, spot)
    dashes = ' stroke-dasharray="3 2"' if one_sided(spot) else ""
    look = f'fill="{shade(spot.tellings)}" fill-opacity=".85" stroke="{INK}" stroke-width="1.2"{dashes}'
    return (
        f'<a href="{escaped(address)}" tabindex="-1"><title>{escaped(title)}</title>'
        f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(around)}" {look}/></a>'
    )


def _labels(view: View, spots: Sequence[Spot], towns: Sequence[PlaceRow]) -> Iterator[str]:
    """Names beside the most told discs, then those of towns to find one's way; none over another or over a disc."""
    most = spots[:NAMED]
    discs = [_round(view, spot) for spot in spots]
    taken = [_scale_box(view), *((x - r, y - r, x + r, y + r) for x, y, r in discs[:NAMED])]
    for spot, disc in zip(most, discs, strict=False):
        yield from _label(f"{spot.name} {spot.tellings:,}", disc, taken, INK)
    drawn = {spot.id for spot in spots}
    for town in towns:
        if town.id not in drawn and town.lat is not None and town.lon is not None:
            x, y = view.at(town.lat, town.lon)
            if name := "".join(_label(town.name, (x, y, 2), taken, MUTED)):
                yield f'<circle cx="{_n(x)}" cy="{_n(y)}" r="1.8" fill="{MUTED}"/>{name}'
                taken.append((x - 2, y - 2, x + 2, y + 2))


def _label(words: str, disc: Disc, taken: list[Box], ink: str) -> Iterator[str]:
    """The words beside a disc, where there is room: right of it, left, above or below."""
    x, y, r = disc
    long, up, down = width(words, SIZE), SIZE * 0.78, SIZE * 0.25
    for anchor, at, left, line in (
        ("start", x + r + GAP, x + r + GAP, y + SIZE * 0.3),
        ("end", x - r - GAP, x - r - GAP - long, y + SIZE * 0.3),
        ("middle", x, x - long / 2, y - r - GAP - down),
        ("middle", x, x - long / 2, y + r + GAP + up),
    ):
        box = (left, line - up, left + long, line + down)
        if box[0] >= 0 and box[2] <= WIDE and not any(_meet(box, other) for other in taken):
            taken.append(box)
            halo = f'stroke="{LAND}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"'
            size = f'x="{_n(at)}" y="{_n(line)}" font-size="{SIZE}" font-family="sans-serif" text-anchor="{anchor}"'
            yield f'<text {size} fill="{ink}" {halo} aria-hidden="true">{escaped(words)}</text>'
            return


def _scale(view: View) -> Iterator[str]:
    """A bar of so many kilometres, right at the bottom: the longest that is not longer than a fifth of the picture."""
    left, top, right, bottom = _scale_box(view)
    y = bottom - 8
    size = f'x="{_n(left)}" y="{_n(top)}" width="{_n(right - left)}" height="{_n(bottom - top)}"'
    yield f'<rect {size} fill="{LAND}"/>'
    yield f'<path d="M{_n(left + 8)} {_n(y - 5)}v5H{_n(right - 8)}v-5" fill="none" stroke="{INK}"/>'
    letters = f'font-size="11" font-family="sans-serif" fill="{INK}" text-anchor="middle"'
    yield f'<text x="{_n((left + right) / 2)}" y="{_n(y - 5)}" {letters}>{_scale_km(view)} km</text>'


def _scale_km(view: View) -> int:
    return max((km for km in SCALES if view.long(1000 * km, view.middle) <= WIDE / 5), default=SCALES[0])


def _scale_box(view: View) -> Box:
    long = view.long(1000 * _scale_km(view), view.middle)
    return WIDE - long - 24, view.tall - 32, WIDE - 8, view.tall - 6


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
