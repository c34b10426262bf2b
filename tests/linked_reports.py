"""Made-up reports whose tellings hang together in many ways."""

import random

from counterclaim.ledger.store import Store
from counterclaim.model.linker import Linker
from counterclaim.model.report import Report, report_id
from counterclaim.model.telling import Telling

from conftest import MADE_UP, tell

THINGS = ("the stone bridge", "the stone mill", "the railway bridge", "the northern railway", "the grain depot")
STATES = ("was open again", "stood open", "burned down yesterday", "burned down", "was closed yesterday")
WHO = ("The mayor of Belmar", "The garrison of Dorn")
DAYS = (None, "2031-03-01", "2031-03-02", "2031-03-02T10:00:00Z")

Told = tuple[Report, list[Telling]]


def say(outlet: str, *contents: str, published: str | None = "2031-03-01", who: str = WHO[0]) -> Told:
    """A report that tells these contents, and its tellings."""
    text = "\n".join((MADE_UP, *(f"{who} said {content}." for content in contents)))
    name, place = f"{outlet}.txt", f"/made/up/{outlet}.txt"
    identity = report_id(text, outlet=outlet, address=None, location=place)
    report = Report(
        identity, text, name, place, outlet=outlet, published=published, language="en", raw=text.encode()
    )  # fmt: skip
    return report, [tell(report, content, who) for content in contents]


def many(count: int = 30) -> list[Told]:
    """Reports of the same few things, dated and undated, some without a telling."""
    draw = random.Random(5)

    def one(number: int) -> Told:
        contents = {f"{draw.choice(THINGS)} {draw.choice(STATES)}" for _ in range(draw.randint(0, 3))}
        return say(f"Outlet {number}", *sorted(contents), published=draw.choice(DAYS), who=draw.choice(WHO))

    return [one(number) for number in range(count)]


def keep(store: Store, told: Told, linker: Linker | None) -> bool:
    """Adds the report."""
    return store.add_report(told[0], told[1], reader="test/1", linker=linker)
