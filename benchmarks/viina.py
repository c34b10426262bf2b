"""Places in Russian and Ukrainian texts: `python benchmarks/viina.py viina-2022-2023.jsonl.gz`.

VIINA (ODbL 1.0) gave each of its news texts a place. `real/viina.tsv` says of 200 of its rows, drawn at random, whether
that settlement is named in the text at all. Of those that are: how often some place that a name of the text may mean
lies within 8 km of VIINA's point. The texts are no part of the project.
"""

import csv
import gzip
import json
from collections import Counter
from pathlib import Path

import click

from counterclaim.grounding.places import Asked, mentions
from counterclaim.theatres.gazetteer import distance, gazetteer

AUDIT = Path(__file__).parent / "real" / "viina.tsv"
NEAR = 8.0  # km


def found(text: str, language: str, point: tuple[float, float]) -> tuple[bool, bool]:
    """Whether a place the text may mean lies near the point, and whether one that it is taken to mean does."""
    places = gazetteer("ukraine")
    some = first = False
    for one in mentions(Asked(text, language)):
        ids = [one.place.id] if one.place.id else [other.id for other in one.place.alternatives]
        for at, id_ in enumerate(ids):
            row = places.place(id_)
            where = places.point(row) if row and row.type == "settlement" else None
            near = where is not None and distance(where[0], point) <= NEAR
            some, first = some or near, first or (near and at == 0 and one.place.id is not None)
    return some, first


@click.command()
@click.argument("data", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--missed", is_flag=True, help="Name the rows that are not found.")
def main(data: Path, missed: bool) -> None:
    """Measures and prints the shares by language."""
    with gzip.open(data, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    count: Counter[tuple[str, str]] = Counter()
    with AUDIT.open(encoding="utf-8") as file:
        lines = [line for line in file if not line.startswith("#")]
    for line in csv.DictReader(lines, delimiter="\t"):
        row = rows[int(line["row"])]
        language = row["lang_guess"] if row["lang_guess"] in ("ru", "uk") else "ru"
        if line["named"] != "yes":
            count[language, "not named"] += 1
            continue
        some, first = found(row["text"], language, (float(row["latitude"]), float(row["longitude"])))
        count[language, "named"] += 1
        count[language, "some"] += some
        count[language, "first"] += first
        if missed and not some:
            click.echo(f"row {line['row']}: {row['asciiname']} ({line['how']})")
    for language in ("ru", "uk"):
        named = count[language, "named"]
        shares = ", ".join(f"{what} {count[language, what] / named:.3f}" for what in ("some", "first"))
        whole = named + count[language, "not named"]
        click.echo(f"{language}: named in {named} of {whole} texts; a candidate within {NEAR:g} km: {shares}")


if __name__ == "__main__":
    main()
