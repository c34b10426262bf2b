from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.intake.paragraphs import paragraphs

MAIL = """\
Made-up text: the ferry of Vardia left the harbour at noon on Monday
with forty people on board, and came back late in the evening because
the wind had turned. The harbour master wrote it down in his book.

He said that the next ferry would leave on Tuesday, and that all who
had bought a ticket could use it again. Nobody was hurt, and the lost
hat of a passenger was found on the pier.
"""
LISTED = """\
Made-up text: the council of Vardia has decided on the works of this
summer, which will be done in the order in which they stand here, and
the mayor has signed the list:
- the bridge over the brook is to be painted, and its railing mended
where the flood of last year has bent it;
- the school gets a roof.
All of it is to be done before the first day of September, as it was
said in the council by the mayor.
"""


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


def test_a_line_is_a_paragraph() -> None:
    text = "Made-up text: one.\n\n  Two.\t\r\nThree\n\n\n"
    assert words(text) == ["Made-up text: one.", "Two.", "Three"]


def test_a_sentence_to_a_line_is_a_paragraph_to_a_line() -> None:
    lines = [
        f"Made-up text: the ferry of Vardia left at {hour} with all who had come to see it go." for hour in range(9)
    ]
    assert words("\n".join(lines)) == lines


def test_long_lines_that_run_on_are_not_wrapped() -> None:
    line = "made-up text " * 12 + "and"
    assert len(words("\n".join([line] * 5))) == 5


def test_in_a_wrapped_mail_blank_lines_part() -> None:
    found = words(MAIL)
    assert [part.split()[0] for part in found] == ["Made-up", "He"]
    assert found[0].endswith("in his book.")
    assert found[1].endswith("on the pier.")


def test_a_wrapped_mail_may_be_indented() -> None:
    assert len(words(MAIL.replace("\n", "\n  "))) == 2


def test_in_a_wrapped_text_a_bullet_and_a_line_not_filled_part_too() -> None:
    assert [part.split()[1] for part in words(LISTED)] == ["text:", "the", "the", "of"]


def test_names_below_each_other_are_not_wrapped() -> None:
    text = "Made-up text\nIvanka the baker\nlittle bridge\nold mill\nthe harbour of Vardia\nbrook\nschool"
    assert len(words(text)) == 7


def test_where_it_is_known_nothing_is_measured() -> None:
    assert len(paragraphs(MAIL, by_line=True)) == 6


def test_cyrillic_is_measured_too() -> None:
    text = (
        "Выдуманный текст: паром Вардии вышел из порта в полдень в понедельник\n"
        "с сорока пассажирами на борту и вернулся поздно вечером, потому что\n"
        "ветер переменился. Начальник порта записал это в свою книгу.\n\nИ всё."
    )
    assert len(words(text)) == 2


@given(st.text(st.sampled_from("ab .-A\n\t\u00a0")))
def test_extents_are_ordered_bare_and_hold_every_letter(text: str) -> None:
    found = paragraphs(text)
    assert all(start < end and text[start:end] == text[start:end].strip() for start, end in found)
    assert all(one[1] < two[0] for one, two in pairwise(found))
    assert "".join("".join(words(text)).split()) == "".join(text.split())


@pytest.mark.parametrize(
    "text", ["made up " * 250_000, ("made up words go " * 4 + "\n") * 30_000, "a\n" * 200_000, "\n" * 10**6]
)
def test_long_texts_take_linear_time(text: str) -> None:
    paragraphs(text)
