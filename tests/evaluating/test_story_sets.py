"""Stories of the corpus and real ones, and which read telling stands for which labelled one."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from counterclaim.errors import BadValueError
from counterclaim.evaluating import story_sets
from counterclaim.evaluating.from_marks import annotated
from counterclaim.evaluating.labelled import Labelled, save
from counterclaim.evaluating.story_sets import Labels
from counterclaim.model.claim import Claim
from counterclaim.model.report import Report, text_hash
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling

NAMES = [f"sample-0{report}/t{at}" for report in (1, 2) for at in (1, 2, 3, 4)]
CLAIMS = [
    {"id": f"C{at}", "what": "…", "claimant": None, "origin": NAMES[at - 1], "tellings": [NAMES[at - 1], NAMES[at + 3]]}
    for at in (1, 2, 3, 4)
]
TEXT = "Made-up text: the mayor of Belmar said that the bridge was open.\n\nIt was not, said Belmar Wire.\n"
ROW: dict[str, Any] = {
    "id": "real-99",
    "title": "a bridge",
    "reports": [
        {
            "name": "01", "address": "https://example.org/1", "title": "A bridge: open", "outlet": "example.org",
            "published": "2022-04", "sha256": text_hash(TEXT), "chars": len(TEXT),
        },
    ],
    "tellings": [
        {"id": "01/a", "report": "01", "content": [TEXT.index("the bridge"), TEXT.index(".\n\n")]},
        {"id": "01/b", "report": "01", "content": [TEXT.index("It was not"), TEXT.index(", said")]},
    ],
    "claims": [
        {"id": "C1", "what": "open", "claimant": "the mayor", "tellings": ["01/a"], "origin": "01/a"},
        {"id": "C2", "what": "shut", "claimant": None, "tellings": ["01/b"], "origin": {"unheld": "Belmar Wire"}},
    ],
    "positions": [],
}  # fmt: skip


def alone(tellings: Sequence[Telling]) -> list[Claim]:
    return [Claim(one.id, None, None, "", {}, {}, (one.id,), one.id, {}, (), (), (), "test") for one in tellings]


@pytest.fixture
def folder(marked_text: str, sample: Labelled, tmp_path: Path) -> Path:
    story = tmp_path / "stories" / "st-00"
    save(sample, story)
    save(annotated(marked_text.replace("sample-01", "sample-02").replace("Lirenia Press", "Halm News")), story)
    labels = {"id": "st-00", "title": "Myrhal", "claims": CLAIMS, "positions": []}
    (story / "story.yml").write_text(yaml.safe_dump(labels))
    return tmp_path / "stories"


@pytest.fixture
def labels(folder: Path) -> Labels:
    (one,) = story_sets.of_corpus(folder)
    return one


def test_a_story_of_the_corpus_has_its_reports_and_tellings(labels: Labels) -> None:
    assert sorted(labels.names) == sorted(labels.tellings) == NAMES
    assert [sorted(told.contents) for told in labels.reports] == [NAMES[:4], NAMES[4:]]


def test_a_folder_without_stories_and_one_with_a_fault_are_refused(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(BadValueError, match="no story"):
        list(story_sets.of_corpus(tmp_path / "empty"))
    (folder / "st-00" / "sample-02.json").unlink()
    with pytest.raises(BadValueError, match=r"st-00.*there is no telling sample-02/t1"):
        list(story_sets.of_corpus(folder))


def test_labelled_tellings_are_linked_as_they_are(labels: Labels) -> None:
    linked = story_sets.given(labels, alone)
    assert len(linked.claims) == len(linked.tellings) == len(set(linked.claim_of.values())) == 8
    assert linked.names[labels.tellings["sample-02/t3"].id] == "sample-02/t3"


def _shorter(one: Telling, share: float) -> Telling:
    end = one.content.start + round(len(one.content.text) * share)
    return replace(one, content=Span.of(one.report.text, one.content.start, end), parts=())


def test_read_tellings_stand_for_labelled_ones_of_their_report(labels: Labels) -> None:
    def read(made: Report) -> list[Telling]:
        first, _, third, fourth = (one for one in labels.tellings.values() if one.report.id == made.id)
        if made.outlet != "Halm News Association":
            return [first, _shorter(fourth, 0.4), third]
        return [replace(third, content=Span.of(made.text, 0, 9), parts=())]

    linked = story_sets.end_to_end(labels, read, alone)
    assert sorted(linked.found) == ["sample-01/t1", "sample-01/t3", "sample-01/t4"]
    assert len(linked.tellings) == 4


def test_of_two_that_share_enough_the_closer_one_stands(labels: Labels) -> None:
    told = labels.reports[0]
    whole = labels.tellings["sample-01/t1"]
    half = _shorter(whole, 0.5)
    assert story_sets.standing_for(told.contents, {"half": half, "whole": whole})["sample-01/t1"] == "whole"
    assert story_sets.standing_for(told.contents, {"half": half})["sample-01/t1"] == "half"


def _file(tmp_path: Path, *rows: dict[str, Any]) -> Path:
    (tmp_path / "texts" / "07").mkdir(parents=True)
    (tmp_path / "texts" / "07" / "05.txt").write_text(TEXT)
    (tmp_path / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return tmp_path / "rows.jsonl"


def test_a_real_story_finds_its_texts_by_their_hash(tmp_path: Path) -> None:
    (one,) = story_sets.of_file(_file(tmp_path, ROW), tmp_path / "texts")
    assert isinstance(one, Labels)
    (told,) = one.reports
    assert (told.report.text, told.report.outlet, told.report.language) == (TEXT, "example.org", "en")
    assert (told.report.published, told.report.title) == (None, "A bridge: open")  # a month is no day
    assert {name: len(words) for name, words in told.contents.items()} == {"01/a": 4, "01/b": 3}
    assert one.tellings == {}


def test_a_day_that_is_known_is_stated(tmp_path: Path) -> None:
    head = ROW["reports"][0] | {"published": "2022-04-08"}
    (one,) = story_sets.of_file(_file(tmp_path, ROW | {"reports": [head]}), tmp_path / "texts")
    assert isinstance(one, Labels)
    assert one.reports[0].report.published == "2022-04-08"


def test_a_real_story_that_lacks_a_text_is_named(tmp_path: Path) -> None:
    other = ROW["reports"][0] | {"name": "02", "sha256": "0" * 64}
    rows = (ROW | {"id": "real-98", "reports": [*ROW["reports"], other]}, ROW)
    found = list(story_sets.of_file(_file(tmp_path, *rows), tmp_path / "texts"))
    assert [one if isinstance(one, str) else one.story.id for one in found] == ["real-98", "real-99"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"claims": []}, r"rows.jsonl:1.*01/a is of no claim"),
        ({"tellings": [ROW["tellings"][0], ROW["tellings"][1] | {"content": [5, 5000]}]}, r"rows.jsonl:1.*No span"),
        ({"title": None}, r"rows.jsonl:1.*title"),
    ],
)
def test_a_line_that_cannot_be_measured_with_is_named(change: dict[str, Any], said: str, tmp_path: Path) -> None:
    with pytest.raises(BadValueError, match=said):
        list(story_sets.of_file(_file(tmp_path, ROW | change), tmp_path / "texts"))


def test_a_text_that_intake_reads_otherwise_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadValueError, match="otherwise"):
        story_sets.report_of(ROW["reports"][0], TEXT + "More.")
