import pytest

from counterclaim.model.report import Report
from counterclaim.reading.layout import Layout, Range
from counterclaim.reading.linker import Attribution
from counterclaim.reading.listeners import heard, listener
from counterclaim.reading.pieces import Vocabulary
from counterclaim.reading.resolving import Resolver
from counterclaim.reading.windows import Words


def words(text: str) -> Words:
    report = Report(id="r", text=text, path="a", location="a", language="en")
    return Words.of(Layout.of(report), Vocabulary({"[UNK]": 1}))


def run(made: Words, said: str) -> Range:
    start = made.layout.text.index(said)
    return made.run(start, start + len(said))


def said(made: Words, at: Range | None) -> str | None:
    return made.layout.text[slice(*made.place(at))] if at else None


def test_a_medium_in_the_words_of_the_claimant_is_a_relay() -> None:
    made = words("Mayor Marn to Vale Radio: it fell.")
    one = heard(made, Attribution((run(made, "it fell"),), claimant=run(made, "Mayor Marn to Vale Radio")))
    assert (one.claimant, one.relays) == (run(made, "Mayor Marn"), (run(made, "Vale Radio"),))


@pytest.mark.parametrize(
    ("content", "to", "rest"),
    [
        ("President Tessa Quill the capture of Dorn", "President Tessa Quill", "the capture of Dorn"),
        ("Tessa Quill that Dorn fell", "Tessa Quill", "Dorn fell"),
        ("Tessa Quill", None, "Tessa Quill"),
        ("have taken the port of Dorn", None, "have taken the port of Dorn"),
        ("the capture of Dorn", None, "the capture of Dorn"),
    ],
)
def test_who_is_told_is_no_part_of_what_is_told(content: str, to: str | None, rest: str) -> None:
    made = words(f"General Ilo Maren reported to {content} on Monday. President Tessa Quill smiled.")
    one = Attribution((run(made, content),), run(made, "reported"), "speech", run(made, "General Ilo Maren"))
    found = listener(made, one, Resolver(made.layout))
    text = made.layout.text
    assert (text[slice(*made.place(found.addressee))] if found.addressee else None) == to
    assert text[slice(*made.place(found.contents[0]))] == rest


@pytest.mark.parametrize(("who", "passes"), [("the agency Vale", True), ("TVA", True), ("a committee", False)])
def test_who_is_told_is_a_relay_or_an_addressee(who: str, passes: bool) -> None:
    made = words(f"Marn told {who} that it fell.")
    both = run(made, who)
    one = heard(made, Attribution((run(made, "it fell"),), None, None, run(made, "Marn"), (both,), both))
    assert (one.relays, one.addressee) == (((both,), None) if passes else ((), both))


def test_no_listener_ends_in_a_small_word() -> None:
    made = words("Marn put the question of that it fell.")
    assert heard(made, Attribution((run(made, "it fell"),), addressee=run(made, "the question of"))).addressee is None


def told(text: str, content: str, cue: str, who: str | None = None, to: str | None = None) -> Attribution:
    made = words(text)
    one = Attribution(
        (run(made, content),),
        run(made, cue),
        "speech",
        run(made, who) if who else None,
        addressee=run(made, to) if to else None,
    )
    return listener(made, one, Resolver(made.layout))


@pytest.mark.parametrize(
    ("text", "to", "kept"),
    [
        ("Marn told the Post she is aware that it fell.", "the Post she is aware", "the Post"),
        ("Marn told the Post the town was lost: it fell.", "the Post the town", "the Post"),
        ("Marn told members of the council that it fell.", "members of the council", "members of the council"),
        ("Marn warned this week that it fell.", "this week", None),
    ],
)
def test_a_listener_ends_where_what_is_said_begins_and_is_no_time(text: str, to: str, kept: str | None) -> None:
    assert said(words(text), told(text, "it fell", text.split()[1], "Marn", to).addressee) == kept


@pytest.mark.parametrize(
    ("text", "cue", "to"),
    [
        ("President Quill was told it fell.", "told", "President Quill"),
        ("New recruits are told it fell.", "told", "New recruits"),
        ("It was clear, Marn told, it fell.", "told", None),
    ],
)
def test_who_was_told_is_the_listener(text: str, cue: str, to: str | None) -> None:
    assert said(words(text), told(text, "it fell", cue).addressee) == to


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("In a phone call with President Quill on Monday, Marn said it fell.", "President Quill"),
        ("Marn said in a letter to the Committee that it fell.", "the Committee"),
        ("After a meeting with Quill, Marn said it fell.", None),
        ("In a meeting with aides, Marn said it fell.", None),
    ],
)
def test_with_whom_somebody_met_who_said_it_there_is_the_listener(text: str, to: str | None) -> None:
    assert said(words(text), told(text, "it fell", "said", "Marn").addressee) == to


@pytest.mark.parametrize(
    ("text", "relay"),
    [
        ("Marn said on national television that it fell.", "national television"),
        ("Marn said on Monday that it fell.", None),
        ("Marn said on the roof, without a radio, that it fell.", None),
    ],
)
def test_a_broadcast_on_which_it_is_said_is_a_relay(text: str, relay: str | None) -> None:
    found = told(text, "it fell", "said", "Marn").relays
    assert [said(words(text), one) for one in found] == ([relay] if relay else [])
