"""A labelled report becomes a marked one again, so that its labels can be edited: the inverse of `from_marks`."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import yaml

from counterclaim.errors import BadValueError
from counterclaim.evaluating.from_marks import REMARK_LETTERS, taken_apart
from counterclaim.evaluating.labelled import HEAD, Labelled
from counterclaim.evaluating.marks import Range, marked
from counterclaim.evaluating.places import place_facts
from counterclaim.intake import front_matter
from counterclaim.model.mention import Mention
from counterclaim.model.place import Place
from counterclaim.model.quantity import Quantity
from counterclaim.model.source import Source, SourceClass
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling, Voice
from counterclaim.model.when import Dated


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
        return self.mark("p", [place.span], place_facts(mention.type, place)) if place.span else None

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
    """What `from_marks.annotated` reads back as the same labels.

    Raises BadValueError where two marks cross, and for a text or head that would not be read back as it is.
    """
    facts = _Facts()
    mentions = {mention.place.span: facts.place(mention) for mention in one.places}
    for layer, letter in REMARK_LETTERS.items():
        for remark in one.remarks[layer]:
            facts.mark(letter, [remark.span], remark.value)
    labels = {telling.id: label for label, telling in one.tellings.items()}
    tellings = {label: _telling(facts, telling, mentions, labels) for label, telling in one.tellings.items()}
    values = {"id": one.id, "style": one.style, "by": one.by}
    head = {**values, **{key: getattr(one.report, key) for key in HEAD}}
    known = {key: stated for key, stated in head.items() if stated}
    rows = [f"{name}: {_flow(fact)}" for name, fact in sorted((facts.facts | tellings).items(), key=_in_order)]
    text = marked(one.report.text, facts.spans).rstrip("\n")
    written = front_matter.written(known) + "\n".join([text, "===", *rows, ""])
    back = taken_apart(written)
    if (back.head, back.text, back.spans) != (known, one.report.text, facts.spans):
        remedy = "The text is to end with one line break; no line of it may be `===`, and none of the head broken."
        raise BadValueError("Its marks would not be read back the same.", remedy)
    return written


def _in_order(item: tuple[str, Any]) -> tuple[bool, str, int]:
    return item[0][0] == "t", item[0][0], int(item[0][1:])


def _flow(fact: Any) -> str:
    if isinstance(fact, str):
        return fact
    return str(yaml.safe_dump(fact, default_flow_style=True, sort_keys=False, allow_unicode=True, width=10_000)).strip()


def _marked_place(place: Place, mentions: dict[Span | None, str | None]) -> str:
    name = mentions.get(place.span)
    if name is None:
        raise BadValueError(f"The place “{place.written}” of a telling is none of the places.", "Add it to `places`.")
    return name


def _telling(
    facts: _Facts, one: Telling, mentions: dict[Span | None, str | None], labels: dict[str, str]
) -> dict[str, Any]:
    places = [_marked_place(place, mentions) for place in one.all_places]
    addressee = facts.words("s", one.addressee, "name")
    hedges = [facts.mark("h", [cue]) for cue in one.stance.cues] if one.stance else []
    stance = str(one.stance) if one.stance else "affirms/asserted"
    written: dict[str, Any] = {
        "content": facts.mark("c", one.pieces),
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
