"""What a hostile input could do: here it is done, to the whole of the intake."""

import gzip
import json

import pytest

from counterclaim.errors import InputError
from counterclaim.intake.inputs import Input
from counterclaim.intake.report import report
from counterclaim.model.report import Report

WORDS = "Made-up text: the ferry of Vardia left the harbour at noon with all of the people. "


def made(raw: bytes, format_: str = "text") -> Report:
    return report(Input(f"a.{format_}#1", "/a", raw, format_))[0]


def code(raw: bytes, format_: str = "text") -> str:
    with pytest.raises(InputError) as raised:
        made(raw, format_)
    return raised.value.code


def test_half_characters_and_nul() -> None:
    assert code(b'{"text": "\\ud800"}', "jsonl") == "json"
    assert code(b'{"text": "a\\u0000b"}', "jsonl") == "binary"
    assert code(b"Made-up\0text") == "binary"
    assert code(WORDS.encode() * 200 + b"\0") == "binary"


def test_marks_and_combined_letters_are_kept_and_counted() -> None:
    text = "\u202b\u200fنص\u202c e\u0301\u0300 👩\u200d🚒 \u2028 \x85 end"
    found = made(text.encode())
    assert found.text == text
    assert found.text[found.text.index("end") :] == "end"


def test_carriage_returns_count_once() -> None:
    found = made(b"Made-up\r\n\r\ntext\rend\n")
    assert found.text == "Made-up\n\ntext\nend\n"
    assert [found.text[start:end] for start, end in found.paragraphs] == ["Made-up", "text", "end"]


@pytest.mark.parametrize("size", [10**6, 20 * 10**6])
def test_one_line_of_any_length(size: int) -> None:
    raw = (WORDS * (size // len(WORDS))).encode()
    assert made(raw).paragraphs == ((0, len(raw) - 1),)


@pytest.mark.parametrize("piece", ["a", "-", " -\n", "---\n", "a: b\n", "word word\n", "Ы", "\u0301"])
def test_a_million_of_anything(piece: str) -> None:
    made((piece * 1_000_000).encode() + b"Made-up end.")


@pytest.mark.parametrize(
    "piece", ["<", "<!--", "<a ", "</p>", "&", "&amp;", "<p>", "<script>", "<br>", "<a href='", "<td>a"]
)
def test_a_great_many_pieces_of_a_page(piece: str) -> None:
    code = None
    try:
        made(b"<html><body>" + (piece * 20_000).encode() + f"<p>{WORDS}</p>".encode(), "html")
    except InputError as fault:
        code = fault.code
    assert code in (None, "no_article", "nested")


def test_a_packed_page_is_not_unpacked() -> None:
    assert code(gzip.compress(f"<html><p>{WORDS}</p>".encode()), "html") == "binary"
    assert code(gzip.compress(b"0" * 10_000_000), "html") == "binary"


def test_a_deep_line() -> None:
    assert code(b'{"text": ' + b"[" * 1_000_000, "jsonl") == "json"
    assert code(json.dumps({"html": "<div>" * 100_000}).encode(), "jsonl") == "nested"
