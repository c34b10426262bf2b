"""When it was said and when it was: which dates of a sentence are those of a telling.

The network points at words; a date is the whole expression they touch, and words that touch none are no date. A date
by the word that attributes dates the saying, one in the content what is told. No date leaves its sentence.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from counterclaim.lang.calendar import OWNED, Expression, calendar
from counterclaim.lang.data import rows
from counterclaim.model.span import Span
from counterclaim.model.telling import Telling, Voice
from counterclaim.model.when import Dated
from counterclaim.reading.layout import DATELINE

WORD = re.compile(r"\w+(?:[’'-]\w+)*")
STOPS = re.compile(r"[,;:()“”\"—–]")  # that part clauses
BESIDE = 6  # words between a word that attributes and a date behind it
LENGTHS = ("stretch", "sofar", "within")  # kinds of dates that say how long
OPENS = 2  # words, as "Meanwhile," or "Speaking", that may stand before a date which opens a sentence
AHEAD = 14  # words between a date and the word that attributes behind it: the source stands there


@dataclass(frozen=True, slots=True)
class Date:
    """A date in the text: its words, and where its core begins, without the preposition.

    `opened` are its words with a clause before that it ends: "since the siege began in May". `plain`: no limit ("by
    Friday"), no length ("in the past week"), and not of a noun ("Friday's attack"). `today`: it is the day of the
    report itself.
    """

    span: Span
    core: int
    opened: Span | None = None
    plain: bool = True
    today: bool = False


def dated(
    telling: Telling,
    said: Sequence[Span],
    when: Sequence[Span],
    *,
    sentences: Sequence[Span],
    contents: Sequence[Span] = (),
    language: str = "en",
) -> tuple[Dated | None, Dated | None]:
    """The days `said` and `when` of a telling, as written.

    `said` and `when` are the words that the network takes for them, the surest first; `sentences` those in which the
    content and the word that attributes stand; `contents` what is attributed in them, to whomever. What the outlet
    tells in its own voice has no day of saying.
    """
    found = Dating(telling, sentences, contents, language)
    when_said = None if telling.voice is Voice.OUTLET else found.said(said)
    when_was = found.when(when, said, when_said)
    return found.written(when_said), found.written(when_was)


@lru_cache(maxsize=64)  # the tellings of a sentence come one after another
def dates(sentence: Span, language: str = "en") -> tuple[Date, ...]:
    """The dates of a sentence, but for its dateline's."""
    text = sentence.text
    head = DATELINE.match(text)

    def span(start: int, end: int) -> Span:
        return Span(sentence.start + start, sentence.start + end, text[start:end])

    found = []
    for each in calendar(language).find(text):
        one = _without_particle(text, each, language)
        if not head or one.start >= head.end():
            opened = None if one.opening else _opens(text[: one.start], language)
            whole = None if opened is None else span(opened, one.end)
            plain = one.opening is None and one.kind not in LENGTHS and not OWNED.match(text, one.end)
            today = one.kind == "shift" and not one.cores[0].says.get("number", 1)
            found.append(Date(span(one.start, one.end), sentence.start + one.cores[0].start, whole, plain, today))
    return tuple(found)


def _without_particle(text: str, one: Expression, language: str) -> Expression:
    """A date without a word before it that is of the verb and opens nothing: "withdrew from in May"."""
    particle = words("particles", language).match(text, one.start, one.cores[0].start)
    return replace(one, start=particle.end() + 1, opening=None) if particle else one


@dataclass(frozen=True, slots=True)
class Dating:
    """The dates of the sentences that a telling stands in."""

    telling: Telling
    sentences: Sequence[Span]
    contents: Sequence[Span]
    language: str

    @property
    def dates(self) -> list[Date]:
        """All of them."""
        return [date for one in self.sentences for date in dates(one, self.language)]

    def said(self, marked: Sequence[Span]) -> Date | None:
        """The date of the saying: marked as one, or right beside the word that attributes; never in a content."""
        apart = [one for one in self.dates if not self._inside(one) and not self._is_told(one) and self._by_cue(one)]
        free = [one for one in apart if not self._is_past(one)]
        chosen = [one for one in _touched(marked, free) if not self._is_anothers(one)]
        return next(iter([*chosen, *filter(self._is_of_saying, free)]), None)

    def when(self, marked: Sequence[Span], marked_said: Sequence[Span], said: Date | None) -> Date | None:
        """The date of what is told: in its words, or before them in the sentence."""
        inside = [one for one in _touched([*marked, *marked_said], self.dates) if self._inside(one)]
        shared = [one for one in _touched(marked, self.dates) if one != said and self._is_shared(one)]
        past = [one for one in _touched(marked_said, self.dates) if self._is_past(one) and self._opens(one)]
        return next(iter([*inside, *shared, *past]), None)

    def written(self, one: Date | None) -> Dated | None:
        """A date as it is written, with the clause that it ends where that is of the content too."""
        if one is None:
            return None
        parts = self.telling.pieces
        whole = one.opened if one.opened and any(part.contains(one.opened) for part in parts) else one.span
        return Dated(whole.text, None, "text", whole)

    def _inside(self, one: Date) -> bool:
        return any(part.start <= one.core < part.end for part in self.telling.pieces)

    def _is_told(self, one: Date) -> bool:
        """Whether it stands in what is attributed, to whomever."""
        return any(part.start <= one.core < part.end for part in self.contents)

    def _by_cue(self, one: Date) -> bool:
        """Whether a date and the word that attributes stand in one sentence."""
        cue = self.telling.cue
        return cue is None or any(each.contains(cue) and each.contains(one.span) for each in self.sentences)

    def _is_of_saying(self, one: Date) -> bool:
        """Whether where a date stands tells that it dates the saying."""
        return self._is_beside_cue(one) or self._is_of_occasion(one)

    def _is_of_occasion(self, one: Date) -> bool:
        """Whether it ends what is told of the occasion behind the content: "…, in an interview with TVA in May"."""
        last = self.telling.pieces[-1]
        between = self._between(one.span, last) if one.plain and one.span.start >= last.end else None
        if between is None or self.telling.cue is None or self.telling.cue.start >= last.end:
            return False
        said = words("occasions", self.language).search(between) and not words("relatives", self.language).search(
            between
        )
        return bool(said) and len(WORD.findall(between)) <= AHEAD and not self._breaks(between)

    def _is_past(self, one: Date) -> bool:
        """Whether a day that is past stands before what is said now: "In March, the ministry says"."""
        cue = self.telling.cue
        if cue is None or one.today or one.span.end > min(cue.start, self.telling.content.start):
            return False
        return bool(words("presents", self.language).fullmatch(cue.text))

    def _opens(self, one: Date) -> bool:
        """Whether a date opens the sentence, and nobody but the source stands between it and the attributing word."""
        cue = self.telling.cue
        between = self._between(one.span, cue) if cue else None
        opening = any(each.start == one.span.start for each in self.sentences)
        return opening and between is not None and not words("sayings", self.language).search(between)

    def _is_beside_cue(self, one: Date) -> bool:
        """Whether nothing but the source, or whom it was said to, stands between a date and the attributing word."""
        cue = self.telling.cue
        between = self._between(one.span, cue) if cue else None
        if cue is None or between is None or not one.plain or self._breaks(between) or self._is_past(one):
            return False
        if any(_lies_between(part, one.span, cue) for part in (*self.telling.pieces, *self.contents)):
            return False
        apart = len(WORD.findall(between))
        return apart <= BESIDE if cue.end <= one.span.start else apart <= AHEAD and not self._is_of_clause(one, between)

    def _is_of_clause(self, one: Date, behind: str) -> bool:
        """Whether a date before the attributing word is of another clause or phrase.

        Of "a man who left on Sunday", "on May 10, which", "in the fight for Dorn on Sunday, the general".
        """
        start = min(self.telling.sentence.start, one.span.start)
        before = STOPS.split(self.telling.report.text[start : one.span.start])[-1]
        if words("clauses", self.language).search(before) or words("relatives", self.language).match(
            behind.lstrip(" ,")
        ):
            return True
        return len(WORD.findall(before)) > OPENS and len(WORD.findall(behind)) > OPENS

    def _is_anothers(self, one: Date) -> bool:
        """Whether a date belongs to another saying: a clause or the content lies between, and that one is nearer."""
        cue = self.telling.cue
        between = self._between(one.span, cue) if cue else None
        if cue is None or between is None:
            return False
        crossed = self._breaks(between) or any(_lies_between(part, one.span, cue) for part in self.telling.pieces)
        return crossed and self._has_nearer(one.span, len(WORD.findall(between)))

    def _has_nearer(self, span: Span, room: int) -> bool:
        """Whether another word that attributes stands fewer than `room` words from a date.

        Behind a comma only if the date opens its clause: "on Tuesday, the agency reported" ends another one.
        """
        text, sentence, sayings = self.telling.report.text, self.telling.sentence, words("sayings", self.language)
        before = text[min(sentence.start, span.start) : span.start]
        after = text[span.end : max(sentence.end, span.end)]
        opens = not before.strip() or bool(STOPS.match(before.rstrip()[-1]))
        found = [(match.start() - len(before), before[match.end() :]) for match in sayings.finditer(before)]
        found += [
            (match.start() + len(span.text), after[: match.start()])
            for match in sayings.finditer(after)
            if opens or "," not in after[: match.start()]
        ]
        cue = self.telling.cue
        own = range(cue.start - span.start, cue.end - span.start) if cue else range(0)
        return any(len(WORD.findall(between)) < room and at not in own for at, between in found)

    def _is_shared(self, one: Date) -> bool:
        """Whether a date outside the content dates it too: that of the main clause, not of a relative one behind."""
        if self._inside(one) or self._is_of_saying(one):
            return False
        parts = self.telling.pieces
        is_before = one.span.end <= parts[0].start
        between = self._between(one.span, parts[0] if is_before else parts[-1])
        bars = words("sayings" if is_before else "relatives", self.language)
        return between is not None and not bars.search(between)

    def _between(self, one: Span, other: Span) -> str | None:
        """The words between two spans, None where they overlap."""
        first, last = sorted((one, other), key=lambda span: span.start)
        return self.telling.report.text[first.end : last.start] if first.end <= last.start else None

    def _breaks(self, between: str) -> bool:
        """Whether a clause ends in these words."""
        return bool(words("breaks", self.language).search(between))


def _touched(marked: Iterable[Span], found: Sequence[Date]) -> Iterator[Date]:
    """The dates that share words with what is marked, in its order."""
    for span in marked:
        yield from (one for one in found if span.start < one.span.end and (one.opened or one.span).start < span.end)


def _lies_between(part: Span, one: Span, other: Span) -> bool:
    """Whether a content lies between two spans."""
    first, last = sorted((one, other), key=lambda span: span.start)
    return first.end <= part.start and part.end <= last.start


def _opens(before: str, language: str) -> int | None:
    """Where a word before a date opens a clause that ends with it: "since the siege began"."""
    found = None
    for match in words("opening", language).finditer(before):
        clause = before[match.end() :]
        if 0 < len(WORD.findall(clause)) <= AHEAD and not STOPS.search(clause):
            found = match.start()
    return found


@cache
def words(name: str, language: str = "en") -> re.Pattern[str]:
    """The words of a class of `dating.yml`; of "breaks" those behind a stop, and stops alone."""
    held = "|".join(rows(language, "dating")[name]["words"])
    return re.compile(rf"[;:]|[,—–]\s*(?:{held})\b" if name == "breaks" else rf"(?<!\w)(?:{held})(?!\w)", re.I)
