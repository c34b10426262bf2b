"""Days and counts of tellings, against the report's own day."""

from dataclasses import replace

from counterclaim.grounding.grounded import BY, answering, grounded
from counterclaim.model.quantity import Quantity
from counterclaim.model.report import Report
from counterclaim.model.source import Chain
from counterclaim.model.span import Span
from counterclaim.model.stance import Stance
from counterclaim.model.telling import Telling
from counterclaim.model.when import Dated

TEXT = "Shelling killed dozens of people on Sunday."


def telling(stance: str) -> Telling:
    made = Telling(
        Report("r", TEXT, "r", "r", published="2031-12-09"), Span.of(TEXT, 0, 43), Span.of(TEXT, 0, 42),
        Chain.of(None, claimant=None), {"reading": "test", "grounding": None},
    )  # fmt: skip
    dozens, sunday = (
        Span.of(TEXT, TEXT.index(words), TEXT.index(words) + len(words)) for words in ("dozens of people", "on Sunday")
    )
    counts = (Quantity("other", None, dozens.text, None, None, vague=False, span=dozens),)
    when = Dated(sunday.text, None, "text", sunday)
    return replace(made, kind="casualties", stance=Stance.parse(stance), quantities=counts, when=when)


def test_words_become_a_range_and_a_day() -> None:
    (found,) = grounded([telling("affirms/asserted")])
    (count,) = found.quantities
    assert (count.metric, count.who, count.low, count.high, count.vague) == ("killed", "people", 24, 99, True)
    assert found.when is not None
    assert found.when.when is not None
    assert found.when.when.edtf == "2031-12-07"
    assert found.by == {"reading": "test", "grounding": BY}


def test_what_is_foretold_lies_ahead() -> None:
    (found,) = grounded([telling("affirms/forecast")])
    assert found.when is not None
    assert found.when.when is not None
    assert found.when.when.edtf == "2031-12-14"


def test_what_is_answered_has_its_name_of_now() -> None:
    one, other = telling("affirms/asserted"), telling("denies/asserted")
    other = replace(other, content=Span.of(TEXT, 0, 8), answers=one.id)
    tied = replace(one, content=Span.of(TEXT, 9, 15))  # whatever changes what names it
    assert [found.answers for found in answering([one, other], [tied, other])] == [None, tied.id]
    assert tied.id != one.id
