from typing import Any

import pytest

from counterclaim.views.outlet_table import LARGEST, SORTS, fitting, parties, picture, ranked


def row(outlet: str | None, **more: Any) -> dict[str, Any]:
    made = {"outlet": outlet, "reports": 1, "tellings": 2, "shared": 0, "earliest": 0, "party": None, "first": None}
    return made | {"cites": [], "cited_by": [], "differs": {}, "last": None} | more


def cites(**counts: int) -> list[dict[str, Any]]:
    return [{"name": name, "count": count} for name, count in counts.items()]


def test_rows_are_ordered_by_each_column_and_what_has_no_value_is_last() -> None:
    one = row("B", reports=3, cites=cites(x=2, y=2), differs={"a": 1}, first="2031-01-02", last="2031-01-02", party="v")
    other = row("a", reports=2, cites=cites(x=3), differs={"a": 2}, first="2031-01-01", last="2031-01-03", party="t")
    nobody = row(None, reports=0)
    for by in SORTS:
        found = [ranked([nobody, one, other], by, down=down) for down in (True, False)]
        assert all(len(rows) == 3 for rows in found)
        if by in ("outlet", "party", "first", "last"):
            assert all(rows[-1] is nobody for rows in found)
    assert ranked([other, one], "cites", down=True)[0] is one
    assert ranked([other, one], "outlet", down=False)[0] is other
    assert ranked([one, other], "shared", down=True) == [one, other]


@pytest.mark.parametrize(
    ("named", "party", "found"),
    [("POST", None, ["Belmar Post"]), (None, "v", ["Belmar Post"]), (None, "unknown", [None, "News"]), ("x", "v", [])],
)
def test_rows_are_found_by_name_and_party(named: str | None, party: str | None, found: list[str | None]) -> None:
    rows = [row("Belmar Post", party="v"), row(None), row("News")]
    assert [one["outlet"] for one in fitting(rows, named, party)] == found
    assert parties(rows) == ["v"]


def test_a_picture_needs_two_who_cite() -> None:
    assert picture([row("A", cites=cites(x=1)), row("B"), row(None, cites=cites(x=1))]) is None


def test_the_area_of_a_square_is_its_number_and_none_overlap() -> None:
    rows = [row(f"Outlet {n}", cites=cites(x=4 * n, y=n, **{f"z{n}": 1})) for n in range(1, LARGEST + 4)]
    found = picture(rows)
    assert found is not None
    assert (len(found.rows), len(found.columns)) == (LARGEST, LARGEST)
    assert (found.more_rows, found.more_columns) == (3, 2)
    sides = {(square.outlet, square.whom): square.side for square in found.squares}
    assert sides["Outlet 15", "x"] == pytest.approx(2 * sides["Outlet 15", "y"], abs=0.1)
    places = {(square.x, square.y) for square in found.squares}
    assert len(places) == len(found.squares)
    assert all(square.x < found.width and square.y < found.height for square in found.squares)


def test_long_names_are_cut_and_kept() -> None:
    found = picture([row("A" * 10_000, cites=cites(x=1)), row("B", cites=cites(y=1))])
    assert found is not None
    assert max(len(label.short) for label in found.rows) <= 30
    assert max(len(label.name) for label in found.rows) == 10_000
