"""A measure that can say no: `python benchmarks/gate.py` fails where the reader falls below what it has reached.

`floors.json` holds, for the corpus' test part, its stories and the real sets, a digest of the labels and the least F1
of each figure. Other labels, a figure below its floor, and one without a floor or without labels are an error; of the
real sets the figures are taken only with `--pages`, `--facts`, `--texts` and `--stories`. `--raise` lifts floors to
what is reached (less SLACK); `--lower NAME` alone, naming the figure, lets one down; `--labels` accepts changed labels
and measures anew.
"""

import hashlib
import json
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click
from click.testing import CliRunner

from counterclaim.cli import cli
from counterclaim.errors import CounterclaimError
from counterclaim.evaluating.figures import HEADLINES

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"
CORPUS = HERE.parent / "corpus" / "test"
STORIES = HERE.parent / "corpus" / "stories" / "test"
REAL, PAGES, FACTS, TOLD, RULED = (
    HERE / "real" / f"{name}.jsonl" for name in ("sentences", "pages", "facts", "stories", "ruled")
)
JOINED = (
    "claims, B³, all",
    "origin right, all",
    "parent right, all",
    "drift, all",
    "roots exact",
    "number of roots right",
)
SLACK = 0.005  # the reader is deterministic: this leaves room for rounding and library versions alone


def digest(labels: Path) -> str:
    """SHA-256 over path, length and bytes of every file under `labels`, or of `labels` where that is a file."""
    files = [path for path in labels.rglob("*") if path.is_file()] if labels.is_dir() else [labels]
    top = labels if labels.is_dir() else labels.parent
    whole = hashlib.sha256()
    for name, path in sorted((path.relative_to(top).as_posix(), path) for path in files):
        raw = path.read_bytes()
        whole.update(f"{name}\0{len(raw)}\0".encode() + raw)
    return whole.hexdigest()


def sets(
    texts: Path | None = None, pages: Path | None = None, facts: Path | None = None, stories: Path | None = None
) -> dict[str, tuple[Path, list[str]]]:
    """The labels of each set and the arguments that measure it, none for a real set whose texts are not given."""
    found = {"corpus": (CORPUS, ["corpus", str(CORPUS)]), "stories": (STORIES, ["stories", str(STORIES)])}
    real = (
        *(("pages", PAGES, pages), ("facts", FACTS, facts), ("real", REAL, texts)),
        *(("real-stories", TOLD, stories), ("ruled-stories", RULED, stories)),
    )
    for name, labels, folder in real:
        kind = "stories" if name.endswith("stories") else "real"
        found[name] = (labels, [] if folder is None else [kind, str(labels), "--texts", str(folder)])
    return found


def guarded(name: str) -> tuple[str, ...]:
    """The figures of a set that have floors."""
    return JOINED if name.endswith("stories") else tuple(HEADLINES)


def loaded() -> dict[str, Any]:
    """What `floors.json` holds, nothing where it is not there. Raises ClickException where it is damaged."""
    if not FLOORS.exists():
        return {}
    try:
        whole: dict[str, Any] = json.loads(FLOORS.read_text("utf-8"))
        sound = all(0 <= least <= 1 for one in whole.values() for least in one["floors"].values())  # NaN is not
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        raise click.ClickException(f"{FLOORS} cannot be read ({error!r}). Take it as it was committed.") from error
    if not sound:
        raise click.ClickException(f"{FLOORS} has a floor that is not from 0 to 1. Take it as it was committed.")
    return whole


def reached(arguments: list[str], names: Collection[str]) -> dict[str, float]:
    """F1 of each figure of these names that has labels, as `counterclaim evaluate` gives it."""
    try:
        result = CliRunner().invoke(cli, ["evaluate", *arguments, "--json"], catch_exceptions=False)
    except CounterclaimError as error:
        raise click.ClickException(str(error)) from error
    if result.exit_code:
        raise click.ClickException(result.output)
    figures = json.loads(result.stdout.splitlines()[-1])["figures"]
    return {one["name"]: one["f1"] for one in figures if one["name"] in names and one["f1"] is not None}


def problems(name: str, labels: str, values: Mapping[str, float] | None, floors: Mapping[str, Any]) -> list[str]:
    """What keeps a set from passing; of one that is not measured, whether its floors are whole and of these labels."""
    least = floors.get("floors", {})
    wrong = [*_other_labels(name, labels, floors)]
    wrong += (f"{name}: {figure} has no floor" for figure in guarded(name) if figure not in least)
    if values is not None:
        wrong += _not_measured(name, values, {*guarded(name), *least})
        wrong += _below(name, values, least)
    return wrong


def _other_labels(name: str, labels: str, floors: Mapping[str, Any]) -> Iterator[str]:
    if floors.get("labels") != labels:
        yield f"{name}: the labels are not those the floors were set on"


def _not_measured(name: str, values: Mapping[str, float], figures: Iterable[str]) -> Iterator[str]:
    yield from (f"{name}: {figure} is not measured" for figure in sorted(figures) if figure not in values)


def _below(name: str, values: Mapping[str, float], least: Mapping[str, float]) -> Iterator[str]:
    for figure in least:
        if figure in values and values[figure] < least[figure]:
            yield f"{name}: {figure} is {values[figure]:.4f}, its floor {least[figure]:.4f}"


def renewed(
    labels: str, values: Mapping[str, float], floors: Mapping[str, Any], lower: Iterable[str]
) -> dict[str, Any]:
    """Floors lifted to what is reached or, where figures are named, those alone let down to it."""
    old = floors.get("floors", {})
    least = {name: round(max(value - SLACK, 0.0), 4) for name, value in values.items()}
    down = {name: min(least[name], old.get(name, 1.0)) for name in lower}
    up = {name: max(value, old.get(name, 0.0)) for name, value in least.items()}
    return {"labels": labels, "floors": old | (down or up)}


def changed(
    name: str, labels: str, values: Mapping[str, float], floors: Mapping[str, Any], lower: Iterable[str]
) -> dict[str, Any]:
    """The floors anew. Raises ClickException where they would be mixed of two sets of labels, or have a gap."""
    wrong = [*_other_labels(name, labels, floors), *_not_measured(name, values, guarded(name))]
    if wrong:
        remedy = "No floor is changed. Changed labels are accepted with --labels, which begins anew."
        raise click.ClickException("\n".join([*wrong, remedy]))
    return renewed(labels, values, floors, [figure for figure in lower if figure in values])


@click.command()
@click.option("--texts", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Texts of the real set.")
@click.option(
    "--pages", type=click.Path(exists=True, file_okay=False, path_type=Path), help="What real/pages.py wrote."
)
@click.option(
    "--facts", type=click.Path(exists=True, file_okay=False, path_type=Path), help="The same with `--choose facts`."
)
@click.option(
    "--stories", type=click.Path(exists=True, file_okay=False, path_type=Path), help="What real/story_pages.py wrote."
)
@click.option("--raise", "lift", is_flag=True, help="Lift the floors to what is reached.")
@click.option(
    "--lower",
    multiple=True,
    metavar="NAME",
    type=click.Choice((*HEADLINES, *JOINED)),
    help="Let the floor of this figure down, with a reason in the log.",
)
@click.option("--labels", "accept", is_flag=True, help="Accept changed labels; the floors begin anew.")
def main(*, lift: bool, lower: tuple[str, ...], accept: bool, **folders: Path | None) -> None:
    """Compares what the reader reaches with its floors."""
    asked = [lift, bool(lower), accept]
    if sum(asked) > 1:
        raise click.UsageError("Give one of --raise, --lower and --labels: each changes the floors in its own way.")
    floors = loaded()
    wrong: list[str] = []
    for name, (path, arguments) in sets(**folders).items():
        labels, values = digest(path), reached(arguments, guarded(name)) if arguments else None
        same = floors.get(name, {}).get("labels") == labels
        if values is None:
            click.echo(f"{name}: not measured, its texts are not given")
        elif accept and same:
            click.echo(f"{name}: no label has changed, its floors stay")
        elif any(asked):
            before = {"labels": labels} if accept else floors.get(name, {})
            floors[name] = changed(name, labels, values, before, lower)
        wrong += problems(name, labels, values, floors.get(name, {}))
    if any(asked):
        FLOORS.write_text(json.dumps(floors, indent=1) + "\n", "utf-8")
    for problem in wrong:
        click.echo(problem)
    click.echo("not passed" if wrong else "no figure is below its floor")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
