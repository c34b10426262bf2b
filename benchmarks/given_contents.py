"""What is claimed, given labelled contents: `python benchmarks/given_contents.py [FOLDER…]`, by default corpus/test.

How often the network, and the frames, give the kind of a labelled content, in all and by kind; how often a word that
can mean two things is read right, called ambiguous, or read wrong; and how often a telling that names no place in its
sentence lies where the telling before it in its paragraph does, where the program says so.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table

from counterclaim.evaluating.labelled import Labelled, labelled
from counterclaim.kinds.kinds import OTHER
from counterclaim.model.place import Place
from counterclaim.model.telling import Telling
from counterclaim.reading.frames import kind_by_frames
from counterclaim.reading.interface import Scheme
from counterclaim.reading.layout import Layout
from counterclaim.reading.meanings import Meanings
from counterclaim.reading.placing import carried
from counterclaim.reading.senses import AMBIGUOUS, senses
from counterclaim.reading.trained import TrainedReader, english, marked_in
from counterclaim.reading.windows import Words

TEST = Path(__file__).parents[1] / "corpus" / "test"
FEWEST = 10  # labels under which a kind is not shown by itself


def kinds(reader: TrainedReader, one: Labelled) -> Iterator[tuple[str, str, str]]:
    """Of each telling its kind, the network's, the frames'."""
    words = Words.of(Layout.of(one.report), reader.network.vocabulary)
    meanings = Meanings(marked_in(words, reader.network, Scheme.GUIDELINES).meanings)
    for telling in one.tellings.values():
        places = [words.layout.normal.forth(part.start, part.end) for part in telling.pieces]
        by_network = meanings.label("kind", [words.run(*place) for place in places])
        yield str(telling.kind), by_network, kind_by_frames(" ".join(part.text for part in telling.pieces))


def sensed(one: Labelled) -> Iterator[str]:
    """Of each labelled word that can mean two things: right, ambiguous, wrong or missed."""
    found = {remark.span.start: remark.value for remark in senses(one.report.text)}
    for remark in one.remarks["senses"]:
        value = found.get(remark.span.start, "missed")
        ambiguous = value.endswith(f"/{AMBIGUOUS}")
        yield "right" if value == remark.value else "ambiguous" if ambiguous else "wrong" if "/" in value else value


def placed(one: Labelled) -> Iterator[str]:
    """Of each telling without a place in its sentence that is given the one before: right, elsewhere, nowhere."""
    bare = [
        telling if _names_its_place(telling) else replace(telling, place=None, places=()) for telling in _in_order(one)
    ]
    for gold, before, after in zip(_in_order(one), bare, carried(Layout.of(one.report), bare), strict=True):
        if before.place is None and after.place is not None:
            same = _called(gold.all_places) & _called(after.all_places)
            yield "right" if same else "elsewhere" if gold.place else "nowhere"


def _in_order(one: Labelled) -> list[Telling]:
    return list(one.tellings.values())


def _names_its_place(telling: Telling) -> bool:
    return any(place.span and telling.sentence.contains(place.span) for place in telling.all_places)


def _called(places: Iterable[Place]) -> set[str]:
    return {place.id or place.written for place in places}


@click.command()
@click.argument("folders", nargs=-1, type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(folders: tuple[Path, ...]) -> None:
    """Measures and prints."""
    reports = [one for folder in folders or (TEST,) for one in labelled(folder)]
    reader = english()
    rows = [row for one in reports for row in kinds(reader, one)]
    table = Table("kind of a given content", "n", "network", "frames")
    table.add_row("all", str(len(rows)), *_shares(rows))
    for kind, count in sorted(Counter(kind for kind, _, _ in rows).items()):
        if count >= FEWEST:
            table.add_row(kind, str(count), *_shares([row for row in rows if row[0] == kind]))
    console = Console()
    console.print(table)
    console.print(f"no frame fires: {sum(row[2] == OTHER for row in rows)} of {len(rows)}")
    for name, found in (("senses", map(sensed, reports)), ("places carried on", map(placed, reports))):
        counts = Counter(value for values in found for value in values)
        console.print(f"{name}: {', '.join(f'{value} {count}' for value, count in counts.most_common())}")


def _shares(rows: list[tuple[str, str, str]]) -> tuple[str, str]:
    """Of `rows`, the share that the network and the frames get right."""
    return f"{_share(rows, 1):.2f}", f"{_share(rows, 2):.2f}"


def _share(rows: list[tuple[str, str, str]], column: int) -> float:
    return sum(row[0] == row[column] for row in rows) / len(rows)


if __name__ == "__main__":
    main()
