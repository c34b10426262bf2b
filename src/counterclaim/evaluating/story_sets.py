"""Stories to measure with: those of the corpus, and real ones whose texts are at hand."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from counterclaim.errors import BadValueError, SpanError
from counterclaim.evaluating import story as stories
from counterclaim.evaluating.alignment import Words, aligned, content, of_shorter, words
from counterclaim.evaluating.files import json_value, lines, named, octets
from counterclaim.evaluating.labelled import labelled
from counterclaim.evaluating.story import Story
from counterclaim.evaluating.story_answers import Linked
from counterclaim.intake import front_matter
from counterclaim.intake.inputs import Input
from counterclaim.intake.report import report
from counterclaim.model.claim import Claim
from counterclaim.model.report import Report, text_hash
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling

LANGUAGE = "en"  # of real stories, where the words do not say
REMEDY = "Take the file as it was published, and its texts as benchmarks/real/story_pages.py writes them."

Link = Callable[[Sequence[Telling]], Sequence[Claim]]


@dataclass(frozen=True, slots=True)
class Told:
    """A report of a story; `contents` has the words of each of its labelled tellings, by the name the story gives."""

    report: Report
    contents: Mapping[str, Words] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Labels:
    """A story with its reports; `tellings` by name, where they are labelled in full (those of the corpus)."""

    story: Story
    reports: tuple[Told, ...]
    tellings: Mapping[str, Telling] = field(default_factory=dict, hash=False)

    @property
    def names(self) -> tuple[str, ...]:
        """Every telling of the story, claim by claim."""
        return tuple(name for claim in self.story.claims for name in claim.tellings)


def given(labels: Labels, link: Link) -> Linked:
    """What `link` makes of the labelled tellings themselves."""
    found = {name: labels.tellings[name].id for name in labels.names}
    tellings = {one.id: one for one in labels.tellings.values()}
    return Linked(labels.story, found, tellings, link(list(tellings.values())))


def end_to_end(labels: Labels, read: Callable[[Report], Sequence[Telling]], link: Link) -> Linked:
    """What `link` makes of the tellings that `read` reads; which stands for which, by the words of their contents."""
    found: dict[str, str] = {}
    tellings: dict[str, Telling] = {}
    for told in labels.reports:
        here = {one.id: one for one in read(told.report)}
        tellings |= here
        found |= standing_for(told.contents, here)
    return Linked(labels.story, found, tellings, link(list(tellings.values())))


def standing_for(contents: Mapping[str, Words], read: Mapping[str, Telling]) -> dict[str, str]:
    """The read telling (its id) for each labelled one that shares half of the shorter's words; best overlap first."""
    theirs = [(name, content(one)) for name, one in read.items()]
    pairs = aligned(list(contents.items()), theirs, lambda one: one[1], shared=of_shorter)
    return {one[0]: other[0] for one, other in pairs if one and other}


def of_corpus(folder: Path) -> Iterator[Labels]:
    """The stories under `folder`: each a folder with `story.yml` and labelled reports. Raises BadValueError."""
    paths = sorted(folder.rglob("story.yml"))
    if not paths:
        raise BadValueError(f"There is no story in {folder}.", "Give a folder as corpus/stories/tune.")
    for path in paths:
        reports = list(labelled(path.parent))
        tellings = {f"{one.id}/{label}": telling for one in reports for label, telling in one.tellings.items()}
        one = stories.load(path)
        if faults := stories.faults(one, tellings):
            raise BadValueError(f"{path}: {'; '.join(faults)}.", "`counterclaim corpus check` lists what is wrong.")
        told = (
            Told(one.report, {f"{one.id}/{label}": content(telling) for label, telling in one.tellings.items()})
            for one in reports
        )
        yield Labels(one, tuple(told), tellings)


def of_file(path: Path, texts: Path) -> Iterator[Labels | str]:
    """The stories of a file of lines whose texts lie under `texts`; of one that lacks some, its id.

    Texts are known by their sha256, wherever they lie. Raises BadValueError, which names the line.
    """
    held = {text_hash(words): words for words in _texts(texts)}
    for where, line in lines(path):
        try:
            yield _of_line(json_value(line), held)
        except (BadValueError, SpanError) as error:
            raise named(where, BadValueError(error.message, REMEDY)) from error


def _texts(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.txt")):
        yield octets(path).decode("utf-8", "replace")  # what is no UTF-8 has a hash that nobody asks for


def _of_line(value: Any, held: Mapping[str, str]) -> Labels | str:
    one = stories.sound(value, REMEDY)
    reports, tellings = value.get("reports") or [], value.get("tellings") or []
    if any(head["sha256"] not in held for head in reports):
        return one.id
    told = (_told(head, held[head["sha256"]], tellings) for head in reports)
    return Labels(one, tuple(told))


def _told(head: Mapping[str, Any], words_: str, tellings: Iterable[Mapping[str, Any]]) -> Told:
    made = report_of(head, words_)
    spans = ((one["id"], one["content"]) for one in tellings if one["report"] == head["name"])
    return Told(made, {name: words([Span.of(made.text, start, end)]) for name, (start, end) in spans})


def report_of(head: Mapping[str, Any], words_: str) -> Report:
    """The report of a real story, as intake makes it of its words and head; a day that is none (2022-04) is left out.

    Raises BadValueError where its text is then another than the one labelled.
    """
    stated = {"outlet": head.get("outlet"), "url": head.get("address"), "published": head.get("published")}
    raw = (front_matter.written(stated | {"title": head.get("title")}) + words_).encode()
    made, _ = report(Input(f"{head['name']}.txt", head["sha256"], raw, "text"))
    if text_hash(made.text) != head["sha256"]:
        raise BadValueError(f"The text of {head['name']} is read otherwise than it was labelled.", REMEDY)
    return replace(made, language=made.language or LANGUAGE)
