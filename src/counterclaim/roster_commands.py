"""`counterclaim roster`: whom a name may mean, which offices they held, who commands or owns them."""

import json
import sys
from datetime import datetime
from typing import Any

import click

from counterclaim import printing
from counterclaim.options import as_json as json_option
from counterclaim.place_commands import theatre_option
from counterclaim.theatres.roster import Roster, roster
from counterclaim.theatres.rows import Actor, Term
from counterclaim.theatres.theatre import folder


@click.command(name="roster")
@click.argument("name")
@click.option("--on", "day", type=click.DateTime(["%Y-%m-%d"]), help="Only offices and commands held on this day.")
@theatre_option
@json_option
def roster_command(name: str, day: datetime | None, theatre: str, *, as_json: bool) -> None:
    """List the actors that NAME may mean, with offices, command and source; exit 1 where there is none."""
    held = roster(folder(theatre))
    found = held.found(name)
    for actor in found:
        value = _as_json(actor, held, day)
        click.echo(json.dumps(value, ensure_ascii=False) if as_json else _card(value))
    if not found:
        printing.say(f"Nobody in the roster of {theatre} is called “{name}”. Try the family name, or another spelling.")
        sys.exit(1)


def _as_json(actor: Actor, held: Roster, day: datetime | None) -> dict[str, Any]:
    def on(term: Term) -> bool:
        return day is None or term.covers(day.date())

    offices = [(one.role, one.body, one.term) for one in actor.offices if on(one.term)]
    above = [(one.actor, one.term) for one in actor.under if on(one.term)]
    return {
        "id": actor.id, "name": actor.name, "type": actor.type, "party": held.party(actor),
        "spellings": [{"language": one.language, "text": one.text} for one in actor.spellings],
        "offices": [
            {"role": role, "body": body, "body_name": _name(held, body)} | _term(term) for role, body, term in offices
        ],
        "under": [{"actor": id_, "name": _name(held, id_)} | _term(term) for id_, term in above],
        "relay": actor.relay, "source": actor.source, "checked": actor.checked,
    }  # fmt: skip


def _name(held: Roster, id_: str | None) -> str | None:
    actor = held.actor(id_)
    return actor.name if actor else None


def _term(term: Term) -> dict[str, str | None]:
    return {"since": term.since.edtf if term.since else None, "until": term.until.edtf if term.until else None}


def _card(value: dict[str, Any]) -> str:
    """An actor on a few lines."""
    checked = "checked" if value["checked"] else "not checked"
    lines = [f"{value['id']}  {value['name']} ({value['type']}, {value['party'] or 'party not known'}; {checked})"]
    for office in value["offices"]:
        body = f", {office['body_name']}" if office["body_name"] else ""
        lines.append(f"    {office['role']}{body}{_dates(office)}")
    lines += [f"    under {one['name']}{_dates(one)}" for one in value["under"]]
    if value["spellings"]:
        lines.append(f"    also {', '.join(one['text'] for one in value['spellings'])}")
    lines.append(f"    source {value['source']}")
    return "\n".join(lines)


def _dates(value: dict[str, Any]) -> str:
    since, until = (f" {word} {value[word]}" if value[word] else "" for word in ("since", "until"))
    return since + until
