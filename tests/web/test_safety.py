"""What every answer keeps to, and what is refused."""

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.testclient import TestClient

from counterclaim.errors import BadValueError
from counterclaim.ledger.store import Store
from counterclaim.web.app import create
from counterclaim.web.safety import LIMIT, is_loopback, origin, policy
from counterclaim.web.served import Served

HERE = "http://127.0.0.1:8765"


@pytest.fixture
def client(tmp_path: Path) -> TestClient:
    Store(tmp_path / "a.db").close()
    return TestClient(create(Served(tmp_path / "a.db")), base_url=HERE, raise_server_exceptions=False)


def test_every_answer_is_sealed(client: TestClient) -> None:
    for path in ("/nothing", "/api/status", "/static/site.css"):
        headers = client.get(path).headers
        assert headers["content-security-policy"] == policy()
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


def test_what_tells_of_a_fault_of_ours_is_sealed_too(client: TestClient) -> None:
    def broken(_request: Request) -> Response:
        raise ZeroDivisionError

    app = client.app
    assert isinstance(app, Starlette)
    app.router.routes.append(Route("/broken", broken))
    answer = client.get("/broken")
    assert answer.status_code == 500
    assert answer.headers["content-security-policy"] == policy()


def test_no_page_stays_in_a_browser_but_files_of_ours_may(client: TestClient) -> None:
    assert client.get("/").headers["cache-control"] == "no-store"
    assert client.get("/api/reports").headers["cache-control"] == "no-store"
    assert client.get("/static/site.css").headers["cache-control"] == "no-cache"


def test_the_policy_allows_nothing_inline_and_nothing_from_outside() -> None:
    assert "unsafe" not in policy()
    assert "http" not in policy()
    assert "default-src 'none'" in policy()


def test_tiles_open_the_policy_to_their_host_alone() -> None:
    assert "img-src 'self' data: https://tiles.example;" in policy("https://tiles.example/{z}/{x}/{y}.png")


@pytest.mark.parametrize(
    "tiles",
    ["tiles.example/{z}/{x}/{y}", "https://a/b.png", "https://a; script-src */{z}/{x}/{y}", "https://{z}/{x}/{y}"],
)
def test_tiles_that_are_no_address_are_refused(tiles: str) -> None:
    with pytest.raises(BadValueError):
        origin(tiles)


@pytest.mark.parametrize("host", [
    "evil.example", "127.0.0.1.evil.example", "192.168.1.4", "", "[", "[::1", "evil@127.0.0.1", "127.0.0.1/evil",
    "127.0.0.1:8765@evil", "127.0.0.1:8765, evil", "127.0.0.1:x", "127.0.0.1.", "127.0.0.1#",
])  # fmt: skip
def test_another_name_for_this_server_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/api/status", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"}, {"origin": "null"}, {"origin": "http://["},
        {"origin": "https://127.0.0.1:8765"}, {"sec-fetch-site": "cross-site"},
    ],
)  # fmt: skip
def test_what_another_site_sends_is_refused(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/try", headers=headers).status_code == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_another_site_may_lead_here_but_load_nothing(client: TestClient, site: str) -> None:
    link, picture = ({"sec-fetch-site": site, "sec-fetch-dest": kind} for kind in ("document", "image"))
    assert client.get("/claims", headers=link).status_code == 200
    assert client.get("/claims", headers=picture).status_code == 403
    assert client.get("/static/icon.svg", headers=picture | {"sec-fetch-site": "same-origin"}).status_code == 200


def test_what_is_too_large_is_refused(client: TestClient) -> None:
    assert client.post("/try", content=b"x" * (LIMIT + 1)).status_code == 413


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "[::1]", "127.9.9.9"])
def test_loopback_is_this_machine(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.0.0.1", "example.org", ""])  # noqa: S104 as refused
def test_anything_else_is_not(host: str) -> None:
    assert not is_loopback(host)


def test_a_page_that_is_not_there_says_what_to_do(client: TestClient) -> None:
    answer = client.get("/nothing")
    assert answer.status_code == 404
    assert "search" in answer.text
    assert client.get("/api/claims/c_0").json()["error"]["remedy"]
