"""A claim laid out for the eye: what hangs under what, how each telling differs, in words that page and picture share.

All functions take claims and tellings in the public shape, as they may be shown.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import islice
from typing import Any

from counterclaim.printing import MASKED, PLAIN_STANCE, named
from counterclaim.views.weight import weightiest

Json = Mapping[str, Any]
CHAIN_ARROW = " → "
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Node:
    """A telling (`line`), or a source that is cited and not held (`unheld`), with what derives from it.

    `drift` are the differences told of this telling, `reasons` by what it hangs where it hangs.
    """

    line: Json | None = None
    unheld: str | None = None
    children: tuple["Node", ...] = ()
    drift: tuple[Json, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The telling's id, or the name of who is not held."""
        return self.line["id"] if self.line else f"unheld {self.unheld}"

    def below(self) -> Iterator["Node"]:
        """This node and all that derive from it, each before its own."""
        yield self
        for child in self.children:
            yield from child.below()


@dataclass(frozen=True)
class Trace:
    """A claim and its tellings by id; `beside` are those that its reports added or dropped.

    What stands behind it (`roots`, `agrees`, `pairs`) is given with the claim.
    """

    claim: Json
    lines: Mapping[str, Json]
    beside: Mapping[str, Json] = field(default_factory=dict, hash=False)

    @cached_property
    def told(self) -> tuple[Json, ...]:
        """The tellings, in the claim's order."""
        return tuple(self.lines[name] for name in self.claim["tellings"] if name in self.lines)

    @cached_property
    def rooted(self) -> tuple[Node, ...]:
        """The trees: the origin's first, then those of each other source that is not held."""
        ends = [self.claim["origin"], *(end for end in self.claim["parents"].values() if isinstance(end, dict))]
        keys = list(dict.fromkeys(map(_key, ends)))
        nodes = (self._node(key, frozenset()) for key in keys)
        return tuple(node for node in nodes if node.line or node.children)

    @cached_property
    def loose(self) -> tuple[Node, ...]:
        """The tellings of which nothing shows where they have it from, with what derives from them."""
        return tuple(self._node(name, frozenset()) for name in self.lines if name in self._loose_ids)

    @cached_property
    def _loose_ids(self) -> frozenset[str]:
        """Tellings without a parent, but for the origin; of a ring, which no sound claim has, its first."""
        parents, origin = self.claim["parents"], self.claim["origin"]
        found = {name for name in self.lines if name != origin and not self._has_parent(parents.get(name))}
        for name in self.lines:
            if not self._hangs(name, found):
                found.add(name)
        return frozenset(found)

    def _has_parent(self, end: Any) -> bool:
        return isinstance(end, dict) or end in self.lines

    def _hangs(self, name: str, loose: set[str]) -> bool:
        """Whether the way up from a telling ends: at the origin, at an unheld source, or at a loose telling."""
        seen: set[str] = set()
        while name not in seen:
            seen.add(name)
            above = self.claim["parents"].get(name)
            if name in loose or name == self.claim["origin"] or isinstance(above, dict):
                return True
            name = above
        return False

    @cached_property
    def _under(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in self.lines:
            above = self.claim["parents"].get(name)
            if self._has_parent(above) and name not in self._loose_ids and name != self.claim["origin"]:
                found.setdefault(_key(above), []).append(name)
        return found

    def _node(self, key: str, above: frozenset[str]) -> Node:
        children = [self._node(name, above | {key}) for name in self._under.get(key, ()) if name not in above]
        if key not in self.lines:
            return Node(unheld=key.removeprefix("unheld "), children=tuple(children))
        drift = tuple(item for item in self.claim["drift"] if item["to"] == key)
        return Node(self.lines[key], None, tuple(children), drift, tuple(self._reasons(key)))

    def _reasons(self, name: str) -> Iterator[str]:
        """By what a telling hangs under its parent; of a loose one, by what it is of the claim."""
        above = self.claim["parents"].get(name)
        if name == self.claim["origin"]:
            return
        if isinstance(above, dict):
            yield f"cites {above['unheld']}"
            return
        joins = [join for join in self.claim["joins"] if name in (join["one"], join["other"])]
        if above is not None:
            joins = [join for join in joins if above in (join["one"], join["other"])]
        for join in sorted(joins, key=lambda join: (-join["points"], join["one"], join["other"]))[:1]:
            yield from weightiest(join["reasons"])

    def compared_with(self, node: Node, item: Json) -> str | None:
        """The outlet of the telling that a difference is told against, where that is not the one it hangs under."""
        other = self.lines.get(item["from"])
        same = item["from"] == self.claim["parents"].get(node.id)
        return None if other is None or same else outlet(other)


@dataclass(frozen=True, slots=True)
class Turn:
    """What one report adds to another, and leaves out; of what was dropped also whether it is a counterclaim.

    `before` and `after` are the outlets, `reports` the ids of both reports.
    """

    before: str
    after: str
    added: tuple[Json, ...]
    dropped: tuple[tuple[Json, bool], ...]
    reports: tuple[str, str]


def turns(trace: Trace) -> Iterator[Turn]:
    """For each two reports of which one derives from the other what was added and dropped, where that is anything."""
    outlets = {line["report"]["id"]: outlet(line) for line in (*trace.beside.values(), *trace.lines.values())}
    for pair in trace.claim.get("pairs", ()):
        added = tuple(trace.beside[name] for name in pair["added"] if name in trace.beside)
        gone = ((trace.beside[name], name in pair["counterclaims"]) for name in pair["dropped"] if name in trace.beside)
        dropped = tuple(sorted(gone, key=lambda one: not one[1]))
        if added or dropped:
            ends = (pair["from"], pair["to"])
            before, after = (outlets.get(end, end) for end in ends)
            yield Turn(before, after, added, dropped, ends)


def _key(end: Any) -> str:
    return f"unheld {end['unheld']}" if isinstance(end, dict) else str(end)


def differs(item: Json, most: int = 120) -> str:
    """A difference in words, neither wording longer than `most`: "number raised: dozens → nearly a hundred"."""
    change, values = item["change"].replace("_", " "), [value for value in (item["was"], item["is"]) if value]
    room = most if len(values) > 1 else 2 * most
    return f"{change}: {' → '.join(shortened(value, room) for value in values)}" if values else change


def outlet(line: Json) -> str:
    """The outlet of a telling; of one that is not known, its report's path."""
    return str(line["report"]["outlet"] or line["report"]["path"])


def day(line: Json) -> str:
    """The day on which a telling's report was published; empty where it is not known."""
    return (line["report"]["published"] or "")[:10]


def spoken_day(iso: str) -> str:
    """A day as an article writes it: "7 Dec 2025"."""
    if not iso:
        return "day not known"
    day = date.fromisoformat(iso)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def chain(line: Json) -> str:
    """Whom the outlet has it from, the claimant last: "TASS → Igor Kimakovsky"."""
    if len(line["chain"]) == 1:
        return "in its own voice"
    return CHAIN_ARROW.join(called(source, line["sentence"]) for source in line["chain"][1:])


def called(source: Json, sentence: Json | None = None) -> str:
    """A source by its name, else by the words that stand for it."""
    if source.get("masked"):
        return named(dict(source), dict(sentence) if sentence else None)
    return str(source.get("name") or source.get("written") or "not named")


def claimant(claim: Json) -> str:
    """Who claims it; who is cited without a name is "not named", which is not an outlet's own voice."""
    source = claim["claimant"]
    if source is None:
        return "outlet’s own voice"
    if source.get("masked"):
        return f"{source['role']} ({MASKED})" if source.get("role") else MASKED
    return called(source) + (" itself" if source.get("as") == "outlet" else "")


def stance(claim: Json) -> str:
    """How it stands to its words where that is not plain assertion: "denies", "hedged"."""
    found = claim.get("stance") or {}
    said_so = [value for value in (found.get("polarity"), found.get("certainty")) if value not in PLAIN_STANCE]
    return f" ({', '.join(said_so)})" if said_so else ""


def said(claim: Json) -> str:
    """The day on which it was said, as far as that is known."""
    value = claim["occasion"].get("said")
    if isinstance(value, dict):
        value = value.get("edtf") or value.get("written")
    return str(value or "")


def about(claim: Json) -> list[str]:
    """What a claim claims beside its words: kind, places, counts."""
    slots = claim["slots"]
    places = [place["written"] for place in slots.get("places") or [slots.get("place")] if place]
    counts = [count["written"] for count in slots.get("quantities") or ()]
    kind = (claim["kind"] or "kind not known").replace("_", " ")
    return [kind, *filter(None, (*places, *counts))]


def is_carried(place: Json, line: Json) -> bool:
    """Whether the place of a telling is named in another sentence than the telling's own."""
    start, sentence = place.get("start"), line["sentence"]
    return start is not None and not sentence["start"] <= start < sentence["end"]


def carried(trace: Trace, place: Json) -> bool:
    """The same of a place of the claim: as the telling has it that stands for the claim."""
    tellers = (line for line in trace.told if place in (line.get("places") or [line["place"]]))
    return any(is_carried(place, line) for line in islice(tellers, 1))


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 report", "7 reports"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def reports(trace: Trace) -> str:
    """In how many reports of how many outlets a claim is told."""
    return f"{_reports(trace.told)}, {counted(len({outlet(line) for line in trace.told}), 'outlet')}"


def _reports(lines: Sequence[Json]) -> str:
    return counted(len({line["report"]["id"] for line in lines}), "report")


def origin(trace: Trace) -> str:
    """Where a claim comes from: "earliest held: OUTLET, DAY", or "traced to TASS (not held)"."""
    end = trace.claim["origin"]
    if isinstance(end, dict):
        return f"traced to {end['unheld']} (not held)"
    line = trace.lines.get(end)
    return f"earliest held: {', '.join(filter(None, (outlet(line), day(line))))}" if line else "origin not known"


def roots(claim: Json) -> str | None:
    """How many independent sources stand behind a claim, and who; None where that was not worked out."""
    found = claim.get("roots")
    if found is None:
        return None
    names = [MASKED if root.get("masked") else root["name"] or unnamed(root) for root in found]
    head = counted(len(found), "independent origin") if found else "no independent origin"
    return f"{head}: {', '.join(names)}" if names else head


def unnamed(root: Json) -> str:
    """Who stands behind a claim and is not named: by the words of the reports, where these say who."""
    called = [f"“{words}”" for words in root.get("written") or ()]
    return f"not named ({', '.join(called)})" if called else "not named"


def shortened(text: str, most: int) -> str:
    """`text` cut at a word so that it has at most so many code points; "…" stands for the rest."""
    whole = " ".join(text.split())
    if len(whole) <= most:
        return whole
    cut = whole[: most - 1]
    space = cut.rfind(" ")
    return (cut[:space] if space > most // 2 else cut).rstrip(" ,;:") + "…"
