import io

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.intake.lines import line_count, lines, pieces


def read(raw: bytes, limit: int) -> list[tuple[int, bytes | None]]:
    return list(lines(pieces(io.BytesIO(raw), limit), limit))


def test_lines_are_numbered_from_one() -> None:
    assert read(b"one\r\n\ntwo", 10) == [(1, b"one"), (2, b""), (3, b"two")]


def test_a_long_line_is_none_and_the_rest_goes_on() -> None:
    assert read(b"one\n" + b"x" * 50 + b"\ntwo\n" + b"y" * 11, 10) == [(1, b"one"), (2, None), (3, b"two"), (4, None)]


def test_a_line_at_the_limit_is_whole() -> None:
    assert read(b"x" * 10 + b"\n" + b"y" * 10, 10) == [(1, b"x" * 10), (2, b"y" * 10)]


def test_what_was_read_ahead_comes_first() -> None:
    stream = io.BytesIO(b"two\n")
    assert list(lines(pieces(stream, 10, [b"one\n"]), 10)) == [(1, b"one"), (2, b"two")]


@given(st.lists(st.binary(max_size=30)), st.integers(1, 20))
def test_lines_are_those_of_split(parts: list[bytes], limit: int) -> None:
    raw = b"\n".join(parts)
    whole = raw.removesuffix(b"\n").split(b"\n") if raw else []
    expected = [None if len(line) > limit else line.rstrip(b"\r") for line in whole]
    assert [line if line is None else line.rstrip(b"\r") for _, line in read(raw, limit)] == expected
    assert line_count(io.BytesIO(raw)) == len(whole)
