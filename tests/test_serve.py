"""`counterclaim serve` as a person meets it: a real process, real ports, real refusals."""

import os
import re
import signal
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from counterclaim.ledger.store import Store

from served_ledger import COUNTERCLAIM, serving


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "made.db"
    with Store(path):
        return path


@pytest.fixture
def taken() -> Iterator[int]:
    """A port at which something listens."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def refused(*options: object) -> tuple[int, str]:
    """With which code and words a server ends that does not start."""
    called = [*COUNTERCLAIM, "serve", *map(str, options)]
    wide = os.environ | {"COLUMNS": "400"}
    done = subprocess.run(called, check=False, capture_output=True, text=True, timeout=60, env=wide)
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    return done.returncode, " ".join(done.stderr.split())


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "example.org", "127.0.0.1.example.org", ""])  # noqa: S104 refused
def test_an_address_that_others_reach_is_refused_with_the_reason(host: str, ledger: Path) -> None:
    code, said = refused("--host", host, "--ledger", ledger)
    assert code == 1
    assert "no passwords" in said
    assert "127.0.0.1" in said


def test_a_port_that_is_taken_is_named(taken: int, ledger: Path) -> None:
    code, said = refused("--port", taken, "--ledger", ledger)
    assert code == 1
    assert f"port {taken}" in said
    assert "--port" in said


@pytest.mark.parametrize("port", [-1, 65536, "http"])
def test_what_is_no_port_is_wrong_usage(port: object, ledger: Path) -> None:
    assert refused("--port", port, "--ledger", ledger)[0] == 2


def test_a_ledger_that_is_not_there_is_named_and_not_made(tmp_path: Path) -> None:
    code, said = refused("--port", 0, "--ledger", tmp_path / "none.db")
    assert code == 4
    assert "none.db" in said
    assert not list(tmp_path.iterdir())


def test_a_file_that_is_no_ledger_is_named(tmp_path: Path) -> None:
    (tmp_path / "words.db").write_text("no ledger, just words " * 100)
    code, said = refused("--port", 0, "--ledger", tmp_path / "words.db")
    assert code == 4
    assert "words.db" in said


@pytest.mark.parametrize("tiles", ["https://host/", "ftp://host/{z}/{x}/{y}.png", "https://{s}.host/{z}/{x}/{y}.png"])
def test_what_is_no_address_of_tiles_is_refused(tiles: str, ledger: Path) -> None:
    code, said = refused("--port", 0, "--tiles", tiles, "--ledger", ledger)
    assert code == 1
    assert "{z}/{x}/{y}" in said


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.0.0.2", "::1"])
def test_this_machine_is_served(host: str, ledger: Path) -> None:
    if host == "::1" and not _has_ipv6():
        pytest.skip("this machine has no IPv6")
    with serving(ledger, "--host", host) as home:
        assert httpx2.get(f"{home}/api/status").json()["reports"] == 0


def _has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as one:
            one.bind(("::1", 0))
    except OSError:
        return False
    return True


def test_nobody_else_reaches_it(ledger: Path) -> None:
    with serving(ledger) as home:
        port = int(home.rpartition(":")[2])
        listening = Path("/proc/net/tcp").read_text() if Path("/proc/net/tcp").exists() else ""
        assert f"00000000:{port:04X}" not in listening


def test_it_says_where_and_ends_well_when_it_is_interrupted(ledger: Path) -> None:
    called = [*COUNTERCLAIM, "serve", "--port", "0", "--ledger", str(ledger)]
    process = subprocess.Popen(called, stderr=subprocess.PIPE, text=True, env=os.environ | {"COLUMNS": "400"})
    assert process.stderr
    assert re.search(r"made\.db is shown at http://127\.0\.0\.1:\d+/", process.stderr.readline())
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=20)
    assert process.returncode == 0
    assert said == ""


def test_the_ledger_is_not_changed(demo_ledger: Path) -> None:
    before = demo_ledger.read_bytes()
    with serving(demo_ledger) as home:
        for address in ("/", "/claims", "/reports", "/outlets", "/map", "/about", "/api/claims"):
            assert httpx2.get(home + address).status_code == 200
    assert demo_ledger.read_bytes() == before


@pytest.mark.parametrize("host", ["elsewhere.invalid", "192.0.2.7:80", "127.0.0.1.elsewhere.invalid"])
def test_another_name_for_this_machine_is_refused(host: str, ledger: Path) -> None:
    with serving(ledger) as home:
        assert httpx2.get(f"{home}/", headers={"Host": host}).status_code == 421


def test_every_answer_is_sealed(ledger: Path) -> None:
    with serving(ledger) as home:
        for address in ("/", "/nothing", "/api/status", "/api/nothing", "/static/site.css", "/%00", "/claims/%2e%2e"):
            headers = httpx2.get(home + address).headers
            assert "default-src 'none'" in headers["content-security-policy"]
            assert "unsafe" not in headers["content-security-policy"]
            assert headers["x-content-type-options"] == "nosniff"
            assert "server" not in headers


def test_what_a_proxy_would_say_counts_for_nothing(ledger: Path) -> None:
    with serving(ledger) as home:
        said = {"x-forwarded-proto": "https", "x-forwarded-host": "evil.example", "x-forwarded-for": "192.0.2.7"}
        assert httpx2.get(f"{home}/claims/", headers=said).headers["location"] == f"{home}/claims"
