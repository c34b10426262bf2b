"""`counterclaim control`: who said that a place is held by whom, and when."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click
from rich.table import Table

from counterclaim import printing
from counterclaim.drawing.lanes_svg import lanes_svg
from counterclaim.masking.shown import Shown
from counterclaim.opening import open_shown
from counterclaim.options import as_json as json_option
from counterclaim.options import day, ledger_option, names_option
from counterclaim.views import placing
from counterclaim.views.control import Asked, Control, Lane, Mark, control
from counterclaim.views.placing import Found, Meant
from counterclaim.views.spoken import dated, held, meanings
from counterclaim.views.tracing import counted, shortened

WORDS = 200  # code points of a content in the terminal
LISTED = 12  # places of one name in the terminal


@click.command(name="control")
@click.argument("place")
@click.option("--since", metavar="DAY", callback=day, help="Told in reports published that day or later.")
@click.option("--until", metavar="DAY", callback=day, help="Told in reports published that day or earlier.")
@click.option("--svg", metavar="FILE", help="Draw the lanes instead: an SVG picture; - for stdout.")
@click.option("--theatre", metavar="NAME|FOLDER", help="The conflict's data pack. [default: all that come with it]")
@ledger_option
@names_option
@json_option
def control_command(
    place: str,
    since: str | None,
    until: str | None,
    *,
    svg: str | None,
    theatre: str | None,
    ledger: str | None,
    names: bool,
    as_json: bool,
) -> None:
    """Show who said that a place is held by whom, and when: a lane for each claimant, blanks left blank.

    PLACE is a gazetteer id, or a name in any spelling, Latin or Cyrillic. Of several places of that name the one that
    the ledger tells of is meant; where it may tell of several they are listed: exit 1, give the id.
    """
    if svg == "-" and as_json:
        raise click.UsageError("Picture and JSON cannot both go to stdout. Give --svg a file, or leave --json.")
    with open_shown(ledger, names=names) as shown, shown.store.snapshot():
        found = control(shown, _place(shown, place, theatre), Asked(since, until))
        if svg:
            _draw(found, svg)
        if as_json:
            printing.json_lines(found.as_json())
        elif not svg:
            _show(found)


def _place(shown: Shown, name: str, theatre: str | None) -> Found:
    """The place asked for. Where none or several may be meant it says so, and ends."""
    one = placing.by_id(name, theatre)
    if one:
        return one
    meant = placing.by_name(name, theatre)
    counted_at = shown.store.tellings_at([each.found.place.id for each in meant])
    told = {id_: by_state.total() for id_, by_state in counted_at.items()}
    likely = placing.likely(meant, told)
    if likely:
        return likely.found
    if not meant:
        printing.say(f"No place is called “{name}”. Try another spelling; `counterclaim gazetteer NAME` lists places.")
    else:
        _list(name, meant, told)
    sys.exit(1)


def _list(name: str, meant: list[Meant], told: dict[str, int]) -> None:
    """The places that a name may mean, those that the ledger tells of first."""
    found = sorted(meant, key=lambda one: -told.get(one.found.place.id, 0))
    for one in found[:LISTED]:
        number = told.get(one.found.place.id, 0)
        about = f": {counted(number, 'telling')} may mean it" if number else ""
        place = f"{one.found.place.id}  {one.found.full_name} ({one.found.place.category})"
        printing.console().print(printing.plain(f"{place}: {one.named.how}{about}"), soft_wrap=True)
    more = f" {len(found) - LISTED} more: `counterclaim gazetteer {name}`." if len(found) > LISTED else ""
    printing.say(f"Several places are called “{name}” or nearly so: give the id of the one you mean.{more}")


def _draw(found: Control, path: str) -> None:
    picture = lanes_svg(found)
    if path == "-":
        click.echo(picture.encode(), nl=False)
        return
    Path(path).write_text(picture, encoding="utf-8", newline="\n")
    printing.say(f"{path}: written. The picture shows {found.full_name} [{found.id}].")


def _show(found: Control) -> None:
    """A table: each claimant's marks together."""
    table = Table(expand=True, title=printing.plain(f"{found.full_name} [{found.id}]"), title_justify="left")
    for name, share in (("who", 4), ("day", 3), ("held by", 5), ("words", 7), ("claim", None)):
        table.add_column(name, ratio=share, no_wrap=share is None, overflow="fold")
    for lane in found.lanes:
        for at, mark in enumerate(lane.marks):
            who = _who(found, lane) if at == 0 else ""
            table.add_row(*map(printing.plain, (who, *_cells(found, mark))), end_section=mark is lane.marks[-1])
    if table.row_count:
        printing.console().print(table)
    claims = {mark.claim for mark in found.marks}
    printing.say(f"{counted(len(claims), 'claim')} by {counted(len(found.lanes), 'claimant')}. {BLANKS}")


BLANKS = "A claim is about the days that it names; where nobody claims anything, nothing is known from here."


def _who(found: Control, lane: Lane) -> str:
    return f"{lane.claimant.label}\n[{found.party(lane.claimant.party)}]"


def _cells(found: Control, mark: Mark) -> Iterator[str]:
    yield dated(mark)
    yield "\n".join(filter(None, (held(found, mark), *meanings(mark))))
    more = f"\n[told in {counted(mark.reports, 'report')}]" if mark.reports > 1 else ""
    yield f"“{shortened(mark.content, WORDS)}”{more}"
    yield mark.claim
