"""What a telling claims: its kind, stance and background, what fills its slots, where and when it lies."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from counterclaim.kinds.kinds import kinds
from counterclaim.model.quantity import Quantity
from counterclaim.model.source import Chain, SourceClass
from counterclaim.model.span import Span
from counterclaim.model.stance import Certainty, Polarity, Stance
from counterclaim.model.telling import Telling
from counterclaim.model.vocabulary import ROLES
from counterclaim.model.when import Dated
from counterclaim.reading.basis import beside, is_background, knowledge
from counterclaim.reading.counting import counting
from counterclaim.reading.dating import dated
from counterclaim.reading.falsity import denies, falsity, may_deny
from counterclaim.reading.frames import unlearned
from counterclaim.reading.layout import Range
from counterclaim.reading.meanings import Meanings
from counterclaim.reading.network import KINDS
from counterclaim.reading.overlaps import Overlaps, overlap
from counterclaim.reading.placing import places
from counterclaim.reading.slots import PLACE, Filler, Proposition
from counterclaim.reading.windows import Words
from counterclaim.reading.words import words as classes

NEGATING = 25  # code points before a cue in which what negates it stands: "did not explicitly confirm"
UNCOUNTED = "other"  # what is counted is found when the count is grounded


@dataclass(frozen=True, slots=True)
class Filling:
    """Fills the tellings of one report."""

    words: Words
    meanings: Meanings
    propositions: Overlaps[Proposition]

    def filled(self, telling: Telling) -> Telling:
        """`telling` with all that its words say of the proposition itself."""
        runs = [self._run(part) for part in telling.pieces]
        slots = self._slots(telling, runs)
        kind = self._kind(telling, runs)
        where = places(self.words, runs, slots.get(PLACE, ()), kind)
        around = beside(telling)
        said, when = self._dated(telling, slots)
        made = replace(
            telling,
            kind=kind,
            stance=self._stance(telling, runs, slots.get("hedge", ())),
            background=self.meanings.label("background", runs) == str(True) or is_background(around),
            slots={role: _written(self._span(slots[role][0].run)) for role in ROLES if role in slots},
            chain=self._classed(telling.chain),
            quantities=tuple(map(_uncounted, self._counts(runs, slots.get("quantity", ())))),
            place=where[0] if where else None,
            places=where if len(where) > 1 else (),
            when=when,
            said=said,
        )
        return replace(made, knowledge=knowledge(made, around))

    def _kind(self, telling: Telling, runs: Sequence[Range]) -> str:
        """The kind by the network; one that it has not learned by its frames."""
        if len(KINDS) < len(kinds()):
            by_frames = unlearned(" ".join(part.text for part in telling.pieces), KINDS)
            if by_frames is not None:
                return by_frames
        return self.meanings.label("kind", runs)

    def _dated(self, telling: Telling, slots: dict[str, list[Filler]]) -> tuple[Dated | None, Dated | None]:
        """The days of the saying and of what is told, as written."""
        said, when = ([self._span(one.run) for one in slots.get(name, ())] for name in ("said", "when"))
        layout = self.words.layout
        places = [layout.normal.forth(span.start, span.end)[0] for span in (telling.content, telling.cue) if span]
        sentences = list(dict.fromkeys(map(layout.sentence, places)))
        told = {one.run for each in sentences for one in self.propositions.over(self._run(each)) if not one.own}
        contents = [layout.span(*self.words.place(run)) for run in told]
        return dated(telling, said, when, sentences=sentences, contents=contents)

    def _run(self, span: Span) -> Range:
        return self.words.run(*self.words.layout.normal.forth(span.start, span.end))

    def _span(self, run: Range) -> Span:
        """The words of a filler: behind an article the noun, without a preposition or "and" at the end."""
        first, last = run
        end = self.words.sentences[self.words.sentence(first)][1]
        while last < end and all(self.words.text(word).lower() in classes("articles") for word in range(first, last)):
            last += 1
        while last - first > 1 and self.words.text(last - 1).lower() in classes("prepositions", "joins"):
            last -= 1
        return self.words.layout.span(*self.words.place((first, last)))

    def _spans(self, fillers: Sequence[Filler]) -> list[Span]:
        return sorted((self._span(one.run) for one in fillers), key=lambda span: span.start)

    def _counts(self, runs: Sequence[Range], fillers: Sequence[Filler]) -> list[Span]:
        """The words of the counts within a telling's own words."""
        layout = self.words.layout
        marks, pieces = [self.words.place(one.run) for one in fillers], [self.words.place(run) for run in runs]
        return [layout.span(*place) for place in counting(layout.text, marks, pieces)]

    def _slots(self, telling: Telling, runs: Sequence[Range]) -> dict[str, list[Filler]]:
        """By slot what fills it, the surest first: of the propositions that share words with the telling."""
        own = telling.cue is None and telling.chain.claimant is None
        shared = {one.run: one for run in runs for one in self.propositions.over(run) if one.own == own}
        found: dict[str, dict[Range, Filler]] = {}
        for one in shared.values():
            for slot, fillers in one.slots.items():
                for filler in fillers:
                    if _fits(slot, filler, runs):
                        found.setdefault(slot, {}).setdefault(filler.run, filler)
        return {slot: sorted(held.values(), key=lambda one: -one.score) for slot, held in found.items()}

    def _stance(self, telling: Telling, runs: Sequence[Range], hedges: Sequence[Filler]) -> Stance:
        polarity, certainty = (self.meanings.label(name, runs) for name in ("polarity", "certainty"))
        if polarity != Polarity.AFFIRMS and not may_deny(_said(telling, self._spans(hedges))):
            polarity = Polarity.AFFIRMS
        elif polarity == Polarity.AFFIRMS and telling.cue and denies(telling.cue.text, _before(telling, telling.cue)):
            polarity = Polarity.DENIES
        if polarity == Polarity.AFFIRMS and (untrue := falsity(telling.content)):
            return Stance(Polarity.DENIES, Certainty(certainty), (untrue,))
        plain = polarity == Polarity.AFFIRMS and certainty == Certainty.ASSERTED
        cues = [] if plain else self._spans(hedges)
        if not plain and not cues and telling.cue:
            cues = [telling.cue]
        return Stance(Polarity(polarity), Certainty(certainty), tuple(cues))

    def _classed(self, chain: Chain) -> Chain:
        """The chain with the class of its claimant."""
        one = chain.claimant
        if one is None or one.span is None:
            return chain
        found = SourceClass(self.meanings.label("class", [self._run(one.span)]))
        return replace(chain, claimant=replace(one, source_class=found))


def _said(telling: Telling, hedges: Sequence[Span]) -> list[str]:
    """The words in which a telling could be denied: content, hedges, the cue with what negates it."""
    cue = [telling.cue.text, _before(telling, telling.cue)] if telling.cue else []
    return [telling.content.text, *(hedge.text for hedge in hedges), *cue]


def _before(telling: Telling, cue: Span) -> str:
    """The words before a cue in which what negates it stands."""
    end = max(0, cue.start - telling.sentence.start)
    return telling.sentence.text[max(0, end - NEGATING) : end]


def _written(span: Span) -> dict[str, Any]:
    """What fills a slot, in the public shape."""
    return {"written": span.text, "start": span.start, "end": span.end, "actor": None, "party": None}


def _uncounted(span: Span) -> Quantity:
    return Quantity(UNCOUNTED, None, span.text, None, None, False, span)


def _fits(slot: str, filler: Filler, runs: Sequence[Range]) -> bool:
    """Whether a filler may be the telling's: a count is one of its own words, other slots may stand beside it."""
    return slot != "quantity" or any(overlap(filler.run, run) for run in runs)
