"""The list of reports."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from counterclaim.views.report_rows import around
from counterclaim.web.app import create
from counterclaim.web.served import Served
from hostile_lists import hostile, private

from shown_page import Page

HERE = "http://127.0.0.1:8765"
REPORT = re.compile(r'href="/reports/(r_[0-9a-f]{16})"')


def listed(client: TestClient, query: str = "") -> list[str]:
    answer = client.get(f"/reports{query}")
    assert answer.status_code == 200
    assert not Page(answer.text).bad
    return REPORT.findall(answer.text)


def test_all_reports_are_listed_in_parts_the_newest_first(demo_client: TestClient) -> None:
    found: list[str] = []
    while part := listed(demo_client, f"?offset={len(found)}"):
        found += part
    came = [report["id"] for report in demo_client.get("/api/reports").json()]
    assert found == came[::-1]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("state=not_read", 31), ("state=tells", 32), ("state=tells_nothing", 0), ("language=ru", 18),
        ("outlet=Online.UA", 1), ("after=60", 4), ("after=10&upto=12", 2), ("language=uk&state=tells", 0),
    ],
)  # fmt: skip
def test_filters(demo_client: TestClient, query: str, count: int) -> None:
    assert len(listed(demo_client, f"?{query}&limit=100")) == count


def test_days_are_of_publication_both_included(demo_client: TestClient) -> None:
    page = demo_client.get("/reports?since=2025-12-13&until=2025-12-17&limit=100").text
    days = set(re.findall(r'<td class="whole">(2025-\d\d-\d\d)</td>', page))
    assert days
    assert min(days) >= "2025-12-13"
    assert max(days) == "2025-12-17"


def test_words_are_shown_where_they_stand(demo_client: TestClient) -> None:
    page = demo_client.get("/reports?text=Krasnoarmeysk").text
    assert "<mark>Krasnoarmeysk</mark>" in page
    assert "kept, not read yet" not in page


def test_a_language_that_is_not_read_is_marked(demo_client: TestClient) -> None:
    assert demo_client.get("/reports?language=ru").text.count('<span class="badge">not read yet</span>') == 18


@pytest.mark.parametrize("query", ["state=lost", "after=x", "upto=-1", "since=soon"])
def test_what_cannot_be_asked_is_said(demo_client: TestClient, query: str) -> None:
    assert demo_client.get(f"/reports?{query}").status_code == 400


def test_words_that_mean_harm_stay_words(tmp_path: Path) -> None:
    with TestClient(create(Served(hostile(tmp_path / "a.db"))), base_url=HERE) as client:
        for query in ("", "?text=stood", "?outlet=<script>alert(1)</script>"):
            listed(client, query)
            page = client.get(f"/reports{query}").text
            assert "<script>alert" not in page
            assert "\u202e" not in page


def test_who_is_masked_is_not_found_by_name(tmp_path: Path) -> None:
    with TestClient(create(Served(private(tmp_path / "a.db"))), base_url=HERE) as client:
        assert len(listed(client)) == 1
        assert "Venn" not in client.get("/reports").text
        assert not listed(client, "?text=Venn")
        assert len(listed(client, "?text=flooded")) == 1


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("the mine, the Mine", ["mine"], ("the ", "mine", ", the Mine")),
        ("determined", ["mine"], None),
        ("a mine-shaft", ["mine shaft"], ("a ", "mine-shaft", "")),
        ("Pokrovsk", ["pok*"], ("", "Pok", "rovsk")),
        ("İ mine", ["mine"], ("İ ", "mine", "")),
        ("b a", ["a", "b"], ("", "b", " a")),
        ("x", ["*", '"', ""], None),
    ],
)
def test_where_words_stand(text: str, words: list[str], found: tuple[str, str, str] | None) -> None:
    assert around(text, words) == found


def test_what_is_cut_off_is_cut_at_a_word() -> None:
    before, word, behind = around(f"{'long ' * 60}here{' word' * 60}", ["here"]) or ("", "", "")
    assert before.startswith("…long ")
    assert word == "here"
    assert behind.endswith(" word…")
