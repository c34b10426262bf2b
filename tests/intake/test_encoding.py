import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import InputError
from counterclaim.intake.encoding import likely, page, plain

RUSSIAN = "Выдуманный текст: жители Вардии сказали, что мост открыт, и паром ходит каждый день до вечера. "


def code(raw: bytes) -> str:
    with pytest.raises(InputError) as raised:
        plain(raw)
    assert raised.value.remedy
    return raised.value.code


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs", "Cc"])))
def test_utf8_is_read_as_it_is(text: str) -> None:
    assert plain(text.encode()) == text.removeprefix("\ufeff")


def test_marks_are_honoured() -> None:
    for raw in (
        RUSSIAN.encode("utf-8-sig"),
        RUSSIAN.encode("utf-16"),
        codecs.BOM_UTF16_BE + RUSSIAN.encode("utf-16-be"),
    ):
        assert plain(raw) == RUSSIAN
        assert page(raw) == (RUSSIAN, ())


@pytest.mark.parametrize("name", ["cp1251", "koi8-r", "cp866", "iso8859-5"])
def test_another_encoding_is_named_with_what_to_do(name: str) -> None:
    raw = RUSSIAN.encode(name)
    assert likely(raw) == name
    with pytest.raises(InputError, match=f"iconv -f {name.upper()} -t UTF-8 FILE") as raised:
        plain(raw)
    assert raised.value.code == "encoding"


def test_what_is_no_text_is_binary() -> None:
    assert code(b"Made-up\0text") == "binary"
    assert code(b"Made-up text" * 2_000 + b"\0") == "binary"
    assert code(b"\x89PNG\r\n\x1a\n\0\0\0") == "binary"
    assert code(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n") == "binary"
    assert code(bytes(range(1, 256)) * 4) == "binary"


def test_half_of_a_utf16_character_is_no_text() -> None:
    assert code(RUSSIAN.encode("utf-16") + b"\x04") in ("binary", "encoding")


def test_a_page_says_its_encoding() -> None:
    for head in ('<meta charset="windows-1251">', '<?xml version="1.0" encoding="windows-1251"?>'):
        assert page((head + RUSSIAN).encode("cp1251")) == (head + RUSSIAN, ())
    head = '<meta http-equiv="Content-Type" content="text/html; charset=KOI8-R">'
    assert page((head + RUSSIAN).encode("koi8-r")) == (head + RUSSIAN, ())


def test_a_page_that_is_utf8_is_that_whatever_it_says() -> None:
    text = '<meta charset="windows-1251">' + RUSSIAN
    assert page(text.encode()) == (text, ())


def test_a_guess_is_said() -> None:
    text, faults = page(("<p>" + RUSSIAN).encode("cp1251"))
    assert text == "<p>" + RUSSIAN
    assert [fault.code for fault in faults] == ["encoding"]


@pytest.mark.parametrize("name", ["utf-8", "punycode", "idna", "unicode_escape", "zlib", "rot13", "nonsense", "utf-7"])
def test_a_page_cannot_choose_any_codec(name: str) -> None:
    raw = f'<meta charset="{name}">'.encode() + RUSSIAN.encode("cp1251") * 50
    text, faults = page(raw)
    assert RUSSIAN in text
    assert faults


def test_a_stray_byte_does_no_harm() -> None:
    text, faults = page(b'<meta charset="utf-8">' + RUSSIAN.encode() * 5 + b"\xff")
    assert text.endswith(RUSSIAN + "\ufffd")
    assert faults == ()


def test_a_packed_page_is_binary() -> None:
    with pytest.raises(InputError, match="gunzip") as raised:
        page(b"\x1f\x8b\x08\0\0\0\0\0" + bytes(range(256)))
    assert raised.value.code == "binary"
