"""`counterclaim serve`: the ledger in a browser."""

from contextlib import suppress
from pathlib import Path

import click

from counterclaim.extensions import load
from counterclaim.opening import ledger_path
from counterclaim.options import PORT, ledger_option, names_option

SHOW = "counterclaim.web.serving:show"  # imported when it is asked for: no other command waits for the server's parts


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="An address of this machine that only it reaches.")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="0 takes a free one.")
@click.option("--tiles", metavar="ADDRESS", help="Map tiles: https://host/{z}/{x}/{y}.png. [default: none, no network]")
@click.option("--open", "opens", is_flag=True, help="Open the page in your browser.")
@ledger_option
@names_option
def serve(host: str, port: int, tiles: str | None, ledger: str | None, *, opens: bool, names: bool) -> None:
    """Show the ledger in a browser; nothing is changed, and only this machine reaches it."""
    with suppress(KeyboardInterrupt):  # this is how it ends
        load(SHOW)(Path(ledger_path(ledger)), host, port, tiles=tiles, names=names, opens=opens)
