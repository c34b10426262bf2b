"""`counterclaim gazetteer` and `counterclaim ground`: which places a name may mean, and why."""

import json
import sys

import click

from counterclaim import printing
from counterclaim.grounding.places import Asked, mentions
from counterclaim.model.mention import Mention
from counterclaim.options import as_json as json_option
from counterclaim.theatres.gazetteer import Named, gazetteer
from counterclaim.theatres.theatre import folder
from counterclaim.views.placing import Found, Meant, candidate

LANGUAGES = ("en", "ru", "uk")
theatre_option = click.option(
    "--theatre", metavar="NAME|FOLDER", default="ukraine", show_default=True, help="The conflict's data pack."
)


@click.command(name="gazetteer")
@click.argument("name")
@theatre_option
@json_option
def gazetteer_command(name: str, theatre: str, *, as_json: bool) -> None:
    """List the places that NAME may mean, best first, with the reason for each; exit 1 where there is none."""
    places = gazetteer(folder(theatre))
    found = places.named(name)
    for one in found:
        above = [area.name for area in places.above(one.place)]
        value = candidate(Meant(Found(theatre, one.place, places), one))
        click.echo(json.dumps(value, ensure_ascii=False) if as_json else _line(one, above))
    if not found:
        printing.say(f"No place of {theatre} is called “{name}”. Try another spelling, or another language.")
        sys.exit(1)


@click.command()
@click.argument("text")
@theatre_option
@click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True, help="The text's.")
@json_option
def ground(text: str, theatre: str, language: str, *, as_json: bool) -> None:
    """Say which places TEXT names, which of them each name means, and why: `-` reads the text from standard input."""
    words = sys.stdin.read() if text == "-" else text
    for one in mentions(Asked(words, language, folder(theatre))):
        said = [json.dumps(one.as_json(), ensure_ascii=False)] if as_json else _explained(one)
        click.echo("\n".join(said))


def _line(one: Named, above: list[str]) -> str:
    people = f", {one.place.population:,} people" if one.place.population else ""
    return f"{one.place.id}  {', '.join([one.place.name, *above])} ({one.place.category}{people}): {one.how}"


def _explained(one: Mention) -> list[str]:
    """A mention, and under it the reasons, or the places it may mean."""
    place = one.place
    where = ", ".join((place.name, *place.within)) if place.name else str(place.state)
    lines = [f"{place.written}: {one.type}, {where}{f' [{place.id}]' if place.id else ''}"]
    lines += [f"    {reason}" for reason in place.reasons]
    for other in place.alternatives:
        lines.append(f"  or {other.name} [{other.id}]")
        lines += [f"    {reason}" for reason in other.reasons]
    return lines
