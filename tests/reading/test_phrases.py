import pytest

from counterclaim.reading.phrases import phrase_after
from counterclaim.reading.tokens import tokens


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the mayor of Belmar.", "the mayor of Belmar"),
        ("Ilka Marn, a fighter with the group.", "Ilka Marn, a fighter with the group"),
        ("Ilka Marn, who fled on Monday.", "Ilka Marn, who fled on Monday"),
        ("Ilka Marn on Monday.", "Ilka Marn"),
        ("Ilka Marn in an interview.", "Ilka Marn"),
        ("a statement by Ilka Marn.", "Ilka Marn"),
        ("the ministry, was lost.", "the ministry"),
        ("the ministry while others left.", "the ministry"),
        ("that the bridge fell.", None),
        ("and went on.", None),
    ],
)
def test_the_phrase_after_a_cue(text: str, found: str | None) -> None:
    made = tokens(text, 0, len(text), [])
    place = phrase_after(made, 0)
    assert (text[made[place[0]].start : made[place[1] - 1].end] if place else None) == found


def test_before_a_clause_only_a_role_is_an_apposition() -> None:
    text = "Ilka Marn, the mayor of Belmar, the bridge was shut."
    made = tokens(text, 0, len(text), [])
    assert phrase_after(made, 0, fronted=True) == (0, 7)
    text = "Vale News, one survivor, Ilka Marn, said the bridge was shut."
    made = tokens(text, 0, len(text), [])
    assert phrase_after(made, 0, fronted=True) == (0, 2)
