"""`counterclaim corpus …`: labelled reports are made, checked and looked at."""

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path

import click

from counterclaim import labelled_view, printing
from counterclaim.errors import BadValueError, CounterclaimError
from counterclaim.evaluating import story
from counterclaim.evaluating.files import named, text
from counterclaim.evaluating.from_marks import annotated
from counterclaim.evaluating.labelled import Labelled, labelled, load, report_of, save
from counterclaim.evaluating.to_marks import marked_report
from counterclaim.evaluating.validation import Known, faults
from counterclaim.intake.report import THEATRE
from counterclaim.theatres.theatre import load as load_theatre
from counterclaim.theatres.theatre import names as theatre_names

STORY = "story.yml"
LABELS, WORDS = ".json", ".txt"  # the two halves of a labelled report
FILES = click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
Work = Callable[[Path], Iterable[str]]


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

    def converted(path: Path) -> list[str]:
        one = annotated(text(path))
        found = [*_misnamed(one, path), *_faults(one), *(_changed(one, against) if against else ())]
        if not found:
            save(one, folder)
        return found

    _end(_once_each(_marked(paths), converted), "all converted")


def _marked(paths: Iterable[Path]) -> list[Path]:
    """The marked reports named, and those in folders. Raises BadValueError where there are none."""
    found = [file for path in paths for file in (sorted(path.rglob("*.marks")) if path.is_dir() else [path])]
    if not found:
        raise BadValueError(
            "There is no marked report.", "A folder is to hold files ID.marks; corpus/GUIDELINES.md says how."
        )
    return list(dict.fromkeys(found))


def _faulty(files: Iterable[Path], work: Work) -> Counter[Path]:
    """How many faults `work` finds in each of the files that have some; every fault is said with its file."""
    found: Counter[Path] = Counter()
    for file in files:
        try:
            said = [f"{file}: {fault}" for fault in work(file)]
        except CounterclaimError as error:
            said = [str(named(file, error))]
        for fault in said:
            click.echo(fault)
        found[file] = len(said)
    return +found


def _once_each(files: Sequence[Path], work: Work) -> Counter[Path]:
    """The faults of files whose outcome is written under their names: where two bear one name, neither is taken."""
    times = Counter(file.stem for file in files)

    def unique(file: Path) -> Iterable[str]:
        return work(file) if times[file.stem] == 1 else [f"{times[file.stem]} files bear the name {file.stem}"]

    return _faulty(files, unique)


def _end(faulty: Counter[Path], done: str) -> None:
    """Says how it went; exit 1 on any fault."""
    printing.say(f"files with faults: {len(faulty)}" if faulty else done)
    sys.exit(1 if faulty else 0)


def _misnamed(one: Labelled, path: Path) -> Iterator[str]:
    if one.id != path.stem:
        yield f"its id is {one.id}: file and id are to bear one name"


def _faults(one: Labelled) -> list[str]:
    """What is wrong with a report; ids are looked up in its theatre, except in the one meant where none is stated."""
    theatre = one.report.theatre
    if theatre == THEATRE:
        return faults(one, None)
    if theatre in theatre_names():
        return faults(one, _known(theatre))
    return [f"{one.id}: there is no theatre {theatre}", *faults(one, None)]


@cache
def _known(name: str) -> Known:
    return Known.of(load_theatre(name))


def _changed(one: Labelled, folder: Path) -> Iterator[str]:
    """Where the text under the marks is not the one that was to be labelled."""
    wanted, given = report_of(folder / f"{one.id}{WORDS}").text, one.report.text
    if wanted != given:
        pairs = enumerate(zip(wanted, given, strict=False))
        at = next((at for at, (ours, theirs) in pairs if ours != theirs), min(len(wanted), len(given)))
        yield f"the text differs at {at}: “{wanted[at : at + 40]}” became “{given[at : at + 40]}”"


@corpus.command()
@FILES
def check(paths: tuple[Path, ...]) -> None:
    """Say what is wrong with labelled reports and stories; exit 1 on any fault."""
    stories = [file for path in paths for file in ([path] if path.name == STORY else path.rglob(STORY))]
    named_or_held = [path for path in paths if path.name != STORY]
    reports = _reports(named_or_held)
    parted = [file for path in named_or_held for file in _files(path) if not _other_half(file).exists()]
    found = _faulty(reports, lambda path: _faults(load(path)))
    found += _faulty(parted, lambda path: [f"there is no {_other_half(path).name} beside it"])
    found += _faulty(stories, _story_faults)
    printing.say(f"{len(reports)} reports, {len(stories)} stories, {found.total()} faults")
    sys.exit(1 if found else 0)


def _files(folder: Path) -> list[Path]:
    """The halves of labelled reports in a folder."""
    return sorted(file for file in folder.rglob("*") if file.suffix in (LABELS, WORDS))


def _other_half(file: Path) -> Path:
    """The text of labels, the labels of a text."""
    return file.with_suffix(WORDS if file.suffix == LABELS else LABELS)


def _reports(paths: Iterable[Path]) -> list[Path]:
    """The labels (ID.json with ID.txt beside it) named, by either file, and those in folders. Raises BadValueError."""
    found: list[Path] = []
    for path in paths:
        files = _files(path) if path.is_dir() else [path.with_suffix(LABELS)]
        here = [file for file in files if file.suffix == LABELS and file.exists() and _other_half(file).exists()]
        if not here:
            remedy = "It is a file ID.json with its text ID.txt beside it; `corpus convert` makes both."
            raise BadValueError(f"{path}: there is no labelled report.", remedy)
        found += here
    return list(dict.fromkeys(found))


def _story_faults(path: Path) -> list[str]:
    """What is wrong with a story, whose reports lie beside it."""
    tellings = [f"{one.id}/{label}" for one in labelled(path.parent) for label in one.tellings]
    return story.faults(story.load(path), tellings)


@corpus.command()
@FILES
def show(paths: tuple[Path, ...]) -> None:
    """Print labelled reports with all their layers."""

    def shown(path: Path) -> tuple[str, ...]:
        labelled_view.report(load(path))
        return ()

    sys.exit(1 if _faulty(_reports(paths), shown) else 0)


@corpus.command()
@FILES
@click.option("--to", "folder", type=click.Path(file_okay=False, path_type=Path), required=True, help="Folder written.")
def marks(paths: tuple[Path, ...], folder: Path) -> None:
    """Write labelled reports as marked ones, to be edited and converted again."""
    folder.mkdir(parents=True, exist_ok=True)

    def written(path: Path) -> tuple[str, ...]:
        one = load(path)
        (folder / f"{one.id}.marks").write_text(marked_report(one), "utf-8")
        return ()

    _end(_once_each(_reports(paths), written), "all written")
