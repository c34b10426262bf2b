from typing import Any

import pytest

from counterclaim.model.report import Report
from counterclaim.outlet_figures import figures

import traces


def report(name: str) -> Report:
    return Report(f"r_{name}", "x", "a.txt", "/a.txt", outlet=name, raw=b"")


def rows(trace: Any, *outlets: str) -> dict[str, dict[str, Any]]:
    found = figures(map(report, outlets), trace.lines.values(), [trace.claim])
    return {row["outlet"]: row for row in found}


def relay(name: str, actor: str | None = None) -> dict[str, Any]:
    return {"as": "relay", "name": name, "written": name, "class": "media", "actor": actor}


def test_whom_an_outlet_cites_and_who_cites_it() -> None:
    lines = [traces.line(number, name, None) for number, name in enumerate(("Tri-City Wire", "B", "C"))]
    lines[0]["chain"][0]["actor"] = "a_wire"
    lines[1]["chain"].insert(1, relay("TCW", "a_wire"))
    lines[2]["chain"].insert(1, relay("tri-city wire"))
    lines[2]["chain"].insert(1, relay("TVA") | {"name": None})
    found = rows(traces.claim(lines, {}), "Tri-City Wire", "B", "C", "C")
    assert found["B"]["cites"] == [{"name": "TCW", "count": 1}]
    assert found["C"]["cites"] == [{"name": "tri-city wire", "count": 1}]
    assert found["Tri-City Wire"]["cited_by"] == [{"name": "B", "count": 1}, {"name": "C", "count": 1}]
    assert found["C"]["reports"] == 2
    assert next(iter(found)) == "C"


@pytest.mark.parametrize(
    ("days", "first"),
    [
        (("2031-02-10", "2031-02-11"), "A"),
        (("2031-02-12", "2031-02-11"), "B"),
        (("2031-02-10", "2031-02-10"), None),
        (("2031-02-10T09:00:00+00:00", "2031-02-10T08:00:00+00:00"), "B"),
        (("2031-02-10T09:00:00", "2031-02-10T08:00:00+00:00"), None),
        ((None, "2031-02-11"), "B"),
        ((None, None), None),
    ],
)
def test_who_has_a_shared_claim_earliest(days: tuple[str | None, str | None], first: str | None) -> None:
    lines = [traces.line(number, "AB"[number], day) for number, day in enumerate(days)]
    found = rows(traces.claim(lines, {}), "A", "B")
    assert {name for name, row in found.items() if row["earliest"]} == ({first} if first else set())
    assert all(row["shared"] == 1 for row in found.values())


def test_on_one_day_the_origin_is_earliest_if_all_derive_from_it() -> None:
    lines = [traces.line(number, "AB"[number], "2031-02-10") for number in range(2)]
    assert rows(traces.claim(lines, {lines[1]["id"]: lines[0]["id"]}), "A", "B")["A"]["earliest"] == 1


def test_a_claim_of_one_outlet_is_not_shared_and_differences_are_counted() -> None:
    lines = [traces.line(number, "A", "2031-02-10") for number in range(2)]
    drift = [traces.drift(lines[0]["id"], lines[1]["id"], "relay_dropped", "TVA", None)] * 2
    row = rows(traces.claim(lines, {}, drift=drift), "A")["A"]
    assert (row["shared"], row["earliest"], row["tellings"]) == (0, 0, 2)
    assert row["differs"] == {"relay_dropped": 2}
