"""What linking makes of a story beside what the labels say: where each claim began, what each telling derives from."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Protocol

from counterclaim.evaluating import story as stories
from counterclaim.evaluating.pairing import most_pairs
from counterclaim.evaluating.same_names import same_name, same_root
from counterclaim.evaluating.story import Story
from counterclaim.model.claim import Claim, End, Unheld, end_json
from counterclaim.model.telling import Telling

UNNAMED = "unnamed"  # how labels begin the root that is nobody in particular


class Root(Protocol):
    """An independent source; nobody in particular has no name."""

    @property
    def name(self) -> str | None: ...  # noqa: D102 the class says it
    @property
    def written(self) -> Sequence[str]: ...  # noqa: D102 words by which those are called who are not named


Roots = Callable[[Sequence[Claim], Mapping[str, Telling]], Sequence[Root]]


@dataclass(frozen=True)
class Linked:
    """A labelled story and the claims made of its tellings.

    `found` says which of `tellings` (by id) stands for a labelled one (by name); who has none was not found.
    """

    story: Story
    found: Mapping[str, str] = field(hash=False)
    tellings: Mapping[str, Telling] = field(hash=False)
    claims: Sequence[Claim] = field(hash=False)

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The labelled telling by the id of the one that stands for it; of two the first."""
        return {id_: name for name, id_ in reversed(list(self.found.items()))}

    @cached_property
    def claim_of(self) -> Mapping[str, int]:
        """Which claim, by its place in `claims`, holds each labelled telling that was found."""
        held = {id_: at for at, claim in enumerate(self.claims) for id_ in claim.tellings}
        return {name: held[id_] for name, id_ in self.found.items() if id_ in held}

    def shown(self, end: End | None) -> Any:
        """An end in the labels' names; of a telling that stands for none, its id."""
        return self.names.get(end, end) if isinstance(end, str) else end_json(end)

    def is_same(self, wanted: stories.Origin | None, end: End | None) -> bool:
        """Whether `end` is the telling, the unheld source or the nothing that the labels want."""
        if wanted is None or isinstance(wanted, str):
            return end == (None if wanted is None else self.found.get(wanted, ""))
        return isinstance(end, Unheld) and same_name(wanted["unheld"], end.name)


@dataclass(frozen=True, slots=True)
class Answer:
    """One question that a story asks: what the labels say, what was made of it, whether that is right.

    `reachable`: what it takes was found. `weight` is how much hangs on it.
    """

    about: str
    wanted: Any = field(hash=False)
    given: Any = field(hash=False)
    right: bool
    reachable: bool
    weight: int = 0


def main_claim(one: Linked, claim: stories.Claim) -> Claim | None:
    """The claim that holds most of a labelled claim's tellings (the first of several); None where none was found."""
    times = Counter(one.claim_of[name] for name in claim.tellings if name in one.claim_of)
    return one.claims[min(times, key=lambda at: (-times[at], at))] if times else None


def origin(one: Linked, claim: stories.Claim) -> Answer:
    """Where a labelled claim began."""
    main = main_claim(one, claim)
    end = main.origin if main else None
    right = main is not None and one.is_same(claim.origin, end)
    reachable = main is not None and (not isinstance(claim.origin, str) or claim.origin in one.claim_of)
    return Answer(claim.id, claim.origin, one.shown(end), right, reachable, len(claim.tellings))


def asks_for_origin(claim: stories.Claim) -> bool:
    """Whether there is a choice: several tellings, or an origin that is not held."""
    return len(claim.tellings) > 1 or not isinstance(claim.origin, str)


def parents(one: Linked) -> Iterator[Answer]:
    """What each telling but a labelled claim's origin derives from; nothing is right only where that is said."""
    for claim in one.story.claims:
        for child, wanted in claim.parents.items():
            if child != claim.origin:
                yield _parent(one, child, wanted)


def _parent(one: Linked, child: str, wanted: stories.Origin | None) -> Answer:
    at = one.claim_of.get(child)
    edges = one.claims[at].parents if at is not None else {}
    id_ = one.found.get(child, "")
    right = id_ in edges and one.is_same(wanted, edges[id_])
    reachable = at is not None and (not isinstance(wanted, str) or wanted in one.claim_of)
    given = one.shown(edges[id_]) if id_ in edges else "an origin" if at is not None else "not found"
    return Answer(child, wanted, given, right, reachable)


def positions(one: Linked, roots: Roots) -> Iterator[Answer]:
    """The independent sources behind each position, by name; None is nobody in particular, once at most."""
    claims = {claim.id: claim for claim in one.story.claims}
    for position in one.story.positions:
        names = {name for claim in position["claims"] for name in claims[claim].tellings}
        ours, unnamed = _wanted(position["roots"])
        found = roots(_of_position(one, names), one.tellings)
        wanted, theirs = [*ours, *unnamed], [root.name or " / ".join(root.written) or None for root in found]
        right = len(wanted) == len(theirs) == most_pairs(wanted, found, _is_root)
        about = f"{position['question']} {position['answer']}"
        yield Answer(about, wanted, theirs, right, bool(names & one.claim_of.keys()), len(position["claims"]))


def _is_root(wanted: str | None, root: Root) -> bool:
    """Whether it is the root that labels want: by its name, or by the words for somebody who is not named."""
    called = [root.name] if root.name else [None, *root.written]
    return any(same_root(wanted, name) for name in called)


def _wanted(roots: Sequence[str]) -> tuple[list[str], list[None]]:
    named = [name for name in roots if not unnamed(name)]
    return named, [None][: len(roots) - len(named)]


def unnamed(root: str) -> bool:
    """Whether labels mean nobody in particular by it."""
    return root.casefold().startswith(UNNAMED)


def _of_position(one: Linked, names: set[str]) -> list[Claim]:
    """The claims half of whose tellings, of those that stand for labelled ones, are among `names`."""
    whole = Counter(one.claim_of.values())
    here = Counter(at for name, at in one.claim_of.items() if name in names)
    return [one.claims[at] for at in sorted(here) if 2 * here[at] >= whole[at]]
