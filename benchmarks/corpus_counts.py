"""What the corpus holds, counted: `python benchmarks/corpus_counts.py` writes corpus/COUNTS.md."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import click

from counterclaim.evaluating.attribution_scores import is_reference
from counterclaim.evaluating.labelled import Labelled, labelled
from counterclaim.evaluating.places import TYPES
from counterclaim.evaluating.story import load
from counterclaim.evaluating.validation import SENSES, USES, WHY
from counterclaim.kinds.kinds import kinds
from counterclaim.model.source import SourceClass
from counterclaim.model.telling import Quote, Telling, Voice
from counterclaim.model.vocabulary import NOTES

CORPUS = Path(__file__).parents[1] / "corpus"
PAGE = CORPUS / "COUNTS.md"
PARTS = ("train", "dev", "test", "stories/tune", "stories/test")
Count = Callable[[Labelled], int]


def told(holds: Callable[[Telling], object]) -> Count:
    """How many tellings of a report `holds` is true of."""
    return lambda one: sum(bool(holds(telling)) for telling in one.tellings.values())


def remarked(layer: str, value: str) -> Count:
    """How many words of a layer have a value."""
    return lambda one: sum(remark.value == value for remark in one.remarks[layer])


def referred(telling: Telling) -> bool:
    """Whether the claimant stands there by pronoun, role or surname."""
    return telling.chain.claimant is not None and is_reference(telling.chain.claimant)


def call_sign(telling: Telling) -> bool:
    """Whether a witness is known by a call sign."""
    source = telling.chain.claimant
    return bool(source and source.name and source.source_class is SourceClass.UNNAMED_WITNESS)


def unnamed(telling: Telling) -> bool:
    """Whether the claimant has no name."""
    source = telling.chain.claimant
    return bool(source and source.span and source.name is None)


def having(name: str, value: object) -> Callable[[Telling], bool]:
    """Whether an attribute of a telling has a value."""
    return lambda telling: getattr(telling, name) == value


def noted(note: str) -> Callable[[Telling], bool]:
    """Whether a telling has a note."""
    return lambda telling: note in telling.notes


def styled(style: str) -> Count:
    """Whether a report is of a style."""
    return lambda one: one.style == style


def stance(name: str) -> Callable[[Telling], bool]:
    """Whether the polarity or the certainty is `name`."""
    return lambda telling: telling.stance is not None and name in str(telling.stance).split("/")


def rows() -> Iterator[tuple[str, Count]]:
    """Everything that is counted."""
    yield "tellings", told(lambda _: True)
    yield from ((f"voice {voice}", told(having("voice", voice))) for voice in Voice)
    yield from ((f"quoted: {quote}", told(having("quote", quote))) for quote in Quote)
    yield "relayed chains", told(lambda one: one.chain.relays)
    yield "relayed twice or more", told(lambda one: len(one.chain.relays) > 1)
    yield "claimant by pronoun, role or surname", told(referred)
    yield "claimant by call sign", told(call_sign)
    yield "claimant without a name", told(unnamed)
    yield "with an addressee", told(lambda one: one.addressee)
    yield from ((name, told(stance(name))) for name in ("denies", "doubts", "hedged", "conditional", "forecast"))
    yield "answers another telling", told(lambda one: one.answers)
    yield "background", told(lambda one: one.background)
    yield from ((f"note {note}", told(noted(note))) for note in NOTES)
    yield "day of saying", told(lambda one: one.said)
    yield "day of what is claimed", told(lambda one: one.when)
    yield "quantities", lambda one: sum(len(telling.quantities) for telling in one.tellings.values())
    yield "collective places", told(lambda one: one.places)
    yield from ((f"kind {kind}", told(having("kind", kind))) for kind in kinds())
    yield from ((f"not told: {why}", remarked("not_told", why)) for why in WHY)
    yield from ((f"loaded, {use}", remarked("loaded", use)) for use in USES)
    yield "liberation, any use", liberation
    senses = (f"{word}/{sense}" for word, listed in SENSES.items() for sense in listed)
    yield from ((f"sense {sense}", remarked("senses", sense)) for sense in senses)
    yield from ((f"place mention: {name}", mentions(name)) for name in TYPES)
    yield "place mention: ambiguous", lambda one: sum(bool(mention.place.alternatives) for mention in one.places)


def liberation(one: Labelled) -> int:
    """How often a form of "liberation" is marked as loaded."""
    return sum("liberat" in remark.span.text.lower() for remark in one.remarks["loaded"])


def mentions(name: str) -> Count:
    """How many place mentions are of a type."""
    return lambda one: sum(mention.type == name for mention in one.places)


def table(rows_: Iterable[tuple[str, Count]], parts: Sequence[Sequence[Labelled]]) -> Iterator[str]:
    """A line for each count, with its sum over each part and over all."""
    for name, count in rows_:
        numbers = [sum(map(count, part)) for part in parts]
        yield f"| {name} | {' | '.join(map(str, (*numbers, sum(numbers))))} |"


def page() -> str:
    """The page in Markdown."""
    parts = [list(labelled(CORPUS / part)) if (CORPUS / part).is_dir() else [] for part in PARTS]
    lines = ["# What the corpus holds", "", "Written by `python benchmarks/corpus_counts.py`; do not edit.", ""]
    lines += [f"| | {' | '.join(PARTS)} | all |", "|---|" + "---|" * (len(PARTS) + 1)]
    lines += [*table([("reports", lambda _: 1), *_styles(parts), *rows()], parts), "", *_stories(), ""]
    return "\n".join(lines)


def _styles(parts: Sequence[Sequence[Labelled]]) -> Iterator[tuple[str, Count]]:
    styles = Counter(one.style for part in parts for one in part)
    for style in sorted(filter(None, styles)):
        yield f"style {style}", styled(style)


def _stories() -> Iterator[str]:
    found = [load(path) for path in sorted(CORPUS.glob("stories/*/*/story.yml"))]
    changes = Counter(item["change"] for story in found for claim in story.claims for item in claim.drift)
    claims = [claim for story in found for claim in story.claims]
    several = sum(len(claim.tellings) > 1 for claim in claims)
    unheld = sum(not isinstance(claim.origin, str) for claim in claims)
    pairs = sum(len(story.look_alikes) for story in found)
    yield f"{len(found)} stories: {len(claims)} claims, {several} of them told more than once,"
    yield f"{unheld} with an unheld origin, {pairs} pairs of look-alikes. Drift:"
    yield ", ".join(f"{name} {count}" for name, count in sorted(changes.items())) + "."


@click.command()
def main() -> None:
    """Writes the page."""
    PAGE.write_text(page(), "utf-8")


if __name__ == "__main__":
    main()
