import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import BadValueError
from counterclaim.model.review import Action, Review

REVIEW = Review(Action.CORRECT, "t_0", "analyst", "2025-12-07T09:00:00Z", "wrong village", {"place": "UA1", "n": 1})

words = st.text(min_size=1).filter(str.strip)
instants = st.datetimes().map(lambda at: at.isoformat() + "Z")
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=5,
)
details = st.dictionaries(st.text(), values, max_size=3)
reviews = st.builds(Review, st.sampled_from(Action), words, words, instants, words, details)


@given(reviews)
def test_a_review_round_trips_with_its_id(review: Review) -> None:
    value = json.loads(json.dumps(review.as_json()))
    assert Review.from_json(value) == review
    assert Review.from_json(value).id == value["id"]


@given(reviews)
def test_the_id_does_not_hang_on_the_order_of_keys(review: Review) -> None:
    assert replace(review, detail=dict(reversed(review.detail.items()))).id == review.id


@pytest.mark.parametrize(
    "change",
    [
        {"action": Action.REJECT},
        {"subject": "t_1"},
        {"by": "another"},
        {"at": "2025-12-07T09:00:01Z"},
        {"reason": "other"},
        {"detail": {"place": "UA1", "n": 2}},
    ],
)
def test_the_id_hangs_on_every_field(change: dict[str, Any]) -> None:
    assert replace(REVIEW, **change).id != REVIEW.id


def test_the_public_shape() -> None:
    assert list(REVIEW.as_json()) == ["id", "action", "subject", "by", "at", "reason", "detail"]
    assert REVIEW.id.startswith("rv_")
    assert len(REVIEW.id) == len("rv_") + 16


def test_the_id_of_a_known_review_stays() -> None:
    assert REVIEW.id == "rv_a6d1bab5ebfd2c4c"


@pytest.mark.parametrize(
    "change",
    [
        {"by": ""},
        {"by": " \n"},
        {"reason": ""},
        {"subject": ""},
        {"at": "2025-12-07"},
        {"at": "2025-12-07T09:00:00"},
        {"at": "2025-12-07T09:00:00+02:00"},
        {"at": "yesterday"},
        {"detail": {"x": float("nan")}},
        {"detail": {"x": object()}},
    ],
)
def test_an_incomplete_review_is_refused_with_a_remedy(change: dict[str, Any]) -> None:
    with pytest.raises(BadValueError) as caught:
        replace(REVIEW, **change)
    assert caught.value.remedy


def test_utc_may_be_written_as_an_offset() -> None:
    assert replace(REVIEW, at="2025-12-07T09:00:00.5+00:00").at.endswith("+00:00")


def test_a_review_can_stand_in_a_set() -> None:
    assert len({REVIEW, replace(REVIEW), replace(REVIEW, detail={})}) == 2
