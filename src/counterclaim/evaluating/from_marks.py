"""A marked report becomes a labelled one: head, text with inline marks, `===`, facts (corpus/GUIDELINES.md, part 4)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from counterclaim.errors import BadValueError
from counterclaim.evaluating.facts import REMEDY, TELLING, check, stated
from counterclaim.evaluating.files import yaml_value
from counterclaim.evaluating.labelled import HEAD, Labelled, check_id
from counterclaim.evaluating.marks import Range, unmarked
from counterclaim.evaluating.places import place_of
from counterclaim.evaluating.sentence_and_quote import Words
from counterclaim.intake import front_matter
from counterclaim.intake.front_matter import FENCE
from counterclaim.intake.inputs import Input
from counterclaim.intake.report import report
from counterclaim.intake.text import newlines
from counterclaim.model.mention import Mention
from counterclaim.model.quantity import Quantity
from counterclaim.model.remark import Remark
from counterclaim.model.report import Report
from counterclaim.model.source import Chain, Link, Source, SourceClass
from counterclaim.model.span import Span
from counterclaim.model.stance import Stance
from counterclaim.model.telling import Quote, Telling, Voice
from counterclaim.model.when import Dated, When

RULE = re.compile(r"^===\s*$", re.M)
DATED = ("said", "when")
REMARK_LETTERS = {"not_told": "x", "loaded": "l", "senses": "w"}


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked report, taken apart: what its head states, its text, where the marks stand, the facts by id."""

    head: Mapping[str, str]
    text: str
    spans: Mapping[str, list[Range]]
    facts: Mapping[str, Any]


@contextmanager
def _said_of(name: str) -> Iterator[None]:
    """Whatever is wrong within is said with the mark or telling it is wrong with."""
    try:
        yield
    except BadValueError as error:
        raise BadValueError(f"{name}: {error.message}", error.remedy or REMEDY) from error
    except ValueError as error:
        raise BadValueError(f"{name}: {error}", REMEDY) from error


@dataclass(frozen=True, slots=True)
class _Labels:
    """The marks and facts of one report, once they are checked, as values of the model."""

    report: Report
    marked: Marked
    words: Words

    def hull(self, name: str) -> Span:
        """From the first to the last word under the mark."""
        ranges = self.marked.spans[name]
        return Span.of(self.report.text, ranges[0][0], ranges[-1][1])

    def parts(self, name: str) -> tuple[Span, ...]:
        """The pieces of a mark that stands in several, else none."""
        ranges = self.marked.spans[name]
        return tuple(Span.of(self.report.text, *one) for one in ranges) if len(ranges) > 1 else ()

    def fact(self, name: str) -> dict[str, Any]:
        """What the facts say of a mark, `same` followed."""
        names = [name]
        while same := (found := self.marked.facts.get(names[-1]) or {}).get("same"):
            if same in names or same not in self.marked.facts:
                raise BadValueError(f"`same` leads from {name} to no facts.", "Let it name a mark that has its own.")
            names.append(same)
        return dict(found)

    def of(self, letter: str) -> Iterator[str]:
        """The marks that begin with `letter`, in text order."""
        found = (name for name in self.marked.spans if name[0] == letter)
        return iter(sorted(found, key=lambda name: (self.marked.spans[name], name)))

    def source(self, name: str, link: Link) -> Source:
        """The source under a mark."""
        fact = self.fact(name)
        name_, role, actor, party = (value(fact.get(key)) for key in ("name", "role", "actor", "party"))
        if not fact.get("class"):
            raise BadValueError(f"The source {name} has no class.", REMEDY)
        return Source(link, name_, self.hull(name), SourceClass(fact["class"]), role, actor, party)

    def chain(self, fact: Mapping[str, Any]) -> Chain:
        """Outlet, relays, claimant of a telling."""
        relays = tuple(self.source(name, Link.RELAY) for name in fact.get("relays") or ())
        claimant = self.source(fact["claimant"], Link.CLAIMANT) if fact.get("claimant") else None
        if claimant is None and fact.get("voice") == Voice.UNNAMED:
            claimant = Source(Link.CLAIMANT, source_class=SourceClass.UNSTATED)
        return Chain.of(self.report.outlet, claimant=claimant, relays=relays)

    def mention(self, name: str) -> Mention:
        """The place mention under a mark."""
        fact = self.fact(name)
        return Mention(fact["type"], place_of(self.hull(name), fact))

    def dated(self, name: str) -> Dated:
        """The date under a mark."""
        edtf, span = value(self.marked.facts.get(name)), self.hull(name)
        with _said_of(name):
            return Dated(span.text, When.parse(edtf) if edtf else None, "text", span)

    def quantity(self, name: str) -> Quantity:
        """The quantity under a mark."""
        fact, span = self.fact(name), self.hull(name)
        with _said_of(name):
            return Quantity.parse(
                fact["count"], metric=fact["metric"], who=value(fact.get("who")), written=span.text, span=span
            )

    def slot(self, given: Any) -> dict[str, Any]:
        """A slot: the words of a mark, or a party that no words stand for."""
        if isinstance(given, dict):
            return {key: value(one) for key, one in given.items()}
        span, fact = self.hull(given), self.fact(given)
        where = {"written": span.text, "start": span.start, "end": span.end}
        return where | {"actor": value(fact.get("actor")), "party": value(fact.get("party"))}

    def addressee(self, name: str) -> dict[str, Any]:
        """To whom it was said, in the public shape."""
        span, fact = self.hull(name), self.fact(name)
        return {"name": value(fact.get("name")), "written": span.text, "start": span.start, "end": span.end}

    def remarks(self, letter: str) -> tuple[Remark, ...]:
        """The remarks under marks of one letter."""
        return tuple(Remark(self.hull(name), str(self.marked.facts.get(name) or "")) for name in self.of(letter))


def taken_apart(source: str) -> Marked:
    """Head, text, marks and facts of a marked report. Raises BadValueError."""
    whole = newlines(source)
    lines = whole.split("\n")
    if lines[0].strip() != FENCE or FENCE not in (line.strip() for line in lines[1:]):
        raise BadValueError("A marked report begins with a head between two lines of `---`.", REMEDY)
    end = next(at for at, line in enumerate(lines[1:], 1) if line.strip() == FENCE)
    body = RULE.split("\n".join(lines[end + 1 :]))
    if len(body) != 2:
        raise BadValueError("A line of `===` parts the text from its facts, once.", REMEDY)
    head, (text, spans) = stated(lines[1:end]), unmarked(body[0].rstrip("\n") + "\n")
    try:
        above = whole.count("\n", 0, len(whole) - len(body[1]))
        facts = yaml_value("\n" * above + body[1])  # so that lines are told as they are counted in the file
    except BadValueError as error:
        raise BadValueError(f"In the facts: {error.message}", f"{error.remedy} {REMEDY}") from error
    if not isinstance(facts, dict | None):
        raise BadValueError("The facts are not `id: …` lines.", REMEDY)
    return Marked(head, text, spans, facts or {})


def annotated(source: str) -> Labelled:
    """The labelled report that a marked one writes. Raises BadValueError, SpanError, InputError."""
    return labelled(taken_apart(source))


def labelled(marked: Marked) -> Labelled:
    """The labelled report of a marked one taken apart. Raises BadValueError, SpanError, InputError."""
    if not marked.head.get("id"):
        raise BadValueError("The head has no id.", REMEDY)
    check_id(marked.head["id"])
    check(marked.spans, marked.facts)
    made = _report(marked)
    labels = _Labels(made, marked, Words.of(made))
    remarks = {layer: labels.remarks(letter) for layer, letter in REMARK_LETTERS.items()}
    facts = {name: fact for name, fact in marked.facts.items() if TELLING.fullmatch(name)}
    tellings = {name: _telling(labels, name, fact, remarks["loaded"]) for name, fact in facts.items()}
    ids = {name: telling.id for name, telling in tellings.items()}
    return Labelled(
        marked.head["id"],
        made,
        {name: _answering(telling, ids) for name, telling in tellings.items()},
        tuple(labels.mention(name) for name in labels.of("p")),
        remarks,
        marked.head.get("style"),
        marked.head.get("by"),
    )


def _report(marked: Marked) -> Report:
    """The report that head and text make. Raises BadValueError where they are not read as they are written."""
    name = marked.head["id"]
    raw = (front_matter.written({key: marked.head.get(key) for key in HEAD}) + marked.text).encode()
    made, issues = report(Input(name + ".txt", name, raw, "text"))
    if issues:
        raise BadValueError(f"{name}: {issues[0].message}", issues[0].remedy)
    if made.text != marked.text:  # else every label would stand elsewhere
        raise BadValueError(f"{name}: the head states nothing of the report.", REMEDY)
    return made


def _answering(telling: Telling, ids: Mapping[str, str]) -> Telling:
    """`telling` with the telling it answers named by its id."""
    if telling.answers is not None and telling.answers not in ids:
        raise BadValueError(f"A telling answers {telling.answers}, which is none of this report.", REMEDY)
    return telling if telling.answers is None else replace(telling, answers=ids[telling.answers])


def _telling(labels: _Labels, name: str, fact: Mapping[str, Any], loaded: Sequence[Remark]) -> Telling:
    """One telling; whatever is wrong with it is said with its name."""
    with _said_of(name):
        telling = _made(labels, fact, loaded)
    if fact.get("voice") not in (None, telling.voice):
        raise BadValueError(f"{name}: the voice of its chain is {telling.voice}, not {fact['voice']}.", REMEDY)
    if fact.get("cue_type") and telling.voice is Voice.OUTLET:
        raise BadValueError(f"{name}: in the outlet's own voice there is no cue, and no type of it.", REMEDY)
    telling.check()
    return telling


def _made(labels: _Labels, fact: Mapping[str, Any], loaded: Sequence[Remark]) -> Telling:
    content, parts = labels.hull(fact["content"]), labels.parts(fact["content"])
    chain = labels.chain(fact)
    given = fact.get("place") or []
    places = tuple(labels.mention(name).place for name in ([given] if isinstance(given, str) else given))
    dates = {key: labels.dated(fact[key]) for key in DATED if fact.get(key)}
    voice = Voice.OUTLET if chain.claimant is None else Voice.ATTRIBUTED if chain.claimant.span else Voice.UNNAMED
    hedges = tuple(labels.hull(hedge) for hedge in fact.get("hedges") or ())
    return Telling(
        report=labels.report,
        sentence=labels.words.sentence(content.start),
        content=content,
        parts=parts,
        chain=chain,
        by={"reading": labels.marked.head.get("by"), "grounding": None},
        cue=labels.hull(fact["cue"]) if fact.get("cue") else None,
        quote=Quote(fact["quote"]) if fact.get("quote") else labels.words.quote(parts or (content,)),
        voice=voice,
        kind=fact["kind"],
        cue_type=None if voice is Voice.OUTLET else fact.get("cue_type") or "speech",
        background=fact.get("background") == "true",
        addressee=labels.addressee(fact["addressee"]) if fact.get("addressee") else None,
        knowledge=fact.get("knowledge") or "none_stated",
        stance=Stance.parse(fact.get("stance") or "affirms/asserted", cues=hedges),
        answers=fact.get("answers"),
        place=places[0] if places else None,
        places=places if len(places) > 1 else (),
        quantities=tuple(labels.quantity(one) for one in fact.get("quantities") or ()),
        slots={role: labels.slot(one) for role, one in (fact.get("slots") or {}).items()},
        loaded=tuple(_shown(remark) for remark in loaded if content.contains(remark.span)),
        notes=tuple(fact.get("notes") or ()),
        **dates,
    )


def _shown(loaded: Remark) -> dict[str, Any]:
    """A loaded word within a content, in the public shape."""
    span = loaded.span
    return {"written": span.text, "use": loaded.value, "start": span.start, "end": span.end}


def value(written: Any) -> str | None:
    """What a fact says; None where it says nothing or `null`."""
    return None if written in (None, "", "null", "~") else str(written)
