"""A measure that can say no: `python benchmarks/gate.py` fails where the reader falls below what it has reached.

`floors.json` holds, for the corpus' test part and for the real set, a digest of the labels and the least F1 of each
figure. Other labels, or a figure below its floor, are an error. `--raise` lifts floors to what is reached (less SLACK);
`--lower NAME` alone, naming the figure, lets one down; `--labels` accepts changed labels and measures anew.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import click
from click.testing import CliRunner

from counterclaim.cli import cli

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
CORPUS = HERE.parent / "corpus" / "test"
REAL = HERE / "real" / "sentences.jsonl"
SLACK = 0.005  # the reader is deterministic: this leaves room for rounding and library versions alone
GUARDED = (
    "source, exact",
    "cue, exact",
    "content, exact",
    "whole attribution, lenient",
    "right source, all",
    "right source, direct",
    "chain right, relayed tellings",
    "source resolved",
    "tellings found",
    "kind, end to end",
    "not told, all",
)


def digest(paths: Iterable[Path]) -> str:
    """SHA-256 over names and bytes of the files."""
    whole = hashlib.sha256()
    for path in sorted(paths):
        whole.update(f"{path.name}\n".encode() + path.read_bytes())
    return whole.hexdigest()


def sets(texts: Path | None) -> dict[str, tuple[str, list[str]]]:
    """Each set with the digest of its labels and the arguments that measure it; the real one where texts are given."""
    found = {"corpus": (digest(CORPUS.glob("*.*")), ["corpus", str(CORPUS)])}
    if texts is not None:
        found["real"] = digest([REAL]), ["real", str(REAL), "--texts", str(texts)]
    return found


def reached(arguments: list[str]) -> dict[str, float]:
    """F1 of each guarded figure, as `counterclaim evaluate` gives it."""
    result = CliRunner().invoke(cli, ["evaluate", *arguments, "--json"])
    if result.exit_code:
        raise click.ClickException(result.output)
    figures = json.loads(result.stdout.splitlines()[-1])["figures"]
    return {one["name"]: one["f1"] or 0.0 for one in figures if one["name"] in GUARDED}


def problems(name: str, labels: str, values: Mapping[str, float], floors: Mapping[str, Any]) -> list[str]:
    """What keeps a set from passing."""
    wrong = [] if floors.get("labels") == labels else [f"{name}: the labels are not those the floors were set on"]
    for figure, least in floors.get("floors", {}).items():
        if values.get(figure, 0.0) < least:
            wrong.append(f"{name}: {figure} is {values.get(figure, 0.0):.4f}, its floor {least:.4f}")
    return wrong


def renewed(
    labels: str, values: Mapping[str, float], floors: Mapping[str, Any], lower: Iterable[str]
) -> dict[str, Any]:
    """Floors lifted to what is reached; let down only for the figures named."""
    old = floors.get("floors", {})
    least = {name: round(max(value - SLACK, 0.0), 4) for name, value in values.items()}
    kept = {name: value if name in lower else max(value, old.get(name, 0.0)) for name, value in least.items()}
    return {"labels": labels, "floors": kept}


@click.command()
@click.option("--texts", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Pages of the real set.")
@click.option("--raise", "lift", is_flag=True, help="Lift the floors to what is reached.")
@click.option(
    "--lower", multiple=True, metavar="NAME", help="Let the floor of this figure down, with a reason in the log."
)
@click.option("--labels", "accept", is_flag=True, help="Accept changed labels; the floors begin anew.")
def main(texts: Path | None, lift: bool, lower: tuple[str, ...], accept: bool) -> None:
    """Compares what the reader reaches with its floors."""
    floors = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    wrong: list[str] = []
    for name, (labels, arguments) in sets(texts).items():
        values = reached(arguments)
        before = {} if accept else floors.get(name, {})
        if lift or lower or accept:
            floors[name] = renewed(labels, values, before, lower)
        wrong += problems(name, labels, values, floors.get(name, {}))
    if lift or lower or accept:
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n")
    for problem in wrong:
        click.echo(problem)
    click.echo("below the floors" if wrong else "no figure is below its floor")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
