from pathlib import Path

import pytest

from counterclaim.errors import BadValueError
from counterclaim.evaluating.files import json_value, text, yaml_value


def test_yaml_is_read_as_the_words_it_is_written_in() -> None:
    assert yaml_value("a: 2031-03-04\nb: [no, 5, null, '~']\nc:") == {
        "a": "2031-03-04", "b": ["no", "5", None, "~"], "c": None,
    }  # fmt: skip
    assert yaml_value("") is None
    assert yaml_value("a: 'b\tc'\nd: |\n  e\tf") == {"a": "b\tc", "d": "e\tf"}


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ("a: [", "not YAML"),
        ("a: 1\nb: {c: 1, c: 2}", "'c' stands twice, again in line 2"),
        ("a: &x [1]\nb: *x", "Line 1 repeats a value by an anchor"),
        ("a: &x [*x]", "repeats a value by an anchor"),
        ("? [a]\n: 1", "line 1 is no word"),
        ("[" * 3_000, "nested too deeply"),
        ("[" * 300_000 + "]" * 300_000, "nested too deeply"),
        ("- " * 30_000 + "a", "nested too deeply"),
        ("a: \0", "not YAML"),
        ("a: \ud800", "not YAML"),
        ("a:\tb", "not YAML"),
        ("a: b\t# c", "not YAML"),
    ],
)
def test_what_is_no_yaml_is_said(written: str, says: str) -> None:
    with pytest.raises(BadValueError, match=says):
        yaml_value(written)


@pytest.mark.parametrize(
    ("written", "says"),
    [("{", "not JSON"), ('{"a": {"b": 1, "b": 2}}', "'b' stands twice"), ("[" * 100_000, "nested too deeply")],
)
def test_what_is_no_json_is_said(written: str, says: str) -> None:
    with pytest.raises(BadValueError, match=says):
        json_value(written)


def test_text_is_read_without_mark_and_carriage_returns(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree")
    assert text(tmp_path / "a") == "one\ntwo\nthree"


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "latin").write_bytes(b"\xe9")
    for name, says in (("latin", "not UTF-8"), (".", "cannot be read"), ("none", "cannot be read")):
        with pytest.raises(BadValueError, match=f"{tmp_path / name}: .*{says}"):
            text(tmp_path / name)
