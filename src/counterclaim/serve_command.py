"""`counterclaim serve`: the ledger in a browser."""

import webbrowser
from pathlib import Path

import click

from counterclaim import printing
from counterclaim.opening import ledger_path
from counterclaim.options import ledger_option, names_option
from counterclaim.web.safety import origin
from counterclaim.web.served import Served
from counterclaim.web.serving import PORT, address, listening
from counterclaim.web.serving import serve as run


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="An address of this machine that only it reaches.")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0 takes a free one.")
@click.option("--tiles", metavar="ADDRESS", help="Map tiles: https://host/{z}/{x}/{y}.png. [default: none, no network]")
@click.option("--open", "opens", is_flag=True, help="Open the page in your browser.")
@ledger_option
@names_option
def serve(host: str, port: int, tiles: str | None, ledger: str | None, *, opens: bool, names: bool) -> None:
    """Show the ledger in a browser; nothing is changed, and only this machine reaches it."""
    if tiles:
        origin(tiles)
    served = Served(Path(ledger_path(ledger)), names=names, tiles=tiles)
    listener = listening(host, port)
    where = address(listener)

    def started() -> None:
        printing.say(f"{served.path} is shown at {where} (Ctrl+C ends it)")
        if opens:
            webbrowser.open(where)

    run(served, listener, started)
