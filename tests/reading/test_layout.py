from counterclaim.model.report import Report
from counterclaim.reading.layout import Layout

TEXT = "Belmar was calm. “We stay,” said Ilka Marn.\n\nThe port was shut."


def layout(text: str) -> Layout:
    return Layout.of(Report(id="r_1", text=text, path="a.txt", location="a.txt", language="en"))


def test_lines_are_paragraphs_of_sentences() -> None:
    made = layout(TEXT)
    assert [[made.text[start:end] for start, end in paragraph] for paragraph in made.paragraphs] == [
        ["Belmar was calm.", "“We stay,” said Ilka Marn."],
        ["The port was shut."],
    ]
    assert made.sentence(TEXT.index("Ilka")).text == "“We stay,” said Ilka Marn."
    assert made.sentence(TEXT.index("port")).text == "The port was shut."


def test_which_quotation_holds_a_place_and_where_the_next_begins() -> None:
    made = layout(TEXT)
    held = made.quotation_at(TEXT.index("stay"))
    assert held is not None
    assert made.text[held.start : held.end] == "“We stay,”"
    assert made.quotation_at(0) is None
    assert made.quotation_at(held.end) is None
    assert made.quotation_from(0) == held.start
    assert made.quotation_from(held.end) == len(TEXT)


def test_spans_count_the_text_as_given() -> None:
    made = layout("The may\u00ador of\u00a0Belmar.")
    assert made.text == "The mayor of Belmar."
    assert made.span(4, 9).text == "may\u00ador"


def test_an_apostrophe_that_nothing_closes_is_no_quotation() -> None:
    assert layout("In the ‘nineties all was calm.").quoted == []


def test_such_an_apostrophe_hides_no_quotation() -> None:
    made = layout("Marn was in the ‘old port. He said “we will stay here”, and left.")
    assert [made.text[one.start : one.end] for one in made.quoted] == ["“we will stay here”"]


def test_a_sentence_without_an_end_is_shown_in_part() -> None:
    made = layout("port " * 2000)
    sentence = made.sentence(5005)
    assert sentence.start <= 5005 < sentence.end
    assert len(sentence.text) <= 2000
    assert set(sentence.text.split()) == {"port"}
    assert made.sentence(0).start == 0
    assert layout("x" * 9000).sentence(4000).start == 4000


def test_where_the_dateline_is() -> None:
    made = layout("BELMAR, Vardia — The port was shut.\n\nThe port — a ruin.")
    assert made.is_dateline(0)
    assert not made.is_dateline(made.text.index("port"))
    assert not made.is_dateline(made.text.index("The port — a"))
