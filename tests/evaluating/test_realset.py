import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from counterclaim.errors import BadValueError
from counterclaim.evaluating.figures import measured
from counterclaim.evaluating.from_marks import annotated, labelled, taken_apart
from counterclaim.evaluating.labelled import Labelled, load
from counterclaim.evaluating.realset import Row, collapsed, found, row, rows, without_words
from counterclaim.intake.inputs import LIMIT
from counterclaim.intake.paragraphs import paragraphs
from counterclaim.model.report import Report
from counterclaim.reading import sentences

TARGET = "{z:{s1:Governor"
DEV = sorted((Path(__file__).parents[2] / "corpus" / "dev").glob("*.json"))


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


def test_an_office_is_kept_in_its_first_words() -> None:
    given = {"role": "head of the district and of all that lies in it", "who": "people", "name": None}
    assert without_words(given, {}) == {"role": "head of the district and of", "who": "people", "name": None}


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


def split(text: str) -> list[tuple[int, int]]:
    return [one for extent in paragraphs(text) for one in sentences.spans(text, *extent)]


def by_sentence(one: Labelled, chosen: list[tuple[int, int]]) -> list[Row]:
    return [row(replace(one, id=f"{one.id}-{at}"), sentence) for at, sentence in enumerate(chosen)]


@pytest.mark.parametrize("step", [1, 2, 3])
@pytest.mark.parametrize("path", DEV, ids=lambda path: path.stem)
def test_rows_of_a_report_against_all_its_labels_are_perfect(path: Path, step: int) -> None:
    one = load(path)
    (place,) = found(by_sentence(one, split(one.report.text)[::step]), [one.report])
    wrong = [
        figure.name
        for figure in measured([(place.gold, place.within(one))])
        if not figure.score.hit == figure.score.found == figure.score.gold
    ]
    assert wrong == []


def test_words_labelled_outside_the_sentence_are_not_false_finds(sample: Labelled) -> None:
    extents = split(sample.report.text)
    (place,) = found(by_sentence(sample, extents[:1]), [sample.report])
    assert place.within(sample).remarks == {"not_told": (), "loaded": (), "senses": ()}
    (place,) = found(by_sentence(sample, extents), [sample.report])
    assert place.within(sample).remarks == sample.remarks


def test_a_content_of_two_sentences_is_one_telling_in_each(marked_text: str) -> None:
    one = annotated(marked_text.replace("to evacuate,”} {s3:she}", "to evacuate. All of us,”} {s3:she}"))
    extents = split(one.report.text)
    (place,) = found(by_sentence(one, extents), [one.report])
    pieces = [told.content.text for told in place.gold.tellings.values() if told.kind == "displacement"]
    assert pieces == ["“We may have to evacuate.", "All of us,” she added, “by night.”"]
    assert [told.content.text for told in place.within(one).tellings.values() if told.kind == "displacement"] == pieces


def test_what_another_annotator_labelled_is_found_in_the_same_windows(window: tuple[Labelled, Row]) -> None:
    one, made = window
    (place,) = found([made], [one.report])
    other = Row.from_json(made.as_json() | {"labels": made.labels | {"tellings": []}, "by": "second"})
    theirs = place.labelled_by({made.id: other})
    assert (theirs.tellings, theirs.places, theirs.by) == ({}, place.gold.places, "second")


@pytest.mark.parametrize("text", ["", " ", "a", " a  b\n\nc ", "a\u00a0b"])
def test_white_space_is_made_single(text: str) -> None:
    short, places = collapsed(text)
    assert short == " ".join(text.split())
    assert len(places) == len(short)
    assert all(text[place] == char or char == " " for char, place in zip(short, places, strict=True))


def test_a_line_that_is_no_row_is_named(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"id": "1"}\n')
    with pytest.raises(BadValueError, match="has no"):
        rows(path)


@pytest.fixture
def line(window: tuple[Labelled, Row]) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(json.dumps(window[1].as_json()))
    return value


def changed(line: dict[str, Any], way: str, value: object) -> str:
    """The line with `value` at the end of a `way` of keys and numbers."""
    *path, last = (int(key) if key.isdigit() else key for key in way.split("."))
    inner: Any = line
    for key in path:
        inner = inner[key]
    inner[last] = value
    return json.dumps(line)


UNSOUND: dict[str, list[object]] = {
    "labels": [{}, [], None, {"tellings": [{}]}],
    "sentence": [None, [0], [0, 999_999], [-1, 5], [5, 5], ["0", "5"], [0.0, 5.0]],
    "chars": ["5", None, 5, 0, -5, 400.0, LIMIT + 1],
    "find": [None, "", " ", 5],
    "id": [None],
    "sha256": [5],
    "address": [None],
    "by": [5],
    "labels.places.0.start": [99_999, -5, "5", 1.5],
    "labels.places.0.end": [99_999, 0, None],
    "labels.places.0": [None, "", []],
    "labels.tellings.0": [None, {}, [], "t1"],
    **{f"labels.tellings.0.{name}": [5] for name in ("content", "chain", "slots", "stance", "addressee", "loaded")},
    "labels.tellings.0.kind": [["x"]],
    "labels.tellings.0.slots.agent": ["he"],
    "labels.not_told": [None, [5]],
}


@pytest.mark.parametrize(("way", "value"), [(way, value) for way, values in UNSOUND.items() for value in values])
def test_a_row_that_cannot_be_measured_with_is_named_by_its_line(
    way: str, value: object, line: dict[str, Any], tmp_path: Path
) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps(line | {"id": "sound"}) + "\n\n" + changed(line, way, value))
    with pytest.raises(BadValueError, match=r"rows\.jsonl:3: .*(not|no place|has no|longer)") as caught:
        rows(path)
    assert caught.value.remedy


@pytest.mark.parametrize("text", ["[]", "5", "null", "{", '"a"', "[" * 100_000])
def test_a_line_that_is_no_object_is_named(text: str, tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(text)
    with pytest.raises(BadValueError, match=r"rows\.jsonl:1: "):
        rows(path)


def test_a_row_that_is_there_twice_is_named(line: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(f"{json.dumps(line)}\n{json.dumps(line)}\n")
    with pytest.raises(BadValueError, match=r"rows\.jsonl:2: the row sample-01 is there twice"):
        rows(path)


@pytest.mark.parametrize(("before", "after"), [("\ufeff", ""), ("", "\n  \n\t\n"), ("\r\n", "\r\n")])
def test_marks_of_encoding_and_blank_lines_are_no_rows(
    before: str, after: str, line: dict[str, Any], tmp_path: Path
) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes((before + json.dumps(line) + after).encode())
    assert [one.as_json() for one in rows(path)] == [Row.from_json(line).as_json()]


def test_a_file_in_another_encoding_is_named(line: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_bytes(json.dumps(line | {"outlet": "Diário"}, ensure_ascii=False).encode("latin-1"))
    with pytest.raises(BadValueError, match="UTF-8"):
        rows(path)


def test_a_line_separator_within_a_text_ends_no_row(line: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps(line | {"title": "one\u2028two"}, ensure_ascii=False), "utf-8")
    assert rows(path)[0].head["title"] == "one\u2028two"


def test_a_file_without_rows_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text("\n")
    with pytest.raises(BadValueError, match="no row here"):
        rows(path)
