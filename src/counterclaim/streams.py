"""Standard streams that may be closed, full, or of a narrow encoding."""

import errno
import io
import os
import sys
from pathlib import Path
from typing import NoReturn


def prepare() -> None:
    """Makes the standard streams safe to use: a closed one becomes nothing, no letter is too much for one."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 open as long as we run
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def give_up(error: OSError) -> NoReturn:
    """Ends the program when its output cannot be written: quietly where nobody reads on, else saying so (5)."""
    quiet = error.errno == errno.EPIPE
    if not quiet:
        os.write(2, f"The output cannot be written: {error.strerror}.\n".encode())
    # What is still buffered would fail again while Python ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.exit(0 if quiet else 5)
