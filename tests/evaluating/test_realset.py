import json
from pathlib import Path

import pytest

from counterclaim.errors import BadValueError
from counterclaim.evaluating.annotation import labelled, taken_apart
from counterclaim.evaluating.figures import measured
from counterclaim.evaluating.labelled import Labelled
from counterclaim.evaluating.realset import Row, collapsed, found, row, rows
from counterclaim.model.report import Report

TARGET = "{z:{s1:Governor"


@pytest.fixture
def window(marked_text: str) -> tuple[Labelled, Row]:
    text = marked_text.replace("{s1:Governor", TARGET).replace("people}}. {c2", "people}}.} {c2")
    marked = taken_apart(text)
    facts = {name: fact for name, fact in marked.facts.items() if name[0] != "t" or name == "t1"}
    used = {name: spans for name, spans in marked.spans.items() if name in facts or name in ("c1", "q1", "z")}
    kept = {name: fact for name, fact in facts.items() if name not in ("s3", "s4", "a2")}
    spans = {name: place for name, place in used.items() if name not in ("s3", "s4", "a2")}
    one = labelled(type(marked)(marked.head, marked.text, spans, kept))
    return one, row(one, marked.spans["z"][0])


def page(text: str) -> Report:
    return Report("r_1", text, "page.txt", "page.txt", outlet="Elsewhere")


def test_a_row_holds_no_text(window: tuple[Labelled, Row]) -> None:
    one, made = window
    line = json.dumps(made.as_json(), ensure_ascii=False)
    assert "Tesharish shelling" not in line
    assert "at least three" not in line
    assert made.find == "[MADE UP] Vardia and everything in"
    assert one.report.text not in line


def test_its_words_are_found_again_in_a_page_with_other_white_space(window: tuple[Labelled, Row]) -> None:
    one, made = window
    text = "A heading of the page\n\n" + one.report.text.replace(" ", "\n  ") + "\nMore."
    (place,) = found([Row.from_json(json.loads(json.dumps(made.as_json())))], [page("Other words."), page(text)])
    (told,) = place.gold.tellings.values()
    assert " ".join(told.content.text.split()) == "Tesharish shelling of Myrhal had killed at least three people"
    assert told.chain.claimant is not None
    assert told.chain.claimant.name == "Ilse Marn"
    assert told.place is not None
    assert (told.place.id, told.place.written) == ("p_myrhal", "Myrhal")
    ((start, end),) = place.sentences
    assert text[start:end].split()[0] == "Governor"
    assert text[start:end].endswith("people.")
    scores = {figure.name: figure.score for figure in measured([(place.gold, place.within(place.gold))])}
    assert scores["whole attribution, strict"].f1 == 1


def test_a_page_that_was_changed_does_not_serve(window: tuple[Labelled, Row]) -> None:
    one, made = window
    assert list(found([made], [page(one.report.text.replace("three", "four"))])) == []


def test_a_copy_of_a_page_counts_once(window: tuple[Labelled, Row]) -> None:
    one, made = window
    assert len(list(found([made], [page(one.report.text), page(one.report.text)]))) == 1


def test_what_is_read_beyond_the_sentence_is_cut_off(window: tuple[Labelled, Row], sample: Labelled) -> None:
    one, made = window
    (place,) = found([made], [one.report])
    assert [told.content.text[:9] for told in place.within(sample).tellings.values()] == ["Tesharish"]


@pytest.mark.parametrize("text", ["", " ", "a", " a  b\n\nc ", "a\u00a0b"])
def test_white_space_is_made_single(text: str) -> None:
    short, places = collapsed(text)
    assert short == " ".join(text.split())
    assert len(places) == len(short)
    assert all(text[place] == char or char == " " for char, place in zip(short, places, strict=True))


def test_a_line_that_is_no_row_is_named(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"id": "1"}\n')
    with pytest.raises(BadValueError, match="not complete"):
        rows(path)
