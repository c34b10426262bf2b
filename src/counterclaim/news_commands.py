"""`counterclaim new`: what the ledger got since a cut-off, grouped by origin."""

from collections.abc import Iterator
from typing import Any

import click
from rich.panel import Panel
from rich.text import Text

from counterclaim import printing
from counterclaim.opening import open_shown
from counterclaim.options import as_json as json_option
from counterclaim.options import ledger_option, names_option
from counterclaim.views import tracing
from counterclaim.views.news import News, cut_off, line, news
from counterclaim.views.tracing import counted

SHOWN = 10  # groups in the terminal
CLAIMS = 5  # claims of a group in the terminal
WORDS = 200  # code points of a content


@click.command(name="new")
@click.option(
    "--since",
    metavar="DAY|MOMENT|ENTRY",
    help="What came after it: 2025-12-07, 2025-12-07T09:00Z, the number of a log entry, week, all. "
    "[default: the day on which the newest report came]",
)
@click.option("--limit", type=click.IntRange(1), help="So many groups. [default: 10 in the terminal]")
@ledger_option
@names_option
@json_option
def new(since: str | None, limit: int | None, ledger: str | None, *, names: bool, as_json: bool) -> None:
    """Show what is new: the claims of reports that came since the cut-off, grouped by whom each is first heard from.

    What counts is when a report came into the ledger, not when it was published.
    """
    with open_shown(ledger, names=names) as shown, shown.store.snapshot():
        found = news(shown, cut_off(shown, since))
        groups = found.groups[:limit] if limit or as_json else found.groups[:SHOWN]
        if as_json:
            printing.json_lines(line(shown, found, group) for group in groups)
        else:
            for group in groups:
                _group(line(shown, found, group, most=CLAIMS))
            if len(found.groups) > len(groups):
                printing.say(f"{counted(len(found.groups) - len(groups), 'more group')}: --limit shows more of them.")
        for said in _summed_up(found):
            printing.say(said)


def _summed_up(found: News) -> Iterator[str]:
    """What came, in numbers; nothing that came is passed over in silence."""
    since = f" since entry {found.after} ({found.since})" if found.since else ""
    came = f"{counted(found.window.reports, 'report')} came{since}, with {counted(found.tellings, 'telling')}"
    yield f"{came} of {counted(found.told, 'claim')}, {found.new:,} of them new. The last entry is {found.window.upto}."
    unread = [one for one in found.quiet if not one.is_read]
    if unread:
        languages = ", ".join(one.language for one in unread)
        yield f"{counted(sum(one.reports for one in unread), 'report')} in {languages}: kept, not read yet"
    silent = sum(one.reports for one in found.quiet if one.is_read)
    if silent:
        yield f"{counted(silent, 'report')} that {'tells' if silent == 1 else 'tell'} nothing that is read"


def _group(group: dict[str, Any]) -> None:
    body = Text("\n\n").join(_claim(claim) for claim in group["claims"])
    if group["more"]:
        body.append(f"\n\nand {counted(group['more'], 'more claim')}", style="italic")
    printing.console().print(Panel(body, title=printing.plain(origin(group["origin"])), title_align="left"))


def origin(found: dict[str, Any]) -> str:
    """An origin on one line: outlet and day of a report, or a source that is not held."""
    if "unheld" in found:
        return f"{printing.MASKED if found.get('masked') else found['unheld']} (not held)"
    report = found["report"]
    return " · ".join(filter(None, (report["outlet"] or report["path"], (report["published"] or "")[:10])))


def _claim(claim: dict[str, Any]) -> Text:
    who = tracing.claimant(claim) + tracing.stance(claim)
    content = tracing.shortened(claim["content"], WORDS)
    head = Text.assemble(printing.plain(who), ": ", (printing.plain(f"“{content}”").plain, "bold"))
    facts = " · ".join((*tracing.about(claim), *folded(claim), claim["id"]))
    return head.append_text(Text("\n")).append_text(printing.plain(facts))


def folded(claim: dict[str, Any]) -> Iterator[str]:
    """How a claim is new, and who else tells it: "new", "+7 copies", "told before; since then +2 retellings"."""
    if claim["new"]:
        yield "new"
        yield from echoes(claim["echoes"])
    else:
        late = ", ".join(echoes(claim["since"])) or "an earlier telling"
        yield f"told before by {counted(claim['reports'] - claim['since']['reports'], 'report')}; since then {late}"
    if claim["drift"]:
        yield f"differs in {claim['drift']}"


FORMS = {
    "copies": ("copy", "copies"),
    "retellings": ("retelling", "retellings"),
    "beside": ("telling, not known from where", "tellings, not known from where"),
}


def echoes(counts: dict[str, int]) -> Iterator[str]:
    """Tellings folded away: "+7 copies", "+1 retelling", "+1 telling, not known from where"."""
    return (f"+{counts[kind]:,} {FORMS[kind][counts[kind] != 1]}" for kind in FORMS if counts[kind])
