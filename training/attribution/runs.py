"""Every run behind the model, and every figure of its card: `python runs.py --data … --start … --pages … --work …`.

The folder of `--data` holds `polnear-train.jsonl.gz`, `polnear-dev.jsonl.gz` and `score_attribution.py`; of `--start`
the start weights (`model.safetensors`) and their vocabulary (`vocab.txt`); of `--pages` the real pages to learn from.
A run that is done is not done again. The first runs learn who says what; the `claims` go on from `seed-1` and learn
what is claimed as well; their mean was `reading-en/3`. `pages-1` and `pages-2` go on from its file, as it travelled in
8 bits, and learn from real pages too; their mean was `reading-en/4`; `pages-3` goes on from that one's, and its mean
with it is `reading-en/5`. `pages-4` goes on from that one's, and was left out. Files of models that travelled are given
with `--before`; else they are made anew.
"""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import click

HERE = Path(__file__).parent
CORPUS = HERE.parents[1] / "corpus"
NEWS, OURS, SKETCHES, PAGES = "polnear", "corpus", "sketches", "pages"
RECIPE = ["--times", "4", "--drop", "0.1", "--retold", "1500", "--further", "--varied"]
SHORT, LONG = ["--epochs", "1"], ["--epochs", "5"]
CURVE = ["--drop", "0.1", "--further", "--varied", "--half"]  # of as many words seen, from fewer and more articles
CLAIMS = [
    *("--epochs", "4", "--rate", "1.2e-4", "--batch", "1024"),
    *("--keep", "0.995", "--drop", "0.1", "--retold", "1500", "--varied"),
]
FOUR = ("control-", "politics-", "strikes-", "written-")  # authors of sketches: those of the first of three runs
SOME = (  # and of the second
    *FOUR,
    "aid-",
    "civilians-",
    "edges-1",
    "edges-2",
    "fire-",
    "forces-",
    "front-",
    "posture-",
    "wire-1",
    "words-",
)
EARLY = (
    *(*FOUR, "aid-", "civilians-", "edges-", "fire-", "forces-", "front-", "paper-", "posture-", "thin-"),
    *("wire-1", "wire-2", "wire-3", "words-"),
)
PAGED = [
    *("--epochs", "3", "--rate", "1.2e-4", "--batch", "1536", "--times", "1"),
    *("--keep", "0.995", "--drop", "0.1", "--varied"),
]
MANY = (*EARLY, "wire-4", "relay-", "relief-", "trench-")
MOST = (*MANY, "blast-", "capital-")
ALL = (*MOST, "bulletin-")
RUNS: dict[str, tuple[tuple[str, ...], list[str]]] = {  # what is learned from, and what train.py is asked
    "short": ((NEWS, OURS), [*RECIPE, *SHORT]),
    "short-plain": ((NEWS, OURS), [*RECIPE, *SHORT, "--plain"]),
    "short-not-retold": ((NEWS, OURS), [*RECIPE, *SHORT, "--retold", "0"]),
    "short-4-layers": ((NEWS, OURS), [*RECIPE, *SHORT, "--layers", "0,1,3,5"]),
    "curve-quarter": (
        (NEWS, OURS),
        [*CURVE, "--known", "0.25", "--times", "1", "--retold", "400", "--epochs", "4"],
    ),
    "curve-whole": ((NEWS, OURS), [*CURVE, "--times", "4", "--retold", "1500", "--epochs", "1"]),
    "ours-alone": ((OURS,), ["--times", "4", "--drop", "0.1", "--retold", "1500", "--epochs", "5"]),
    "seed-1": ((NEWS, OURS), [*RECIPE, *LONG, "--seed", "1"]),
    "claims": ((NEWS, OURS, SKETCHES), ["--share", "0.25", "--times", "8", *CLAIMS, "--authors", ",".join(FOUR)]),
    "claims-2": ((NEWS, OURS, SKETCHES), ["--share", "0.2", "--times", "4", *CLAIMS, "--authors", ",".join(SOME)]),
    "claims-3": ((NEWS, OURS, SKETCHES), ["--share", "0.2", "--times", "4", *CLAIMS, "--authors", ",".join(EARLY)]),
    "pages-1": (
        (NEWS, OURS, SKETCHES, PAGES),
        ["--share", "0.45", "--paged", "3", "--retold", "1500", *PAGED, "--authors", ",".join(MANY)],
    ),
    "pages-2": (
        (NEWS, OURS, SKETCHES, PAGES),
        ["--share", "0.4", "--paged", "2", "--retold", "1200", *PAGED, "--seed", "2", "--authors", ",".join(MOST)],
    ),
    "pages-3": (
        (NEWS, OURS, SKETCHES, PAGES),
        [
            *("--share", "0.25", "--paged", "2", "--retold", "1000", *PAGED, "--epochs", "2", "--seed", "3"),
            *("--authors", ",".join(MOST)),
        ],
    ),
    "pages-4": (
        (NEWS, OURS, SKETCHES, PAGES),
        [
            *("--share", "0.6", "--paged", "1", "--retold", "1200", *PAGED, "--seed", "4"),
            *("--authors", ",".join(ALL), "--half"),
        ],
    ),
}
MODELS = {  # the runs whose mean each model is; the last one travels
    "reading-en-3": ("claims", "claims-2", "claims-3"),
    "reading-en-4": ("pages-1", "pages-2"),
    "reading-en-5": ("reading-en-4", "pages-3"),
}
ONTO = {  # the run or model that a run goes on from
    **dict.fromkeys(("claims", "claims-2", "claims-3"), "seed-1"),
    **dict.fromkeys(("pages-1", "pages-2"), "reading-en-3"),
    "pages-3": "reading-en-4",
    "pages-4": "reading-en-5",
}
EXCERPTS = {  # the files of labels
    "pages-1": ("first",),
    "pages-2": ("first", "second"),
    "pages-3": ("first", "second", "third"),
    "pages-4": ("first", "second", "third", "fourth", "fifth"),
}


def arguments(name: str, data: Path, start: Path, pages: Path, work: Path) -> list[str]:
    """What `train.py` is asked for one run."""
    sources, asked = RUNS[name]
    given = ["--weights", str(start / "model.safetensors"), "--pieces", str(start / "vocab.txt")]
    given += ["--vocabulary", str(work / "vocabulary.txt"), "--out", str(work / name)]
    if NEWS in sources:
        given += ["--polnear", str(data / "polnear-train.jsonl.gz")]
    if OURS in sources:
        given += ["--corpus", str(CORPUS / "train"), "--corpus", str(CORPUS / "stories" / "tune")]
    if SKETCHES in sources:
        given += ["--sketches", str(HERE.parent / "sketches")]
    if name in ONTO:
        given += ["--trained", str(work / ONTO[name])]
    if PAGES in sources:
        given += ["--texts", str(pages)]
        given += [word for one in EXCERPTS[name] for word in ("--pages", str(HERE.parent / "pages" / f"{one}.jsonl"))]
    return [*given, *asked]


def call(script: str, *given: str) -> None:
    """Runs one of the scripts beside this one."""
    subprocess.run([sys.executable, str(HERE / script), *given], check=True)  # noqa: S603 our own scripts


def exported(name: str, work: Path, out: Path) -> None:
    """Writes the file of a model, the mean of its runs."""
    asked = ["--name", f"{name[:-2]}/{name[-1]}", "--vocabulary", str(work / "vocabulary.txt"), "--out", str(out)]
    call("export.py", *(str(work / run) for run in MODELS[name]), *asked)


def taken_up(name: str, before: Mapping[str, Path], start: Path, work: Path) -> None:
    """The weights of an earlier model as those of a run, from its file; without one, from the mean of its runs."""
    if name not in before:
        exported(name, work, work / f"{name}.onnx")
    given = ["--weights", str(start / "model.safetensors"), "--pieces", str(start / "vocab.txt")]
    given += ["--vocabulary", str(work / "vocabulary.txt"), "--out", str(work / name)]
    call("shipped.py", str(before.get(name, work / f"{name}.onnx")), *given)


@click.command()
@click.option("--data", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True)
@click.option("--start", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True)
@click.option("--pages", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True)
@click.option("--work", type=click.Path(file_okay=False, path_type=Path), required=True)
@click.option(
    "--before",
    type=(click.Choice(list(MODELS)), click.Path(exists=True, path_type=Path)),
    multiple=True,
    help="A model that travelled, and its file.",
)
@click.option("--only", multiple=True, type=click.Choice(list(RUNS)), help="These runs alone, and no export.")
def main(
    data: Path, start: Path, pages: Path, work: Path, *, before: tuple[tuple[str, Path], ...], only: tuple[str, ...]
) -> None:
    """Trains what is not trained yet, exports the last model, measures all."""
    work.mkdir(parents=True, exist_ok=True)
    call("vocabulary.py", str(start / "vocab.txt"), str(work / "vocabulary.txt"))
    for name in only or RUNS:
        onto = ONTO.get(name, "")
        if onto in MODELS and not (work / onto / "weights.pt").exists():
            taken_up(onto, dict(before), start, work)
        if not (work / name / "weights.pt").exists():
            call("train.py", *arguments(name, data, start, pages, work))
    if not only:
        exported(list(MODELS)[-1], work, work / "model.onnx")
    for name in only or RUNS:
        call("measure.py", str(work / name), "--vocabulary", str(work / "vocabulary.txt"), "--data", str(data))
        click.echo(json.dumps({"run": name} | _said(work / name / "run.json")))


def _said(path: Path) -> dict[str, object]:
    said: dict[str, object] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return said


if __name__ == "__main__":
    main()
