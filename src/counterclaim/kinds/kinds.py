"""The table of kinds, read from one YAML file each."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

OTHER = "other"


@dataclass(frozen=True, slots=True)
class Kind:
    """A sort of proposition: `definition` in a sentence, `slots` the roles it can fill."""

    name: str
    definition: str
    slots: tuple[str, ...]


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its name, in alphabetical order."""
    folder = files("counterclaim.kinds")
    texts = sorted((entry.name, entry.read_text("utf-8")) for entry in folder.iterdir() if entry.name.endswith(".yml"))
    rows = (yaml.safe_load(text) for _, text in texts)
    return {row["name"]: Kind(row["name"], row["definition"], tuple(row["slots"])) for row in rows}
