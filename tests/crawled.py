"""Every address that the pages of a server lead to, and what it answers."""

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urldefrag, urljoin, urlsplit

import httpx2

VARIANTS = 12  # addresses of one page that differ only in what is asked: filters and parts of lists have no end
PLACES = ("a", "link", "script", "img", "form", "image", "use")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back; `links` are addresses of this server that it leads to, `elsewhere` what it would load."""

    status: int
    kind: str
    links: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    found_on: str = ""

    @property
    def is_page(self) -> bool:
        """Whether a browser shows it as a page."""
        return self.status == 200 and self.kind.startswith("text/html")


class _Addresses(HTMLParser):
    """The addresses that a page names, with the element that names them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        for key in ("href", "src", "xlink:href", "action"):
            if (value := values.get(key)) is not None:
                self.found.append((tag, value))


def crawled(home: str, *starts: str) -> dict[str, Answer]:
    """The answers by address, in the order they were found; `starts` are addresses that a form leads to."""
    found: dict[str, Answer] = {}
    waiting, variants = deque((start, "") for start in ("/", *starts)), Counter[str]()
    seen = {start for start, _ in waiting}
    with httpx2.Client(base_url=home, timeout=60) as client:
        while waiting:
            address, source = waiting.popleft()
            found[address] = _answer(client, address, source)
            for link in found[address].links:
                path, asked = urlsplit(link).path, urlsplit(link).query
                if link in seen or (asked and variants[_sort(path, asked)] >= VARIANTS):
                    continue
                variants[_sort(path, asked)] += bool(asked)
                seen.add(link)
                waiting.append((link, address))
    return found


def _sort(path: str, asked: str) -> str:
    return f"{path} {' '.join(sorted(key for key, _ in parse_qsl(asked)))}"


def _answer(client: httpx2.Client, address: str, source: str) -> Answer:
    answer = client.get(address)
    kind = answer.headers.get("content-type", "")
    home = str(client.base_url)
    links, elsewhere = [], []
    if answer.is_redirect:
        links.append(urldefrag(answer.headers["location"]).url)
    if kind.startswith("text/html"):
        for tag, written in _named(answer.text):
            whole = urldefrag(urljoin(home + address, written)).url
            if whole.startswith(home) and tag != "form":
                links.append(whole.removeprefix(home) or "/")
            elif not whole.startswith(home) and tag != "a" and not written.startswith("data:"):
                elsewhere.append(written)
    return Answer(answer.status_code, kind, tuple(dict.fromkeys(links)), tuple(elsewhere), source)


def _named(page: str) -> Iterator[tuple[str, str]]:
    parser = _Addresses()
    parser.feed(page)
    yield from ((tag, value) for tag, value in parser.found if tag in PLACES)
