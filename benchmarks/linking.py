"""What one more report costs to add and link, as the ledger grows: a made-up war, the real linker, one file.

`python benchmarks/linking.py --sizes 1000,10000,100000`. Writes linking.json and linking.svg beside itself. Machines
differ: compare the ratios, which are of one run. It can be interrupted: what was reached is written.
"""

import json
import math
import os
import platform
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from statistics import mean, median, quantiles
from typing import Any

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.table import Table

from counterclaim.evaluating.story_scores import b_cubed
from counterclaim.ledger.search import Filters
from counterclaim.ledger.store import Store
from counterclaim.linking.linker import Rules
from counterclaim.model.claim import Claim, Join
from counterclaim.model.linker import Linker
from counterclaim.model.telling import Telling

from made_up_war import Told, war

HERE = Path(__file__).parent
FIGURES, PICTURE = HERE / "linking.json", HERE / "linking.svg"
WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 760, 340, 60, 40, 120, 40
COLOURS = {"all": "#1b4f72", "linker": "#5499c7", "p90": "#bbbbbb"}
BINS = 8  # points of the curve for each tenfold growth


@dataclass(slots=True)
class Cost:
    """What one report cost: seconds by the clock, of the processor, of it in the linker; what was looked at."""

    tellings: int
    wall: float = 0.0
    cpu: float = 0.0
    linker: float = 0.0
    reports: int = 0
    pairs: int = 0
    joins: int = 0
    component: int = 0
    keys: int = 0


class Counted:
    """A linker that counts what it is asked, and takes its time."""

    def __init__(self, linker: Linker) -> None:
        self.by = linker.by
        self.cost = Cost(0)
        self._linker = linker

    def keys(self, tellings: Sequence[Telling]) -> frozenset[str]:
        """As the linker's."""
        started = time.process_time()
        found = self._linker.keys(tellings)
        self.cost.linker += time.process_time() - started
        self.cost.keys += len(found)
        return found

    def joins(self, ours: Sequence[Telling], theirs: Sequence[Telling]) -> list[Join]:
        """As the linker's."""
        started = time.process_time()
        found = self._linker.joins(ours, theirs)
        self.cost.linker += time.process_time() - started
        if ours is not theirs:
            self.cost.reports += 1
            self.cost.pairs += len(ours) * len(theirs)
        self.cost.joins += len(found)
        return found

    def claims(
        self, tellings: Sequence[Telling], joins: Sequence[Join], reports: Sequence[Sequence[Telling]]
    ) -> list[Claim]:
        """As the linker's."""
        started = time.process_time()
        found = self._linker.claims(tellings, joins, reports)
        self.cost.linker += time.process_time() - started
        self.cost.component += len(tellings)
        return found


@dataclass(slots=True)
class Run:
    """A ledger that grows, with what each report cost."""

    store: Store
    linker: Counted
    costs: list[Cost] = field(default_factory=list)
    truth: dict[str, str] = field(default_factory=dict)

    def add(self, told: Told) -> None:
        """Adds a report and keeps what it cost."""
        self.linker.cost = Cost(len(told.tellings))
        wall, cpu = time.perf_counter(), time.process_time()
        self.store.add_report(told.report, told.tellings, reader="made-up/1", linker=self.linker)
        self.linker.cost.cpu = time.process_time() - cpu
        self.linker.cost.wall = time.perf_counter() - wall
        self.costs.append(self.linker.cost)
        self.truth |= {telling.id: claim for telling, claim in zip(told.tellings, told.claims, strict=True)}

    def size(self) -> int:
        """Bytes of the ledger's files."""
        return sum(path.stat().st_size for path in map(Path, self.store.files()) if path.exists())

    def figures(self, probe: int, seconds: float) -> dict[str, Any]:
        """What the last `probe` reports cost, of a small ledger its later half; and what the ledger holds."""
        last = self.costs[-min(probe, len(self.costs) // 2 or 1) :]
        claims = [claim["tellings"] for claim in self.store.claims(Filters())]
        found = {name: number for number, names in enumerate(claims) for name in names}
        score = b_cubed(self.truth, found)
        return {
            "tellings": len(self.truth),
            "reports": len(self.costs),
            "probed": len(last),
            **spread("wall ms", [1000 * one.wall for one in last]),
            **spread("cpu ms", [1000 * one.cpu for one in last]),
            **spread("cpu ms in the linker", [1000 * one.linker for one in last]),
            **spread("reports compared", [one.reports for one in last]),
            **spread("pairs of tellings", [one.pairs for one in last]),
            **spread("tellings clustered", [one.component for one in last]),
            **spread("keys", [one.keys for one in last]),
            "tellings a report": round(mean(one.tellings for one in last), 2),
            "joins a report": round(mean(one.joins for one in last), 2),
            "bytes a telling": round(self.size() / len(self.truth)),
            "claims": len(claims),
            "claims made": len(set(self.truth.values())),
            "B3 precision": round(score.precision or 0.0, 4),
            "B3 recall": round(score.recall or 0.0, 4),
            "seconds in all": round(seconds, 1),
        }

    def curve(self) -> Iterator[dict[str, float]]:
        """Medians over stretches of the ledger's growth, equally long on a log scale."""
        stretches: dict[int, list[tuple[int, Cost]]] = {}
        held = 0
        for cost in self.costs:
            held += cost.tellings
            stretches.setdefault(int(math.log10(max(held, 1)) * BINS), []).append((held, cost))
        for found in stretches.values():
            if len(found) >= BINS:
                yield {
                    "tellings": median(size for size, _ in found),
                    "all": round(1000 * median(cost.cpu for _, cost in found), 2),
                    "linker": round(1000 * median(cost.linker for _, cost in found), 2),
                    "p90": round(1000 * tenth([cost.cpu for _, cost in found]), 2),
                }


def spread(name: str, values: Sequence[float]) -> dict[str, float]:
    """Median and 90th percentile, by their names."""
    return {name: round(median(values), 2), f"{name}, p90": round(tenth(values), 2)}


def tenth(values: Sequence[float]) -> float:
    """The value that a tenth of `values` exceeds."""
    return quantiles(values, n=10, method="inclusive")[-1] if len(values) > 1 else values[0]


def measured(run: Run, sizes: Sequence[int], probe: int, seed: int, seconds: float) -> Iterator[dict[str, Any]]:
    """Figures at each of `sizes` (tellings); at what was reached where it is interrupted or takes over `seconds`."""
    started = time.perf_counter()
    columns = (TextColumn("tellings"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), TimeRemainingColumn())
    wanted = sorted(sizes)
    with Progress(*columns, console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty()) as progress:
        task = progress.add_task("tellings", total=wanted[-1])
        with suppress(KeyboardInterrupt):
            for told in war(seed=seed):
                run.add(told)
                progress.advance(task, len(told.tellings))
                taken = time.perf_counter() - started
                if len(run.truth) >= wanted[0]:
                    yield run.figures(probe, taken)
                    wanted.pop(0)
                if not wanted or taken > seconds:
                    break
    if wanted and run.costs:
        yield run.figures(probe, time.perf_counter() - started) | {"wanted": wanted[0]}


def ratios(rows: Sequence[dict[str, Any]]) -> dict[str, float]:
    """The median cost at each size by that at the size before."""
    return {
        f"{after['tellings']} by {before['tellings']}": round(after["cpu ms"] / before["cpu ms"], 2)
        for before, after in pairwise(rows)
    }


def table(rows: Sequence[dict[str, Any]]) -> Table:
    """The figures, a column for each size."""
    made = Table("one more report", *(f"{row['tellings']:,} tellings" for row in rows))
    for name in rows[0]:
        if name != "tellings":
            made.add_row(name, *(f"{row[name]:,}" for row in rows))
    return made


def picture(curve: Sequence[dict[str, float]]) -> str:
    """The curve as a plot in SVG: milliseconds of the processor against tellings held, these on a log scale."""
    first, last = (math.log10(curve[at]["tellings"]) for at in (0, -1))
    most = max(point["p90"] for point in curve)
    step = 10.0 ** math.floor(math.log10(most))
    step = next(wide for wide in (step / 5, step / 2, step, 2 * step) if most / wide <= 8)

    def x(tellings: float) -> float:
        share = (math.log10(tellings) - first) / ((last - first) or 1)
        return round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)

    def y(ms: float) -> float:
        return round(HEIGHT - BOTTOM - ms / most * (HEIGHT - TOP - BOTTOM), 1)

    lines = ['<rect width="100%" height="100%" fill="#fff"/>', '<text x="8" y="20">CPU ms for one more report</text>']
    for at in range(int(most / step) + 1):
        lines.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y(at * step)}" y2="{y(at * step)}" stroke="#ddd"/>')
        lines.append(f'<text x="{LEFT - 8}" y="{y(at * step) + 4}" text-anchor="end" fill="#666">{at * step:g}</text>')
    for power in range(math.ceil(first), math.floor(last + 0.01) + 1):
        middle = x(10.0**power)
        lines.append(f'<line x1="{middle}" x2="{middle}" y1="{TOP}" y2="{HEIGHT - BOTTOM}" stroke="#ddd"/>')
        lines.append(f'<text x="{middle}" y="{HEIGHT - 22}" text-anchor="middle" fill="#666">{10**power:,}</text>')
    lines.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 6}" text-anchor="middle">tellings held</text>')
    called = {"p90": "a tenth above", "all": "median", "linker": "of it the linker"}
    for name, label in called.items():
        points = " ".join(f"{x(point['tellings'])},{y(point[name])}" for point in curve)
        lines.append(f'<polyline points="{points}" fill="none" stroke="{COLOURS[name]}" stroke-width="2"/>')
        end = y(curve[-1][name])
        lines.append(f'<text x="{WIDTH - RIGHT + 6}" y="{end + 4}" fill="{COLOURS[name]}">{label}</text>')
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif"'
    title = "<title>CPU time of adding and linking one more report, as the ledger grows</title>"
    return "\n".join([f'{head} font-size="12">', title, *lines, "</svg>", ""])


@click.command()
@click.option("--sizes", default="1000,10000,100000", show_default=True, help="Tellings held when it is measured.")
@click.option("--probe", default=200, show_default=True, help="How many of the last reports are measured.")
@click.option("--seed", default=1, show_default=True)
@click.option("--minutes", default=25.0, show_default=True, help="Then it stops with what was reached.")
@click.option("--out", default=FIGURES, type=click.Path(path_type=Path, dir_okay=False), help="Its .svg beside it.")
def main(sizes: str, probe: int, seed: int, minutes: float, out: Path) -> None:
    """Measures, prints a table, and writes the figures and their picture."""
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "war.db") as store:
        run = Run(store, Counted(Rules()))
        rows = list(measured(run, [int(size) for size in sizes.split(",")], probe, seed, 60 * minutes))
    machine = {"cores": os.cpu_count(), "python": platform.python_version(), "machine": platform.machine()}
    found = ratios(rows)
    curve = list(run.curve())
    whole = {"linker": run.linker.by, "machine": machine, "seed": seed, "sizes": rows, "ratios": found, "curve": curve}
    out.write_text(json.dumps(whole, indent=1) + "\n", "utf-8")
    if curve:
        out.with_suffix(".svg").write_text(picture(curve), "utf-8")
    console = Console()
    if rows:
        console.print(table(rows))
    for name, ratio in found.items():
        console.print(f"median CPU time, {name} tellings: {ratio} times", soft_wrap=True)


if __name__ == "__main__":
    main()
