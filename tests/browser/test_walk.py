"""Every page that the demo's pages lead to is there, asks no other host for anything, and is fit to be used."""

import os
import re
from collections.abc import Iterator

import pytest

from browsed import Browsed
from crawled import Answer

SORTS = ("/", "/search", "/claims", "/reports", "/places", "/map", "/outlets", "/try", "/about")
THOROUGH = int(os.environ.get("AXE_PAGES", "12"))  # of each sort, in which axe looks at every element: seconds each


def sort(address: str) -> str:
    """The kind of page: the first part of its address."""
    return "/" + re.split("[/?]", address.lstrip("/"), maxsplit=1)[0]


def shape(address: str) -> str:
    """The address without what tells one page from another of its kind."""
    path, _, asked = address.partition("?")
    return re.sub(r"[rtc]_[0-9a-f]+|/places/[^/]+", "*", path) + "?" + re.sub("=[^&]*", "", asked)


def pages(answers: dict[str, Answer], of: str) -> list[str]:
    """Addresses of the pages of a sort, no two shapes further apart than need be: one of each shape comes first."""
    found = [address for address, answer in answers.items() if answer.is_page and sort(address) == of]
    first = {shape(address): address for address in reversed(found)}
    return list(dict.fromkeys([*reversed(first.values()), *found]))


def told(answers: dict[str, Answer]) -> Iterator[str]:
    """The answers that are none."""
    for address, answer in answers.items():
        if answer.status not in (200, 303):
            yield f"{answer.status} {address} (linked from {answer.found_on})"


def test_every_link_leads_somewhere(demo_answers: dict[str, Answer]) -> None:
    assert list(told(demo_answers)) == []


def test_nothing_is_loaded_from_elsewhere(demo_answers: dict[str, Answer]) -> None:
    assert {address: answer.elsewhere for address, answer in demo_answers.items() if answer.elsewhere} == {}


def test_every_sort_of_page_is_walked(demo_answers: dict[str, Answer]) -> None:
    assert {sort(address) for address, answer in demo_answers.items() if answer.is_page} == set(SORTS)


@pytest.mark.parametrize("of", SORTS)
def test_pages_do_no_more_than_be_shown(of: str, demo_answers: dict[str, Answer], page: Browsed) -> None:
    found = []
    for address in pages(demo_answers, of):
        assert page.go(address) == 200
        found += [f"{address}: {fault}" for fault in (*page.wrong, *page.forbidden())]
        page.wrong.clear()
    assert found == []


@pytest.mark.parametrize("of", SORTS)
def test_axe_finds_nothing_grave(of: str, demo_answers: dict[str, Answer], page: Browsed) -> None:
    found = {}
    for address in pages(demo_answers, of)[:THOROUGH]:
        page.go(address)
        if grave := page.grave():
            found[address] = grave
    assert found == {}


def test_axe_finds_nothing_grave_where_there_is_no_page(page: Browsed) -> None:
    assert page.go("/claims/c_0000000000000000") == 404
    assert page.grave() == []
