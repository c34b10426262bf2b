"""The options that several commands have in common."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from counterclaim.errors import InputError
from counterclaim.intake.inputs import LIMIT
from counterclaim.intake.report import theatre_name

DEFAULT_LEDGER = "counterclaim.db"
PORT = 8765  # on which the pages are served
FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
F = TypeVar("F", bound=Callable[..., Any])

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON Lines.")
paths = click.argument("paths", nargs=-1, required=True, metavar="PATH…")


def ledger_option(command: F) -> F:
    """`--ledger`, which every command that uses the ledger takes."""
    text = f"The ledger's file. [default: $COUNTERCLAIM_LEDGER, else {DEFAULT_LEDGER}]"
    option = click.option("--ledger", metavar="PATH", help=text)
    return option(command)


def names_option(command: F) -> F:
    """`--names`, which every command takes that shows or exports what the ledger holds."""
    text = "Show the names of people who hold no office, and of prisoners; they are masked otherwise."
    return click.option("--names", is_flag=True, help=text)(command)


def input_options(command: F) -> F:
    """What `read` and `add` have in common."""
    theatre = click.option(
        "--theatre", metavar="NAME", callback=_theatre, help="The conflict's data pack. [default: ukraine]"
    )
    limit = click.option(
        "--max-bytes", "limit", type=click.IntRange(1), default=LIMIT, show_default=True, help="Largest input."
    )
    return theatre(limit(model_option(command)))


def model_option(command: F) -> F:
    """`--model`, which every command that reads takes."""
    text = "Read by the trained model in this folder. [default: the one in the package]"
    return click.option("--model", type=FOLDER, help=text)(command)


def out_option(command: F) -> F:
    """`--out`, which commands take that measure."""
    place = click.Path(dir_okay=False, path_type=Path)
    return click.option("--out", type=place, help="Keep the figures in this file.")(command)


def _theatre(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    try:
        return value and theatre_name(value)
    except InputError as error:
        raise click.BadParameter(f"“{value}” is no theatre's name. {error.remedy}") from None


def filter_options(command: F) -> F:
    """The filters of a listing of tellings."""
    options = (
        click.option("--kind", help="Of this kind: control_changed, casualties …"),
        click.option("--claimant", help="Whose claimant's name or wording holds this, as far as it is shown."),
        click.option("--party", help="Whose claimant is of this party."),
        click.option(
            "--since",
            metavar="DAY",
            callback=day,
            help="Published that day (2025-12-07) or later; undated reports are left out.",
        ),
        click.option("--text", metavar="WORDS", help='All these words in sentence or sources; "a phrase", begin*.'),
    )
    for option in reversed(options):
        command = option(command)
    return command


def day(_context: click.Context, _parameter: click.Parameter, value: str | None) -> str | None:
    """What an option that takes an ISO 8601 day was given. Raises BadParameter for what is none."""
    try:
        return value and date.fromisoformat(value).isoformat()
    except ValueError:
        raise click.BadParameter(f"{value!r} is not a day; write it as 2025-12-07.") from None
