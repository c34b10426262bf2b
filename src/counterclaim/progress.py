"""How far a batch is, on stderr, and what was wrong, as it comes."""

import sys
from collections.abc import Iterable, Iterator
from typing import Any

from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, TextColumn, TimeRemainingColumn
from rich.text import Text

from counterclaim.pipeline import Reading
from counterclaim.printing import console, plain

SHOWN_ISSUES = 20


class _Rate(ProgressColumn):
    """Inputs a second."""

    def render(self, task: Any) -> Text:
        return Text(f"{task.speed:.1f}/s" if task.speed else "")


def followed(readings: Iterable[Reading], total: int | None) -> Iterator[Reading]:
    """The same readings, with a bar, rate and time left on stderr, and each issue said as it comes."""
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), _Rate(), TimeRemainingColumn())
    shown = console(stderr=True)
    said = 0
    with Progress(*columns, console=shown, transient=True, disable=not sys.stderr.isatty()) as progress:
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
