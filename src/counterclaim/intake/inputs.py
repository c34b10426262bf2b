"""Paths to inputs: the bytes to be read, each with its place and format. Lazy: one input is held at a time."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from counterclaim.errors import InputError
from counterclaim.intake.encoding import mark
from counterclaim.intake.files import Entry, entries, unreadable
from counterclaim.intake.formats import by_suffix
from counterclaim.intake.lines import line_count, lines, pieces
from counterclaim.intake.sniff import binary, is_json_line, sniffed
from counterclaim.model.issue import Issue

LIMIT = 20 * 2**20  # bytes of one input; the longest articles are of one hundredth of that
STDIN = "-"
HEAD = 8_192  # bytes looked at to tell what a nameless input is
BLANK_LINES = 64  # lines looked at for the first that is not blank


@dataclass(frozen=True, slots=True)
class Input:
    """Bytes that should become one report. `path` is what is shown, `location` the full place they were read from."""

    path: str
    location: str
    raw: bytes = field(repr=False)
    format: str


def inputs(paths: Sequence[str], *, stdin: BinaryIO | None = None, limit: int = LIMIT) -> Iterator[Input | Issue]:
    """The inputs in `paths` (files, folders, `-` for standard input), and an Issue for each that cannot be taken.

    `limit` is the most bytes one input may have; of JSON Lines, one line. A file's size is looked at before it is
    opened. In JSON Lines blank lines are passed over.
    """
    for path in paths:
        if path == STDIN:
            yield from _standard(stdin or sys.stdin.buffer, limit)
            continue
        for entry in entries(path):
            yield from (entry,) if isinstance(entry, Issue) else _opened(entry, limit)


def count(paths: Sequence[str]) -> int | None:
    """How many inputs there are about, for a progress bar: files, and lines of JSON Lines; None with `-` among them."""
    if STDIN in paths:
        return None
    return sum(_count(entry) for path in paths for entry in entries(path))


def _count(entry: Entry | Issue) -> int:
    if isinstance(entry, Issue) or by_suffix(entry.place) != "jsonl":
        return 1
    try:
        with entry.place.open("rb") as stream:
            return line_count(stream)
    except OSError:
        return 1


def _standard(stream: BinaryIO, limit: int) -> Iterator[Input | Issue]:
    try:
        yield from _streamed(stream, STDIN, STDIN, None, limit)
    except OSError as error:
        yield unreadable(error, STDIN, STDIN)


def _opened(entry: Entry, limit: int) -> Iterator[Input | Issue]:
    format_ = by_suffix(entry.place)
    if format_ not in (None, "jsonl") and entry.size > limit:
        yield _issue(_over(limit, entry.size), entry.path, entry.location)
        return
    try:
        with entry.place.open("rb") as stream:
            yield from _streamed(stream, entry.path, entry.location, format_, limit)
    except OSError as error:
        yield unreadable(error, entry.path, entry.location)


def _streamed(stream: BinaryIO, path: str, location: str, format_: str | None, limit: int) -> Iterator[Input | Issue]:
    try:
        head = _head(stream, limit) if format_ in (None, "jsonl") else []
        format_ = format_ or _sniffed(head, stream, limit)
        if format_ == "jsonl":
            _check(head)
            yield from _by_line(pieces(stream, limit, head), path, location, limit)
            return
        raw = b"".join(head)
        raw += stream.read(max(0, limit + 1 - len(raw)))
        if len(raw) > limit:
            raise _over(limit)
        yield Input(path, location, raw, format_)
    except InputError as fault:
        yield _issue(fault, path, location)


def _head(stream: BinaryIO, limit: int) -> list[bytes]:
    """The lines of `stream` up to the first that is not blank."""
    head: list[bytes] = []
    for piece in pieces(stream, limit):
        head.append(piece)
        if piece.strip() or len(head) == BLANK_LINES:
            break
    return head


def _sniffed(head: list[bytes], stream: BinaryIO, limit: int) -> str:
    """The format of a nameless input. Where it is no JSON Lines, `head` is made longer by what had to be read."""
    if sum(map(len, head)) > limit:
        raise _over(limit)
    if head and is_json_line(head[-1]):
        return "jsonl"
    head.append(stream.read(HEAD))
    return sniffed(b"".join(head))


def _check(head: list[bytes]) -> None:
    # One Issue for a file that is packed or in another encoding instead of one for each of its "lines".
    start = b"".join(head)[:HEAD]
    if found := binary(start):
        raise InputError("binary", f"The input is {found[0]}, no JSON Lines.", found[1])
    if mark(start) == "utf-16":
        remedy = "Turn it into UTF-8: `iconv -f UTF-16 -t UTF-8 FILE`."
        raise InputError("encoding", "The input is JSON Lines in UTF-16, not in UTF-8.", remedy)


def _by_line(pieces: Iterator[bytes], path: str, location: str, limit: int) -> Iterator[Input | Issue]:
    for number, line in lines(pieces, limit):
        names = f"{path}#{number}", f"{location}#{number}"
        if line is None:
            yield _issue(_over(limit), *names)
        elif line.strip():
            yield Input(*names, line, "jsonl")


def _over(limit: int, size: int | None = None) -> InputError:
    has = "is longer" if size is None else f"has {size:,} bytes"
    return InputError("size", f"The input {has}; the limit is {limit:,} bytes.", "Raise it with `--max-bytes`.")


def _issue(fault: InputError, path: str, location: str) -> Issue:
    return Issue.of(fault, path=path, location=location)
