"""Scores the reader on the labelled real pages.

`python benchmarks/real/score.py --texts DIR`, where DIR/NN.txt is the text of attribution-NN.json (found again by its
address; the hash is checked). Texts are not part of the project.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.table import Table

from counterclaim.intake.inputs import Input
from counterclaim.model.report import text_hash
from counterclaim.model.telling import Telling
from counterclaim.pipeline import Asked, read_input

HERE = Path(__file__).parent
Ranges = list[list[int]]


def letters(ranges: Ranges) -> set[int]:
    """The code points that `[start, end)` ranges cover."""
    return {place for start, end in ranges for place in range(start, end)}


def content(telling: Telling) -> set[int]:
    """The code points of a telling's content, its gaps left out."""
    return letters([[part.start, part.end] for part in telling.pieces])


def claimant(telling: Telling) -> set[int]:
    """The code points of a telling's claimant, none where nobody is named."""
    last = telling.chain.claimant
    return letters([[last.span.start, last.span.end]]) if last and last.span else set()


def overlap(one: set[int], other: set[int]) -> float:
    """Shared code points over all code points of both."""
    return len(one & other) / len(one | other) if one | other else 1.0


def score(labels: list[dict[str, Any]], tellings: list[Telling]) -> Counter[str]:
    """Counts for one page: labels, tellings, and what of each is matched."""
    counts: Counter[str] = Counter()
    for label in labels:
        if label["type"] == "quotation" and not label["scare"]:
            counts += quotation(label, tellings)
    gold = [label for label in labels if label["type"] == "attribution"]
    counts["attributions"] = len(gold)
    counts["tellings"] = len(tellings)
    free = list(range(len(gold)))
    for telling in tellings:
        best = max(free, key=lambda index: overlap(letters(gold[index]["content"]), content(telling)), default=None)
        if best is None or overlap(letters(gold[best]["content"]), content(telling)) < 0.5:
            continue
        free.remove(best)
        counts["matched"] += 1
        counts["exact"] += gold[best]["content"] == [[p.start, p.end] for p in telling.pieces]
        source = letters([gold[best]["source"]]) if gold[best]["source"] else set()
        counts["right source"] += bool(source & claimant(telling)) or gold[best]["source"] is None
    return counts


def quotation(label: dict[str, Any], tellings: list[Telling]) -> Counter[str]:
    """Whether all words of a quotation stand within one telling's content, and whose telling it is."""
    inner = letters([[label["start"] + 1, label["end"] - (not label.get("open"))]])
    holders = [telling for telling in tellings if inner <= letters([[telling.content.start, telling.content.end]])]
    speaker = letters([label["speaker"]]) if label["speaker"] else set()
    right = any(speaker & claimant(telling) for telling in holders)
    return Counter(
        {
            "quotations": 1,
            "found": bool(holders),
            "with speaker": bool(speaker),
            "right speaker": bool(speaker) and right,
        }
    )


@click.command()
@click.option("--texts", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True)
@click.option("--show", is_flag=True, help="List quotations that are not found.")
def main(texts: Path, show: bool) -> None:
    """Reads each page and prints the figures."""
    total: Counter[str] = Counter()
    columns = ("quotations", "found", "right speaker", "attributions", "tellings", "matched")
    table = Table("page", *columns)
    for path in sorted(HERE.glob("attribution-*.json")):
        page = json.loads(path.read_text())
        text = (texts / f"{path.stem.removeprefix('attribution-')}.txt").read_bytes()
        if text_hash(text.decode()) != page["sha256"]:
            raise click.ClickException(f"{path.stem}: the text is not the one that was labelled.")
        tellings = list(read_input(Input(path.stem, path.stem, text, "text"), Asked()).tellings)
        counts = score(page["labels"], tellings)
        total += counts
        table.add_row(path.stem, *(str(counts[name]) for name in columns))
        if show:
            missed(page["labels"], tellings, text.decode())
    Console().print(table)
    for name, whole in (("found", "quotations"), ("right speaker", "with speaker"), ("matched", "tellings"),
                        ("matched", "attributions"), ("right source", "matched"), ("exact", "matched")):  # fmt: skip
        Console().print(f"{name} of {whole}: {total[name]}/{total[whole]} = {total[name] / max(1, total[whole]):.3f}")


def missed(labels: list[dict[str, Any]], tellings: list[Telling], text: str) -> None:
    """Prints the quotations that no telling holds."""
    for label in labels:
        if label["type"] == "quotation" and not label["scare"] and not quotation(label, tellings)["found"]:
            click.echo(f"  {label['start']}: {text[label['start'] : label['end']]!r}")


if __name__ == "__main__":
    main()
