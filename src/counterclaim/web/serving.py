"""Starts the server, on this machine alone."""

import socket
import webbrowser
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import uvicorn

from counterclaim import printing
from counterclaim.errors import CounterclaimError
from counterclaim.masking.warming import warming
from counterclaim.web.app import create
from counterclaim.web.safety import is_loopback, origin
from counterclaim.web.served import Served


class ServeError(CounterclaimError):
    """The server cannot listen where it was asked to."""


def show(path: Path, host: str, port: int, *, tiles: str | None, names: bool, opens: bool) -> None:
    """Serves the ledger at `path` until it is interrupted, and says where; `opens` a browser there.

    Raises BadValueError for `tiles` that are no address, LedgerError, ServeError.
    """
    if tiles:
        origin(tiles)
    served = Served(path, names=names, tiles=tiles)
    listener = listening(host, port)
    where = address(listener)

    def started() -> None:
        printing.say(f"{path} is shown at {where} (Ctrl+C ends it)")
        if opens:
            webbrowser.open(where)

    serve(served, listener, started)


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens there; port 0 takes a free one. Raises ServeError."""
    if not is_loopback(host):
        raise ServeError(
            f"{host} can be reached from other machines, and there are no users and no passwords yet: whoever reaches "
            "the page reads the whole ledger.",
            "Serve on 127.0.0.1, and reach it from elsewhere through a tunnel of your own (ssh -L).",
        )
    address = "127.0.0.1" if host == "localhost" else host.strip("[]")
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    # The protocol is named, or asyncio does not send small answers at once: each would wait 40 ms for the reader.
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((address, port))
        made.listen(128)
    except (OSError, OverflowError) as error:
        made.close()
        raise ServeError(f"Nothing can listen on {host}, port {port} ({error}).", "Give another --port.") from error
    return made


def address(listener: socket.socket) -> str:
    """What to type into a browser."""
    host, port = listener.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"


def serve(served: Served, listener: socket.socket, started: Callable[[], None] = lambda: None) -> None:
    """Serves until it is interrupted; `started` is called when the first page can be asked for."""

    class Announced(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            started()

    config = uvicorn.Config(
        create(served), log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=5,
        proxy_headers=False,  # no proxy stands before it: what another program says of the address counts for nothing
    )  # fmt: skip
    with nullcontext() if served.names else warming(served.path, served.masks):
        Announced(config).run(sockets=[listener])
