"""What of one report says the same twice."""

from dataclasses import replace
from pathlib import Path

import pytest

from counterclaim.linking import repeats
from counterclaim.linking.linker import Rules
from counterclaim.linking.repeats import KIN, LIKELY, likely, signs, told_twice
from counterclaim.linking.traits import Traits, traits
from counterclaim.model.claim import Evidence
from made_tellings import GIMAREL, MARN, Line, read, tell

TOWER = Line("the water tower of Myrhal had burned down for two nights", MARN, kind="damage")
AGENCY = "Union Telegraph Agency"


def pairs(report: list[Traits]) -> set[tuple[int, int]]:
    return {(one.number, other.number) for one, other, _ in told_twice(report)}


def said(text: str) -> list[Traits]:
    return traits(read(AGENCY, text))


def test_a_paraphrase_is_repeated_by_the_quotation_behind_it() -> None:
    told = said(
        "The ferry across the Sarn stopped on Monday, the owner said. Governor Ilse Marn said the bridge could be "
        "closed for good. “The bridge could well be closed for good,” Marn said."
    )
    assert pairs(told) == {(1, 2)}


def test_what_is_added_is_another_proposition() -> None:
    paraphrase = "Governor Ilse Marn said the bridge over the Sarn was damaged. "
    told, added = (
        said(f"{paraphrase}“We cannot repair this bridge before winter,” Marn {cue}.") for cue in ("said", "added")
    )
    assert likely(*told) > likely(*added)


def test_a_headline_says_in_few_words_what_its_report_tells() -> None:
    """The same words show less further down, where two sentences of one matter are more often two claims."""
    headline = Line("both sides have a harvest deadline for peace", MARN, kind="negotiation")
    text = replace(headline, content="there is a harvest deadline to reach an agreement")
    first, later = (traits(tell("Calinth Times", *lines)) for lines in ((headline, text), (TOWER, headline, text)))
    assert pairs(first) == {(0, 1)}
    assert likely(*first) > likely(*later[1:])


def test_the_name_of_a_place_in_both_shows_nothing() -> None:
    dead = Line("shelling of Myrhal had killed three people", MARN, kind="casualties", place=("Myrhal", "p_myrhal"))
    down = Line("the water tower of Myrhal had burned down", MARN, kind="damage", place=("Myrhal", "p_myrhal"))
    assert pairs(traits(tell("Calinth Times", dead, down))) == set()


def test_two_that_repeat_a_third_repeat_one_another(monkeypatch: pytest.MonkeyPatch) -> None:
    odds = {(0, 1): LIKELY, (1, 2): LIKELY, (0, 2): KIN, (2, 3): LIKELY, (1, 3): KIN / 2}
    monkeypatch.setattr(repeats, "likely", lambda one, other: odds.get((one.number, other.number), 0.0))
    told = traits(tell("Calinth Times", *(replace(TOWER, content=f"{TOWER.content} {number}") for number in range(4))))
    assert pairs(told) == {(0, 1), (1, 2), (0, 2), (2, 3)}


def test_opposed_parties_and_denials_repeat_nothing() -> None:
    theirs = replace(TOWER, who=GIMAREL)
    ours = traits(tell("Calinth Times", TOWER, replace(TOWER, who=replace(MARN, party="vardia"))))
    both = traits(tell("Calinth Times", replace(TOWER, who=replace(MARN, party="vardia")), theirs))
    assert likely(*ours) >= LIKELY
    assert likely(*both) == 0.0


def test_a_repeat_says_how_likely_it_is() -> None:
    told = tell("Calinth Times", TOWER, TOWER)
    (join,) = Rules().joins(told, told)
    assert join.evidence == (Evidence.REPEAT,)
    assert join.reasons == (f"one report says it twice, {likely(*traits(told)):.0%} likely ({join.points:+})",)


def test_every_sign_has_its_weight() -> None:
    table = Path(repeats.__file__).parents[1] / "lang" / "en" / "repeats.tsv"
    rows = [line.split("\t")[0] for line in table.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert rows == ["always", *signs(*traits(tell("Calinth Times", TOWER, TOWER)))]


def test_repeats_of_a_very_long_report_are_looked_for_nearby_and_at_its_beginning(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seen: list[tuple[int, int]] = []

    def counted(one: Traits, other: Traits) -> float:
        seen.append((one.number, other.number))
        return 0.0

    monkeypatch.setattr(repeats, "likely", counted)
    told_twice(traits(tell("Calinth Times", *(replace(TOWER, content=f"tower {number}") for number in range(300)))))
    assert len(set(seen)) == len(seen) <= 300 * (repeats.BEGUN + repeats.NEAR)
    assert {(0, 299), (199, 299), (0, 1), (18, 19), (19, 20)} <= set(seen)
    assert (150, 299) not in seen
