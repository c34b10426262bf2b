"""A real `counterclaim serve`, in a process of its own, and what a person would do to get there."""

import os
import re
import signal
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

COUNTERCLAIM = (sys.executable, "-m", "counterclaim")
SHOWN_AT = re.compile(r"shown at (http://\S+)/")
PATIENCE = 60  # seconds until it must say where


def command(*arguments: object, ledger: Path) -> None:
    """Runs `counterclaim` with these arguments. Raises RuntimeError, with what it says, where it does not end well."""
    called = [*COUNTERCLAIM, *map(str, arguments), "--ledger", str(ledger)]
    done = subprocess.run(called, check=False, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"counterclaim {arguments[0]}: {done.stderr}")


@contextmanager
def serving(ledger: Path, *options: str) -> Iterator[str]:
    """The address, without the last slash, at which a server shows `ledger` on a free port while this lasts."""
    called = [*COUNTERCLAIM, "serve", "--port", "0", "--ledger", str(ledger), *options]
    quiet = os.environ | {"NO_COLOR": "1", "COLUMNS": "400"}
    process = subprocess.Popen(
        called,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
        env=quiet,
        process_group=0,  # who interrupts a benchmark with Ctrl+C does not interrupt the server
    )
    impatient = threading.Timer(PATIENCE, process.kill)
    impatient.start()
    said = deque[str](maxlen=100)
    reading = threading.Thread(target=said.extend, args=(process.stderr or (),), daemon=True)
    try:
        where = _where(process)
        impatient.cancel()
        # What it says later is read, or it would wait for that, and told at the end.
        reading.start()
        yield where
    finally:
        impatient.cancel()
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            process.kill()
        with process:  # waits, and closes what it wrote into
            if reading.ident:
                reading.join()
        sys.stderr.write("".join(said))


def _where(process: subprocess.Popen[str]) -> str:
    said = []
    for line in process.stderr or ():
        said.append(line)
        if match := SHOWN_AT.search(line):
            return match[1]
    raise RuntimeError(f"the server did not start: {''.join(said)}")
