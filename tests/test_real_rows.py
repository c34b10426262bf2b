"""Rows of the real set are made from marked windows and a register of places."""

import gzip
from pathlib import Path

import pytest

from counterclaim.evaluating.from_marks import taken_apart

import rows

REGISTER = """katottg\tname_en\tadmin1\tadmin2\thromada\tcat
UA1\tRivne\tДонецька\tПокровський\tГродівська\tvillage
UA2\tRivne\tРівненська\tРівненський\tРівненська\tcity
UA3\tRivne\tХарківська\tКуп’янський\tШевченківська\tvillage
"""
WINDOW = """---
id: 001-2
style: agency
outlet: example.org
language: en
---
{z:{c1:Troops took {p1:Rovno}}.}
===
p1: {type: settlement, name: Rivne, within: WITHIN}
t1: {content: c1, kind: control_changed, place: p1}
"""


@pytest.fixture
def register(tmp_path: Path) -> rows.Codes:
    path = tmp_path / "register.tsv.gz"
    path.write_bytes(gzip.compress(REGISTER.encode()))
    return rows.codes(path)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Rivne/Pokrovskyi/Donetska", ["UA1"]),
        ("rivne/Kharkivska", ["UA3"]),
        ("Rivne", ["UA2"]),
        ("Rivne/Odeska", []),
        ("Atlantis", []),
    ],
)
def test_a_place_is_found_by_name_and_where_it_lies(written: str, expected: list[str], register: rows.Codes) -> None:
    assert rows.candidates(written, register) == expected


def test_a_settlement_gets_its_code_and_a_doubt_is_told(register: rows.Codes) -> None:
    sure, none = rows.grounded(taken_apart(WINDOW.replace("WITHIN", "Donetska")), register)
    assert (sure.facts["p1"], none) == ({"type": "settlement", "id": "UA1", "name": "Rivne"}, [])
    unsure, doubts = rows.grounded(taken_apart(WINDOW.replace("WITHIN", "Odeska")), register)
    assert unsure.facts["p1"] == {"type": "settlement"}
    assert "leads to 0 places" in doubts[0]
