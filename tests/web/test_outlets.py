"""The pages of outlets, over ledgers that were made by the real pipeline."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from counterclaim.ledger.store import Store
from counterclaim.linking.linker import Rules
from counterclaim.web.app import create
from counterclaim.web.served import Served
from made_tellings import GIMAREL, UTA, Line, made, medium, tell

HERE = "http://127.0.0.1:8765"
HOSTILE = "</title><script>alert(1)</script>\" onload='x' {{ 7 * 7 }} \u202egro.evil"
LONG = "W" * 10_000
TAKEN = Line("Russian-free words: Dorn was taken at dawn by two hundred men", GIMAREL, relay=UTA)
DROPPED = replace(TAKEN, relay=None)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    path = tmp_path_factory.mktemp("outlets") / "a.db"
    heard = medium(LONG)
    with Store(path) as store:
        reports = [
            tell("Teshar Today", TAKEN, published="2031-03-05"),
            tell("Velm Courier", DROPPED, published="2031-03-06"),
            tell(HOSTILE, DROPPED, replace(TAKEN, content="Halm was quiet", relay=heard), published="2031-03-07"),
        ]
        for tellings in reports:
            store.add_report(tellings[0].report, tellings, reader="test/1", linker=Rules())
        store.add_report(made("Union Telegraph Agency", "Nothing."), [], reader="test/1", linker=Rules())
        store.add_report(made(None, "Nobody knows."), [], reader="test/1", linker=Rules())
    with TestClient(create(Served(path)), base_url=HERE, raise_server_exceptions=False) as found:
        yield found


def names(page: str) -> list[str]:
    """The outlets of a table, in its order."""
    heads = re.findall(r'<th scope="row"><a href="[^"]*">(.*?)</a>', page, re.DOTALL)
    return [unescape(head).strip() for head in heads]


def linked(page: str) -> set[str]:
    """The addresses of outlets that a page leads to."""
    return {unescape(found) for found in re.findall(r'href="(/outlets[^"#]*)', page)}


def test_all_outlets_with_their_figures(client: TestClient) -> None:
    page = client.get("/outlets").text
    assert len(names(page)) == 5
    assert "5 outlets" in page
    assert "As of log entry 6" in page
    for words in ("teshar", "vardia", "Union Telegraph Agency", "not known", "relay dropped 1", "2031-03-05"):
        assert words in page


def test_they_are_ordered_by_what_is_asked(client: TestClient) -> None:
    rising = names(client.get("/outlets?sort=outlet&order=up").text)
    falling = names(client.get("/outlets?sort=outlet&order=down").text)
    assert rising[:-1] == falling[:-1][::-1]
    assert rising[-1] == falling[-1] == "not known"
    assert names(client.get("/outlets?sort=earliest").text)[0] == "Teshar Today"
    page = client.get("/outlets?sort=cites").text
    assert 'aria-sort="descending"' in page
    assert "sort=cites&amp;order=up" in page
    assert client.get("/outlets?sort=size").status_code == 400


def test_they_are_found_by_name_and_party_and_come_in_parts(client: TestClient) -> None:
    assert names(client.get("/outlets?named=courier").text) == ["Velm Courier"]
    assert names(client.get("/outlets?party=teshar&sort=outlet").text) == ["Teshar Today", "Union Telegraph Agency"]
    assert "No outlet fits" in client.get("/outlets?named=nothing").text
    first = client.get("/outlets?limit=2").text
    assert len(names(first)) == 2
    assert "offset=2" in first
    assert not set(names(first)) & set(names(client.get("/outlets?limit=2&offset=2").text))


def test_who_cites_whom_is_drawn_and_written(client: TestClient) -> None:
    page = client.get("/outlets").text
    assert "<svg" in page
    assert "Teshar Today cites Union Telegraph Agency in 1 report" in page


def test_behind_each_number_stand_as_many_rows(client: TestClient) -> None:
    asked = {
        "number=cites&of=Union+Telegraph+Agency": "1",
        "number=shared": "1",
        "number=earliest": "1",
        "number=claims": "1",
    }
    for question, count in asked.items():
        page = client.get(f"/outlets/detail?name=Teshar+Today&{question}").text
        assert re.search(rf'id="behind"[^>]*>[^<]*\({count}\)', page), question
        assert len(re.findall(r'href="/(?:claims|reports)/[cr]_', page)) == 1
    page = client.get("/outlets/detail?name=Union+Telegraph+Agency&number=cited_by&of=Teshar+Today").text
    assert "Reports of Teshar Today that cite it (1)" in page
    page = client.get("/outlets/detail?name=Velm+Courier&number=differs&of=relay_dropped").text
    assert "relay dropped: Union Telegraph Agency" in page
    assert "/tellings/t_" in page


def test_an_outlet_that_is_not_known_and_one_that_is_not_held(client: TestClient) -> None:
    page = client.get("/outlets/detail?name=").text
    assert "<h1>not known</h1>" in page
    answer = client.get("/outlets/detail?name=Nobody")
    assert answer.status_code == 404
    assert "/outlets lists" in answer.text
    assert client.get("/outlets/detail?name=&number=size").status_code == 400


def test_hostile_and_very_long_names_are_words(client: TestClient) -> None:
    addresses = {"/outlets", f"/outlets/detail?name={quote(HOSTILE)}"}
    for address in addresses | linked(client.get("/outlets").text):
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert "<script>" not in answer.text
        assert "\u202e" not in answer.text
        assert " style=" not in answer.text
        assert not re.search(r"<[^>]*\son\w+=", answer.text)
    page = client.get(f"/outlets/detail?name={quote(HOSTILE)}&number=cites&of={LONG}").text
    assert "{{ 7 * 7 }}" in page
    assert "Its reports that cite W" in page


def test_each_link_of_the_pages_leads_somewhere(client: TestClient) -> None:
    seen: set[str] = set()
    left = {"/outlets"}
    while left - seen:
        address = (left - seen).pop()
        seen.add(address)
        answer = client.get(address)
        assert answer.status_code == 200, address
        left |= linked(answer.text) if len(seen) < 60 else set()
    assert len(seen) > 30


def test_the_api_has_the_lines_of_the_command(client: TestClient) -> None:
    found = client.get("/api/outlets").json()
    assert len(found) == 5
    assert set(found[0]) >= {"outlet", "reports", "cites", "party", "owner", "languages", "first", "last"}
    assert {one["as_of"] for one in found} == {6}
    one = client.get("/api/outlets/detail?name=Teshar+Today").json()
    assert one in found
    assert client.get("/api/outlets/detail?name=").json()["outlet"] is None
    assert client.get("/api/outlets/detail?name=Nobody").status_code == 404
    assert client.get("/api/outlets?limit=2").headers["link"].endswith('rel="next"')


def test_before_the_first_figures_it_is_said(tmp_path: Path) -> None:
    Store(tmp_path / "a.db").close()
    client = TestClient(create(Served(tmp_path / "a.db")), base_url=HERE)  # nobody started the figures
    assert "The figures are being made" in client.get("/outlets").text
    page = client.get("/outlets/detail?name=A").text
    assert "The figures are being made" in page
    assert "not counted yet" in page
    answer = client.get("/api/outlets")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")


def test_an_empty_ledger_says_so(tmp_path: Path) -> None:
    Store(tmp_path / "a.db").close()
    with TestClient(create(Served(tmp_path / "a.db")), base_url=HERE) as client:
        assert "No report is held yet" in client.get("/outlets").text
