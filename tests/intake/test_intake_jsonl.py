import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import InputError
from counterclaim.intake.content import Content
from counterclaim.intake.inputs import Input
from counterclaim.intake.jsonl import content
from counterclaim.intake.text import newlines


def read(raw: bytes) -> Content:
    return content(Input("f.jsonl#12", "/f.jsonl#12", raw, "jsonl"))


def fault(raw: bytes) -> InputError:
    with pytest.raises(InputError) as raised:
        read(raw)
    return raised.value


def test_text_and_what_is_stated() -> None:
    value = {"text": "Made-up\r\ntext.", "outlet": "Vardia Herald", "url": None, "title": "", "likes": 7, "tags": ["a"]}
    found = read(json.dumps(value).encode())
    assert found == Content("Made-up\ntext.", {"outlet": "Vardia Herald"})


def test_front_matter_within_a_line_is_text() -> None:
    text = "---\noutlet: Vardia Herald\n---\nMade-up."
    assert read(json.dumps({"text": text}).encode()).text == text


def test_html_in_a_line_states_what_the_line_does_not() -> None:
    page = (
        "<html><head><meta charset='windows-1251'><title>Made-up title</title>"
        "<meta property='og:site_name' content='Vardia Herald'></head>"
        "<body><article>"
        + "<p>Made-up text: паром Вардии вышел из порта в полдень.</p>" * 5
        + "</article></body></html>"
    )
    found = read(json.dumps({"html": page, "outlet": "Vardia Mirror"}).encode())
    assert found.text.startswith("Made-up text: паром")
    assert (found.stated["outlet"], found.stated["title"]) == ("Vardia Mirror", "Made-up title")
    assert found.line_is_paragraph


@pytest.mark.parametrize(
    "raw",
    [
        *(b"", b"secret words", b'{"text": "secret', b"[1]", b"1", b"null", b'"secret"', b"{}", b'{"body": "secret"}'),
        *(
            b'{"text": null}',
            b'{"text": 1}',
            b'{"text": ["secret"]}',
            b'{"text": "a", "outlet": 1}',
            b'{"text": "\\ud800"}',
        ),
        *(b'{"text": "a", "title": "\\udc00"}', b'{"\\ud800": 1}', b'{"text": "secret"} x', b"{'text': 'secret'}"),
        *(b'{"text": ' + b"1" * 10_000 + b"}", b"[" * 100_000, b'{"a":' * 100_000),
    ],
)
def test_what_cannot_be_read_names_the_line_and_none_of_its_words(raw: bytes) -> None:
    found = fault(raw)
    assert found.code == "json"
    assert "ine 12" in found.message
    assert found.remedy
    assert "secret" not in str(found)


def test_nul_and_other_encodings_are_named() -> None:
    assert fault(b'{"text": "a\\u0000b"}').code == "binary"
    assert fault(b'{"text": "a", "title": "\\u0000"}').code == "binary"
    assert (
        fault(json.dumps({"text": "Выдуманный текст про мост и паром"}, ensure_ascii=False).encode("cp1251")).code
        == "encoding"
    )


scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text()


@given(st.dictionaries(st.sampled_from(["text", "outlet", "url", "x"]), scalars | st.lists(scalars)) | scalars)
def test_any_json_is_read_or_a_named_fault(value: Any) -> None:
    code = None
    try:
        found = read(json.dumps(value).encode())
    except InputError as fault:
        code = fault.code
    assert code in ("json", "binary") or found.text == newlines(value["text"])
