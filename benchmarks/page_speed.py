"""How fast the pages are: over a large made-up ledger, alone, and with many readers while reports are being added.

`python benchmarks/page_speed.py` makes the ledger (100,000 tellings: some minutes) or takes a copy of `--ledger`; a
real `counterclaim serve` and a real `counterclaim add` run in processes of their own, and the readers ask over HTTP,
from this same machine: what they cost is in the figures. It can be interrupted: what was reached is printed and
written.
"""

import json
import os
import platform
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import click
import httpx2
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from counterclaim.ledger.store import Store
from counterclaim.linking.linker import Rules

from made_up import write
from made_up_war import PLACES, war
from served_ledger import COUNTERCLAIM, command, serving

FIGURES = Path(__file__).parent / "page_speed.json"
WANTED = 300  # milliseconds, the median of every page
SAMPLE = 24  # addresses of one sort of page
WELL = (200, 303)
LIMITS = httpx2.Limits(keepalive_expiry=2.0)  # seconds; the server closes what was idle for 5, perhaps as it is asked
ADDED = 100_000  # reports to add: more than are added while it is measured
TOLD = "SELECT claim, count(*), min(telling), max(telling) FROM claim_telling GROUP BY claim ORDER BY 2 DESC, claim"
# What is asked of the pages that list: words that many and few tellings hold, places, filters, parts far down.
ASKED = {
    "start": ["/", "/?since=2031-01-05", "/?since=2031-06-01", "/?since=1000"],
    "search": ["/search?q=mill", "/search?q=people+killed", "/search?q=Kestriva", "/search?q=nothing+like+it"],
    "search, Cyrillic": ["/search?q=Ровно", "/search?q=Покровськ"],
    "claims": ["/claims", "/claims?kind=casualties", "/claims?party=teshar", "/claims?since=2031-06-01"],
    "claims, words": ["/claims?text=mill", "/claims?text=granary+households", "/claims?claimant=ministry"],
    "claims, far down": ["/claims?offset=5000", "/claims?kind=strike&offset=2000"],
    "reports": ["/reports", "/reports?text=mill", "/reports?offset=20000"],
    "places": ["/places", "/places?offset=25", "/places?name=Kestriva", "/places?name=Rovno"],
    "map": ["/map", "/map?kind=strike", "/map?party=teshar", "/map?since=2031-03-01&until=2031-03-31"],
    "outlets": ["/outlets"],
    "about": ["/about"],
    "try": ["/try"],
    "api, tellings": ["/api/tellings", "/api/tellings?kind=strike&offset=5000", "/api/tellings?text=mill"],
    "api, claims": ["/api/claims?limit=25"],
    "api, reports": ["/api/reports"],
    "api, map": ["/api/map", "/api/map?kind=strike"],
}


@dataclass(slots=True)
class Times:
    """Milliseconds until the whole answer was there, by sort of page; and answers that were none."""

    taken: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    errors: list[str] = field(default_factory=list)

    def ask(self, client: httpx2.Client, sort: str, address: str) -> None:
        """Asks for an address, and keeps how long it took."""
        started = time.perf_counter()
        try:
            status = client.get(address).status_code
        except httpx2.HTTPError as error:
            self.errors.append(f"{address}: {type(error).__name__}")
            return
        self.taken[sort].append(1000 * (time.perf_counter() - started))
        if status not in WELL:
            self.errors.append(f"{address}: {status}")

    def figures(self) -> dict[str, dict[str, float]]:
        """Median, 90th percentile and worst of each sort, and how many were asked for."""
        return {sort: _spread(values) for sort, values in self.taken.items()}


def _spread(values: Sequence[float]) -> dict[str, float]:
    tenth = quantiles(values, n=10, method="inclusive")[-1] if len(values) > 1 else values[0]
    return {
        "median ms": round(median(values), 1),
        "p90 ms": round(tenth, 1),
        "worst ms": round(max(values), 1),
        "answers": len(values),
    }


def addresses(ledger: Path, seed: int) -> dict[str, list[str]]:
    """Addresses of every sort of page, drawn from what the ledger holds."""
    draw = random.Random(seed)
    with closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)) as opened:
        reports = draw.sample([name for (name,) in opened.execute("SELECT id FROM report ORDER BY seq")], SAMPLE)
        query = (
            "SELECT claim, count(*), min(telling), max(telling) FROM claim_telling GROUP BY claim ORDER BY 2 DESC, 1"
        )
        claims = opened.execute(query).fetchall()
    opened.close()
    large, drawn = claims[:SAMPLE], draw.sample(claims, SAMPLE)
    return {
        **ASKED,
        "report": [f"/reports/{name}" for name in reports],
        "report, its source": [f"/reports/{name}/source" for name in reports],
        "telling": [f"/tellings/{first}" for _, _, first, _ in drawn],
        "claim": [f"/claims/{name}" for name, *_ in drawn],
        "claim, most told": [f"/claims/{name}" for name, *_ in large],
        "two tellings": [f"/claims/{name}/compare?one={one}&other={other}" for name, _, one, other in large],
        "claim, its picture": [f"/claims/{name}/trace.svg" for name, *_ in large],
        "place": [f"/places/{name}" for name in draw.sample(PLACES, SAMPLE)],
        "api, claim": [f"/api/claims/{name}" for name, *_ in drawn],
    }


def alone(home: str, asked: Mapping[str, Sequence[str]], turns: int, times: Times, progress: Progress) -> None:
    """Every sort of page, one after another; the first answer of each is left out, as it warms what is kept."""
    task = progress.add_task("one reader", total=len(asked))
    with httpx2.Client(base_url=home, timeout=120, limits=LIMITS) as client:
        for sort, found in asked.items():
            Times().ask(client, sort, found[0])
            for turn in range(turns):
                times.ask(client, sort, found[turn % len(found)])
            progress.advance(task)


@dataclass(frozen=True, slots=True)
class Readers:
    """So many readers for so long: each draws a page, looks at it for about `think` seconds, and draws the next."""

    number: int
    seconds: float
    think: float

    def read(self, home: str, asked: Mapping[str, Sequence[str]], times: Times, progress: Progress) -> None:
        """Keeps what they waited for each page."""
        over = threading.Event()
        threads = [
            threading.Thread(target=self._one, args=(home, asked, times, over, seed)) for seed in range(self.number)
        ]
        for thread in threads:
            thread.start()
        task = progress.add_task(f"{self.number} readers, {self.think:g} s a page", total=int(self.seconds))
        started = time.monotonic()
        try:
            while (passed := time.monotonic() - started) < self.seconds:
                progress.update(task, completed=passed)
                time.sleep(0.5)
        finally:
            over.set()
            for thread in threads:
                thread.join()

    def _one(
        self, home: str, asked: Mapping[str, Sequence[str]], times: Times, over: threading.Event, seed: int
    ) -> None:
        draw = random.Random(seed)
        with httpx2.Client(base_url=home, timeout=120, limits=LIMITS) as client:
            over.wait(draw.uniform(0, self.think))
            while not over.is_set():
                sort = draw.choice(list(asked))
                times.ask(client, sort, draw.choice(asked[sort]))
                over.wait(draw.expovariate(1 / self.think) if self.think else 0)


@contextmanager
def adding(ledger: Path, folder: Path) -> Iterator[list[int]]:
    """An `add` of made-up reports that runs while this lasts; afterwards the list has how many it added."""
    output, added = folder / "added.jsonl", list[int]()
    with output.open("wb") as lines:
        called = [*COUNTERCLAIM, "add", str(folder / "reports"), "--ledger", str(ledger), "--json"]
        process = subprocess.Popen(called, stdout=lines, stderr=subprocess.DEVNULL, process_group=0)
        try:
            yield added
        finally:
            process.send_signal(signal.SIGINT)
            process.wait()
            added.append(output.read_text("utf-8").count('"state": "added"'))


def make(ledger: Path, tellings: int, seed: int, progress: Progress) -> None:
    """A ledger of a made-up war, linked."""
    task, held = progress.add_task("tellings", total=tellings), 0
    with Store(ledger) as store:
        for told in war(seed=seed):
            store.add_report(told.report, told.tellings, reader="made-up/1", linker=Rules())
            held += len(told.tellings)
            progress.update(task, completed=held)
            if held >= tellings:
                return


def settled(seconds: float, progress: Progress) -> None:
    """Waits for what a server prepares beside: who is masked, the figures of outlets."""
    task, ends = progress.add_task("the server settles", total=int(seconds)), time.monotonic() + seconds
    while (left := ends - time.monotonic()) > 0:
        progress.update(task, completed=seconds - left)
        time.sleep(min(1.0, left))


def copied(ledger: Path, copy: Path) -> None:
    """A copy of a ledger that others may be reading and writing."""
    with closing(sqlite3.connect(f"file:{ledger}?mode=ro", uri=True)) as held, closing(sqlite3.connect(copy)) as made:
        held.backup(made)


def table(title: str, found: Mapping[str, Mapping[str, float]]) -> Table:
    """The figures of a run, a row for each sort of page; what is slower than wanted is marked."""
    made = Table("page", "median ms", "p90 ms", "worst ms", "answers", "", title=title, title_justify="left")
    for sort, figures in found.items():
        slow = "slow" if figures["median ms"] >= WANTED else ""
        made.add_row(sort, *(f"{value:,}" for value in figures.values()), slow)
    return made


@click.command()
@click.option("--ledger", type=click.Path(exists=True, path_type=Path), help="A made-up war's ledger; a copy is used.")
@click.option("--tellings", default=100_000, show_default=True, help="How many to make, where no ledger is given.")
@click.option("--turns", default=20, show_default=True, help="Answers of each sort of page, with one reader.")
@click.option("--readers", default=20, show_default=True)
@click.option("--seconds", default=60.0, show_default=True, help="How long they read.")
@click.option("--think", default="2,0", show_default=True, help="Mean seconds they look at a page; a run for each.")
@click.option("--settle", default=240.0, show_default=True, help="Seconds that the server is up before it is asked.")
@click.option("--only", help="Sorts of pages whose name holds this.")
@click.option("--seed", default=1, show_default=True)
@click.option("--out", default=FIGURES, type=click.Path(path_type=Path, dir_okay=False))
def main(
    *,
    ledger: Path | None,
    tellings: int,
    turns: int,
    readers: int,
    seconds: float,
    think: str,
    settle: float,
    only: str | None,
    seed: int,
    out: Path,
) -> None:
    """Measures, prints a table, and writes the figures."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    runs, added, load = dict[str, Times](), dict[str, list[int]](), 0.0
    with tempfile.TemporaryDirectory() as name, Progress(*columns, console=console, transient=True) as progress:
        folder, copy = Path(name), Path(name) / "pages.db"
        copied(ledger, copy) if ledger else make(copy, tellings, seed, progress)
        command("init", ledger=copy)  # one of an older format is upgraded
        write(folder / "reports", min(ADDED, int(40 * seconds)), seed=seed)
        asked = {sort: rows for sort, rows in addresses(copy, seed).items() if not only or only in sort}
        with suppress(KeyboardInterrupt), serving(copy) as home:
            settled(settle, progress)
            load = os.getloadavg()[0]
            alone(home, asked, turns, runs.setdefault("one reader", Times()), progress)
            for pause in map(float, think.split(",") if think else ()):
                run = f"{readers} readers, {pause:g} s a page, and one add"
                with adding(copy, folder) as added[run]:
                    Readers(readers, seconds, pause).read(home, asked, runs.setdefault(run, Times()), progress)
    out.write_text(json.dumps(_whole(runs, added, seed, load), indent=1) + "\n", "utf-8")
    for run, times in runs.items():
        Console().print(table(run, times.figures()))
        click.echo(f"{run}: {len(times.errors)} errors" + (f", {added[run][0]} reports added" if run in added else ""))
        for row in list(dict.fromkeys(times.errors))[:10]:
            click.echo(f"  {row}")
    sys.exit(1 if any(times.errors for times in runs.values()) else 0)


def _whole(runs: Mapping[str, Times], added: Mapping[str, list[int]], seed: int, load: float) -> dict[str, Any]:
    """What is written: the figures, and on what machine they were taken."""
    machine = {"cores": os.cpu_count(), "python": platform.python_version(), "machine": platform.machine()}
    return {
        "machine": machine,
        "load before": round(load, 1),
        "seed": seed,
        "pages": {run: times.figures() for run, times in runs.items()},
        "errors": {run: len(times.errors) for run, times in runs.items()},
        "reports added": {run: count for run, (count,) in added.items()},
    }


if __name__ == "__main__":
    main()
