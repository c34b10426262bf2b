"""A labelled report becomes a marked one again, so that its labels can be edited: the inverse of `annotation`."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import yaml

from counterclaim.evaluating.labelled import HEAD, Labelled, Mention
from counterclaim.evaluating.marks import Range, marked
from counterclaim.model.quantity import Quantity
from counterclaim.model.source import Source, SourceClass
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling, Voice
from counterclaim.model.when import Dated

LETTERS = {"not_told": "x", "loaded": "l", "senses": "w"}


@dataclass(slots=True)
class _Facts:
    """Marks given out so far: each span and letter has one id, each id its fact."""

    spans: dict[str, list[Range]] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)
    names: dict[tuple[Any, ...], str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def mark(self, letter: str, parts: Iterable[Span], fact: Any = None) -> str:
        """The id of the mark around `parts`; the same words under one letter, with one fact, are one mark."""
        ranges = [(part.start, part.end) for part in parts]
        key = (letter, tuple(ranges), repr(fact))
        if key not in self.names:
            self.counts[letter] = self.counts.get(letter, 0) + 1
            name = f"{letter}{self.counts[letter]}"
            self.names[key] = name
            self.spans[name] = ranges
            if fact is not None:
                self.facts[name] = fact
        return self.names[key]

    def source(self, source: Source | None) -> str | None:
        """The mark of a source."""
        if source is None or source.span is None:
            return None
        class_ = str(source.source_class or SourceClass.UNSTATED)
        facts = {"name": source.name, "class": class_, "role": source.role, "party": source.party}
        return self.mark("s", [source.span], _stated(facts | {"actor": source.actor}))

    def place(self, mention: Mention) -> str | None:
        """The mark of a place mention."""
        place = mention.place
        ids = [other.id for other in place.alternatives]
        facts = {"type": mention.type, "id": place.id, "ids": ids or None, "name": place.name, "part": place.part}
        return self.mark("p", [place.span], _stated(facts)) if place.span else None

    def date(self, dated: Dated | None) -> str | None:
        """The mark of a date."""
        if dated is None or dated.span is None:
            return None
        return self.mark("d", [dated.span], dated.when.edtf if dated.when else "null")

    def quantity(self, count: Quantity) -> str | None:
        """The mark of a quantity."""
        facts = {"metric": count.metric, "who": count.who, "count": str(count)}
        return self.mark("n", [count.span], _stated(facts)) if count.span else None

    def words(self, letter: str, value: dict[str, Any] | None, *keys: str) -> Any:
        """The mark of words kept as `{written, start, end, …}`; a value without words as it is."""
        if not value or value.get("start") is None:
            return _stated(value or {}) or None
        span = Span(value["start"], value["end"], value["written"])
        return self.mark(letter, [span], _stated({key: value.get(key) for key in keys}))


def _stated(facts: dict[str, Any]) -> dict[str, Any]:
    return {key: one for key, one in facts.items() if one is not None}


def marked_report(one: Labelled) -> str:
    """What `annotation.annotated` reads back as the same labels. Raises BadValueError where two marks cross."""
    facts = _Facts()
    mentions = {mention.place.span: facts.place(mention) for mention in one.places}
    for layer, letter in LETTERS.items():
        for remark in one.remarks[layer]:
            facts.mark(letter, [remark.span], remark.value)
    labels = {telling.id: label for label, telling in one.tellings.items()}
    tellings = {label: _telling(facts, telling, mentions, labels) for label, telling in one.tellings.items()}
    values = {"id": one.id, "style": one.style, "by": one.by}
    head = {**values, **{key: getattr(one.report, key) for key in HEAD}}
    lines = ["---", *(f"{key}: {text}" for key, text in head.items() if text), "---"]
    rows = [f"{name}: {_flow(fact)}" for name, fact in sorted((facts.facts | tellings).items(), key=_in_order)]
    return "\n".join([*lines, marked(one.report.text, facts.spans).rstrip("\n"), "===", *rows, ""])


def _in_order(item: tuple[str, Any]) -> tuple[bool, str, int]:
    return item[0][0] == "t", item[0][0], int(item[0][1:])


def _flow(fact: Any) -> str:
    if isinstance(fact, str):
        return fact
    return str(yaml.safe_dump(fact, default_flow_style=True, sort_keys=False, allow_unicode=True, width=10_000)).strip()


def _telling(
    facts: _Facts, one: Telling, mentions: dict[Span | None, str | None], labels: dict[str, str]
) -> dict[str, Any]:
    places = [mentions.get(place.span) for place in one.places or ((one.place,) if one.place else ())]
    addressee = facts.words("s", one.addressee, "name")
    hedges = [facts.mark("h", [cue]) for cue in one.stance.cues] if one.stance else []
    stance = str(one.stance) if one.stance else "affirms/asserted"
    written: dict[str, Any] = {
        "content": facts.mark("c", one.parts or (one.content,)),
        "cue": facts.mark("q", [one.cue]) if one.cue else None,
        "cue_type": one.cue_type,
        "relays": [facts.source(relay) for relay in one.chain.relays] or None,
        "claimant": facts.source(one.chain.claimant),
        "voice": str(one.voice) if one.voice is Voice.UNNAMED else None,
        "addressee": addressee,
        "kind": one.kind,
        "stance": stance if stance != "affirms/asserted" else None,
        "hedges": hedges or None,
        "said": facts.date(one.said),
        "when": facts.date(one.when),
        "place": (places if len(places) > 1 else places[0]) if places else None,
        "quantities": [facts.quantity(count) for count in one.quantities] or None,
        "slots": {role: facts.words("a", slot, "actor", "party") for role, slot in one.slots.items()} or None,
        "knowledge": one.knowledge if one.knowledge != "none_stated" else None,
        "background": "true" if one.background else None,
        "answers": labels.get(one.answers) if one.answers else None,
        "notes": list(one.notes) or None,
        "quote": str(one.quote),
    }
    return _stated(written)
