"""Which telling a denial answers."""

from dataclasses import replace

from counterclaim.model.report import Report
from counterclaim.model.source import Chain, Link, Source
from counterclaim.model.span import Span
from counterclaim.model.stance import Stance
from counterclaim.model.telling import Telling, Voice
from counterclaim.reading.answers import answered

TEXT = "Teshar said Dorn had fallen. Velm dismissed the claims. Karsk is quiet, Marn said. Velm denied Dorn had fallen."


def telling(content: str, who: str, kind: str, stance: str = "affirms/asserted", *, last: bool = False) -> Telling:
    at = TEXT.rindex(content) if last else TEXT.index(content)
    span, source = Span.of(TEXT, at, at + len(content)), Source(Link.CLAIMANT, who)
    made = Telling(Report("r", TEXT, "r", "r"), span, span, Chain.of(None, claimant=source), {}, voice=Voice.ATTRIBUTED)
    return replace(made, kind=kind, stance=Stance.parse(stance))


FALL = telling("Dorn had fallen", "Teshar", "control_changed")


def test_a_content_that_only_points_has_the_kind_of_what_it_answers() -> None:
    _, denial = answered([FALL, telling("the claims", "Velm", "other", "denies/asserted")])
    assert (denial.answers, denial.kind) == (FALL.id, "control_changed")


def test_a_denial_that_says_what_it_denies_answers_the_likest_before_it() -> None:
    quiet = telling("Karsk is quiet", "Marn", "assessment")
    _, _, denial = answered(
        [FALL, quiet, telling("Dorn had fallen", "Velm", "control_changed", "denies/asserted", last=True)]
    )
    assert denial.answers == FALL.id


def test_nothing_is_answered_by_what_affirms_nor_where_nobody_else_spoke() -> None:
    assert [one.answers for one in answered([FALL, telling("Karsk is quiet", "Marn", "assessment")])] == [None, None]
    alone = telling("the claims", "Velm", "other", "denies/asserted")
    assert [one.answers for one in answered([alone])] == [None]
