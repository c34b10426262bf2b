"""The words that attribute, and what each takes."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from counterclaim.reading.tokens import Token


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of `lang/xx/cues.yml`: its forms, what it takes, and the sentence that proves it."""

    name: str
    forms: tuple[str, ...]
    participle: tuple[str, ...]
    takes: frozenset[str]
    agents: bool
    example: str


@dataclass(frozen=True, slots=True)
class Sighting:
    """A cue's form at the tokens `[start, end)`; `participle` says "adding", not "added"; `plural` says "claim"."""

    start: int
    end: int
    cue: Cue
    participle: bool
    plural: bool = False


@cache
def cues(language: str = "en") -> tuple[Cue, ...]:
    """The rows of the language, in their order."""
    rows = yaml.safe_load(files("counterclaim.lang").joinpath(language, "cues.yml").read_text("utf-8"))
    return tuple(
        Cue(
            name=row["cue"],
            forms=tuple(row["forms"]),
            participle=tuple(row.get("participle", ())),
            takes=frozenset(row["takes"]),
            agents=row.get("agents", False),
            example=row["example"],
        )
        for row in rows
    )


@cache
def participles(language: str = "en") -> frozenset[str]:
    """The first words of all participles."""
    return frozenset(form.split()[0] for cue in cues(language) for form in cue.participle)


@cache
def verbs(language: str = "en") -> frozenset[str]:
    """The first words of all finite forms."""
    rows = (cue for cue in cues(language) if not cue.takes & {"before", "noun", "nobody"})
    return frozenset(form.split()[0] for cue in rows for form in cue.forms)


@cache
def _by_first_word(language: str) -> dict[str, tuple[tuple[tuple[str, ...], Cue, bool], ...]]:
    """First word → the forms that begin with it, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], Cue, bool]]] = {}
    for cue in cues(language):
        for form in (*cue.forms, *cue.participle):
            words = tuple(form.split())
            found.setdefault(words[0], []).append((words, cue, form in cue.participle))
    return {word: tuple(sorted(forms, key=lambda form: -len(form[0]))) for word, forms in found.items()}


def sightings(tokens: Sequence[Token], language: str = "en") -> list[Sighting]:
    """The cues among `tokens`, in order; a form of two rows is seen twice."""
    table = _by_first_word(language)
    found = []
    for place, token in enumerate(tokens):
        if token.is_capital and place and not tokens[place - 1].is_speech:
            continue  # the States, a Report: part of a name
        for words, cue, participle in table.get(token.lower, ()):
            end = place + len(words)
            if tuple(token.lower for token in tokens[place:end]) == words:
                found.append(Sighting(place, end, cue, participle, f"{words[0]}s" in cue.forms))
    return found
