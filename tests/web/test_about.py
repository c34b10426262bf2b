"""About the ledger."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from counterclaim.ledger.store import Store
from counterclaim.linking.linker import BY
from counterclaim.model.issue import Issue
from counterclaim.web.app import create
from counterclaim.web.served import Served
from hostile_lists import SCRIPT, hostile

from linked_reports import say
from shown_page import Page

HERE = "http://127.0.0.1:8765"


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    path = hostile(tmp_path / "a.db")
    with Store(path) as store:
        report, _ = say("Dorn Post")
        store.add_report(replace(report, language="de", id="r_00000000000000de"), [], reader=None)
        for number in range(30):
            store.add_issue(Issue("empty", f"input-{number}.txt", "It is empty.", "Leave it out.", f"/{number}"))
            said, _ = say(f"Gone {number}")
            gone = replace(said, text=f"Made{number} up{number} about{number} the invented{number} country Vardia.")
            store.add_report(gone, [], reader="test/1")
            store.redact(gone.id, by="An editor", reason=f"asked to {SCRIPT}")
    with TestClient(create(Served(path)), base_url=HERE) as made:
        yield made


def test_the_demo_in_numbers(demo_client: TestClient, demo_ledger: Path) -> None:
    page = demo_client.get("/about").text
    with Store(demo_ledger, write=False) as store:
        counts = store.counts()
    for name in ("reports", "tellings", "claims"):
        assert f"<dt>{name}</dt><dd>{counts[name]}</dd>" in page
    assert f"{BY}: 63 reports" in page
    assert re.search(r"ru</a></td><td>kept, not read yet</td><td class=\"number\">18<", page)
    assert "are masked" in page
    assert not Page(page).bad


def test_where_nobody_is_masked_it_is_said(client: TestClient, demo_client: TestClient) -> None:
    assert (
        "Nobody is masked in reports in these languages, for which there are no rules yet: de."
        in client.get("/about").text
    )
    assert "Nobody is masked" not in demo_client.get("/about").text


def test_issues_and_decisions_are_listed_in_parts(client: TestClient) -> None:
    page = client.get("/about").text
    following = [one.replace("&amp;", "&") for one in re.findall(r'rel="next" href="([^"]*)"', page)]
    assert len(following) == 2
    issues, reviews = (client.get(one).text for one in following)
    assert "input-29.txt" not in page
    assert "input-29.txt" in issues
    assert page.count("An editor") == reviews.count("An editor") + 20
    assert "<script>alert" not in page + issues + reviews
    assert "\u202e" not in page + issues + reviews


def test_one_issue(client: TestClient) -> None:
    name = re.search(r'href="/about\?issue=(i_[0-9a-f]{16})"', client.get("/about").text)
    assert name
    assert "The issue asked for" in client.get(f"/about?issue={name[1]}").text
    assert client.get("/about?issue=i_0").status_code == 404


def test_shown_names_are_said(tmp_path: Path) -> None:
    with TestClient(create(Served(hostile(tmp_path / "a.db"), names=True)), base_url=HERE) as client:
        assert "are shown, since this server was started with --names" in client.get("/about").text
