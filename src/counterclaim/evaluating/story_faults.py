"""What is wrong with what linking made of a story, for whoever mends it; tellings by their names in the labels."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

from counterclaim.evaluating.story_answers import Answer, Linked, Roots, asks_for_origin, origin, parents, positions


def faults(one: Linked, roots: Roots) -> list[str]:
    """A line for each wrong join, origin, parent and root, and each drift that is missing or too much."""
    origins = [origin(one, claim) for claim in one.story.claims if asks_for_origin(claim)]
    return [
        *split(one),
        *merged(one),
        *_wrong("origin", origins),
        *_wrong("parent", parents(one)),
        *_drift(one),
        *_wrong("roots", positions(one, roots)),
    ]


def split(one: Linked) -> Iterator[str]:
    """The labelled claims whose tellings were put into several claims."""
    for claim in one.story.claims:
        pieces: defaultdict[int, list[str]] = defaultdict(list)
        for name in claim.tellings:
            if name in one.claim_of:
                pieces[one.claim_of[name]].append(name)
        if len(pieces) > 1:
            yield f"{claim.id} is split: {' | '.join(', '.join(piece) for piece in pieces.values())}"


def merged(one: Linked) -> Iterator[str]:
    """The claims that hold tellings of several labelled ones."""
    held: defaultdict[int, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for claim in one.story.claims:
        for name in claim.tellings:
            if name in one.claim_of:
                held[one.claim_of[name]][claim.id].append(name)
    for parts in held.values():
        if len(parts) > 1:
            whole = " | ".join(f"{claim}: {', '.join(names)}" for claim, names in parts.items())
            yield f"{' + '.join(parts)} are one: {whole}"


def _wrong(what: str, answers: Iterator[Answer] | list[Answer]) -> Iterator[str]:
    for answer in answers:
        if not answer.right:
            reach = "" if answer.reachable else " (what it takes was not found)"
            yield f"{what} of {answer.about}: {shown(answer.wanted)}, not {shown(answer.given)}{reach}"


def shown(end: Any) -> str:
    """A telling by its name, an unheld source in brackets, several names with commas."""
    if isinstance(end, list):
        return ", ".join(map(shown, end)) or "nobody"
    return f"[{end['unheld']}]" if isinstance(end, dict) else str(end or "none")


def _drift(one: Linked) -> Iterator[str]:
    ours = Counter((item["to"], str(item["change"])) for claim in one.story.claims for item in claim.drift)
    theirs = Counter(
        (one.names[item.to], str(item.change)) for claim in one.claims for item in claim.drift if item.to in one.names
    )
    yield from (f"drift missing: {to} {change}" for to, change in sorted((ours - theirs).elements()))
    yield from (f"drift too much: {to} {change}" for to, change in sorted((theirs - ours).elements()))
