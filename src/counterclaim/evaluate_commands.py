"""`counterclaim evaluate …`: how well reports are read, on labels made beforehand."""

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import click
from rich.table import Table

from counterclaim import printing
from counterclaim.errors import CounterclaimError
from counterclaim.evaluating import realset
from counterclaim.evaluating.figures import measured, read_as
from counterclaim.evaluating.labelled import Labelled, labelled
from counterclaim.evaluating.scores import Figure
from counterclaim.intake.inputs import Input, inputs
from counterclaim.intake.report import report
from counterclaim.model.report import Report
from counterclaim.options import as_json
from counterclaim.pipeline import read_report

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
OUT = click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Keep the figures in this file.")


@click.group()
def evaluate() -> None:
    """Measure how well reports are read; 95 % intervals are by bootstrap over reports."""


@evaluate.command(name="corpus")
@click.argument("folder", type=FOLDER)
@click.option("--second", type=FOLDER, help="Score these labels of the same reports instead of the reader.")
@OUT
@as_json
def on_corpus(folder: Path, second: Path | None, out: Path | None, as_json: bool) -> None:
    """Read labelled reports (ID.txt, ID.json) and compare; with --second, one annotator against the other."""
    others = {one.id: one for one in labelled(second)} if second else None
    gold = [one for one in labelled(folder) if others is None or one.id in others]
    pairs = [(one, _read(one.report, one.id) if others is None else others[one.id]) for one in gold]
    tellings = sum(len(one.tellings) for one in gold)
    _show({"set": str(folder), "reports": len(gold), "tellings": tellings, "by": _by(pairs)}, pairs, out, as_json)


@evaluate.command(name="real")
@click.argument("file", type=FILE)
@click.option("--texts", type=FOLDER, required=True, help="Folder with the pages, saved in any format that is read.")
@click.option("--second", type=FILE, help="Score these labels of the same sentences instead of the reader.")
@OUT
@as_json
def on_real(file: Path, texts: Path, second: Path | None, out: Path | None, as_json: bool) -> None:
    """Read real pages that are at hand and compare with labels that hold no text. Exit 1 under 80 % of the rows."""
    other = {one.id: one for one in realset.rows(second)} if second else None
    wanted = [one for one in realset.rows(file) if other is None or one.id in other]
    reports = list(_reports(texts))
    pages = list(realset.found(wanted, reports))
    at_hand = sum(len(page.sentences) for page in pages)
    printing.say(f"{at_hand} of {len(wanted)} rows have their text in {texts}.")
    if at_hand < realset.LEAST * len(wanted):
        printing.say(f"No figure is given under {realset.LEAST:.0%}: find more of the pages again by their address.")
        sys.exit(1)
    if other is None:
        pairs = [(page.gold, page.within(_read(page.gold.report, page.gold.id))) for page in pages]
    else:
        theirs = {page.gold.id: page.gold for page in realset.found([other[one.id] for one in wanted], reports)}
        pairs = [(page.gold, theirs[page.gold.id]) for page in pages]
    tellings = sum(len(page.gold.tellings) for page in pages)
    head = {"set": file.name, "reports": len(pages), "rows": at_hand, "rows_without_text": len(wanted) - at_hand}
    _show(head | {"tellings": tellings, "by": _by(pairs)}, pairs, out, as_json)


def _reports(folder: Path) -> Iterator[Report]:
    """The reports in a folder; one that cannot be read is named and passed over."""
    for given in inputs([str(folder)]):
        try:
            if isinstance(given, Input):
                yield report(given)[0]
        except CounterclaimError as error:
            printing.say(f"{given.path}: {error}")


def _read(made: Report, name: str) -> Labelled:
    by, tellings = read_report(made)
    return read_as(made, tellings, name, by)


def _by(pairs: Iterable[tuple[Labelled, Labelled]]) -> str:
    return ", ".join(sorted({found.by for _, found in pairs if found.by}))


def _show(head: dict[str, Any], pairs: list[tuple[Labelled, Labelled]], out: Path | None, as_json: bool) -> None:
    figures = measured(pairs)
    whole = head | {"figures": [figure.as_json() for figure in figures]}
    if out:
        out.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", "utf-8")
    if as_json:
        printing.json_lines([whole])
        return
    table = Table("figure", "precision", "recall", "F1", "95 %", "n", title=f"{head['set']}: {head['by']}")
    for figure in figures:
        table.add_row(figure.name, *_cells(figure))
    printing.console().print(table)


def _cells(figure: Figure) -> Iterator[str]:
    for share in (figure.score.precision, figure.score.recall, figure.score.f1):
        yield "" if share is None else f"{share:.3f}"
    yield "" if figure.low is None or figure.high is None else f"{figure.low:.2f}–{figure.high:.2f}"
    yield f"{figure.score.gold:g}"
