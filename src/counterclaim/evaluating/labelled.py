"""A labelled report: its text, its tellings, and the layers that belong to no telling."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from counterclaim.errors import BadValueError, CounterclaimError, SpanError
from counterclaim.evaluating.files import json_value, named, octets, text
from counterclaim.evaluating.schemas.differences import differences
from counterclaim.intake import front_matter
from counterclaim.intake.inputs import Input
from counterclaim.intake.report import report
from counterclaim.model.mention import Mention
from counterclaim.model.remark import Remark
from counterclaim.model.report import Report, text_hash
from counterclaim.model.telling import Telling

HEAD = ("outlet", "url", "published", "title", "language", "theatre")  # what stands before the text in ID.txt
LEFT_OUT = ("report", "by")  # of a telling: the file says them once
ANEW = "Convert its marks anew."
REMARKS = ("not_told", "loaded", "senses")  # layers of words with one thing said of each


@dataclass(frozen=True, slots=True)
class Labelled:
    """A report with labels. `tellings` go by their label in the file (`t1`), in text order.

    `style` is what sort of report it is, `by` who labelled it. `remarks` are `not_told` (why), `loaded` (use) and
    `senses` (word/sense).
    """

    id: str
    report: Report
    tellings: dict[str, Telling] = field(hash=False)
    places: tuple[Mention, ...] = ()
    remarks: dict[str, tuple[Remark, ...]] = field(default_factory=dict, hash=False)
    style: str | None = None
    by: str | None = None

    def as_json(self) -> dict[str, Any]:
        """All labels; the text is kept beside it, and its hash here."""
        head = {"id": self.id, "style": self.style, "by": self.by, "sha256": text_hash(self.report.text)}
        tellings = (telling.as_json() | {"label": label} for label, telling in self.tellings.items())
        return head | {
            "tellings": [{key: value for key, value in one.items() if key not in LEFT_OUT} for one in tellings],
            "places": [mention.as_json() for mention in self.places],
            **{name: [remark.as_json() for remark in found] for name, found in self.remarks.items()},
        }

    @classmethod
    def from_json(cls, value: Any, made: Report) -> "Labelled":
        """The labels that `as_json` wrote, of the report they were made for. Raises BadValueError, SpanError."""
        if found := differences(value, "labels"):
            raise BadValueError(f"It is no labelled report: {'; '.join(found)}.", ANEW)
        if value["sha256"] != text_hash(made.text):
            raise BadValueError(f"{value['id']}: the text is not the one that was labelled.", "Label it anew.")
        by = {"by": {"reading": value["by"], "grounding": None}}
        one = cls(
            value["id"],
            made,
            {item["label"]: _telling(item | by, made) for item in value["tellings"]},
            tuple(map(_mention, value["places"])),
            {name: tuple(Remark.from_json(item) for item in value[name]) for name in REMARKS},
            value["style"],
            value["by"],
        )
        _check_labels(one, [item["label"] for item in value["tellings"]])
        return one


def _telling(value: dict[str, Any], made: Report) -> Telling:
    """One telling; what is wrong with its values is said with its label."""
    try:
        return Telling.from_json(value, made)
    except KeyError as error:  # an end without a start, which the schema lets pass
        raise BadValueError(f"{value['label']}: a value has no {error}.", ANEW) from error
    except (ValueError, TypeError, SpanError) as error:
        raise BadValueError(f"{value['label']}: {error}", ANEW) from error


def _mention(value: dict[str, Any]) -> Mention:
    try:
        return Mention.from_json(value)
    except ValueError as error:
        raise BadValueError(f"The place “{value['written']}”: {error}", ANEW) from error


def _check_labels(one: Labelled, labels: list[str]) -> None:
    """Raises BadValueError for a label twice and an answer to nothing, SpanError for words that stand elsewhere."""
    if twice := [label for label, times in Counter(labels).items() if times > 1]:
        raise BadValueError(f"{', '.join(twice)} stands twice.", "Give each telling a label of its own.")
    ids = {telling.id for telling in one.tellings.values()}
    for label, telling in one.tellings.items():
        telling.check()
        if telling.answers is not None and telling.answers not in ids:
            raise BadValueError(f"{label} answers {telling.answers}, which is none of this report.", ANEW)
    remarks = (remark.span for found in one.remarks.values() for remark in found)
    for span in (*remarks, *(mention.place.span for mention in one.places if mention.place.span)):
        span.check(one.report.text)


def check_id(name: object) -> None:
    """Raises BadValueError where `name` cannot name a report and the two files it is kept in."""
    for what in differences(name, "labels", "id", "The id"):
        raise BadValueError(f"{what}.", "Choose an id of letters, digits, - and _, as in agency-01.")


def text_file(made: Report) -> str:
    """The text with its front matter, as `counterclaim read` takes it."""
    return front_matter.written({key: getattr(made, key) for key in HEAD}) + made.text


def report_of(path: Path) -> Report:
    """The report in a text file with front matter. Raises BadValueError, which names the file, and InputError."""
    return report(Input(path.name, str(path), octets(path), "text"))[0]


def load(path: Path) -> Labelled:
    """The labelled report of `ID.json`, whose text is `ID.txt` beside it. Raises BadValueError, naming the file."""
    try:
        one = Labelled.from_json(json_value(text(path)), report_of(path.with_suffix(".txt")))
    except CounterclaimError as error:
        raise named(path, error) from error
    if one.id != path.stem:
        raise BadValueError(f"{path}: its id is {one.id}.", "Name both files as the id says, or mend the id.")
    return one


def labelled(folder: Path) -> Iterator[Labelled]:
    """Every labelled report under `folder`, by path; a file without a text beside it is no report."""
    for path in sorted(folder.rglob("*.json")):
        if path.with_suffix(".txt").exists():
            yield load(path)


def save(one: Labelled, folder: Path) -> None:
    """Writes `ID.txt` and `ID.json` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{one.id}.txt").write_text(text_file(one.report), "utf-8")
    (folder / f"{one.id}.json").write_text(by_line(one.as_json()), "utf-8")


def by_line(value: dict[str, Any]) -> str:
    """`value` as JSON with one line for each key and each item of a list, so that a change shows as few lines."""
    lines = []
    for key, content in value.items():
        whole = json.dumps(content, ensure_ascii=False)
        if isinstance(content, list) and content:
            whole = "[\n" + ",\n".join(f"  {json.dumps(item, ensure_ascii=False)}" for item in content) + "\n ]"
        lines.append(f" {json.dumps(key)}: {whole}")
    return "{\n" + ",\n".join(lines) + "\n}\n"
