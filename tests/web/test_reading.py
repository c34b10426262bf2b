"""Try: a text is read and shown as a report is; nothing of it stays; one at a time, within a limit."""

import json
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from counterclaim import pipeline
from counterclaim.errors import InputError
from counterclaim.ledger.store import Store
from counterclaim.web import reading_once
from counterclaim.web.app import create
from counterclaim.web.reading_once import LIMIT, TURN, read_bytes
from counterclaim.web.served import Served

from shown_page import Page

HERE = "http://127.0.0.1:8765"
WORDS = "Made-up text. The mayor of Belmar, Tessa Quill, said that the old bridge was open again."
FORM = {"text": WORDS, "theatre": "vardia"}
NO_FILE: dict[str, Any] = {"file": ("empty.txt", b"")}


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    with Store(tmp_path / "made-up.db") as store:
        (tmp_path / "a.txt").write_text(WORDS)
        list(pipeline.add(store, [str(tmp_path / "a.txt")], pipeline.Asked()))
    return tmp_path / "made-up.db"


@pytest.fixture
def client(ledger: Path) -> Iterator[TestClient]:
    with TestClient(create(Served(ledger)), base_url=HERE) as made:
        yield made


def state(ledger: Path, passing: Path) -> tuple[bytes, list[str]]:
    """The ledger's bytes, and all files beside it and in the folder for passing files."""
    names = [str(path) for folder in (ledger.parent, passing) for path in folder.rglob("*")]
    return ledger.read_bytes(), sorted(name for name in names if not name.endswith(("-wal", "-shm")))


def test_the_form(client: TestClient) -> None:
    page = client.get("/try").text
    assert 'enctype="multipart/form-data"' in page
    assert "<option>vardia</option>" in page
    assert "200,000" in page


def test_a_pasted_text_is_read_and_shown_as_a_report_is(client: TestClient) -> None:
    answer = client.post("/try", data=FORM, files=NO_FILE)
    assert answer.status_code == 200
    page = Page(answer.text)
    assert page.text == WORDS
    assert "Tessa Quill" in answer.text
    assert [name for name in page.ids if name.startswith("t_")]
    assert not page.bad
    assert not [link for link in page.links if link.startswith(("/claims/", "/reports/"))]


def test_nothing_stays(
    client: TestClient, ledger: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    passing = tmp_path_factory.mktemp("passing")
    monkeypatch.setattr(tempfile, "tempdir", str(passing))

    def rolled(_file: object) -> None:
        raise AssertionError("a file was written")

    monkeypatch.setattr(tempfile.SpooledTemporaryFile, "rollover", rolled)
    before = state(ledger, passing)
    text = f"{WORDS}\n\n" * 200
    assert client.post("/try", data=FORM | {"text": text}, files=NO_FILE).status_code == 200
    assert client.post("/try", data={}, files={"file": ("a.txt", text.encode())}).status_code == 200
    assert client.post("/api/read", content=WORDS.encode()).status_code == 200
    assert state(ledger, passing) == before


def test_front_matter_and_its_faults(client: TestClient) -> None:
    text = f"---\noutlet: Belmar Post\ntitle: <b>The bridge</b>\nurl: ftp://nowhere\n---\n{WORDS}"
    page = client.post("/try", data={"text": text}, files=NO_FILE).text
    assert "Belmar Post" in page
    assert "&lt;b&gt;The bridge&lt;/b&gt;" in page
    assert "it was left out" in page
    assert Page(page).text == WORDS


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.txt", WORDS.encode()),
        ("A REPORT", WORDS.encode()),
        ("a.html", f"<html><body><article><p>{WORDS}</p><p>{WORDS}</p></article></body></html>".encode()),
        ("page", f"<!doctype html><html><body><article><p>{WORDS}</p><p>{WORDS}</p></article></body></html>".encode()),
        ("a.jsonl", json.dumps({"text": WORDS}).encode()),
        ("lines", json.dumps({"text": WORDS}).encode()),
        ("a.txt", WORDS.encode("utf-16")),
        ("../../etc/<script>.txt", WORDS.encode()),
    ],
)
def test_any_file_that_is_read_elsewhere(client: TestClient, name: str, raw: bytes) -> None:
    answer = client.post("/try", data={"theatre": "vardia", "text": ""}, files={"file": (name, raw)})
    assert answer.status_code == 200
    assert WORDS in Page(answer.text).text
    assert "<script>." not in answer.text


def test_of_json_lines_the_first_is_read_and_that_is_said(client: TestClient) -> None:
    raw = "\n".join(json.dumps({"text": text}) for text in (WORDS, "Another made-up text.", "A third."))
    page = client.post("/try", files={"file": ("a.jsonl", raw.encode())}).text
    assert Page(page).text == WORDS
    assert "holds 3 reports" in page


@pytest.mark.parametrize("raw", [b"%PDF-1.4 made up", b"\x00\x01\x02", b"   \n", b'{"a": [1]}'])
def test_what_cannot_be_read_says_why(client: TestClient, raw: bytes) -> None:
    answer = client.post("/try", files={"file": ("thing", raw)})
    assert answer.status_code == 422
    assert "What was wrong" in answer.text
    assert client.post("/api/read?name=thing", content=raw).status_code == 422


def test_a_language_that_is_not_read_is_said(client: TestClient) -> None:
    text = "Выдуманный текст. Мэр Бельмара сказал, что мост снова открыт для всех машин."
    page = client.post("/try", data={"text": text}, files=NO_FILE).text
    assert Page(page).text == text
    assert "not read yet (ru)" in page


def test_limits(client: TestClient) -> None:
    assert client.post("/try", data={"text": "a" * (LIMIT + 1)}, files=NO_FILE).status_code in (400, 422)
    assert client.post("/try", files={"file": ("a.txt", b"a" * (LIMIT + 1))}).status_code == 422
    assert client.post("/try", files={"file": ("a.txt", b"a" * 400_000)}).status_code == 413
    assert client.post("/api/read", content=b"a" * (LIMIT + 1)).status_code == 422
    with pytest.raises(InputError):
        read_bytes("a.txt", b"a" * (LIMIT + 1))


def test_what_the_form_cannot_hold(client: TestClient) -> None:
    assert client.post("/try", data=FORM).status_code == 400
    assert client.post("/try", data={"text": " "}, files=NO_FILE).status_code == 400
    assert client.post("/try", data=FORM, files={"file": ("a.txt", WORDS.encode())}).status_code == 400
    assert client.post("/try", data=FORM | {"theatre": "../x"}, files=NO_FILE).status_code == 404
    assert client.post("/api/read?theatre=nowhere", content=WORDS.encode()).status_code == 404


@pytest.mark.parametrize("charset", ["punycode", "undefined", "raw_unicode_escape", "utf-16"])
def test_a_form_in_another_charset_is_none_of_ours(client: TestClient, charset: str) -> None:
    body = b'--x\r\nContent-Disposition: form-data; name="file"; filename="\\ud800.txt"\r\n\r\nMade up.\r\n--x--\r\n'
    sent = {"content-type": f"multipart/form-data; boundary=x; charset={charset}"}
    assert client.post("/try", content=body, headers=sent).status_code == 400


@pytest.mark.parametrize(
    "headers", [{"origin": "https://evil.example"}, {"sec-fetch-site": "cross-site"}, {"origin": "null"}]
)
def test_another_site_cannot_send_here(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/try", data=FORM, files=NO_FILE, headers=headers).status_code == 403
    assert client.post("/api/read", content=WORDS.encode(), headers=headers).status_code == 403


def test_the_api_prints_what_read_prints(client: TestClient) -> None:
    expected = [telling.as_json() for telling in read_bytes("a.txt", WORDS.encode(), "vardia").tellings]
    address = "/api/read?name=a.txt&theatre=vardia"
    assert client.post(address, content=WORDS.encode()).json() == expected
    lines = client.post(address, content=WORDS.encode(), headers={"accept": "application/x-ndjson"})
    assert lines.headers["content-type"].startswith("application/x-ndjson")
    assert [json.loads(line) for line in lines.text.splitlines()] == expected


def test_one_at_a_time(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_once, "PATIENCE", 0.2)
    with TURN:
        answer = client.post("/try", data=FORM, files=NO_FILE)
        assert answer.status_code == 503
        assert int(answer.headers["retry-after"]) > 0
        assert client.post("/api/read", content=WORDS.encode()).status_code == 503
    assert client.post("/try", data=FORM, files=NO_FILE).status_code == 200


def test_the_second_waits_for_the_first(client: TestClient) -> None:
    TURN.acquire()
    threading.Timer(0.3, TURN.release).start()
    start = time.monotonic()
    assert client.post("/try", data=FORM, files=NO_FILE).status_code == 200
    assert time.monotonic() - start >= 0.3
