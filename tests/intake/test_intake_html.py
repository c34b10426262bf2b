import logging
import socket

import pytest

from counterclaim.errors import InputError
from counterclaim.intake.content import Content
from counterclaim.intake.html import content, extracted
from counterclaim.intake.inputs import Input

SENTENCES = [
    f"Made-up text: the ferry of Vardia left the harbour at noon with {n} people on board." for n in range(20, 26)
]
ARTICLE = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)


def page(body: str = ARTICLE, head: str = "", attributes: str = "") -> str:
    return f"<!doctype html><html {attributes}><head>{head}</head><body><article>{body}</article></body></html>"


def code(markup: str) -> str:
    with pytest.raises(InputError) as raised:
        extracted(markup)
    assert raised.value.remedy
    return raised.value.code


def test_the_article_and_what_the_page_states() -> None:
    head = (
        '<title>Ferry</title><meta property="og:site_name" content="Vardia Herald">'
        '<link rel="canonical" href="https://vardia.example/a"><meta name="pubdate" content="2025-12-07">'
    )
    found = extracted(page(head=head, attributes='lang="en"'))
    assert found == Content(
        "\n".join(SENTENCES),
        {
            "outlet": "Vardia Herald",
            "url": "https://vardia.example/a",
            "published": "2025-12-07",
            "title": "Ferry",
            "language": "en",
        },
        (),
        line_is_paragraph=True,
    )


def test_what_is_around_the_article_is_left() -> None:
    body = (
        "<nav><ul><li>Home</li><li>Shop</li></ul></nav>" + ARTICLE + "<footer>All rights reserved</footer>"
        '<div id="comments"><p>Made-up comment: nonsense, and I was there.</p></div>'
    )
    text = extracted(page(body)).text
    assert text.startswith(SENTENCES[0])
    assert not any(word in text for word in ("Home", "Shop", "rights", "comment"))


def test_tables_are_kept_and_marks_dropped() -> None:
    table = "<table><tr><th>Ferry</th><th>People</th></tr><tr><td>Noon</td><td>41</td></tr></table>"
    text = extracted(page(ARTICLE + "<p>Made-up <b>bold</b> <a href='/x'>link</a> words.</p>" + table)).text
    assert "Made-up bold link words." in text
    assert "41" in text


def test_the_same_page_twice_is_the_same_text() -> None:
    repeated = page(ARTICLE * 5)
    first = extracted(repeated)
    assert all(extracted(repeated) == first for _ in range(5))
    assert first.text.count(SENTENCES[0]) == 5


def test_nothing_is_fetched_or_logged(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr(socket, "socket", lambda *_, **__: pytest.fail("a connection"))
    caplog.set_level(logging.DEBUG)
    extracted(page(head='<link rel="canonical" href="https://vardia.example/a"><base href="https://vardia.example/">'))
    code("<html></html>")
    assert caplog.records == []


def test_bytes_are_decoded_as_the_page_says() -> None:
    russian = "".join(f"<p>Выдуманный текст: паром Вардии вышел из порта в полдень, {n} человек.</p>" for n in range(5))
    raw = page(russian, '<meta charset="windows-1251">').encode("cp1251")
    found = content(Input("a.html", "/a.html", raw, "html"))
    assert found.text.startswith("Выдуманный текст: паром")
    assert found.faults == ()
    guessed = content(Input("a.html", "/a.html", page(russian).encode("cp1251"), "html"))
    assert guessed.text == found.text
    assert [fault.code for fault in guessed.faults] == ["encoding"]


EMPTY = [
    *("", " ", "<!-- made up -->", "<html><body></body></html>", "\x01", page("<style>p {}</style>")),
    "<script>var a = 'Made-up text: the ferry.'</script>",
    page("<script>document.write('Made-up text')</script><noscript></noscript>"),
]


@pytest.mark.parametrize("markup", EMPTY)
def test_a_page_without_words_has_no_article(markup: str) -> None:
    assert code(markup) == "no_article"


def test_a_piece_of_a_page_will_do() -> None:
    assert extracted(f"<p>{SENTENCES[0]}</p>").text == SENTENCES[0]


@pytest.mark.parametrize("tag", ["div", "span", "blockquote", "b", "ul", "table", "font"])
def test_depth(tag: str) -> None:
    assert SENTENCES[0] in extracted(page(f"<{tag}>" * 300 + f"</{tag}>" * 300 + ARTICLE)).text
    assert code(page(f"<{tag}>" * 100_000 + ARTICLE)) == "nested"


def test_what_the_parser_would_drop_in_silence_is_kept() -> None:
    # libxml2 as a rule ends a page at the 256th level.
    text = extracted(page(ARTICLE + "<span>" * 400 + "x" + "</span>" * 400 + "<p>Made-up end of the article.</p>")).text
    assert text.endswith("Made-up end of the article.")


@pytest.mark.parametrize(
    "nasty",
    ["&#1;", "&#0;", "&#x1F;", "&#xFFFE;", "&#xD800;", "&#99999999999;", "\x01", "\0", "&#" + "9" * 5_000 + ";"],
)
def test_characters_that_no_tree_may_hold_do_no_harm(nasty: str) -> None:
    found = extracted(
        page(ARTICLE + f"<p>Made-up{nasty} end.</p>", f'<meta property="og:title" content="Ferry{nasty}">')
    )
    assert found.text.startswith("\n".join(SENTENCES))
    assert found.text.encode()
    assert "".join(found.stated.values()).encode()
    assert "\0" not in found.text


def test_entities_in_a_document_type_are_not_expanded() -> None:
    laughs = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12))
    markup = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a0 "ha">{laughs}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    text = extracted(markup + f"<html><body><article>{ARTICLE}<p>&a12; &f;</p></article></body></html>").text
    assert len(text) < 2_000
    assert "root:" not in text


def test_many_entities_take_linear_time() -> None:
    assert extracted(page(f"<p>{SENTENCES[0]}{'&amp;' * 300_000}</p>")).text.endswith("&&&")


@pytest.mark.parametrize("piece", ["<tr><td>a<td>b", "<ul><li>a</ul>"])
def test_very_large_pages_take_linear_time(piece: str) -> None:
    extracted(page(piece * 10_000 + ARTICLE))
