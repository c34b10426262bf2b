"""What every answer and every request must keep to: headers, hosts, origins, sizes."""

import ipaddress
import re
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import Any
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from counterclaim.errors import BadValueError

NAMED = re.compile(r"(localhost|[\d.]+|\[[\da-f:.]+\])(?::\d{1,5})?", re.IGNORECASE | re.ASCII)  # all of a Host header
LIMIT = 262_144  # bytes of a request's body
SAME = ("same-origin", "none")  # Sec-Fetch-Site of a request that another site did not cause
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with "no-referrer" a browser says of our own forms that they are nobody's
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",  # what is masked or redacted later must not stay in a browser
}
STATIC = {"Cache-Control": "no-cache"}  # files of ours, asked for again by their ETag


def policy(tiles: str | None = None) -> str:
    """The content security policy: nothing but what this server sends, and map tiles from the host asked for."""
    images = " ".join(("'self'", "data:", *([origin(tiles)] if tiles else [])))
    return (
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; "
        f"img-src {images}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )


def origin(tiles: str) -> str:
    """Scheme and host of a template of tile addresses. Raises BadValueError."""
    parts = urlsplit(tiles)
    fit = parts.scheme in ("http", "https") and parts.netloc and not set(parts.netloc) & set(" ;,'\"{}@*")
    if not fit or not all(mark in tiles for mark in ("{z}", "{x}", "{y}")):
        remedy = "Give it as https://host/{z}/{x}/{y}.png, without placeholders in the host."
        raise BadValueError(f"“{tiles}” is no address of map tiles.", remedy)
    return f"{parts.scheme}://{parts.netloc}"


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches that host."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


class Safety:
    """Refuses what comes by another name or from another site or is too large; seals every answer with headers."""

    def __init__(self, app: ASGIApp, *, tiles: str | None = None) -> None:
        self.app = app
        self.headers = HEADERS | {"Content-Security-Policy": policy(tiles)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        headers = Headers(scope=scope)
        refused = _refused(scope["method"], headers)
        app = PlainTextResponse(refused[1], status_code=refused[0]) if refused else self.app
        own = STATIC if scope["path"].startswith("/static/") else {}
        return await app(scope, _limited(receive), _sealed(send, self.headers | own))


def _sealed(send: Send, headers: Mapping[str, str]) -> Send:
    """Sends with these headers, where the answer has no others of the same names."""

    async def sealed(message: Message) -> None:
        if message["type"] == "http.response.start":
            found = MutableHeaders(scope=message)
            for name, value in headers.items():
                found.setdefault(name, value)
        await send(message)

    return sealed


def _refused(method: str, headers: Headers) -> tuple[int, str] | None:
    """Why a request is not taken: status and words."""
    host = headers.get("host", "")
    named = NAMED.fullmatch(host)
    if not named or not is_loopback(named[1]):
        return 421, "This server answers to 127.0.0.1 and localhost only.\n"
    if method not in ("GET", "HEAD") and not _own(headers, host):
        return 403, "This came from another site. Use the form on this server's own page.\n"
    if method in ("GET", "HEAD") and not _is_followed(headers):
        return 403, "Another site may lead to this server's pages, not load them into its own.\n"
    length = headers.get("content-length", "0")
    if not length.isdigit() or int(length) > LIMIT:
        return 413, f"This is too large: a request may hold {LIMIT:,} bytes.\n"
    return None


def _own(headers: Headers, host: str) -> bool:
    """Whether a request that sends something comes from a page of this server, or from no page at all."""
    source = headers.get("origin")
    if source is not None and source != f"http://{host}":
        return False
    return headers.get("sec-fetch-site", "none") in SAME


def _is_followed(headers: Headers) -> bool:
    """Whether what is asked for is asked by our own page, or is a link that a person followed from elsewhere.

    What another site loads into its own page it cannot read, but it could keep this server busy with it.
    """
    return headers.get("sec-fetch-site", "none") in SAME or headers.get("sec-fetch-dest", "document") == "document"


class TooLargeError(Exception):
    """A body that goes on past the limit."""


def _limited(receive: Callable[[], Awaitable[MutableMapping[str, Any]]]) -> Receive:
    held = 0

    async def limited() -> Message:
        nonlocal held
        message = await receive()
        held += len(message.get("body", b""))
        if held > LIMIT:
            raise TooLargeError
        return message

    return limited
