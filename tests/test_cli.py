import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from counterclaim.cli import main
from counterclaim.ledger.store import Store

NOTICE = "Made-up report about the invented country Vardia."
SAID = f"{NOTICE}\nGovernor Ilo Maren said that the bridge at Belmar was open again.\n"
HEAD = "---\noutlet: {outlet}\nurl: https://{outlet}.example/1\npublished: 2031-03-02\n---\n"


class Done(NamedTuple):
    """What a run of the command line gave."""

    code: int
    out: bytes
    err: str

    def lines(self) -> list[Any]:
        """Its JSON Lines."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Done]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs the command line in an empty folder, with a ledger of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COUNTERCLAIM_LEDGER", raising=False)

    def call(*arguments: object, stdin: bytes = b"") -> Done:
        monkeypatch.setattr(sys, "argv", ["counterclaim", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capfdbinary.readouterr()
        code = 0
        try:
            main()
        except SystemExit as end:
            code = int(end.code or 0)
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        return Done(code, out, err.decode())

    return call


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for outlet in ("belmar-post", "vardia-wire"):
        (folder / f"{outlet}.txt").write_text(HEAD.format(outlet=outlet) + SAID)
    (folder / "мост.txt").write_text("Выдуманное сообщение о стране Вардии. Мэр Белмара сказал, что мост снова открыт.")
    return folder


@pytest.fixture
def nobody() -> Iterator[Path]:
    """A folder, with the rights of a person who is not root while the test runs."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o777)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)
        try:
            yield Path(name)
        finally:
            if root:
                os.seteuid(0)


def test_add_then_list_show_export_and_verify(run: Run, reports: Path) -> None:
    assert run("init").code == 0
    added = run("add", reports, "--json")
    assert [(line["path"], line["state"], line["by"]) for line in added.lines()] == [
        ("belmar-post.txt", "added", "reading-en/5"),
        ("vardia-wire.txt", "added", "reading-en/5"),
        ("мост.txt", "added", None),
    ]  # fmt: skip
    assert "No reader yet for: ru 1" in added.err
    tellings = run("tellings", "--json").lines()
    assert [telling["content"]["text"] for telling in tellings] == ["the bridge at Belmar was open again"] * 2
    telling = tellings[0]
    assert run("show", telling["id"], "--json").lines() == [telling]
    assert telling["id"] in run("show", telling["id"]).out.decode()
    report = telling["report"]["id"]
    text = run("show", report, "--text").out.decode()
    assert text == SAID
    content = telling["content"]
    assert text[content["start"] : content["end"]] == content["text"]
    assert run("export", "tellings").lines() == tellings
    assert run("export", "tellings", "--format", "csv").out.startswith(b"id,report,")
    assert len(run("reports", "--json").lines()) == 3
    assert [line["path"] for line in run("reports", "--text", "Белмар*", "--json").lines()] == ["мост.txt"]
    assert run("verify").code == 0
    status = run("status", "--json").lines()[0]
    assert (status["reports"], status["tellings"], status["not_read"]) == (3, 2, {"ru": 1})


def test_read_keeps_nothing_and_agrees_with_the_ledger(run: Run, reports: Path, tmp_path: Path) -> None:
    read = run("read", reports, "--json")
    assert read.code == 0
    assert not (tmp_path / "counterclaim.db").exists()
    run("add", reports)
    by_id = {line["id"]: line for line in read.lines()}
    assert {line["id"]: line for line in run("tellings", "--json").lines()} == by_id


def test_filters(run: Run, reports: Path) -> None:
    run("add", reports)
    counts = {
        ("--claimant", "maren"): 2, ("--claimant", "colonel"): 0,
        ("--text", "bridge belmar"): 2, ("--text", "road"): 0,
        ("--since", "2031-03-02"): 2, ("--since", "2031-03-03"): 0,
        ("--kind", "strike"): 0, ("--party", "x"): 0,
    }  # fmt: skip
    assert {filters: len(run("tellings", "--json", *filters).lines()) for filters in counts} == counts
    assert run("tellings", "--since", "yesterday").code == 2


def test_the_ledger_is_the_option_else_the_environment_else_here(
    run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("add", reports)
    assert (tmp_path / "counterclaim.db").exists()
    monkeypatch.setenv("COUNTERCLAIM_LEDGER", str(tmp_path / "environment.db"))
    run("add", reports)
    assert (tmp_path / "environment.db").exists()
    run("add", reports, "--ledger", tmp_path / "option.db")
    assert (tmp_path / "option.db").exists()
    run("--ledger", tmp_path / "group.db", "add", reports)
    assert (tmp_path / "group.db").exists()


def test_adding_again_changes_nothing(run: Run, reports: Path) -> None:
    run("add", reports)
    before = run("status", "--json").out
    again = run("add", reports, reports / "belmar-post.txt")
    assert again.code == 0
    assert "4 held already" in again.err
    assert run("status", "--json").out == before


def test_copies_without_an_outlet_in_two_places_are_two_reports(run: Run, tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(SAID)
    run("add", "one", "two")
    assert run("status", "--json").lines()[0]["reports"] == 2


def test_stdin_is_read(run: Run) -> None:
    assert len(run("read", "-", "--json", stdin=SAID.encode()).lines()) == 1
    run("add", "-", stdin=SAID.encode())
    assert run("reports", "--json").lines()[0]["path"] == "-"


def test_each_bad_input_is_named_kept_as_an_issue_and_the_batch_goes_on(run: Run, reports: Path) -> None:
    bad = {
        "empty.txt": b"",
        "spaces.txt": b" \n\t\n",
        "picture.txt": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" * 20,
        "letter.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\0\0",
        "windows.txt": ("Выдуманное сообщение о стране Вардии и её мостах. " * 5).encode("cp1251"),
        "large.txt": b"Made-up. " * 20_000,
        "bare.html": b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
        "deep.html": b"<html><body>" + b"<div>" * 100_000 + b"text" + b"</div>" * 100_000,
        "lines.jsonl": b'{"text": "' + SAID.replace("\n", " ").encode() + b'"}\n{"text": \n[1]\n{"title": "no text"}\n',
    }
    for name, content in bad.items():
        (reports / name).write_bytes(content)
    (reports / "away.txt").symlink_to(reports / "nowhere")
    done = run("add", reports, "missing.txt", "--max-bytes", 150_000)
    assert done.code == 0
    issues = {issue["path"]: issue for issue in run("issues", "--json").lines()}
    failed = {*bad, "away.txt", "missing.txt"} - {"lines.jsonl", "deep.html"}
    assert failed | {"lines.jsonl#2", "lines.jsonl#3", "lines.jsonl#4", "deep.html"} <= issues.keys()
    assert all(issue["message"] and issue["remedy"] and path in done.err for path, issue in issues.items())
    assert "lines.jsonl#1" not in issues
    assert run("status", "--json").lines()[0]["reports"] == 4
    assert run("verify").code == 0
    before = run("status", "--json").out
    assert run("add", reports, "missing.txt", "--max-bytes", 150_000).code == 0
    assert run("status", "--json").out == before


def test_exit_codes(run: Run, reports: Path, tmp_path: Path) -> None:
    assert run("tellings").code == 4
    assert run("add", "missing.txt").code == 3
    assert run("read", "missing.txt").code == 3
    assert run("show", "t_0").code == 1
    assert run("show", "r_0").code == 1
    assert run("add").code == 2
    assert run("nonsense").code == 2
    (tmp_path / "text.db").write_text("no ledger at all " * 100)
    assert run("status", "--ledger", "text.db").code == 4


def test_what_is_redacted_is_refused_with_the_reason(run: Run, reports: Path) -> None:
    run("add", reports)
    name = run("reports", "--json").lines()[0]["id"]
    done = run("review", "redact", name, "--by", "an analyst", "--reason", "the speaker asked")
    assert done.code == 0
    assert "r_" in done.err
    again = run("add", reports / "belmar-post.txt")
    assert again.code == 3
    assert "the speaker asked" in again.err
    (reports / "elsewhere.txt").write_text(SAID)
    assert "the speaker asked" in run("add", reports / "elsewhere.txt").err
    assert run("verify").code == 0
    assert [(line["by"], line["subject"]) for line in run("review", "list", "--json").lines()] == [("an analyst", name)]
    assert b"the speaker asked" in run("review", "list").out
    issue = run("issues", "--json").lines()[0]
    assert run("show", issue["id"], "--json").lines() == [issue]
    assert run("show", "i_0").code == 1
    assert run("show", name).code == 1
    assert run("review", "redact", "r_0", "--by", "x", "--reason", "y").code == 1
    assert run("review", "redact", name, "--by", " ", "--reason", "y").code == 1


def test_a_redacted_sentence_leaves_its_report(run: Run, reports: Path) -> None:
    run("add", reports)
    telling = run("tellings", "--json").lines()[0]
    assert run("review", "redact", telling["id"], "--by", "an analyst", "--reason", "asked").code == 0
    assert run("tellings", "--json").lines() == []
    assert NOTICE.encode() in run("show", telling["report"]["id"], "--text").out
    assert b"Maren" not in Path("counterclaim.db").read_bytes()
    assert run("verify").code == 0


def test_a_flipped_byte_makes_verify_exit_1(run: Run, reports: Path, tmp_path: Path) -> None:
    run("add", reports)
    path = tmp_path / "counterclaim.db"
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"the bridge at Belmar", b"the bridge at Helmar", 1))
    done = run("verify")
    assert done.code == 1
    assert "differences" in done.out.decode()


def test_an_unreadable_file_is_an_issue(run: Run, reports: Path, nobody: Path) -> None:
    (nobody / "open.txt").write_text(SAID)
    (nobody / "shut.txt").write_text(SAID)
    (nobody / "shut.txt").chmod(0)
    done = run("add", nobody, "--json", "--ledger", nobody / "ledger.db")
    assert [line["state"] for line in done.lines()] == ["added", "failed"]
    assert done.lines()[1]["issues"][0]["code"] == "unreadable"


def test_a_read_only_ledger_is_read_and_not_written(run: Run, nobody: Path) -> None:
    (nobody / "a.txt").write_text(SAID)
    folder = nobody / "shut"
    folder.mkdir()
    assert run("add", nobody / "a.txt", "--ledger", folder / "ledger.db").code == 0
    (folder / "ledger.db").chmod(0o444)
    folder.chmod(0o555)
    try:
        assert len(run("tellings", "--json", "--ledger", folder / "ledger.db").lines()) == 1
        done = run("add", nobody / "a.txt", "--ledger", folder / "ledger.db")
        assert done.code == 4
        assert "read-only" in done.err
        assert run("init", "--ledger", folder / "new.db").code == 4
    finally:
        folder.chmod(0o777)


def test_ten_thousand_files(run: Run, quick_folder: Path) -> None:
    folder, ledger = quick_folder / "many", ("--ledger", quick_folder / "ledger.db")
    folder.mkdir()
    for number in range(10_000):
        (folder / f"{number}.txt").write_text("")
    done = run("add", folder, *ledger)
    assert done.code == 3
    assert done.err.count("\n") < 60
    assert run("status", "--json", *ledger).lines()[0]["issues"] == 10_000


def test_terminal_sequences_in_reports_are_not_passed_on(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        f"{NOTICE}\nMayor Quill said the \x1b[31mred\x1b[0m bridge \u202eat\u202c Belmar was open.\n"
    )
    for done in (run("read", "a.txt"), run("read", "a.txt", "--json")):
        assert b"\x1b" not in done.out
        assert b"Quill" in done.out


def test_demo_fills_the_ledger_and_can_be_run_again(run: Run) -> None:
    first = run("demo", "--json")
    assert first.code == 0
    assert len(first.lines()) >= 5
    with Store("counterclaim.db", write=False) as store:
        held = store.status()
    assert held["reports"] >= 30
    assert held["not_read"].keys() == {"ru", "uk"}
    assert run("demo", "--json").out == first.out
    assert run("verify").code == 0


PROGRAM = [sys.executable, "-m", "counterclaim"]


def outside(command: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Runs a line of shell in which $C is the program."""
    settings = os.environ | {"C": " ".join(PROGRAM)} | environment
    return subprocess.run(
        ["bash", "-c", command], cwd=folder, env=settings, capture_output=True, text=True, check=False
    )


def test_closed_full_and_narrow_streams(reports: Path, tmp_path: Path) -> None:
    wanted = {
        "$C add reports 2>&-": 0,
        "$C tellings --json <&-": 0,
        "$C add reports <&-": 0,
        "$C read - <&-": 3,
        "$C tellings --json > /dev/full": 5,
        "$C tellings > /dev/full": 5,
        "set -o pipefail; $C tellings --json | head -1": 0,
        "$C show $'\\xff'": 2,
        "$C tellings --text $'\\xff'": 2,
        "$C status --json": 0,
    }
    for command, code in wanted.items():
        done = outside(command, tmp_path)
        assert (command, done.returncode) == (command, code), done.stderr
        assert "Traceback" not in done.stderr, command


def test_a_narrow_encoding_loses_no_letters_and_breaks_nothing(reports: Path, tmp_path: Path) -> None:
    narrow = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    for command in (
        "$C add reports",
        "$C reports",
        "$C tellings",
        "$C reports --json",
        "$C export tellings --format csv",
    ):
        done = outside(command, tmp_path, **narrow)
        assert (command, done.returncode, "Traceback" in done.stderr) == (command, 0, False), done.stderr


def test_verify_says_that_a_file_cut_short_differs(run: Run, reports: Path, tmp_path: Path) -> None:
    run("add", reports)
    path = tmp_path / "counterclaim.db"
    path.write_bytes(path.read_bytes()[:5000])
    assert run("verify").code == 1
    assert run("tellings").code == 4


def test_what_is_no_file_is_no_ledger(run: Run, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in ("pipe", "/dev/null", tmp_path):
        done = run("status", "--ledger", name)
        assert done.code == 4
        assert "no file" in done.err


def test_a_theatre_has_a_name(run: Run, reports: Path) -> None:
    assert run("add", reports, "--theatre", "../x y").code == 2
    assert run("add", reports, "--theatre", "vardia").code == 0
