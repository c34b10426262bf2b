"""One box for everything: over the demo's ledger, over one that means harm, over one with a private person."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store
from counterclaim.web.app import create
from counterclaim.web.served import Served
from hostile_lists import LONG, SCRIPT, hostile, private

from shown_page import Page

HERE = "http://127.0.0.1:8765"
RIVNE = "Rivne</a>, Myrnohrad hromada, Pokrovsk raion"


def ask(client: TestClient, words: str, more: str = "") -> str:
    answer = client.get(f"/search?q={quote(words)}{more}")
    assert answer.status_code == 200
    assert not Page(answer.text).bad
    return answer.text


def heads(page: str) -> list[str]:
    return re.findall(r'<h2 id="(\w+)">', page)


@pytest.mark.parametrize("name", ["Rovno", "Ровно", "Rivne", "Рівне", "rovno"])
def test_a_place_is_found_by_each_of_its_names(demo_client: TestClient, name: str) -> None:
    page = ask(demo_client, name)
    assert RIVNE in page
    assert "named, or perhaps meant, in" in page


def test_other_spellings_are_offered_that_reports_hold(demo_client: TestClient) -> None:
    also = re.search(r"Also written, in reports held:(.*?)</p>", ask(demo_client, "Покровськ"), re.DOTALL)
    assert also
    names = re.findall(r">([^<]+)</a>", also[1])
    assert {"Pokrovsk", "Krasnoarmeysk"} <= set(names)
    for name in names:
        assert "reports" in heads(ask(demo_client, f'"{name}"'))


def test_claims_tellings_reports_and_outlets_are_found_by_words(demo_client: TestClient) -> None:
    assert {"claims", "reports", "tellings"} <= set(heads(ask(demo_client, "Pokrovske mine")))
    assert "outlets" in heads(ask(demo_client, "bayou city crier"))
    assert "<mark>Ровное</mark>" in ask(demo_client, "Ровное")


def test_a_section_alone_is_listed_in_parts(demo_client: TestClient) -> None:
    page = ask(demo_client, "Pokrovsk", "&in=claims")
    assert heads(page) == ["claims"]
    following = re.search(r'rel="next" href="([^"]*)"', page)
    assert following
    assert heads(demo_client.get(following[1].replace("&amp;", "&")).text) == ["claims"]


def test_an_id_leads_straight_there(demo_client: TestClient, demo_ledger: Path) -> None:
    with Store(demo_ledger, write=False) as store:
        line = next(iter(store.lines(Filters(text="Rovno"))))
        claim = store.claim(line["id"])["id"]
    wanted = {
        claim: f"/claims/{claim}",
        line["id"]: f"/tellings/{line['id']}",
        f" {line['report']['id']} ": f"/reports/{line['report']['id']}",
        "i_0123456789abcdef": "/about?issue=i_0123456789abcdef#issues",
        "UA14160210010099403": "/places/UA14160210010099403",
    }
    for asked, address in wanted.items():
        answer = demo_client.get(f"/search?q={quote(asked)}", follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, address)


def test_nothing_found_says_what_to_try(demo_client: TestClient) -> None:
    page = ask(demo_client, "zzzz")
    assert "Nothing is found for “zzzz”" in page
    assert "What to try" in page
    assert "Words, a name" in ask(demo_client, "")


@pytest.fixture(scope="module")
def harm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with TestClient(create(Served(hostile(tmp_path_factory.mktemp("harm") / "a.db"))), base_url=HERE) as client:
        yield client


@pytest.mark.parametrize(
    "asked",
    [
        SCRIPT,
        "stood",
        "script",
        LONG,
        "W*",
        '"',
        "*",
        "a OR b NEAR(",
        "{{ 7 * 7 }}",
        "\0",
        "\u202e",
        "'--",
        "%",
        "/",
        "😀",
    ],
)
def test_whatever_is_asked_stays_words(harm: TestClient, asked: str) -> None:
    page = ask(harm, asked)
    assert "<script>alert" not in page
    assert "\u202e" not in page


def test_words_of_reports_stay_words(harm: TestClient) -> None:
    page = ask(harm, "stood open")
    assert {"claims", "reports", "tellings"} <= set(heads(page))
    assert "&lt;script&gt;" in page
    assert "javascript:" not in " ".join(Page(page).links)


def test_who_is_masked_is_not_found_by_name(tmp_path: Path) -> None:
    path = private(tmp_path / "a.db")
    with TestClient(create(Served(path)), base_url=HERE) as client:
        for asked in ("Venn", "Oskar", "osk*", '"Oskar Venn"', "notebook"):
            assert set(heads(ask(client, asked))) <= {"places"}  # a gazetteer may have such a name
        page = ask(client, "shaft flooded")
        assert {"claims", "reports", "tellings"} <= set(heads(page))
        assert "Venn" not in page
        assert "Oskar" not in page
    with TestClient(create(Served(path, names=True)), base_url=HERE) as client:
        assert {"claims", "reports", "tellings", "outlets"} <= set(heads(ask(client, "Venn")))
