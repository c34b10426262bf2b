"""Reports that mean harm: no page runs, fetches or hides anything because of what stands in them."""

from pathlib import Path

import pytest

from browsed import Browsed
from crawled import Answer
from hostile import BREAKOUT, CLOSING, CONTROLS, HANDLER, IMAGE, PAYLOADS, SCRIPT, TEMPLATE, text

LETTERS = ("\u202e", "\u2066", "\x1b", "\x07")  # what turns or hides the words around it
SORTS = ("/reports", "/claims", "/places", "/outlets", "/search", "/map", "/about", "/")
EACH = 40  # pages of a sort that are opened


def pages(answers: dict[str, Answer], of: str) -> list[str]:
    found = [address for address, answer in answers.items() if answer.is_page]
    return [address for address in found if address.startswith(of) and (of != "/" or "/" not in address[1:])][:EACH]


def faults(attacked: Browsed) -> list[str]:
    """What went wrong on the page, as words."""
    attacked.page.wait_for_timeout(20)  # what would run by itself has run by then
    executed = ["a script ran"] * attacked.executed()
    found = [*attacked.wrong, *attacked.forbidden(), *executed]
    attacked.wrong.clear()
    return found


def test_every_link_leads_somewhere(hostile_answers: dict[str, Answer]) -> None:
    assert {address: answer.status for address, answer in hostile_answers.items() if answer.status >= 400} == {}


@pytest.mark.parametrize("of", SORTS)
def test_nothing_runs(of: str, hostile_answers: dict[str, Answer], attacked: Browsed) -> None:
    addresses, found = pages(hostile_answers, of), {}
    assert addresses
    for address in addresses:
        attacked.go(address)
        if wrong := faults(attacked):
            found[address] = wrong
    assert found == {}


@pytest.mark.parametrize("of", SORTS)
def test_axe_finds_nothing_grave(of: str, hostile_answers: dict[str, Answer], attacked: Browsed) -> None:
    found = {}
    for address in pages(hostile_answers, of)[:6]:
        attacked.go(address)
        if grave := attacked.grave():
            found[address] = grave
    assert found == {}


def test_words_are_shown_as_words(hostile_answers: dict[str, Answer], attacked: Browsed) -> None:
    shown = []
    for address in pages(hostile_answers, "/reports/r_"):
        attacked.go(address)
        shown.append(" ".join(attacked.page.locator("#text").evaluate("one => one.textContent").split()))
    for payload in (SCRIPT, IMAGE, BREAKOUT, HANDLER, CLOSING, TEMPLATE):
        assert any(" ".join(payload.split()) in one for one in shown), payload


def test_letters_that_turn_or_hide_words_are_replaced(hostile_answers: dict[str, Answer], attacked: Browsed) -> None:
    found = {}
    for address in [one for of in SORTS for one in pages(hostile_answers, of)]:
        page = attacked.page.request.get(attacked.home + address).text()
        if kept := [f"U+{ord(letter):04X}" for letter in LETTERS if letter in page]:
            found[address] = kept
    assert found == {}


@pytest.mark.parametrize("payload", [*PAYLOADS, CONTROLS])
def test_a_search_shows_what_was_asked_as_words(payload: str, attacked: Browsed) -> None:
    attacked.go("/")
    attacked.page.get_by_role("searchbox").first.fill(payload)
    attacked.page.get_by_role("searchbox").first.press("Enter")
    attacked.page.wait_for_url("**/search?*")
    assert faults(attacked) == []


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_pasted_report_runs_nothing(payload: str, attacked: Browsed) -> None:
    attacked.go("/try")
    attacked.page.locator("main textarea").fill(text(payload))
    attacked.page.locator("main form button").first.click()
    attacked.page.wait_for_load_state()
    assert "Gerasimov" in attacked.page.locator("main").inner_text()
    assert faults(attacked) == []


def test_a_dropped_page_runs_nothing(attacked: Browsed, hostile_folder: Path) -> None:
    attacked.go("/try")
    attacked.page.locator("main input[type=file]").set_input_files(hostile_folder / "page.html")
    attacked.page.locator("main form button").first.click()
    attacked.page.wait_for_load_state()
    assert "Gerasimov" in attacked.page.locator("main").inner_text()
    assert faults(attacked) == []
    assert attacked.grave() == []


def test_the_raw_source_is_no_page(hostile_answers: dict[str, Answer]) -> None:
    sources = [answer for address, answer in hostile_answers.items() if address.endswith("/source")]
    assert sources
    assert not [answer for answer in sources if "html" in answer.kind or "svg" in answer.kind]
