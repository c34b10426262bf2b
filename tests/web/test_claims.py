"""The list of claims."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from counterclaim.ledger.store import Store
from counterclaim.web.app import create
from counterclaim.web.served import Served
from hostile_lists import hostile, private

from shown_page import Page

HERE = "http://127.0.0.1:8765"
CLAIM = re.compile(r'href="/claims/(c_[0-9a-f]{16})"')


def listed(client: TestClient, query: str = "") -> list[str]:
    answer = client.get(f"/claims{query}")
    assert answer.status_code == 200
    assert not Page(answer.text).bad
    return CLAIM.findall(answer.text)


def test_all_claims_are_listed_in_parts(demo_client: TestClient, demo_ledger: Path) -> None:
    found: list[str] = []
    while part := listed(demo_client, f"?offset={len(found)}"):
        found += part
    with Store(demo_ledger, write=False) as store:
        assert len(found) == len(set(found)) == store.counts()["claims"]


@pytest.mark.parametrize(
    "query",
    [
        "kind=control_changed", "party=ukraine", "claimant=gerasimov", "since=2025-12-17", "until=2025-12-02",
        "text=mine", "outlet=Online.UA", "place=UA14160210010099403",
    ],
)  # fmt: skip
def test_the_filters_are_those_of_the_api(demo_client: TestClient, query: str) -> None:
    wanted = [claim["id"] for claim in demo_client.get(f"/api/claims?{query}&limit=200").json()]
    assert listed(demo_client, f"?{query}&limit=200") == wanted
    assert 0 < len(wanted) < 120


def test_what_was_chosen_stays_chosen(demo_client: TestClient) -> None:
    page = demo_client.get("/claims?kind=casualties&party=none&text=%22a+b%22&since=2025-12-01").text
    assert '<option value="casualties" selected>' in page
    assert '<option value="none" selected>' in page
    assert 'value="&#34;a b&#34;"' in page
    assert "No claim fits" in page


def test_a_place_may_be_asked_for_by_name(demo_client: TestClient) -> None:
    page = demo_client.get("/claims?place=Rovno").text
    assert "may mean several places" in page
    assert "Myrnohrad hromada" in page
    assert "No place is called" in demo_client.get("/claims?place=Zzz").text


def test_what_cannot_be_asked_is_said(demo_client: TestClient) -> None:
    assert demo_client.get("/claims?since=soon").status_code == 400


def test_words_that_mean_harm_stay_words(tmp_path: Path) -> None:
    with TestClient(create(Served(hostile(tmp_path / "a.db"))), base_url=HERE) as client:
        assert len(listed(client)) == 1
        page = client.get('/claims?text="><script>alert(1)</script>&place=<script>').text
        assert "<script>alert" not in page


def test_who_is_masked_is_not_found_by_name(tmp_path: Path) -> None:
    with TestClient(create(Served(private(tmp_path / "a.db"))), base_url=HERE) as client:
        assert len(listed(client)) == 1
        assert "Venn" not in client.get("/claims").text
        assert not listed(client, "?claimant=venn")
        assert not listed(client, "?text=venn")


def test_a_row_says_in_which_outlet_a_claim_stands_and_when(demo_client: TestClient) -> None:
    page = re.sub(r"\s+", " ", demo_client.get("/claims?text=Rovno&limit=50").text)
    assert "1 report: Metro Report, 2025-12-07" in page
    assert "8 reports, 7 outlets · earliest held: Aloha Digest, 2025-12-07" in page
    assert "traced to TASS (not held)" in demo_client.get('/claims?text="Pokrovske mine"').text
