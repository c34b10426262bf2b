"""What a page's function becomes for the server: it gets a reading of the ledger for the time of one request."""

from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from counterclaim.masking.shown import Shown
from counterclaim.web.served import Served


def served(request: Request) -> Served:
    """What this server serves."""
    found: Served = request.app.state.served
    return found


def reading(page: Callable[[Request, Shown], Response]) -> Callable[[Request], Response]:
    """An endpoint that lends `page` a reading of the ledger; it runs in a thread of its own."""

    def endpoint(request: Request) -> Response:
        with served(request).lent() as shown:
            return page(request, shown)

    endpoint.__name__ = page.__name__
    endpoint.__doc__ = page.__doc__
    return endpoint


def query(request: Request) -> dict[str, Any]:
    """What was asked in the address, empty values left out; the last one counts."""
    return {name: value.strip() for name, value in request.query_params.items() if value.strip()}
