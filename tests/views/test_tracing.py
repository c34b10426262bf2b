import pytest

from counterclaim.views import tracing
from counterclaim.views.tracing import Trace

import traces


@pytest.fixture
def four() -> Trace:
    """An origin, one that has it from it, one from a source not held, one of which nothing shows it."""
    lines = [traces.line(number, name, f"2031-02-1{number}") for number, name in enumerate("ABCD")]
    ids = [line["id"] for line in lines]
    parents = {ids[1]: ids[0], ids[2]: {"unheld": "TVA"}}
    join = {"points": 5, "evidence": ["passage"], "reasons": ["a passage is the same"]}
    joins = [{"one": ids[0], "other": ids[1]} | join, {"one": ids[1], "other": ids[3]} | join]
    drift = [traces.drift(ids[0], ids[2], "number_raised", "dozens", "nearly a hundred")]
    return traces.claim(lines, parents, joins=joins, drift=drift, unheld=[{"unheld": "TVA"}])


def test_the_tree_has_the_origin_first_then_who_is_not_held(four: Trace) -> None:
    origin, unheld = four.rooted
    assert [tracing.outlet(node.line) for node in origin.below() if node.line] == ["A", "B"]
    assert unheld.unheld == "TVA"
    assert [tracing.outlet(node.line or {}) for node in unheld.children] == ["C"]
    assert [tracing.outlet(node.line or {}) for node in four.loose] == ["D"]


def test_each_node_says_by_what_it_hangs_there(four: Trace) -> None:
    origin, unheld = four.rooted
    assert origin.reasons == ()
    assert origin.children[0].reasons == ("a passage is the same",)
    assert unheld.children[0].reasons == ("cites TVA",)
    assert four.loose[0].reasons == ("a passage is the same",)


def test_a_difference_names_the_outlet_it_is_told_against_unless_the_edge_does(four: Trace) -> None:
    (told,) = four.rooted[1].children
    assert four.compared_with(told, told.drift[0]) == "A"
    child = four.rooted[0].children[0]
    assert four.compared_with(child, traces.drift(four.claim["origin"], child.id, "x", None, None)) is None


def test_an_origin_that_is_not_held() -> None:
    lines = [traces.line(number, "A", None) for number in range(2)]
    parents = {line["id"]: {"unheld": "TVA"} for line in lines}
    made = traces.claim(lines, {})
    trace = Trace({**made.claim, "origin": {"unheld": "TVA"}, "parents": parents}, made.lines)
    (root,) = trace.rooted
    assert len(root.children) == 2
    assert not trace.loose
    assert tracing.origin(trace) == "traced to TVA (not held)"


def test_a_ring_loses_nothing() -> None:
    lines = [traces.line(number, "A", None) for number in range(4)]
    ids = [line["id"] for line in lines]
    trace = traces.claim(lines, {ids[1]: ids[2], ids[2]: ids[3], ids[3]: ids[1]})
    drawn = [node.id for root in (*trace.rooted, *trace.loose) for node in root.below()]
    assert sorted(drawn) == ids


@pytest.mark.parametrize(
    ("change", "was", "is_", "words"),
    [
        ("relay_dropped", "TASS", None, "relay dropped: TASS"),
        ("relay_added", None, "TASS", "relay added: TASS"),
        ("number_raised", "dozens", "nearly a hundred", "number raised: dozens → nearly a hundred"),
        ("order_altered", None, None, "order altered"),
    ],
)
def test_differences_in_words(change: str, was: str | None, is_: str | None, words: str) -> None:
    assert tracing.differs(traces.drift("t_1", "t_2", change, was, is_)) == words


def test_who_claims_it() -> None:
    claim = traces.many(1).claim
    assert tracing.claimant(claim) == "Ilka Marn"
    assert tracing.claimant({"claimant": None}) == "outlet’s own voice"
    assert tracing.claimant({"claimant": {"name": None, "written": None}}) == "not named"
    assert tracing.claimant({"claimant": {"masked": True, "role": "miner"}}) == "miner (name masked)"
    assert tracing.claimant({"claimant": {"as": "outlet", "name": "A"}}) == "A itself"


def test_how_many_tell_it(four: Trace) -> None:
    assert tracing.reports(four) == "4 reports, 4 outlets"
    assert tracing.roots(four.claim) is None
    assert tracing.roots({"roots": []}) == "no independent origin"
    assert tracing.roots({"roots": [{"name": "A"}, {"name": None}]}) == "2 independent origins: A, not named"
    assert tracing.roots({"roots": [{"name": None, "masked": True}]}) == "1 independent origin: name masked"


def test_long_words_are_cut_between_words() -> None:
    assert tracing.shortened("one two three", 9) == "one two…"
    assert tracing.shortened("one  two", 9) == "one two"
    assert tracing.shortened("abcdefghijkl", 5) == "abcd…"


@pytest.mark.parametrize(("start", "expected"), [(None, False), (9, True), (10, False), (19, False), (20, True)])
def test_a_place_named_in_another_sentence_is_carried(start: int | None, expected: bool) -> None:
    place = {"written": "Dorn", "start": start}
    line = traces.line(1, "A", "2031-02-10", sentence={"start": 10, "end": 20, "text": "It fell."}, place=place)
    assert tracing.is_carried(place, line) is expected
    trace = Trace({"tellings": ["t_1"]}, {"t_1": line})
    assert tracing.carried(trace, place) is expected
    assert not tracing.carried(trace, {"written": "Belmar", "start": 9})
