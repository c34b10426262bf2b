"""Learns what shows a repeat within a report: `python training/repeats/train.py SNAPSHOTS --texts STORIES`.

Writes lang/en/repeats.tsv, the weights of linking/repeats.py, by logistic regression over pairs of tellings of one
report: those of the pages in judged.jsonl (cut by benchmarks/real/pages.py out of SNAPSHOTS, read by the program), of
corpus/stories/tune, as labelled and as read, and of the real stories in benchmarks/real/ruled-dev.jsonl, whose texts
lie in STORIES. Prints how well the pairs of reports and stories that are left out are told.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

from counterclaim.evaluating import story_sets
from counterclaim.intake import front_matter
from counterclaim.intake.inputs import Input
from counterclaim.intake.report import report
from counterclaim.linking.linker import by_report, link
from counterclaim.linking.repeats import LIKELY, Pair, comparable, signs
from counterclaim.linking.traits import traits
from counterclaim.model.report import Report, text_hash
from counterclaim.model.telling import Telling
from counterclaim.pipeline import read_report

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "benchmarks" / "real"))
from pages import Page, pages  # noqa: E402

OUT = ROOT / "src" / "counterclaim" / "lang" / "en" / "repeats.tsv"
HEAD = "# what speaks for a repeat<TAB>its weight (log odds); written by training/repeats/train.py\n"
PARTS, PENALTY, STEPS, SURE = 10, 1.0, 60, 1e-6
SAME = 0.5  # share of the characters of two contents by which they are one telling's

Floats = NDArray[np.float64]


@dataclass
class Examples:
    """Pairs with what is known of them: of which report or story they are, and whether they are of one claim."""

    pairs: list[Pair] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    repeats: list[bool] = field(default_factory=list)

    def add(
        self, tellings: Sequence[Telling], claims: Mapping[str, object], unsure: set[frozenset[str]], group: str
    ) -> None:
        """Adds the pairs of one report whose tellings are of known claims."""
        known = [one for one in traits(tellings) if one.id in claims]
        for one, other in combinations(known, 2):
            if comparable(one, other) and frozenset((one.id, other.id)) not in unsure:
                self.pairs.append((one, other))
                self.groups.append(group)
                self.repeats.append(claims[one.id] == claims[other.id])


@click.command()
@click.argument("snapshots", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--texts", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True)
def main(snapshots: Path, texts: Path) -> None:
    """Learns, measures and writes."""
    found = Examples()
    _judged(found, snapshots)
    _stories(found, texts)
    rows = [signs(*pair) for pair in found.pairs]
    names = list(rows[0])
    table = np.array([[1.0, *(float(row[name]) for name in names)] for row in rows])
    wanted, groups = np.array(found.repeats, dtype=float), np.array(found.groups)
    _measure(table, wanted, groups)
    weights = zip(["always", *names], learned(table, wanted), strict=True)
    OUT.write_text(HEAD + "".join(f"{name}\t{weight:.2f}\n" for name, weight in weights), "utf-8")


def learned(table: Floats, wanted: Floats) -> Floats:
    """The weights of a logistic regression, by Newton's method; all but the first are kept small."""
    weights = np.zeros(table.shape[1])
    small = np.diag([SURE, *[PENALTY] * (table.shape[1] - 1)])
    for _ in range(STEPS):
        likely = told(table, weights)
        slope = table.T @ (likely - wanted) + small @ weights
        step = np.linalg.solve((table * (likely * (1 - likely))[:, None]).T @ table + small, slope)
        weights -= step
        if np.abs(step).max() < SURE:
            break
    return weights


def told(table: Floats, weights: Floats) -> Floats:
    """How likely each row is a repeat."""
    return np.asarray(1 / (1 + np.exp(-table @ weights)))


def _measure(table: Floats, wanted: Floats, groups: NDArray[np.str_]) -> None:
    """Prints precision and recall where each part of the reports and stories is told by what the others show."""
    names = sorted(set(groups), key=lambda name: text_hash(str(name)))
    likely = np.zeros(len(wanted))
    for part in range(PARTS):
        held = np.isin(groups, names[part::PARTS])
        likely[held] = told(table[held], learned(table[~held], wanted[~held]))
    for start in ("page", "real", "st"):
        here = np.char.startswith(groups, start)
        yes, right = here & (likely >= LIKELY), here & (likely >= LIKELY) & (wanted > 0)
        of = int(wanted[here].sum())
        click.echo(f"{start}: {right.sum()} of {yes.sum()} told are repeats, {right.sum()} of {of} repeats are told")


def _judged(found: Examples, snapshots: Path) -> None:
    lines = [json.loads(line) for line in (HERE / "judged.jsonl").read_text("utf-8").splitlines()]
    asked = {line["address"]: line for line in lines}
    for page in pages(snapshots):
        line = asked.get(page.address)
        made = made_of(page) if line else None
        if line and made and text_hash(made.text) == line["sha256"]:
            tellings = read_report(made)[1]
            ids = dict(_found(tellings, line["tellings"]))
            claim_of = {at: f"claim {number}" for number, claim in enumerate(line["claims"]) for at in claim}
            claims = {id_: claim_of.get(at, f"telling {at}") for at, id_ in ids.items()}
            unsure = {frozenset(ids[at] for at in pair) for pair in line["unsure"] if set(pair) <= ids.keys()}
            found.add(tellings, claims, unsure, f"page {page.address}")


def _found(tellings: Sequence[Telling], spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """The telling (its id) that is read at each span, where one is."""
    for at, (start, end) in enumerate(spans):
        for one in tellings:
            both = min(one.content.end, end) - max(one.content.start, start)
            if both > SAME * max(end - start, one.content.end - one.content.start):
                yield at, one.id
                break


def made_of(page: Page) -> Report:
    """The report of a page, as intake makes it."""
    words = "\n\n".join(page.paragraphs) + "\n"
    stated = {"outlet": page.outlet, "url": page.address, "published": page.published, "title": None}
    raw = (front_matter.written(stated) + words).encode()
    made, _ = report(Input("page.txt", text_hash(words), raw, "text"))
    return made


def _stories(found: Examples, texts: Path) -> None:
    tune = list(story_sets.of_corpus(ROOT / "corpus" / "stories" / "tune"))
    real = story_sets.of_file(ROOT / "benchmarks" / "real" / "ruled-dev.jsonl", texts)
    linked = [(one.story.id, story_sets.given(one, link)) for one in tune]
    held = [one for one in (*tune, *real) if not isinstance(one, str)]
    linked += [(one.story.id, story_sets.end_to_end(one, lambda made: read_report(made)[1], link)) for one in held]
    for name, made in linked:
        claim_of = {label: claim.id for claim in made.story.claims for label in claim.tellings}
        claims = {id_: claim_of[label] for label, id_ in reversed(list(made.found.items()))}
        for _, tellings in by_report(made.tellings.values()):
            found.add(tellings, claims, set(), name)


if __name__ == "__main__":
    main()
