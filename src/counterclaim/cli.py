"""The command line: parses, calls the pipeline or the ledger, prints. Data on stdout, everything else on stderr.

Exit codes: 0 done (inputs that could not be read are on record and were named); 1 the answer is no: `verify` found a
difference, or an id is not held; 2 wrong usage; 3 none of the inputs could be taken; 4 the ledger cannot be used;
5 the output cannot be written; 130 interrupted.
"""

import sys
from collections import deque
from itertools import islice
from pathlib import Path
from typing import Any

import click

from counterclaim import pipeline, printing, progress, streams
from counterclaim.claim_commands import claims, outlets, trace
from counterclaim.control_commands import control_command
from counterclaim.corpus_commands import corpus
from counterclaim.errors import CounterclaimError, LedgerDamagedError, LedgerError
from counterclaim.evaluate_commands import evaluate
from counterclaim.export.exports import export, formats
from counterclaim.intake.inputs import count
from counterclaim.ledger.search import Filters
from counterclaim.ledger.verification import Verification
from counterclaim.linking.linker import Rules
from counterclaim.masking.shown import Shown
from counterclaim.model.telling import Telling
from counterclaim.news_commands import new
from counterclaim.opening import open_shown, open_store
from counterclaim.options import PORT, as_json, filter_options, input_options, ledger_option, names_option, paths
from counterclaim.pipeline import Asked, explained_words
from counterclaim.place_commands import gazetteer_command, ground
from counterclaim.review_commands import review
from counterclaim.roster_commands import roster_command
from counterclaim.serve_command import serve
from counterclaim.tally import Tally
from counterclaim.theatre_commands import theatre as theatre_group


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="counterclaim")
@click.option("--ledger", "group_ledger", metavar="PATH", help="The ledger's file, for any command.")
@click.pass_context
def cli(context: click.Context, group_ledger: str | None) -> None:
    """Keeps a ledger of who says what, on whose say-so, read from reports of a war."""
    context.obj = group_ledger


@cli.command()
@ledger_option
def init(ledger: str | None) -> None:
    """Make an empty ledger; one that exists stays as it is, one of an older format is brought up to date."""
    with open_store(ledger, write=True) as store:
        there = "brought up to date" if store.upgraded else "is a ledger already; nothing was changed"
        printing.say(f"{store.path}: {'made' if store.created else there}")


@cli.command()
@paths
@ledger_option
@input_options
@as_json
def add(paths: tuple[str, ...], ledger: str | None, as_json: bool, **asked: Any) -> None:
    """Read files, folders or - (stdin) and keep what is new.

    Interrupted, run it again: it goes on where it stopped.
    """
    with open_store(ledger, write=True) as store:
        tally = Tally()
        readings = tally.counted(progress.followed(pipeline.add(store, paths, Asked(**asked)), count(paths)))
        outcomes = (reading.as_json() for reading in readings)
        printing.json_lines(outcomes) if as_json else deque(outcomes, maxlen=0)
    _close(tally)


@cli.command()
@paths
@input_options
@as_json
def read(paths: tuple[str, ...], as_json: bool, **asked: Any) -> None:
    """Read files, folders or - (stdin) and print their tellings; nothing is kept."""
    tally = Tally()
    readings = tally.counted(progress.followed(pipeline.read(paths, Asked(**asked)), count(paths)))
    lines = (telling.as_json() for reading in readings for telling in reading.tellings)
    (printing.json_lines if as_json else printing.tellings)(lines)
    _close(tally)


def _close(tally: Tally) -> None:
    """Says what became of a batch; exits with 3 where none of the inputs could be taken."""
    printing.say(str(tally))
    if tally.failed_all:
        sys.exit(3)


@cli.command()
@filter_options
@ledger_option
@names_option
@as_json
def tellings(ledger: str | None, names: bool, as_json: bool, **filters: Any) -> None:
    """List tellings: who says what, in which report."""
    with open_shown(ledger, names=names) as shown:
        (printing.json_lines if as_json else printing.tellings)(shown.lines(Filters(**filters)))


@cli.command()
@click.option("--text", metavar="WORDS", help='Holding all these words; "a phrase", begin*.')
@ledger_option
@names_option
@as_json
def reports(text: str | None, ledger: str | None, names: bool, as_json: bool) -> None:
    """List the reports held, those in languages that are not read yet among them."""
    with open_shown(ledger, names=names) as shown:
        found = shown.reports(text)
        if as_json:
            printing.json_lines(report.as_public_json() | {"title": report.title} for report in found)
        else:
            printing.reports(found)


@cli.command()
@ledger_option
@names_option
@as_json
def issues(ledger: str | None, names: bool, as_json: bool) -> None:
    """List the inputs that could not be taken, or not wholly, and what to do."""
    with open_shown(ledger, names=names) as shown:
        (printing.json_lines if as_json else printing.issues)(shown.issues())


@cli.command()
@click.argument("name", metavar="ID")
@click.option("--text", "as_text", is_flag=True, help="Of a report: its text alone, exactly as offsets count it.")
@ledger_option
@names_option
@as_json
def show(name: str, as_text: bool, ledger: str | None, names: bool, as_json: bool) -> None:
    """Show a telling (t_…), a report (r_…) or an issue (i_…)."""
    with open_shown(ledger, names=names) as shown:
        if name.startswith("i_"):
            found = [issue for issue in shown.issues() if issue["id"] == name]
            (printing.json_lines if as_json else printing.issues)(found)
            sys.exit(0 if found else 1)
        if name.startswith("t_"):
            line = shown.telling(name)
            printing.json_lines([line]) if as_json else printing.telling(line)
            return
        report = shown.report(name)
        if as_text:
            click.echo(printing.plain(report.text) if sys.stdout.isatty() else report.text.encode(), nl=False)
        elif as_json:
            printing.json_lines([report.as_json() | _explained(shown, name)])
        else:
            printing.report_card(report, shown.lines(Filters(report=name)))


def _explained(shown: Shown, name: str) -> dict[str, Any]:
    """What a report's JSON tells beside the report itself."""
    report = shown.store.report(name)
    told = [Telling.from_json(line, report) for line in shown.store.lines(Filters(report=name))]
    words: dict[str, Any] = shown.made_from(name, explained_words(report, told))
    return {"version": report.version, "tellings": [telling.id for telling in told]} | words


@cli.command()
@ledger_option
@as_json
def status(ledger: str | None, as_json: bool) -> None:
    """Say what the ledger holds, in numbers."""
    with open_store(ledger) as store:
        values = store.status()
        printing.json_lines([values]) if as_json else printing.status(values)


@cli.command()
@ledger_option
@as_json
def verify(ledger: str | None, as_json: bool) -> None:
    """Recompute every hash and span; exit 1 on any difference."""
    try:
        with open_store(ledger) as store:
            found = store.verify(Rules())
    except LedgerDamagedError as error:
        found = Verification.unreadable("file", error.message)
    printing.json_lines([found.as_json()]) if as_json else printing.verification(found)
    sys.exit(1 if found.differences else 0)


@cli.group(name="export")
def export_group() -> None:
    """Write what is held in a format for other tools."""


@export_group.command(name="tellings")
@click.option("--format", "form", type=click.Choice(formats()), default="jsonl", show_default=True)
@filter_options
@ledger_option
@names_option
def export_tellings(form: str, ledger: str | None, names: bool, **filters: Any) -> None:
    """Write tellings to stdout."""
    with open_shown(ledger, names=names) as shown:
        for line in export(form)(shown.lines(Filters(**filters))):
            click.echo(line.encode())


@cli.command()
@ledger_option
@names_option
@as_json
def demo(ledger: str | None, names: bool, as_json: bool) -> None:
    """Fill the ledger with abstracts of real reports of December 2025 and show what they say of one village."""
    with open_store(ledger, write=True) as store:
        folder = [str(demo_folder())]
        tally = Tally()
        deque(tally.counted(progress.followed(pipeline.add(store, folder, Asked()), count(folder))), maxlen=0)
        _close(tally)
        shown = Shown(store, names=names)
        (printing.json_lines if as_json else printing.tellings)(shown.lines(Filters(text="Rovno")))
        printing.say(f"Ledger: {store.path}. Next: counterclaim trace Rovno, control Pokrovsk, claims, outlets, new")
        page = "".join(f"claims/{claim['id']}" for claim in islice(shown.found("Rovno", standing=False), 1))
        printing.say(f"In a browser: counterclaim serve, then http://127.0.0.1:{PORT}/{page}")


COMMANDS = (
    new, claims, trace, outlets, serve, review, corpus, evaluate, theatre_group, gazetteer_command, ground,
    roster_command, control_command,
)  # fmt: skip
for command in COMMANDS:
    cli.add_command(command)


def demo_folder() -> Path:
    """Where the abstracts lie: in the package, or beside it in a checkout."""
    here = Path(__file__).parent
    return next(folder for folder in (here / "demo", here.parents[1] / "demo") if folder.is_dir())


def main() -> None:
    """Runs the command line; every fault of ours becomes a sentence and an exit code."""
    streams.prepare()
    try:
        with cli.make_context("counterclaim", sys.argv[1:]) as context:
            cli.invoke(context)
            sys.stdout.flush()
    except click.exceptions.Exit as end:
        sys.exit(end.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        printing.say("Stopped. What was kept is kept; the same command goes on from here.")
        sys.exit(130)
    except UnicodeEncodeError:
        printing.say("An argument is not written in UTF-8. Give it as text; paths may hold any bytes.")
        sys.exit(2)
    except OSError as error:
        streams.give_up(error)
    except CounterclaimError as error:
        printing.say(str(error))
        sys.exit(4 if isinstance(error, LedgerError) else 1)
