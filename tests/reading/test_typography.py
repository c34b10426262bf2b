from counterclaim.model.report import Report
from counterclaim.reading.interface import Scheme
from counterclaim.reading.layout import Layout
from counterclaim.reading.linker import Attribution
from counterclaim.reading.pieces import Vocabulary
from counterclaim.reading.typography import attributed, merged
from counterclaim.reading.windows import Words

TALK = """Made-up talk.

MARN: We hold the port. Nobody left.

QUILL: Who is we?

MARN: My men."""


def words(text: str) -> Words:
    layout = Layout.of(Report(id="r", text=text, path="a", location="a", language="en"))
    return Words.of(layout, Vocabulary({"[UNK]": 1}))


def read(text: str, scheme: Scheme) -> list[tuple[str | None, ...]]:
    made = words(text)

    def said(run: tuple[int, int] | None) -> str | None:
        return text[slice(*made.place(run))] if run else None

    return [(said(one.claimant), said(one.cue), said(one.contents[0])) for one in attributed(made, scheme)]


def test_a_transcript_names_its_speakers() -> None:
    assert read(TALK, Scheme.POLNEAR) == [
        ("MARN", ":", "We hold the port. Nobody left."),
        ("QUILL", ":", "Who is we?"),
        ("MARN", ":", "My men."),
    ]
    assert [cue for _, cue, _ in read(TALK, Scheme.GUIDELINES)] == [None] * 3


def test_a_heading_or_two_are_no_transcript() -> None:
    assert read("UPDATE: It fell.\n\nNOTE: It rains.", Scheme.POLNEAR) == []
    assert read("READ: It fell.\n\nVIDEO: It rains.\n\nPHOTO: It burns.", Scheme.POLNEAR) == []


def test_a_quotation_may_be_signed() -> None:
    text = "“We never left the port of Belmar.” — Ilka Marn\n“They shot at us for days.” ― Tessa Quill, a baker"
    assert read(text, Scheme.POLNEAR) == [
        ("Ilka Marn", "—", "“We never left the port of Belmar.”"),
        ("Tessa Quill", "―", "“They shot at us for days.”"),
    ]
    assert read("“We never left the port of Belmar” — a lie, Marn said.", Scheme.POLNEAR) == []


def test_a_page_may_state_its_source_and_then_quote() -> None:
    text = "Source: Ilka Marn, Head of the Belmar council, on Telegram\n\n"
    text += "Quote: “We hold the bridge.”\n\nQuote: “It burns.”"
    assert read(text, Scheme.GUIDELINES) == [
        ("Ilka Marn, Head of the Belmar council", None, "“We hold the bridge.”"),
        ("Ilka Marn, Head of the Belmar council", None, "“It burns.”"),
    ]
    assert read("Quote: “We hold the bridge.”", Scheme.GUIDELINES) == []


def test_what_the_layout_says_goes_before_what_was_found() -> None:
    typed = attributed(words(TALK), Scheme.GUIDELINES)
    inside, before = Attribution((typed[0].contents[0],)), Attribution(((0, 1),))
    assert merged([before, inside], typed) == [before, *typed]
