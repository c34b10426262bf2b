import json
import socket
from collections.abc import Callable, Iterator
from copy import deepcopy
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry
from referencing.exceptions import Unresolvable

from counterclaim.errors import BadValueError
from counterclaim.evaluating.facts import check
from counterclaim.evaluating.files import json_value, text, yaml_value
from counterclaim.evaluating.from_marks import taken_apart
from counterclaim.evaluating.labelled import Labelled, labelled, load
from counterclaim.evaluating.schemas.differences import MOST, SHOWN, differences, schema, wanted
from counterclaim.evaluating.schemas.validator import Strict
from counterclaim.evaluating.to_marks import marked_report
from counterclaim.model.source import SourceClass
from counterclaim.model.telling import Quote, Voice

ROOT = Path(__file__).parents[3]
CORPUS, REAL = ROOT / "corpus", ROOT / "benchmarks" / "real" / "stories.jsonl"
NAMES = ("labels", "story", "facts")
CLOSED = ("story", "facts")
Change = Callable[[Any], object]


def within(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping in a schema."""
    if isinstance(value, dict):
        yield value
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inside:
        yield from within(one)


@pytest.mark.parametrize("name", NAMES)
def test_each_is_a_json_schema_that_refers_to_itself_alone(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))
    references = {one["$ref"] for one in within(schema(name)) if "$ref" in one}
    assert references <= {f"#/$defs/{part}" for part in schema(name)["$defs"]}


def test_a_reference_elsewhere_is_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "socket", None)
    with pytest.raises(Unresolvable):
        list(Strict({"$ref": "http://example.org/a"}, registry=Registry()).iter_errors(1))


@pytest.mark.parametrize("name", NAMES)
def test_each_place_says_what_it_wants(name: str) -> None:
    for one in within(schema(name)):
        assert not isinstance(one.get("type"), str | list) or wanted(one)
        assert "title" in one or not {"pattern", "minItems"} & set(one) or isinstance(one["pattern"], dict)


@pytest.mark.parametrize("name", CLOSED)
def test_each_place_with_keys_is_closed(name: str) -> None:
    places = [one for one in within(schema(name)) if isinstance(one.get("properties"), dict) and "$schema" not in one]
    assert len(places) > 5
    assert all(one["additionalProperties"] is False for one in places)


@pytest.mark.parametrize(
    ("words", "enum"),
    [
        (schema("facts")["$defs"]["s"]["else"]["properties"]["class"], SourceClass),
        (schema("facts")["$defs"]["t"]["properties"]["voice"], Voice),
        (schema("facts")["$defs"]["t"]["properties"]["quote"], Quote),
    ],
)
def test_the_words_are_those_of_the_model(words: dict[str, Any], enum: type[StrEnum]) -> None:
    assert words["enum"] == [*map(str, enum), None]


def test_every_report_of_the_corpus_fits() -> None:
    files = [file for file in CORPUS.rglob("*.json") if file.with_suffix(".txt").exists()]
    assert len(files) > 300
    assert [found for file in files for found in differences(json_value(text(file)), "labels")] == []


def test_the_facts_of_every_report_of_the_corpus_fit() -> None:
    for one in labelled(CORPUS):
        marked = taken_apart(marked_report(one))
        check(marked.spans, marked.facts)


def test_every_story_fits() -> None:
    made_up = [yaml_value(text(file)) for file in CORPUS.rglob("story.yml")]
    real = [json.loads(line) for line in REAL.read_text("utf-8").splitlines()]
    assert len(made_up) > 10
    assert len(real) > 5
    assert [found for value in (*made_up, *real) for found in differences(value, "story")] == []


STORY: dict[str, Any] = {
    "id": "st-00",
    "title": "t",
    "claims": [
        {
            "id": "C1",
            "what": "w",
            "claimant": None,
            "occasion": {"said": None, "to": None},
            "tellings": ["r/t1"],
            "origin": {"unheld": "N"},
            "parents": {"r/t1": {"unheld": "N"}},
            "drift": [{"from": {"unheld": "N"}, "to": "r/t1", "slot": "name", "change": "name_altered"}],
        }
    ],
    "positions": [{"question": "q", "answer": "a", "claims": ["C1"], "roots": []}],
    "look_alikes": [{"claims": ["C1"]}],
}


@pytest.mark.parametrize(
    ("place", "at"),
    [
        (lambda it: it, "it"),
        (lambda it: it["claims"][0], "it.claims[1]"),
        (lambda it: it["claims"][0]["occasion"], "it.claims[1].occasion"),
        (lambda it: it["claims"][0]["origin"], "it.claims[1].origin"),
        (lambda it: it["claims"][0]["parents"]["r/t1"], "it.claims[1].parents.r/t1"),
        (lambda it: it["claims"][0]["drift"][0], "it.claims[1].drift[1]"),
        (lambda it: it["claims"][0]["drift"][0]["from"], "it.claims[1].drift[1].from"),
        (lambda it: it["positions"][0], "it.positions[1]"),
        (lambda it: it["look_alikes"][0], "it.look_alikes[1]"),
    ],
)
def test_no_place_of_a_story_takes_an_unknown_key(place: Callable[[Any], dict[str, Any]], at: str) -> None:
    value = deepcopy(STORY)
    assert differences(value, "story") == []
    place(value)["zz"] = "x"
    assert differences(value, "story") == [f"{at}: there is no zz"]


FACTS: dict[str, dict[str, Any]] = {
    "s": {"name": "N", "class": "body"},
    "a": {"party": "p"},
    "p": {"type": "area"},
    "p_in_slot": {"type": "area", "party": "p"},
    "n": {"metric": "killed", "count": "3"},
    "n_in_slot": {"metric": "killed", "count": "3", "actor": "a"},
    **{letter: {} for letter in "cqh"},
    "t": {"content": "c1", "kind": "strike"},
}


@pytest.mark.parametrize("part", FACTS)
def test_no_mark_takes_an_unknown_key(part: str) -> None:
    assert differences(FACTS[part], "facts", part, "m1") == []
    assert differences(FACTS[part] | {"zz": "x"}, "facts", part, "m1") == ["m1: there is no zz"]


def test_the_same_source_and_a_slot_take_no_unknown_key() -> None:
    assert differences({"same": "s1", "role": "r"}, "facts", "s", "s3") == ["s3: there is no role"]
    told = FACTS["t"] | {"slots": {"agent": {"pary": "p"}}}
    assert differences(told, "facts", "t", "t1") == ["t1.slots.agent: there is no pary (is party meant?)"]


@pytest.mark.parametrize("part", "dlwx")
def test_words_are_said_of_what_has_no_keys(part: str) -> None:
    assert differences(None, "facts", part) == differences("w", "facts", part) == []
    assert differences({"a": "b"}, "facts", part, "m1") == ["m1 is “{'a': 'b'}”, not text or nothing"]


def nested(levels: int) -> Any:
    value: Any = []
    for _ in range(levels):
        value = [value]
    return value


def ring() -> Any:
    value: list[Any] = []
    value.append(value)
    return value


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda it: it.update(by=5), "it.by is “5”, not text or nothing"),
        (lambda it: it.update(by="\ud800"), r"it.by is “\ud800”, not text or nothing"),
        (lambda it: it.update(by=ring()), "it.by is “[[[[[[[...]]]]]]]”, not text or nothing"),
        (lambda it: it.update(by=list("abcdefghij")), "it.by is “['a', 'b', 'c', 'd', 'e', 'f', ...]”, not text or"),
        (lambda it: it.update(sha256=None), "it.sha256 is nothing, not text"),
        (lambda it: it.update(id="a\n"), "it.id is “a\n”, not a plain name: letters"),
        (lambda it: it.update(id="x" * 500), f"it.id is “{'x' * SHOWN}…”, not a plain name"),
        (lambda it: it["places"][0].update(lat=float("nan")), "it.places[1].lat is “nan”, not a number or nothing"),
        (lambda it: it["places"][0].update(lon=float("inf")), "it.places[1].lon is “inf”, not a number or nothing"),
        (lambda it: it["places"][0].update(start=True), "it.places[1].start is “True”, not a whole number"),
        (lambda it: it["places"][0].update(start=1.0), "it.places[1].start is “1.0”, not a whole number"),
        (lambda it: it["tellings"][0]["cue"].pop("text"), "it.tellings[1].cue has no text"),
        (lambda it: it["tellings"][0].update(chain=[]), "it.tellings[1].chain is “[]”, not a list of the outlet"),
        (lambda it: it["tellings"][0].update(slots={"\ud800": {}}), r"it.tellings[1].slots is “\ud800”, not text"),
        (lambda it: it["tellings"][0].update(slots={"y" * 50: 1}), f"it.tellings[1].slots.{'y' * SHOWN}… is “1”, not"),
        (lambda it: it["tellings"][0]["slots"]["agent"].pop("written"), "it.tellings[1].slots.agent has no written"),
    ],
)
def test_a_difference_says_where_it_stands_and_what_is_wanted(sample: Labelled, change: Change, found: str) -> None:
    value = json.loads(json.dumps(sample.as_json()))
    assert differences(value, "labels") == []
    change(value)
    (said,) = differences(value, "labels")
    assert said.startswith(found)


@pytest.mark.parametrize("value", [nested(100_000), 10**5_000], ids=["deep", "long"])
def test_what_no_sentence_could_show_is_a_fault(value: Any) -> None:
    with pytest.raises(BadValueError, match="nested too deeply, or a number in it is too long"):
        differences({"id": value}, "story")


@pytest.mark.parametrize("levels", [10, 500, 800, 900, 940, 960, 980, 100_000])
def test_a_file_is_refused_however_deeply_it_is_nested(tmp_path: Path, levels: int) -> None:
    labels, words = tmp_path / "a.json", tmp_path / "a.txt"
    labels.write_text(f'{{"id": {"[" * levels}{"]" * levels}}}')
    words.write_text("Words.")
    with pytest.raises(BadValueError, match=f"^{labels}: It is (?:no labelled report|nested too deeply)"):
        load(labels)


def test_no_more_are_told_than_a_person_reads() -> None:
    assert len(differences(STORY | {"claims": [5] * 1_000}, "story")) == MOST
    assert len(differences(STORY | dict.fromkeys(map(str, range(100))), "story")) == MOST
    assert differences({}, "story") == [f"it has no {key}" for key in ("id", "title", "claims", "positions")]
