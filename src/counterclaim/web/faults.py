"""What a person is told where a page cannot be given; under /api/ the same as JSON."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from counterclaim.errors import (
    BadValueError,
    CounterclaimError,
    InputError,
    LedgerBusyError,
    NotFoundError,
    RedactedError,
    TheatreError,
)
from counterclaim.web.rendering import page
from counterclaim.web.safety import LIMIT, TooLargeError
from counterclaim.web.words import words

STATUS = {
    NotFoundError: 404,
    RedactedError: 410,
    BadValueError: 400,
    InputError: 422,
    TheatreError: 404,
    LedgerBusyError: 503,
}


def ours(request: Request, error: Exception) -> Response:
    """For a fault of the kind that says what to do."""
    assert isinstance(error, CounterclaimError)  # noqa: S101 registered for these alone
    status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 500)
    return told(request, status, error.message, error.remedy)


def of_http(request: Request, error: Exception) -> Response:
    """For an address that leads nowhere, or a method that it does not take."""
    assert isinstance(error, HTTPException)  # noqa: S101 registered for these alone
    if error.status_code == 404:
        return told(request, 404, words().text("faults.no_page"), words().text("faults.no_page_remedy"))
    return told(request, error.status_code, error.detail, "")


def too_large(request: Request, _error: Exception) -> Response:
    """For a body past the limit."""
    return told(request, 413, words().text("faults.too_large", limit=f"{LIMIT:,}"), "")


def internal(request: Request, _error: Exception) -> Response:
    """For a fault of ours; what went wrong is in the server's terminal, no word of a report is in the answer."""
    return told(request, 500, words().text("faults.internal"), words().text("faults.internal_remedy"))


def told(request: Request, status: int, message: str, remedy: str) -> Response:
    """The answer."""
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": {"message": message, "remedy": remedy}}, status_code=status)
    return page(request, "fault.html", status=status, message=message, remedy=remedy)


HANDLERS = {CounterclaimError: ours, HTTPException: of_http, TooLargeError: too_large, Exception: internal}
