"""`counterclaim evaluate …`: how well reports are read, on labels made beforehand."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.progress import track
from rich.table import Table

from counterclaim import printing
from counterclaim.errors import BadValueError, CounterclaimError
from counterclaim.evaluating import attribution_figures, attribution_rows, realset
from counterclaim.evaluating.figures import headlines_first, measured, read_as
from counterclaim.evaluating.labelled import Labelled, labelled
from counterclaim.evaluating.scores import Figure, figures
from counterclaim.extensions import load
from counterclaim.intake.inputs import Input, inputs
from counterclaim.intake.report import report
from counterclaim.model.report import Report
from counterclaim.options import FILE, FOLDER, as_json, model_option, out_option
from counterclaim.pipeline import mentions, read_report, remarks
from counterclaim.reading.interface import Scheme
from counterclaim.reading.readers import READERS
from counterclaim.story_commands import on_stories

Kept = TypeVar("Kept")


@click.group()
def evaluate() -> None:
    """Measure how well reports are read; 95 % intervals are by bootstrap over reports."""


evaluate.add_command(on_stories)


@evaluate.command(name="corpus")
@click.argument("folder", type=FOLDER)
@click.option("--second", type=FOLDER, help="Score these labels of the same reports instead of the reader.")
@model_option
@out_option
@as_json
def on_corpus(folder: Path, second: Path | None, model: Path | None, out: Path | None, as_json: bool) -> None:
    """Read labelled reports (ID.txt, ID.json) and compare; with --second, one annotator against the other."""
    gold = _by_id(folder)
    if second is None:
        pairs = [(one, _read(one.report, one.id, model)) for one in gold.values()]
    else:
        pairs = _both(gold, _by_id(second), "reports")
        for one, other in pairs:
            _check_text(one, other)
    head = {"set": folder.name, "reports": len(pairs), "reports_left_out": len(gold) - len(pairs)}
    _compare(head, pairs, out, as_json)


@evaluate.command(name="real")
@click.argument("file", type=FILE)
@click.option("--texts", type=FOLDER, required=True, help="Folder with the pages, saved in any format that is read.")
@click.option("--second", type=FILE, help="Score these labels of the same sentences instead of the reader.")
@model_option
@out_option
@as_json
def on_real(
    file: Path, texts: Path, second: Path | None, *, model: Path | None, out: Path | None, as_json: bool
) -> None:
    """Read real pages that are at hand and compare with labels that hold no text. Exit 1 under 80 % of the rows."""
    ours = {one.id: one for one in realset.rows(file)}
    theirs = {one.id: one for one in realset.rows(second)} if second else None
    wanted = list(ours.values()) if theirs is None else _labelled_twice(ours, theirs)
    pages = list(realset.found(wanted, _reports(texts)))
    at_hand = sum(len(page.windows) for page in pages)
    _check_enough(at_hand, len(wanted), texts)
    pairs = [
        (
            page.gold,
            page.within(_read(page.gold.report, page.gold.id, model)) if theirs is None else page.labelled_by(theirs),
        )
        for page in pages
    ]
    head = {"set": file.name, "reports": len(pages), "rows": at_hand}
    missing = {"rows_without_text": len(wanted) - at_hand, "rows_left_out": len(ours) - len(wanted)}
    _compare(head | missing, pairs, out, as_json)


@evaluate.command(name="attribution")
@click.argument("gold", type=FILE)
@click.option("--split", metavar="NAME", help="Only the rows of this part.")
@click.option(
    "--scheme",
    type=click.Choice([scheme.name.lower() for scheme in Scheme]),
    default="polnear",
    show_default=True,
    help="By whose rules spans are cut: PolNeAR's, or those of corpus/GUIDELINES.md.",
)
@model_option
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Keep what was found in this file.")
@as_json
def on_attribution(
    gold: Path, split: str | None, scheme: str, *, model: Path | None, out: Path | None, as_json: bool
) -> None:
    """Read English articles, one a line with doc_id, text and attributions, and compare source, cue and content."""
    articles = list(attribution_rows.articles(gold, split))
    if not articles:
        where = f"of the part “{split}” " if split else ""
        raise BadValueError(f"There is no article {where}in {gold}.", "Look at `split` and `primary` in its rows.")
    trained = load(READERS["en"])(*([model] if model else []))
    shown = track(articles, "reading", console=printing.console(stderr=True), disable=not sys.stderr.isatty())
    found = [
        (one, [attribution_rows.Attributed(**roles) for roles in trained.roles(one.report, Scheme[scheme.upper()])])
        for one in shown
    ]
    if out:
        rows = ({"doc_id": one.id, "attributions": [row.as_json() for row in theirs]} for one, theirs in found)
        out.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")
    head = {"set": split or gold.name, "articles": len(articles), "scheme": scheme, "by": trained.by}
    measures = figures([attribution_figures.scores(one, theirs) for one, theirs in found])
    _show(head, sorted(measures, key=lambda figure: attribution_figures.shown_first(figure.name)), as_json)


def _by_id(folder: Path) -> dict[str, Labelled]:
    """The labelled reports under `folder`. Raises BadValueError where there is none, or one id comes twice."""
    found: dict[str, Labelled] = {}
    for one in labelled(folder):
        if one.id in found:
            both = f"{found[one.id].report.location} and {one.report.location}"
            raise BadValueError(f"{both} are both labels of {one.id}.", "Measure a part by itself, as in corpus/test.")
        found[one.id] = one
    if not found:
        remedy = "Give a folder that holds ID.txt and ID.json, as `counterclaim corpus convert` writes them."
        raise BadValueError(f"There is no labelled report in {folder}.", remedy)
    return found


def _both(ours: Mapping[str, Kept], theirs: Mapping[str, Kept], what: str) -> list[tuple[Kept, Kept]]:
    """What both labelled, by id; says how many that are. Raises BadValueError where there is none."""
    pairs = [(one, theirs[name]) for name, one in ours.items() if name in theirs]
    alone = len(theirs) - len(pairs)
    rest = f"; {alone} more in the second set alone" if alone else ""
    printing.say(f"{len(pairs)} of {len(ours)} {what} are labelled in both{rest}.")
    if not pairs:
        raise BadValueError(f"None of the {what} is labelled in both.", "Give two sets of labels of the same texts.")
    return pairs


def _check_text(one: Labelled, other: Labelled) -> None:
    if one.report.text != other.report.text:
        files = f"{one.report.location} and {other.report.location}"
        remedy = "Label the same text: `counterclaim corpus convert --against FOLDER` looks to it."
        raise BadValueError(f"{files} are different texts.", remedy)


def _labelled_twice(ours: Mapping[str, realset.Row], theirs: Mapping[str, realset.Row]) -> list[realset.Row]:
    pairs = _both(ours, theirs, "rows")
    for one, other in pairs:
        one.check_window(other)
    return [one for one, _ in pairs]


def _check_enough(at_hand: int, wanted: int, texts: Path) -> None:
    """Says how many rows have their text, and leaves with exit code 1 where they are too few."""
    printing.say(f"{at_hand} of {wanted} rows have their text in {texts}.")
    if at_hand < realset.LEAST * wanted:
        printing.say(f"No figure is given under {realset.LEAST:.0%}: find more of the pages again by their address.")
        sys.exit(1)


def _reports(folder: Path) -> Iterator[Report]:
    """The reports in a folder; one that cannot be read is named and passed over."""
    for given in inputs([str(folder)]):
        try:
            if isinstance(given, Input):
                yield report(given)[0]
        except CounterclaimError as error:
            printing.say(f"{given.path}: {error}")


def _read(made: Report, name: str, model: Path | None) -> Labelled:
    by, tellings = read_report(made, model)
    return read_as(made, tellings, remarks(made, tellings), mentions(made, tellings), name=name, by=by)


def _by(pairs: Iterable[tuple[Labelled, Labelled]]) -> str:
    return ", ".join(sorted({found.by for _, found in pairs if found.by}))


def _compare(head: dict[str, Any], pairs: list[tuple[Labelled, Labelled]], out: Path | None, as_json: bool) -> None:
    """Measures, keeps and shows."""
    found = sorted(measured(pairs), key=lambda figure: headlines_first(figure.name))
    head = head | {"tellings": sum(len(gold.tellings) for gold, _ in pairs), "by": _by(pairs)}
    if out:
        out.write_text(json.dumps(_whole(head, found), ensure_ascii=False, indent=1) + "\n", "utf-8")
    _show(head, found, as_json)


def _whole(head: dict[str, Any], found: Iterable[Figure]) -> dict[str, Any]:
    return head | {"figures": [figure.as_json() for figure in found]}


def _show(head: dict[str, Any], found: Iterable[Figure], as_json: bool) -> None:
    if as_json:
        printing.json_lines([_whole(head, found)])
        return
    table = Table("figure", "precision", "recall", "F1", "95 %", "n", title=f"{head['set']}: {head['by']}")
    for figure in found:
        table.add_row(figure.name, *_cells(figure))
    printing.console().print(table)


def _cells(figure: Figure) -> Iterator[str]:
    for share in (figure.score.precision, figure.score.recall, figure.score.f1):
        yield "" if share is None else f"{share:.3f}"
    yield "" if figure.low is None or figure.high is None else f"{figure.low:.2f}–{figure.high:.2f}"
    yield f"{figure.score.gold:g}"
