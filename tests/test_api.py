from pathlib import Path

import pytest

from counterclaim import InputError, Issue, Ledger, read
from counterclaim.errors import BadValueError

SAID = "Made-up report about Vardia.\nColonel Ilo Maren said that the bridge at Belmar was open again.\n"


def test_a_text_is_read() -> None:
    (telling,) = read(SAID)
    assert telling.content.text == "the bridge at Belmar was open again"
    assert telling.chain.claimant is not None
    assert telling.chain.claimant.written == "Colonel Ilo Maren"


def test_front_matter_of_a_text_counts() -> None:
    (telling,) = read(f"---\noutlet: Vardia Wire\n---\n{SAID}")
    assert telling.chain.outlet.name == "Vardia Wire"


@pytest.mark.parametrize("kind", [str, Path])
def test_a_path_is_read_from_there(tmp_path: Path, kind: type[str] | type[Path]) -> None:
    (tmp_path / "a.txt").write_text(SAID)
    assert len(list(read(kind(tmp_path)))) == 1


def test_what_cannot_be_read_is_raised_or_handed_over(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.txt"):
        list(read(tmp_path / "nowhere.txt"))
    (tmp_path / "a.txt").write_text("")
    (tmp_path / "b.txt").write_text(SAID)
    with pytest.raises(InputError, match=r"a\.txt"):
        list(read(tmp_path))
    issues: list[Issue] = []
    assert len(list(read(tmp_path, on_issue=issues.append))) == 1
    assert [issue.code for issue in issues] == ["empty"]


def test_a_ledger_reads_keeps_and_finds(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"---\noutlet: Vardia Wire\npublished: 2031-03-02\n---\n{SAID}")
    with Ledger(tmp_path / "ledger.db") as ledger:
        assert [reading.state for reading in ledger.add(tmp_path)] == ["added"]
        assert [reading.state for reading in ledger.add(tmp_path / "a.txt")] == ["held"]
        (telling,) = ledger.find("bridge")
        assert telling == next(read(tmp_path / "a.txt"))
        assert ledger.find("bridge", claimant="maren", since="2031-03-02") == [telling]
        assert not ledger.find("bridge", since="2031-03-03")
        assert not ledger.verify().differences


def test_what_is_no_text_and_no_path_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadValueError, match="bytes"):
        read(b"text")  # type: ignore[arg-type]  # that is the mistake
    with pytest.raises(InputError, match=r"nope\.txt"):
        list(read("nope.txt"))
    with pytest.raises(InputError):
        list(read("a \ud800 lone surrogate"))
    with Ledger(tmp_path / "ledger.db") as ledger, pytest.raises(BadValueError, match="list"):
        ledger.add(["a.txt"])  # type: ignore[arg-type]  # as above
