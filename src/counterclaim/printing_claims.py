"""What people see of claims in the terminal: a table, the tree of a claim, what outlets do."""

from collections.abc import Iterable, Iterator
from typing import Any

from rich.panel import Panel
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from counterclaim.printing import console, plain, say
from counterclaim.views import tracing
from counterclaim.views.tracing import Json, Node, Trace, counted, shortened

LOOSE = "nothing shows where they have it from"
WORDS = 200  # code points of a content in a tree
LISTED = 5  # tellings that a report added, or dropped


def claims(traces: Iterable[Trace]) -> None:
    """A table: who claims what, when, told by how many, differing in how much."""
    table = Table(expand=True, show_lines=True)
    columns = (("who", 3), ("says", 7), ("said", None), ("told in", 4), ("differs", None), ("id", None))
    for name, share in columns:
        table.add_column(name, ratio=share, no_wrap=share is None, overflow="fold")
    for trace in traces:
        table.add_row(*(plain(cell) for cell in _cells(trace)))
    if table.row_count:
        console().print(table)
    say(counted(table.row_count, "claim"))


def _cells(trace: Trace) -> Iterator[str]:
    claim = trace.claim
    yield "\n".join((tracing.claimant(claim) + tracing.stance(claim), *_side(claim["claimant"])))
    yield f"{claim['content']}\n[{' · '.join(tracing.about(claim))}]"
    yield tracing.said(claim)
    found = claim.get("roots")
    independent = [counted(len(found), "independent origin")] if found is not None else []
    yield "\n".join((", ".join((tracing.reports(trace), *independent)), tracing.origin(trace)))
    yield str(len(claim["drift"]) or "")
    yield claim["id"]


def _side(source: dict[str, Any] | None) -> Iterator[str]:
    if source and source.get("party") not in (None, "none"):
        yield f"[{source['party']}]"


def trace(found: Trace) -> None:
    """A claim's head, and below it the tree: who has it from whom, and what differs in each telling."""
    claim = found.claim
    head = Text.assemble(
        plain(tracing.claimant(claim) + tracing.stance(claim)), ": ", (plain(f"“{claim['content']}”").plain, "bold")
    )
    facts = [" · ".join(tracing.about(claim)), *([f"said {tracing.said(claim)}"] if tracing.said(claim) else [])]
    agreeing = [f"agrees with {counted(len(claim['agrees']), 'other claim')}"] if claim.get("agrees") else []
    counts = [tracing.reports(found), *agreeing, *filter(None, (tracing.roots(claim),)), tracing.origin(found)]
    for line in (" · ".join(facts), "; ".join(counts)):
        head.append_text(Text("\n")).append_text(plain(line))
    console().print(Panel(head, title=plain(claim["id"])))
    tree = Tree("", hide_root=True, guide_style="dim")
    for node in found.rooted:
        _grow(tree, node, found)
    if found.loose:
        beside = tree.add(Text(LOOSE, style="italic"))
        for node in found.loose:
            _grow(beside, node, found)
    console().print(tree)
    _rest(found)


def _rest(found: Trace) -> None:
    """Who else is cited and not held."""
    drawn = {node.unheld for node in found.rooted}
    others = [one["unheld"] for one in found.claim["unheld"] if one["unheld"] not in drawn]
    if others:
        console().print(plain(f"Cited as well, and not held: {', '.join(dict.fromkeys(others))}"))
    for turn in tracing.turns(found):
        console().print(plain(f"{turn.after} differs from {turn.before}:"))
        for line in turn.added[:LISTED]:
            console().print(plain(f"  + {_told(line)} (in no earlier report held, by nobody named)"))
        for line, counter in turn.dropped[:LISTED]:
            console().print(plain(f"  - {_told(line)}{' (a counterclaim)' if counter else ''}"))
        more = max(len(turn.added) - LISTED, 0), max(len(turn.dropped) - LISTED, 0)
        if any(more):
            console().print(plain(f"  and {more[0]} more added, {more[1]} more dropped"))


def _told(line: Json) -> str:
    return f"“{shortened(line['content']['text'], WORDS)}” · {tracing.chain(line)} · {line['id']}"


def _grow(tree: Tree, node: Node, found: Trace) -> None:
    """Adds a node and what derives from it."""
    branch = tree.add(_label(node, found), guide_style="dim")
    for child in node.children:
        _grow(branch, child, found)


def _label(node: Node, found: Trace) -> Text:
    line = node.line
    if line is None:
        return Text.assemble("┄ ", (plain(node.unheld).plain, "bold"), (" (not held) ┄", "dim"))
    who = Text(plain(tracing.outlet(line)).plain, style="bold")
    label = who.append_text(plain(" · ".join(("", *filter(None, (tracing.day(line), tracing.chain(line)))))))
    label.stylize("not bold", len(tracing.outlet(line)))
    label.append_text(plain(f"\n“{shortened(line['content']['text'], WORDS)}”"))
    for item in node.drift:
        other = found.compared_with(node, item)
        beside = f" (compared with {other})" if other else ""
        label.append_text(Text("\n≠ ", style="yellow"))
        label.append_text(plain(tracing.differs(item) + beside))
    how = "by" if found.claim["parents"].get(node.id) else "of this claim by"
    by = [f"{how}: {'; '.join(node.reasons)}"] if node.reasons else []
    label.append_text(Text("\n" + plain(" · ".join((*by, line["id"]))).plain, style="dim"))
    return label


def outlets(found: Iterable[dict[str, Any]]) -> None:
    """A table: what each outlet tells, whom it cites and who cites it, what differs in its tellings."""
    table = Table(expand=True, show_lines=True)
    columns = (("outlet", 4), ("reports", None), ("tellings", None), ("cites", 4), ("cited by", 4))
    for name, share in (*columns, ("earliest of shared", None), ("differs in", 5)):
        table.add_column(name, ratio=share, overflow="fold", justify="right" if share is None else "left")
    for one in found:
        shared = f"{one['earliest']} of {one['shared']}" if one["shared"] else ""
        cites, cited = (_listed((by["name"], by["count"]) for by in one[name]) for name in ("cites", "cited_by"))
        differs = _listed((change.replace("_", " "), count) for change, count in one["differs"].items())
        cells = (_who(one), str(one["reports"]), str(one["tellings"]), cites, cited, shared, differs)
        table.add_row(*(plain(cell) for cell in cells))
    if table.row_count:
        console().print(table)
    say(counted(table.row_count, "outlet"))


def _who(one: dict[str, Any]) -> str:
    """An outlet's name, and what is known of it: party, owner, languages, days of its first and last report."""
    days = " –\n".join(dict.fromkeys(filter(None, (one["first"], one["last"]))))
    owner = [f"owner: {', '.join(by['name'] for by in one['owner'])}"] if one["owner"] else []
    head = " · ".join((*_side(one), *one["languages"]))
    return "\n".join((one["outlet"] or "not known", *filter(None, (head, *owner, days))))


def _listed(counts: Iterable[tuple[str, int]], most: int = 5) -> str:
    """The most frequent with their numbers."""
    names = [f"{name} {count}" for name, count in counts]
    more = [f"and {len(names) - most} more"] if len(names) > most else []
    return ", ".join((*names[:most], *more))
