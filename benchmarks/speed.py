"""Reports a second and peak memory of `read` and `add`, as whole processes, at growing numbers of reports.

`python benchmarks/speed.py --sizes 10,100,1000`. Machines differ: compare ratios within one run.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import click
from rich.console import Console
from rich.table import Table

from made_up import write

COUNTERCLAIM = (sys.executable, "-m", "counterclaim")


def measure(command: list[str]) -> tuple[float, float]:
    """Seconds and peak MiB of one run of `command`."""
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise click.ClickException(f"{' '.join(command)} ended with {process.returncode}")
    return time.perf_counter() - started, usage.ru_maxrss / 1024


def runs(size: int, turns: int, folder: Path) -> dict[str, list[tuple[float, float]]]:
    """`turns` runs of each command over `size` reports, in turn."""
    reports = folder / f"reports-{size}"
    write(reports, size)
    found: dict[str, list[tuple[float, float]]] = {"read": [], "add": [], "add again": []}
    for turn in range(turns):
        ledger = str(folder / f"{size}-{turn}.db")
        found["read"].append(measure([*COUNTERCLAIM, "read", str(reports), "--json"]))
        for name in ("add", "add again"):
            found[name].append(measure([*COUNTERCLAIM, "add", str(reports), "--ledger", ledger]))
    return found


@click.command()
@click.option("--sizes", default="10,100,1000", show_default=True)
@click.option("--turns", default=3, show_default=True, help="Runs of each; medians are printed.")
def main(sizes: str, turns: int) -> None:
    """Measures and prints a table."""
    table = Table("reports", "command", "seconds", "reports/s", "peak MiB")
    with tempfile.TemporaryDirectory() as folder:
        for size in map(int, sizes.split(",")):
            for name, results in runs(size, turns, Path(folder)).items():
                seconds, memory = (median(values) for values in zip(*results, strict=True))
                table.add_row(str(size), name, f"{seconds:.2f}", f"{size / seconds:.0f}", f"{memory:.0f}")
    Console().print(table)


if __name__ == "__main__":
    main()
