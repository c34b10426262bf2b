"""A stream by its lines, of which none is held that is longer than a limit."""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain
from typing import BinaryIO

BLOCK = 1 << 20  # bytes; what is read at once where lines are only counted


def pieces(stream: BinaryIO, limit: int, head: Iterable[bytes] = ()) -> Iterator[bytes]:
    """`head`, then lines of `stream` with their newlines, a line over `limit` bytes in pieces of `limit` + 1."""
    return chain(head, iter(partial(stream.readline, limit + 1), b""))


def lines(pieces: Iterable[bytes], limit: int) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number from 1 on, without its newline; None for one over `limit` bytes."""
    number, over = 0, False
    for piece in pieces:
        ended = piece.endswith(b"\n")
        if not over:
            number += 1
            over = len(piece) > limit and not ended
            yield number, None if over else piece.rstrip(b"\r\n")
        over = over and not ended


def line_count(stream: BinaryIO) -> int:
    """The number of lines, one without a newline at the end counted too."""
    count, last = 0, b"\n"
    while block := stream.read(BLOCK):
        count += block.count(b"\n")
        last = block[-1:]
    return count + (last != b"\n")
