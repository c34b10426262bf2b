"""How far a batch is, on stderr, and what was wrong, as it comes."""

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TextColumn, TimeRemainingColumn
from rich.text import Text

from counterclaim.pipeline import Reading
from counterclaim.printing import console, plain

SHOWN_ISSUES = 20
T = TypeVar("T")


class _Rate(ProgressColumn):
    """Inputs a second."""

    def render(self, task: Any) -> Text:
        return Text(f"{task.speed:.1f}/s" if task.speed else "")


def followed(readings: Iterable[Reading], total: int | None) -> Iterator[Reading]:
    """The same readings, with a bar, rate and time left on stderr, and each issue said as it comes."""
    shown = console(stderr=True)
    said = 0
    with _bar("reading", shown) as progress:
        task = progress.add_task("reading", total=total)
        for reading in readings:
            for issue in reading.issues:
                said += 1
                if said <= SHOWN_ISSUES:
                    shown.print(plain(str(issue)), soft_wrap=True)
            progress.advance(task)
            yield reading
    if said > SHOWN_ISSUES:
        shown.print(f"… and {said - SHOWN_ISSUES} more issues")


def measured(name: str, steps: Iterable[T], reached: Callable[[T], tuple[int, int]]) -> Iterator[T]:
    """The same steps, with a bar on stderr that says how many of how many are `reached` by each."""
    with _bar(name) as progress:
        task = progress.add_task(name, total=None)
        for step in steps:
            completed, total = reached(step)
            progress.update(task, completed=completed, total=total)
            yield step


def _bar(name: str, shown: Console | None = None) -> Progress:
    """A bar with count, rate and time left; only where somebody looks."""
    columns = (TextColumn(name), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    return Progress(*columns, console=shown or console(stderr=True), transient=True, disable=not sys.stderr.isatty())
