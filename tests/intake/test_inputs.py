import io
import itertools
import json
from pathlib import Path
from typing import BinaryIO

import pytest

from counterclaim.intake.inputs import LIMIT, Input, count, inputs
from counterclaim.model.issue import Issue

LINE = json.dumps({"text": "Made-up text: the ferry of Vardia left."})
PAGE = b"<!doctype html><html><body><p>Made-up text.</p></body></html>"


def put(place: Path, raw: bytes) -> str:
    place.write_bytes(raw)
    return str(place)


def told(*paths: str, stdin: bytes | None = None, limit: int = LIMIT) -> list[tuple[str, str]]:
    """Path and format, or path and code, of all inputs."""
    found = inputs(paths, stdin=None if stdin is None else io.BytesIO(stdin), limit=limit)
    return [(each.path, each.format if isinstance(each, Input) else each.code) for each in found]


def test_files_by_suffix(tmp_path: Path) -> None:
    for name in ("a.txt", "b.md", "c.HTML", "d.xhtml"):
        put(tmp_path / name, b"Made-up text.")
    assert told(str(tmp_path)) == [("a.txt", "text"), ("b.md", "text"), ("c.HTML", "html"), ("d.xhtml", "html")]


def test_an_input_has_all_its_bytes_and_its_place(tmp_path: Path) -> None:
    (given,) = inputs([put(tmp_path / "a.txt", b"\xef\xbb\xbfMade-up\r\n")])
    assert given == Input("a.txt", (tmp_path / "a.txt").resolve().as_posix(), b"\xef\xbb\xbfMade-up\r\n", "text")
    assert "Made-up" not in repr(given)


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"Made-up text.", "text"),
        (b"", "text"),
        (PAGE, "html"),
        (b"\n\n\n" + PAGE, "html"),
        (b'<?xml version="1.0"?>\n' + PAGE, "html"),
        (b"%PDF-1.7\n\0\0", "format"),
        (b"Made-up\n\0\0", "format"),
        (b'{\n "text": "made up"\n}', "format"),
    ],
)
def test_nameless_and_unknown_files_and_stdin_are_sniffed(tmp_path: Path, raw: bytes, expected: str) -> None:
    assert told(put(tmp_path / "nameless", raw)) == [("nameless", expected)]
    assert told(put(tmp_path / "a.made-up", raw)) == [("a.made-up", expected)]
    assert told("-", stdin=raw) == [("-", expected)]


def test_a_sniffed_input_is_whole(tmp_path: Path) -> None:
    raw = b"\n\n" + PAGE + b"x" * 50_000
    for given in (*inputs([put(tmp_path / "nameless", raw)]), *inputs(["-"], stdin=io.BytesIO(raw))):
        assert isinstance(given, Input)
        assert given.raw == raw


def test_json_lines_are_inputs_of_their_own(tmp_path: Path) -> None:
    raw = f"{LINE}\r\n\n  \n{LINE}\n{LINE}".encode()
    found = list(inputs([put(tmp_path / "f.jsonl", raw)]))
    place = (tmp_path / "f.jsonl").resolve().as_posix()
    assert found == [Input(f"f.jsonl#{n}", f"{place}#{n}", LINE.encode(), "jsonl") for n in (1, 4, 5)]
    assert told("-", stdin=raw) == [("-#1", "jsonl"), ("-#4", "jsonl"), ("-#5", "jsonl")]
    assert told(put(tmp_path / "nameless", b"\n" + raw))[0] == ("nameless#2", "jsonl")


def test_a_line_that_is_no_json_is_still_an_input(tmp_path: Path) -> None:
    assert told(put(tmp_path / "f.jsonl", b"made up\n")) == [("f.jsonl#1", "jsonl")]


def test_packed_json_lines_are_one_issue(tmp_path: Path) -> None:
    assert told(put(tmp_path / "f.jsonl", b"\x1f\x8b\x08\n\n\0\n\0")) == [("f.jsonl", "binary")]


def test_json_lines_in_another_encoding_are_one_issue(tmp_path: Path) -> None:
    assert told(put(tmp_path / "f.jsonl", f"{LINE}\n{LINE}\n".encode("utf-16"))) == [("f.jsonl", "encoding")]


def test_the_limit_holds_for_each_line(tmp_path: Path) -> None:
    path = put(tmp_path / "f.jsonl", f'{LINE}\n{{"text": "{"x" * 500}"}}\n{LINE}\n'.encode())
    assert told(path, limit=100) == [("f.jsonl#1", "jsonl"), ("f.jsonl#2", "size"), ("f.jsonl#3", "jsonl")]
    assert told("-", stdin=b'{"a": "' + b"x" * 500, limit=100) == [("-", "size")]


def test_the_limit_is_seen_before_a_file_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = put(tmp_path / "a.txt", b"x" * 101)
    assert told(path, limit=101) == [("a.txt", "text")]
    monkeypatch.setattr(Path, "open", lambda *_, **__: pytest.fail("opened"))
    (issue,) = inputs([path], limit=100)
    assert isinstance(issue, Issue)
    assert (issue.code, "--max-bytes" in issue.remedy) == ("size", True)


def test_the_limit_holds_for_stdin_and_nameless_files(tmp_path: Path) -> None:
    assert told("-", stdin=b"made up\n" * 50, limit=100) == [("-", "size")]
    assert told("-", stdin=b"x" * 100, limit=100) == [("-", "text")]
    assert told(put(tmp_path / "nameless", b"x" * 101), limit=100) == [("nameless", "size")]


class Closed(io.BytesIO):
    def readline(self, _: int | None = -1, /) -> bytes:
        raise OSError(5, "Input/output error")


def test_a_stream_that_breaks_is_an_issue() -> None:
    (issue,) = inputs(["-"], stdin=Closed())
    assert isinstance(issue, Issue)
    assert (issue.path, issue.code) == ("-", "unreadable")


def test_no_more_is_read_than_the_limit_asks_for() -> None:
    stream = io.BytesIO(b"made up\n" * 100_000)
    (issue,) = inputs(["-"], stdin=stream, limit=100)
    assert isinstance(issue, Issue)
    assert stream.tell() < 10_000


class Endless(io.RawIOBase):
    """A stream of JSON lines that has no end; it counts what was taken."""

    def __init__(self) -> None:
        self.taken = 0

    def readable(self) -> bool:
        return True

    def readline(self, _: int | None = -1, /) -> bytes:
        self.taken += 1
        return LINE.encode() + b"\n"


def test_streams_are_read_as_they_are_asked_for() -> None:
    stream = Endless()
    found = inputs(["-"], stdin=stream)  # type: ignore[arg-type]  # only readline is asked of it
    assert [given.path for given in itertools.islice(found, 3)] == ["-#1", "-#2", "-#3"]
    assert stream.taken == 3


def test_files_are_read_as_they_are_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(50):
        put(tmp_path / f"{number}.txt", b"Made-up text.")
    opened, read = [], Path.open

    def counted(place: Path, mode: str = "r") -> BinaryIO:
        opened.append(place)
        return read(place, mode)  # type: ignore[return-value]  # it is always opened for bytes

    monkeypatch.setattr(Path, "open", counted)
    found = inputs([str(tmp_path)])
    next(found)
    assert len(opened) == 1


def test_a_file_that_is_not_given_to_us_is_an_issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [put(tmp_path / name, b"Made-up text.") for name in ("a.txt", "b.txt")]
    read = Path.open

    def shut(place: Path, mode: str = "r") -> object:
        if place.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return read(place, mode)

    monkeypatch.setattr(Path, "open", shut)
    assert told(*paths) == [("a.txt", "unreadable"), ("b.txt", "text")]


def test_what_is_missing_does_not_stop_the_rest(tmp_path: Path) -> None:
    assert told(str(tmp_path / "no.txt"), put(tmp_path / "a.txt", b"a")) == [("no.txt", "missing"), ("a.txt", "text")]


def test_count_is_cheap_and_close(tmp_path: Path) -> None:
    put(tmp_path / "a.txt", b"Made-up text.")
    put(tmp_path / "b.html", PAGE)
    lines = put(tmp_path / "c.jsonl", f"{LINE}\n{LINE}\n{LINE}".encode())
    assert count([str(tmp_path)]) == 5
    assert count([lines, lines]) == 6
    assert count([lines, "-"]) is None
    assert count([]) == 0
    assert count([str(tmp_path / "no.txt")]) == 1
