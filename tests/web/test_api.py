"""What /api/ answers is what the command line prints."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from counterclaim.cli import cli

LISTS = [
    ("/api/tellings", ["tellings"]),
    ("/api/tellings?kind=casualties&since=2025-12-08", ["tellings", "--kind", "casualties", "--since", "2025-12-08"]),
    ("/api/tellings?text=Rovno&party=russia", ["tellings", "--text", "Rovno", "--party", "russia"]),
    ("/api/claims?claimant=Kimakovsky", ["claims", "--claimant", "Kimakovsky"]),
    ("/api/trace?q=Pokrovske%20mine", ["trace", "Pokrovske mine"]),
    ("/api/reports", ["reports"]),
    ("/api/reports?text=Ровно", ["reports", "--text", "Ровно"]),
    ("/api/new?since=all", ["new", "--since", "all"]),
    ("/api/new?since=40", ["new", "--since", "40"]),
    ("/api/places?name=Ровно", ["gazetteer", "Ровно"]),
    ("/api/places/UA14160210010099403/control", ["control", "UA14160210010099403"]),
    ("/api/issues", ["issues"]),
    ("/api/reviews", ["review", "list"]),
]


def printed(ledger: Path, argv: list[str]) -> list[Any]:
    found = CliRunner().invoke(cli, ["--ledger", str(ledger), *argv, "--json"])
    return [json.loads(line) for line in found.stdout.splitlines()]


@pytest.mark.parametrize(("path", "argv"), LISTS, ids=lambda value: value if isinstance(value, str) else "")
def test_a_list_is_what_the_command_prints(
    demo_client: TestClient, demo_ledger: Path, path: str, argv: list[str]
) -> None:
    wanted = printed(demo_ledger, argv)
    both = "&" if "?" in path else "?"
    assert demo_client.get(f"{path}{both}limit=1000").json() == wanted
    lines = demo_client.get(f"{path}{both}limit=1000", headers={"accept": "application/x-ndjson"})
    assert [json.loads(line) for line in lines.text.splitlines()] == wanted


def test_outlets_are_those_the_command_prints_as_of_an_entry(demo_client: TestClient, demo_ledger: Path) -> None:
    rows = demo_client.get("/api/outlets?limit=1000").json()
    assert {row.pop("as_of") for row in rows} == {64}
    assert rows == printed(demo_ledger, ["outlets"])


@pytest.mark.parametrize("path", ["/api/tellings", "/api/claims", "/api/reports"])
def test_parts_of_a_list_are_the_list(demo_client: TestClient, path: str) -> None:
    whole = demo_client.get(f"{path}?limit=1000").json()
    found: list[Any] = []
    address: str | None = f"{path}?limit=40"
    while address:
        answer = demo_client.get(address)
        found += answer.json()
        address = answer.links["next"]["url"] if "next" in answer.links else None
    assert found == whole
    assert len(whole) > 40


def test_one_thing_is_what_the_command_prints(demo_client: TestClient, demo_ledger: Path) -> None:
    claim = demo_client.get("/api/claims?limit=1").json()[0]
    telling = claim["tellings"][0]
    assert (
        demo_client.get(f"/api/claims/{claim['id']}").json() == printed(demo_ledger, ["trace", claim["id"]])[0] == claim
    )
    assert demo_client.get(f"/api/claims/{telling}").json() == claim
    told = demo_client.get(f"/api/tellings/{telling}").json()
    assert told == printed(demo_ledger, ["show", telling])[0]
    report = demo_client.get(f"/api/reports/{told['report']['id']}").json()
    assert report.items() <= printed(demo_ledger, ["show", told["report"]["id"]])[0].items()


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/claims/c_0000000000000000", 404),
        ("/api/tellings/t_0", 404),
        ("/api/issues/i_0", 404),
        ("/api/nothing", 404),
        ("/api/tellings?since=yesterday", 400),
        ("/api/tellings?limit=-1", 400),
        ("/api/trace", 400),
    ],
)
def test_a_fault_says_what_to_do(demo_client: TestClient, path: str, status: int) -> None:
    answer = demo_client.get(path)
    assert answer.status_code == status
    assert answer.json()["error"]["message"]


def test_where_the_ledger_lies_is_not_told(demo_client: TestClient, demo_ledger: Path) -> None:
    assert str(demo_ledger.parent) not in demo_client.get("/api/status").text
