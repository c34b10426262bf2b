"""Figures of stories, on answers that differ from the labels in one known thing."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from counterclaim.evaluating.pairing import most_pairs
from counterclaim.evaluating.scores import Score, Twofold
from counterclaim.evaluating.story_answers import Linked
from counterclaim.evaluating.story_scores import b_cubed, scores
from counterclaim.model.claim import Change, Claim, Drift, End, Unheld
from made_story import AGENCY, DROPPED, FOUND, ONE, RAISED, ROOTS, STORY, THREE, TWO, Source, claim, roots


def given(*claims: Claim) -> dict[str, Score]:
    return scores(Linked(STORY, FOUND, {}, claims), roots, read=False)


def read(found: Mapping[str, str], *claims: Claim) -> dict[str, Score]:
    return scores(Linked(STORY, found, {}, claims), roots, read=True)


def test_the_labels_themselves_are_perfect() -> None:
    found = given(ONE, TWO, THREE)
    assert {name: score.f1 for name, score in found.items() if score.f1 != 1} == {}
    assert {name: score.gold for name, score in found.items()} == {
        "claims, B³": 6,
        "origin right": 2,
        "parent right": 4,
        "drift": 2,
        "drift with slot and words": 2,
        "story right: origin of its most told claim": 1,
        "roots exact": 2,
        "number of roots right": 2,
        "story right: roots of its largest position": 1,
        "story right: roots of all its positions": 1,
    }
    assert {score.f1 for score in read(FOUND, ONE, TWO, THREE).values()} == {1}


def test_two_claims_taken_for_one() -> None:
    merged = replace(ONE, tellings=(*ONE.tellings, *TWO.tellings), parents=ONE.parents | TWO.parents)
    found = given(merged, THREE)
    assert found["claims, B³"] == Twofold(3 * 3 / 5 + 2 * 2 / 5 + 1, 6, 6, 6)
    assert found["claims, B³"].recall == 1
    assert found["origin right"] == Score(1, 2, 2)
    assert found["parent right"] == Score(4, 4, 4)
    assert found["roots exact"] == Score(1, 2, 2)  # the claim belongs to the first position by three of five
    assert found["number of roots right"] == Score(1, 2, 2)
    assert found["story right: roots of its largest position"].f1 == 1
    assert found["story right: roots of all its positions"].f1 == 0


def test_a_claim_split() -> None:
    short = claim("a/t1 b/t1", "t_a/t1", {"b/t1": "t_a/t1"}, RAISED)
    found = given(short, claim("c/t1", "t_c/t1", {}), TWO, THREE)
    assert found["claims, B³"] == Twofold(6, 6, 6, 2 * 2 / 3 + 1 / 3 + 2 + 1)
    assert found["claims, B³"].precision == 1
    assert found["origin right"].f1 == 1  # most of it is still where it was
    assert found["parent right"] == Score(3, 4, 4)  # an origin is not said to derive from nothing
    assert found["drift"] == Score(1, 1, 2)


def test_everything_alone() -> None:
    alone = [claim(name, f"t_{name}", {}) for name in FOUND]
    found = given(*alone)
    assert found["claims, B³"].precision == 1
    assert found["claims, B³"].recall == pytest.approx((1 / 3 * 3 + 1 / 2 * 2 + 1) / 6)
    assert found["parent right"].hit == 0


@pytest.mark.parametrize(
    ("parents", "hit"),
    [
        ({"b/t1": "t_c/t1", "c/t1": None}, 3),
        ({"b/t1": "t_a/t1", "c/t1": "t_a/t1"}, 3),
        ({"b/t1": None, "c/t1": AGENCY}, 2),
    ],
)
def test_a_wrong_parent(parents: dict[str, End | None], hit: int) -> None:
    found = given(claim("a/t1 b/t1 c/t1", "t_a/t1", parents, RAISED, DROPPED), TWO, THREE)
    assert found["parent right"] == Score(hit, 4, 4)
    assert found["origin right"].f1 == found["claims, B³"].f1 == 1


def test_an_unheld_source_of_another_name_is_wrong() -> None:
    other = Unheld("Union Telegraph Agency")
    found = given(ONE, replace(TWO, origin=other, parents={"t_a/t2": other, "t_b/t2": AGENCY}), THREE)
    assert found["origin right"] == Score(1, 2, 2)
    assert found["parent right"] == Score(3, 4, 4)
    assert found["story right: origin of its most told claim"].f1 == 1


def test_drift_that_is_missing_and_drift_too_much() -> None:
    assert given(replace(ONE, drift=(RAISED,)), TWO, THREE)["drift"] == Score(1, 1, 2)
    twice = given(replace(ONE, drift=(RAISED, RAISED, DROPPED)), TWO, THREE)
    assert twice["drift"] == Score(2, 3, 2)
    alone = replace(THREE, drift=(Drift("t_a/t1", "t_c/t2", "claimant", Change.ATTRIBUTION_DROPPED, "x", None),))
    assert given(ONE, TWO, alone)["drift"] == Score(2, 3, 2)


@pytest.mark.parametrize(
    ("item", "right"),
    [
        (replace(RAISED, from_="t_c/t1"), True),
        (replace(RAISED, slot="wording"), False),
        (replace(RAISED, was="Scores of them", is_="999"), False),
        (replace(RAISED, was="Scores of them", is_="1,000"), True),
        (replace(RAISED, was=None, is_=None), False),
    ],
)
def test_strictly_slot_and_words_must_agree(item: Drift, right: bool) -> None:
    found = given(replace(ONE, drift=(item, DROPPED)), TWO, THREE)
    assert found["drift"].f1 == 1
    assert found["drift with slot and words"] == Score(1 + right, 2, 2)


def test_a_change_of_nothing_in_words_needs_no_words() -> None:
    altered = {"from": "a/t1", "to": "b/t1", "slot": "order", "change": "order_altered"}
    story = replace(STORY, claims=(replace(STORY.claims[0], drift=(altered,)),), positions=())
    item = Drift("t_a/t1", "t_b/t1", "order", Change.ORDER_ALTERED, None, None)
    found = scores(Linked(story, FOUND, {}, [replace(ONE, drift=(item,))]), roots, read=False)
    assert found["drift with slot and words"] == Score(1, 1, 1)
    assert "roots exact" not in found


def test_what_was_not_read_counts_against_all_and_not_against_those_found() -> None:
    found = {name: id_ for name, id_ in FOUND.items() if name not in ("a/t1", "c/t2")}
    first = claim("b/t1 c/t1 x", "t_b/t1", {"c/t1": None, "x": None}, DROPPED)
    extra = replace(DROPPED, to="t_x")
    scored = read(found, replace(first, drift=(DROPPED, extra)), TWO, claim("y", "t_y", {}))
    assert scored["tellings found (recall)"] == Score(4, 6, 6)
    assert scored["claims, B³, of those found"] == Twofold(4, 4, 4, 4)
    assert scored["claims, B³, all"] == Twofold(6, 6, 6, 2 * 2 / 3 + 1 / 3 + 2 + 1)
    assert scored["origin right, all"] == Score(1, 2, 2)
    assert scored["origin right, of those found"] == Score(1, 1, 1)
    assert scored["parent right, all"] == Score(3, 4, 4)
    assert scored["parent right, of those found"] == Score(3, 3, 3)  # what derives from a/t1 is left out
    assert scored["drift, all"] == Score(1, 1, 2)  # what leads to a telling that stands for none is left out
    assert scored["drift, of those found"] == Score(1, 1, 2)
    assert scored["story right: origin of its most told claim"].f1 == 0


def test_the_same_number_of_other_roots_is_not_exact(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(ROOTS, "t_a/t2", "General Staff of Vardia")
    found = given(ONE, TWO, THREE)
    assert (found["roots exact"], found["number of roots right"]) == (Score(1, 2, 2), Score(2, 2, 2))
    monkeypatch.setitem(ROOTS, "t_c/t2", "somebody")
    assert given(ONE, TWO, THREE)["roots exact"] == Score(0, 2, 2)


def test_b_cubed_of_a_known_case() -> None:
    """Bagga & Baldwin (1998), the second response: {1 to 5}, {6, 7}, {8 to 12}, the last joined with the first."""
    gold = {str(at): "a" if at <= 5 else "b" if at <= 7 else "c" for at in range(1, 13)}
    found = {name: 1 if claim == "b" else 0 for name, claim in gold.items()}
    score = b_cubed(gold, found)
    assert score.precision == pytest.approx(7 / 12)
    assert score.recall == 1
    assert score.f1 == pytest.approx(2 * (7 / 12) / (7 / 12 + 1))


def test_twofold_scores_add_up() -> None:
    both = Twofold(1, 2, 4, 3) + Twofold(1, 2, 4, 1)
    assert both == Twofold(2, 4, 8, 4)
    assert (both.precision, both.recall, both.f1) == (0.5, 0.5, 0.5)
    assert Score() + Score(1, 1, 1) == Score(1, 1, 1)
    assert (Twofold().f1, Twofold(0, 1, 1, 0).f1) == (None, 0)


def test_pairs_are_found_whatever_the_order() -> None:
    assert most_pairs([1, 2], [2, 3], lambda one, other: abs(one - other) <= 1) == 2
    assert most_pairs([2, 1], [2, 3], lambda one, other: abs(one - other) <= 1) == 2
    assert most_pairs([1, 1], [1], lambda one, other: one == other) == 1


def test_a_root_that_nobody_names_is_known_by_the_words_for_it() -> None:
    called = [Source(None, ("a source", "a senior official"))]
    assert same_roots(["a senior official of the ministry"], called)
    assert not same_roots(["a senior governor"], called)
    assert same_roots(["unnamed officials"], called)
    assert not same_roots(["unnamed officials"], [Source("Ilse Marn")])


def same_roots(wanted: list[str], found: list[Source]) -> bool:
    """Whether a position with these roots is answered by those."""
    story = replace(STORY, positions=({**STORY.positions[0], "roots": wanted},))
    scored = scores(Linked(story, FOUND, {}, (ONE, TWO, THREE)), lambda _, __: found, read=False)
    return scored["roots exact"].hit == 1
