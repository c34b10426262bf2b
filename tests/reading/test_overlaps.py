"""Runs that overlap."""

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.reading.overlaps import Overlaps

RUNS = st.tuples(st.integers(0, 50), st.integers(1, 12)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(RUNS), RUNS)
def test_it_finds_what_looking_at_all_finds(runs: list[tuple[int, int]], one: tuple[int, int]) -> None:
    found = list(Overlaps(runs, lambda run: run).over(one))
    assert found == sorted(run for run in runs if run[0] < one[1] and one[0] < run[1])
