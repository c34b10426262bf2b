"""Kills `counterclaim add` with SIGKILL at random moments: nothing committed may be lost, nothing doubled.

`python benchmarks/kills.py --runs 100`; exits 1 on any loss. A report counts as committed once `add --json` has
printed its line.
"""

import json
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

import click

from counterclaim.ledger.store import Store

from made_up import write

COUNTERCLAIM = (sys.executable, "-m", "counterclaim")


@dataclass
class Outcome:
    """What all runs together showed."""

    runs: int = 0
    killed: int = 0
    committed: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)


def run_and_kill(ledger: Path, folder: Path, seconds: float) -> tuple[bool, set[str]]:
    """Starts `add` and kills it after `seconds`: whether it was killed, and the reports it said it had added."""
    command = [*COUNTERCLAIM, "add", str(folder), "--ledger", str(ledger), "--json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    timer = threading.Timer(seconds, process.send_signal, [signal.SIGKILL])
    timer.start()
    output, _ = process.communicate()
    timer.cancel()
    whole = [json.loads(line) for line in output.split("\n")[:-1]]
    return process.returncode == -signal.SIGKILL, {line["report"] for line in whole if line["state"] == "added"}


def look(ledger: Path, outcome: Outcome) -> int:
    """Checks the ledger as the killed process left it; returns how many reports it holds."""
    if not ledger.exists() or not ledger.stat().st_size:
        return 0
    with Store(ledger) as store:
        held = [report.id for report in store.reports()]
        outcome.faults += [f"lost {name}" for name in outcome.committed - set(held)]
        outcome.faults += [f"{len(held)} reports, {len(set(held))} of them different"] * (len(held) != len(set(held)))
        outcome.faults += [f"{item.where}: {item.what}" for item in store.verify().differences]
    return len(held)


def kill_many(runs: int, reports: int, seed: int, folder: Path) -> Outcome:
    """Runs and kills `add` `runs` times; a ledger that is complete is checked and put away for a new one."""
    draw, outcome = random.Random(seed), Outcome()
    write(folder / "reports", reports)
    ledger = folder / "0.db"
    started = time.monotonic()
    run_and_kill(folder / "whole.db", folder / "reports", 600)
    whole = time.monotonic() - started
    while outcome.killed < runs:
        killed, added = run_and_kill(ledger, folder / "reports", draw.uniform(0.02, whole))
        outcome.runs += 1
        outcome.killed += killed
        outcome.committed |= added
        held = look(ledger, outcome)
        if not killed:
            outcome.faults += [f"{held} of {reports} reports after a whole run"] * (held != reports)
            ledger, outcome.committed = folder / f"{outcome.runs}.db", set()
    return outcome


@click.command()
@click.option("--runs", default=100, show_default=True, help="How often to kill it.")
@click.option("--reports", default=150, show_default=True, help="How many reports it is adding.")
@click.option("--seed", default=1, show_default=True)
def main(runs: int, reports: int, seed: int) -> None:
    """Kills `add` at random moments and looks what is left."""
    with tempfile.TemporaryDirectory() as folder:
        outcome = kill_many(runs, reports, seed, Path(folder))
    click.echo(f"{outcome.killed} killed of {outcome.runs} runs, {len(outcome.faults)} faults")
    for fault in outcome.faults:
        click.echo(fault)
    sys.exit(1 if outcome.faults else 0)


if __name__ == "__main__":
    main()
