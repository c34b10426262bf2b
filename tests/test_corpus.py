"""The corpus in the repository is sound, counted, and covers each negative and each trap."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from counterclaim.cli import cli
from counterclaim.evaluating.labelled import Labelled, labelled
from counterclaim.evaluating.validation import SENSES, USES, WHY

import corpus_counts

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "corpus"
SINGLE, STORIES = ("train", "dev", "test"), ("stories/tune", "stories/test")
LEAST = 10  # times that a negative or a trap is to be met


@cache
def part(name: str) -> list[Labelled]:
    return list(labelled(CORPUS / name))


def everything() -> list[Labelled]:
    return [one for name in (*SINGLE, *STORIES) for one in part(name)]


def test_every_report_and_story_passes_the_validator() -> None:
    result = CliRunner().invoke(cli, ["corpus", "check", str(CORPUS)])
    assert result.exit_code == 0, result.output


def test_the_page_of_counts_is_what_is_counted() -> None:
    assert corpus_counts.PAGE.read_text("utf-8") == corpus_counts.page(), "run `make counts`"


def test_there_are_as_many_reports_and_tellings_as_planned() -> None:
    single = [one for name in SINGLE for one in part(name)]
    assert len(single) >= 120
    assert sum(len(one.tellings) for one in single) >= 900
    assert [len(part(name)) for name in STORIES] == [20, 40]
    assert sum(bool(telling.chain.relays) for one in single for telling in one.tellings.values()) >= 150


def test_no_report_stands_in_two_parts() -> None:
    names = Counter(one.id for one in everything())
    texts = Counter(one.report.text for one in everything())
    assert {count for found in (names, texts) for count in found.values()} == {1}


@pytest.mark.parametrize("name", SINGLE)
def test_each_part_has_every_style(name: str) -> None:
    styles = {one.style for one in part(name)}
    assert styles == {one.style for one in everything()}


@pytest.mark.parametrize(
    ("layer", "value"),
    [
        *(("not_told", why) for why in WHY),
        *(("loaded", use) for use in USES),
        *(("senses", f"{word}/{sense}") for word, senses in SENSES.items() for sense in senses),
    ],
)
def test_each_negative_and_trap_is_met(layer: str, value: str) -> None:
    found = sum(remark.value == value for one in everything() for remark in one.remarks[layer])
    assert found >= LEAST
