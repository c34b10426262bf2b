"""What speaks for one claim in two reports: each sign has its weight, and they tell what they say."""

import pytest

from counterclaim.linking.signs import signs
from counterclaim.linking.traits import Traits, traits
from counterclaim.linking.weights import ALWAYS, SUREST, log_odds, weights
from made_tellings import GIMAREL, MARN, UTA, Line, tell

TOWER = Line("the water tower of Myrhal had burned down for two nights", MARN, kind="damage")


def one(line: Line, outlet: str) -> Traits:
    (found,) = traits(tell(outlet, line))
    return found


def test_every_sign_has_its_weight() -> None:
    both = signs(one(TOWER, "Calinth Times"), one(TOWER, "Velm Courier"), renamed=False)
    assert [ALWAYS, *both] == list(weights("joins"))


@pytest.mark.parametrize(
    ("other", "sign"),
    [
        (TOWER, "the same claimant"),
        (Line(TOWER.content, GIMAREL, kind="damage"), "different claimants"),
        (Line(TOWER.content, None, kind="damage"), "one claimant is named"),
        (Line(TOWER.content, MARN, kind="casualties"), "of different kinds"),
        (Line(TOWER.content, MARN, kind="damage", stance="denies/asserted"), "one denies"),
    ],
)
def test_a_sign_is_seen_either_way(other: Line, sign: str) -> None:
    ours, theirs = one(TOWER, "Calinth Times"), one(other, "Velm Courier")
    there, back = signs(ours, theirs, renamed=False), signs(theirs, ours, renamed=False)
    assert there[sign]
    assert dict(there) == pytest.approx(dict(back))


def test_who_cites_the_others_outlet_is_seen() -> None:
    citing = one(Line(TOWER.content, MARN, kind="damage", relay=UTA), "Calinth Times")
    assert signs(citing, one(TOWER, "Union Telegraph Agency"), renamed=False)["one cites the other's outlet"]


def test_log_odds_have_an_end() -> None:
    assert log_odds(0.5) == 0
    assert log_odds(1.0) == log_odds(SUREST) == -log_odds(0.0)
