"""The map that can be moved: by mouse and by keyboard, with words only, asking nobody else unless tiles are wanted."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, expect

from browsed import HEIGHT, WIDTH, Browsed
from served_ledger import serving

TILES = "https://tiles.invalid/{z}/{x}/{y}.png"
DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645"
    "400000000049454e44ae426082"
)  # a PNG of one clear pixel


@pytest.fixture
def moving(page: Browsed) -> Browsed:
    """The map's page once the picture has become a map."""
    page.go("/map")
    expect(page.page.locator("#map.moving canvas")).to_be_visible()
    return page


def test_a_button_in_the_table_leads_to_its_disc_and_on_to_its_page(moving: Browsed) -> None:
    row = moving.page.locator("tr[data-place]").first
    place = row.get_attribute("data-place")
    button = row.get_by_role("button")
    button.focus()
    moving.page.keyboard.press("Enter")
    popup = moving.page.locator(".leaflet-popup .popup")
    expect(popup).to_contain_text(row.get_attribute("data-name") or "")
    expect(popup.get_by_role("link")).to_be_focused()
    expect(popup.get_by_role("link")).to_have_attribute("href", f"/places/{place}")
    moving.page.keyboard.press("Escape")
    expect(popup).to_have_count(0)
    expect(button).to_be_focused()


def test_keys_move_the_map_and_change_its_scale(moving: Browsed) -> None:
    box = moving.page.locator("#map")
    scale = moving.page.locator(".leaflet-control-scale-line")
    before = scale.inner_text()
    box.focus()
    for _ in range(4):
        moving.page.keyboard.press("+")
        moving.page.wait_for_timeout(400)
    expect(scale).not_to_have_text(before)
    assert box.get_attribute("aria-label")


def test_no_settlement_is_magnified_past_what_is_known(moving: Browsed) -> None:
    plus = moving.page.locator(".leaflet-control-zoom-in")
    for _ in range(30):
        plus.evaluate("button => button.click()")
        if plus.get_attribute("aria-disabled") == "true":
            break
        moving.page.wait_for_timeout(300)  # it moves to the next scale
    expect(plus).to_have_attribute("aria-disabled", "true")
    assert moving.page.locator(".leaflet-control-scale-line").inner_text() in ("1 km", "2 km", "3 km", "5 km")


def test_the_map_shows_no_flag_and_no_foreign_words(moving: Browsed) -> None:
    assert moving.page.locator(".leaflet-control-attribution").count() == 0


def test_the_map_passes_axe(moving: Browsed) -> None:
    assert not moving.grave()


def test_tiles_come_from_the_host_asked_for_and_only_from_there(browser: Browser, demo_ledger: Path) -> None:
    asked: list[str] = []
    wrong: list[str] = []

    def tile(route: Route) -> None:
        asked.append(route.request.url)
        assert "referer" not in route.request.headers
        route.fulfill(body=DOT, content_type="image/png")

    with serving(demo_ledger, "--tiles", TILES) as home:
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.on("console", lambda message: wrong.append(message.text))
        page.route("https://tiles.invalid/**", tile)
        page.goto(f"{home}/map")
        expect(page.locator("#map img.leaflet-tile-loaded").first).to_be_attached()
        expect(page.locator("figcaption")).to_contain_text("tiles.invalid")
        page.close()
    assert asked
    assert not wrong


@pytest.fixture
def without_base(browser: Browser, demo: str) -> Iterator[Browsed]:
    """A page whose script cannot have the map's data."""
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
    page.route("**/api/map*", lambda route: route.abort())
    yield Browsed(page, demo)
    page.close()


def test_without_its_data_the_picture_stays(without_base: Browsed) -> None:
    without_base.go("/map")
    without_base.page.wait_for_timeout(500)
    expect(without_base.page.locator("#map.still svg circle").first).to_be_visible()
