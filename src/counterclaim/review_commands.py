"""`counterclaim review`: what people decide."""

import click

from counterclaim import printing
from counterclaim.linking.linker import Rules
from counterclaim.opening import open_store
from counterclaim.options import as_json as json_option
from counterclaim.options import ledger_option


@click.group()
def review() -> None:
    """Record a person's decision."""


@review.command(name="list")
@ledger_option
@json_option
def list_reviews(ledger: str | None, *, as_json: bool) -> None:
    """List people's decisions: who decided what, when, and why."""
    with open_store(ledger) as store:
        if as_json:
            printing.json_lines(review.as_json() for review in store.reviews())
        else:
            printing.reviews(store.reviews())


@review.command()
@click.argument("name", metavar="ID")
@click.option("--by", required=True, help="Who decides.")
@click.option("--reason", required=True, help="Why; it stays readable, so name nobody in it whom you protect.")
@ledger_option
@json_option
def redact(name: str, by: str, reason: str, ledger: str | None, *, as_json: bool) -> None:
    """Remove a report (r_…) or a telling's sentence (t_…) for good, wherever the ledger holds the words.

    Who, when and why stay, `verify` stays clean, and adding the same words again is refused.
    """
    with open_store(ledger, write=True) as store:
        done = store.redact(name, by=by, reason=reason, linker=Rules())
    if as_json:
        printing.json_lines([done.review.as_json()])
    removed, blotted = (", ".join(names) or "none" for names in (done.removed, done.blotted))
    printing.say(f"{name}: redacted. Reports removed: {removed}; with words blotted out: {blotted}.")
