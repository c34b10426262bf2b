"""What a page says of itself: its address, outlet, title, date and language, where it states them.

Only what is stated is taken. trafilatura also guesses: half of a headline as the outlet, the front page as the address,
a day of which the article tells as the day it was published, and no later than today's clock; we would rather not know.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from counterclaim.errors import InputError
from counterclaim.intake.address import address
from counterclaim.intake.published import iso
from counterclaim.lang.detect import language as detected

Faults = tuple[InputError, ...]

ADDRESS = ('//link[@rel="canonical"]/@href', '//meta[@property="og:url"]/@content')
OUTLET = (
    '//meta[@property="og:site_name"]/@content',
    '//meta[@name="application-name"]/@content',
    '//meta[@name="publisher" or @name="dc.publisher" or @name="DC.publisher"]/@content',
)
TITLE = ('//meta[@property="og:title"]/@content', "//h1[1][count(//h1) = 1]", "//head/title[1]")
PUBLISHED = (
    '//meta[@property="article:published_time" or @property="og:published_time"]/@content',
    '//*[@itemprop="datePublished"]/@content',
    '//*[@itemprop="datePublished"]/@datetime',
    '//meta[@name="pubdate" or @name="publish-date" or @name="dc.date" or @name="DC.date"]/@content',
)
TIMES = "//article//time/@datetime"
DAY_IN_PATH = re.compile(r"/(\d{4})/(\d{1,2})/(\d{1,2})(?:/|$)")
JSON_LD = '//script[@type="application/ld+json"]/text()'


def canonical(tree: Any) -> str | None:
    """The address that the page gives as its own, None where it gives none or the front page's."""
    for written in _found(tree, ADDRESS):
        url = f"https:{written}" if written.startswith("//") else written
        if address(url) and (urlsplit(url).path.strip("/") or urlsplit(url).query):
            return url
    return None


def outlet(tree: Any) -> str | None:
    """The name of its site that the page gives."""
    return next(iter([*_found(tree, OUTLET), *_publishers(tree)]), None)


def title(tree: Any) -> str | None:
    """The title for sharing, else its only headline of the first rank, else the window's title."""
    return next(iter(_found(tree, TITLE)), None)


def date(tree: Any, url: str | None) -> tuple[str | None, Faults]:
    """The day of publication that the page states, in its address `url` or by the only date of the article.

    A warning where it has dates of which none is clearly that one.
    """
    stated = [*_found(tree, PUBLISHED), *_dates_in_json(tree)]
    if read := _read(stated):
        return read[0], ()
    times = _found(tree, (TIMES,))
    if len({moment[:10] for moment in _read(times)}) == 1:
        return _read(times)[0], ()
    if read := _read("/".join(day) for day in DAY_IN_PATH.findall(url or "")):
        return read[0], ()
    if not stated and not times:
        return None, ()
    message = "The page has dates, but none is clearly that of publication; they were left out."
    return None, (InputError("date", message, "State `published` beside the page."),)


def language(tree: Any, text: str) -> tuple[str | None, Faults]:
    """The language that the page states (ISO 639-1), with a warning where its words look like another."""
    written = (tree.get("lang") or tree.get("xml:lang") or "").strip().lower()
    code = re.split(r"[-_]", written)[0]
    if not re.fullmatch(r"[a-z]{2}", code):
        return None, ()
    seen = detected(text)
    if seen in (None, code):
        return code, ()
    message = f"The page states the language {code}, its words look like {seen}."
    return code, (InputError("language", message, "State `language` beside the page if its own word is wrong."),)


def _found(tree: Any, paths: tuple[str, ...]) -> list[str]:
    """The words at `paths`, of attributes or elements, white space made single."""
    nodes = (node for path in paths for node in tree.xpath(path))
    found = (" ".join((node if isinstance(node, str) else node.text_content()).split()) for node in nodes)
    return [words for words in found if words]


def _read(dates: Iterable[str]) -> list[str]:
    read = []
    for written in dates:
        try:
            read.append(iso(written))
        except InputError:
            continue
    return read


def _publishers(tree: Any) -> Iterator[str]:
    for found in _objects(tree):
        publisher = found.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else None
        if isinstance(name, str) and name.strip():
            yield name


def _dates_in_json(tree: Any) -> Iterator[str]:
    values = (found.get("datePublished") for found in _objects(tree))
    return (value for value in values if isinstance(value, str))


def _objects(tree: Any) -> Iterator[dict[str, Any]]:
    """Every object in the page's linked data, the outer ones first."""
    waiting = [value for script in tree.xpath(JSON_LD) for value in _loaded(script)]
    for value in waiting:
        if isinstance(value, dict):
            yield value
        if isinstance(value, dict | list):
            waiting.extend(value.values() if isinstance(value, dict) else value)


def _loaded(script: str) -> list[Any]:
    try:
        return [json.loads(script, strict=False)]
    except (ValueError, RecursionError):
        return []
