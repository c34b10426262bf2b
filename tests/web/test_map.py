"""The map's page: what is drawn, what stands beside it, filters, and that nothing asked for becomes markup."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store
from counterclaim.masking.shown import Shown
from counterclaim.web.app import create
from counterclaim.web.pages import map as module
from counterclaim.web.served import Served
from counterclaim.web.surveys import Surveys

from linked_reports import say
from placing import BELMAR, placed
from shown_page import Page
from word_linker import WordLinker

HERE = "http://127.0.0.1:8765"
POKROVSK = "UA14160210010099403"
HOSTILE = "\"'><script>alert(1)</script>{{ 7 * 7 }}"


def told(client: TestClient, address: str = "") -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"/api/map{address}").json()
    return found


def test_every_settlement_is_a_disc_and_a_row_that_lead_to_its_page(demo_client: TestClient) -> None:
    html = demo_client.get("/map").text
    drawn = told(demo_client)["drawn"]
    assert drawn[0]["id"] == POKROVSK
    links = Page(html).links
    for spot in drawn:
        assert links.count(f"/places/{spot['id']}") >= 1
        assert f"/claims?place={spot['id']}" in links
    assert html.count("<circle") >= len(drawn) - 1  # one lies over the ocean


def test_what_cannot_be_placed_is_counted_and_led_to(demo_client: TestClient, demo_ledger: Path) -> None:
    value = told(demo_client)
    with Store(demo_ledger, write=False) as store:
        tellings = store.status()["tellings"]
    assert value["tellings"] == tellings
    beside = value["not_drawn"]
    assert {spot["name"] for spot in beside["doubtful"]} >= {"Rivne"}
    assert all("lat" not in spot for why in ("doubtful", "area", "no_point", "not_held") for spot in beside[why])
    html = demo_client.get("/map").text
    for why, number in (("without", beside["without"]), ("unresolved", beside["unresolved"])):
        assert number > 0
        assert f"/map/nowhere?why={why}" in Page(html).links
        page = demo_client.get(f"/map/nowhere?why={why}&limit=25").text
        assert page.count('class="card"') == min(25, number)
        assert page.count('<a href="/tellings/t_') == min(25, number)


def test_filters_stand_in_the_address_and_in_every_link(demo_client: TestClient) -> None:
    everything, some = told(demo_client), told(demo_client, "?kind=control_changed&party=russia&since=2025-12-07")
    assert 0 < some["tellings"] < everything["tellings"]
    assert all(set(spot["kinds"]) == {"control_changed"} for spot in some["drawn"])
    assert all(set(spot["parties"]) == {"russia"} for spot in some["drawn"])
    assert min(bar["first"] for bar in some["timeline"]["bars"]) >= "2025-12-07"
    html = demo_client.get("/map?kind=control_changed&party=russia&since=2025-12-07").text
    assert re.search(r'<option value="control_changed" selected>', html)
    assert re.search(r'<option value="russia" selected>', html)
    days = [link for link in Page(html).links if link.startswith("/map?") and "until=" in link]
    assert days
    assert all("kind=control_changed&party=russia&since=2025-12-" in link for link in days)


def test_a_bar_leads_to_its_day_alone(demo_client: TestClient) -> None:
    bar = next(bar for bar in told(demo_client)["timeline"]["bars"] if bar["parties"])
    only = told(demo_client, f"?since={bar['first']}&until={bar['last']}")
    assert only["tellings"] == sum(bar["parties"].values())
    assert [one["first"] for one in only["timeline"]["bars"]] == [bar["first"]]


def test_the_numbers_are_those_of_the_listing(demo_client: TestClient, demo_ledger: Path) -> None:
    with Store(demo_ledger, write=False) as store:
        for filters in (Filters(), Filters(kind="strike"), Filters(party="ukraine", until="2025-12-05")):
            asked = "&".join(f"{name}={value}" for name in module.WANTED if (value := getattr(filters, name)))
            value = told(demo_client, f"?{asked}")
            lines = list(store.lines(filters))
            assert value["tellings"] == len(lines)
            places = [[*(line.get("places") or []), *([line["place"]] if line["place"] else [])] for line in lines]
            at_pokrovsk = sum(any(place["id"] == POKROVSK for place in each) for each in places)
            assert sum(spot["tellings"] for spot in value["drawn"] if spot["id"] == POKROVSK) == at_pokrovsk


def test_nothing_wanted_is_said(demo_client: TestClient) -> None:
    html = demo_client.get("/map?since=2031-01-01").text
    assert "Leave out a filter" in html
    assert "<circle" not in html


@pytest.mark.parametrize("name", ["kind", "party"])
def test_what_is_asked_for_stays_words(name: str, demo_client: TestClient) -> None:
    answer = demo_client.get(f"/map?{name}={quote(HOSTILE)}")
    assert answer.status_code == 200
    assert not Page(answer.text).bad
    assert "49" not in re.findall(r"<option[^>]*>([^<]*)", answer.text)
    assert "&lt;script&gt;alert(1)" in answer.text


@pytest.mark.parametrize(
    ("address", "status"),
    [("/map?since=soon", 400), ("/map?offset=-1", 400), ("/map?offset=999999", 200), ("/map/nowhere?why=x", 404)],
)
def test_what_cannot_be_asked_for_is_said(address: str, status: int, demo_client: TestClient) -> None:
    assert demo_client.get(address).status_code == status


def test_the_page_is_whole_without_scripts_and_styles_of_its_own(demo_client: TestClient) -> None:
    page = Page(demo_client.get("/map").text)
    assert not page.bad
    assert len(page.ids) == len(set(page.ids))


def test_without_the_libraries_the_page_says_what_to_do(
    demo_client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "VENDOR", "not-made")
    module._base.cache_clear()
    module._water.cache_clear()
    try:
        html = demo_client.get("/map").text
        assert "make assets" in html
        assert "leaflet" not in html
        assert "<circle" in html
        assert demo_client.get("/map/water.svg").status_code == 404
    finally:
        module._base.cache_clear()


def test_tiles_are_off_until_a_host_is_named(demo_client: TestClient, demo_ledger: Path) -> None:
    plain = demo_client.get("/map")
    assert "data-tiles" not in plain.text
    tiles = "https://tiles.example/{z}/{x}/{y}.png"
    with TestClient(create(Served(demo_ledger, tiles=tiles)), base_url=HERE) as client:
        answer = client.get("/map")
    assert f'data-tiles="{tiles}"' in answer.text
    assert "map tiles from tiles.example" in answer.text
    assert "img-src 'self' data: https://tiles.example;" in answer.headers["content-security-policy"]
    assert "tiles.example" not in plain.headers["content-security-policy"]


@pytest.fixture
def growing(tmp_path: Path) -> Iterator[tuple[Store, Store]]:
    """A ledger, to write to and to read from."""
    path = tmp_path / "ledger.db"
    with Store(path) as writing, Store(path, write=False, shared=True) as held:
        yield writing, held


def add(store: Store, outlet: str) -> None:
    report, (telling,) = say(outlet, f"the {outlet} bridge was hit")
    store.add_report(report, [placed(telling, BELMAR)], reader="test/1", linker=WordLinker())


def test_a_map_is_kept_until_something_comes(growing: tuple[Store, Store]) -> None:
    writing, held = growing
    add(writing, "A")
    surveys, shown = Surveys(most=2), Shown(held)
    first = surveys.of(shown, Filters())
    assert surveys.of(shown, Filters()) is first
    assert first.atlas.tellings == 1
    add(writing, "B")
    assert surveys.of(shown, Filters()).atlas.tellings == 2
    for kind in ("strike", "damage", "other"):
        surveys.of(shown, Filters(kind=kind))
    assert len(surveys._kept) == 2


def test_what_is_redacted_is_off_the_map_at_once(growing: tuple[Store, Store]) -> None:
    writing, held = growing
    add(writing, "A")
    surveys, shown = Surveys(), Shown(held)
    assert surveys.of(shown, Filters()).atlas.tellings == 1
    (report,) = writing.reports()
    writing.redact(report.id, by="an analyst", reason="asked", linker=WordLinker())
    assert surveys.of(shown, Filters()).atlas.tellings == 0


def test_who_is_masked_is_masked_among_what_cannot_be_placed(tmp_path: Path) -> None:
    path = tmp_path / "ledger.db"
    with Store(path) as store:
        report, (telling,) = say("A", "the bridge was hit", who="A resident, Oskar Venn,")
        store.add_report(report, [placed(telling)], reader="test/1", linker=WordLinker())
    with TestClient(create(Served(path)), base_url=HERE) as client:
        html = client.get("/map/nowhere?why=without").text
        assert "█" in html
        assert "Venn" not in html + client.get("/map").text + json.dumps(told(client))
