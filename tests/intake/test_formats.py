from pathlib import PurePath

import pytest

from counterclaim.extensions import load
from counterclaim.intake.formats import FORMATS, SUFFIXES, by_suffix, formats


def test_every_format_has_a_function_and_a_suffix() -> None:
    assert all(callable(load(target)) for target in FORMATS.values())
    assert set(SUFFIXES.values()) == set(FORMATS)
    assert set(FORMATS) <= set(formats())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.TXT", "text"),
        ("a.b.htm", "html"),
        ("a.ndjson", "jsonl"),
        ("a.pdf", None),
        ("a", None),
        ("a.", None),
        (".txt", None),
    ],
)
def test_suffixes(name: str, expected: str | None) -> None:
    assert by_suffix(PurePath(name)) == expected
