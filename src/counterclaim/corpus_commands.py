"""`counterclaim corpus …`: labelled reports are made, checked and looked at."""

import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import click

from counterclaim import labelled_view, printing
from counterclaim.errors import BadValueError, CounterclaimError
from counterclaim.evaluating import story
from counterclaim.evaluating.annotation import annotated
from counterclaim.evaluating.labelled import Labelled, labelled, load, report_of, save
from counterclaim.evaluating.marked_report import marked_report
from counterclaim.evaluating.validation import Known, faults
from counterclaim.theatres.theatre import load as load_theatre
from counterclaim.theatres.theatre import names as theatre_names

STORY = "story.yml"
FILES = click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))


@click.group()
def corpus() -> None:
    """Make, check and show labelled reports (corpus/GUIDELINES.md)."""


@corpus.command()
@FILES
@click.option("--to", "folder", type=click.Path(file_okay=False, path_type=Path), required=True, help="Folder written.")
@click.option(
    "--against", type=click.Path(file_okay=False, exists=True, path_type=Path), help="Texts that must be kept."
)
def convert(paths: tuple[Path, ...], folder: Path, against: Path | None) -> None:
    """Turn marked reports into text and labels; a file with a fault is named and not written. Exit 1 on any fault."""
    bad = 0
    for path in _marked(paths):
        try:
            one = annotated(path.read_text("utf-8"))
            found = [*faults(one, _theatre(one)), *(_changed(one, against) if against else ())]
        except CounterclaimError as error:
            found = [str(error)]
        for fault in found:
            click.echo(f"{path.name}: {fault}")
        bad += bool(found)
        if not found:
            save(one, folder)
    printing.say(f"{bad} of the files have faults" if bad else "all converted")
    sys.exit(1 if bad else 0)


def _marked(paths: Iterable[Path]) -> list[Path]:
    """The marked reports named, and those in folders. Raises BadValueError where there are none."""
    found = [file for path in paths for file in (sorted(path.rglob("*.marks")) if path.is_dir() else [path])]
    if not found:
        raise BadValueError(
            "There is no marked report.", "A folder is to hold files ID.marks; corpus/GUIDELINES.md says how."
        )
    return found


def _theatre(one: Labelled) -> Known | None:
    """What the theatre of a report has, None where the package has no such pack."""
    return _known(one.report.theatre) if one.report.theatre in theatre_names() else None


@cache
def _known(name: str) -> Known:
    return Known.of(load_theatre(name))


def _changed(one: Labelled, folder: Path) -> Iterator[str]:
    """Where the text under the marks is not the one that was to be labelled."""
    wanted, given = report_of(folder / f"{one.id}.txt").text, one.report.text
    if wanted != given:
        pairs = enumerate(zip(wanted, given, strict=False))
        at = next((at for at, (ours, theirs) in pairs if ours != theirs), min(len(wanted), len(given)))
        yield f"the text differs at {at}: “{wanted[at : at + 40]}” became “{given[at : at + 40]}”"


@corpus.command()
@FILES
def check(paths: tuple[Path, ...]) -> None:
    """Say what is wrong with labelled reports and stories; exit 1 on any fault."""
    found: list[str] = []
    stories = [file for path in paths for file in ([path] if path.name == STORY else path.rglob(STORY))]
    reports = _reports(path for path in paths if path.name != STORY)
    for path, faults_of in (*((one, _report_faults) for one in reports), *((one, _story_faults) for one in stories)):
        try:
            found += faults_of(path)
        except CounterclaimError as error:
            found.append(str(error))
    for fault in found:
        click.echo(fault)
    printing.say(f"{len(reports)} reports, {len(stories)} stories, {len(found)} faults")
    sys.exit(1 if found else 0)


def _reports(paths: Iterable[Path]) -> list[Path]:
    """The labels (ID.json with ID.txt beside it) named, by either file, and those in folders. Raises BadValueError."""
    found: list[Path] = []
    for path in paths:
        files = sorted(path.rglob("*.json")) if path.is_dir() else [path.with_suffix(".json")]
        here = [file for file in files if file.exists() and file.with_suffix(".txt").exists()]
        if not here:
            remedy = "It is a file ID.json with its text ID.txt beside it; `corpus convert` makes both."
            raise BadValueError(f"{path}: there is no labelled report.", remedy)
        found += here
    return found


def _report_faults(path: Path) -> list[str]:
    one = load(path)
    return faults(one, _theatre(one))


def _story_faults(path: Path) -> list[str]:
    """What is wrong with a story, whose reports lie beside it."""
    tellings = [f"{one.id}/{label}" for one in labelled(path.parent) for label in one.tellings]
    return story.faults(story.load(path), tellings)


@corpus.command()
@FILES
def show(paths: tuple[Path, ...]) -> None:
    """Print labelled reports with all their layers."""
    for path in _reports(paths):
        labelled_view.report(load(path))


@corpus.command()
@FILES
@click.option("--to", "folder", type=click.Path(file_okay=False, path_type=Path), required=True, help="Folder written.")
def marks(paths: tuple[Path, ...], folder: Path) -> None:
    """Write labelled reports as marked ones, to be edited and converted again."""
    folder.mkdir(parents=True, exist_ok=True)
    for one in map(load, _reports(paths)):
        (folder / f"{one.id}.marks").write_text(marked_report(one), "utf-8")
