"""Reads a text that a person hands over: one at a time, within a limit, and keeps nothing of it."""

import threading
import time
from dataclasses import replace
from io import BytesIO
from pathlib import PurePath

import anyio
from starlette.concurrency import run_in_threadpool

from counterclaim.errors import CounterclaimError, InputError
from counterclaim.intake.formats import by_suffix
from counterclaim.intake.inputs import STDIN, Input, inputs
from counterclaim.model.issue import Issue
from counterclaim.pipeline import Asked, Reading, read_input
from counterclaim.web.words import words

LIMIT = 200_000  # bytes of a text
PATIENCE = 20.0  # seconds that a text waits for another to be read
LOOKS = 0.05  # seconds between two looks whether it is its turn
TURN = threading.Lock()


class ReaderBusyError(CounterclaimError):
    """Another text is still being read."""


def read_bytes(name: str, raw: bytes, theatre: str | None = None) -> Reading:
    """What is read from `raw`, which is of the format that `name` or else its beginning tells; nothing is kept.

    `name` is a file's name, or `-` for a text that has none. Of JSON Lines the first line is read, and an Issue says
    how many there are. Whatever goes wrong is an Issue of the reading. Raises InputError `size` past LIMIT, ModelError
    where no reader can be loaded.
    """
    if len(raw) > LIMIT:
        say = words().text
        message = say("try.too_large", size=f"{len(raw):,}", limit=f"{LIMIT:,}")
        raise InputError("size", message, say("try.too_large_remedy"))
    given, *more = _inputs(PurePath(name).name or STDIN, raw)
    found = read_input(given, Asked(theatre=theatre))
    if not more:
        return found
    say = words().text
    several = Issue("several", given.path, say("try.several", n=f"{len(more) + 1:,}"), say("try.several_remedy"))
    return replace(found, issues=(several, *found.issues))


async def read_in_turn(name: str, raw: bytes, theatre: str | None = None) -> Reading:
    """The same, when no other text is being read. Raises ReaderBusyError where that takes longer than PATIENCE."""
    last = time.monotonic() + PATIENCE
    while not TURN.acquire(blocking=False):
        if time.monotonic() > last:
            raise ReaderBusyError(words().text("try.busy"), words().text("try.busy_remedy"))
        await anyio.sleep(LOOKS)
    try:
        return await run_in_threadpool(read_bytes, name, raw, theatre)
    finally:
        TURN.release()


def _inputs(name: str, raw: bytes) -> list[Input | Issue]:
    form = by_suffix(PurePath(name))
    if form not in (None, "jsonl"):
        return [Input(name, name, raw, form)]
    found = list(inputs([STDIN], stdin=BytesIO(raw), limit=LIMIT))
    if not found:
        return [Input(name, name, raw, "text")]
    return [replace(one, path=_renamed(one.path, name), location=_renamed(one.location, name)) for one in found]


def _renamed(path: str, name: str) -> str:
    return name + path.removeprefix(STDIN)
