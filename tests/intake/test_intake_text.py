from hypothesis import given
from hypothesis import strategies as st

from counterclaim.intake.inputs import Input
from counterclaim.intake.text import content, newlines


def read(raw: bytes) -> str:
    return content(Input("a.txt", "/a.txt", raw, "text")).text


def test_nothing_but_newlines_is_changed() -> None:
    assert read(b"  Made-up\r\ntext\r\r\n\n ") == "  Made-up\ntext\n\n\n "


def test_offsets_count_code_points_after_front_matter() -> None:
    text = read("\ufeff---\r\noutlet: Vardia Herald\r\n---\r\n\r\nПаром e\u0301 \u200f🚢.\r\n".encode())
    assert text == "\nПаром e\u0301 \u200f🚢.\n"
    assert text[text.index("🚢")] == "🚢"


def test_what_front_matter_states() -> None:
    found = content(Input("a.txt", "/a.txt", b"---\noutlet:  Vardia  Herald\ntitle:\nx: y\n---\nMade-up.", "text"))
    assert found.stated == {"outlet": "Vardia Herald"}
    assert [fault.code for fault in found.faults] == ["front_matter"]
    assert found.line_is_paragraph is None


@given(st.text())
def test_newlines_are_of_one_kind(text: str) -> None:
    assert "\r" not in newlines(text)
    assert newlines(text).split("\n") == text.replace("\r\n", "\r").replace("\n", "\r").split("\r")
