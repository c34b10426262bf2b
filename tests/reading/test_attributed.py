import re

from counterclaim.reading.attributed import attributed
from counterclaim.reading.quotations import outermost, quotations
from counterclaim.reading.sentences import spans
from counterclaim.reading.statements import statements


def read(text: str) -> list[tuple[str, str]]:
    paragraphs = [match.span() for match in re.finditer(r"[^\n]+", text)]
    quoted = list(outermost(quotations(text, paragraphs)))
    made = statements(text, [spans(text, *paragraph) for paragraph in paragraphs], quoted)
    found = attributed(made, frozenset(one.end for one in quoted if one.continued))
    return [(" ".join(token.text for token in one.source), text[one.parts[0][0].start : one.parts[-1][-1].end])
            for one in found]  # fmt: skip


def test_a_bare_quotation_goes_on_from_the_one_before() -> None:
    assert read("“We stay here,” Marn said. “We hold the port.” It rained. “Nobody is left in town.”") == [
        ("Marn", "“We stay here,”"),
        ("Marn", "“We hold the port.”"),
        ("", "“Nobody is left in town.”"),
    ]


def test_it_goes_on_in_the_next_paragraph() -> None:
    assert read("“We stay here,” Marn said.\n“We hold the port.”")[1] == ("Marn", "“We hold the port.”")
    assert read("Marn rested.\n“We hold the port.”") == [("", "“We hold the port.”")]


def test_a_quotation_over_two_paragraphs_has_one_speaker() -> None:
    assert read("“We stay here.\n“We hold the port,” Marn said.") == [
        ("Marn", "“We stay here."),
        ("Marn", "“We hold the port,”"),
    ]


def test_a_question_is_asked_by_whom_the_next_sentence_names() -> None:
    assert read("“Who holds the port?” Marn asked. It rained.") == [("Marn", "“Who holds the port?”")]
    assert read("“Who holds the port?” asked Marn.") == [("Marn", "“Who holds the port?”")]


def test_a_colon_announces_the_next_paragraph() -> None:
    assert read("Marn continued:\n“We hold the port.”") == [("Marn", "“We hold the port.”")]


def test_another_quotation_in_the_sentence_is_of_the_same_source() -> None:
    assert read("Marn says “nobody was hurt here” and that is it, and “nobody left the port”.")[-1][0] == "Marn"


def test_terms_and_titles_are_nobodys_words() -> None:
    assert read("The term ‘full return of the old port’ is common.") == []
    assert read("The ‘Center’ group left.") == []
    assert read("They read ‘The Long Road to Belmar’ at school.") == []


def test_a_quotation_of_nobody_is_told_as_such() -> None:
    assert read("A banner promised “an end to all of this” at the gate.") == [("", "“an end to all of this”")]
