from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from counterclaim.ledger.versions import Frame
from counterclaim.views.outlet_figures import BEHIND, Figures
from counterclaim.views.outlet_parts import ClaimPart, Head, Publisher, ReportPart, claim_part
from counterclaim.views.outlet_passes import Reach, Step
from counterclaim.views.tracing import Trace

import traces

REACH = Reach(1, 0, 0, 0, 0)


def part(name: str, outlet: str | None, *cites: tuple[str, str], **more: Any) -> ReportPart:
    made = ReportPart(f"r_{name}", "s", outlet, "2031-02-10", "en", 1, Publisher(), cites)
    return replace(made, **more)


def framed(trace: Trace) -> ClaimPart:
    """The part of a claim made by hand, each of its tellings by a report of its own."""
    claim = trace.claim
    tellings = {name: line["report"]["id"] for name, line in trace.lines.items()}
    heads = {
        line["report"]["id"]: Head(line["report"]["outlet"], line["report"]["published"])
        for line in trace.lines.values()
    }
    drift = tuple((item["to"], item["change"]) for item in claim["drift"])
    return claim_part(Frame(claim["id"], "s", tellings, claim["origin"], dict(claim["parents"]), drift), heads)


@pytest.fixture
def figures() -> Iterator[Figures]:
    made = Figures()
    yield made
    made.close()


def rows(figures: Figures) -> dict[str | None, dict[str, Any]]:
    return {row["outlet"]: row for row in figures.rows()}


def test_whom_an_outlet_cites_and_who_cites_it(figures: Figures) -> None:
    wire = part("a", "Tri-City Wire", publisher=Publisher(actor="a_wire"))
    told = part("b", "B", ("a_wire", "TCW")), part("c", "C", ("tri-city wire", "tri-city wire")), part("d", "C")
    figures.take(Step(REACH, reports=(wire, *told)))
    found = rows(figures)
    assert found["B"]["cites"] == [{"name": "TCW", "count": 1}]
    assert found["C"]["cites"] == [{"name": "tri-city wire", "count": 1}]
    assert found["Tri-City Wire"]["cited_by"] == [{"name": "B", "count": 1}, {"name": "C", "count": 1}]
    assert found["C"]["reports"] == 2
    assert next(iter(found)) == "C"
    assert figures.behind("B", "cites", "TCW", limit=9) == (["r_b"], 1)
    assert figures.behind("Tri-City Wire", "cited_by", "C", limit=9) == (["r_c"], 1)


def test_somebody_is_called_what_most_reports_call_him_and_counts_once_a_report(figures: Figures) -> None:
    both = part("a", "A", ("a_wire", "TCW"), ("tcw", "TCW"))
    figures.take(Step(REACH, reports=(both, part("b", "B", ("a_wire", "Wire")), part("c", "C", ("a_wire", "TCW")))))
    found = rows(figures)
    assert found["A"]["cites"] == found["B"]["cites"] == [{"name": "TCW", "count": 1}]


def test_an_outlet_is_no_citation_of_itself(figures: Figures) -> None:
    figures.take(Step(REACH, reports=(part("a", "A", ("a", "A")), part("b", None, ("a", "A")))))
    found = rows(figures)
    assert found["A"]["cited_by"] == []
    assert found[None]["cites"] == [{"name": "A", "count": 1}]


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
def test_who_has_a_shared_claim_earliest(figures: Figures, days: tuple[str | None, ...], first: str | None) -> None:
    lines = [traces.line(number, "AB"[number], day) for number, day in enumerate(days)]
    figures.take(Step(REACH, (), (part("a", "A"), part("b", "B")), (framed(traces.claim(lines, {})),)))
    found = rows(figures)
    assert {name for name, row in found.items() if row["earliest"]} == ({first} if first else set())
    assert all(row["shared"] == 1 for row in found.values())
    for name in "AB":
        assert figures.behind(name, "earliest", limit=9)[1] == (name == first)
        assert figures.behind(name, "shared", limit=9) == (["c_0123456789abcdef"], 1)


def test_on_one_day_the_origin_is_earliest_if_all_derive_from_it() -> None:
    lines = [traces.line(number, "AB"[number], "2031-02-10") for number in range(2)]
    assert framed(traces.claim(lines, {lines[1]["id"]: lines[0]["id"]})).earliest == "A"


def test_a_claim_of_one_outlet_is_not_shared_and_differences_are_counted(figures: Figures) -> None:
    lines = [traces.line(number, "A", "2031-02-10") for number in range(2)]
    drift = [traces.drift(lines[0]["id"], lines[1]["id"], "relay_dropped", "TVA", None)] * 2
    claim = framed(traces.claim(lines, {}, drift=drift))
    figures.take(Step(REACH, (), (part("a", "A"), part("b", "A")), (claim,)))
    row = rows(figures)["A"]
    assert (row["shared"], row["earliest"], row["tellings"]) == (0, 0, 2)
    assert row["differs"] == {"relay_dropped": 2}
    assert figures.behind("A", "differs", "relay_dropped", limit=9) == ([claim.id], 1)
    assert figures.differing("A", "relay_dropped", [claim.id]) == {claim.id: {lines[1]["id"]}}


def test_what_the_roster_and_the_dates_tell(figures: Figures) -> None:
    known = Publisher("vardia", "a_post", (("a_state", "The State"),), checked=True)
    first, last = part("a", "A", publisher=known), part("b", "A", published="2031-03-01T08:00:00Z", publisher=known)
    figures.take(Step(REACH, reports=(first, last, part("c", "A", published=None, language="ru", publisher=known))))
    row = rows(figures)["A"]
    assert (row["party"], row["owner"]) == ("vardia", [{"actor": "a_state", "name": "The State"}])
    assert (row["first"], row["last"], row["languages"]) == ("2031-02-10", "2031-03-01", {"en": 2, "ru": 1})


def test_a_part_replaces_its_older_one_and_goes_without_a_trace(figures: Figures) -> None:
    claim = ClaimPart("c_a", "s", None, ("A", "B"), "A", (("A", "hedge_dropped", "t_a", 1),))
    figures.take(Step(REACH, (), (part("a", "A", ("x", "X")), part("b", "B")), (claim,)))
    figures.take(Step(REACH, (), (part("a", "A", ("y", "Y"), seal="t"),), (replace(claim, earliest="B", differs=()),)))
    found = rows(figures)
    assert found["A"]["cites"] == [{"name": "Y", "count": 1}]
    assert (found["A"]["earliest"], found["B"]["earliest"], found["A"]["differs"]) == (0, 1, {})
    assert figures.known() == {"r_a": "t", "r_b": "s", "c_a": "s"}
    figures.take(Step(REACH, gone=("r_a", "r_b", "c_a")))
    assert figures.rows() == []
    assert figures.known() == {}


def test_what_stands_behind_a_number_comes_in_parts_latest_first(figures: Figures) -> None:
    claims = [ClaimPart(f"c_{day}", "s", f"2031-02-{day}", ("A",), None, ()) for day in range(10, 15)]
    figures.take(Step(REACH, (), (part("a", "A"),), (*claims, ClaimPart("c_x", "s", None, ("A",), None, ()))))
    assert figures.behind("A", "claims", limit=2) == (["c_14", "c_13"], 6)
    assert figures.behind("A", "claims", limit=2, offset=4) == (["c_10", "c_x"], 6)
    for number in BEHIND:
        assert figures.behind("nobody", number, "nothing", limit=2) == ([], 0)


def test_a_step_is_the_same_after_a_way_as_json() -> None:
    claim = ClaimPart("c_a", "s", "2031-02-10", ("A",), None, ((None, "hedge_dropped", "t_a", 1),))
    known = Publisher("vardia", None, (("a", "A"),))
    step = Step(REACH, ("r_x",), (part("a", None, ("x", "X"), publisher=known),), (claim,))
    assert Step.from_json(step.as_json()) == step
