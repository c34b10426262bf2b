from pathlib import Path

from kills import kill_many


def test_a_few_kills_lose_and_double_nothing(tmp_path: Path) -> None:
    outcome = kill_many(runs=5, reports=10, seed=3, folder=tmp_path)
    assert outcome.killed == 5
    assert not outcome.faults
