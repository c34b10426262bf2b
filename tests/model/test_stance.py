from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import BadValueError
from counterclaim.model.span import Span
from counterclaim.model.stance import Certainty, Polarity, Stance

cues = st.lists(
    st.builds(lambda start, text: Span(start, start + len(text), text), st.integers(0, 99), st.text("ab", min_size=1))
)
stances = st.builds(Stance, st.sampled_from(Polarity), st.sampled_from(Certainty), cues.map(tuple))


@given(stances)
def test_a_stance_round_trips(stance: Stance) -> None:
    assert Stance.from_json(stance.as_json()) == stance
    assert Stance.parse(str(stance), cues=stance.cues) == stance


def test_the_public_shape() -> None:
    stance = Stance.parse("denies/hedged", cues=(Span(4, 7, "not"),))
    cue = {"start": 4, "end": 7, "text": "not"}
    assert stance.as_json() == {"polarity": "denies", "certainty": "hedged", "cues": [cue]}


@pytest.mark.parametrize("notation", ["", "denies", "hedged/denies", "denies/", "Denies/hedged", "denies/hedged/x"])
def test_what_is_no_stance_is_refused_with_a_remedy(notation: str) -> None:
    with pytest.raises(BadValueError) as caught:
        Stance.parse(notation)
    assert "affirms" in caught.value.remedy


@given(stances, stances)
def test_compatible_is_symmetric_and_reflexive(one: Stance, other: Stance) -> None:
    assert one.compatible(other) == other.compatible(one)
    assert one.compatible(one)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("affirms/asserted", "affirms/hedged", True),
        ("affirms/asserted", "affirms/forecast", True),
        ("affirms/hedged", "doubts/asserted", True),
        ("affirms/conditional", "doubts/asserted", True),
        ("affirms/asserted", "doubts/hedged", False),
        ("affirms/forecast", "doubts/asserted", False),
        ("denies/asserted", "doubts/asserted", True),
    ],
)
def test_compatible_by_example(one: str, other: str, expected: bool) -> None:
    assert Stance.parse(one).compatible(Stance.parse(other)) is expected


@pytest.mark.parametrize(("mine", "theirs"), list(product(Certainty, Certainty)))
def test_to_affirm_never_goes_with_to_deny(mine: Certainty, theirs: Certainty) -> None:
    assert not Stance(Polarity.AFFIRMS, mine).compatible(Stance(Polarity.DENIES, theirs))
