"""The process that goes through a ledger for the figures of outlets, beside the server that shows them.

`python -m counterclaim.web.figuring LEDGER [--names]` takes the seals of what the server has already, as JSON, from the
first line of stdin, and writes a step a line to stdout: one pass now, another after each change of the ledger. It ends
when stdin does, whatever became of the server.
"""

import json
import os
import sys
import threading
import time
from collections.abc import Sequence
from pathlib import Path

from counterclaim.errors import CounterclaimError
from counterclaim.ledger.store import Store
from counterclaim.ledger.versions import Versions
from counterclaim.masking.shown import Shown
from counterclaim.views.outlet_passes import Passes

PATIENCE = 1.0  # seconds between two looks at the ledger
SHARE = 8  # after a pass it rests so many times as long as that took: an `add` that goes on must not keep it busy
LONGEST = 30.0  # seconds of rest
LAST = 19  # the least pressing: a page that somebody waits for goes first


def figure(path: Path, known: dict[str, str], *, names: bool) -> None:
    """Writes steps until the process is ended, or another file stands at the ledger's path."""
    with Store(path, write=False) as store, Versions(path) as versions:
        passes = Passes(Shown(store, names=names), versions, known)
        rest = PATIENCE
        while store.is_at_its_path():  # else the server starts it anew
            if versions.changed():
                begun = time.process_time()
                for step in passes.steps():
                    sys.stdout.write(json.dumps(step.as_json()) + "\n")
                    sys.stdout.flush()
                rest = min(max(PATIENCE, SHARE * (time.process_time() - begun)), LONGEST)
            time.sleep(rest)
            rest = PATIENCE


def _end_with_the_server() -> None:
    """Nothing is written to the ledger and nothing is kept, so the process may end at any moment."""
    os.read(sys.stdin.fileno(), 1)
    os._exit(0)


def main(arguments: Sequence[str]) -> int:
    """Exits 4 where the ledger cannot be read."""
    if hasattr(os, "nice"):
        os.nice(LAST)
    known = json.loads(sys.stdin.readline())
    threading.Thread(target=_end_with_the_server, daemon=True).start()
    try:
        figure(Path(arguments[0]), known, names="--names" in arguments[1:])
    except CounterclaimError as error:
        sys.stderr.write(f"Figures of outlets: {error}\n")
    return 4


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
