"""Degrees on a page: the projection of web maps, so that a drawn map and one that can be moved look alike."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import asinh, atan, cos, degrees, radians, sinh, tan

METRES = 111_320  # of a degree of longitude at the equator (WGS 84)
LEAST = 7.0  # degrees that a view is wide at least: a settlement is seen with the towns and rivers around it
EDGE = 0.08  # of width and height left free on each side
FLAT, TALL = 0.5, 0.72  # a view's height by its width: at least, at most
POLE = 85.0  # degrees; farther north or south no web map reaches


@dataclass(frozen=True, slots=True)
class View:
    """A part of the map, in degrees of longitude; north is down from `top`, stretched as Mercator does.

    `scale` is units of the drawing per degree.
    """

    west: float
    top: float
    width: float
    height: float
    scale: float

    def at(self, lat: float, lon: float) -> tuple[float, float]:
        """Where a point of the globe (WGS 84 degrees) stands in the drawing, from its left upper corner."""
        return (lon - self.west) * self.scale, (self.top - stretched(lat)) * self.scale

    def long(self, metres: float, lat: float) -> float:
        """How long so many metres at that latitude are in the drawing."""
        return metres / (METRES * cos(radians(min(abs(lat), POLE)))) * self.scale

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """West, south, east and north in degrees."""
        return self.west, _latitude(self.top - self.height), self.west + self.width, _latitude(self.top)

    @property
    def middle(self) -> float:
        """The latitude in the middle."""
        return _latitude(self.top - self.height / 2)

    @property
    def tall(self) -> float:
        """The height of the drawing."""
        return self.height * self.scale


def stretched(lat: float) -> float:
    """A latitude in degrees as it stands on a Mercator map, in degrees of longitude at the equator."""
    return degrees(asinh(tan(radians(max(-POLE, min(POLE, lat))))))


def _latitude(stretched_: float) -> float:
    return degrees(atan(sinh(radians(stretched_))))


def view(points: Iterable[tuple[float, float]], wide: float) -> View:
    """The view that holds all points `(lat, lon)`, of which there is at least one, in a drawing that is `wide`."""
    lats, lons = zip(*points, strict=True)
    top, bottom = stretched(max(lats)), stretched(min(lats))
    width = max((max(lons) - min(lons)) / (1 - 2 * EDGE), LEAST)
    height = max((top - bottom) / (1 - 2 * EDGE), width * FLAT)
    width = max(width, height / TALL)
    west = (max(lons) + min(lons)) / 2 - width / 2
    return View(west, (top + bottom) / 2 + height / 2, width, height, wide / width)
