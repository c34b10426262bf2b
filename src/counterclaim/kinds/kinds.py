"""The table of kinds, read from one YAML file each."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

OTHER = "other"


@dataclass(frozen=True, slots=True)
class Mapping:
    """What a kind is called elsewhere: ACLED's and PLOVER's types of events, UCDP's type of violence, where one fits.

    `acled` has "event type: sub-event type", `plover` event types without modes. UCDP counts only violence that killed
    somebody: a kind has a type of it where its events may. Versions and addresses: docs/tellings.md.
    """

    acled: tuple[str, ...]
    plover: tuple[str, ...]
    ucdp: str | None


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of proposition: `definition` in a sentence, `slots` the roles it can fill.

    Tellings of one `family` can be of one claim. An event of this kind has a `question`, which `answer_slot` answers
    (`polarity`: whether it happened), and is the same where the `identity_slots` are, within `span_days`. `located`: it
    happens at a place, so that what is told next of it lies there too. `observable`:
    a third party can in principle see it. `against_interest_of` is whose interest it goes against to admit it: a slot's
    party, the claimant's, or nobody's.
    """

    name: str
    definition: str
    slots: tuple[str, ...]
    family: str
    question: str
    answer_slot: str
    identity_slots: tuple[str, ...]
    located: bool
    observable: bool
    against_interest_of: str | None
    span_days: int
    examples: tuple[str, ...]
    mapping: Mapping


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its name, in alphabetical order."""
    folder = files("counterclaim.kinds")
    texts = sorted((entry.name, entry.read_text("utf-8")) for entry in folder.iterdir() if entry.name.endswith(".yml"))
    rows = (yaml.safe_load(text) for _, text in texts)
    return {row["name"]: _kind(row) for row in rows}


def _kind(row: dict[str, Any]) -> Kind:
    """One row. Raises KeyError where a key is missing, TypeError where there is one too many."""
    listed = {name: tuple(row[name]) for name in ("slots", "identity_slots", "examples")}
    called = row["mapping"]
    mapping = Mapping(tuple(called["acled"]), tuple(called["plover"]), called["ucdp"])
    return Kind(**row | listed | {"mapping": mapping})


def family(name: str | None) -> str | None:
    """The family of a kind; of one that is not in the table, its name."""
    found = kinds().get(name or "")
    return found.family if found else name
