from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import InputError
from counterclaim.intake.sniff import binary, is_json_line, sniffed


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"Made-up text: the ferry of Vardia.", "text"),
        ("Выдуманный текст".encode("cp1251"), "text"),
        (b"---\noutlet: Vardia Herald\n---\n", "text"),
        (b"{{Infobox}} made up", "text"),
        (b"{ made up", "text"),
        (b"", "text"),
        (b"  \n<!DOCTYPE html><p>", "html"),
        (b"\xef\xbb\xbf<html lang=en>", "html"),
        (b"<HTML>", "html"),
        (b"<!-- saved --><!-- twice -->\n<html>", "html"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "made up">', "html"),
        ("<html>".encode("utf-16"), "html"),
        ("Made-up".encode("utf-16"), "text"),
        (b'{"text": "made up"}\n{"text"', "jsonl"),
        (b'\n \n{"text": "made up"}', "jsonl"),
    ],
)
def test_formats_are_told_by_how_they_begin(head: bytes, expected: str) -> None:
    assert sniffed(head) == expected


UNREAD = [
    *(b"%PDF-1.7", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n\0", b"SQLite format 3\0", b"\x1f\x8b\x08", b"{\\rtf1", b"a\0b"),
    *(b'{\n  "text": "made up"\n}', b'[{"text": "made up"}]', b"<?xml version='1.0'?><rss>"),
]


@pytest.mark.parametrize("head", UNREAD)
def test_what_we_do_not_read_is_said_with_what_to_do(head: bytes) -> None:
    with pytest.raises(InputError) as raised:
        sniffed(head)
    assert raised.value.code == "format"
    assert raised.value.remedy


def test_comments_without_end_take_linear_time() -> None:
    assert sniffed(b"<!--a-->" * 1_000) == "text"


@given(st.binary())
def test_any_bytes_are_of_a_format_or_a_named_fault(head: bytes) -> None:
    with suppress(InputError):
        assert sniffed(head) in ("text", "html", "jsonl")


def test_letters_of_every_encoding_are_no_binary() -> None:
    assert binary("Выдуманный текст\r\n\t".encode("cp866")) is None
    assert is_json_line(b'\xef\xbb\xbf{"text": "made up"}\r\n')
    assert not is_json_line(b"[1]")
    assert not is_json_line(b'{"a":' * 100_000)
