"""`counterclaim theatre …`: a conflict's data pack is checked."""

import json
import sys
from pathlib import Path

import click

from counterclaim import printing
from counterclaim.options import FOLDER
from counterclaim.theatres.geonames import imported
from counterclaim.theatres.rosterindex import FILE, made
from counterclaim.theatres.theatre import faults, outline


@click.group()
def theatre() -> None:
    """Look after theatres: a conflict's places, parties, actors and words (docs/theatres.md)."""


@theatre.command()
@click.argument("name", metavar="FOLDER|NAME")
def check(name: str) -> None:
    """Say what is wrong in a theatre, row by row; exit 1 on any fault."""
    found = faults(name)
    for fault in found:
        click.echo(fault)
    printing.say(f"{name}: {len(found)} faults" if found else f"{name}: sound")
    sys.exit(1 if found else 0)


@theatre.command()
@click.argument("path", metavar="FOLDER", type=FOLDER)
def index(path: Path) -> None:
    """Write the index of a theatre's roster anew (roster.json), so that a large one opens at once."""
    written = json.dumps(made(path, outline(path)), ensure_ascii=False, separators=(",", ":"))
    (path / FILE).write_text(written + "\n", "utf-8")
    printing.say(f"{path / FILE}: written")


@theatre.command()
@click.argument("extract", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--into", type=FOLDER, required=True, help="The theatre's folder; it holds a theatre.yml.")
def geonames(extract: Path, into: Path) -> None:
    """Make the gazetteer of a theatre of your own from a GeoNames EXTRACT (UA.txt)."""
    printing.say(f"{imported(extract, into)} places written into {into}")
