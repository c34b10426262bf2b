import pytest

from counterclaim.theatres.rows import PlaceRow
from counterclaim.views.extent import LEAST, radius


def place(category: str, population: int | None = None) -> PlaceRow:
    return PlaceRow("p_x", "settlement", category, "Made up", population=population)


@pytest.mark.parametrize("category", [*LEAST, "hamlet"])
@pytest.mark.parametrize("population", [None, 0, 12])
def test_nothing_is_finer_than_a_village(category: str, population: int | None) -> None:
    assert radius(place(category, population)) >= 2000


@pytest.mark.parametrize(
    ("category", "population", "metres"),
    [("village", 300, 2000), ("city", 60_000, 4000), ("city", 1_000_000, 12_600), ("city", 2_952_301, 21_700)],
)
def test_a_place_of_many_people_reaches_farther(category: str, population: int, metres: int) -> None:
    assert radius(place(category, population)) == metres
