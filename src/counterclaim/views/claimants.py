"""Whose claims belong in one lane: by actor, else by name; who is not named by what he is, party and outlet."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from counterclaim.printing import MASKED
from counterclaim.views import tracing

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who claims, as a lane is called after him.

    `name` is None where none is given, or shown; `words` are those that stand for him where no name does; `outlet` is
    who has it from him, for those only who are not named, `itself` says that it claims in its own voice.
    """

    key: tuple[str | None, ...]
    name: str | None
    words: str | None
    source_class: str | None
    actor: str | None
    party: str | None
    outlet: str | None
    masked: bool = False
    itself: bool = False

    @property
    def label(self) -> str:
        """What he is called: "Valery Gerasimov", "“commanders” in Anews", "Metro Report itself"."""
        if self.itself:
            return f"{self.name or self.outlet} itself"
        if self.name:
            return self.name
        if self.masked:
            return f"{self.words} ({MASKED})" if self.words else MASKED
        known = f"“{self.words}”" if self.words else _not_named(self.source_class)
        return f"{known} in {self.outlet}" if self.outlet else known

    def as_json(self) -> dict[str, Any]:
        """The public shape; `label` is what a person reads."""
        return {
            "label": self.label, "name": self.name, "written": self.words, "class": self.source_class,
            "actor": self.actor, "outlet": self.outlet, **({"masked": True} if self.masked else {}),
        }  # fmt: skip

    @classmethod
    def joined(cls, ones: Sequence["Claimant"]) -> "Claimant":
        """One for all of one lane: by the name most often given, the longer of two; of words the longest."""
        names = Counter(one.name for one in ones if one.name)
        name = max(names, key=lambda name: (names[name], len(name), name), default=None)
        words = max((one.words for one in ones if one.words), key=lambda words: (len(words), words), default=None)
        party = next((one.party for one in ones if one.party), None)
        return replace(ones[0], name=name, words=words, party=party)


def claimant(claim: Json, lines: Mapping[str, Json]) -> Claimant:
    """Who claims it; `lines` are the claim's tellings by id, in its order."""
    first = next(iter(lines.values()))
    source, outlet = claim["claimant"] or first["chain"][-1], tracing.outlet(first)
    made = Claimant(
        (), source.get("name"), source.get("written"), source.get("class"), source.get("actor"),
        source.get("party"), outlet, bool(source.get("masked")),
    )  # fmt: skip
    if source.get("as") == "outlet":
        return replace(made, key=("outlet", made.name or outlet), outlet=made.name or outlet, itself=True)
    if made.masked:
        return replace(made, key=("masked", made.source_class, made.party, outlet), words=source.get("role"))
    if made.actor:
        name = made.name or made.words
        return replace(made, key=("actor", made.actor), name=name, outlet=None)
    if made.name:
        return replace(made, key=("name", made.name.casefold(), made.party), outlet=None)
    return replace(made, key=("not named", made.source_class, made.party, outlet))


def _not_named(source_class: str | None) -> str:
    return "not named" if source_class in (None, "unstated") else f"{source_class.replace('_', ' ')}, not named"
