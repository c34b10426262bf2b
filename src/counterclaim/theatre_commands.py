"""`counterclaim theatre …`: a conflict's data pack is checked."""

import sys

import click

from counterclaim import printing
from counterclaim.theatres.theatre import faults


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
