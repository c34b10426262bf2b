from typing import Any

import pytest

from counterclaim import printing_claims

import traces


def test_the_table_says_who_what_and_from_how_many(capsys: pytest.CaptureFixture[str]) -> None:
    first = traces.story("st-03")[0]
    first.claim["roots"] = [{"name": "Izar Gimarel"}]  # type: ignore[index]
    printing_claims.claims([first])
    printed, said = capsys.readouterr()
    for words in ("Izar Gimarel", "[teshar]", "independent", "2031-02-18", "c_c4f4c768379886ee"):
        assert words in printed
    assert said == "1 claim\n"


def test_the_tree_shows_what_differs_and_from_where(capsys: pytest.CaptureFixture[str]) -> None:
    first, second, *_ = traces.story("st-03")
    printing_claims.trace(first)
    printed = capsys.readouterr().out
    assert "├── Teshar Today · 2031-02-18 · UTA → Izar Gimarel\n" in printed
    assert "│   ≠ name altered: Izar Gimarel → Igor Gimareli\n" in printed
    assert "nothing shows where they have it from\n└── Lakeside Ledger News" in printed
    assert "number raised: Dozens → Nearly a hundred (compared with Union Telegraph Agency)" in printed
    printing_claims.trace(second)
    printed = capsys.readouterr().out
    assert "┄ Halm News Agency (not held) ┄\n└── Lakeside Ledger News" in printed
    assert "by: cites Halm News Agency" in printed


def test_who_is_cited_and_nobody_has_it_from_is_named_below(capsys: pytest.CaptureFixture[str]) -> None:
    line = traces.line(1, "A", None)
    printing_claims.trace(traces.claim([line], {}, unheld=[{"unheld": "TVA"}]))
    assert "Cited as well, and not held: TVA" in capsys.readouterr().out


def test_nothing_of_a_report_is_interpreted(capsys: pytest.CaptureFixture[str]) -> None:
    line = traces.line(1, "[bold]A[/bold]\x1b[2J", None)
    line["content"]["text"] = "[red]x[/red]\x07"
    printing_claims.trace(traces.claim([line], {}))
    printed = capsys.readouterr().out
    assert "[bold]A[/bold]�[2J" in printed
    assert "[red]x[/red]�" in printed


def test_outlets_without_a_shared_claim_have_no_share(capsys: pytest.CaptureFixture[str]) -> None:
    row: dict[str, Any] = {"outlet": None, "reports": 1, "tellings": 2, "shared": 0, "earliest": 0, "party": "vardia"}
    row |= {"owner": [{"actor": "a", "name": "The State"}], "languages": {"en": 2}, "first": None, "last": "2031-02-10"}
    cites = [{"name": f"N{number}", "count": 1} for number in range(7)]
    printing_claims.outlets([row | {"cites": cites, "cited_by": [], "differs": {"relay_dropped": 2}}])
    printed, said = capsys.readouterr()
    assert "0 of 0" not in printed
    assert "more" in printed
    assert "not known" in printed
    assert "[vardia] · en" in printed
    assert "owner: The" in printed
    assert "2031-02-10" in printed
    assert "relay dropped 2" in " ".join(printed.split())
    assert said == "1 outlet\n"
