"""Articles a second that are read, beside a plain pass of the network and the spans of attributions, in one process.

`python benchmarks/reading_speed.py`. Machines differ: compare the ratio. Last, how long the gazetteer takes to open and
what the process holds then.
"""

import resource
import time
from collections.abc import Callable
from dataclasses import replace
from statistics import median

import click
from rich.console import Console
from rich.table import Table

from counterclaim.evaluating.attribution_rows import Article
from counterclaim.grounding import places
from counterclaim.model.report import Report
from counterclaim.model.telling import Telling
from counterclaim.reading.interface import Scheme
from counterclaim.reading.layout import Layout
from counterclaim.reading.trained import english
from counterclaim.reading.windows import Words
from counterclaim.theatres.gazetteer import gazetteer

from made_up import reports

SENTENCES = 47  # of a made-up article of 700 words


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def tied(text: Report, tellings: list[Telling]) -> list[Telling]:
    """The tellings of a report of Ukraine with their places tied to the gazetteer."""
    asked = replace(places.asked_of(text, tellings), theatre="ukraine")
    return list(places.grounded(tellings, places.mentions(asked)))


@click.command()
@click.option("--articles", default=40, show_default=True)
@click.option("--turns", default=5, show_default=True, help="Of each, in turn; medians are printed.")
def main(articles: int, turns: int) -> None:
    """Measures and prints a table."""
    reader = english()
    texts = [Article(str(at), text, ()).report for at, text in enumerate(reports(articles, sentences=SENTENCES))]
    prepared = [Words.of(Layout.of(text), reader.network.vocabulary) for text in texts]
    count = sum(len(text.text.split()) for text in texts) / articles
    work: dict[str, Callable[[], object]] = {
        "network alone": lambda: [reader.network.output(one, one.windows, Scheme.GUIDELINES) for one in prepared],
        "who says what, as spans": lambda: [list(reader.roles(text, Scheme.POLNEAR)) for text in texts],
        "whole step": lambda: [reader.read(text) for text in texts],
        "whole step, places tied": lambda: [tied(text, reader.read(text)) for text in texts],
    }
    for one in work.values():
        one()  # the first turn warms up
    taken = {name: [seconds(one) for _ in range(turns)] for name, one in work.items()}
    table = Table("what", "articles/s", "of the network alone", title=f"{articles} articles of {count:.0f} words")
    plain = median(taken["network alone"])
    for name, times in taken.items():
        table.add_row(name, f"{articles / median(times):.1f}", f"{median(times) / plain:.2f}")
    Console().print(table)
    gazetteer.cache_clear()
    opened = seconds(lambda: gazetteer("ukraine").named("Kucherivka"))
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    Console().print(f"gazetteer of Ukraine opened in {opened:.3f} s; peak of the process {held} MiB")


if __name__ == "__main__":
    main()
