"""What of a telling is compared."""

from dataclasses import replace
from datetime import date

import pytest

from counterclaim.linking.identity import named
from counterclaim.linking.traits import Traits, speaks_itself, traits
from counterclaim.model.telling import Telling
from made_tellings import GIMAREL, TESHAR, UTA, Line, made, medium, read, tell

Reports = list[list[Telling]]
BURNED = Line("the water tower of Myrhal had burned down", GIMAREL, place=("Myrhal", "p_myrhal"))


def only(line: Line, outlet: str = "Calinth Times", published: str | None = "2031-03-05") -> Traits:
    (found,) = traits(tell(outlet, line, published=published))
    return found


def test_they_stand_in_the_order_of_the_report(story: Reports) -> None:
    for report in story:
        found = traits(report[::-1])
        assert [one.telling for one in found] == [one.telling for one in traits(report)]
        assert [one.number for one in found] == list(range(len(report)))
        starts = [one.telling.content.start for one in found]
        assert starts == sorted(starts)


def test_an_unknown_day_comes_last() -> None:
    assert only(BURNED, published=None).order > only(BURNED, published="2032-01-01").order
    assert only(BURNED, published=None).published is None
    assert only(BURNED, published="2031-03-05T10:00:00Z").published == date(2031, 3, 5)


def test_an_outlet_that_is_a_body_claims_what_it_tells_itself() -> None:
    own = replace(BURNED, who=None)
    assert only(own, "Ministry of Defence of Teshar").claimant.actor == "a_ts_defence"
    assert not only(own, "Union Telegraph Agency").claimant.is_known
    assert not only(own, "Harbor County Today").claimant.is_known
    assert speaks_itself(named("Ministry of Defence of Teshar", None, "vardia"))


def test_a_medium_is_cited_where_it_passes_on_or_claims_and_is_not_the_outlet_itself() -> None:
    relayed = replace(BURNED, relay=UTA)
    assert [one.actor for one in only(relayed).cites] == ["a_uta"]
    assert [one.actor for one in only(replace(BURNED, who=UTA)).cites] == ["a_uta"]
    assert only(relayed, "Union Telegraph Agency").cites == ()
    assert only(BURNED).cites == ()


def test_a_relay_named_beside_other_words_of_a_claimant_carries_these_too() -> None:
    other = replace(BURNED, content="two schools of Dorn were closed", place=None)
    found = traits(tell("Calinth Times", replace(BURNED, relay=UTA), other, replace(other, who=TESHAR)))
    assert [[one.actor for one in each.carried_by] for each in found] == [["a_uta"], ["a_uta"], []]


def test_the_day_of_other_words_is_the_day_of_these_where_there_is_one() -> None:
    other = replace(BURNED, content="two schools of Dorn were closed", place=None)
    first, second = traits(tell("Calinth Times", replace(BURNED, said="2031-03-04"), other))
    assert first.said == second.said == (date(2031, 3, 4), date(2031, 3, 4))
    days = [replace(BURNED, said="2031-03-04"), replace(other, said="2031-03-02"), other]
    assert traits(tell("Calinth Times", *days))[2].said is None


def test_numbers_in_words_and_figures_are_one() -> None:
    words = "shelling of Myrhal had killed {} people"
    one = replace(BURNED, content=words.format("three"), counts=(("three people", "killed", "3"),))
    other = replace(BURNED, content=words.format("3"))
    assert only(one).numbers == only(other).numbers == {3}
    assert only(replace(BURNED, content=words.format("1,200"))).numbers == {1200}
    vague = replace(one, counts=(("three people", "killed", "~24..99"),))
    assert only(vague).numbers == frozenset()


def test_only_words_within_quotation_marks_are_quoted() -> None:
    words = "Governor Ilse Marn said that “the water tower of Myrhal” had burned. “We saw it fall,” she added."
    assert [len(one.quoted) for one in traits(read("Calinth Times", words))] == [1, 1]
    short = "Governor Ilse Marn said that the “water tower” of Myrhal had burned."
    assert [one.quoted for one in traits(read("Calinth Times", short))] == [()]


def test_a_name_in_two_spellings_is_one_word() -> None:
    words = "troops had entered {} from the north"
    one, other = (only(replace(BURNED, content=words.format(name), place=None)) for name in ("Hrunda", "Grunda"))
    assert set(one.words) == set(other.words)


def test_words_beside_a_place_are_without_its_name() -> None:
    found = only(replace(BURNED, content="shells had hit Myrhal again", place=("Myrhal", "p_myrhal")))
    assert set(found.words) - set(found.said_of_it) == {word for word in found.words if word.startswith("@")}


@pytest.mark.parametrize(("stance", "denies"), [("affirms/asserted", False), ("denies/asserted", True)])
def test_what_is_denied(stance: str, denies: bool) -> None:
    assert only(replace(BURNED, stance=stance)).denies is denies


def test_a_kind_that_says_nothing_has_no_family() -> None:
    assert only(replace(BURNED, kind="other")).family is None
    assert only(replace(BURNED, kind=None)).family is None
    assert only(replace(BURNED, kind="damage")).family


def test_nothing_told_has_none() -> None:
    assert traits([]) == []
    assert made("Calinth Times", "").text
    assert medium("Calinth Times").words == "Calinth Times"
