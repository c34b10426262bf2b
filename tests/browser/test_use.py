"""What a person does on the pages: with the keyboard, without scripts, in black and white, on paper."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from browsed import Browsed, browsing

REPORT = "Communications at a mine near Krasnoarmiske called a trap"
PASTED = """---
outlet: Belmar Post
published: 2031-03-02
---
[MADE UP] Everything in this text is invented.
Governor Ilo Maren said on Monday that Pokrovsk was held by the Ukrainian army. “Nobody has left,” he told Reuters.
"""


@pytest.fixture
def without_scripts(browser: Browser, demo: str) -> Iterator[Browsed]:
    with browsing(browser, demo, java_script_enabled=False) as browsed:
        yield browsed


def open_report(browsed: Browsed) -> None:
    """The report of the README, found by its title."""
    browsed.go("/reports?text=Pokrovske")
    browsed.page.get_by_role("link", name=REPORT).first.click()
    expect(browsed.page.get_by_role("heading", level=1)).to_have_text(REPORT)
    browsed.page.wait_for_load_state("load")  # of this page, now that it is there: its script has run


def focused(browsed: Browsed, attribute: str = "id") -> str | None:
    found: str | None = browsed.page.evaluate("name => document.activeElement.getAttribute(name)", attribute)
    return found


def test_the_first_tab_leads_past_the_head(page: Browsed) -> None:
    page.go("/reports")
    page.page.keyboard.press("Tab")
    skip = page.page.locator("a.skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.page.keyboard.press("Enter")
    assert focused(page) == "main"


@pytest.mark.parametrize("address", ["/", "/claims", "/reports", "/map", "/outlets", "/try", "/search?q=Rovno"])
def test_the_whole_page_is_reached_by_tab_and_shows_where_one_is(address: str, page: Browsed) -> None:
    page.go(address)
    links = page.page.locator("main a[href]:visible, main button:visible, main input:visible, main select:visible")
    last, reached = links.count(), set()
    for _ in range(min(last + 20, 80)):
        page.page.keyboard.press("Tab")
        seen = page.page.evaluate(
            "() => { const one = document.activeElement, style = getComputedStyle(one);"
            " return [one.tagName, one.href || one.id || one.name || '', style.outlineStyle, one.id === 'main'] }"
        )
        reached.add((seen[0], seen[1]))
        assert seen[0] == "BODY" or seen[2] != "none" or seen[3], f"no outline on {seen[:2]}"
    assert len(reached) >= min(last, 10)


@pytest.mark.parametrize("address", ["/", "/claims", "/reports", "/places", "/map", "/outlets", "/try", "/about"])
def test_each_page_has_its_landmarks(address: str, page: Browsed) -> None:
    page.go(address)
    for role in ("banner", "navigation", "main", "contentinfo", "search"):
        assert page.page.get_by_role(role).count() >= 1, role
    assert page.page.locator("nav [aria-current=page]").count() == 1


def test_keys_go_from_telling_to_telling(page: Browsed) -> None:
    open_report(page)
    cards = page.page.locator("article.telling")
    for number in (0, 1):
        page.page.keyboard.press("j")
        expect(cards.nth(number)).to_have_class(re.compile(r"\bactive\b"))
        expect(cards.nth(number)).to_be_in_viewport()
        assert page.page.locator("#text .on").count() >= 1
    page.page.keyboard.press("k")
    expect(cards.nth(0)).to_have_class(re.compile(r"\bactive\b"))
    page.page.keyboard.press("Escape")
    assert page.page.locator(".active").count() == 0
    page.page.keyboard.press("j")
    page.page.keyboard.press("o")
    page.page.wait_for_url("**/claims/c_*")


def test_keys_stay_letters_where_one_writes(page: Browsed) -> None:
    open_report(page)
    page.page.get_by_role("searchbox").first.fill("")
    page.page.keyboard.type("jko")
    expect(page.page.get_by_role("searchbox").first).to_have_value("jko")
    assert page.page.locator(".active").count() == 0


@pytest.mark.parametrize("scripts", [True, False])
def test_one_click_leads_from_word_to_card_and_back(scripts: bool, page: Browsed, without_scripts: Browsed) -> None:
    browsed = page if scripts else without_scripts
    open_report(browsed)
    word = browsed.page.locator("#text a.m.content").last
    name = word.get_attribute("href")
    word.click()
    card = browsed.page.locator(f"article{name}")
    expect(card).to_be_in_viewport()
    card.locator("a.to-words").click()
    expect(word).to_be_in_viewport()
    expect(browsed.page).to_have_url(re.compile(r"#(w_)?t_"))


def test_the_text_is_whole(page: Browsed) -> None:
    open_report(page)
    shown = page.page.locator("#text").evaluate("one => one.textContent")
    assert "became a deadly trap for Ukrainian troops, said Igor Kimakovski, who is counselor" in shown


def test_roles_are_told_apart_without_colour(page: Browsed) -> None:
    open_report(page)
    looks = {}
    for role in ("source", "cue", "place", "content", "hedge"):
        looks[role] = page.page.locator(f".legend .m.{role}").first.evaluate(
            "one => { const style = getComputedStyle(one), before = getComputedStyle(one, '::before').content;"
            " return [style.textDecorationLine, style.textDecorationStyle, style.borderStyle, before].join(' ') }"
        )
    assert len(set(looks.values())) == len(looks), looks


def test_two_tellings_stand_side_by_side(page: Browsed) -> None:
    open_report(page)
    page.page.locator("a.open").first.click()
    page.page.wait_for_url("**/claims/c_*")
    page.page.locator("input[name=one]").first.check()
    page.page.locator("input[name=other]").last.check()
    page.page.get_by_role("button", name="Side by side").click()
    page.page.wait_for_url("**/compare?*")
    assert page.page.locator("del, ins").count() >= 2
    line = page.page.locator(".compared ins").first.evaluate("one => getComputedStyle(one).textDecorationLine")
    assert "underline" in line
    assert page.grave() == []
    assert page.overflow() == 0


def test_the_map_is_filtered_by_its_form(page: Browsed) -> None:
    page.go("/map")
    before = page.page.locator("main table tbody tr").count()
    page.page.locator("main form select[name=kind]").select_option("casualties")
    page.page.locator("main form button").first.click()
    page.page.wait_for_url("**kind=casualties*")
    assert 0 < page.page.locator("main table tbody tr").count() < before
    assert page.wrong == []


def test_a_pasted_text_is_read_and_not_kept(page: Browsed) -> None:
    page.go("/try")
    page.page.locator("main textarea").fill(PASTED)
    page.page.locator("main form button").first.click()
    expect(page.page.locator("article.telling").first).to_be_visible()
    assert "Ilo Maren" in page.page.locator("article.telling").first.inner_text()
    assert (page.grave(), page.overflow(), page.wrong) == ([], 0, [])
    page.go("/search?q=Maren")
    assert "Nobody has left" not in page.page.locator("main").inner_text()


@pytest.mark.parametrize("address", ["/", "/claims", "/reports", "/places", "/map", "/outlets", "/search?q=Rovno"])
def test_pages_work_without_scripts(address: str, without_scripts: Browsed) -> None:
    assert without_scripts.go(address) == 200
    assert without_scripts.page.locator("main a[href]").count() >= 3


@pytest.mark.parametrize("word", ["Rovno", "Ровно", "Покровськ", "Kimakovski", "TASS"])
def test_a_word_is_found_in_either_alphabet(word: str, page: Browsed) -> None:
    page.go("/")
    page.page.get_by_role("searchbox").first.fill(word)
    page.page.keyboard.press("Enter")
    page.page.wait_for_url("**/search?*")
    found = ", ".join(f"main a[href^='{address}']" for address in ("/claims/c_", "/reports/r_", "/places/"))
    assert page.page.locator(found).count() >= 1


def test_a_printed_page_shows_the_page_alone(page: Browsed) -> None:
    open_report(page)
    page.page.emulate_media(media="print")
    expect(page.page.locator("header nav")).to_be_hidden()
    expect(page.page.locator("article.telling").last).to_be_visible()
