"""How well tellings are joined to claims: which are one claim, its origin, tree and drift, and independent roots.

Figures end in "all", where what was not read counts against the program, and "of those found"; where the labelled
tellings themselves are linked there is no such difference, and their names have no ending.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from counterclaim.evaluating.pairing import most_pairs
from counterclaim.evaluating.scores import Score, Twofold, right, summed
from counterclaim.evaluating.story_answers import (
    Answer,
    Linked,
    Roots,
    asks_for_origin,
    origin,
    parents,
    positions,
)

WORD = re.compile(r"\d[\d.,:/-]*\d|\d|[^\W\d_]+")  # a date or number is one
ARTICLES = frozenset({"the", "a", "an", "of"})  # shared by wordings that share nothing

Item = tuple[str, Mapping[str, Any]]  # of drift: the labelled telling it leads to; slot, change, was, is


def scores(one: Linked, roots: Roots, *, read: bool) -> dict[str, Score]:
    """Every figure of one story; `read`: its tellings were read by the program, not given."""
    return summed(_read(one, roots) if read else _given(one, roots))


def _given(one: Linked, roots: Roots) -> Iterator[tuple[str, Score]]:
    gold = _gold_claims(one)
    yield "claims, B³", b_cubed(gold, one.claim_of)
    yield from _shares("origin right", _origins(one))
    yield from _shares("parent right", parents(one))
    yield from _drift("", one, gold)
    yield from _of_stories(one, roots)


def _read(one: Linked, roots: Roots) -> Iterator[tuple[str, Score]]:
    gold = _gold_claims(one)
    found = {name: claim for name, claim in gold.items() if name in one.claim_of}
    yield "tellings found (recall)", Score(len(found), len(gold), len(gold))
    yield "claims, B³, of those found", b_cubed(found, one.claim_of)
    yield "claims, B³, all", b_cubed(gold, one.claim_of)
    for what, answers in (("origin right", list(_origins(one))), ("parent right", list(parents(one)))):
        yield from _shares(f"{what}, of those found", (answer for answer in answers if answer.reachable))
        yield from _shares(f"{what}, all", answers)
    yield from _drift(", of those found", one, found)
    yield from _drift(", all", one, gold)
    yield from _of_stories(one, roots)


def _gold_claims(one: Linked) -> dict[str, str]:
    return {name: claim.id for claim in one.story.claims for name in claim.tellings}


def b_cubed(gold: Mapping[str, str], found: Mapping[str, int]) -> Twofold:
    """Precision and recall of the company each of `gold` keeps, averaged over all of them; who was not found is alone.

    Method: Bagga & Baldwin (1998), "Algorithms for Scoring Coreference Chains"; what was not found as a singleton as
    in Cai & Strube (2010).
    """
    placed = {name: found.get(name, name) for name in gold}
    ours, theirs = Counter(gold.values()), Counter(placed.values())
    both = Counter((gold[name], placed[name]) for name in gold)
    precise = sum(times * times / theirs[claim] for (_, claim), times in both.items())
    recalled = sum(times * times / ours[claim] for (claim, _), times in both.items())
    return Twofold(precise, len(gold), len(gold), recalled)


def _shares(name: str, answers: Iterable[Answer]) -> Iterator[tuple[str, Score]]:
    for answer in answers:
        yield name, right(answer.right)


def _origins(one: Linked) -> Iterator[Answer]:
    return (origin(one, claim) for claim in one.story.claims if asks_for_origin(claim))


def _of_stories(one: Linked, roots: Roots) -> Iterator[tuple[str, Score]]:
    """What is asked of a story as a whole, and of its positions."""
    origins = [origin(one, claim) for claim in one.story.claims]
    answers = list(positions(one, roots))
    if origins:
        yield "story right: origin of its most told claim", right(_heaviest(origins).right)
    for answer in answers:
        yield "roots exact", right(answer.right)
        yield "number of roots right", right(len(answer.given) == len(answer.wanted))
    if answers:
        yield "story right: roots of its largest position", right(_heaviest(answers).right)
        yield "story right: roots of all its positions", right(all(answer.right for answer in answers))


def _heaviest(answers: list[Answer]) -> Answer:
    """That on which most hangs, the first of several."""
    return max(answers, key=lambda answer: answer.weight)


def _drift(ending: str, one: Linked, names: Collection[str]) -> Iterator[tuple[str, Score]]:
    """What differs in the tellings `names`: by telling and change, and strictly by slot and words too."""
    ours = [(item["to"], item) for claim in one.story.claims for item in claim.drift if item["to"] in names]
    theirs = [
        (one.names[item.to], item.as_json()) for claim in one.claims for item in claim.drift if item.to in one.names
    ]

    def score(same: Callable[[Item, Item], bool]) -> Score:
        return Score(most_pairs(ours, theirs, same), len(theirs), len(ours))

    yield f"drift{ending}", score(_same_change)
    yield f"drift with slot and words{ending}", score(_same_difference)


def _same_change(one: Item, other: Item) -> bool:
    return one[0] == other[0] and bool(one[1]["change"] == other[1]["change"])


def _same_difference(one: Item, other: Item) -> bool:
    if not _same_change(one, other) or one[1]["slot"] != other[1]["slot"]:
        return False
    wordings = [(_words(one[1].get(side)), _words(other[1].get(side))) for side in ("was", "is")]
    return any(ours & theirs for ours, theirs in wordings) or not any(ours for ours, _ in wordings)


def _words(wording: str | None) -> set[str]:
    found = {word.casefold().replace(",", "") for word in WORD.findall(wording or "")}
    return found - ARTICLES or found
