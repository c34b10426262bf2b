"""A claim's tree as a list to read: lists in lists, not too deep, with what says the same folded under its first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from counterclaim.views import tracing
from counterclaim.views.tracing import Node, Trace

DEEPEST = 5  # lists in lists; what lies deeper stands in the last of them and says itself what it hangs under
FOLDED = 3  # so many that say the same are folded under the first of them


@dataclass(frozen=True, slots=True)
class Branch:
    """A node, the one it hangs `under`, what hangs `below` it, and those `alike` that are folded under it."""

    node: Node
    under: Node | None = None
    below: tuple["Branch", ...] = ()
    alike: tuple["Branch", ...] = ()


def branches(nodes: Sequence[Node]) -> tuple[Branch, ...]:
    """The trees of these nodes."""
    return tuple(_folded([(node, None) for node in nodes], DEEPEST))


def _folded(pairs: Iterable[tuple[Node, Node | None]], deeper: int) -> Iterator[Branch]:
    """Nodes with what they hang under, as siblings."""
    groups: dict[object, list[tuple[Node, Node | None]]] = {}
    for node, under in pairs:
        groups.setdefault(_says(node), []).append((node, under))
    for group in groups.values():
        first, *rest = (_branch(node, under, deeper) for node, under in group)
        if len(rest) < FOLDED:
            yield from (first, *rest)
        else:
            yield Branch(first.node, first.under, first.below, tuple(rest))


def _branch(node: Node, under: Node | None, deeper: int) -> Branch:
    if deeper > 1:
        return Branch(node, under, tuple(_folded(((child, node) for child in node.children), deeper - 1)))
    return Branch(node, under, tuple(_folded(_all_below(node), 0)) if deeper else ())


def _all_below(node: Node) -> Iterator[tuple[Node, Node]]:
    """What hangs under a node, directly or not, with what it hangs under itself, each before its own."""
    waiting = [(child, node) for child in reversed(node.children)]
    while waiting:
        child, above = waiting.pop()
        yield child, above
        waiting += [(below, child) for below in reversed(child.children)]


def _says(node: Node) -> object:
    """What a node that nothing hangs under says, by whom and how it differs; of any other one, itself alone."""
    if node.line is None or node.children:
        return node.id
    drift = tuple((item["slot"], item["change"], item["was"], item["is"]) for item in node.drift)
    words = " ".join(node.line["content"]["text"].casefold().split())
    return words, tracing.chain(node.line), drift


def drawn(trace: Trace, most: int) -> Trace:
    """The part of a claim that a picture of at most so many tellings shows; where all fit, the claim itself.

    What is left out says what others say, or lies farthest from the roots.
    """
    if len(trace.told) <= most:
        return trace
    kept: set[str] = set()
    for name in _nearest_first(trace):
        if len(kept) == most:
            break
        kept.add(name)
    ids = [name for name in trace.claim["tellings"] if name in kept]
    return Trace({**trace.claim, "tellings": ids}, {name: trace.lines[name] for name in ids})


def _nearest_first(trace: Trace) -> Iterator[str]:
    """Tellings that are not folded away, level by level: of the trees, then of those of unknown descent."""
    for roots in (trace.rooted, trace.loose):
        level = list(branches(roots))
        while level:
            yield from (branch.node.line["id"] for branch in level if branch.node.line)
            level = [below for branch in level for below in branch.below]
