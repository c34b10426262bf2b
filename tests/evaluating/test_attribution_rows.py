import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from counterclaim.errors import BadValueError
from counterclaim.evaluating.attribution_rows import Attributed, articles

TEXT = "Mayor Quill said it fell.\n\nIt rained."
ROW: dict[str, Any] = {
    "doc_id": "a",
    "split": "dev",
    "text": TEXT,
    "attributions": [{"source": [[0, 11]], "cue": [[12, 16]], "content": [[17, 24]]}],
}


def write(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows), "utf-8")
    return path


def test_rows_are_articles_with_paragraphs(tmp_path: Path) -> None:
    (one,) = articles(write(tmp_path / "a.jsonl", ROW, "", ROW | {"primary": False}))
    assert one.attributions == (Attributed(((0, 11),), ((12, 16),), ((17, 24),)),)
    assert one.attributions[0].as_json() == ROW["attributions"][0]
    assert [TEXT[start:end] for start, end in one.report.paragraphs] == TEXT.split("\n\n")


def test_a_part_alone_and_gzipped(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(
        gzip.compress((json.dumps(ROW) + "\n" + json.dumps(ROW | {"split": "test", "doc_id": "b"})).encode())
    )
    assert [one.id for one in articles(path)] == ["a", "b"]
    assert [one.id for one in articles(path, "test")] == ["b"]


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("{", "line 2: no JSON"),
        ("[]", "line 2: no object"),
        ({"doc_id": "a"}, "line 2: doc_id, text or attributions is missing"),
        (ROW | {"attributions": [{"source": [[0, 99]]}]}, "line 2: an attribution of a cannot be read"),
        (ROW | {"attributions": [{"cue": [3]}]}, "line 2: an attribution of a cannot be read"),
        (ROW | {"attributions": ["x"]}, "line 2: an attribution of a cannot be read"),
        (ROW | {"attributions": [{"cue": [[0.5, 2]]}]}, "line 2: an attribution of a cannot be read"),
        ('{"doc_id": "a", "text": "xx", "attributions": [{"cue": [[0, Infinity]]}]}', "line 2: an attribution of a"),
        ("[" * 100_000, "line 2: no JSON"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, row: object, says: str) -> None:
    with pytest.raises(BadValueError, match=says):
        list(articles(write(tmp_path / "a.jsonl", ROW, row)))


@pytest.mark.parametrize("damage", [lambda raw: raw[:-9], lambda raw: raw[:20] + b"x" + raw[21:]])
def test_a_damaged_file_is_named(tmp_path: Path, damage: Callable[[bytes], bytes]) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(damage(gzip.compress(json.dumps(ROW).encode())))
    with pytest.raises(BadValueError, match="cannot be read"):
        list(articles(path))


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"\xff\xfe\n")
    with pytest.raises(BadValueError, match="cannot be read"):
        list(articles(tmp_path / "a.jsonl"))


def test_further_annotators_alone(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", ROW, ROW | {"primary": False, "doc_id": "b"})
    assert [one.id for one in articles(path, primary=False)] == ["b"]


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"\xef\xbb\xbf" + json.dumps(ROW).encode())
    assert [one.id for one in articles(tmp_path / "a.jsonl")] == ["a"]
