import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.drawing.mercator import LEAST, TALL, view

LATS, LONS = st.floats(-80, 80), st.floats(-170, 170)


@given(st.lists(st.tuples(LATS, LONS), min_size=1, max_size=9))
def test_all_points_stand_in_the_view(points: list[tuple[float, float]]) -> None:
    found = view(points, 960)
    for lat, lon in points:
        x, y = found.at(lat, lon)
        assert -1e-6 <= x <= 960 + 1e-6
        assert -1e-6 <= y <= found.tall + 1e-6
    assert found.tall <= 960 * TALL + 1e-6
    assert found.width >= LEAST - 1e-9


@given(LATS, LONS)
def test_north_is_up_and_east_is_right(lat: float, lon: float) -> None:
    found = view([(lat, lon)], 960)
    x, y = found.at(lat, lon)
    assert found.at(lat + 1, lon)[1] < y
    assert found.at(lat, lon + 1)[0] > x


def test_bounds_are_the_corners() -> None:
    found = view([(48.3, 37.2), (50.3, 36.9)], 960)
    west, south, east, north = found.bounds
    assert found.at(north, west) == pytest.approx((0, 0), abs=1e-6)
    assert found.at(south, east) == pytest.approx((960, found.tall))
    assert south < found.middle < north


def test_a_kilometre_is_longer_in_the_north_of_a_map() -> None:
    found = view([(45, 30), (60, 30)], 960)
    assert found.long(1000, 60) == pytest.approx(2 * found.long(1000, 0))
