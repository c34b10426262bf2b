import pytest

from counterclaim.model.report import Report
from counterclaim.reading.chains import addressee, chain, cue_of, passed_on
from counterclaim.reading.layout import Layout, Range
from counterclaim.reading.linker import Attribution
from counterclaim.reading.pieces import Vocabulary
from counterclaim.reading.resolving import Resolver
from counterclaim.reading.windows import Words


def words(text: str, outlet: str | None = None) -> Words:
    report = Report(id="r", text=text, path="a", location="a", language="en", outlet=outlet)
    return Words.of(Layout.of(report), Vocabulary({"[UNK]": 1}))


def run(made: Words, said: str) -> Range:
    start = made.layout.text.index(said)
    return made.run(start, start + len(said))


def relays(text: str, relay: str, outlet: str | None = None) -> list[str | None]:
    made = words(text, outlet)
    one = Attribution((run(made, "it fell"),), None, None, run(made, "Marn"), (run(made, relay),))
    return [source.written for source in chain(made, one, Resolver(made.layout)).relays]


def test_a_relay_stands_before_the_claimant() -> None:
    assert relays("Marn told Vale News that it fell.", "Vale News") == ["Vale News"]


@pytest.mark.parametrize(("relay", "outlet"), [("Vale News", "Vale News"), ("VNA", "Vale News Agency")])
def test_the_outlet_of_the_report_is_no_relay_of_its_own(relay: str, outlet: str) -> None:
    assert relays(f"Marn told {relay} that it fell.", relay, outlet) == []


def test_nor_is_this_agency() -> None:
    assert relays("Marn told this agency that it fell.", "this agency") == []


@pytest.mark.parametrize("where", ["Telegram", "his channel", "a Facebook page"])
def test_where_something_is_posted_passes_on_nothing(where: str) -> None:
    assert relays(f"Marn wrote on {where} that it fell.", where) == []


def test_a_channel_with_a_name_passes_on() -> None:
    assert relays("Marn told the channel Old Gunner that it fell.", "the channel Old Gunner") == [
        "the channel Old Gunner"
    ]


@pytest.mark.parametrize(
    ("text", "said", "written"),
    [
        ("Ilka Marn, who runs the port, said it fell.", "Ilka Marn, who runs the port", "Ilka Marn"),
        ("Vardia’s claim that it fell", "Vardia’s", "Vardia"),
        ("The army group ‘River’ said it fell.", "The army group ‘River’", "The army group ‘River’"),
        ("The ‘rebels’ said it fell.", "The ‘rebels", "The ‘rebels’"),
    ],
)
def test_a_source_as_it_is_written(text: str, said: str, written: str) -> None:
    made = words(text)
    one = Attribution((run(made, "it fell"),), None, None, run(made, said))
    claimant = chain(made, one, Resolver(made.layout)).claimant
    assert claimant is not None
    assert claimant.written == written


def test_the_addressee_has_a_name_and_a_place() -> None:
    made = words("Marn told President Tessa Quill, who smiled, that it fell.")
    found = addressee(made, run(made, "President Tessa Quill, who smiled"), Resolver(made.layout))
    assert found == {"name": "Tessa Quill", "written": "President Tessa Quill", "start": 10, "end": 31}


@pytest.mark.parametrize(
    ("cue", "trimmed"),
    [
        ("has repeatedly emphasized", "emphasized"),
        ("invoked by", "invoked"),
        ("according to", "according to"),
        ("reportedly", "reportedly"),
        ("was", "was"),
        ("has", "has"),
    ],
)
def test_a_cue_stands_without_auxiliaries_and_adverbs(cue: str, trimmed: str) -> None:
    made = words(cue)
    assert made.layout.text[slice(*made.place(cue_of(made, (0, len(made.spans)))))] == trimmed


def test_an_auxiliary_alone_leads_to_its_verb() -> None:
    made = words("The army has also said so.")
    assert made.layout.text[slice(*made.place(cue_of(made, run(made, "has"))))] == "said"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("She stopped short of a promise, saying it would take time.", "She"),
        ("In early May, Ilka Marn halted the ferries via Halm while saying it would take time.", "Ilka Marn"),
        ("Marn left after Gelt arrived, saying it would take time.", None),
        ("The visit ended on Monday, saying it would take time.", None),
        ("On Monday a letter came, saying it would take time.", None),
        ("“She stopped there, saying it would take time.”", None),
    ],
)
def test_a_participle_is_of_the_plain_subject_of_its_sentence(text: str, who: str | None) -> None:
    made = words(text)
    (one,) = passed_on(made, [Attribution((run(made, "it would take time"),), run(made, "saying"), "speech")])
    assert (made.layout.text[slice(*made.place(one.claimant))] if one.claimant else None) == who
