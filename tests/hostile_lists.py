"""A ledger whose reports mean harm in every field that a list shows, and one in which a private person is named."""

from pathlib import Path

from counterclaim.ledger.store import Store
from counterclaim.linking.linker import Rules
from counterclaim.model.issue import Issue
from counterclaim.model.report import Report, report_id

from conftest import MADE_UP, tell
from linked_reports import keep, say
from word_linker import WordLinker

SCRIPT = "</title><script>alert(1)</script>\" onload='x' {{ 7 * 7 }} \u202egro.evil"
LONG = "W" * 10_000
MINER = "[MADE UP] Vardia is invented.\n\nThe miner Oskar Venn said the shaft was flooded. Venn wept in Dorn.\n"


def hostile(path: Path) -> Path:
    """A ledger of reports that mean harm."""
    text = f"{MADE_UP}\nThe mayor of Belmar said {SCRIPT.replace(chr(10), ' ')} stood wide open, {LONG} too."
    address = f"javascript:alert('{SCRIPT}')"
    identity = report_id(text, outlet=SCRIPT, address=address, location="/made/up/<b>.txt")
    report = Report(
        identity, text, "<img src=x onerror=alert(1)>.txt", "/made/up/<b>.txt", outlet=SCRIPT, address=address,
        url=address, published="2031-03-01", title=SCRIPT, language="en", raw=text.encode(),
    )  # fmt: skip
    with Store(path) as store:
        store.add_report(report, [tell(report, f"stood wide open, {LONG} too")], reader="test/1", linker=WordLinker())
        other, _ = say("Third Voice")
        store.add_report(other, [], reader=None)
        keep(store, say("Quiet Weekly"), WordLinker())
        store.add_issue(Issue("empty", SCRIPT, f"{SCRIPT} is empty.", "Leave it out.", SCRIPT))
    return path


def private(path: Path) -> Path:
    """A ledger in which the miner Oskar Venn is a private person, in text, title and outlet."""
    identity = report_id(MINER, outlet="Oskar Venn’s notebook", address=None, location="/venn/oskar-venn.txt")
    report = Report(
        identity, MINER, "oskar-venn.txt", "/venn/oskar-venn.txt", outlet="Oskar Venn’s notebook",
        published="2031-03-02", title="Oskar Venn weeps", language="en", theatre="vardia", raw=MINER.encode(),
    )  # fmt: skip
    with Store(path) as store:
        telling = tell(report, "the shaft was flooded", "The miner Oskar Venn")
        store.add_report(report, [telling], reader="test/1", linker=Rules())
    return path
