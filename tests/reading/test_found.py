from counterclaim.reading.found import Found, is_long
from counterclaim.reading.tokens import tokens


def test_what_is_covered_and_what_is_held() -> None:
    after = Found(cue=(2, 3), parts=((3, 8),), source=(0, 2))
    assert [after.covers(at) for at in (2, 3, 7, 8)] == [False, True, True, False]
    assert [after.holds(at) for at in (1, 2, 5)] == [True, False, True]
    before = Found(cue=(6, 7), parts=((0, 5),), source=(7, 9), is_before=True)
    assert [before.holds(at) for at in (2, 8)] == [False, True]


def test_long_enough_for_a_clause() -> None:
    text = "In the old port a ship fell"
    made = tokens(text, 0, len(text), [])
    assert is_long(made, [(0, 7)])
    assert not is_long(made, [(0, 4)])
    assert not is_long(made, [(4, 6)])
    assert is_long(made, [(4, 6), (6, 7)])
