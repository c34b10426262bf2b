"""The page of a place, and the list of places."""

import json
from pathlib import Path
from urllib.parse import quote

import pytest
from click.testing import CliRunner
from starlette.testclient import TestClient

from counterclaim.cli import cli
from counterclaim.ledger.store import Store
from counterclaim.linking.linker import Rules
from counterclaim.model.source import SourceClass
from counterclaim.web.app import create
from counterclaim.web.served import Served
from made_tellings import Line, Who, tell

HERE = "http://127.0.0.1:8765"
POKROVSK, RIVNE, CITY = "UA14160210010099403", "UA14160150030092191", "UA56060470010041018"


def read(client: TestClient, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status
    return answer.text


def test_pokrovsk_says_what_is_claimed_by_whom(demo_client: TestClient) -> None:
    found = read(demo_client, f"/places/{POKROVSK}")
    for words in (
        "<h1>Pokrovsk", "Donetsk oblast", "Красноармійськ", "until 2016-05-12", "60,127", "GeoNames (CC BY 4.0)",
        "Valery Gerasimov", "Ukraine&#39;s General Staff", "Russian Federation (inferred: party of the claimant)",
        "“the north”", "<svg", "Other places of the same name", "Claims there",
    ):  # fmt: skip
        assert words in found, words
    assert "may mean this place, or another" not in found
    assert found.count("<h1") == 1


def test_rovno_says_where_it_may_be_and_why(demo_client: TestClient) -> None:
    found = read(demo_client, f"/places/{RIVNE}")
    assert "may mean this place, or another of the name" in found
    assert f'href="/places/{CITY}"' in found
    assert "834 km from here" in found
    assert "no fighting on the ground where it lies" in found
    assert "27 places may be meant" in found


def test_a_doubtful_telling_leads_to_the_part_of_its_report_in_which_it_stands(demo_client: TestClient) -> None:
    assert '<a href="/tellings/t_' in read(demo_client, f"/places/{RIVNE}")


def test_nothing_is_inline(demo_client: TestClient) -> None:
    for path in ("/places", f"/places/{RIVNE}", "/places?name=Rovno"):
        found = read(demo_client, path)
        assert "style=" not in found
        assert "<style" not in found
        assert "<script" not in found


def test_each_mark_leads_to_its_claim_or_its_rows(demo_client: TestClient) -> None:
    found = read(demo_client, f"/places/{POKROVSK}")
    assert '<a href="/claims/c_' in found
    assert '<a href="#lane-' in found
    assert 'id="lane-1"' in found


def test_days_and_kinds_are_asked_for_in_the_address(demo_client: TestClient) -> None:
    late = read(demo_client, f"/places/{POKROVSK}?since=2025-12-13")
    assert "“a central square”" in read(demo_client, f"/places/{POKROVSK}")
    assert "“a central square”" not in late
    assert "Nobody claims, in the reports of these days" in read(demo_client, f"/places/{POKROVSK}?until=2025-01-01")
    assert "No claim of this kind" in read(demo_client, f"/places/{POKROVSK}?kind=humanitarian_access")
    assert "is not a day" in read(demo_client, f"/places/{POKROVSK}?since=soon", 400)


def test_a_name_lists_what_it_may_mean(demo_client: TestClient) -> None:
    found = read(demo_client, "/places?name=Rovno")
    assert found.index(RIVNE) < found.index(CITY)
    assert "is called Rovno (press)" in found
    for name in ("Покровськ", "Krasnoarmeysk"):
        assert POKROVSK in read(demo_client, f"/places?name={quote(name)}")
    assert "No place is called" in read(demo_client, "/places?name=Qwertyuiop")


def test_all_places_those_with_most_tellings_first(demo_client: TestClient) -> None:
    found = read(demo_client, "/places")
    assert found.index(POKROVSK) < found.index(RIVNE)


def test_an_unknown_id_says_what_to_do(demo_client: TestClient) -> None:
    assert "/places?name=" in read(demo_client, "/places/nowhere", 404)


def test_a_place_that_nothing_is_told_of_has_a_page(demo_client: TestClient) -> None:
    found = read(demo_client, "/places/p_dorn")
    assert "0 tellings mean this place" in found
    assert "vardia" in found


def test_the_picture_as_a_file(demo_client: TestClient, demo_ledger: Path) -> None:
    answer = demo_client.get(f"/places/{POKROVSK}/control.svg")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert "sandbox" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    done = CliRunner().invoke(cli, ["--ledger", str(demo_ledger), "control", POKROVSK, "--svg", "-"])
    assert answer.text == done.stdout


def test_json_is_what_the_commands_print(demo_client: TestClient, demo_ledger: Path) -> None:
    for path, argv in (
        (f"/api/places/{RIVNE}/control?limit=1000", ["control", RIVNE]),
        (f"/api/places?name={quote('Красноармейск')}", ["gazetteer", "Красноармейск"]),
    ):
        done = CliRunner().invoke(cli, ["--ledger", str(demo_ledger), *argv, "--json"])
        assert demo_client.get(path).json() == [json.loads(line) for line in done.stdout.splitlines()]
    one = demo_client.get(f"/api/places/{RIVNE}").json()
    assert (one["name"], one["doubtful"]) == ("Rivne", 12)
    assert demo_client.get("/api/places/nowhere").status_code == 404
    assert demo_client.get("/api/places").status_code == 400


@pytest.fixture
def made_up(tmp_path: Path) -> Path:
    """Two made-up reports: one full of markup about a place of no gazetteer, one whose claimant holds no office."""
    harm = "\"'><script>window.executed=true</script> \u202eevil" + "a" * 10_000
    first = tell(harm, Line(f"{harm} had taken Xyz", Who(harm), place=("Xyz", 'x"><script>')))
    miner = Who("Oskar Venn", source_class=SourceClass.NAMED_PERSON, written="the miner Oskar Venn")
    second = tell("Post", Line("Oskar Venn’s friends held Dorn", miner, kind="control_held", place=("Dorn", "p_dorn")))
    with Store(tmp_path / "a.db") as store:
        for told in (first, second):
            store.add_report(told[0].report, told, reader="test/1", linker=Rules())
    return tmp_path / "a.db"


def test_hostile_words_stay_words(made_up: Path) -> None:
    with TestClient(create(Served(made_up, names=True)), base_url=HERE) as client:
        for path in ("/places", "/places/" + quote('x"><script>', safe=""), "/places?name=" + quote("<script>")):
            found = read(client, path)
            assert "<script>" not in found
            assert "\u202e" not in found


def test_a_place_of_no_gazetteer_at_hand_has_a_page(made_up: Path) -> None:
    with TestClient(create(Served(made_up)), base_url=HERE) as client:
        assert "No gazetteer at hand has this place" in read(client, "/places/" + quote('x"><script>', safe=""))


def test_the_claims_of_a_place_of_no_gazetteer_are_listed(made_up: Path) -> None:
    with TestClient(create(Served(made_up)), base_url=HERE) as client:
        found = read(client, "/claims?place=" + quote('x"><script>', safe=""))
        assert found.count('href="/claims/c_') == 1
        assert "No place is called" not in found


def test_who_holds_no_office_is_masked(made_up: Path) -> None:
    for names in (False, True):
        with TestClient(create(Served(made_up, names=names)), base_url=HERE) as client:
            for path in ("/places/p_dorn", "/places/p_dorn/control.svg", "/api/places/p_dorn/control"):
                assert ("Venn" in read(client, path)) == names
