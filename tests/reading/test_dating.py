"""Which dates of a sentence are those of a telling. All sentences are made up."""

from dataclasses import replace

import pytest

from counterclaim.lang.data import rows
from counterclaim.model.report import Report
from counterclaim.model.source import Chain
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling, Voice
from counterclaim.reading.dating import dated, dates, words

CLASSES = sorted(rows("en", "dating"))


def span(text: str, part: str) -> Span:
    start = text.index(part)
    return Span.of(text, start, start + len(part))


def found(
    text: str, content: str, cue: str | None, *, said: str = "", when: str = "", contents: str = ""
) -> tuple[str | None, str | None]:
    """The days of a telling of `content`; the others are words that the network marks, with `|` between.

    An interrupted content has "…" between its pieces.
    """
    whole = Span.of(text, 0, len(text))
    parts = tuple(span(text, part) for part in content.split("…"))
    hull = Span.of(text, parts[0].start, parts[-1].end)
    telling = Telling(Report("r", text, "r", "r"), whole, hull, Chain.of(None, claimant=None), {})
    telling = replace(
        telling,
        parts=parts if len(parts) > 1 else (),
        cue=span(text, cue) if cue else None,
        voice=Voice.ATTRIBUTED if cue else Voice.OUTLET,
    )
    marked = [[span(text, part) for part in given.split("|") if part] for given in (said, when, contents)]
    one, other = dated(telling, marked[0], marked[1], sentences=[whole], contents=marked[2])
    return (one.written if one else None), (other.written if other else None)


@pytest.mark.parametrize("name", CLASSES)
def test_a_class_of_words_fires_on_its_example(name: str) -> None:
    assert words(name).search(rows("en", "dating")[name]["example"])


def test_a_date_is_whole_whatever_part_of_it_is_marked() -> None:
    text = "Shelling on Nov. 18 killed ten, the council said in a note on Dec. 1, 2031."
    assert found(text, "Shelling on Nov. 18 killed ten", "said", when="Nov") == ("on Dec. 1, 2031", "on Nov. 18")
    assert found(text, "Shelling on Nov. 18 killed ten", "said", said="Dec", when="on") == (
        "on Dec. 1, 2031",
        "on Nov. 18",
    )


def test_a_particle_of_the_verb_is_no_part_of_the_date() -> None:
    for text, written in (("which they withdrew from in May", "in May"), ("from May to June", "from May to June")):
        assert [one.span.text for one in dates(Span.of(text, 0, len(text)))] == [written]


def test_a_past_day_before_what_is_said_now_dates_the_event() -> None:
    text = "In March, the ministry says it hit two ships."
    assert found(text, "it hit two ships", "says", said="In March") == (None, "In March")
    assert found(text.replace("says", "said"), "it hit two ships", "said", said="In March") == ("In March", None)
    text = "Today the ministry says it hit two ships."
    assert found(text, "it hit two ships", "says", said="Today") == ("Today", None)


@pytest.mark.parametrize("vague", ["recently", "in recent weeks", "now", "an hour earlier", "before dawn", "for days"])
def test_words_that_are_no_date_date_nothing(vague: str) -> None:
    text = f"Dorn was shelled {vague}, she said."
    assert found(text, f"Dorn was shelled {vague}", "said", when=vague) == (None, None)


@pytest.mark.parametrize(
    ("text", "content", "cue", "said"),
    [
        ("The mill burned, she said on Sunday.", "The mill burned", "said", "on Sunday"),
        ("The mill burned, she told Velmpress in Dorn on Sunday.", "The mill burned", "told", "on Sunday"),
        ("On Sunday, General Marn, who leads it, said the mill burned.", "the mill burned", "said", "On Sunday"),
        ("General Marn on Sunday dismissed the claims.", "the claims", "dismissed", "on Sunday"),
        ("If it falls, Dorn is lost, he warned them overnight.", "If it falls, Dorn is lost", "warned", "overnight"),
        ("A courier who left on Sunday told us the mill burned.", "the mill burned", "told", None),
        ("Fire broke out on May 10, which Marn said was no accident.", "was no accident", "said", None),
        ("Meanwhile, on Sunday, General Marn said the mill burned.", "the mill burned", "said", "on Sunday"),
        ("In the long fight for Dorn on Sunday the general said the mill burned.", "the mill burned", "said", None),
        ("After Sunday’s fight the general said the mill burned.", "the mill burned", "said", None),
        ("In the past 24 hours the mission reported ten fires.", "ten fires", "reported", None),
        ("He promised by Friday to mend it.", "to mend it", "promised", None),
        ("The mill burned on Sunday, she said.", "The mill burned on Sunday", "said", None),
    ],
)
def test_a_date_beside_the_word_that_attributes_dates_the_saying_unmarked(
    text: str, content: str, cue: str, said: str | None
) -> None:
    assert found(text, content, cue) == (said, None)


def test_a_date_of_the_occasion_behind_the_content_dates_the_saying() -> None:
    text = "He had cited a figure of 300 dead in an interview with Velmpress in May."
    assert found(text, "a figure of 300 dead", "cited", when="in May") == ("in May", None)
    text = "He cited the dead in the fight in May."
    assert found(text, "the dead in the fight", "cited", when="in May") == (None, "in May")
    text = "He cited a figure of 300 dead in an interview, which was printed in May."
    assert found(text, "a figure of 300 dead", "cited") == (None, None)


def test_a_date_in_what_another_is_quoted_for_dates_no_saying() -> None:
    text = "The mill burned on 9 May, according to Marn, and two men were lost."
    assert found(text, "two men were lost", "according to", contents="The mill burned on 9 May") == (None, None)


def test_a_date_belongs_to_the_nearest_saying() -> None:
    text = "Commanders told the president on Sunday evening that Dorn fell, a spokesman said on Monday."
    assert found(text, "Dorn fell", "told", said="on Monday") == ("on Sunday evening", None)
    assert found(text, "Dorn fell", "said", said="on Monday") == ("on Monday", None)
    text = "Three died, officials said on Sunday, as the mayor reported a wave of drones."
    assert found(text, "a wave of drones", "reported", said="on Sunday") == (None, None)
    assert found(text, "Three died", "said", said="on Sunday") == ("on Sunday", None)
    text = "The ministry announced the capture of Dorn on Tuesday, the agency reported."
    assert found(text, "the capture of Dorn", "announced", said="on Tuesday") == ("on Tuesday", None)


def test_a_date_in_the_content_dates_what_is_told_even_if_marked_as_the_saying() -> None:
    text = "He said on Monday that Dorn fell on Sunday."
    assert found(text, "Dorn fell on Sunday", "said", said="on Sunday|on Monday") == ("on Monday", "on Sunday")


def test_a_date_before_dates_what_goes_on_and_one_in_a_clause_behind_does_not() -> None:
    text = "On Saturday a shell hit the bakery, killing two, where a salvo had fallen in May."
    assert found(text, "killing two", None, when="On Saturday") == (None, "On Saturday")
    assert found(text, "killing two", None, when="in May") == (None, None)
    assert found(text, "a shell hit the bakery", None, when="On Saturday") == (None, "On Saturday")


def test_the_outlet_has_no_day_of_saying() -> None:
    text = "On Saturday a shell hit the bakery."
    assert found(text, "a shell hit the bakery", None, said="On Saturday") == (None, None)


def test_a_clause_that_ends_with_a_date_is_told_with_its_opening_word() -> None:
    text = "Dorn has had no water since the siege began in May 2031, she said."
    whole = "since the siege began in May 2031"
    assert found(text, "Dorn has had no water since the siege began in May 2031", "said", when="since") == (None, whole)
    assert found(text, "the siege began in May 2031", "said", when="in May") == (None, "in May 2031")
    text = "He had said before that on Sunday they slept."
    assert found(text, "on Sunday they slept", "said", when="on Sunday") == (None, "on Sunday")


def test_the_date_of_a_dateline_is_none_of_the_sentence() -> None:
    text = "VELM, Dec. 5 (UPI) -- The council says it burned."
    assert dates(Span.of(text, 0, len(text))) == ()
    assert found(text, "it burned", "says") == (None, None)


def test_an_interrupted_content_may_hold_its_date_in_either_piece() -> None:
    text = "“They fled,” he said on Monday, “and on Sunday they were gone.”"
    assert found(text, "“They fled,”…“and on Sunday they were gone.”", "said", when="Sunday") == (
        "on Monday",
        "on Sunday",
    )
