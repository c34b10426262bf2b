"""The figures of outlets that the server keeps at hand: a process beside it goes through the ledger, and again after
each change; a page shows the last figures, and of what state of the ledger they are."""

import json
import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from counterclaim.views.outlet_figures import Figures
from counterclaim.views.outlet_passes import Reach, Step

EACH = 2.0  # seconds between two sums of figures that are not whole yet
SMALL = 1_000  # reports; the first figures of so few are there in seconds, so a page waits for them
PATIENCE = 8.0  # seconds
REST = 3.0  # seconds after the start in which the first pages need not share the machine, unless figures are asked for
RESTARTS = (1.0, 60.0)  # seconds until a process that ended is started anew: the first time, and at most


@dataclass(frozen=True, slots=True)
class State:
    """The figures as they were summed up last, most reports first.

    `reach` is how far the last pass is, None before the first; `entry` the log entry, and `at` the time (UTC), of the
    last whole figures, None where there are none yet: then `rows` are of what was read so far.
    """

    rows: tuple[dict[str, Any], ...] = ()
    reach: Reach | None = None
    entry: int | None = None
    at: datetime | None = None

    @property
    def is_whole(self) -> bool:
        """Whether the rows are of a whole ledger, if not the newest state of it."""
        return self.entry is not None


class KeptFigures:
    """The figures of the ledger at `path`, kept up to date between `start` and `close`."""

    def __init__(self, path: Path, *, names: bool = False) -> None:
        self.figures = Figures()
        self._call = [sys.executable, "-P", "-m", "counterclaim.web.figuring", str(path.absolute())]
        self._call += ["--names"] if names else []
        self._state = State()
        self._news = threading.Condition()
        self._closed = threading.Event()
        self._wanted = threading.Event()
        self._process: subprocess.Popen[str] | None = None
        self._thread = threading.Thread(target=self._keep, name="figures of outlets", daemon=True)
        self._summed = 0.0
        self._has_news = True

    def start(self) -> None:
        """Begins with the first figures."""
        self._thread.start()

    def close(self) -> None:
        """Ends the process and drops all figures."""
        self._closed.set()
        self._wanted.set()
        with self._news:
            process = self._process
            self._news.notify_all()
        if process and process.stdin:
            with suppress(OSError):
                process.stdin.close()
        if self._thread.is_alive():
            self._thread.join()
        self.figures.close()

    @property
    def state(self) -> State:
        """The figures as they are."""
        return self._state

    def waited(self, patience: float = PATIENCE) -> State:
        """The figures; the first ones of a small ledger are waited for."""
        self._wanted.set()
        with self._news:
            self._news.wait_for(lambda: self._closed.is_set() or not self._is_soon_there(), timeout=patience)
        return self._state

    def _is_soon_there(self) -> bool:
        state = self._state
        started = self._thread.is_alive() and not state.is_whole
        return started and (state.reach is None or state.reach.of_reports <= SMALL)

    def _keep(self) -> None:
        """Follows one process after another."""
        self._wanted.wait(REST)
        pause = RESTARTS[0]
        while not self._closed.is_set():
            begun = time.monotonic()
            self._follow()
            pause = RESTARTS[0] if time.monotonic() - begun > RESTARTS[1] else min(2 * pause, RESTARTS[1])
            self._closed.wait(pause)

    def _follow(self) -> None:
        """Starts a process and takes what it finds, until one of both ends."""
        with self._news:
            if self._closed.is_set():
                return
            self._process = subprocess.Popen(  # noqa: S603 our own program, with the ledger's path
                self._call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8",
                process_group=0,  # Ctrl+C is for the server, which ends it; in its session, where being nice counts
            )  # fmt: skip
        with self._process as process:
            # A process that is killed leaves half a line, or takes none; one of a program that was updated meanwhile
            # says something else: then there is nothing more to follow.
            with suppress(OSError, ValueError, TypeError, KeyError):
                assert process.stdin  # noqa: S101 both are pipes
                assert process.stdout  # noqa: S101
                process.stdin.write(json.dumps(self.figures.known()) + "\n")
                process.stdin.flush()
                for line in process.stdout:
                    self._take(Step.from_json(json.loads(line)))
            process.kill()

    def _take(self, step: Step) -> None:
        """Takes a step, and sums up where a page should show it."""
        self.figures.take(step)
        state = replace(self._state, reach=step.reach)
        self._has_news |= bool(step.gone or step.reports or step.claims)
        due = not state.is_whole and time.monotonic() - self._summed >= EACH
        if step.gone or due or (step.reach.done and self._has_news):
            state = replace(state, rows=tuple(self.figures.rows()))
            self._summed, self._has_news = time.monotonic(), False
        if step.reach.done:
            state = replace(state, entry=step.reach.entry, at=datetime.now(UTC))
        with self._news:
            self._state = state
            self._news.notify_all()
