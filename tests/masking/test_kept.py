from counterclaim.masking.kept import LEAST, Found, Masks
from counterclaim.masking.masks import Mask
from counterclaim.masking.names import Names

SOMEBODY = Found(Mask(None, "x" * 100, names=Names(private=frozenset(("venn",)))), None)
NONE = Found(Mask("A title", "y" * 100), "xx")


def never() -> Found:
    raise AssertionError


def test_a_mask_is_made_once() -> None:
    masks = Masks()
    assert masks.of(("a", "b"), lambda: SOMEBODY) is SOMEBODY
    assert masks.of(("a", "b"), never) is SOMEBODY


def test_where_nobody_is_masked_no_text_is_kept() -> None:
    found = Masks().of(("a", "b"), lambda: NONE)
    assert (found.mask.text, found.uncovered, bool(found.mask)) == ("", "xx", False)


def test_those_used_last_are_kept_as_far_as_there_is_room() -> None:
    masks = Masks(room=3 * (LEAST + 100))
    for name in "abc":
        masks.of((name, ""), lambda: SOMEBODY)
    masks.of(("a", ""), never)
    masks.of(("d", ""), lambda: SOMEBODY)
    assert len(masks) == 3
    for name in "acd":
        masks.of((name, ""), never)
    for number in range(20):
        masks.of((str(number), ""), lambda: NONE)
    assert len(masks) == 4


def test_two_that_make_the_same_mask_count_once() -> None:
    masks = Masks(room=LEAST + 100)
    masks.of(("a", ""), lambda: masks.of(("a", ""), lambda: SOMEBODY))
    assert masks.of(("a", ""), never) is SOMEBODY


def test_what_is_offered_is_kept_as_far_as_there_is_room() -> None:
    masks = Masks(room=2 * LEAST + 100)
    assert masks.offer(("a", ""), SOMEBODY)
    assert masks.offer(("b", ""), NONE)
    assert not masks.offer(("c", ""), NONE)
    assert masks.of(("a", ""), never) is SOMEBODY
    assert masks.of(("b", ""), never).mask.text == ""
