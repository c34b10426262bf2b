import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.errors import InputError
from counterclaim.intake.inputs import Input
from counterclaim.intake.report import report
from counterclaim.model.report import Report, report_id

TEXT = "Made-up text: the ferry of Vardia left the harbour at noon, and all of the people were on board.\n"


def text(words: str, front: str = "") -> Input:
    block = f"---\n{front}---\n" if front else ""
    return Input("a.txt", "/made/up/a.txt", (block + words).encode(), "text")


def codes(given: Input) -> list[str]:
    return [issue.code for issue in report(given)[1]]


def test_a_report_has_all_that_was_stated() -> None:
    front = (
        "outlet: Vardia Herald\nurl: http://www.vardia.example/a/?utm_source=x\npublished: 7 December 2025\n"
        "title: Ferry: late\nlanguage: en-GB\ntheatre: vardia\n"
    )
    made, issues = report(text(TEXT, front), theatre="ukraine")
    address = "https://vardia.example/a"
    assert issues == ()
    assert made == Report(
        id=report_id(TEXT, outlet="Vardia Herald", address=address, location="/made/up/a.txt"),
        text=TEXT,
        path="a.txt",
        location="/made/up/a.txt",
        format="text",
        outlet="Vardia Herald",
        url="http://www.vardia.example/a/?utm_source=x",
        address=address,
        published="2025-12-07",
        title="Ferry: late",
        language="en",
        theatre="vardia",
        paragraphs=((0, len(TEXT) - 1),),
        raw=text(TEXT, front).raw,
    )


def test_a_bare_text_is_a_report() -> None:
    made, issues = report(text(TEXT))
    assert issues == ()
    assert (made.outlet, made.url, made.address, made.published, made.title) == (None,) * 5
    assert (made.language, made.theatre) == ("en", "ukraine")
    assert report(text(TEXT), theatre="vardia")[0].theatre == "vardia"


def test_the_domain_stands_in_for_the_outlet_in_the_id_alone() -> None:
    made, _ = report(text(TEXT, "url: https://www.vardia.example/a\n"))
    assert made.outlet is None
    address = "https://vardia.example/a"
    assert made.id == report_id(TEXT, outlet="vardia.example", address=address, location="")


def test_the_same_file_twice_is_one_report_and_copies_are_two() -> None:
    assert report(text(TEXT))[0] == report(text(TEXT))[0]
    elsewhere = replace(text(TEXT), location="/made/up/b.txt")
    assert report(elsewhere)[0].id != report(text(TEXT))[0].id


@pytest.mark.parametrize(
    ("front", "code", "field"),
    [
        ("published: 03/04/2025\n", "date", "published"),
        ("published: last week\n", "date", "published"),
        ("url: vardia\n", "address", "url"),
        ("url: javascript:alert(1)\n", "address", "url"),
        ("url: https://me:secret@vardia.example/a\n", "address", "address"),
    ],
)
def test_what_cannot_be_read_is_left_out_and_said(front: str, code: str, field: str) -> None:
    made, issues = report(text(TEXT, front))
    (issue,) = issues
    assert (issue.code, issue.path, issue.location) == (code, "a.txt", "/made/up/a.txt")
    assert getattr(made, field) is None
    assert issue.remedy
    assert front.split(": ")[1].strip() not in str(issue)


def test_other_keys_and_names_are_said() -> None:
    assert codes(text(TEXT, "layout: post\n")) == ["front_matter"]
    made, issues = report(text(TEXT, "theatre: ../../etc\nlanguage: English\n"))
    assert sorted(issue.code for issue in issues) == ["front_matter", "language"]
    assert (made.theatre, made.language) == ("ukraine", "en")


@pytest.mark.parametrize(
    "raw", [b"", b" \n\t", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n", b"---\noutlet: Herald\n---\n \n", b"\r\n\r\n"]
)
def test_what_has_no_words_is_empty(raw: bytes) -> None:
    with pytest.raises(InputError) as raised:
        report(Input("a.txt", "/a.txt", raw, "text"))
    assert raised.value.code == "empty"


def test_a_format_that_is_not_there() -> None:
    with pytest.raises(InputError) as raised:
        report(Input("a", "/a", b"a", "made-up"))
    assert raised.value.code == "format"


def test_the_lines_of_a_page_are_its_paragraphs() -> None:
    sentences = [f"Made-up text: the ferry of Vardia left the harbour at noon with {n} men and" for n in range(20, 26)]
    sentences.append("Made-up text: nobody on the quay of Vardia waved to them.")
    body = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    raw = f"<html><body><article>{body}</article></body></html>".encode()
    made, _ = report(Input("a.html", "/a.html", raw, "html"))
    assert [made.text[start:end] for start, end in made.paragraphs] == sentences
    assert made.raw == raw


def test_reading_text_never_imports_what_it_does_not_need() -> None:
    program = (
        "import sys\nfrom counterclaim.intake.inputs import Input\nfrom counterclaim.intake.report import report\n"
        f"report(Input('a.txt', '/a.txt', {TEXT.encode()!r}, 'text'))\n"
        "print([name for name in ('trafilatura', 'lxml', 'py3langid', 'charset_normalizer') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


@given(st.binary())
def test_any_bytes_are_a_report_or_a_named_fault(raw: bytes) -> None:
    code = None
    try:
        made, _ = report(Input("a.txt", "/a.txt", raw, "text"))
    except InputError as fault:
        code = fault.code
    assert code in ("empty", "binary", "encoding") or (made.text.encode() and made.paragraphs)
