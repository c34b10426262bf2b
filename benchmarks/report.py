"""The page with corpus' and real sets' figures side by side: `python benchmarks/report.py [--pages DIR] …`.

Measures the reader on the corpus' test part and one annotator against the other; the same on the real sets where
their texts are given (without, their last figures stay). Keeps the figures in benchmarks/measures/ and writes
MEASURES.md and measures.svg. The lower figure is the result.
"""

import contextlib
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from counterclaim.cli import cli
from counterclaim.evaluating.figures import HEADLINES, headlines_first

HERE = Path(__file__).parent
CORPUS, REAL, NEWCOMER = HERE.parent / "corpus", HERE / "real", HERE / "newcomer"
MEASURES = HERE / "measures"
PAGE, PICTURE = HERE / "MEASURES.md", HERE / "measures.svg"
SETS = ("corpus", "pages", "facts", "real")
FEWEST = 10  # labels under which a figure says nothing
STORIES = ("stories-corpus-given", "stories-corpus", "stories-real", "stories-ruled")
TWICE = ("stories-real-twice", "stories-ruled-twice")  # stories that two have labelled
SHOWN = (
    "source, exact",
    "cue, exact",
    "content, exact",
    "tellings found",
    "kind, of those found",
    "kind, end to end",
)
WIDTH, LEFT, ROW, BAR, TOP = 760, 220, 58, 10, 46
COLOURS = {"corpus": "#8da0cb", "pages": "#1b4f72", "facts": "#5499c7", "real": "#bbbbbb"}

Figures = Mapping[str, Mapping[str, Any]]


def measures(
    texts: Path | None = None, pages: Path | None = None, facts: Path | None = None, stories: Path | None = None
) -> dict[str, list[str]]:
    """What is measured, by name: the arguments of `counterclaim evaluate`."""
    first, second = CORPUS / "agreement" / "first", CORPUS / "agreement" / "second"
    ten = [
        str(NEWCOMER / "corpus.jsonl"),
        "--second",
        str(NEWCOMER / "corpus-reader.jsonl"),
        "--texts",
        str(CORPUS / "test"),
    ]
    found = {
        "corpus": ["corpus", str(CORPUS / "test")],
        "agreement-corpus": ["corpus", str(first), "--second", str(second)],
        "newcomer-corpus": ["real", *ten],
        "stories-corpus": ["stories", str(CORPUS / "stories" / "test")],
        "stories-corpus-given": ["stories", str(CORPUS / "stories" / "test"), "--given"],
    }
    for name, rows in zip(TWICE, ("stories", "ruled"), strict=True):
        found[name] = ["stories", str(REAL / f"{rows}.jsonl"), "--second", str(REAL / f"{rows}-second.jsonl")]
    if stories is not None:
        for name, rows in (("stories-real", "stories"), ("stories-ruled", "ruled"), ("stories-dev", "ruled-dev")):
            found[name] = ["stories", str(REAL / f"{rows}.jsonl"), "--texts", str(stories)]
    for name, folder in (("pages", pages), ("facts", facts)):
        if folder is not None:
            at_hand = ["--texts", str(folder)]
            found[name] = ["real", str(REAL / f"{name}.jsonl"), *at_hand]
            twice = [str(REAL / f"{name}-first.jsonl"), "--second", str(REAL / f"{name}-second.jsonl")]
            found[f"agreement-{name}"] = ["real", *twice, *at_hand]
    if texts is not None:
        rows, at_hand = str(REAL / "sentences.jsonl"), ["--texts", str(texts)]
        twice = [str(REAL / "first.jsonl"), "--second", str(REAL / "second.jsonl")]
        found["real"] = ["real", rows, *at_hand]
        found["agreement-real"] = ["real", *twice, *at_hand]
        found["newcomer-real"] = ["real", rows, "--second", str(NEWCOMER / "real-reader.jsonl"), *at_hand]
    return found


def loaded(name: str) -> tuple[Mapping[str, Any], Figures]:
    """Head and figures of one measure; nothing where it was not taken."""
    path = MEASURES / f"{name}.json"
    if not path.exists():
        return {}, {}
    whole = json.loads(path.read_text("utf-8"))
    return whole, {figure["name"]: figure for figure in whole["figures"]}


def page() -> str:
    """The page in Markdown."""
    return "\n".join([*_head(), *_table(), *_apart(), *_stories(), *_newcomer(), ""])


def _head() -> Iterator[str]:
    yield "# What the reader reaches\n"
    yield "Written by `python benchmarks/report.py`; do not edit."
    yield "Where the sets differ, **the lowest figure is what is claimed**. `facts` are sentences chosen for days,"
    yield "counts and people spoken to. A set last read by an earlier version of the reader is shown and not counted:"
    yield "its texts were not at hand.\n"
    for name in SETS:
        head, _ = loaded(name)
        if head:
            rows = (
                f", {head['rows']} sentences (text not at hand: {head['rows_without_text']})" if "rows" in head else ""
            )
            yield f"- {name}: {head['reports']} texts{rows}, {head['tellings']} tellings, read by {head['by']}."
    twice = [str(loaded(f"agreement-{name}")[0].get("reports")) for name in SETS]
    yield "- agreement: a second annotator, who had not seen the labels, against the first, before the differences were"
    yield f"  settled; same scorer. On {twice[0]} texts of the corpus (the 30 among them), {twice[1]} of the pages,"
    yield f"  {twice[2]} of the facts, {twice[3]} of the real set."
    yield "\n![the reader on the sets](measures.svg)\n"
    yield "F1 with its 95 % interval (bootstrap over texts), n labels; a dash: none of it in the labels, or fewer than"
    yield f"{FEWEST}; where one set has a dash, “lower” is the other's. Slots, dates, quantities and what is “of those"
    yield "found” are looked at in the tellings both have, so n is smaller than in COUNTS; where each has one value,"
    yield "F1 is the accuracy. Who reads nothing has 1.000 in “not told” and “no settlement”: see them beside “tellings"
    yield "found”. What the sets are: [corpus](../corpus/CARD.md), [pages and real set](real/README.md).\n"


def _table() -> Iterator[str]:
    measures = [loaded(f"{kind}{name}")[1] for name in SETS for kind in ("", "agreement-")]
    yield "| figure | " + " | ".join(f"{name}: reader | {name}: agreement" for name in SETS) + " | lower |"
    yield "|---|" + "---|---|" * len(SETS) + "---|"
    names = list(dict.fromkeys(name for figures in measures for name in figures))
    for name in sorted(names, key=headlines_first):
        cells = [_cell(figures.get(name)) for figures in measures]
        if set(cells) != {"–"}:
            counted = [loaded(which)[1].get(name) for which in SETS if _is_current(which)]
            yield f"| {name} | {' | '.join(cells)} | {_lower(counted)} |"


def _apart() -> Iterator[str]:
    """Of the headlines, what was found and what of it is right, apart."""
    yield "\n## Precision and recall of the reader\n"
    yield "| figure | " + " | ".join(f"{name}: precision | recall" for name in SETS) + " |"
    yield "|---|" + "---|---|" * len(SETS)
    measures = [loaded(name)[1] for name in SETS]
    for name in HEADLINES:
        cells = [_share(figures.get(name), key) for figures in measures for key in ("precision", "recall")]
        if set(cells) != {"–"}:
            yield f"| {name} | {' | '.join(cells)} |"


def _share(figure: Mapping[str, Any] | None, key: str) -> str:
    return f"{figure[key]:.3f}" if figure is not None and _told(figure) and figure[key] is not None else "–"


def _stories() -> Iterator[str]:
    """How tellings of several reports are joined to claims."""
    yield "\n## One claim, many tellings\n"
    yield "`counterclaim evaluate stories`: `given` links the labelled tellings, the others those that are read. P and"
    yield "R are equal where each labelled one has one answer. Interval by bootstrap over stories. `real` are labels by"
    yield "the guidelines as they were, `ruled` those of the same stories by guidelines that say which case is which;"
    yield "`twice` is a second annotator of the same tellings against the first: no reader can be asked for more.\n"
    columns = [loaded(name) for name in (*STORIES, *TWICE)]
    heads = [name.removeprefix("stories-").replace("-", ", ") for name in (*STORIES, *TWICE)]
    yield f"| figure | {' | '.join(heads)} | lower, read |"
    yield "|---|" + "---|" * (len(columns) + 1)
    for name in dict.fromkeys(name for _, figures in columns for name in figures):
        found = [figures.get(name) for _, figures in columns]
        read = found[1 : len(STORIES)]
        lows = [one["f1"] for one in read if one is not None and one["f1"] is not None]
        lower = f"{min(lows):.3f}" if lows else "–"
        yield f"| {name} | {' | '.join(map(_story_cell, found))} | {lower} |"
    counts = (f"{head['stories']} stories, {head['reports']} reports ({head['by']})" for head, _ in columns if head)
    yield f"\nIn order: {'; '.join(counts)}."


def _story_cell(figure: Mapping[str, Any] | None) -> str:
    if figure is None or figure["f1"] is None:
        return "–"
    interval = "" if figure["low"] is None else f" ({figure['low']:.2f}–{figure['high']:.2f})"
    apart = f"P {figure['precision'] or 0:.2f}, R {figure['recall'] or 0:.2f}"
    return f"{figure['f1']:.3f}{interval}, {apart}, n {figure['gold']:g}"


def _newcomer() -> Iterator[str]:
    """What somebody labels who was given the guidelines and nothing else."""
    yield "\n## Ten sentences by a newcomer\n"
    yield "Given the guidelines and nothing else; against the settled labels, F1 (few labels, so no intervals):\n"
    yield "| | " + " | ".join(SHOWN) + " |\n|---|" + "---|" * len(SHOWN)
    for name in SETS:
        _, figures = loaded(f"newcomer-{name}")
        if figures:
            cells = (f"{figures[figure]['f1']:.2f}, n {figures[figure]['gold']:g}" for figure in SHOWN)
            yield f"| {name} | {' | '.join(cells)} |"


def _cell(figure: Mapping[str, Any] | None) -> str:
    if not _told(figure):
        return "–"
    assert figure is not None  # noqa: S101 for the type checker
    low, high = figure["low"], figure["high"]
    interval = "" if low is None else f" ({low:.2f}–{high:.2f})"
    return f"{figure['f1']:.3f}{interval}, n {figure['gold']:g}"


def _told(figure: Mapping[str, Any] | None) -> bool:
    return figure is not None and figure["gold"] >= FEWEST and figure["f1"] is not None


def _is_current(name: str) -> bool:
    """Whether a set was read by the version that read the corpus."""
    return bool(loaded(name)[0].get("by") == loaded("corpus")[0].get("by"))


def _lower(figures: Sequence[Mapping[str, Any] | None]) -> str:
    values = [figure["f1"] for figure in figures if figure is not None and _told(figure)]
    return f"{min(values):.3f}" if values else "–"


def picture() -> str:
    """The drawn figures of the sets as bars with their intervals, in SVG."""
    measures = {name: loaded(name)[1] for name in SETS}
    names = [name for name in HEADLINES if any(_told(figures.get(name)) for figures in measures.values())]
    height = TOP + ROW * len(names) + 20
    rows = [line for at, name in enumerate(names) for line in _bars(name, TOP + at * ROW, measures)]
    scale = [line for share in (0, 0.25, 0.5, 0.75, 1) for line in _grid(share, height)]
    legend = [
        f'<rect x="{LEFT + at * 110}" y="8" width="12" height="12" fill="{COLOURS[name]}"/>'
        f'<text x="{LEFT + 18 + at * 110}" y="18">{name}</text>'
        for at, name in enumerate(SETS)
    ]
    box = f'viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" font-size="12"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {box}>'
    return "\n".join(
        [head, "<title>The reader on corpus and real pages, F1</title>", *scale, *legend, *rows, "</svg>", ""]
    )


def _x(share: float) -> float:
    return round(LEFT + share * (WIDTH - LEFT - 60), 1)


def _grid(share: float, height: int) -> Iterator[str]:
    yield f'<line x1="{_x(share)}" x2="{_x(share)}" y1="{TOP - 6}" y2="{height - 16}" stroke="#ddd"/>'
    yield f'<text x="{_x(share)}" y="{height - 4}" text-anchor="middle" fill="#666">{share:g}</text>'


def _bars(name: str, y: int, measures: Mapping[str, Figures]) -> Iterator[str]:
    yield f'<text x="{LEFT - 8}" y="{y + BAR + 4}" text-anchor="end">{name}</text>'
    for at, (which, figures) in enumerate(measures.items()):
        figure = figures.get(name)
        if figure is None or not _told(figure):
            continue
        top, share = y + at * (BAR + 2), figure["f1"]
        low, high = (_x(figure[end] if figure[end] is not None else share) for end in ("low", "high"))
        middle, width = top + BAR / 2, round(_x(share) - LEFT, 1)
        yield f'<rect x="{LEFT}" y="{top}" width="{width}" height="{BAR}" fill="{COLOURS[which]}"/>'
        yield f'<text x="{high + 4}" y="{top + BAR - 1}" font-size="10">{share:.2f}</text>'
        yield f'<line x1="{low}" x2="{high}" y1="{middle}" y2="{middle}" stroke="#333"/>'


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
def main(**folders: Path | None) -> None:
    """Measures, and writes the page and its picture."""
    MEASURES.mkdir(exist_ok=True)
    for name, arguments in measures(**folders).items():
        out = str(MEASURES / f"{name}.json")
        with contextlib.suppress(SystemExit):  # too few texts at hand: the last figures stay
            cli.main(["evaluate", *arguments, "--out", out, "--json"], standalone_mode=False)
    PAGE.write_text(page(), "utf-8")
    PICTURE.write_text(picture(), "utf-8")


if __name__ == "__main__":
    main()
