"""The Python face: `read` without a ledger, `Ledger` with one."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from counterclaim import pipeline
from counterclaim.errors import BadValueError, InputError
from counterclaim.intake.inputs import Input
from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store
from counterclaim.model.issue import Issue
from counterclaim.model.telling import Telling
from counterclaim.pipeline import Asked, Reading


def read(
    source: str | Path,
    *,
    theatre: str | None = None,
    model: Path | None = None,
    on_issue: Callable[[Issue], object] | None = None,
) -> Iterator[Telling]:
    """The tellings of a text, a file or a folder, each with its `report`.

    A Path is read from there, and so is a string that names an existing file or folder or has no white space in it;
    any other string is the report's text, with front matter if it begins with one. An input that cannot be read
    raises InputError; with `on_issue`, it is handed over as an Issue and the rest is read. `model` is a folder with a
    trained model, to read by instead of the one that comes with the package.
    """
    if not isinstance(source, str | Path):
        raise BadValueError(f"A {type(source).__name__} cannot be read.", "Give a text, or a Path.")
    return _tellings(_readings(source, Asked(theatre=theatre, model=model)), on_issue)


def _tellings(readings: Iterable[Reading], on_issue: Callable[[Issue], object] | None) -> Iterator[Telling]:
    for reading in readings:
        for issue in reading.issues:
            if on_issue is not None:
                on_issue(issue)
            elif reading.report is None:
                raise InputError(issue.code, f"{issue.path}: {issue.message}", issue.remedy)
        yield from reading.tellings


def _readings(source: str | Path, asked: Asked) -> Iterator[Reading]:
    if isinstance(source, Path) or names_a_path(source):
        return pipeline.read([str(source)], asked)
    raw = source.encode(errors="surrogatepass")
    return iter([pipeline.read_input(Input("-", "-", raw, "text"), asked)])


def names_a_path(text: str) -> bool:
    """Whether `text` is meant as the name of a file or folder."""
    try:
        return len(text.split()) == 1 or ("\n" not in text and Path(text).exists())
    except (OSError, ValueError):
        return False


class Ledger(Store):
    """A ledger file, made if it does not exist; use it with `with`, or close it.

    Beside what `Store` offers (reports, issues, reviews, status, verify, redact) it reads what it is given.
    """

    def add(self, *paths: str | Path, theatre: str | None = None, model: Path | None = None) -> list[Reading]:
        """Reads files and folders and keeps what is new; one Reading for each input says what became of it."""
        if strange := [path for path in paths if not isinstance(path, str | Path)]:
            raise BadValueError(f"A {type(strange[0]).__name__} is no path.", "Give each path by itself.")
        return list(pipeline.add(self, [str(path) for path in paths], Asked(theatre=theatre, model=model)))

    def find(self, text: str | None = None, *, claimant: str | None = None, since: str | None = None) -> list[Telling]:
        """The tellings that hold all words of `text`, of claimants whose name holds `claimant`, published `since`."""
        return list(self.tellings(Filters(text=text, claimant=claimant, since=since)))
