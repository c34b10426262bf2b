import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.reading.quotations import Quotation, joined, outermost, quotations

PARAGRAPH = re.compile(r"[^\n]+")


def lexed(text: str) -> list[Quotation]:
    return quotations(text, [match.span() for match in PARAGRAPH.finditer(text)])


def quoted(text: str) -> list[str]:
    return [text[one.start : one.end] for one in outermost(lexed(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We stay,” he said. “We hold.”", ["“We stay,”", "“We hold.”"]),
        ('"We stay," he said. "We hold."', ['"We stay,"', '"We hold."']),
        ("‘We stay’, he said.", ["‘We stay’"]),
        ("'We stay,' he said.", ["'We stay,'"]),
        ("«We stay,» he said. „We hold,“ she said.", ["«We stay,»", "„We hold,“"]),
        ("''We stay,'' he said.", ["''We stay,''"]),
        ('"We stay,” he said.', ['"We stay,”']),
        ('“We stay," he said, “and hold.”', ['“We stay,"', "“and hold.”"]),
        ("‘It’s the soldiers’ camp,’ he said.", ["‘It’s the soldiers’ camp,’"]),
        ("‘It’s ours.’ The soldiers’ camp is theirs.", ["‘It’s ours.’"]),
        ("The ‘rockets’ were toys.", ["‘rockets’"]),
        ("'It's the '90s,' said O'Brien.", ["'It's the '90s,'"]),
        ("Rock ’n’ roll of the ’90s in the Vardian People’s Republic.", []),
        ("Rock 'n' roll of the '90s: don't ask O'Brien.", []),
        ("He is 5'10\" tall and stood at 55°45' with a 12\" gun.", []),
        ('"He spoke of the "capture" of it. It stands," he said.', ['"He spoke of the "capture" of it. It stands,"']),
        ('"We hold the ("old") town," he said.', ['"We hold the ("old") town,"']),
        ("A close ” without an opening ’ is nothing.", []),
    ],
)
def test_quotations_and_no_apostrophes(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def test_a_quotation_within_a_quotation_is_deeper() -> None:
    text = "“He told us, ‘Go,’ and we went,” she said."
    outer, inner = lexed(text)
    assert (outer.depth, inner.depth) == (0, 1)
    assert text[inner.inner_start : inner.inner_end] == "Go,"
    assert text[outer.inner_start : outer.inner_end] == "He told us, ‘Go,’ and we went,"


def test_a_quotation_goes_on_in_a_paragraph_that_begins_with_a_mark() -> None:
    text = "“We stay.\n“We hold,” he said."
    first, second = lexed(text)
    assert (first.continued, first.open, text[first.start : first.end]) == (True, False, "“We stay.")
    assert (second.continued, second.open) == (False, False)


def test_a_quotation_left_open_runs_to_the_end_of_its_paragraph() -> None:
    text = "He said: “We stay. We hold. \nThe day was calm."
    (only,) = lexed(text)
    assert only.open
    assert text[only.start : only.end] == "“We stay. We hold."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We stay.\nWe hold.\nIt stands,” he said.", 1),
        ('"We stay.\nIt stands," he said. "We hold.\nIt stands," he said.\nThe end.', 2),
        ('"We stay.\n"It stands," he said.', 2),
        ("“We stay.\nThe day was calm.\n“It stands,” he said.", 3),
        ("“We stay." + "\nWe hold." * 5 + "\nIt stands,” he said.", 7),
        ("“We stay.\nIt stands,» he said.", 2),
    ],
)
def test_paragraphs_are_joined_by_a_quotation_left_open(text: str, found: int) -> None:
    paragraphs = [match.span() for match in PARAGRAPH.finditer(text)]
    whole = joined(text, paragraphs)
    assert len(whole) == found
    assert (whole[0][0], whole[-1][1]) == (0, len(text))


def test_an_opening_mark_before_whole_quotations_is_a_slip() -> None:
    assert quoted("A “slip. “We stay,” he said.") == ["“We stay,”"]


@given(st.text(st.sampled_from("aBs ,.“”‘’\"'«»„‚‹›5°\n")))
def test_quotations_are_in_bounds_nested_and_the_same_again(text: str) -> None:
    found = lexed(text)
    assert found == lexed(text)
    assert found == sorted(found, key=lambda one: one.start)
    for one in found:
        assert 0 <= one.start < one.inner_start <= one.inner_end <= one.end <= len(text)
        assert "\n" not in text[one.start : one.end]
    for first in found:
        for second in found:
            apart = first.end <= second.start or second.end <= first.start
            within = first.start <= second.start and second.end <= first.end
            assert apart or within or (second.start <= first.start and first.end <= second.end)


@pytest.mark.parametrize("marks", ["“", "”", "‘", "’", '"', "'", "“‘", "’”", "‘ ’s ", "“a’ ", "«„‚‹"])
def test_time_is_linear_in_the_marks(marks: str) -> None:
    text = marks * (300_000 // len(marks))
    quotations(text, [(0, len(text))])
    joined(text, [(at, at + 10) for at in range(0, len(text) - 10, 10)])
