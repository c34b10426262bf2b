"""`counterclaim evaluate stories`: how well tellings of several reports are joined to claims."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click
from rich.progress import track
from rich.table import Table

from counterclaim import printing
from counterclaim.errors import BadValueError
from counterclaim.evaluating import story_sets, story_twice
from counterclaim.evaluating.scores import Figure, Score, Scores, Twofold, figures
from counterclaim.evaluating.story_answers import Linked, Roots
from counterclaim.evaluating.story_faults import faults
from counterclaim.evaluating.story_scores import scores
from counterclaim.evaluating.story_sets import Labels
from counterclaim.linking.independence import roots
from counterclaim.linking.linker import link
from counterclaim.model.report import Report
from counterclaim.model.telling import Telling
from counterclaim.options import FILE, FOLDER, as_json, model_option, out_option
from counterclaim.pipeline import read_report


@click.command(name="stories")
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option("--texts", type=FOLDER, help="Folder with the texts of real stories, found by their sha256.")
@click.option("--given", is_flag=True, help="Link the labelled tellings, instead of those that are read.")
@click.option("--second", type=FILE, help="Score these labels of the same stories instead of the program.")
@click.option("--verbose", is_flag=True, help="Say of each story what is wrong.")
@model_option
@out_option
@as_json
def on_stories(
    path: Path,
    texts: Path | None,
    *,
    given: bool,
    second: Path | None,
    verbose: bool,
    model: Path | None,
    out: Path | None,
    as_json: bool,
) -> None:
    """Link the reports of stories and compare claims, origins, drift and roots.

    PATH is a folder with stories (story.yml beside labelled reports), or a file of real ones, a story a line, whose
    texts lie in --texts; a story that lacks a text is left out. 95 % intervals are by bootstrap over stories.
    With --second, a file of the same stories, it is one annotator against the other, and no texts are needed.
    """
    if second is not None:
        _compare_labels(path, second, verbose=verbose, out=out, as_json=as_json)
        return
    held, left_out = _stories(path, texts, given=given)
    shown = track(held, "linking", console=printing.console(stderr=True), disable=not sys.stderr.isatty())
    linked = [(story_sets.given(one, link) if given else _read(one, model), roots) for one in shown]
    by_story = [scores(*one, read=not given) for one in linked]
    head = {"set": path.name, "linked": "labels" if given else "read", "stories": len(held)}
    lines = _lines([len(one.reports) for one in held], linked, by_story, verbose=verbose)
    head |= {"stories_left_out": left_out, **_counts(lines), "by": _by([one for one, _ in linked])}
    _give(head, lines, by_story, out=out, as_json=as_json)


def _compare_labels(path: Path, second: Path, *, verbose: bool, out: Path | None, as_json: bool) -> None:
    """One annotator against the other, over the stories that both have labelled."""
    if not path.is_file():
        raise click.UsageError("--second is for a file of stories.")
    ours, theirs = ({one.id: one for one in story_twice.of_file(each)} for each in (path, second))
    both = [story_twice.linked(one, theirs[name]) for name, one in ours.items() if name in theirs]
    if not both:
        raise BadValueError(f"{path} and {second} have no story in common.", "Give two labellings of the same stories.")
    by_story = [scores(*one, read=False) for one in both]
    reports = [len({name.partition("/")[0] for name in one.found}) for one, _ in both]
    lines = _lines(reports, both, by_story, verbose=verbose)
    head = {"set": path.name, "linked": "second annotator", "stories": len(both)}
    head |= {"stories_left_out": len(ours) - len(both), **_counts(lines), "by": second.name}
    _give(head, lines, by_story, out=out, as_json=as_json)


def _lines(
    reports: Sequence[int], linked: Sequence[tuple[Linked, Roots]], by_story: Sequence[Scores], *, verbose: bool
) -> list[dict[str, Any]]:
    """What became of each story; with `verbose` also what is wrong."""
    lines = [_line(held, one, found) for held, (one, _), found in zip(reports, linked, by_story, strict=True)]
    if verbose:
        for line, one in zip(lines, linked, strict=True):
            line["faults"] = faults(*one)
    return lines


def _give(
    head: dict[str, Any],
    lines: Sequence[dict[str, Any]],
    by_story: Sequence[Scores],
    *,
    out: Path | None,
    as_json: bool,
) -> None:
    """Keeps the figures in a file, if asked, and prints them."""
    found = figures(by_story)
    whole = head | {"figures": [_figure(one) for one in found]}
    if out:
        out.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", "utf-8")
    if as_json:
        printing.json_lines([*lines, whole])
    else:
        _show(head, lines, found)


def _stories(path: Path, texts: Path | None, *, given: bool) -> tuple[list[Labels], int]:
    """The stories that can be measured, and how many cannot for want of a text. Raises where that is all of them."""
    if path.is_dir():
        if texts:
            raise click.UsageError("--texts is for a file of real stories; a folder of stories holds its own.")
        return list(story_sets.of_corpus(path)), 0
    if given:
        raise click.UsageError("--given needs tellings labelled in full, as the corpus has them.")
    if texts is None:
        raise click.UsageError("A file of real stories holds no texts: say with --texts where they are.")
    found = list(story_sets.of_file(path, texts))
    held, without = [one for one in found if isinstance(one, Labels)], [one for one in found if isinstance(one, str)]
    if without:
        printing.say(f"{len(held)} of {len(found)} stories have all their texts in {texts}; not: {', '.join(without)}.")
    if not held:
        raise BadValueError(f"{path}: there is no story with texts.", "Find its reports again by their addresses.")
    return held, len(without)


def _read(labels: Labels, model: Path | None) -> Linked:
    def read(made: Report) -> tuple[Telling, ...]:
        return read_report(made, model)[1]

    return story_sets.end_to_end(labels, read, link)


def _line(reports: int, linked: Linked, found: Scores) -> dict[str, Any]:
    """What became of one story."""
    return {
        "story": linked.story.id,
        "reports": reports,
        "tellings": sum(len(claim.tellings) for claim in linked.story.claims),
        "tellings_linked": len(linked.tellings) or len(linked.found),
        "tellings_found": len(linked.claim_of),
        "claims": len(linked.story.claims),
        "claims_made": len(linked.claims),
        "figures": [{"name": name} | _hits(score) for name, score in found.items()],
    }


def _counts(lines: Iterable[dict[str, Any]]) -> dict[str, int]:
    names = ("reports", "tellings", "tellings_linked", "tellings_found", "claims", "claims_made")
    return {name: sum(line[name] for line in lines) for name in names}


def _by(linked: Sequence[Linked]) -> str:
    readers = {name for one in linked for telling in one.tellings.values() for name in telling.by.values()}
    linkers = {claim.by for one in linked for claim in one.claims}
    return ", ".join([*sorted(filter(None, readers)), *sorted(linkers)])


def _hits(score: Score) -> dict[str, float]:
    """Numerators and denominators: `hit` of `found`, `recalled` of `gold`."""
    counts = {"hit": score.hit, "found": score.found, "recalled": _recalled(score), "gold": score.gold}
    return {name: round(count, 6) for name, count in counts.items()}


def _recalled(score: Score) -> float:
    return score.recalled if isinstance(score, Twofold) else score.hit


def _figure(figure: Figure) -> dict[str, Any]:
    return figure.as_json() | _hits(figure.score)


def _show(head: dict[str, Any], lines: Iterable[dict[str, Any]], found: Iterable[Figure]) -> None:
    console = printing.console()
    for line in lines:
        for fault in line.get("faults", ()):
            console.print(printing.plain(f"{line['story']}: {fault}"), soft_wrap=True)
    names = ("stories", "reports", "tellings", "tellings_found", "claims", "claims_made")
    counts = ", ".join(f"{head[name]} {name.replace('_', ' ')}" for name in names)
    table = Table("figure", "precision", "recall", "F1", "95 %", title=f"{head['set']}: {counts}", caption=head["by"])
    for figure in found:
        table.add_row(figure.name, *_cells(figure))
    console.print(table)


def _cells(figure: Figure) -> Iterator[str]:
    score = figure.score
    for share, hit, of in (
        (score.precision, score.hit, score.found),
        (score.recall, _recalled(score), score.gold),
    ):
        yield "" if share is None else f"{share:.3f} ({hit:.4g}/{of:g})"
    yield "" if score.f1 is None else f"{score.f1:.3f}"
    yield "" if figure.low is None or figure.high is None else f"{figure.low:.2f}–{figure.high:.2f}"
