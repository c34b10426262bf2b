"""`counterclaim claims`, `trace`, `outlets`: what is claimed, how it travelled, what outlets do with it."""

import re
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import click

from counterclaim import printing, printing_claims, progress
from counterclaim.drawing.trace_svg import trace_svg
from counterclaim.ledger.search import Filters
from counterclaim.ledger.versions import Versions
from counterclaim.masking.shown import Shown
from counterclaim.opening import open_shown
from counterclaim.options import as_json as json_option
from counterclaim.options import filter_options, ledger_option, names_option
from counterclaim.views.outlet_figures import Figures
from counterclaim.views.outlet_passes import Passes, Step
from counterclaim.views.tracing import Trace

ID = re.compile(r"([ctr])_[0-9a-f]+")
SHOWN = 3  # claims of a search in the terminal


@click.command()
@filter_options
@ledger_option
@names_option
@json_option
def claims(ledger: str | None, *, names: bool, as_json: bool, **filters: Any) -> None:
    """List claims: who claims what, in how many reports, from how many independent origins.

    A filter finds the claims of which it finds a telling.
    """
    with open_shown(ledger, names=names) as shown:
        found = shown.claims(Filters(**filters))
        if as_json:
            printing.json_lines(found)
        else:
            printing_claims.claims(_traced(shown, claim) for claim in found)


@click.command()
@click.argument("asked", metavar="ID|TEXT")
@click.option("--svg", metavar="FILE", help="Draw the (best) claim instead: an SVG picture; - for stdout.")
@click.option("--limit", type=click.IntRange(1), help="So many claims. [default: 3 of a search in the terminal]")
@ledger_option
@names_option
@json_option
def trace(asked: str, svg: str | None, limit: int | None, ledger: str | None, *, names: bool, as_json: bool) -> None:
    """Show how a claim travelled: who has it from whom, and what differs in each telling.

    ID is a claim's (c_…), a telling's (t_…), or a report's (r_…: all claims told in it); TEXT finds the claims that are
    told in all these words, best match first; exit 1 where there is none.
    """
    if svg == "-" and as_json:
        raise click.UsageError("Picture and JSON cannot both go to stdout. Give --svg a file, or leave --json.")
    searched = not ID.fullmatch(asked)
    most = limit or (SHOWN if searched and not as_json else sys.maxsize)
    with open_shown(ledger, names=names) as shown:
        found = list(islice(_asked(shown, asked), min(most + 1, sys.maxsize)))
        if not found:
            printing.say(_nothing(asked, searched=searched, names=names))
            sys.exit(1)
        if svg:
            _draw(_traced(shown, found[0]), svg, alone=len(found) == 1)
        if as_json:
            printing.json_lines(found[:most])
        elif not svg:
            for claim in found[:most]:
                printing_claims.trace(_traced(shown, claim))
            if len(found) > most:
                printing.say(f"More claims were found than these {most}: --limit shows more of them.")


def _traced(shown: Shown, claim: dict[str, Any]) -> Trace:
    return Trace(claim, shown.told(claim), shown.beside(claim))


def _asked(shown: Shown, asked: str) -> Iterator[dict[str, Any]]:
    """The claims asked for, best first."""
    named = ID.fullmatch(asked)
    if named is None:
        return shown.found(asked)
    if named[1] == "r":
        return shown.claims(Filters(report=shown.report(asked).id))
    return iter([shown.claim(asked)])


def _nothing(asked: str, *, searched: bool, names: bool) -> str:
    """What to do where nothing was found."""
    if not searched:
        return f"No claim is told in {asked}. `counterclaim show {asked}` shows the report."
    hint = "" if names else " Names that are masked are found with --names only."
    return f"No claim is told in the words “{asked}”. Try fewer; `counterclaim claims` lists all.{hint}"


def _draw(found: Trace, path: str, *, alone: bool) -> None:
    """Writes the picture, and says of what."""
    picture = trace_svg(found)
    if path == "-":
        click.echo(picture.encode(), nl=False)
    else:
        Path(path).write_text(picture, encoding="utf-8", newline="\n")
    where = "" if path == "-" else f"{path}: written. "
    best = "" if alone else " More claims were found; it shows the first only."
    if where or best:
        printing.say(f"{where}The picture shows {found.claim['id']}.{best}")


@click.command()
@ledger_option
@names_option
@json_option
def outlets(ledger: str | None, *, names: bool, as_json: bool) -> None:
    """List outlets: whom they cite, who cites them, which claims they have earliest, what differs in their tellings."""
    found = Figures()
    with open_shown(ledger, names=names) as shown, Versions(shown.store.path) as versions:
        for step in progress.measured("reports and claims", Passes(shown, versions).steps(), _reached):
            found.take(step)
    (printing.json_lines if as_json else printing_claims.outlets)(found.rows())


def _reached(step: Step) -> tuple[int, int]:
    return step.reach.reports + step.reach.claims, step.reach.of_reports + step.reach.of_claims
