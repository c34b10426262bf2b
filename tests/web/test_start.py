"""The start page: over the demo's ledger, over one that grows, over one that means harm."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from counterclaim.ledger.store import Store
from counterclaim.web.app import create
from counterclaim.web.pages import start
from counterclaim.web.served import Served
from hostile_lists import hostile

from linked_reports import keep, say
from shown_page import Page
from word_linker import WordLinker

HERE = "http://127.0.0.1:8765"
LINES = re.compile(r'href="(/claims/c_[0-9a-f]{16})"')


@pytest.fixture
def growing(tmp_path: Path) -> Iterator[tuple[TestClient, Store]]:
    with Store(tmp_path / "a.db") as store, TestClient(create(Served(store.path)), base_url=HERE) as client:
        yield client, store


def test_an_empty_ledger_says_what_to_do(growing: tuple[TestClient, Store]) -> None:
    assert "The ledger holds no report yet" in growing[0].get("/").text


def test_what_is_new_stands_under_its_origin(demo_client: TestClient) -> None:
    page = demo_client.get("/").text
    assert "63 reports came" in page
    assert "31 reports in ru, uk: kept and searched, not read yet" in page
    assert page.count('class="card group') == start.GROUPS
    assert page.index("Bayou City Crier") < page.index('<span class="unheld">TASS</span>')
    assert "+2 retellings" in page
    assert not Page(page).bad


def test_all_groups_are_found_by_the_links_of_parts(demo_client: TestClient, demo_ledger: Path) -> None:
    address, found, more = "/", [], []
    while address:
        page = demo_client.get(address).text
        found += LINES.findall(page)
        more += re.findall(r'href="([^"]*origin=c_[^"]*)"', page)
        following = re.search(r'rel="next" href="([^"]*)"', page)
        address = following[1].replace("&amp;", "&") if following else ""
    assert len(found) == len(set(found))
    for address in more:
        found += LINES.findall(demo_client.get(address.replace("&amp;", "&")).text)
    with Store(demo_ledger, write=False) as store:
        assert len(set(found)) == store.counts()["claims"]


def test_a_part_may_be_smaller_and_stays_so(demo_client: TestClient) -> None:
    page = demo_client.get("/?limit=3").text
    assert page.count('class="card group') == 3
    assert "limit=3&amp;offset=3" in page


def test_an_end_that_is_not_reached_yet_is_the_last_entry(demo_client: TestClient) -> None:
    page = demo_client.get("/?since=0&upto=999999").text
    assert 'name="entry" value="64"' in page


def test_a_group_has_a_page_of_its_own(demo_client: TestClient) -> None:
    page = demo_client.get("/").text
    address = re.findall(r'href="([^"]*origin=c_[^"]*)"', page)[0].replace("&amp;", "&")
    alone = demo_client.get(address)
    assert alone.status_code == 200
    assert "first heard from here, among the reports held" in alone.text
    assert demo_client.get("/?since=0&origin=c_0").status_code == 404


def test_a_mark_is_kept_by_the_browser_alone(growing: tuple[TestClient, Store]) -> None:
    client, store = growing
    keep(store, say("Belmar Post", "the stone bridge stood open"), WordLinker())
    assert "Belmar Post" in client.get("/").text
    before = store.state()
    answer = client.post("/seen", data={"entry": "2"}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert re.match(r"seen_[0-9a-f]{16}=2;", cookie)
    assert store.state() == before
    assert "Nothing came since then" in client.get("/").text
    keep(store, say("Vale News", "the stone bridge stood open again", published="2031-03-02"), WordLinker())
    page = client.get("/").text
    assert "told before by 1 report; since then" in page
    assert "+1 retelling" in page
    assert "1 report came" in client.get("/?since=2").text
    assert "2 reports came" in client.get("/?since=all").text
    client.post("/seen")
    assert "2 reports came" in client.get("/").text


def test_a_mark_of_another_ledger_is_none(growing: tuple[TestClient, Store]) -> None:
    client, store = growing
    keep(store, say("Belmar Post", "the stone bridge stood open"), WordLinker())
    for value in ("99", "x", "-1", "١"):
        cookie = {b"Cookie": f"seen_{store.mark()[:16]}={value}".encode()}
        assert "1 report came" in client.get("/", headers=cookie).text


@pytest.mark.parametrize("query", ["since=soon", "upto=x", "since=2031-02-30", "offset=x", "since=%00"])
def test_what_cannot_be_asked_is_said(demo_client: TestClient, query: str) -> None:
    assert demo_client.get(f"/?{query}").status_code == 400


def test_a_mark_that_is_none_is_refused_and_from_elsewhere_too(demo_client: TestClient) -> None:
    assert demo_client.post("/seen", data={"entry": "x"}).status_code == 400
    answer = demo_client.post("/seen", data={"entry": "1"}, headers={"Origin": "https://elsewhere.example"})
    assert answer.status_code == 403


def test_older_reports_of_a_long_time_have_pages_of_their_own(
    growing: tuple[TestClient, Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    client, store = growing
    monkeypatch.setattr(start, "MOST", 2)
    for number in range(5):
        keep(store, say(f"Outlet {number}", f"the bridge number{number} stood"), None)
    page = client.get("/?since=0").text
    assert "5 reports came" in page
    assert "the newest 2 of them here" in page
    older = re.search(r'href="(/\?since=0&amp;upto=\d+)">Older reports', page)
    assert older
    assert "3 reports came" in client.get(older[1].replace("&amp;", "&")).text


def test_words_that_mean_harm_stay_words(tmp_path: Path) -> None:
    with TestClient(create(Served(hostile(tmp_path / "a.db"))), base_url=HERE) as client:
        for address in ("/", "/?since=all", '/?since="><script>alert(1)</script>'):
            page = client.get(address).text
            assert "<script>alert" not in page
            assert "\u202e" not in page
            assert not Page(page).bad
        assert "{{ 7 * 7 }}" in client.get("/").text
        assert "1 report in en: kept and searched, not read yet" in client.get("/").text
        assert "1 report that tells nothing" in client.get("/").text


def test_what_is_redacted_is_gone_from_a_running_server(growing: tuple[TestClient, Store]) -> None:
    client, store = growing
    report = say("Belmar Post", "the stone bridge stood open")
    keep(store, report, WordLinker())
    assert "stone bridge" in client.get("/").text
    store.redact(report[0].id, by="An editor", reason="asked to", linker=WordLinker())
    for address in ("/", "/?since=all", "/claims", "/reports", "/search?q=bridge", "/search?q=Belmar"):
        assert "stone bridge" not in client.get(address).text
    assert "asked to" in client.get("/about").text
