import re
from pathlib import Path

from counterclaim.kinds.kinds import OTHER, kinds

GUIDELINES = (Path(__file__).parents[2] / "corpus" / "GUIDELINES.md").read_text()


def test_there_are_eighteen_kinds_and_other() -> None:
    assert len(kinds()) == 19
    assert OTHER in kinds()


def test_the_guidelines_describe_each() -> None:
    table = GUIDELINES.split("### 2.5 Kind")[1].split("### 2.6")[0]
    assert set(re.findall(r"^\| (\w+) \|", table, re.M)) - {"kind"} == set(kinds())


def test_slots_are_roles() -> None:
    roles = {"agent", "affected", "holder", "means", "place", "when", "quantity"}
    assert all(set(kind.slots) <= roles for kind in kinds().values())
