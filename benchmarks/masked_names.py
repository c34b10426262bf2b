"""Are the right names masked? `python benchmarks/masked_names.py [PARTS…]`: the named sources of labelled reports.

Of each part of the corpus (default: train dev stories/tune): of persons whom the roster has in an office, how many stay
shown; of all other named persons, how many are masked. A report may itself state an office of somebody whom the roster
does not have: `--list` names each that is shown, and each official that is masked.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from counterclaim.intake.inputs import Input, inputs
from counterclaim.intake.report import report
from counterclaim.masking.masks import mask
from counterclaim.masking.world import world

CORPUS = Path(__file__).parents[1] / "corpus"
PARTS = ("train", "dev", "stories/tune")
LIMIT = 10_000_000  # bytes of a report
PERSONS = ("named_person", "unnamed_witness")


@dataclass(frozen=True, slots=True)
class Named:
    """A person named as a source in a labelled report: in an office by the roster or not, masked or not."""

    report: str
    name: str
    official: bool
    masked: bool


def named(part: str) -> Iterator[Named]:
    """The persons whom the labels of a part name as sources or addressees."""
    for given in inputs([str(CORPUS / part)], stdin=None, limit=LIMIT):
        if isinstance(given, Input) and given.path.endswith(".txt"):
            made, _ = report(given)
            found = mask(made, ())
            for name, actors in _persons(Path(given.location).with_suffix(".json")).items():
                official = any(map(world(made.theatre).is_actor, actors))
                yield Named(given.path, name, official, found.names.masked(name) != name)


def _persons(labels: Path) -> dict[str, set[str | None]]:
    """The names of persons, with the actors that the labels tie them to."""
    found: dict[str, set[str | None]] = {}
    for telling in json.loads(labels.read_text("utf-8"))["tellings"]:
        sources: list[dict[str, Any]] = [*telling["chain"][1:], telling["addressee"] or {}]
        for source in sources:
            if source.get("name") and source.get("class") in PERSONS:
                found.setdefault(source["name"], set()).add(source.get("actor"))
    return found


@click.command()
@click.argument("parts", nargs=-1)
@click.option("--list", "listed", is_flag=True, help="Name each official who is masked and each other who is shown.")
def main(parts: tuple[str, ...], *, listed: bool) -> None:
    """Prints one line a part."""
    for part in parts or PARTS:
        found = list(named(part))
        officials = [one for one in found if one.official]
        others = [one for one in found if not one.official]
        shown, hidden = sum(not one.masked for one in officials), sum(one.masked for one in others)
        click.echo(f"{part}: officials shown {shown} of {len(officials)}; others masked {hidden} of {len(others)}")
        for one in found if listed else ():
            if one.masked == one.official:
                click.echo(f"  {'masked' if one.masked else 'shown'}: {one.name} in {one.report}")


if __name__ == "__main__":
    main()
