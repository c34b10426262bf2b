"""Try: a text that a person pastes or drops is read and shown as a report is, and nothing of it is kept."""

from collections.abc import Mapping
from typing import Any

from python_multipart.multipart import parse_options_header
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from counterclaim.errors import BadValueError, CounterclaimError, InputError, TheatreError
from counterclaim.intake.inputs import STDIN
from counterclaim.intake.report import THEATRE
from counterclaim.pipeline import Reading
from counterclaim.theatres.theatre import names
from counterclaim.web.api import answered
from counterclaim.web.endpoints import query
from counterclaim.web.faults import told
from counterclaim.web.pages.report import marked
from counterclaim.web.reading_once import LIMIT, PATIENCE, ReaderBusyError, read_bytes, read_in_turn
from counterclaim.web.rendering import page
from counterclaim.web.words import words

__all__ = ["read_bytes", "routes"]
BUSY = {"Retry-After": str(int(PATIENCE))}
FORM, UTF8 = b"multipart/form-data", b"utf-8"
PART = LIMIT + 1_000  # bytes of a field of the form


def blank(request: Request) -> Response:
    """The form."""
    return _page(request, None)


async def tried(request: Request) -> Response:
    """The text of the form, read."""
    _check_form(request)
    try:
        async with request.form(max_files=1, max_fields=3, max_part_size=PART) as form:
            name, raw, theatre = await _given(form)
        found = await read_in_turn(name, raw, theatre)
    except ReaderBusyError as error:
        return _busy(request, error)
    given = raw.decode(errors="replace") if name == STDIN else ""
    return await run_in_threadpool(_page, request, found, theatre=theatre, given=given)


def _check_form(request: Request) -> None:
    """Raises BadValueError for what is not sent as our form is: a charset of its own could be any of Python's."""
    kind, options = parse_options_header(request.headers.get("content-type"))
    if kind != FORM or options.get(b"charset", UTF8).lower() != UTF8:
        say = words().text
        raise BadValueError(say("try.not_a_form"), say("try.not_a_form_remedy"))


async def _given(form: FormData) -> tuple[str, bytes, str]:
    """Name, bytes and theatre that the form holds. Raises CounterclaimError where it holds none, or too much."""
    say = words().text
    file, text = form.get("file"), form.get("text")
    raw = await file.read() if isinstance(file, UploadFile) else b""
    typed = text if isinstance(text, str) else ""
    if raw and typed.strip():
        raise BadValueError(say("try.both_given"), say("try.both_given_remedy"))
    if not raw and not typed.strip():
        raise BadValueError(say("try.nothing_given"), say("try.nothing_given_remedy"))
    theatre = _theatre(str(form.get("theatre") or THEATRE))
    if raw:
        assert isinstance(file, UploadFile)  # noqa: S101 it had bytes
        return file.filename or STDIN, raw, theatre
    return STDIN, typed.encode(errors="replace"), theatre


def _theatre(name: str) -> str:
    if name not in names():
        say = words().text
        raise TheatreError(say("try.no_theatre"), say("try.no_theatre_remedy", names=", ".join(names())))
    return name


def _page(request: Request, found: Reading | None, *, theatre: str = THEATRE, given: str = "") -> Response:
    form = {"theatres": names(), "theatre": theatre, "given": given, "limit": LIMIT, "found": found}
    status = 422 if found and not found.report else 200
    return page(request, "try.html", status=status, **form, **(_marked(found) if found else {}))


def _marked(found: Reading) -> Mapping[str, Any]:
    if found.report is None:
        return {}
    lines = dict(enumerate((telling.as_json() for telling in found.tellings), 1))
    return marked(found.report, lines, (0, len(found.report.text)), None)


def _busy(request: Request, error: CounterclaimError) -> Response:
    answer = told(request, 503, error.message, error.remedy)
    answer.headers.update(BUSY)
    return answer


async def api_read(request: Request) -> Response:
    """`counterclaim read - --json` of the body: `name` is the file's name, `theatre` the conflict's data pack."""
    asked = query(request)
    try:
        theatre = _theatre(asked.get("theatre", THEATRE))
        found = await read_in_turn(asked.get("name", STDIN), await request.body(), theatre)
    except ReaderBusyError as error:
        return _busy(request, error)
    if found.report is None:
        raise InputError(found.issues[0].code, found.issues[0].message, found.issues[0].remedy)
    return answered(request, (telling.as_json() for telling in found.tellings))


routes = [
    Route("/try", blank, methods=["GET"]),
    Route("/try", tried, methods=["POST"]),
    Route("/api/read", api_read, methods=["POST"]),
]
