"""A telling: one proposition as one report tells it."""

import hashlib
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from counterclaim.model.place import Place
from counterclaim.model.quantity import Quantity
from counterclaim.model.report import Report
from counterclaim.model.source import Chain
from counterclaim.model.span import Span
from counterclaim.model.stance import Stance
from counterclaim.model.when import Dated


class Voice(StrEnum):
    """Whose voice tells: a cited source's, nobody's in particular, or the outlet's own."""

    ATTRIBUTED = "attributed"
    UNNAMED = "unnamed"
    OUTLET = "outlet"


class Quote(StrEnum):
    """How the words are given: all within quotation marks, none, or some."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Telling:
    """One proposition as one report tells it, with the exact words it rests on.

    `sentence` holds the content (or its beginning); `content` is never empty and, where the words are interrupted,
    is their hull with the pieces in `parts`. `cue` is None in the outlet's own voice and where a quotation stands
    without attributing words. `places` are all places of a collective count, `place` is the first of them. What no
    stage has filled yet is None or empty. `by` names reader and version.
    """

    report: Report
    sentence: Span
    content: Span
    chain: Chain
    by: dict[str, str | None] = field(hash=False)
    cue: Span | None = None
    parts: tuple[Span, ...] = ()
    quote: Quote = Quote.INDIRECT
    voice: Voice | None = None
    kind: str | None = None
    cue_type: str | None = None
    background: bool = False
    addressee: dict[str, Any] | None = field(default=None, hash=False)
    knowledge: str | None = None
    stance: Stance | None = None
    answers: str | None = None
    said: Dated | None = None
    when: Dated | None = None
    place: Place | None = None
    places: tuple[Place, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    slots: dict[str, Any] = field(default_factory=dict, hash=False)
    loaded: tuple[dict[str, Any], ...] = field(default=(), hash=False)
    notes: tuple[str, ...] = ()

    @property
    def pieces(self) -> tuple[Span, ...]:
        """The content as it stands: its pieces where it is interrupted, else the one."""
        return self.parts or (self.content,)

    @property
    def all_places(self) -> tuple[Place, ...]:
        """Where it lies: several places of a collective count, one, or none."""
        return self.places or ((self.place,) if self.place else ())

    @property
    def id(self) -> str:
        """`t_` and 16 hex digits, from report id and the places of content, claimant and place."""
        claimant = self.chain.claimant
        spans = (self.content, claimant.span if claimant else None, self.place.span if self.place else None)
        places = ";".join(f"{span.start}:{span.end}" if span else "" for span in spans)
        return "t_" + hashlib.sha256(f"{self.report.id};{places}".encode()).hexdigest()[:16]

    def spans(self) -> list[Span]:
        """Every span this telling points at."""
        sources = (*self.chain.relays, self.chain.claimant)
        values = (*sources, self.said, self.when, self.place, *self.places)
        found = [self.sentence, self.content, self.cue, *self.parts, *(value.span for value in values if value)]
        found += (quantity.span for quantity in self.quantities)
        found += self.stance.cues if self.stance else ()
        written = (self.addressee, *self.slots.values(), *self.loaded)
        found += [written_span(value) for value in written if isinstance(value, dict)]
        return [span for span in found if span is not None]

    def check(self) -> None:
        """Raises SpanError unless every span stands in the report as it says."""
        for span in self.spans():
            span.check(self.report.text)

    def as_json(self) -> dict[str, Any]:
        """The public shape: one line of `--json`."""
        prefix, suffix = self.sentence.context(self.report.text)
        parts = {"parts": [part.as_json() for part in self.parts]} if self.parts else {}
        return {
            "id": self.id,
            "report": self.report.as_public_json(),
            "kind": self.kind,
            "voice": str(self.voice) if self.voice else None,
            "quote": str(self.quote),
            "cue_type": self.cue_type,
            "background": self.background,
            "sentence": self.sentence.as_json() | {"prefix": prefix, "suffix": suffix},
            "content": self.content.as_json() | parts,
            "cue": self.cue.as_json() if self.cue else None,
            "chain": self.chain.as_json(),
            "addressee": self.addressee,
            "knowledge": self.knowledge,
            "stance": self.stance.as_json() if self.stance else None,
            "answers": self.answers,
            "said": self.said.as_json() if self.said else None,
            "when": self.when.as_json() if self.when else None,
            "place": self.place.as_json() if self.place else None,
            **({"places": [place.as_json() for place in self.places]} if self.places else {}),
            "quantities": [quantity.as_json() for quantity in self.quantities],
            "slots": self.slots,
            "loaded": list(self.loaded),
            "notes": list(self.notes),
            "by": self.by,
        }

    @classmethod
    def from_json(cls, value: dict[str, Any], report: Report) -> "Telling":
        """The telling of `report` that `as_json` wrote."""
        return cls(
            report=report,
            sentence=Span.from_json(value["sentence"]),
            content=Span.from_json(value["content"]),
            parts=tuple(Span.from_json(part) for part in value["content"].get("parts", ())),
            cue=Span.from_json(value["cue"]) if value["cue"] else None,
            chain=Chain.from_json(value["chain"]),
            quote=Quote(value["quote"]),
            voice=Voice(value["voice"]) if value["voice"] else None,
            stance=Stance.from_json(value["stance"]) if value["stance"] else None,
            said=Dated.from_json(value["said"]) if value["said"] else None,
            when=Dated.from_json(value["when"]) if value["when"] else None,
            place=Place.from_json(value["place"]) if value["place"] else None,
            places=tuple(Place.from_json(item) for item in value.get("places", ())),
            quantities=tuple(Quantity.from_json(item) for item in value["quantities"]),
            loaded=tuple(value["loaded"]),
            notes=tuple(value["notes"]),
            **{name: value[name] for name in PLAIN},
        )


def written_span(value: dict[str, Any]) -> Span | None:
    """The span of a value kept as `{written, start, end, …}`, None where it stands nowhere in the text."""
    if value.get("written") is None or value.get("start") is None:
        return None
    return Span(value["start"], value["end"], value["written"])


PLAIN = ("kind", "cue_type", "background", "addressee", "knowledge", "answers", "slots", "by")
