"""The index of a roster: who goes by which names, and who held which office, as plain values that a file can hold.

`roster.json` holds it beside the tables it was made from, whose hash it bears, so that opening a large roster costs
no more than reading one file. Without it, or where the tables were changed since, it is made on opening.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any

from counterclaim.lang.name_key import name_key
from counterclaim.theatres import records, tables
from counterclaim.theatres.rows import Actor
from counterclaim.theatres.theatre import PACKAGE, Theatre
from counterclaim.theatres.wording import WORD, Wording, bag, bare

FILE, SOURCES = "roster.json", ("theatre.yml", "actors.yml", "outlets.yml")
PERSON = "person"
NUMBER = re.compile(r"\d+(?:st|nd|rd|th)")  # of a unit: "the 62nd"
Index = dict[str, Any]


def loaded(path: Path, theatre: Theatre) -> Index:
    """The index of the theatre in the folder `path`: from its file where that is of these tables, else made."""
    mark = _mark(path)
    file = path / FILE
    if file.exists():
        held: Index = json.loads(file.read_text("utf-8"))
        if held.get("mark") == mark:
            return held
    return made(path, theatre)


def made(path: Path, theatre: Theatre) -> Index:
    """The index made of the theatre's tables."""
    own = path.parent == PACKAGE
    rows = {
        name: tables.sequence(path / f"{name}.yml", columns, [], trusted=own)
        for name, columns in (("actors", records.ACTOR), ("outlets", records.OUTLET))
    }
    actors = [records.actor(row) for row in rows["actors"]]
    values = {name: [row.values for row in found] for name, found in rows.items()}
    return {"mark": _mark(path), **values, **_names(actors, Wording(theatre.parties, theatre.third))}


def key(words: Iterable[str]) -> str:
    """A bag of words as the index has it."""
    return " ".join(sorted(words))


def _mark(path: Path) -> str:
    """What says of which tables an index was made."""
    whole = sha256()
    for name in SOURCES:
        file = path / name
        whole.update(file.read_bytes() if file.exists() else b"")
    return whole.hexdigest()


def _names(actors: Iterable[Actor], wording: Wording) -> Index:
    """By key: families of persons, bodies by all words and by those that name no party, units by number, holders."""
    families: dict[str, list[list[str]]] = defaultdict(list)
    bodies: dict[str, list[str]] = defaultdict(list)
    unsided: dict[str, list[str]] = defaultdict(list)
    units: dict[str, list[list[str]]] = defaultdict(list)
    holders: dict[str, list[list[Any]]] = defaultdict(list)
    for actor in actors:
        for number, office in enumerate(actor.offices):
            holders[f"{key(bare(wording.words(office.role)))}|{office.body or ''}"].append([actor.id, number])
        for name in dict.fromkeys((actor.name, *(spelling.text for spelling in actor.spellings))):
            if actor.type == PERSON:
                families[name_key(WORD.findall(name)[-1])].append([actor.id, name])
                continue
            words = wording.words(name)
            for held in {key(bag(words)), key(bag(words, by_capital=True))}:
                _put(bodies[held], actor.id)
            for word in words:
                if NUMBER.fullmatch(word.token):
                    _put(units[word.token], [actor.id, key(bag(words))])
            without = bare(words)
            if without and len(without) < len(words):  # of party words alone any country would be short for it
                _put(unsided[key(without)], actor.id)
    return {"families": families, "bodies": bodies, "unsided": unsided, "units": units, "holders": holders}


def _put(held: list[Any], one: Any) -> None:
    if one not in held:
        held.append(one)
