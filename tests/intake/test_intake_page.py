from typing import Any

import pytest
from lxml.html import document_fromstring  # type: ignore[import-untyped]  # lxml ships no type marker

from counterclaim.intake.page import canonical, date, language, outlet, title


def tree(head: str = "", body: str = "<p>Made-up text.</p>", attributes: str = "") -> Any:
    return document_fromstring(f"<html {attributes}><head>{head}</head><body>{body}</body></html>")


def linked(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<link rel="canonical" href="https://vardia.example/a">', "https://vardia.example/a"),
        ('<link rel="canonical" href="//vardia.example/a">', "https://vardia.example/a"),
        ('<meta property="og:url" content="https://vardia.example/?p=7">', "https://vardia.example/?p=7"),
        ('<link rel="canonical" href="/a"><meta property="og:url" content="http://v.example/b">', "http://v.example/b"),
        ('<link rel="canonical" href="https://vardia.example/">', None),
        ('<link rel="canonical" href="javascript:alert(1)//a">', None),
        ('<base href="https://vardia.example/a">', None),
        ("", None),
    ],
)
def test_the_address_is_the_one_the_page_gives(head: str, expected: str | None) -> None:
    assert canonical(tree(head)) == expected


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta property="og:site_name" content=" Vardia  Herald ">', "Vardia Herald"),
        ('<meta name="application-name" content="Vardia Herald">', "Vardia Herald"),
        (linked('{"@graph": [{"publisher": {"logo": {"name": "x"}, "name": "Herald"}}]}'), "Herald"),
        (linked('{"publisher": {"name": "\\u0412\\u0435\\u0441\\u0442\\u043d\\u0438\\u043a"}}'), "Вестник"),
        (linked('{"publisher": {"name": 7}, "x": [') + linked("[" * 5_000), None),
        ("<title>Ferry late – for now</title>", None),
        ('<link rel="canonical" href="https://vardia.example/a">', None),
    ],
)
def test_the_outlet_is_stated_never_guessed(head: str, expected: str | None) -> None:
    assert outlet(tree(head)) == expected


def test_titles() -> None:
    head = "<title>Ferry – Vardia Herald</title>"
    assert title(tree(head + '<meta property="og:title" content="Ferry late">')) == "Ferry late"
    assert title(tree(head, "<h1>Ferry\n <b>late</b></h1>")) == "Ferry late"
    assert title(tree(head, "<h1>One</h1><h1>Two</h1>")) == "Ferry – Vardia Herald"
    assert title(tree()) is None


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (
            '<meta property="article:published_time" content="2025-12-07T09:30:00+03:00">',
            "",
            "2025-12-07T09:30:00+03:00",
        ),
        (
            '<meta property="article:published_time" content="?"><meta name="pubdate" content="7.12.2025">',
            "",
            "2025-12-07",
        ),
        (linked('{"datePublished": "2025-12-07", "dateModified": "2025-12-09"}'), "", "2025-12-07"),
        ("", '<time itemprop="datePublished" datetime="2025-12-07">', "2025-12-07"),
        (
            "",
            '<article><time datetime="2025-12-07T08:00">x</time><time datetime="2025-12-07">x</time></article>',
            "2025-12-07T08:00:00",
        ),
    ],
)
def test_the_date_is_stated(head: str, body: str, expected: str) -> None:
    assert date(tree(head, body), None) == (expected, ())


def test_the_date_in_the_address_counts() -> None:
    assert date(tree(), "https://vardia.example/2025/12/07/ferry") == ("2025-12-07", ())
    assert date(tree(), "https://vardia.example/2025/13/07/ferry") == (None, ())


def test_a_day_that_the_article_tells_of_is_not_its_date() -> None:
    assert date(tree("", "<article><p>Made-up text: on 2024-05-05 the ferry left.</p></article>"), None) == (None, ())


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", '<article><time datetime="2025-12-07">x</time><time datetime="2025-12-08">x</time></article>'),
        ('<meta name="pubdate" content="03/04/2025">', ""),
        ("", '<article><time datetime="P1D">x</time></article>'),
    ],
)
def test_unclear_dates_are_left_out_and_said(head: str, body: str) -> None:
    published, faults = date(tree(head, body), None)
    assert published is None
    assert [fault.code for fault in faults] == ["date"]


ENGLISH = "Made-up text: the ferry of Vardia left the harbour at noon with all who had come to see it go."


def test_languages() -> None:
    assert language(tree(attributes='lang="en-GB"'), ENGLISH) == ("en", ())
    assert language(tree(attributes='xml:lang="EN"'), ENGLISH) == ("en", ())
    assert language(tree(attributes='lang="english"'), ENGLISH) == (None, ())
    assert language(tree(), ENGLISH) == (None, ())


def test_a_language_that_the_words_do_not_bear_out_is_said() -> None:
    code, faults = language(tree(attributes='lang="uk"'), ENGLISH)
    assert code == "uk"
    assert [fault.code for fault in faults] == ["language"]
