"""What weights reach on PolNeAR's development articles, by the scorer of record, before they are exported."""

import gzip
import importlib.util
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import click
import numpy as np
import torch

from counterclaim.reading.interface import Scheme
from counterclaim.reading.layout import Layout, Range
from counterclaim.reading.linker import Attribution
from counterclaim.reading.network import Output, gathered, inputs
from counterclaim.reading.pieces import Vocabulary
from counterclaim.reading.trained import marked_in
from counterclaim.reading.windows import Window, Words

from encoder import grown
from examples import polnear


class Trained:
    """A network that torch runs."""

    def __init__(self, weights: Path, vocabulary: Path) -> None:
        self.vocabulary = Vocabulary.load(vocabulary)
        self.encoder = grown(torch.load(weights, weights_only=True)).eval()

    @torch.no_grad()
    def output(self, words: Words, windows: Sequence[Window], scheme: Scheme) -> Output:
        """The numbers for each word of `windows`."""
        made = [inputs(words, window, scheme) for window in windows]
        longest = max(len(one[0]) for one in made)
        ids, types = (np.zeros((len(made), longest), dtype=np.int64) for _ in range(2))
        for row, one in enumerate(made):
            ids[row, : len(one[0])], types[row, : len(one[1])] = one[0], one[1]
        found = [part.numpy() for part in self.encoder(torch.from_numpy(ids), torch.from_numpy(types))]
        rows = [(one[3], *(part[row, one[2]] for part in found)) for row, one in enumerate(made)]
        return gathered(rows)


def as_polnear(one: Attribution, words: Words) -> dict[str, list[list[int]]]:
    """An attribution in the scorer's format."""

    def place(run: Range | None) -> list[list[int]]:
        return [list(words.layout.normal.back(*words.place(run)))] if run else []

    return {"source": place(one.claimant), "cue": place(one.cue), "content": [place(run)[0] for run in one.contents]}


def scorer(path: Path) -> ModuleType:
    """The scorer of record, from its file."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise click.ClickException(f"{path} is no Python file.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predictions(network: Trained, data: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Attributions of every article, by its id."""
    for example in polnear(data / "polnear-dev.jsonl.gz"):
        words = Words.of(Layout.of(example.report), network.vocabulary)
        yield (
            example.report.id,
            [as_polnear(one, words) for one in marked_in(words, network, Scheme.POLNEAR).attributions],
        )


@click.command()
@click.argument("run", type=click.Path(exists=True, path_type=Path))
@click.option("--vocabulary", type=click.Path(exists=True, path_type=Path), required=True)
@click.option("--data", type=click.Path(exists=True, path_type=Path), required=True)
def main(run: Path, vocabulary: Path, data: Path) -> None:
    """Prints the scorer's figures."""
    torch.set_num_threads(2)
    network = Trained(run / "weights.pt", vocabulary)
    judge = scorer(data / "score_attribution.py")
    with gzip.open(data / "polnear-dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        gold = [record for record in map(json.loads, lines) if record.get("primary", True)]
    click.echo(judge.brief(judge.score(gold, dict(predictions(network, data)), by_kind=True)))


if __name__ == "__main__":
    main()
