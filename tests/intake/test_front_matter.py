import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.intake.front_matter import MOST_LINES, parted, written

BODY = "Made-up text: the ferry of Vardia left.\n"


def test_values_are_parted_from_the_text() -> None:
    values, text, faults = parted(f"---\noutlet: Vardia Herald\nurl: https://vardia.example/a\n---\n{BODY}")
    assert values == {"outlet": "Vardia Herald", "url": "https://vardia.example/a"}
    assert text == BODY
    assert faults == ()


def test_the_first_colon_splits_and_quotes_around_are_taken_off() -> None:
    block = '---\ntitle: Ferry: "late" again\nOutlet: \'Vardia Herald\'\ntheatre:vardia\nlanguage: "\n---\n'
    values, _, _ = parted(block + BODY)
    assert values == {
        "title": 'Ferry: "late" again',
        "outlet": "Vardia Herald",
        "theatre": "vardia",
        "language": '"',
    }


def test_comments_and_blank_lines_are_passed_over() -> None:
    assert parted(f"---\n# made up\n\noutlet: Herald\n---\n{BODY}")[0] == {"outlet": "Herald"}


def test_blank_lines_after_the_block_belong_to_the_text() -> None:
    assert parted(f"---\noutlet: Herald\n---\n\n\n{BODY}")[1] == "\n\n" + BODY


def test_unknown_and_repeated_keys_are_said() -> None:
    values, text, faults = parted(f"---\nlayout: post\noutlet: Herald\noutlet: Mirror\n---\n{BODY}")
    assert values == {"outlet": "Herald"}
    assert text == BODY
    assert [fault.code for fault in faults] == ["front_matter", "front_matter"]
    assert not any(word in str(fault) for fault in faults for word in ("layout", "post", "Mirror"))


@pytest.mark.parametrize(
    "text",
    [
        "---",
        "---\n",
        "---\n---\n",
        "---\n\n---\nMade-up text.",
        "---\nMade-up text without an end.\n",
        "---\nMade-up text\n---\nmore",
        "----\noutlet: Herald\n----\n",
        " ---\noutlet: Herald\n---\n",
        "Made-up text.\n---\noutlet: Herald\n---\n",
        "---\n" + "k: v\n" * MOST_LINES + "---\n",
    ],
)
def test_what_is_no_block_is_all_text(text: str) -> None:
    assert parted(text) == ({}, text, ())


def test_a_broken_block_is_all_text_and_said() -> None:
    text = f"---\noutlet: Herald\ntags:\n  - one\n---\n{BODY}"
    values, whole, faults = parted(text)
    assert (values, whole) == ({}, text)
    assert [fault.code for fault in faults] == ["front_matter"]


def test_the_longest_block() -> None:
    block = "---\n" + "# made up\n" * (MOST_LINES - 3) + "outlet: Herald\n---\n"
    assert block.count("\n") == MOST_LINES
    assert parted(block + BODY)[0] == {"outlet": "Herald"}
    assert parted("---\n# made up\n" + block.removeprefix("---\n") + BODY)[0] == {}


@given(st.text(st.sampled_from("-\n: ak#\"'")))
def test_the_text_is_always_an_end_of_what_was_given(text: str) -> None:
    values, rest, _ = parted(text)
    assert text.endswith(rest)
    assert values == {} or rest != text


def test_front_matter_that_is_not_closed_is_said() -> None:
    text = "---\noutlet: Belmar Post\nMade-up text."
    values, rest, faults = parted(text)
    assert (values, rest, [fault.code for fault in faults]) == ({}, text, ["front_matter"])
    assert parted("---\nMade-up text: a line of three dashes opens it.")[2] == ()


def test_what_is_written_is_read_back() -> None:
    values = {"title": "Front: the day", "outlet": None, "published": "2025-12-08"}
    stated = {"title": "Front: the day", "published": "2025-12-08"}
    assert parted(written(values) + "They left.\n") == (stated, "They left.\n", ())
