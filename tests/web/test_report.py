"""The page of a report: its text letter by letter, its cards, where it comes from, what is not shown and why."""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from counterclaim import pipeline
from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store
from counterclaim.masking.names import BLOCK
from counterclaim.masking.shown import Shown
from counterclaim.model.report import Report
from counterclaim.printing import REPLACED
from counterclaim.web.app import create
from counterclaim.web.marking import PART
from counterclaim.web.served import Served

from shown_page import Page

HERE = "http://127.0.0.1:8765"
HOSTILE = """---
title: <script>alert(1)</script>{{ 7 * 7 }}
outlet: "><img src=x onerror=alert(2)>
url: https://belmar.example/?a=1&b="><script>
published: 2031-03-01
---
Made-up text. The mayor of Belmar said on Monday that <b onmouseover=alert(3)>twelve soldiers</b> were \u202ekilled.
"""
MASKED = "Made-up text. A resident of Belmar, Oskar Venn, said that the bridge was open.\nOskar Venn fled.\n"


@pytest.fixture(scope="session")
def demo_reports(demo_ledger: Path) -> list[Report]:
    with Store(demo_ledger, write=False) as store:
        return list(Shown(store).reports())


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger of made-up reports: a hostile one, one with a masked name, one in a language that is not read."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "hostile.txt").write_text(HOSTILE)
    (folder / "masked.txt").write_text(f"---\ntheatre: vardia\n---\n{MASKED}")
    (folder / "russian.txt").write_text(
        "Выдуманный текст. Мэр Бельмара сказал, что мост снова открыт для всех машин.\n"
    )
    with Store(tmp_path / "made-up.db") as store:
        list(pipeline.add(store, [str(folder)], pipeline.Asked()))
    return tmp_path / "made-up.db"


@pytest.fixture
def client(ledger: Path) -> Iterator[TestClient]:
    with TestClient(create(Served(ledger)), base_url=HERE) as made:
        yield made


def named(ledger: Path, name: str) -> Report:
    with Store(ledger, write=False) as store:
        return next(report for report in store.reports() if report.path == name)


def test_every_demo_report_is_shown_letter_by_letter(demo_client: TestClient, demo_reports: list[Report]) -> None:
    for report in demo_reports:
        answer = demo_client.get(f"/reports/{report.id}")
        assert answer.status_code == 200
        page = Page(answer.text)
        assert page.text == report.text
        assert not page.bad
        assert len(page.ids) == len(set(page.ids))
        inner = {link.removeprefix("#") for link in page.links if link.startswith("#")}
        assert inner <= set(page.ids)


def test_every_telling_has_a_card_and_leads_to_it(
    demo_client: TestClient, demo_ledger: Path, demo_reports: list[Report]
) -> None:
    with Store(demo_ledger, write=False) as store:
        for report in demo_reports[:20]:
            page = Page(demo_client.get(f"/reports/{report.id}").text)
            for line in store.lines(Filters(report=report.id)):
                assert {line["id"], f"w_{line['id']}"} <= set(page.ids)
                assert {f"#{line['id']}", f"#w_{line['id']}"} <= set(page.links)
                assert f"/claims/{store.claim(line['id'])['id']}" in page.links
                answer = demo_client.get(f"/tellings/{line['id']}", follow_redirects=False)
                assert (answer.status_code, answer.headers["location"]) == (303, f"/reports/{report.id}#{line['id']}")


def test_where_it_comes_from(demo_client: TestClient, demo_ledger: Path) -> None:
    report = named(demo_ledger, "2025-12-03-anews-ukraine-rejects-fall.txt")
    page = demo_client.get(f"/reports/{report.id}").text
    for value in (report.outlet, report.url, "2025-12-03", hashlib.sha256(report.raw).hexdigest(), "log entry"):
        assert value is not None
        assert value in page
    assert hashlib.sha256(report.text.encode()).hexdigest() in page
    assert f'rel="noreferrer noopener nofollow">{report.url}' in page


def test_the_raw_source_and_the_text(demo_client: TestClient, demo_ledger: Path) -> None:
    report = named(demo_ledger, "2025-12-03-anews-ukraine-rejects-fall.txt")
    raw = demo_client.get(f"/reports/{report.id}/source")
    assert raw.content == report.raw
    assert raw.headers["content-type"] == "application/octet-stream"
    assert raw.headers["content-disposition"] == f'attachment; filename="{report.id}.raw"'
    assert raw.headers["x-content-type-options"] == "nosniff"
    text = demo_client.get(f"/reports/{report.id}/text")
    assert text.content.decode() == report.text
    assert text.headers["content-type"] == "text/plain; charset=utf-8"


def test_its_single_words_if_asked_for(demo_client: TestClient, demo_ledger: Path) -> None:
    report = named(demo_ledger, "2025-12-03-anews-ukraine-rejects-fall.txt")
    assert "Places named" not in demo_client.get(f"/reports/{report.id}").text
    page = demo_client.get(f"/reports/{report.id}?words=1").text
    assert "Places named" in page
    assert "Kupiansk" in page[page.index("Places named") :]


def test_what_is_not_held(client: TestClient) -> None:
    for address in ("/reports/r_0", "/reports/r_0/source", "/reports/r_0/text", "/tellings/t_0"):
        answer = client.get(address, follow_redirects=False)
        assert answer.status_code == 404
        assert "lists those it holds" in answer.text


def test_a_hostile_report_is_shown_as_text(client: TestClient, ledger: Path) -> None:
    report = named(ledger, "hostile.txt")
    answer = client.get(f"/reports/{report.id}?words=1")
    page = Page(answer.text)
    assert page.text == report.text.translate(REPLACED)
    assert "\ufffd" in page.text
    assert not page.bad
    assert not re.search(r"<(img|b)\b", answer.text)
    assert "{{ 7 * 7 }}" in answer.text
    assert "<title>&lt;script&gt;alert(1)" in answer.text
    assert not [link for link in page.links if "script" in link]


@pytest.mark.parametrize("url", ["javascript:alert(4)", "https://belmar.example@evil.example/", "data:text/html,x"])
def test_an_address_that_is_none_is_no_link(ledger: Path, client: TestClient, url: str) -> None:
    with Store(ledger) as store:
        store.add_report(replace(named(ledger, "russian.txt"), id="r_00000000000000aa", url=url), [], reader=None)
    answer = client.get("/reports/r_00000000000000aa").text
    assert url in answer
    assert "not made a link" in answer
    assert url not in Page(answer).links


def test_who_is_masked_is_masked_everywhere(client: TestClient, ledger: Path) -> None:
    report = named(ledger, "masked.txt")
    answer = client.get(f"/reports/{report.id}?words=1")
    text = client.get(f"/reports/{report.id}/text").text
    source = client.get(f"/reports/{report.id}/source")
    assert source.status_code == 403
    assert "masked" in source.text
    for shown in (answer.text, text, source.text):
        assert "Venn" not in shown
    assert len(text) == len(report.text)
    assert BLOCK in Page(answer.text).text
    for told in (report.text.encode(), report.raw):
        assert hashlib.sha256(told).hexdigest() not in answer.text
    assert hashlib.sha256(text.encode()).hexdigest() in answer.text
    assert "would let somebody guess the name" in answer.text


def test_with_names_the_source_is_given(ledger: Path) -> None:
    report = named(ledger, "masked.txt")
    with TestClient(create(Served(ledger, names=True)), base_url=HERE) as client:
        assert client.get(f"/reports/{report.id}/source").content == report.raw
        assert "Oskar Venn" in client.get(f"/reports/{report.id}").text


def test_a_language_that_is_not_read_is_shown_and_said(client: TestClient, ledger: Path) -> None:
    report = named(ledger, "russian.txt")
    answer = client.get(f"/reports/{report.id}?words=1").text
    assert Page(answer).text == report.text
    assert "not read yet (ru)" in answer
    assert 'lang="ru"' in answer


def test_what_was_redacted_is_gone_and_says_who_and_why(client: TestClient, ledger: Path) -> None:
    report = named(ledger, "russian.txt")
    with Store(ledger) as store:
        store.redact(report.id, by="Dana Made-Up", reason="a witness asked")
    for address in (f"/reports/{report.id}", f"/reports/{report.id}/source", f"/reports/{report.id}/text"):
        answer = client.get(address)
        assert answer.status_code == 410
        assert "Dana Made-Up" in answer.text
        assert "a witness asked" in answer.text


def test_a_report_with_words_blotted_out_says_who_did_it(client: TestClient, ledger: Path) -> None:
    report = named(ledger, "masked.txt")
    with Store(ledger) as store:
        telling = next(iter(store.lines(Filters(report=report.id))))["id"]
        store.redact(telling, by="Dana Made-Up", reason="a witness asked")
    page = client.get(f"/reports/{report.id}").text
    assert "Dana Made-Up" in page
    assert "a witness asked" in page
    assert client.get(f"/tellings/{telling}").status_code == 410
    assert client.get(f"/reports/{report.id}/source").status_code == 410


def test_its_issues_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("---\nurl: ftp://nowhere\n---\nMade-up text about the bridge at Belmar.\n")
    with Store(tmp_path / "made-up.db") as store:
        list(pipeline.add(store, [str(tmp_path / "a.txt")], pipeline.Asked()))
    with TestClient(create(Served(tmp_path / "made-up.db")), base_url=HERE) as client:
        page = client.get(f"/reports/{named(tmp_path / 'made-up.db', 'a.txt').id}").text
    assert "it was left out" in page


def test_versions_lead_to_one_another(tmp_path: Path) -> None:
    address = "https://post.example/bridge"
    lines = [{"text": f"Made-up text {number} about the bridge.", "url": address} for number in (1, 2)]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)))
    with Store(tmp_path / "made-up.db") as store:
        list(pipeline.add(store, [str(tmp_path / "a.jsonl")], pipeline.Asked()))
        first, second = list(store.reports())
    with TestClient(create(Served(tmp_path / "made-up.db")), base_url=HERE) as client:
        assert f"/reports/{second.id}" in Page(client.get(f"/reports/{first.id}").text).links
        assert f"/reports/{first.id}" in Page(client.get(f"/reports/{second.id}").text).links


def test_a_long_report_is_shown_in_parts(tmp_path: Path) -> None:
    words = "Made-up text. The mayor of Belmar said that the old bridge was open again.\n\n"
    text = words * (2 * PART // len(words) + 10) + "x" * (PART + 5)
    (tmp_path / "a.txt").write_text(text)
    with Store(tmp_path / "made-up.db") as store:
        list(pipeline.add(store, [str(tmp_path / "a.txt")], pipeline.Asked()))
        name = next(iter(store.reports())).id
        lines = list(store.lines(Filters(report=name)))
    with TestClient(create(Served(tmp_path / "made-up.db")), base_url=HERE) as client:
        pages: list[Page] = []
        while (answer := client.get(f"/reports/{name}?part={len(pages) + 1}")).status_code == 200:
            pages.append(Page(answer.text))
        assert len(pages) > 3
        assert "".join(page.text for page in pages) == text
        ids = [name for page in pages for name in page.ids if name.startswith("t_")]
        assert sorted(ids) == sorted(line["id"] for line in lines)
        assert "too long" in client.get(f"/reports/{name}?words=1").text
        last = lines[-1]["id"]
        there = client.get(f"/tellings/{last}")
        assert "part=" in str(there.url)
        assert last in Page(there.text).ids
        for part in ("0", "99", "x", "-1", "٣"):
            assert client.get(f"/reports/{name}?part={part}").status_code == 404


def test_claims_that_other_reports_tell_stand_apart_from_those_told_here_alone(demo_client: TestClient) -> None:
    shared = alone = 0
    for told in demo_client.get("/api/reports?limit=100").json():
        page = demo_client.get(f"/reports/{told['id']}").text
        section = page.partition('id="claims-title"')[2].partition("</section>")[0]
        if not section:
            continue  # it tells nothing
        first, _, rest = section.partition("<details>")
        assert ("No other report held" in first) == ("told in " not in first)
        assert ('href="#claims-title"' in page) == ("told in " in first)
        shared, alone = shared + first.count("/claims/c_"), alone + rest.count("/claims/c_")
    claims = demo_client.get("/api/claims?limit=1000").json()
    assert shared + alone == sum(len(claim["tellings"]) for claim in claims)
    assert 0 < shared < alone
