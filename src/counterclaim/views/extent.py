"""How far around its point a settlement may reach: how wide its disc on a map is drawn, never finer than that."""

from math import pi, sqrt

from counterclaim.theatres.rows import PlaceRow

# People on a square kilometre of a built-up place. Kyiv has 3,500, Pokrovsk and Myrnohrad 2,000, villages far fewer:
# the disc is rather too wide than too narrow. (Areas and populations as the State Statistics Service gave them, 2021.)
DENSITY = 2000
# Metres. Points of gazetteers lie somewhere in a settlement; those of two sources are up to 2 km apart.
LEAST = {"village": 2000, "settlement": 2500, "town": 3000, "city": 4000}
STEP = 100  # metres to which it is rounded


def radius(place: PlaceRow) -> int:
    """Metres around the point of a settlement within which anything told of it may lie.

    From its population, as a circle of DENSITY people a km²; at least what LEAST has for its category.
    """
    by_people = 1000 * sqrt((place.population or 0) / (pi * DENSITY))
    return max(LEAST.get(place.category, LEAST["village"]), round(by_people / STEP) * STEP)
