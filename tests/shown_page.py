"""What a browser shows of a page with a text whose words are marked."""

from html.parser import HTMLParser


class Page(HTMLParser):
    """The text within `#text`, the ids and links of the page, and what may never stand in one (`bad`)."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.ids: list[str] = []
        self.links: list[str] = []
        self.bad: list[str] = []
        self._depth = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.ids += [values["id"] or ""] if "id" in values else []
        self.links += [values["href"] or ""] if tag == "a" and "href" in values else []
        self.bad += [name for name in values if name.startswith("on") or name == "style"]
        self.bad += [tag] if tag == "script" and "src" not in values else []
        if self._depth or values.get("id") == "text":
            self._depth += 1

    def handle_endtag(self, _tag: str) -> None:
        self._depth -= bool(self._depth)

    def handle_data(self, data: str) -> None:
        self.text += data if self._depth else ""
