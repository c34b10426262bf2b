"""Learns what shows that two tellings are one claim: `python training/linking/train.py SNAPSHOTS --texts STORIES`.

Writes the weights of linking/repeats.py (lang/en/repeats.tsv: two tellings of one report) and of linking/compare.py
(lang/en/joins.tsv: of two reports), each by logistic regression over pairs of tellings: those of corpus/stories/tune,
as labelled and as read, and of the real stories in benchmarks/real/ruled-dev.jsonl, whose texts lie in STORIES; for
repeats also of the pages in judged.jsonl (cut by benchmarks/real/pages.py out of SNAPSHOTS, read by the program).
Prints how well the pairs of reports and stories that are left out are told.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray

from counterclaim.evaluating import story_sets
from counterclaim.evaluating.story_answers import Linked
from counterclaim.intake import front_matter
from counterclaim.intake.inputs import Input
from counterclaim.intake.report import report
from counterclaim.linking import compare, repeats
from counterclaim.linking import signs as across
from counterclaim.linking.compare import can_be_shown
from counterclaim.linking.contrary import opposed
from counterclaim.linking.linker import by_report
from counterclaim.linking.repeats import comparable
from counterclaim.linking.traits import Traits, traits
from counterclaim.linking.weights import ALWAYS
from counterclaim.model.claim import Claim
from counterclaim.model.report import Report, text_hash
from counterclaim.model.telling import Telling
from counterclaim.pipeline import read_report

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT / "benchmarks" / "real"))
from pages import Page, pages  # noqa: E402

TABLES = ROOT / "src" / "counterclaim" / "lang" / "en"
HEAD = "# what speaks for {what}<TAB>its weight (log odds); written by training/linking/train.py\n"
PARTS, PENALTY, STEPS, SURE = 10, 1.0, 60, 1e-6
SAME = 0.5  # share of the characters of two contents by which they are one telling's

Floats = NDArray[np.float64]


@dataclass
class Examples:
    """Pairs with what is known of them: of which report or story they are, and whether they are of one claim."""

    of_one_report: bool
    rows: list[Mapping[str, float]] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    wanted: list[bool] = field(default_factory=list)

    def add(self, one: Traits, other: Traits, group: str, *, wanted: bool) -> None:
        """Adds a pair, if it is one that the linker weighs."""
        if self.of_one_report and comparable(one, other):
            self.rows.append(repeats.signs(one, other))
        elif not self.of_one_report and can_be_shown(one, other) and not opposed(one, other):
            self.rows.append(across.signs(one, other, renamed=False))
        else:
            return
        self.groups.append(group)
        self.wanted.append(wanted)

    def learn(self, name: str, what: str, likely: float) -> None:
        """Learns the table `name`, says how well it tells what is left out, and writes it."""
        names = list(self.rows[0])
        table = np.array([[1.0, *(float(row[sign]) for sign in names)] for row in self.rows])
        wanted = np.array(self.wanted, dtype=float)
        _measure(name, table, wanted, np.array(self.groups), likely)
        weights = zip([ALWAYS, *names], learned(table, wanted), strict=True)
        text = HEAD.format(what=what) + "".join(f"{sign}\t{weight:.2f}\n" for sign, weight in weights)
        (TABLES / f"{name}.tsv").write_text(text, "utf-8")


@click.command()
@click.argument("snapshots", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--texts", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True)
def main(snapshots: Path, texts: Path) -> None:
    """Learns, measures and writes."""
    within, between = Examples(of_one_report=True), Examples(of_one_report=False)
    _judged(within, snapshots)
    for group, story in _stories(texts):
        _add(within, between, group, story)
    within.learn("repeats", "a repeat", repeats.LIKELY)
    between.learn("joins", "one claim in two reports", compare.LIKELY)


def _add(within: Examples, between: Examples, group: str, story: Linked) -> None:
    """Adds the pairs of a story whose tellings are labelled."""
    claim_of = {label: claim.id for claim in story.story.claims for label in claim.tellings}
    claims = {id_: claim_of[label] for label, id_ in reversed(list(story.found.items()))}
    reports = [traits(tellings) for _, tellings in by_report(story.tellings.values())]
    known = [[one for one in report if one.id in claims] for report in reports]
    for held in known:
        for one, other in combinations(held, 2):
            within.add(one, other, group, wanted=claims[one.id] == claims[other.id])
    for ours, theirs in combinations(known, 2):
        for one, other in product(ours, theirs):
            between.add(one, other, group, wanted=claims[one.id] == claims[other.id])


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


def _measure(name: str, table: Floats, wanted: Floats, groups: NDArray[np.str_], likely: float) -> None:
    """Prints precision and recall where each part of the reports and stories is told by what the others show."""
    names = sorted(set(groups), key=lambda group: text_hash(str(group)))
    found = np.zeros(len(wanted))
    for part in range(PARTS):
        held = np.isin(groups, names[part::PARTS])
        found[held] = told(table[held], learned(table[~held], wanted[~held]))
    for start in ("page", "real", "st"):
        here = np.char.startswith(groups, start)
        yes, right = here & (found >= likely), here & (found >= likely) & (wanted > 0)
        of = int(wanted[here].sum())
        click.echo(f"{name}, {start}: {right.sum()} of {yes.sum()} told are right, {right.sum()} of {of} are told")


def _judged(found: Examples, snapshots: Path) -> None:
    lines = [json.loads(line) for line in (HERE / "judged.jsonl").read_text("utf-8").splitlines()]
    asked = {line["address"]: line for line in lines}
    for page in pages(snapshots):
        line = asked.get(page.address)
        made = made_of(page) if line else None
        if line and made and text_hash(made.text) == line["sha256"]:
            tellings = read_report(made)[1]
            at_of = {id_: at for at, id_ in _found(tellings, line["tellings"])}
            claim_of = {at: number for number, claim in enumerate(line["claims"]) for at in claim}
            known = [one for one in traits(tellings) if one.id in at_of]
            for one, other in combinations(known, 2):
                mine, theirs = at_of[one.id], at_of[other.id]
                if sorted((mine, theirs)) not in [sorted(pair) for pair in line["unsure"]]:
                    same = mine in claim_of and claim_of[mine] == claim_of.get(theirs)
                    found.add(one, other, f"page {page.address}", wanted=same)


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


def _unlinked(_: Sequence[Telling]) -> tuple[Claim, ...]:
    """No claims: what is linked is what is learned."""
    return ()


def _stories(texts: Path) -> Iterator[tuple[str, Linked]]:
    """The stories to tune on, as labelled and as read, and the real ones as read, each with its group."""
    tune = list(story_sets.of_corpus(ROOT / "corpus" / "stories" / "tune"))
    real = story_sets.of_file(ROOT / "benchmarks" / "real" / "ruled-dev.jsonl", texts)
    yield from ((one.story.id, story_sets.given(one, _unlinked)) for one in tune)
    for one in (*tune, *real):
        if not isinstance(one, str):
            yield one.story.id, story_sets.end_to_end(one, lambda made: read_report(made)[1], _unlinked)


if __name__ == "__main__":
    main()
