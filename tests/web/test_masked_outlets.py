"""An outlet that is named like somebody who is masked cannot be asked for; nor do two tellings side by side tell."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store
from counterclaim.pipeline import Asked, add
from counterclaim.web.app import create
from counterclaim.web.served import Served

HERE = "http://127.0.0.1:8765"
OUTLET = "Oskar Venn’s notebook"
TEXT = "Made-up text about the invented country Vardia.\n\n"
MINER = TEXT + "The miner Oskar Venn left. Ilse Marn, the mayor of Dorn, said that Oskar Venn had left the mine."
MINISTER = TEXT + "Defence Minister Oskar Venn said that the invented army of Vardia had taken the bridge of Halm."


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report that masks a miner, whom its outlet is called after, and one of a minister of the same name."""
    folder = tmp_path_factory.mktemp("venn")
    reports = [
        {"text": MINER, "outlet": OUTLET, "published": "2031-03-02", "theatre": "vardia"},
        {"text": MINISTER, "outlet": "Halm Post", "published": "2031-03-02", "theatre": "vardia",
         "title": "Oskar Venn speaks", "url": "https://halm.example/oskar-venn"},
    ]  # fmt: skip
    (folder / "a.jsonl").write_text("".join(json.dumps(one) + "\n" for one in reports))
    with Store(folder / "a.db") as store:
        list(add(store, [str(folder / "a.jsonl")], Asked()))
    return folder / "a.db"


@pytest.fixture(scope="module")
def client(ledger: Path) -> Iterator[TestClient]:
    with TestClient(create(Served(ledger)), base_url=HERE) as made:
        yield made


@pytest.mark.parametrize("path", ["/api/tellings", "/api/claims", "/claims", "/reports"])
def test_an_outlet_that_is_masked_is_not_found_by_name(client: TestClient, path: str) -> None:
    found, nothing = (client.get(path, params={"outlet": name}).text for name in (OUTLET, "Bskar Benn’s notebook"))
    assert found.replace("Oskar Venn", "Bskar Benn").replace("Oskar+Venn", "Bskar+Benn") == nothing
    assert any(mark in client.get(path, params={"outlet": "Halm Post"}).text for mark in ("t_", "r_", "c_"))


def test_who_is_masked_in_one_of_two_tellings_is_masked_in_both(client: TestClient, ledger: Path) -> None:
    with Store(ledger, write=False) as store:
        first = {line["report"]["outlet"]: line["id"] for line in store.lines(Filters())}
    one, other = first[OUTLET], first["Halm Post"]
    claim = client.get(f"/api/claims/{other}").json()["id"]
    assert "Venn" in client.get(f"/claims/{claim}").text
    page = client.get(f"/claims/{claim}/compare?one={one}&other={other}").text
    assert "taken the bridge" in page
    assert "venn" not in page.lower()
