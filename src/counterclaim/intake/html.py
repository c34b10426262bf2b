"""HTML pages: the article alone, as trafilatura 2 finds it. Nothing is ever fetched.

The text is the extracted one, one paragraph to a line; offsets count its code points. Comments are left out, tables
kept, formatting and links dropped. Extraction is a pure function of the page: trafilatura's memory of passages seen
before is off.
"""

import logging
import re
import unicodedata
from dataclasses import replace
from typing import Any

from lxml.etree import ParserError  # type: ignore[import-untyped]  # lxml ships no type marker
from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped]  # as above
from trafilatura import bare_extraction
from trafilatura.settings import Document

from counterclaim.errors import InputError
from counterclaim.intake.content import Content, stated
from counterclaim.intake.encoding import page
from counterclaim.intake.inputs import Input
from counterclaim.intake.nesting import check_nesting
from counterclaim.intake.page import canonical, date, language, outlet, title

NOT_XML = r"\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff"  # what lxml refuses in a tree, and trafilatura dies of
REFUSED = re.compile(f"[{NOT_XML}]")
REFERENCE = re.compile(r"&#(?:0*([0-9]{1,7})|x0*([0-9a-f]{1,6}));?", re.I)
# Elements beyond which trafilatura's second opinions are not asked: justext's takes quadratic time, at this number two
# seconds; without, a page of 20 MB is done in a minute. News pages have some thousands.
LARGE = 6_000
# A menu is no article: some line must hold a stop (of any script) after twenty characters.
SENTENCE = re.compile(r".{20}[.!?…。！？؟۔।]")
REMEDY = "Save the article's words as plain text, or give another page."

for _name in ("trafilatura", "htmldate", "courlan", "justext", "charset_normalizer"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)  # what they would say, we say as an Issue


def content(given: Input) -> Content:
    """The article of a page and what the page states. Raises InputError `binary`, `encoding` and as `extracted`."""
    markup, faults = page(given.raw)
    found = extracted(markup)
    return replace(found, faults=faults + found.faults)


def extracted(markup: str) -> Content:
    """The article of `markup` and what it states. Raises InputError `nested` and `no_article`."""
    check_nesting(markup)
    tree = _tree(REFERENCE.sub(_allowed, REFUSED.sub("", markup)))
    text = _article(tree)
    url = canonical(tree)
    published, undated = date(tree, url)
    named, misnamed = language(tree, text)
    values = {"outlet": outlet(tree), "url": url, "published": published, "title": title(tree), "language": named}
    return Content(text, stated(values), (*undated, *misnamed), line_is_paragraph=True)


def _allowed(reference: re.Match[str]) -> str:
    code = int(reference[1]) if reference[1] else int(reference[2], 16)
    return "" if code <= 0xFFFF and REFUSED.match(chr(code)) else reference[0]


def _tree(markup: str) -> Any:
    # huge_tree: without it libxml2 drops everything after the 256th level (see nesting.py).
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True)
    try:
        return document_fromstring(markup.encode(), parser=parser)
    except ParserError:
        raise _no_article() from None


def _article(tree: Any) -> str:
    try:
        found = bare_extraction(
            tree,
            fast=sum(1 for _ in tree.iter()) > LARGE,
            include_comments=False,
            include_tables=True,
            include_formatting=False,
            include_links=False,
            deduplicate=False,
        )
    except RecursionError:
        raise InputError("nested", "The page is nested too deep to be read.", REMEDY) from None
    text = unicodedata.normalize("NFC", found.text or "").strip() if isinstance(found, Document) else ""
    if not any(SENTENCE.search(line) for line in text.split("\n")):
        raise _no_article()
    return text


def _no_article() -> InputError:
    return InputError("no_article", "No article was found in the page.", REMEDY)
